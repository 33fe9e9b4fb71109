// Ints and floats side by side. Python never loses a bit silently: conversions and true division round once, half to even,
// and an int is compared with a float by value, not after conversion. .NET's conversion from BigInteger cuts bits off.

using System.Numerics;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Numbers;

/// <summary>Conversion between ints and floats, and their order.</summary>
internal static class IntToFloat
{
    /// <summary><c>float(number)</c>; OverflowError.</summary>
    internal static Value Convert(VmThread thread, BigInteger number) =>
        TryConvert(thread, number, out var result) ? Value.Float(result) : Value.Error;

    /// <summary><c>float(number)</c>; false with OverflowError pending.</summary>
    internal static bool TryConvert(VmThread thread, BigInteger number, out double result)
    {
        result = Nearest(number);
        if (!double.IsInfinity(result))
            return true;
        thread.OverflowError("int too large to convert to float");
        return false;
    }

    /// <summary>The nearest double, half to even; infinite when there is none.</summary>
    internal static double Nearest(BigInteger number)
    {
        var length = number.GetBitLength();
        if (length <= 63)
            return (long)number;
        if (length > 1025)
            return number.Sign > 0 ? double.PositiveInfinity : double.NegativeInfinity;
        var size = BigInteger.Abs(number);
        // 62 bits, the last of which says whether anything was cut off: rounding them to 53 is rounding the whole.
        var shift = (int)size.GetBitLength() - 61;
        var top = (long)(size >> shift) << 1;
        if (BigInteger.TrailingZeroCount(size) < shift)
            top |= 1;
        return Math.ScaleB(number.Sign < 0 ? -(double)top : top, shift - 1);
    }

    /// <summary>The double nearest to a / b, half to even; infinite when there is none. <paramref name="b"/> is not 0.</summary>
    internal static double Quotient(BigInteger a, BigInteger b)
    {
        if (a.IsZero)
            return b.Sign < 0 ? -0.0 : 0.0;
        var isNegative = a.Sign != b.Sign;
        a = BigInteger.Abs(a);
        b = BigInteger.Abs(b);
        var difference = a.GetBitLength() - b.GetBitLength();
        if (difference > 1025)
            return isNegative ? double.NegativeInfinity : double.PositiveInfinity;
        if (difference < -1080)
            return isNegative ? -0.0 : 0.0;
        // Make the quotient some 60 bits long, or shorter where the result is subnormal, so that it is rounded only once.
        var shift = (int)Math.Max(difference - 60, -1076);
        var quotient = shift >= 0
            ? BigInteger.DivRem(a, b << shift, out var remainder)
            : BigInteger.DivRem(a << -shift, b, out remainder);
        var result = (long)quotient << 1;
        if (!remainder.IsZero)
            result |= 1;
        return ScaleRounding(isNegative ? -result : result, shift - 1);
    }

    /// <summary>Sign of <c>number - other</c> exactly; <paramref name="other"/> is not NaN.</summary>
    internal static int Compare(BigInteger number, double other)
    {
        if (double.IsInfinity(other))
            return other > 0 ? -1 : 1;
        var whole = Math.Floor(other);
        var order = number.CompareTo(new BigInteger(whole));
        return order == 0 && whole < other ? -1 : order;
    }

    /// <summary>Sign of <c>number - other</c> exactly; <paramref name="other"/> is not NaN.</summary>
    internal static int Compare(long number, double other)
    {
        // Doubles in this range convert to long exactly, their fraction aside.
        if (other is >= -9.2e18 and <= 9.2e18)
        {
            var whole = Math.Floor(other);
            var order = number.CompareTo((long)whole);
            return order == 0 && whole < other ? -1 : order;
        }
        return other > 0 && other < 9.3e18 || other < 0 && other > -9.3e18
            ? Compare((BigInteger)number, other)
            : other > 0 ? -1 : 1;
    }

    /// <summary><c>number * 2**power</c>, rounded once, for a finite number.</summary>
    internal static double Scale(double number, int power)
    {
        var (mantissa, exponent) = FloatBits.Split(number);
        return ScaleRounding(number < 0 ? -mantissa : mantissa, exponent + power);
    }

    /// <summary>number * 2**power rounded once even when the result is subnormal.</summary>
    private static double ScaleRounding(long number, int power)
    {
        var size = (ulong)Math.Abs(number);
        var length = 64 - BitOperations.LeadingZeroCount(size);
        var drop = Math.Max(length - 53, -1074 - power);
        if (drop <= 0)
            return Math.ScaleB(number, power);
        if (drop > length)
            return number < 0 ? -0.0 : 0.0;
        var kept = drop == 64 ? 0 : size >> drop;
        var rest = size - (drop == 64 ? 0 : kept << drop);
        var half = 1UL << (drop - 1);
        if (rest > half || (rest == half && (kept & 1) != 0))
            kept++;
        var result = Math.ScaleB((double)kept, power + drop);
        return number < 0 ? -result : result;
    }
}
