// setitimer(ITIMER_REAL) and alarm(): time that passes on the wall. The process has one such timer, interpreters are many;
// so each has its own, and the alarm arrives in the interpreter that asked for it.

using PyCoro.Runtime.Execution;
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
            var before = Get();
            _timer?.Dispose();
            _timer = null;
            _interval = interval;
            if (microseconds > 0)
            {
                _due = Now + microseconds;
                _timer = new Timer(_ => Ring(interpreter), null, Milliseconds(microseconds), Timeout.Infinite);
            }
            return before;
        }
    }

    /// <summary>What is left until it rings, and how often it rings then.</summary>
    internal (long Left, long Interval) Get()
    {
        lock (_gate)
            return _timer is null ? (0, 0) : (System.Math.Max(1, _due - Now), _interval);
    }

    private static long Now => Environment.TickCount64 * 1000;

    private static long Milliseconds(long microseconds) => System.Math.Max(1, (microseconds + 999) / 1000);

    private void Ring(Interpreter interpreter)
    {
        lock (_gate)
        {
            if (_timer is null)
                return;
            if (_interval == 0)
            {
                _timer.Dispose();
                _timer = null;
            }
            else
            {
                _due = Now + _interval;
                _timer.Change(Milliseconds(_interval), Timeout.Infinite);
            }
        }
        interpreter.Signals.Arrive(SignalTable.Alarm);
    }
}
