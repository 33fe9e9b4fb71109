using System.Diagnostics;

namespace PyCoro.Runtime.Hosting;

/// <summary>Time as scripts see it; another implementation lets it pass without waiting.</summary>
internal interface IClock
{
    /// <summary>Wall clock, as a program asks for it: <c>time.time()</c>.</summary>
    DateTime ReadUtc();

    /// <summary>Nanoseconds that never go back, as a program asks for them: <c>time.monotonic_ns()</c>.</summary>
    long Read();

    /// <summary>The same for those who only look: asking takes no time.</summary>
    long MonotonicNanoseconds { get; }
}

/// <summary>Real time.</summary>
internal sealed class SystemClock : IClock
{
    public DateTime ReadUtc() => DateTime.UtcNow;

    public long Read() => MonotonicNanoseconds;

    public long MonotonicNanoseconds => (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));
}
