// Hyperbolic functions and their inverses, and the circular ones by sin(z) = -i sinh(iz) and the like.

using System.Numerics;
using PyCoro.Runtime.Numbers;

namespace PyCoro.Stdlib.Mathematics;

internal static partial class ComplexFunctions
{
    /// <summary>The hyperbolic cosine.</summary>
    internal static Complex Cosh(Complex z, ref Fault fault)
    {
        var (x, y) = (z.Real, z.Imaginary);
        if (double.IsInfinity(y) && !double.IsNaN(x))
            return Fail(Fault.Domain, ref fault);
        if (double.IsNaN(x))
            return new Complex(x, y == 0 ? 0.0 : double.NaN);
        if (double.IsNaN(y))
            return new Complex(double.IsInfinity(x) ? double.PositiveInfinity : y, x == 0 ? 0.0 : y);
        if (double.IsInfinity(x))
        {
            var direction = Direction(double.PositiveInfinity, y);
            return new Complex(direction.Real, Math.CopySign(1.0, x) * direction.Imaginary);
        }
        if (Math.Abs(x) <= LargestExponent)
            return InRange(new Complex(Math.Cos(y) * Math.Cosh(x), Math.Sin(y) * Math.Sinh(x)), ref fault);
        var less = x - Math.CopySign(1.0, x);
        return InRange(new Complex(Math.Cos(y) * Math.Cosh(less) * Math.E, Math.Sin(y) * Math.Sinh(less) * Math.E), ref fault);
    }

    /// <summary>The hyperbolic sine.</summary>
    internal static Complex Sinh(Complex z, ref Fault fault)
    {
        var (x, y) = (z.Real, z.Imaginary);
        if (double.IsInfinity(y) && !double.IsNaN(x))
            return Fail(Fault.Domain, ref fault);
        if (double.IsNaN(x))
            return new Complex(x, y == 0 ? y : double.NaN);
        if (double.IsNaN(y))
            return new Complex(double.IsInfinity(x) ? double.PositiveInfinity : x == 0 ? 0.0 : y, y);
        if (double.IsInfinity(x))
        {
            var direction = Direction(double.PositiveInfinity, y);
            return new Complex(Math.CopySign(1.0, x) * direction.Real, direction.Imaginary);
        }
        if (Math.Abs(x) <= LargestExponent)
            return InRange(new Complex(Math.Cos(y) * Math.Sinh(x), Math.Sin(y) * Math.Cosh(x)), ref fault);
        var less = x - Math.CopySign(1.0, x);
        return InRange(new Complex(Math.Cos(y) * Math.Sinh(less) * Math.E, Math.Sin(y) * Math.Cosh(less) * Math.E), ref fault);
    }

    /// <summary>The hyperbolic tangent.</summary>
    internal static Complex Tanh(Complex z, ref Fault fault)
    {
        var (x, y) = (z.Real, z.Imaginary);
        if (double.IsInfinity(x))
            return new Complex(Math.CopySign(1.0, x), double.IsFinite(y) ? Math.CopySign(0.0, y == 0 ? y : Math.Sin(2 * y)) : 0.0);
        if (double.IsNaN(x))
            return new Complex(x, y == 0 ? y : double.NaN);
        if (!double.IsFinite(y))
            return double.IsNaN(y) ? Undefined : Fail(Fault.Domain, ref fault);
        if (Math.Abs(x) > LargestExponent / 2)
            return new Complex(Math.CopySign(1.0, x), 4 * Math.Sin(y) * Math.Cos(y) * Math.Exp(-2 * Math.Abs(x)));
        // (tanh x + i tan y) / (1 + i tanh x tan y), made real below.
        var (left, right) = (Math.Tanh(x), Math.Tan(y));
        var reciprocal = 1 / Math.Cosh(x);
        var divisor = 1 + left * right * (left * right);
        return new Complex(left * (1 + right * right) / divisor, right / divisor * reciprocal * reciprocal);
    }

    /// <summary>The inverse hyperbolic cosine; the cut is the real axis left of 1.</summary>
    internal static Complex Acosh(Complex z)
    {
        var (x, y) = (z.Real, z.Imaginary);
        if (double.IsNaN(x) || double.IsNaN(y))
            return new Complex(double.IsInfinity(x) || double.IsInfinity(y) ? double.PositiveInfinity : double.NaN, double.NaN);
        if (IsLarge(z))
            return new Complex(LogOfDouble(x, y), Math.Atan2(y, x));
        var minus = Sqrt(new Complex(x - 1, y));
        var plus = Sqrt(new Complex(x + 1, y));
        return new Complex(
            Math.Asinh(minus.Real * plus.Real + minus.Imaginary * plus.Imaginary),
            2 * Math.Atan2(minus.Imaginary, plus.Real));
    }

