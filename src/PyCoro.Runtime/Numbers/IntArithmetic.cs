// The arithmetic of ints on plain numbers, used by the methods of int and by the opcodes that meet two small ints. Each
// operation tries 64 bits and goes on in BigInteger when that overflows; division rounds down, as Python's does.
// BigInteger ends at 2**31 bits: what would be longer is a MemoryError, found before the work is begun.

using System.Numerics;
using System.Runtime.CompilerServices;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Numbers;

/// <summary>Operations on ints (language reference: Binary arithmetic operations).</summary>
internal static class IntArithmetic
{
    /// <summary>Longest int in bits.</summary>
    internal const long MaxBits = int.MaxValue - 64;

    /// <summary><c>a + b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value Add(long a, long b)
    {
        var sum = unchecked(a + b);
        return ((a ^ sum) & (b ^ sum)) >= 0 ? Value.Int(sum) : AddBig(a, b);
    }

    /// <summary><c>a - b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value Subtract(long a, long b)
    {
        var difference = unchecked(a - b);
        return ((a ^ b) & (a ^ difference)) >= 0 ? Value.Int(difference) : SubtractBig(a, b);
    }

    /// <summary><c>a * b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value Multiply(long a, long b)
    {
        var high = Math.BigMul(a, b, out long low);
        return high == low >> 63 ? Value.Int(low) : MultiplyBig(a, b);
    }

    /// <summary><c>a // b</c>; ZeroDivisionError.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value FloorDivide(VmThread thread, long a, long b)
    {
        if (b is 0 or -1)
            return b == 0 ? ZeroDivision(thread, "integer division or modulo by zero") : Negate(a);
        var quotient = a / b;
        return Value.Int(quotient - ((a ^ b) < 0 && quotient * b != a ? 1 : 0));
    }

    /// <summary><c>a % b</c>; ZeroDivisionError.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value Modulo(VmThread thread, long a, long b)
    {
        if (b is 0 or -1)
            return b == 0 ? ZeroDivision(thread, "integer modulo by zero") : Value.Int(0L);
        var remainder = a % b;
        return Value.Int(remainder != 0 && (remainder ^ b) < 0 ? remainder + b : remainder);
    }

    /// <summary><c>a / b</c>, correctly rounded; ZeroDivisionError.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value TrueDivide(VmThread thread, long a, long b)
    {
        const long exact = 1L << 53;
        return b != 0 && a is >= -exact and <= exact && b is >= -exact and <= exact
            ? Value.Float((double)a / b)
            : TrueDivide(thread, (BigInteger)a, b);
    }

    /// <summary><c>a ** b</c>; a float when <paramref name="b"/> is negative.</summary>
    internal static Value Power(VmThread thread, long a, long b)
    {
        if (b < 0)
            return FloatArithmetic.Power(thread, a, b);
        var result = 1L;
        var factor = a;
        for (var rest = b; ; )
        {
            if ((rest & 1) != 0 && !TryMultiply(result, factor, out result))
                return Power(thread, (BigInteger)a, b);
            rest >>= 1;
            if (rest == 0)
                return Value.Int(result);
            if (!TryMultiply(factor, factor, out factor))
                return Power(thread, (BigInteger)a, b);
        }
    }

    /// <summary><c>a &lt;&lt; b</c>; ValueError when <paramref name="b"/> is negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value LeftShift(VmThread thread, long a, long b)
    {
        if ((ulong)b < 63)
        {
            var shifted = a << (int)b;
            if (shifted >> (int)b == a)
                return Value.Int(shifted);
        }
        return LeftShift(thread, (BigInteger)a, b);
    }

    /// <summary><c>a &gt;&gt; b</c>; ValueError when <paramref name="b"/> is negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value RightShift(VmThread thread, long a, long b) =>
        b >= 0 ? Value.Int(a >> (int)Math.Min(b, 63)) : thread.ValueError("negative shift count");

    /// <summary><c>-a</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value Negate(long a) => a != long.MinValue ? Value.Int(-a) : Value.Int(-(BigInteger)a);

    /// <summary><c>a * b</c>.</summary>
    internal static Value Multiply(VmThread thread, BigInteger a, BigInteger b) =>
        a.GetBitLength() + b.GetBitLength() > MaxBits && !a.IsZero && !b.IsZero
            ? thread.Raise(ExceptionTypes.MemoryError)
            : Value.Int(a * b);

    /// <summary><c>a // b</c>; ZeroDivisionError.</summary>
    internal static Value FloorDivide(VmThread thread, BigInteger a, BigInteger b) =>
        b.IsZero
            ? ZeroDivision(thread, "integer division or modulo by zero")
            : Value.Int(FloorDivRem(a, b, out _));

    /// <summary><c>a % b</c>; ZeroDivisionError.</summary>
    internal static Value Modulo(VmThread thread, BigInteger a, BigInteger b) =>
        b.IsZero ? ZeroDivision(thread, "integer modulo by zero") : Value.Int(FloorRemainder(a, b));

