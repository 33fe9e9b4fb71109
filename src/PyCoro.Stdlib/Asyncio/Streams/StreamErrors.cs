using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio.Streams;

/// <summary>Raises what reading from a stream fails with; the classes are Python's, in asyncio.exceptions.</summary>
internal static class StreamErrors
{
    internal static Value RaiseIncomplete(VmThread thread, Value partial, Value expected) =>
        Raise(thread, "IncompleteReadError", partial, expected);

    internal static Value RaiseOverrun(VmThread thread, string message, int consumed) =>
        Raise(thread, "LimitOverrunError", Value.Str(message), Value.Int(consumed));

    /// <summary>What <c>raise exception</c> does.</summary>
    internal static Value RaiseGiven(VmThread thread, Value exception)
    {
        Raising.Raise(thread, 1, exception, Value.Unbound);
        return Value.Error;
    }

    private static Value Raise(VmThread thread, string name, Value what, Value howMuch)
    {
        var module = Importing.Import(thread, "asyncio.exceptions");
        var type = module.IsError ? module : Attributes.Get(thread, module, PyStr.Of(name));
        var exception = type.IsError ? type : thread.Call(type, what, howMuch);
        return exception.IsError ? exception : RaiseGiven(thread, exception);
    }
}