    /// <summary>The arc cosine; the cuts are the real axis outside -1 to 1.</summary>
    internal static Complex Acos(Complex z)
    {
        var (x, y) = (z.Real, z.Imaginary);
        if (double.IsNaN(x))
            return new Complex(x, double.IsInfinity(y) ? -y : double.NaN);
        if (double.IsNaN(y))
            return new Complex(x == 0 ? Math.PI / 2 : y, double.IsInfinity(x) ? double.PositiveInfinity : y);
        if (IsLarge(z))
            return new Complex(Math.Atan2(Math.Abs(y), x), Math.CopySign(LogOfDouble(x, y), -y));
        var minus = Sqrt(new Complex(1 - x, -y));
        var plus = Sqrt(new Complex(1 + x, y));
        return new Complex(
            2 * Math.Atan2(minus.Real, plus.Real),
            Math.Asinh(plus.Real * minus.Imaginary - plus.Imaginary * minus.Real));
    }

    /// <summary>The inverse hyperbolic sine; the cuts are the imaginary axis outside -i to i.</summary>
    internal static Complex Asinh(Complex z)
    {
        var (x, y) = (z.Real, z.Imaginary);
        if (double.IsNaN(x))
            return new Complex(double.IsInfinity(y) ? double.PositiveInfinity : x, y == 0 ? y : double.NaN);
        if (double.IsNaN(y))
            return new Complex(double.IsInfinity(x) ? x : y, y);
        if (IsLarge(z))
            return new Complex(Math.CopySign(LogOfDouble(x, y), x), Math.Atan2(y, Math.Abs(x)));
        var plus = Sqrt(new Complex(1 + y, -x));
        var minus = Sqrt(new Complex(1 - y, x));
        return new Complex(
            Math.Asinh(plus.Real * minus.Imaginary - minus.Real * plus.Imaginary),
            Math.Atan2(y, plus.Real * minus.Real - plus.Imaginary * minus.Imaginary));
    }

    /// <summary>The inverse hyperbolic tangent; the cuts are the real axis outside -1 to 1.</summary>
    internal static Complex Atanh(Complex z, ref Fault fault)
    {
        if (double.IsNaN(z.Real))
            return double.IsInfinity(z.Imaginary) ? new Complex(0.0, Math.CopySign(Math.PI / 2, z.Imaginary)) : Undefined;
        if (double.IsNaN(z.Imaginary))
            return new Complex(double.IsInfinity(z.Real) || z.Real == 0 ? Math.CopySign(0.0, z.Real) : double.NaN, double.NaN);
        // In the right half plane; the function is odd.
        var isLeft = z.Real < 0 || (z.Real == 0 && double.IsNegative(z.Real));
        var (x, y) = isLeft ? (-z.Real, -z.Imaginary) : (z.Real, z.Imaginary);
        var height = Math.Abs(y);
        Complex result;
        if (Math.Max(x, height) > Math.Sqrt(double.MaxValue) / 2)
            result = new Complex(ReciprocalReal(x, height), Math.CopySign(Math.PI / 2, y));
        else if (x == 1 && height < Math.Sqrt(SmallestNormal))
            result = AtanhBesideOne(height, y, ref fault);
        else
            result = new Complex(
                FloatMath.LogOnePlus(4 * x / ((1 - x) * (1 - x) + height * height)) / 4,
                Math.Atan2(2 * y, (1 - x) * (1 + x) - height * height) / 2);
        return isLeft ? -result : result;
    }

    /// <summary>The arc sine.</summary>
    internal static Complex Asin(Complex z) => TurnBack(Asinh(Turn(z)));

    /// <summary>The arc tangent.</summary>
    internal static Complex Atan(Complex z, ref Fault fault) => TurnBack(Atanh(Turn(z), ref fault));

    /// <summary>The cosine.</summary>
    internal static Complex Cos(Complex z, ref Fault fault) => Cosh(Turn(z), ref fault);

    /// <summary>The sine.</summary>
    internal static Complex Sin(Complex z, ref Fault fault) => TurnBack(Sinh(Turn(z), ref fault));

    /// <summary>The tangent.</summary>
    internal static Complex Tan(Complex z, ref Fault fault) => TurnBack(Tanh(Turn(z), ref fault));

    /// <summary>iz.</summary>
    private static Complex Turn(Complex z) => new(-z.Imaginary, z.Real);

    /// <summary>-iz.</summary>
    private static Complex TurnBack(Complex z) => new(z.Imaginary, -z.Real);

    private static bool IsLarge(Complex z) => Math.Abs(z.Real) > Large || Math.Abs(z.Imaginary) > Large;

    /// <summary>The logarithm of twice the length of a large (x, y), infinite ones included.</summary>
    private static double LogOfDouble(double x, double y) => Math.Log(FloatMath.Hypot(x / 2, y / 2)) + 2 * Ln2;

    /// <summary>The real part of 1 / (x + iy) for large x or y.</summary>
    private static double ReciprocalReal(double x, double y)
    {
        if (double.IsInfinity(x) || double.IsInfinity(y))
            return 0.0;
        var half = FloatMath.Hypot(x / 2, y / 2);
        return x / 4 / half / half;
    }

    private static Complex AtanhBesideOne(double height, double y, ref Fault fault)
    {
        if (height == 0)
            return Fail(Fault.Domain, ref fault);
        return new Complex(
            -Math.Log(Math.Sqrt(height) / Math.Sqrt(FloatMath.Hypot(height, 2))),
            Math.CopySign(Math.Atan2(2, -height), y) / 2);
    }
}
