// Debug mode (library reference: Developing with asyncio): calls from the wrong thread and coroutines instead of callbacks
// are refused, slow callbacks are logged, and everything remembers where it was made. Futures and tasks then schedule
// through call_soon() like anybody, so that their handles know it too.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio;

internal sealed partial class PyEventLoop
{
    private static readonly PyStr SlowDurationName = PyStr.Constant("slow_callback_duration");

    private bool _debug;

    internal bool IsDebug => _debug;

    [PyMethod("get_debug")]
    private bool GetDebug() => _debug;

    [PyMethod("set_debug")]
    private Value SetDebug(bool enabled)
    {
        _debug = enabled;
        return Value.None;
    }

    [PyGetter("_debug")]
    private bool DebugField() => _debug;

    [PyMethod("_check_thread")]
    private Value CheckThread(VmThread thread) =>
        _runner is null || ReferenceEquals(_runner, thread)
            ? Value.None
            : thread.RuntimeError("Non-thread-safe operation invoked on an event loop other than the current one");

    [PyMethod("_check_callback")]
    private Value CheckCallback(VmThread thread, Value callback, string method)
    {
        var asked = thread.Call(AsyncioState.Of(thread).IsCoroutineOrFunction, callback);
        if (asked.IsError || !Truth.TryTest(thread, asked, out var isCoroutine))
            return Value.Error;
        if (isCoroutine)
            return thread.TypeError($"coroutines cannot be used with {method}()");
        if (IsCallable(callback))
            return Value.None;
        var shown = Texts.Repr(thread, callback);
        return shown is null ? Value.Error : thread.TypeError($"a callable object was expected by {method}(), got {shown.Text}");
    }

    /// <summary>Where Python code stands now, for what is being made; null outside debug mode. False when it raised.</summary>
    internal static bool TryTrace(VmThread thread, PyObject? loop, out PyObject? traceback)
    {
        traceback = null;
        if (loop is PyEventLoop { _debug: false } or null)
            return true;
        if (loop is not PyEventLoop)
        {
            var asked = thread.CallMethod(loop, PyStr.Constant("get_debug"));
            if (asked.IsError || !Truth.TryTest(thread, asked, out var isDebug))
                return false;
            if (!isDebug)
                return true;
        }
        var stack = thread.Call(AsyncioState.Of(thread).ExtractStack);
        traceback = stack.Ref;
        return !stack.IsError;
    }

    /// <summary>In debug mode: may this thread schedule that callback?</summary>
    private Value CheckScheduling(VmThread thread, Value callback, string method)
    {
        if (!_debug)
            return Value.None;
        return method != "call_soon_threadsafe" && CheckThread(thread).IsError ? Value.Error : CheckCallback(thread, callback, method);
    }

    private Value RunMeasured(VmThread thread, in ReadyEntry entry)
    {
        var clock = thread.Interpreter.Options.Clock;
        var started = clock.MonotonicNanoseconds;
        // What a report shows is taken before: running a handle may empty it.
        Value handle = entry.Kind == ReadyKind.Handle ? entry.Target : HandleOf(thread, entry);
        var result = Run(thread, entry);
        if (result.IsError)
            return result;
        var seconds = (clock.MonotonicNanoseconds - started) / 1e9;
        var limit = Attributes.Get(thread, this, SlowDurationName);
        if (limit.IsError || !Conversions.TryDouble(thread, limit, out var longest))
            return Value.Error;
        return seconds < longest ? Value.None : thread.Call(AsyncioState.Of(thread).ReportSlow, handle, Value.Float(seconds));
    }
}
