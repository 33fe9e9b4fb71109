namespace PyCoro.Runtime.Hosting;

/// <summary>Time that passes when no thread can run: then it jumps to the next moment somebody waits for (Gil.cs). Computing
/// and asking for the time take a little of it, always the same, so that a program which waits in a loop ends, and things that
/// happen one after the other are not due at once.</summary>
internal sealed class VirtualClock : IClock
{
    private const long SliceNanoseconds = 1_000_000;
    private const long ReadNanoseconds = 1_000;

    private readonly DateTime _start = DateTime.UtcNow;

    public DateTime ReadUtc() => _start.AddTicks(Read() / 100);

    public long Read() => MonotonicNanoseconds += ReadNanoseconds;

    public long MonotonicNanoseconds { get; private set; }

    /// <summary>Makes it that time, in nanoseconds; never earlier than it is.</summary>
    internal void AdvanceTo(long nanoseconds) => MonotonicNanoseconds = Math.Max(MonotonicNanoseconds, nanoseconds);

    /// <summary>So much of it passes, in nanoseconds.</summary>
    internal void Pass(long nanoseconds) => MonotonicNanoseconds += Math.Max(0, nanoseconds);

    /// <summary>What a slice of instructions takes.</summary>
    internal void PassSlice() => MonotonicNanoseconds += SliceNanoseconds;
}
