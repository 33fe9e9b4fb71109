// atexit: functions that run when the program ends, the last one registered first. ProgramEnd calls _run_exitfuncs.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Signals;

/// <summary>allow programmer to define multiple exit functions to be executed
/// upon normal program termination.
///
/// Two public functions, register and unregister, are defined.</summary>
[PyModule("atexit")]
internal static partial class AtExitModule
{
    /// <summary>Register a function to be executed upon normal program termination, with the given arguments.
    ///
    /// The function is returned, so that this can be used as a decorator.</summary>
    [PyFunction("register")]
    private static Value Register(VmThread thread, ReadOnlySpan<Value> arguments, [Keywords] PyTuple? names)
    {
        var given = arguments.Length - (names?.Items.Length ?? 0);
        if (given == 0)
            return thread.TypeError("register() takes at least 1 argument (0 given)");
        if (arguments[0].Type.LookupSpecial(Special.Call).IsUnbound)
            return thread.TypeError("the first argument must be callable");
        Calls(thread).Add(new ExitCall(arguments[0], arguments[1..].ToArray(), names));
        return arguments[0];
    }

    /// <summary>Unregister an exit function which was previously registered using atexit.register.</summary>
    [PyFunction("unregister", Signature = "func, /")]
    private static Value Unregister(VmThread thread, Value func)
    {
        var calls = Calls(thread);
        for (var i = 0; i < calls.Count; i++)
        {
            if (!Comparison.TryEquals(thread, calls[i].Function, func, out var equal))
                return Value.Error;
            if (equal && i < calls.Count)
                calls.RemoveAt(i--);
        }
        return Value.None;
    }

    /// <summary>Clear the list of previously registered exit functions.</summary>
    [PyFunction("_clear")]
    private static void Clear(VmThread thread) => Calls(thread).Clear();

    /// <summary>Return the number of registered exit functions.</summary>
    [PyFunction("_ncallbacks")]
    private static int Count(VmThread thread) => Calls(thread).Count;

    /// <summary>Run all registered exit functions.
    ///
    /// If a callback raises an exception, it is logged with sys.unraisablehook.</summary>
    [PyFunction("_run_exitfuncs")]
    private static void RunAll(VmThread thread)
    {
        // What the functions register themselves comes too late.
        var calls = Calls(thread);
        for (var i = calls.Count - 1; i >= 0; i--)
        {
            if (i >= calls.Count)
                continue;
            var call = calls[i];
            if (thread.Call(call.Function, call.Arguments, call.Names).IsError)
                Runtime.Exceptions.UnraisableExceptions.Report(thread, call.Function, Value.Str("Exception ignored in atexit callback"));
        }
        calls.Clear();
    }

    private static List<ExitCall> Calls(VmThread thread) => thread.Interpreter.State<ExitCalls>().List;

    private sealed record ExitCall(Value Function, Value[] Arguments, PyTuple? Names);

    private sealed class ExitCalls
    {
        public List<ExitCall> List { get; } = [];
    }
}
