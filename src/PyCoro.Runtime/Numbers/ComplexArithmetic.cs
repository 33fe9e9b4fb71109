// Complex arithmetic as CPython computes it: System.Numerics.Complex is only the pair of doubles, because its operators use
// other formulas, whose results differ in the last digit, in signs of zero and in what overflows.

using System.Numerics;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Numbers;

/// <summary>Operations on complex numbers.</summary>
internal static class ComplexArithmetic
{
    /// <summary>Exponents up to this size are computed by multiplication.</summary>
    private const double MaxWholeExponent = 100;

    /// <summary><c>a + b</c>.</summary>
    internal static Complex Add(Complex a, Complex b) => new(a.Real + b.Real, a.Imaginary + b.Imaginary);

    /// <summary><c>a - b</c>.</summary>
    internal static Complex Subtract(Complex a, Complex b) => new(a.Real - b.Real, a.Imaginary - b.Imaginary);

    /// <summary><c>a * b</c>.</summary>
    internal static Complex Multiply(Complex a, Complex b) =>
        new(a.Real * b.Real - a.Imaginary * b.Imaginary, a.Real * b.Imaginary + a.Imaginary * b.Real);

    /// <summary><c>a / b</c>, scaled by the larger part of b so that the squares cannot overflow (Smith's method);
    /// false when b is 0.</summary>
    internal static bool TryDivide(Complex a, Complex b, out Complex quotient)
    {
        var real = Math.Abs(b.Real);
        var imaginary = Math.Abs(b.Imaginary);
        if (real >= imaginary)
        {
            quotient = default;
            if (real == 0)
                return false;
            var ratio = b.Imaginary / b.Real;
            var denominator = b.Real + b.Imaginary * ratio;
            quotient = new Complex(
                (a.Real + a.Imaginary * ratio) / denominator, (a.Imaginary - a.Real * ratio) / denominator);
        }
        else if (imaginary >= real)
        {
            var ratio = b.Real / b.Imaginary;
            var denominator = b.Real * ratio + b.Imaginary;
            quotient = new Complex(
                (a.Real * ratio + a.Imaginary) / denominator, (a.Imaginary * ratio - a.Real) / denominator);
        }
        else
        {
            quotient = new Complex(double.NaN, double.NaN);
        }
        return true;
    }

    /// <summary><c>a / b</c>; ZeroDivisionError.</summary>
    internal static Value Divide(VmThread thread, Complex a, Complex b) =>
        TryDivide(a, b, out var quotient)
            ? new PyComplex(quotient)
            : IntArithmetic.ZeroDivision(thread, "complex division by zero");

    /// <summary><c>a ** b</c>; ZeroDivisionError, OverflowError.</summary>
    internal static Value Power(VmThread thread, Complex a, Complex b)
    {
        Complex power;
        bool isDefined;
        if (b.Imaginary == 0 && b.Real == Math.Floor(b.Real) && Math.Abs(b.Real) <= MaxWholeExponent)
            isDefined = TryPower(a, (int)b.Real, out power);
        else
            isDefined = TryPower(a, b, out power);
        if (!isDefined)
            return IntArithmetic.ZeroDivision(thread, "0.0 to a negative or complex power");
        return double.IsInfinity(power.Real) || double.IsInfinity(power.Imaginary)
            ? thread.OverflowError("complex exponentiation")
            : new PyComplex(power);
    }

    /// <summary><c>abs(a)</c>.</summary>
    internal static double Abs(Complex a) => FloatMath.Hypot(a.Real, a.Imaginary);

    private static bool TryPower(Complex a, int exponent, out Complex power)
    {
        power = Complex.One;
        var factor = a;
        for (var rest = Math.Abs(exponent); rest > 0; rest >>= 1)
        {
            if ((rest & 1) != 0)
                power = Multiply(power, factor);
            factor = Multiply(factor, factor);
        }
        return exponent > 0 || TryDivide(Complex.One, power, out power);
    }

    private static bool TryPower(Complex a, Complex b, out Complex power)
    {
        if (b.Real == 0 && b.Imaginary == 0)
        {
            power = Complex.One;
            return true;
        }
        if (a.Real == 0 && a.Imaginary == 0)
        {
            power = Complex.Zero;
            return b.Imaginary == 0 && b.Real >= 0;
        }
        var size = FloatMath.Hypot(a.Real, a.Imaginary);
        var angle = Math.Atan2(a.Imaginary, a.Real);
        var length = Math.Pow(size, b.Real);
        var phase = angle * b.Real;
        if (b.Imaginary != 0)
        {
            length /= Math.Exp(angle * b.Imaginary);
            phase += b.Imaginary * Math.Log(size);
        }
        power = new Complex(length * Math.Cos(phase), length * Math.Sin(phase));
        // An infinite angle has no direction; CPython finds that in errno and says the same as for zero.
        return !double.IsInfinity(phase);
    }
}
