// PEP 567. A context is an immutable map behind a reference: copying one, which every task and every scheduled callback
// does, costs no more than the object.

using System.Collections.Immutable;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Contextvars;

/// <summary>A mapping of context variables to values (library reference: contextvars).</summary>
[PyType("Context", Module = "_contextvars")]
internal sealed partial class PyContext : PyObject
{
    internal static readonly ImmutableDictionary<PyContextVar, Value> Nothing =
        ImmutableDictionary.Create<PyContextVar, Value>(ReferenceEqualityComparer.Instance);

    internal PyContext(ImmutableDictionary<PyContextVar, Value> variables) : base(TypeObject.RootShape) => Variables = variables;

    /// <summary>What is set in it.</summary>
    internal ImmutableDictionary<PyContextVar, Value> Variables;

    /// <summary>Some thread is inside <see cref="Run"/>.</summary>
    internal bool IsEntered;

    /// <summary>Stands in for a copy that is no object yet; see <see cref="ContextCopy"/>.</summary>
    internal bool IsBorrowed { get; private set; }

    private PyObject? _previous;

    /// <summary>The context of the thread.</summary>
    internal static PyContext Current(VmThread thread)
    {
        if (thread.CurrentContext is PyContext context)
        {
            context.Keep();
            return context;
        }
        context = new PyContext(Nothing) { IsEntered = true };
        thread.CurrentContext = context;
        return context;
    }

    /// <summary>Somebody gets hold of it: it stands in for nothing any more.</summary>
    internal void Keep() => IsBorrowed = false;

    /// <summary>What is set in the context of the thread.</summary>
    internal static ImmutableDictionary<PyContextVar, Value> VariablesOf(VmThread thread) =>
        thread.CurrentContext is PyContext context ? context.Variables : Nothing;

    /// <summary>A context for the time of a call; whoever is done puts it into <see cref="VmThread.SpareContext"/> again.</summary>
    internal static PyContext Borrow(VmThread thread, ImmutableDictionary<PyContextVar, Value> variables)
    {
        if (thread.SpareContext is PyContext context)
        {
            thread.SpareContext = null;
            if (!ReferenceEquals(context.Variables, variables))
                context.Variables = variables;
        }
        else
        {
            context = new PyContext(variables);
        }
        context.IsBorrowed = true;
        return context;
    }

    /// <summary><c>copy_context()</c>.</summary>
    internal static PyContext CopyCurrent(VmThread thread) =>
        new(VariablesOf(thread));

    /// <summary>Makes it the thread's context; false, with RuntimeError pending, when it is in use.</summary>
    internal bool Enter(VmThread thread)
    {
        if (IsEntered)
        {
            var repr = Texts.Repr(thread, this);
            if (repr is not null)
                thread.RuntimeError($"cannot enter context: {repr.Text} is already entered");
            return false;
        }
        _previous = thread.CurrentContext;
        IsEntered = true;
        thread.CurrentContext = this;
        return true;
    }

    /// <summary>Undoes <see cref="Enter"/>.</summary>
    internal void Leave(VmThread thread)
    {
        thread.CurrentContext = _previous;
        _previous = null;
        IsEntered = false;
    }

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs) =>
        args.Length > 0 || kwargs is { Count: > 0 } ? thread.TypeError("Context() does not accept any arguments") : new PyContext(Nothing);

    [PyMethod("run")]
    private Value Run(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs)
    {
        if (args.Length == 0)
            return thread.TypeError("run() missing 1 required positional argument");
        if (!Enter(thread))
            return Value.Error;
        var result = CallWithKeywords(thread, args[0], args[1..], kwargs);
        Leave(thread);
        return result;
    }

    [PyMethod("copy")]
    private Value Copy() => new PyContext(Variables);

    [PyMethod("get", Signature = "key, default=None, /")]
    private Value GetOr(VmThread thread, Value key, Value fallback)
    {
        if (!TryVariable(thread, key, out var variable))
            return Value.Error;
        if (Variables.TryGetValue(variable, out var value))
            return value;
        return fallback.IsUnbound ? Value.None : fallback;
    }

    [PyMethod("__getitem__")]
    private Value GetItem(VmThread thread, Value key)
    {
        if (!TryVariable(thread, key, out var variable))
            return Value.Error;
        return Variables.TryGetValue(variable, out var value) ? value : thread.KeyError(key);
    }

    [PyMethod("__contains__")]
    private Value Contains(VmThread thread, Value key) =>
        TryVariable(thread, key, out var variable) ? Value.Bool(Variables.ContainsKey(variable)) : Value.Error;

    [PyMethod("__len__")]
    private long Length() => Variables.Count;

    [PyMethod("__iter__")]
    private Value Iter(VmThread thread) => Iteration.GetIter(thread, Keys());

    [PyMethod("keys")]
    private Value Keys() => PyTuple.Of([.. Variables.Keys.Select(key => Value.Of(key))]);

    [PyMethod("values")]
    private Value Values() => PyTuple.Of([.. Variables.Values]);

    [PyMethod("items")]
    private Value Items() => PyTuple.Of([.. Variables.Select(pair => Value.Of(PyTuple.Of(pair.Key, pair.Value)))]);

    [PyMethod("__eq__")]
    private Value Equals(VmThread thread, Value other)
    {
        if (other.Ref is not PyContext context)
            return Value.NotImplemented;
        if (Variables.Count != context.Variables.Count)
            return Value.False;
        foreach (var (key, value) in Variables)
        {
            if (!context.Variables.TryGetValue(key, out var theirs))
                return Value.False;
            if (!Comparison.TryEquals(thread, value, theirs, out var equal))
                return Value.Error;
            if (!equal)
                return Value.False;
        }
        return Value.True;
    }

    internal static Value CallWithKeywords(VmThread thread, Value callable, ReadOnlySpan<Value> args, PyDict? kwargs)
    {
        if (kwargs is null || kwargs.Count == 0)
            return thread.Call(callable, args, null);
        var all = new List<Value>(args.Length + kwargs.Count);
        all.AddRange(args);
        var names = new List<Value>(kwargs.Count);
        for (var i = 0; i < kwargs.EntryCount; i++)
        {
            var entry = kwargs.EntryAt(i);
            if (entry.Key.IsUnbound)
                continue;
            names.Add(entry.Key);
            all.Add(entry.Item);
        }
        return thread.Call(callable, all.ToArray(), PyTuple.Of(names.ToArray()));
    }

    private static bool TryVariable(VmThread thread, Value key, out PyContextVar variable)
    {
        variable = (key.Ref as PyContextVar)!;
        if (variable is not null)
            return true;
        var repr = Texts.Repr(thread, key);
        if (repr is not null)
            thread.TypeError($"a ContextVar key was expected, got {repr.Text}");
        return false;
    }
}
