// The parts of _signal that are about time and masks: timers, what is blocked, and waiting for what is.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Signals;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Signals;

internal static partial class SignalModule
{
    private const int BlockMore = 0;
    private const int BlockLess = 1;
    private const int BlockExactly = 2;
    private const double Microseconds = 1e6;

    /// <summary>Arrange for SIGALRM to arrive after the given number of seconds.</summary>
    [PyFunction("alarm", Signature = "seconds, /")]
    private static Value Alarm(VmThread thread, int seconds)
    {
        var (left, _) = thread.Interpreter.State<SignalState>().RealTimer.Set(thread.Interpreter, (long)(uint)seconds * (long)Microseconds, 0);
        return Value.Int((long)System.Math.Ceiling(left / Microseconds));
    }

    /// <summary>Sets given itimer (one of ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF).
    ///
    /// The timer will fire after value seconds and after that every interval seconds. Returns what it was before.</summary>
    [PyFunction("setitimer", Signature = "which, seconds, interval=0.0, /")]
    private static Value SetTimer(VmThread thread, int which, Value seconds, Value interval)
    {
        var repeat = 0L;
        if (!TryMicroseconds(thread, seconds, out var first) || (!interval.IsUnbound && !TryMicroseconds(thread, interval, out repeat)))
            return Value.Error;
        if (first < 0 || repeat < 0 || which is < 0 or > 2)
            return TimerError(thread, InvalidArgument);
        if (which == 0)
        {
            var (left, every) = thread.Interpreter.State<SignalState>().RealTimer.Set(thread.Interpreter, first, repeat);
            return Times(left, every);
        }
        var result = thread.Interpreter.Options.OperatingSystem.SetTimer(which, first, repeat, out var leftBefore, out var everyBefore);
        return result < 0 ? TimerError(thread, (int)-result) : Times(leftBefore, everyBefore);
    }

    /// <summary>Returns current value of given itimer.</summary>
    [PyFunction("getitimer", Signature = "which, /")]
    private static Value GetTimer(VmThread thread, int which)
    {
        if (which is < 0 or > 2)
            return TimerError(thread, InvalidArgument);
        if (which == 0)
        {
            var (left, every) = thread.Interpreter.State<SignalState>().RealTimer.Get(thread.Interpreter);
            return Times(left, every);
        }
        var result = thread.Interpreter.Options.OperatingSystem.SetTimer(which, -1, 0, out var leftNow, out var everyNow);
        return result < 0 ? TimerError(thread, (int)-result) : Times(leftNow, everyNow);
    }

    /// <summary>Fetch and/or change the signal mask.</summary>
    [PyFunction("pthread_sigmask", Signature = "how, mask, /")]
    private static Value Mask(VmThread thread, int how, Value mask)
    {
        if (!TrySignals(thread, mask, out var signals))
            return Value.Error;
        var table = thread.Interpreter.Signals;
        var before = table.Blocked;
        var after = how switch
        {
            BlockMore => before | signals,
            BlockLess => before & ~signals,
            BlockExactly => signals,
            _ => (ulong?)null,
        };
        if (after is not { } blocked)
            return SystemErrors.Raise(thread, InvalidArgument);
        // SIGKILL and SIGSTOP cannot be blocked; trying to is no error.
        blocked &= ~(SignalTable.Bit(9) | SignalTable.Bit(19));
        return table.Block(thread, blocked) ? SetOf(thread, before) : Value.Error;
    }

    /// <summary>Examine pending signals: those that are blocked and have arrived.</summary>
    [PyFunction("sigpending")]
    private static Value Pending(VmThread thread) => SetOf(thread, thread.Interpreter.Signals.Pending);

    /// <summary>Wait for a signal of the set; its number.</summary>
    [PyFunction("sigwait", Signature = "sigset, /")]
    private static Value WaitFor(VmThread thread, Value sigset)
    {
        if (!TrySignals(thread, sigset, out var signals))
            return Value.Error;
        var interpreter = thread.Interpreter;
        while (true)
        {
            if (interpreter.Signals.Take(signals) is var taken && taken != 0)
                return Value.Int(taken);
            interpreter.Gil.Park(thread, Gil.UntilSignal);
            if ((interpreter.Signals.Pending & signals) == 0 && !thread.CheckBudget())
                return Value.Error;
        }
    }

    private static bool TrySignals(VmThread thread, Value iterable, out ulong signals)
    {
        signals = 0;
        var list = Iteration.ToArray(thread, iterable);
        if (list is null)
            return false;
        foreach (var item in list)
        {
            var number = Conversions.Index(thread, item);
            if (number.IsError)
                return false;
            if (!number.IsSmallInt || number.Bits is < 1 or >= SignalTable.Count)
            {
                thread.ValueError($"signal number {number.Bits} out of range [1; {SignalTable.Count - 1}]");
                return false;
            }
            signals |= SignalTable.Bit((int)number.Bits);
        }
        return true;
    }

    private static bool TryMicroseconds(VmThread thread, Value seconds, out long microseconds)
    {
        microseconds = 0;
        double number;
        if (seconds.TryGetDouble(out var fraction))
        {
            number = fraction;
        }
        else
        {
            var whole = Conversions.Index(thread, seconds);
            if (whole.IsError)
                return false;
            number = whole.IsSmallInt ? whole.Bits : long.MaxValue;
        }
        microseconds = (long)System.Math.Clamp(System.Math.Ceiling(number * Microseconds), long.MinValue / 2, long.MaxValue / 2);
        return true;
    }

    private static PyTuple Times(long left, long interval) => PyTuple.Of(Value.Float(left / Microseconds), Value.Float(interval / Microseconds));

    private static Value TimerError(VmThread thread, int number) =>
        thread.Raise(thread.Interpreter.State<SignalState>().TimerError!, Value.Int(number), Value.Str(SystemErrors.Describe(number)));
}
