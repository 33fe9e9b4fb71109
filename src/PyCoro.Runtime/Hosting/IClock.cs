using System.Diagnostics;

namespace PyCoro.Runtime.Hosting;

/// <summary>Time as scripts see it; another implementation lets it pass without waiting.</summary>
internal interface IClock
{
    /// <summary>Wall clock, <c>time.time()</c>.</summary>
    DateTime UtcNow { get; }

    /// <summary>Nanoseconds that never go back, <c>time.monotonic_ns()</c>.</summary>
    long MonotonicNanoseconds { get; }

    /// <summary>Waits until the time has passed or the event is set (null: nothing can end the wait early); true when it was set.</summary>
    bool Wait(WaitHandle? wakeUp, long nanoseconds);
}

/// <summary>Real time.</summary>
internal sealed class SystemClock : IClock
{
    public DateTime UtcNow => DateTime.UtcNow;

    public long MonotonicNanoseconds => (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));

    public bool Wait(WaitHandle? wakeUp, long nanoseconds)
    {
        // Rounds up: a timer must not be asked for before it is due.
        var milliseconds = (int)Math.Min(int.MaxValue, (nanoseconds + 999_999) / 1_000_000);
        if (wakeUp is not null)
            return wakeUp.WaitOne(milliseconds);
        Thread.Sleep(milliseconds);
        return false;
    }
}