    /// <summary>Quotient rounded down, and a remainder with the divisor's sign.</summary>
    internal static BigInteger FloorDivRem(BigInteger a, BigInteger b, out BigInteger remainder)
    {
        var quotient = BigInteger.DivRem(a, b, out remainder);
        if (remainder.IsZero || remainder.Sign < 0 == b.Sign < 0)
            return quotient;
        remainder += b;
        return quotient - 1;
    }

    /// <summary>Remainder with the divisor's sign.</summary>
    internal static BigInteger FloorRemainder(BigInteger a, BigInteger b)
    {
        var remainder = BigInteger.Remainder(a, b);
        return remainder.IsZero || remainder.Sign < 0 == b.Sign < 0 ? remainder : remainder + b;
    }

    /// <summary><c>a / b</c>, correctly rounded; ZeroDivisionError, OverflowError.</summary>
    internal static Value TrueDivide(VmThread thread, BigInteger a, BigInteger b)
    {
        if (b.IsZero)
            return ZeroDivision(thread, "division by zero");
        var quotient = IntToFloat.Quotient(a, b);
        return double.IsInfinity(quotient)
            ? thread.OverflowError("integer division result too large for a float")
            : Value.Float(quotient);
    }

    /// <summary><c>a ** b</c>; a float when <paramref name="b"/> is negative.</summary>
    internal static Value Power(VmThread thread, BigInteger a, BigInteger b)
    {
        if (b.Sign < 0)
        {
            var left = IntToFloat.Convert(thread, a);
            if (left.IsError)
                return left;
            var right = IntToFloat.Convert(thread, b);
            return right.IsError ? right : FloatArithmetic.Power(thread, left.AsDouble, right.AsDouble);
        }
        if (a.IsZero || a.IsOne)
            return Value.Int(b.IsZero ? BigInteger.One : a);
        if (a == BigInteger.MinusOne)
            return Value.Int(b.IsEven ? 1L : -1L);
        // |a| >= 2**(length - 1), so the result has at least (length - 1) * b bits.
        if (b > MaxBits || (BigInteger)(a.GetBitLength() - 1) * b > MaxBits)
            return thread.Raise(ExceptionTypes.MemoryError);
        if (a.IsPowerOfTwo && a.Sign > 0)
            return Value.Int(BigInteger.One << (int)((a.GetBitLength() - 1) * (long)b));
        return Value.Int(BigInteger.Pow(a, (int)b));
    }

    /// <summary><c>pow(a, b, modulus)</c>; ValueError.</summary>
    internal static Value Power(VmThread thread, BigInteger a, BigInteger b, BigInteger modulus)
    {
        if (modulus.IsZero)
            return thread.ValueError("pow() 3rd argument cannot be 0");
        var size = BigInteger.Abs(modulus);
        if (b.Sign < 0)
        {
            if (!TryInvert(FloorRemainder(a, size), size, out a))
                return thread.ValueError("base is not invertible for the given modulus");
            b = -b;
        }
        var power = ModularPower.IsWorthwhile(b, size) ? ModularPower.Compute(a, b, size) : BigInteger.ModPow(a, b, size);
        return Value.Int(FloorRemainder(power, modulus));
    }

    /// <summary><c>a &lt;&lt; b</c>; ValueError when <paramref name="b"/> is negative.</summary>
    internal static Value LeftShift(VmThread thread, BigInteger a, BigInteger b)
    {
        if (b.Sign < 0)
            return thread.ValueError("negative shift count");
        if (a.IsZero)
            return Value.Int(0L);
        if (b > long.MaxValue)
            return thread.OverflowError("too many digits in integer");
        return b + a.GetBitLength() > MaxBits ? thread.Raise(ExceptionTypes.MemoryError) : Value.Int(a << (int)b);
    }

    /// <summary><c>a &gt;&gt; b</c>; ValueError when <paramref name="b"/> is negative.</summary>
    internal static Value RightShift(VmThread thread, BigInteger a, BigInteger b)
    {
        if (b.Sign < 0)
            return thread.ValueError("negative shift count");
        return b > int.MaxValue ? Value.Int(a.Sign < 0 ? -1L : 0L) : Value.Int(a >> (int)b);
    }

    /// <summary>ZeroDivisionError.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static Value ZeroDivision(VmThread thread, string message) =>
        thread.Raise(ExceptionTypes.ZeroDivisionError, message);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Value AddBig(long a, long b) => Value.Int((BigInteger)a + b);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Value SubtractBig(long a, long b) => Value.Int((BigInteger)a - b);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Value MultiplyBig(long a, long b) => Value.Int((BigInteger)a * b);

    private static bool TryMultiply(long a, long b, out long product) => Math.BigMul(a, b, out product) == product >> 63;

    /// <summary>The x with <c>a * x % modulus == 1</c>, by the extended Euclidean algorithm.</summary>
    private static bool TryInvert(BigInteger a, BigInteger modulus, out BigInteger inverse)
    {
        var (previous, current) = (modulus, a);
        var (previousFactor, factor) = (BigInteger.Zero, BigInteger.One);
        while (!current.IsZero)
        {
            var quotient = BigInteger.DivRem(previous, current, out var remainder);
            (previous, current) = (current, remainder);
            (previousFactor, factor) = (factor, previousFactor - quotient * factor);
        }
        inverse = FloorRemainder(previousFactor, modulus);
        return previous.IsOne;
    }
}
