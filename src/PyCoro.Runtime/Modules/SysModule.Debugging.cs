// What sys offers to debuggers and profilers (library reference: sys).

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
    private static Value GetTrace(VmThread thread) => thread.TraceFunction.IsUnbound ? Value.None : thread.TraceFunction;

    /// <summary>Set the global debug tracing function.
    ///
    /// It will be called on each function call.  See the debugger chapter
    /// in the library manual.</summary>
    [PyFunction("settrace", Signature = "function, /")]
    private static Value SetTrace(VmThread thread, Value function)
    {
        thread.SetTrace(function.IsNone ? Value.Unbound : function);
        return Value.None;
    }

    /// <summary>Return the profiling function set with sys.setprofile.</summary>
    [PyFunction("getprofile")]
    private static Value GetProfile(VmThread thread) => thread.ProfileFunction.IsUnbound ? Value.None : thread.ProfileFunction;

    /// <summary>Set the profiling function.
    ///
    /// It will be called on each function call and return.  See the profiler
    /// chapter in the library manual.</summary>
    [PyFunction("setprofile", Signature = "function, /")]
    private static Value SetProfile(VmThread thread, Value function)
    {
        thread.SetProfile(function.IsNone ? Value.Unbound : function);
        return Value.None;
    }

    /// <summary>Adds a new audit hook callback.</summary>
    [PyFunction("addaudithook", Signature = "hook")]
    private static Value AddAuditHook(VmThread thread, Value hook) =>
        thread.Raise(ExceptionTypes.NotImplementedError, "sys.addaudithook is not implemented");

    /// <summary>Call func(*args), while tracing is enabled.</summary>
    [PyFunction("call_tracing", Signature = "func, args, /")]
    private static Value CallTracing(VmThread thread, Value func, PyTuple args) => thread.CallTraced(func, args.Items);

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
}
