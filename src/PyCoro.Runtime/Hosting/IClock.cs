using System.Diagnostics;

namespace PyCoro.Runtime.Hosting;

/// <summary>Time as scripts see it; another implementation lets it pass without waiting.</summary>
internal interface IClock
{
    /// <summary>Wall clock, <c>time.time()</c>.</summary>
    DateTime UtcNow { get; }

    /// <summary>Nanoseconds that never go back, <c>time.monotonic_ns()</c>.</summary>
    long MonotonicNanoseconds { get; }
}

/// <summary>Real time.</summary>
internal sealed class SystemClock : IClock
{
    public DateTime UtcNow => DateTime.UtcNow;

    public long MonotonicNanoseconds => (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));
}
