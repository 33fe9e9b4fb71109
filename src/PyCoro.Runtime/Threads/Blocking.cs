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

    /// <summary>Waits until something is found on a descriptor, or until the monotonic time in nanoseconds
    /// (<see cref="Gil.Forever"/>: without end). Tells how many have something; an error number, negative; false when the
    /// handler of a signal raised.</summary>
    internal static bool TryPoll(VmThread thread, PollEntry[] entries, long until, out long found)
    {
        var clock = thread.Interpreter.Options.Clock;
        var system = thread.Interpreter.Options.OperatingSystem;
        while (true)
        {
            var milliseconds = MillisecondsTo(until, clock);
            if (milliseconds == 0)
            {
                found = system.Poll(entries, 0);
            }
            else
            {
                using (thread.Outside())
                    found = system.Poll(entries, milliseconds);
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

    /// <summary>The same for one descriptor.</summary>
    internal static bool TryPoll(VmThread thread, int descriptor, short wanted, long until, out long found) =>
        TryPoll(thread, [new PollEntry { Descriptor = descriptor, Wanted = wanted }], until, out found);

    /// <summary>What is left until a time for a call of the system that counts in milliseconds, rounded up; -1: for ever.</summary>
    internal static int MillisecondsTo(long until, IClock clock) => until == Gil.Forever
        ? -1
        : (int)Math.Clamp((until - clock.MonotonicNanoseconds + 999_999) / 1_000_000, 0, int.MaxValue);
}
