// Audit hooks (PEP 578): sys.addaudithook adds functions that hear of events; one that raises stops what was about to happen.
// They cannot be taken away again, and are not traced unless their __cantrace__ says so.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

/// <summary>The hooks of one interpreter.</summary>
internal sealed class Auditing
{
    private static readonly PyStr CanTrace = PyStr.Constant("__cantrace__");

    private readonly List<Value> _hooks = [];

    /// <summary>Tells the hooks of an event. False, with the exception pending, when one of them objects.</summary>
    internal static bool Raise(VmThread thread, string name, params ReadOnlySpan<Value> arguments) =>
        thread.Interpreter.Audit is not { } auditing || auditing.Tell(thread, Value.Str(name), PyTuple.Of(arguments.ToArray()));

    /// <summary>Adds a hook, unless one there already refuses: an Exception of it does so silently.</summary>
    internal static Value Add(VmThread thread, Value hook)
    {
        if (!Raise(thread, "sys.addaudithook"))
            return thread.ClearPending(ExceptionTypes.Exception) ? Value.None : Value.Error;
        (thread.Interpreter.Audit ??= new Auditing())._hooks.Add(hook);
        return Value.None;
    }

    private bool Tell(VmThread thread, Value name, PyTuple arguments)
    {
        // A hook may add others, which do not hear of this event.
        foreach (var hook in _hooks.ToArray())
        {
            var traced = false;
            if (thread.IsTracing)
            {
                var wish = Attributes.TryGet(thread, hook, CanTrace);
                if (wish.IsError || (!wish.IsUnbound && !Truth.TryTest(thread, wish, out traced)))
                    return false;
            }
            var result = traced ? thread.Call(hook, name, arguments) : thread.CallUntraced(hook, name, arguments);
            if (result.IsError)
                return false;
        }
        return true;
    }
}
