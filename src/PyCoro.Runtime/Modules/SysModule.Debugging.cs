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
    private const string BreakpointVariable = "PYTHONBREAKPOINT";

    /// <summary>Return the global debug tracing function set with sys.settrace.</summary>
    [PyFunction("gettrace")]
    private static Value GetTrace(VmThread thread) => thread.TraceFunction.IsUnbound ? Value.None : thread.TraceFunction;

    /// <summary>Return a dict mapping each thread's thread id to its current stack frame.
    ///
    /// This function should be used for specialized purposes only.</summary>
    [PyFunction("_current_frames")]
    private static Value CurrentFrames(VmThread thread)
    {
        if (!Auditing.Raise(thread, "sys._current_frames"))
            return Value.Error;
        return ByThread(thread, static other => other.Top is { } frame ? frame : Value.Unbound);
    }

    /// <summary>Return a dict mapping each thread's identifier to its current raised exception.
    ///
    /// This function should be used for specialized purposes only.</summary>
    [PyFunction("_current_exceptions")]
    private static Value CurrentExceptions(VmThread thread)
    {
        if (!Auditing.Raise(thread, "sys._current_exceptions"))
            return Value.Error;
        return ByThread(thread, ExcInfo);
    }

    // The others stand still: the one that asks holds the GIL.
    private static PyDict ByThread(VmThread thread, Func<VmThread, Value> what)
    {
        var dict = new PyDict();
        foreach (var other in thread.Interpreter.Gil.Threads)
        {
            var value = what(other);
            if (!value.IsUnbound)
                dict.Set(thread, Value.Int(other.Identity), value);
        }
        return dict;
    }

    /// <summary>Set the global debug tracing function.
    ///
    /// It will be called on each function call.  See the debugger chapter
    /// in the library manual.</summary>
    [PyFunction("settrace", Signature = "function, /")]
    private static Value SetTrace(VmThread thread, Value function)
    {
        if (!Auditing.Raise(thread, "sys.settrace"))
            return Value.Error;
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
        if (!Auditing.Raise(thread, "sys.setprofile"))
            return Value.Error;
        thread.SetProfile(function.IsNone ? Value.Unbound : function);
        return Value.None;
    }

    /// <summary>Adds a new audit hook callback.</summary>
    [PyFunction("addaudithook", Signature = "hook")]
    private static Value AddAuditHook(VmThread thread, Value hook) => Auditing.Add(thread, hook);

    /// <summary>Passes the event to any hooks that are attached.</summary>
    [PyFunction("audit")]
    private static Value Audit(VmThread thread, ReadOnlySpan<Value> args)
    {
        if (args.Length == 0)
            return thread.TypeError("audit() missing 1 required positional argument: 'event'");
        if (args[0].Ref is not PyStr name)
            return thread.TypeError($"expected str for argument 'event', not {args[0].Type.Name}");
        return Auditing.Raise(thread, name.Text, args[1..]) ? Value.None : Value.Error;
    }

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
        var wanted = "";
        if (!thread.Interpreter.Options.Flags.IgnoreEnvironment)
            thread.Interpreter.Options.OperatingSystem.Environment.TryGetValue(BreakpointVariable, out wanted);
        switch (wanted)
        {
            case "0":
                return Value.None;
            case null or "":
                wanted = "pdb.set_trace";
                break;
        }
        var dot = wanted.LastIndexOf('.');
        var (module, name) = dot < 0 ? ("builtins", wanted) : (wanted[..dot], wanted[(dot + 1)..]);
        if (module.Length == 0)
            return WarnOfBreakpoint(thread, wanted);
        var found = Importing.Import(thread, module, null, PyTuple.Of(Value.Str(name)), 0);
        if (found.IsError)
            return thread.ClearPending(ExceptionTypes.ImportError) ? WarnOfBreakpoint(thread, wanted) : Value.Error;
        var enter = Attributes.Get(thread, found, thread.Interpreter.Intern(name));
        if (enter.IsError)
            return thread.ClearPending(ExceptionTypes.AttributeError) ? WarnOfBreakpoint(thread, wanted) : Value.Error;
        return KeywordCalls.Call(thread, enter, args, kws);
    }

    private static Value WarnOfBreakpoint(VmThread thread, string wanted) => Warnings.Warn(
        thread, Value.Str($"Ignoring unimportable ${BreakpointVariable}: \"{wanted}\""), ExceptionTypes.RuntimeWarning, 1, Value.None);
}
