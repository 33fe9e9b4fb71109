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
        TryCall(thread, call, out result) && (!thread.IsInterrupted || thread.CheckBudget());

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
            else
            {
                using (thread.Outside())
                    found = waiting.Wait(milliseconds);
            }
            if (found is not (0 or -Interrupted))
                return true;
            if (found == 0)
            {
                // What the system has waited for has passed on a virtual clock as well.
                (clock as VirtualClock)?.AdvanceTo(until);
                if (clock.MonotonicNanoseconds >= until)
                    return true;
            }
            if (!thread.CheckBudget())
                return false;
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
}

/// <summary>Waits by poll(2).</summary>
internal readonly struct Polling(IOperatingSystem system, PollEntry[] entries) : IWaiting
{
    long IWaiting.Wait(int milliseconds) => system.Poll(entries, milliseconds);
}
