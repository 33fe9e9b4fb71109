// What sys offers to debuggers and profilers (library reference: sys). Tracing and auditing are not there: setting a hook says so.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

internal static partial class SysModule
{
    private static readonly PyStr SetTraceName = PyStr.Constant("set_trace");

    /// <summary>Return the global debug tracing function set with sys.settrace.</summary>
    [PyFunction("gettrace")]
    private static Value GetTrace() => Value.None;

    /// <summary>Set the global debug tracing function.</summary>
    [PyFunction("settrace", Signature = "function, /")]
    private static Value SetTrace(VmThread thread, Value function) => RefuseHook(thread, "settrace", function);

    /// <summary>Return the profiling function set with sys.setprofile.</summary>
    [PyFunction("getprofile")]
    private static Value GetProfile() => Value.None;

    /// <summary>Set the profiling function.</summary>
    [PyFunction("setprofile", Signature = "function, /")]
    private static Value SetProfile(VmThread thread, Value function) => RefuseHook(thread, "setprofile", function);

    /// <summary>Adds a new audit hook callback.</summary>
    [PyFunction("addaudithook", Signature = "hook")]
    private static Value AddAuditHook(VmThread thread, Value hook) =>
        thread.Raise(ExceptionTypes.NotImplementedError, "sys.addaudithook is not implemented");

    /// <summary>Call func(*args), while tracing is enabled.</summary>
    [PyFunction("call_tracing", Signature = "func, args, /")]
    private static Value CallTracing(VmThread thread, Value func, PyTuple args) => thread.Call(func, args.Items, null);

    /// <summary>Clear the internal type lookup cache.</summary>
    [PyFunction("_clear_type_cache")]
    private static Value ClearTypeCache() => Value.None;

    /// <summary>breakpointhook(*args, **kws)
    ///
    /// This hook function is called by built-in breakpoint().</summary>
    [PyFunction("breakpointhook", Signature = "*args, **kws")]
    private static Value BreakpointHook(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? kws)
    {
        var debugger = Importing.Import(thread, "pdb", null, PyTuple.Empty, 0);
        if (debugger.IsError)
            return debugger;
        var enter = Attributes.Get(thread, debugger, SetTraceName);
        return enter.IsError ? enter : KeywordCalls.Call(thread, enter, args, kws);
    }

    private static Value RefuseHook(VmThread thread, string function, Value hook) =>
        hook.IsNone ? Value.None : thread.Raise(ExceptionTypes.NotImplementedError, $"sys.{function} is not implemented");
}
