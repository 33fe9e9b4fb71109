// How long, as programs say it in seconds: the reading that sleep(), the timeouts of sockets and select() share.

using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Time;

internal static class Seconds
{
    /// <summary>Nanoseconds of a second.</summary>
    internal const double Second = 1e9;

    /// <summary>Nanoseconds of a millisecond.</summary>
    internal const double Millisecond = 1e6;

    private const double LongestTime = 9223372036854775808.0;

    /// <summary>Nanoseconds, rounded away from zero; may be negative. False when it raised.</summary>
    internal static bool TryRead(VmThread thread, Value seconds, out long nanoseconds, double unit = Second)
    {
        nanoseconds = 0;
        double wanted;
        if (seconds.TryGetDouble(out var fraction))
        {
            if (double.IsNaN(fraction))
            {
                thread.ValueError("Invalid value NaN (not a number)");
                return false;
            }
            if (System.Math.Abs(fraction) >= LongestTime)
            {
                thread.OverflowError("timestamp out of range for platform time_t");
                return false;
            }
            wanted = fraction;
        }
        else
        {
            var whole = Conversions.Index(thread, seconds);
            if (whole.IsError)
                return false;
            wanted = whole.IsSmallInt ? whole.Bits : LongestTime;
        }
        if (System.Math.Abs(wanted) > long.MaxValue / unit)
        {
            thread.OverflowError("timestamp too large to convert to C _PyTime_t");
            return false;
        }
        nanoseconds = (long)(wanted < 0 ? System.Math.Floor(wanted * unit) : System.Math.Ceiling(wanted * unit));
        return true;
    }
}
