// The hooks of sys.settrace and sys.setprofile, which belong to a thread, and how it gets from one interpreter loop to
// the other: a loop that finds itself in the wrong mode leaves to its driver (VmThread.Run), which enters the right one.
// An untraced loop finds out where it checks its budget anyway; so the budget is kept at zero while someone traces.

using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Threads;

public sealed partial class VmThread
{
    /// <summary>How many traced instructions pass between two looks at Ctrl-C and the like.</summary>
    private const int TracedSlice = 1000;

    private int _tracedBudget = TracedSlice;
    private bool _insideHook;

    /// <summary>sys.settrace; unbound when there is none.</summary>
    internal Value TraceFunction { get; private set; } = Value.Unbound;

    /// <summary>sys.setprofile; unbound when there is none.</summary>
    internal Value ProfileFunction { get; private set; } = Value.Unbound;

    /// <summary>A hook is set and is not running itself: the traced loop is to run.</summary>
    internal bool IsTracing { get; private set; }

    /// <summary>The event being reported to a trace function, which decides whether it may jump; null outside of one.</summary>
    internal string? TracedEvent { get; private set; }

    /// <summary>Sets or (unbound) removes the trace function.</summary>
    internal void SetTrace(Value function)
    {
        TraceFunction = function;
        UpdateTracing();
    }

    /// <summary>Sets or (unbound) removes the profile function.</summary>
    internal void SetProfile(Value function)
    {
        ProfileFunction = function;
        UpdateTracing();
    }

    /// <summary>Calls a hook, which is not traced itself.</summary>
    internal Value CallHook(Value hook, Objects.Frame frame, string name, Value argument)
    {
        _insideHook = true;
        TracedEvent = name;
        UpdateTracing();
        var result = Call(hook, frame, Value.Str(name), argument);
        _insideHook = false;
        TracedEvent = null;
        UpdateTracing();
        return result;
    }

    /// <summary>Calls a function that may begin to trace although a hook is running: sys.call_tracing. As in CPython 3.11 the
    /// hook in force hears of the call only if it is set again.</summary>
    internal Value CallTraced(Value function, ReadOnlySpan<Value> args)
    {
        var (inside, traced) = (_insideHook, TracedEvent);
        (_insideHook, TracedEvent) = (false, null);
        var result = Call(function, args, null);
        (_insideHook, TracedEvent) = (inside, traced);
        UpdateTracing();
        return result;
    }

    /// <summary>Calls a function that tracing does not see.</summary>
    internal Value CallUntraced(Value function, Value a, Value b)
    {
        var inside = _insideHook;
        _insideHook = true;
        UpdateTracing();
        var result = Call(function, a, b);
        _insideHook = inside;
        UpdateTracing();
        return result;
    }

    /// <summary>The traced loop's budget. False when an exception is pending now.</summary>
    internal bool CheckTracedBudget()
    {
        if (--_tracedBudget > 0)
            return true;
        _tracedBudget = TracedSlice;
        return CheckBudget();
    }

    private void UpdateTracing()
    {
        IsTracing = !_insideHook && (!TraceFunction.IsUnbound || !ProfileFunction.IsUnbound);
        Budget = 0;
    }
}
