// Elementary functions of complex numbers after W. Kahan, "Branch Cuts for Complex Elementary Functions, or Much Ado About
// Nothing's Sign Bit" (1987), whose formulas keep both parts accurate and the sign of zero on the cuts. Results for infinite
// and undefined parts are those of Annex G of the C standard. Circular functions are the hyperbolic ones turned by i; these
// are in ComplexFunctions.Hyperbolic.cs.

using System.Numerics;
using PyCoro.Runtime.Numbers;

namespace PyCoro.Stdlib.Mathematics;

/// <summary>Why a result means nothing.</summary>
internal enum Fault
{
    None,

    /// <summary>The function has no value there.</summary>
    Domain,

    /// <summary>The value is too large for a float.</summary>
    Range,
}

/// <summary>Functions of complex numbers; one that may have no result says so in its <see cref="Fault"/>.</summary>
internal static partial class ComplexFunctions
{
    /// <summary>Squares of larger numbers come near the largest float.</summary>
    private const double Large = double.MaxValue / 4;

    private const double SmallestNormal = 2.2250738585072014e-308;

    private static readonly double Ln2 = Math.Log(2);

    /// <summary>Powers of e up to this one are computed at once, larger ones in two steps.</summary>
    private static readonly double LargestExponent = Math.Log(Large);

    private static Complex Undefined => new(double.NaN, double.NaN);

    /// <summary>e**z.</summary>
    internal static Complex Exp(Complex z, ref Fault fault)
    {
        var (x, y) = (z.Real, z.Imaginary);
        if (double.IsNegativeInfinity(x))
            return double.IsFinite(y) ? Direction(0.0, y) : Complex.Zero;
        if (double.IsInfinity(y) && !double.IsNaN(x))
            return Fail(Fault.Domain, ref fault);
        if (double.IsNaN(x))
            return new Complex(x, y == 0 ? y : double.NaN);
        if (double.IsNaN(y))
            return new Complex(double.IsInfinity(x) ? x : double.NaN, y);
        if (double.IsInfinity(x))
            return Direction(x, y);
        // Where e**x is too large the result need not be: its sine or cosine may be small.
        return x <= LargestExponent
            ? InRange(Direction(Math.Exp(x), y), ref fault)
            : InRange(Times(Direction(Math.Exp(x - 1), y), Math.E), ref fault);
    }

    /// <summary>The natural logarithm; the cut is the negative real axis.</summary>
    internal static Complex Log(Complex z, ref Fault fault)
    {
        var (x, y) = (Math.Abs(z.Real), Math.Abs(z.Imaginary));
        if (double.IsInfinity(x) || double.IsInfinity(y))
            return new Complex(double.PositiveInfinity, Math.Atan2(z.Imaginary, z.Real));
        if (double.IsNaN(x) || double.IsNaN(y))
            return Undefined;
        if (x == 0 && y == 0)
            return Fail(Fault.Domain, ref fault);
        return new Complex(LogOfSize(x, y), Math.Atan2(z.Imaginary, z.Real));
    }

    /// <summary>The logarithm to the base 10.</summary>
    internal static Complex Log10(Complex z, ref Fault fault)
    {
        var natural = Log(z, ref fault);
        var ten = Math.Log(10);
        return new Complex(natural.Real / ten, natural.Imaginary / ten);
    }

    /// <summary>The square root in the right half plane; the cut is the negative real axis.</summary>
    internal static Complex Sqrt(Complex z)
    {
        var (x, y) = (z.Real, z.Imaginary);
        if (double.IsInfinity(y))
            return new Complex(double.PositiveInfinity, y);
        if (double.IsPositiveInfinity(x))
            return new Complex(x, double.IsNaN(y) ? y : Math.CopySign(0.0, y));
        if (double.IsNegativeInfinity(x))
            return double.IsNaN(y) ? new Complex(y, -x) : new Complex(0.0, Math.CopySign(x, y));
        if (double.IsNaN(x) || double.IsNaN(y))
            return Undefined;
        if (x == 0 && y == 0)
            return new Complex(0.0, y);
        // An even power of two as scale changes nothing but the exponent of the root.
        var exponent = Math.ILogB(Math.Max(Math.Abs(x), Math.Abs(y))) & ~1;
        var size = Math.ScaleB(Math.Abs(x), -exponent);
        var height = Math.ScaleB(Math.Abs(y), -exponent);
        var root = Math.Sqrt((size + FloatMath.Hypot(size, height)) / 2);
        root = Math.ScaleB(root, exponent / 2);
        var other = Math.Abs(y) / (2 * root);
        return x >= 0 ? new Complex(root, Math.CopySign(other, y)) : new Complex(other, Math.CopySign(root, y));
    }

    /// <summary>The point at a distance and an angle.</summary>
    internal static Complex FromPolar(double size, double angle, ref Fault fault)
    {
        if (double.IsFinite(size) && double.IsFinite(angle))
            return Direction(size, angle);
        if (size == 0)
            return Complex.Zero;
        if (double.IsNaN(size))
            return new Complex(size, angle == 0 ? 0.0 : double.NaN);
        if (double.IsInfinity(angle))
            return Fail(Fault.Domain, ref fault);
        if (double.IsNaN(angle))
            return new Complex(double.IsInfinity(size) ? double.PositiveInfinity : double.NaN, angle);
        return Direction(size, angle);
    }

    /// <summary>A length in a finite direction; the axis itself is kept when the length is infinite.</summary>
    private static Complex Direction(double size, double angle) =>
        angle == 0
            ? new Complex(size, Math.CopySign(1.0, size) * angle)
            : new Complex(size * Math.Cos(angle), size * Math.Sin(angle));

    /// <summary>The logarithm of the length of (x, y), both not negative and not both 0.</summary>
    private static double LogOfSize(double x, double y)
    {
        if (Math.Max(x, y) > Large)
            return Math.Log(FloatMath.Hypot(x / 2, y / 2)) + Ln2;
        if (Math.Max(x, y) < SmallestNormal)
            return Math.Log(FloatMath.Hypot(Math.ScaleB(x, 60), Math.ScaleB(y, 60))) - 60 * Ln2;
        var size = FloatMath.Hypot(x, y);
        if (size is < 0.7 or > 1.75)
            return Math.Log(size);
        // Near the unit circle the logarithm is small: it is computed from size**2 - 1, without rounding the size first.
        var (longer, shorter) = (Math.Max(x, y), Math.Min(x, y));
        return FloatMath.LogOnePlus((longer - 1) * (longer + 1) + shorter * shorter) / 2;
    }

    private static Complex Times(Complex z, double factor) => new(z.Real * factor, z.Imaginary * factor);

    private static Complex Fail(Fault why, ref Fault fault)
    {
        fault = why;
        return Undefined;
    }

    private static Complex InRange(Complex result, ref Fault fault) =>
        double.IsInfinity(result.Real) || double.IsInfinity(result.Imaginary) ? Fail(Fault.Range, ref fault) : result;
}
