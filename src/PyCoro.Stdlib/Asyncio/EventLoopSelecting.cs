// How the loop waits for files and sockets. A loop that watches none has no selector: it is parked in the interpreter's lock,
// which wakes it in nanoseconds and lets virtual time jump. As soon as something is watched (Lib/asyncio/selector_events.py
// opens the selector then), each iteration asks the selector, and another thread wakes the loop through a pipe.
// A selector of Python's module is a table of keys around an epoll: of the usual one the loop looks into both directly
// (EventLoopPolling.cs), other ones are asked by their methods.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio;

internal sealed partial class PyEventLoop
{
    private static readonly PyStr SelectorName = PyStr.Constant("_selector");
    private static readonly PyStr SelectName = PyStr.Constant("select");
    private static readonly PyStr ProcessEventsName = PyStr.Constant("_process_events");
    private static readonly PyStr WriteToSelfName = PyStr.Constant("_write_to_self");

    private Value _selector = Value.Unbound;

    [PyGetter("_selector")]
    private Value GetSelector(VmThread thread) =>
        _selector.IsUnbound ? thread.Raise(ExceptionTypes.AttributeError, $"'{Type.Name}' object has no attribute '_selector'") : _selector;

    [PySetter("_selector")]
    private Value SetSelector(VmThread thread, Value value)
    {
        _selector = value;
        _epoll = null;
        return Value.None;
    }

    [PyMethod("_write_to_self")]
    private Value WriteToSelf(VmThread thread) => thread.Raise(ExceptionTypes.NotImplementedError);

    [PyMethod("_process_events")]
    private Value ProcessEvents(VmThread thread, Value eventList) => thread.Raise(ExceptionTypes.NotImplementedError);

    /// <summary>Waits for what the loop has to do next, and puts it into the ready queue.</summary>
    private Value Await(VmThread thread)
    {
        CheckOverrides();
        var selector = _hasNativeSelector ? _selector : Attributes.Get(thread, this, SelectorName);
        if (selector.IsError)
            return selector;
        if (selector.IsUnbound || selector.IsNone)
            return _ready.Count == 0 && !_stopping ? Wait(thread) : Value.None;
        if (_epoll is { } epoll && MayLookInto(selector))
            return Poll(thread, epoll);
        var events = Select(thread, selector);
        return events.IsError ? events : thread.CallMethod(this, ProcessEventsName, events);
    }

    private Value Select(VmThread thread, Value selector)
    {
        if (_ready.Count > 0 || _stopping)
            return thread.CallMethod(selector, SelectName, Value.Int(0));
        var timeout = Value.None;
        if (_timers.Count > 0)
        {
            if (!TrySecondsLeft(thread, out var seconds))
                return Value.Error;
            timeout = Value.Float(System.Math.Max(0, seconds));
        }
        _waiting = thread;
        var events = thread.CallMethod(selector, SelectName, timeout);
        _waiting = null;
        return events;
    }

    /// <summary>Seconds to the next timer, at most <see cref="LongestWait"/>; false when asking for the time raised.</summary>
    private bool TrySecondsLeft(VmThread thread, out double seconds)
    {
        seconds = LongestWait;
        if (_timers.Count == 0)
            return true;
        var now = Now(thread);
        if (now.IsError || !Conversions.TryDouble(thread, now, out var number))
            return false;
        seconds = System.Math.Min(seconds, _timers.FirstWhen - number);
        return true;
    }

    private void Park(VmThread thread, double seconds)
    {
        var nanoseconds = (long)System.Math.Ceiling(seconds * 1e9) + 1;
        thread.Interpreter.Gil.Park(thread, thread.Interpreter.Options.Clock.MonotonicNanoseconds + nanoseconds);
    }

    string IAwaited.Describe(string? name) => "something to do in its event loop";

    /// <summary>Waits until something is ready, a timer is due or someone calls in from another thread.</summary>
    private Value Wait(VmThread thread)
    {
        var wait = new EndlessWait();
        while (true)
        {
            if (!TrySecondsLeft(thread, out var seconds))
                return Value.Error;
            if (seconds <= 0)
                return Value.None;
            _waiting = thread;
            if (_timers.Count > 0)
                Park(thread, seconds);
            else
                wait.Park(thread, Gil.Forever, this);
            _waiting = null;
            if (!thread.CheckBudget())
                return Value.Error;
            // A signal handler may have begun to watch something.
            if (_ready.Count > 0 || !_selector.IsUnbound)
                return Value.None;
        }
    }

    /// <summary>Another thread, or a signal handler, has put something into the ready queue.</summary>
    private Value WakeUp(VmThread thread)
    {
        if (_waiting is { } waiting)
            thread.Interpreter.Gil.Unpark(waiting);
        CheckOverrides();
        return _hasNativeWriteToSelf ? Value.None : thread.CallMethod(this, WriteToSelfName);
    }
}
