// Calls of the system that may take long, as PEP 475 has them: other threads run meanwhile, a signal ends the call, its
// handler runs, and unless that raised the call is made again with the time that is left.

using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Threads;

/// <summary>Calls of the system during which other Python threads run.</summary>
internal static class Blocking
{
    /// <summary>EINTR, the error of a call that a signal ended.</summary>
    internal const int Interrupted = 4;

    /// <summary>What poll(2) calls something to read.</summary>
    internal const short Readable = 1;

    /// <summary>What poll(2) calls room to write.</summary>
    internal const short Writable = 4;

    // The command of fcntl(2), and O_NONBLOCK.
    private const int GetStatusFlags = 3;
    private const long NonBlocking = 0x800;

    // In milliseconds: how often a wait under virtual time looks up.
    private const int FirstSlice = 1;
    private const int LongestSlice = 16;

    /// <summary>Makes the call, which must touch no Python object; false when the handler of a signal raised.</summary>
    internal static bool TryCall(VmThread thread, Func<long> call, out long result)
    {
        while (true)
        {
            using (thread.Outside())
                result = call();
            if (result != -Interrupted)
                return true;
            if (!thread.CheckBudget())
                return false;
        }
    }

    /// <summary>The same for a call whose result goes to the program at once: a signal that came during the call without ending
    /// it is heard first. What the call gave is lost when its handler raises.</summary>
    internal static bool TryCallAndHear(VmThread thread, Func<long> call, out long result) =>
        TryCall(thread, call, out result) && TryHear(thread);

    /// <summary>Runs the handlers of signals that have come; false when one raised.</summary>
    internal static bool TryHear(VmThread thread) => !thread.IsInterrupted || thread.CheckBudget();

    /// <summary>The same for a call that waits for a descriptor to give or take something. Under virtual time it is waited for
    /// first, so that it is known what the call waits for.</summary>
    internal static bool TryCallOn(VmThread thread, int descriptor, short wanted, Func<long> call, out long result)
    {
        result = 0;
        var options = thread.Interpreter.Options;
        if (options.Clock is VirtualClock && (options.OperatingSystem.Control(descriptor, GetStatusFlags, 0) & NonBlocking) == 0
            && !TryPoll(thread, descriptor, wanted, Gil.Forever, out _))
        {
            return false;
        }
        return TryCall(thread, call, out result);
    }

    /// <summary>Waits until something is found, or until the monotonic time in nanoseconds (<see cref="Gil.Forever"/>: without
    /// end; a time that is over: only looks). Tells how many have something; an error number, negative; false when the
    /// handler of a signal raised.</summary>
    internal static bool TryWait<T>(VmThread thread, T waiting, long until, out long found)
        where T : struct, IWaiting
    {
        var clock = thread.Interpreter.Options.Clock;
        while (true)
        {
            var milliseconds = MillisecondsTo(until, clock);
            if (milliseconds == 0)
            {
                found = waiting.Wait(0);
            }
            else if (clock is VirtualClock)
            {
                found = WaitInSlices(thread, waiting, until, clock);
            }
            else
            {
                using (thread.Outside())
                    found = waiting.Wait(milliseconds);
            }
            if (found is not (0 or -Interrupted) || found == 0 && clock.MonotonicNanoseconds >= until)
                return true;
            if (!thread.CheckBudget())
                return false;
        }
    }

    // Virtual time may go on while this thread waits: what it waits for may be all that there is to wait for.
    private static long WaitInSlices<T>(VmThread thread, T waiting, long until, IClock clock)
        where T : struct, IWaiting
    {
        using (thread.OutsideWaiting(waiting.Descriptors, until))
        {
            for (var slice = FirstSlice; ; slice = Math.Min(2 * slice, LongestSlice))
            {
                var left = MillisecondsTo(until, clock);
                var found = waiting.Wait(left < 0 ? slice : Math.Min(slice, left));
                if (found != 0 || thread.Interpreter.Gil.IsPast(until))
                    return found;
                if (thread.IsMain && thread.Interpreter.Signals.IsRequested)
                    return -Interrupted;
            }
        }
    }

    /// <summary>The same for descriptors, by poll(2).</summary>
    internal static bool TryPoll(VmThread thread, PollEntry[] entries, long until, out long found) =>
        TryWait(thread, new Polling(thread.Interpreter.Options.OperatingSystem, entries), until, out found);

    /// <summary>The same for one descriptor.</summary>
    internal static bool TryPoll(VmThread thread, int descriptor, short wanted, long until, out long found) =>
        TryPoll(thread, [new PollEntry { Descriptor = descriptor, Wanted = wanted }], until, out found);

    /// <summary>What is left until a time for a call of the system that counts in milliseconds, rounded up; -1: for ever.</summary>
    internal static int MillisecondsTo(long until, IClock clock) => until == Gil.Forever
        ? -1
        : (int)Math.Clamp((until - clock.MonotonicNanoseconds + 999_999) / 1_000_000, 0, int.MaxValue);
}

/// <summary>A way to wait for descriptors; touches no Python object.</summary>
internal interface IWaiting
{
    /// <summary>Waits so long at the most, -1: without end. How many have something, or a negative error number.</summary>
    long Wait(int milliseconds);

    /// <summary>What it waits for.</summary>
    PollEntry[] Descriptors { get; }
}

/// <summary>Waits by poll(2).</summary>
internal readonly struct Polling(IOperatingSystem system, PollEntry[] entries) : IWaiting
{
    long IWaiting.Wait(int milliseconds) => system.Poll(entries, milliseconds);

    PollEntry[] IWaiting.Descriptors => entries;
}
