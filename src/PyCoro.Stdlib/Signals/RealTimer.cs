// setitimer(ITIMER_REAL) and alarm(): time that passes on the wall. The process has one such timer, interpreters are many;
// so each has its own, and the alarm arrives in the interpreter that asked for it.

using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Signals;

namespace PyCoro.Stdlib.Signals;

/// <summary>The real timer of an interpreter.</summary>
internal sealed class RealTimer
{
    private readonly Lock _gate = new();
    private Timer? _timer;
    private long _due;
    private long _interval;

    /// <summary>Starts it (0: stops it); all times in microseconds. Tells what was left and how it was repeated before.</summary>
    internal (long Left, long Interval) Set(Interpreter interpreter, long microseconds, long interval)
    {
        lock (_gate)
        {
            var before = Get(interpreter);
            _interval = interval;
            _due = 0;
            if (microseconds > 0)
                Start(interpreter, microseconds);
            else
                Stop(interpreter);
            return before;
        }
    }

    /// <summary>What is left until it rings, and how often it rings then.</summary>
    internal (long Left, long Interval) Get(Interpreter interpreter)
    {
        lock (_gate)
            return _due == 0 ? (0, 0) : (System.Math.Max(1, _due - Now(interpreter)), _interval);
    }

    private static long Now(Interpreter interpreter) => interpreter.Options.Clock.MonotonicNanoseconds / 1000;

    private static long Milliseconds(long microseconds) => System.Math.Max(1, (microseconds + 999) / 1000);

    private void Start(Interpreter interpreter, long microseconds)
    {
        _due = Now(interpreter) + microseconds;
        interpreter.Signals.IsAlarmSet = true;
        if (interpreter.Options.Clock is VirtualClock)
        {
            interpreter.Gil.SetAlarm(() => Ring(interpreter), _due * 1000);
            return;
        }
        _timer ??= new Timer(_ => Ring(interpreter));
        _timer.Change(Milliseconds(microseconds), Timeout.Infinite);
    }

    private void Stop(Interpreter interpreter)
    {
        interpreter.Signals.IsAlarmSet = false;
        interpreter.Gil.SetAlarm(null, 0);
        _timer?.Dispose();
        _timer = null;
    }

    private void Ring(Interpreter interpreter)
    {
        lock (_gate)
        {
            if (_due == 0)
                return;
            _due = 0;
            interpreter.Signals.IsAlarmSet = false;
            if (_interval > 0)
                Start(interpreter, _interval);
        }
        interpreter.Signals.Arrive(SignalTable.Alarm);
    }
}
