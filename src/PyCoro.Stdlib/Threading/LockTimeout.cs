// The arguments `blocking` and `timeout`, which all locks read alike.

using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Threading;

internal static class LockTimeout
{
    /// <summary>The longest wait, <c>threading.TIMEOUT_MAX</c>, in seconds.</summary>
    internal const double Max = 9223372036.0;

    private const double LongestTime = 9223372036854775808.0;

    /// <summary>When the wait ends, on the monotonic clock in nanoseconds; 0: do not wait. False when it raised.</summary>
    internal static bool TryRead(VmThread thread, bool isBlocking, Value timeout, out long until)
    {
        until = 0;
        var seconds = -1.0;
        if (!timeout.IsUnbound && !Conversions.TryDouble(thread, timeout, out seconds))
            return false;
        if (!isBlocking)
        {
            if (seconds == -1)
                return true;
            thread.ValueError("can't specify a timeout for a non-blocking call");
            return false;
        }
        if (seconds == -1)
        {
            until = Gil.Forever;
            return true;
        }
        if (!(seconds >= 0))
        {
            thread.ValueError("timeout value must be positive");
            return false;
        }
        if (seconds > Max)
        {
            thread.OverflowError(seconds < LongestTime ? "timeout value is too large" : "timestamp out of range for platform time_t");
            return false;
        }
        if (seconds > 0)
            until = thread.Interpreter.Options.Clock.MonotonicNanoseconds + (long)System.Math.Ceiling(seconds * 1e9);
        return true;
    }
}
