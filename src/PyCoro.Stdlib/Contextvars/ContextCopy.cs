// Each task and each scheduled callback runs in a copy of its maker's context, and nearly all of them never look at it. So the
// copy is just the variables until somebody asks for the object: running in it borrows the thread's spare context, which
// becomes the copy for good only if the code inside got hold of it (it set a variable).

using System.Collections.Immutable;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Contextvars;

/// <summary>A context of one's own, made when it is needed.</summary>
internal struct ContextCopy
{
    // A PyContext, or the variables of one that nobody has seen.
    private object? _held;

    internal ContextCopy(PyContext context) => _held = context;

    private ContextCopy(ImmutableDictionary<PyContextVar, Value> variables) => _held = variables;

    /// <summary>Holds neither a context nor a copy of one.</summary>
    internal readonly bool IsEmpty => _held is null;

    /// <summary>A copy of the thread's context.</summary>
    internal static ContextCopy OfCurrent(VmThread thread) => new(PyContext.VariablesOf(thread));

    /// <summary>The context as an object.</summary>
    internal PyContext Get()
    {
        if (_held is PyContext context)
        {
            context.Keep();
            return context;
        }
        context = new PyContext((ImmutableDictionary<PyContextVar, Value>)_held!);
        _held = context;
        return context;
    }

    /// <summary>Makes it the thread's context; null, with RuntimeError pending, when it is in use. What it gives is handed to
    /// <see cref="Leave"/>.</summary>
    internal PyContext? Enter(VmThread thread)
    {
        if (_held is PyContext context)
            return context.Enter(thread) ? context : null;
        var variables = System.Runtime.CompilerServices.Unsafe.As<ImmutableDictionary<PyContextVar, Value>>(_held!);
        context = PyContext.Borrow(thread, variables);
        // Entering it a second time must fail.
        _held = context;
        context.Enter(thread);
        return context;
    }

    /// <summary>Undoes <see cref="Enter"/>.</summary>
    internal void Leave(VmThread thread, PyContext entered)
    {
        entered.Leave(thread);
        if (!entered.IsBorrowed)
            return;
        _held = entered.Variables;
        thread.SpareContext = entered;
    }
}
