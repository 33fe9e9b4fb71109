// math: what C's <math.h> computes, with Python's rule that a result without meaning is a ValueError and one that is too
// large an OverflowError, never a silent nan or inf. Functions of whole numbers are in MathModule.Integers.cs, sums and
// lengths in MathModule.Sums.cs, logarithms and powers in MathModule.Powers.cs.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Numbers;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Mathematics;

/// <summary>Mathematical functions of real numbers, those of the C standard among them.</summary>
[PyModule("math")]
internal static partial class MathModule
{
    [PyConstant("pi")]
    internal const double Pi = Math.PI;

    [PyConstant("e")]
    internal const double E = Math.E;

    [PyConstant("tau")]
    internal const double Tau = Math.Tau;

    [PyConstant("inf")]
    internal const double Infinity = double.PositiveInfinity;

    [PyConstant("nan")]
    internal static readonly double NaN = BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_0000);

    /// <summary>Return the arc cosine (measured in radians) of x.
    ///
    /// The result is between 0 and pi.</summary>
    [PyFunction("acos")]
    private static Value Acos(VmThread thread, double x) => InDomain(thread, x, Math.Acos(x));

    /// <summary>Return the inverse hyperbolic cosine of x.</summary>
    [PyFunction("acosh")]
    private static Value Acosh(VmThread thread, double x) => InDomain(thread, x, Math.Acosh(x));

    /// <summary>Return the arc sine (measured in radians) of x.
    ///
    /// The result is between -pi/2 and pi/2.</summary>
    [PyFunction("asin")]
    private static Value Asin(VmThread thread, double x) => InDomain(thread, x, Math.Asin(x));

    /// <summary>Return the inverse hyperbolic sine of x.</summary>
    [PyFunction("asinh")]
    private static Value Asinh(VmThread thread, double x) => InDomain(thread, x, Math.Asinh(x));

    /// <summary>Return the arc tangent (measured in radians) of x.
    ///
    /// The result is between -pi/2 and pi/2.</summary>
    [PyFunction("atan")]
    private static Value Atan(VmThread thread, double x) => InDomain(thread, x, Math.Atan(x));

    /// <summary>Return the inverse hyperbolic tangent of x.</summary>
    [PyFunction("atanh")]
    private static Value Atanh(VmThread thread, double x) => InDomain(thread, x, Math.Atanh(x));

    /// <summary>Return the cosine of x (measured in radians).</summary>
    [PyFunction("cos")]
    private static Value Cos(VmThread thread, double x) => InDomain(thread, x, Math.Cos(x));

    /// <summary>Return the hyperbolic cosine of x.</summary>
    [PyFunction("cosh")]
    private static Value Cosh(VmThread thread, double x) => InRange(thread, x, Math.Cosh(x));

    /// <summary>Return the sine of x (measured in radians).</summary>
    [PyFunction("sin")]
    private static Value Sin(VmThread thread, double x) => InDomain(thread, x, Math.Sin(x));

    /// <summary>Return the hyperbolic sine of x.</summary>
    [PyFunction("sinh")]
    private static Value Sinh(VmThread thread, double x) => InRange(thread, x, Math.Sinh(x));

    /// <summary>Return the tangent of x (measured in radians).</summary>
    [PyFunction("tan")]
    private static Value Tan(VmThread thread, double x) => InDomain(thread, x, Math.Tan(x));

    /// <summary>Return the hyperbolic tangent of x.</summary>
    [PyFunction("tanh")]
    private static Value Tanh(VmThread thread, double x) => InDomain(thread, x, Math.Tanh(x));

    /// <summary>Return the square root of x.</summary>
    [PyFunction("sqrt")]
    private static Value Sqrt(VmThread thread, double x) => InDomain(thread, x, Math.Sqrt(x));

    /// <summary>Return the cube root of x.</summary>
    [PyFunction("cbrt")]
    private static Value Cbrt(VmThread thread, double x) => InDomain(thread, x, Math.Cbrt(x));

    /// <summary>Return e raised to the power of x.</summary>
    [PyFunction("exp")]
    private static Value Exp(VmThread thread, double x) => InRange(thread, x, Math.Exp(x));

    /// <summary>Return the arc tangent of y/x in radians, in the quadrant of the point (x, y).</summary>
    [PyFunction("atan2")]
    private static Value Atan2(double y, double x) => Value.Float(Math.Atan2(y, x));

    /// <summary>Convert angle x from radians to degrees.</summary>
    [PyFunction("degrees")]
    private static Value Degrees(double x) => Value.Float(x * (180.0 / Math.PI));

    /// <summary>Convert angle x from degrees to radians.</summary>
    [PyFunction("radians")]
    private static Value Radians(double x) => Value.Float(x * (Math.PI / 180.0));

    /// <summary>Return the absolute value of the float x.</summary>
    [PyFunction("fabs")]
    private static Value Fabs(double x) => Value.Float(Math.Abs(x));

    /// <summary>Return a float with the magnitude of x and the sign of y, zeros included.</summary>
    [PyFunction("copysign")]
    private static Value CopySign(double x, double y) => Value.Float(Math.CopySign(x, y));

    /// <summary>Return True if x is neither an infinity nor a NaN, and False otherwise.</summary>
    [PyFunction("isfinite")]
    private static Value IsFinite(double x) => Value.Bool(double.IsFinite(x));

    /// <summary>Return True if x is a positive or negative infinity, and False otherwise.</summary>
    [PyFunction("isinf")]
    private static Value IsInf(double x) => Value.Bool(double.IsInfinity(x));

    /// <summary>Return True if x is a NaN (not a number), and False otherwise.</summary>
    [PyFunction("isnan")]
    private static Value IsNaN(double x) => Value.Bool(double.IsNaN(x));

    /// <summary>Are two floats close?
    ///
    /// They are when they differ by no more than rel_tol times the larger magnitude, or by no more than abs_tol.
    /// An infinity is close to itself only, a NaN to nothing.</summary>
    [PyFunction("isclose", Signature = "a, b, *, rel_tol=1e-09, abs_tol=0.0")]
    private static Value IsClose(VmThread thread, double a, double b, double relTol = 1e-9, double absTol = 0.0)
    {
        if (relTol < 0 || absTol < 0)
            return thread.ValueError("tolerances must be non-negative");
        if (a == b)
            return Value.True;
        if (double.IsInfinity(a) || double.IsInfinity(b))
            return Value.False;
        var difference = Math.Abs(b - a);
        return Value.Bool(
            difference <= Math.Abs(relTol * b) || difference <= Math.Abs(relTol * a) || difference <= absTol);
    }

    /// <summary>Return the floor of x as an Integral: the largest integer that is not larger.</summary>
    [PyFunction("floor")]
    private static Value Floor(VmThread thread, Value x)
    {
        if (x.IsFloat)
            return FloatConversion.ToInt(thread, Math.Floor(x.AsDouble));
        var method = x.Type.LookupSpecial(Special.Floor);
        if (!method.IsUnbound)
            return thread.CallSpecial(method, x);
        return Runtime.Operations.Conversions.TryDouble(thread, x, out var number)
            ? FloatConversion.ToInt(thread, Math.Floor(number))
            : Value.Error;
    }

    /// <summary>Return the ceiling of x as an Integral: the smallest integer that is not smaller.</summary>
    [PyFunction("ceil")]
    private static Value Ceiling(VmThread thread, Value x)
    {
        if (x.IsFloat)
            return FloatConversion.ToInt(thread, Math.Ceiling(x.AsDouble));
        var method = x.Type.LookupSpecial(Special.Ceil);
        if (!method.IsUnbound)
            return thread.CallSpecial(method, x);
        return Runtime.Operations.Conversions.TryDouble(thread, x, out var number)
            ? FloatConversion.ToInt(thread, Math.Ceiling(number))
            : Value.Error;
    }

    /// <summary>Cut the fraction of x off, by its method __trunc__.</summary>
    [PyFunction("trunc")]
    private static Value Truncate(VmThread thread, Value x)
    {
        if (x.IsFloat)
            return FloatConversion.ToInt(thread, x.AsDouble);
        var method = x.Type.LookupSpecial(Special.Trunc);
        return method.IsUnbound
            ? thread.TypeError($"type {x.Type.Name} doesn't define __trunc__ method")
            : thread.CallSpecial(method, x);
    }

    /// <summary>Return mantissa and exponent of x as a pair (m, e) with x == m * 2**e and 0.5 &lt;= abs(m) &lt; 1; (0.0, 0) for 0.</summary>
    [PyFunction("frexp")]
    private static Value Frexp(double x)
    {
        if (x == 0 || !double.IsFinite(x))
            return PyTuple.Of(Value.Float(x), Value.Int(0L));
        var exponent = Math.ILogB(x) + 1;
        return PyTuple.Of(Value.Float(Math.ScaleB(x, -exponent)), Value.Int((long)exponent));
    }

    /// <summary>Return x * 2**i, the inverse of frexp().</summary>
    [PyFunction("ldexp")]
    private static Value Ldexp(VmThread thread, double x, Value i)
    {
        if (!i.TryGetBigInteger(out var power))
            return thread.TypeError("Expected an int as second argument to ldexp.");
        if (x == 0 || !double.IsFinite(x))
            return Value.Float(x);
        // Beyond these no float stays finite or differs from zero.
        if (power > 2200)
            return RangeError(thread);
        if (power < -2200)
            return Value.Float(Math.CopySign(0.0, x));
        var result = IntToFloat.Scale(x, (int)power);
        return double.IsInfinity(result) ? RangeError(thread) : Value.Float(result);
    }

    /// <summary>Return the fractional and the integer part of x, both floats with the sign of x.</summary>
    [PyFunction("modf")]
    private static Value Modf(double x)
    {
        if (double.IsNaN(x))
            return PyTuple.Of(Value.Float(x), Value.Float(x));
        var whole = Math.Truncate(x);
        var fraction = double.IsInfinity(x) ? 0.0 : x - whole;
        return PyTuple.Of(Value.Float(Math.CopySign(fraction, x)), Value.Float(whole));
    }

    /// <summary>Return the next floating-point value after x towards y.</summary>
    [PyFunction("nextafter")]
    private static Value NextAfter(double x, double y)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
            return Value.Float(double.NaN);
        if (x == y)
            return Value.Float(y);
        return Value.Float(x < y ? Math.BitIncrement(x) : Math.BitDecrement(x));
    }

    /// <summary>Return the value of the least significant bit of the float x.</summary>
    [PyFunction("ulp")]
    private static Value Ulp(double x)
    {
        x = Math.Abs(x);
        if (!double.IsFinite(x))
            return Value.Float(x);
        var next = Math.BitIncrement(x);
        return Value.Float(double.IsInfinity(next) ? x - Math.BitDecrement(x) : next - x);
    }

    /// <summary>Return the remainder of x / y with the sign of x, as C does; x % y has the sign of y.</summary>
    [PyFunction("fmod")]
    private static Value Fmod(VmThread thread, double x, double y)
    {
        var remainder = x % y;
        return double.IsNaN(remainder) && !double.IsNaN(x) && !double.IsNaN(y) ? DomainError(thread) : Value.Float(remainder);
    }

    /// <summary>Return x - n*y for the integer n nearest to x / y, the even one of two; always exact.</summary>
    [PyFunction("remainder")]
    private static Value Remainder(VmThread thread, double x, double y)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
            return Value.Float(double.NaN);
        if (double.IsInfinity(x) || y == 0)
            return DomainError(thread);
        return Value.Float(double.IsInfinity(y) ? x : Math.IEEERemainder(x, y));
    }

    private static Value DomainError(VmThread thread) => thread.ValueError("math domain error");

    private static Value RangeError(VmThread thread) => thread.OverflowError("math range error");

    /// <summary>A result that is only undefined outside the function's domain.</summary>
    private static Value InDomain(VmThread thread, double x, double result) =>
        double.IsFinite(result) || double.IsNaN(x) || (double.IsInfinity(x) && double.IsInfinity(result))
            ? Value.Float(result)
            : DomainError(thread);

    /// <summary>A result that may be too large.</summary>
    private static Value InRange(VmThread thread, double x, double result)
    {
        if (double.IsFinite(result) || !double.IsFinite(x))
            return InDomain(thread, x, result);
        return double.IsNaN(result) ? DomainError(thread) : RangeError(thread);
    }
}
