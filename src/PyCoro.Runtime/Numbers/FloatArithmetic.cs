// The arithmetic of floats where Python differs from IEEE 754 and C#: division by zero raises, remainders have the sign of
// the divisor, powers leave the real numbers or raise. Used by the methods of float and by the opcodes.

using System.Numerics;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Numbers;

/// <summary>Operations on floats (language reference: Binary arithmetic operations).</summary>
internal static class FloatArithmetic
{
    private const int RangeError = 34;

    /// <summary><c>a / b</c>; ZeroDivisionError.</summary>
    internal static Value Divide(VmThread thread, double a, double b) =>
        b != 0 ? Value.Float(a / b) : IntArithmetic.ZeroDivision(thread, "float division by zero");

    /// <summary><c>a // b</c>; ZeroDivisionError.</summary>
    internal static Value FloorDivide(VmThread thread, double a, double b)
    {
        if (b == 0)
            return IntArithmetic.ZeroDivision(thread, "float floor division by zero");
        FloorDivRem(a, b, out var quotient, out _);
        return Value.Float(quotient);
    }

    /// <summary><c>a % b</c>; ZeroDivisionError.</summary>
    internal static Value Modulo(VmThread thread, double a, double b) =>
        b != 0 ? Value.Float(Remainder(a, b)) : IntArithmetic.ZeroDivision(thread, "float modulo");

    /// <summary><c>divmod(a, b)</c>; ZeroDivisionError.</summary>
    internal static Value DivMod(VmThread thread, double a, double b)
    {
        if (b == 0)
            return IntArithmetic.ZeroDivision(thread, "float divmod()");
        FloorDivRem(a, b, out var quotient, out var remainder);
        return PyTuple.Of(Value.Float(quotient), Value.Float(remainder));
    }

    /// <summary><c>a ** b</c>: a complex for a fractional power of a negative number; ZeroDivisionError, OverflowError.</summary>
    internal static Value Power(VmThread thread, double a, double b)
    {
        if (a == 0 && b < 0 && double.IsFinite(b))
            return IntArithmetic.ZeroDivision(thread, "0.0 cannot be raised to a negative power");
        if (a < 0 && double.IsFinite(a) && double.IsFinite(b) && b != Math.Floor(b))
            return ComplexArithmetic.Power(thread, new Complex(a, 0), new Complex(b, 0));
        var result = Math.Pow(a, b);
        return double.IsInfinity(result) && double.IsFinite(a) && double.IsFinite(b)
            ? thread.Raise(ExceptionTypes.OverflowError, Value.Int(RangeError), Value.Str("Numerical result out of range"))
            : Value.Float(result);
    }

    /// <summary>Remainder with the divisor's sign, even when it is zero. <paramref name="b"/> is not 0.</summary>
    internal static double Remainder(double a, double b)
    {
        var remainder = a % b;
        if (remainder == 0)
            return Math.CopySign(0.0, b);
        return b < 0 != remainder < 0 ? remainder + b : remainder;
    }

    private static void FloorDivRem(double a, double b, out double quotient, out double remainder)
    {
        remainder = a % b;
        // (a - remainder) / b is a whole number but for rounding.
        var whole = (a - remainder) / b;
        if (remainder == 0)
        {
            remainder = Math.CopySign(0.0, b);
        }
        else if (b < 0 != remainder < 0)
        {
            remainder += b;
            whole -= 1.0;
        }
        if (whole == 0)
        {
            quotient = Math.CopySign(0.0, a / b);
            return;
        }
        quotient = Math.Floor(whole);
        if (whole - quotient > 0.5)
            quotient += 1.0;
    }
}
