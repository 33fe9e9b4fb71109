// The gamma function and the error function, which .NET does not have. Gamma is Lanczos' approximation with 13 terms (the
// coefficients make it exact at 1, 2, ..., 13; g is chosen so that they are all positive), the error function is its power
// series in fixed-point arithmetic, wide enough for the cancellation, and a continued fraction where that would take long.

using System.Globalization;
using System.Numerics;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Numbers;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Mathematics;

internal static partial class MathModule
{
    private const double LanczosG = 6.024680040776729583740234375;
    private const double LanczosOffset = LanczosG - 0.5;

    /// <summary>The largest n for which (n - 1)! is a float exactly.</summary>
    private const int LargestExact = 23;

    /// <summary>Beyond this the power in gamma would overflow although the result does not.</summary>
    private const double LargestWholePower = 140.0;

    /// <summary>Beyond this erfc is computed by its continued fraction, and erf is 1.</summary>
    private const double SeriesLimit = 6.0;

    private const int FixedBits = 256;

    private static readonly double[] LanczosNumerator =
    [
        23531376880.41075968857200767445163675, 42919803642.64909876895789904700198885,
        35711959237.35566804944018545154716671, 17921034426.03720969991975575445893111,
        6039542586.352028005064291644307297921, 1439720407.311721673663223072794912394,
        248874557.8620541565114603864132294232, 31426415.58540019438061423162831820536,
        2876370.628935372441225409051620849614, 186056.2653952234950402949897160456993,
        8071.672002365816210638002902272250614, 210.8242777515793458725097339207133627,
        2.506628274631000270164908177133837339,
    ];

    private static readonly double[] LanczosDenominator = RisingFactorial(LanczosNumerator.Length - 1);

    /// <summary>Read when it is first needed: `import math` would otherwise pay for reading it.</summary>
    private static class FixedPoint
    {
        /// <summary>2 / sqrt(pi).</summary>
        internal static readonly BigInteger TwoOverRootPi = BigInteger.Parse(
            "130657381209852114387528029350014196574164286124850014242073919076264802271585",
            CultureInfo.InvariantCulture);
    }

    /// <summary>Gamma function at x.</summary>
    [PyFunction("gamma")]
    private static Value Gamma(VmThread thread, double x)
    {
        if (double.IsNaN(x) || double.IsPositiveInfinity(x))
            return Value.Float(x);
        if (double.IsInfinity(x) || x == 0)
            return DomainError(thread);
        var isWhole = x == Math.Floor(x);
        if (isWhole && x < 0)
            return DomainError(thread);
        if (isWhole && x <= LargestExact)
            return Value.Float((double)ProductOfRange(1, (long)x - 1));
        var result = GammaOf(x);
        return double.IsInfinity(result) ? RangeError(thread) : Value.Float(result);
    }

    /// <summary>Natural logarithm of absolute value of Gamma function at x.</summary>
    [PyFunction("lgamma")]
    private static Value LogGamma(VmThread thread, double x)
    {
        if (!double.IsFinite(x))
            return Value.Float(Math.Abs(x));
        var isWhole = x == Math.Floor(x);
        if (isWhole && x <= 2)
            return x <= 0 ? DomainError(thread) : Value.Float(0.0);
        var size = Math.Abs(x);
        if (size < 1e-20)
            return Value.Float(-Math.Log(size));
        var result = Math.Log(LanczosSum(size)) - LanczosG;
        result += (size - 0.5) * (Math.Log(size + LanczosG - 0.5) - 1);
        if (x < 0)
            result = Math.Log(Math.PI) - Math.Log(Math.Abs(SinPi(size))) - Math.Log(size) - result;
        return double.IsInfinity(result) ? RangeError(thread) : Value.Float(result);
    }

    /// <summary>Error function at x.</summary>
    [PyFunction("erf")]
    private static Value Erf(double x)
    {
        if (double.IsNaN(x))
            return Value.Float(x);
        if (Math.Abs(x) >= SeriesLimit)
            return Value.Float(Math.CopySign(1.0, x));
        // Here the series ends after its first term.
        if (Math.Abs(x) < 1e-9)
            return Value.Float(Math.FusedMultiplyAdd(x, 0.12837916709551257389615890312, x));
        return Value.Float(FromFixed(ErfSeries(x)));
    }

    /// <summary>Complementary error function at x.</summary>
    [PyFunction("erfc")]
    private static Value Erfc(double x)
    {
        if (double.IsNaN(x))
            return Value.Float(x);
        if (x <= -SeriesLimit)
            return Value.Float(2.0);
        if (x < SeriesLimit)
            return Value.Float(Math.Abs(x) < 1e-17 ? 1.0 : FromFixed((BigInteger.One << FixedBits) - ErfSeries(x)));
        if (x > 30)
            return Value.Float(0.0);
        var fraction = x;
        for (var n = 60; n >= 1; n--)
            fraction = x + n / 2.0 / fraction;
        // exp magnifies the rounding of the square, so what it lost is put back.
        var square = x * x;
        var lost = Math.FusedMultiplyAdd(x, x, -square);
        return Value.Float(Math.Exp(-square) * (1.0 - lost) / (fraction * Math.Sqrt(Math.PI)));
    }

    private static double GammaOf(double x)
    {
        var size = Math.Abs(x);
        if (size < 1e-20)
            return 1.0 / x;
        if (size > 200)
            return x < 0 ? 0.0 / SinPi(x) : double.PositiveInfinity;
        var power = size + LanczosOffset;
        // What rounding took from the base of the power changes the result by this relative amount.
        var lost = size > LanczosOffset ? power - size - LanczosOffset : power - LanczosOffset - size;
        lost = lost * LanczosG / power;
        var half = size < LargestWholePower ? Math.Pow(power, size - 0.5) : Math.Pow(power, size / 2.0 - 0.25);
        double result;
        if (x < 0)
        {
            result = -Math.PI / SinPi(size) / size * Math.Exp(power) / LanczosSum(size);
            result -= lost * result;
            result /= half;
            return size < LargestWholePower ? result : result / half;
        }
        result = LanczosSum(size) / Math.Exp(power);
        result += lost * result;
        result *= half;
        return size < LargestWholePower ? result : result * half;
    }

    private static double LanczosSum(double x)
    {
        var numerator = 0.0;
        var denominator = 0.0;
        var count = LanczosNumerator.Length;
        // Large x in powers of 1/x, so that nothing overflows.
        for (var i = 0; i < count; i++)
        {
            if (x < 5.0)
            {
                numerator = numerator * x + LanczosNumerator[count - 1 - i];
                denominator = denominator * x + LanczosDenominator[count - 1 - i];
            }
            else
            {
                numerator = numerator / x + LanczosNumerator[i];
                denominator = denominator / x + LanczosDenominator[i];
            }
        }
        return numerator / denominator;
    }

    /// <summary>sin(pi * x), exact where it is 0 or 1.</summary>
    private static double SinPi(double x)
    {
        var y = Math.Abs(x) % 2.0;
        var result = (int)Math.Round(2.0 * y, MidpointRounding.AwayFromZero) switch
        {
            0 => Math.Sin(Math.PI * y),
            1 => Math.Cos(Math.PI * (y - 0.5)),
            2 => Math.Sin(Math.PI * (1.0 - y)),
            3 => -Math.Cos(Math.PI * (y - 1.5)),
            _ => Math.Sin(Math.PI * (y - 2.0)),
        };
        return Math.CopySign(1.0, x) * result;
    }

    /// <summary>erf(x) in fixed point by its power series: 2/sqrt(pi) * sum of (-1)**n * x**(2n+1) / (n! * (2n+1)).</summary>
    private static BigInteger ErfSeries(double x)
    {
        var (numerator, denominator) = FloatConversion.ToRatio(x);
        var argument = (numerator << FixedBits) / denominator;
        var square = (argument * argument) >> FixedBits;
        var power = argument;
        var sum = argument;
        for (var n = 1; !power.IsZero && power != BigInteger.MinusOne; n++)
        {
            power = -((power * square) >> FixedBits) / n;
            sum += power / (2 * n + 1);
        }
        return (sum * FixedPoint.TwoOverRootPi) >> FixedBits;
    }

    private static double FromFixed(BigInteger number) => IntToFloat.Quotient(number, BigInteger.One << FixedBits);

    /// <summary>Coefficients of x * (x + 1) * ... * (x + count - 1), the constant one first.</summary>
    private static double[] RisingFactorial(int count)
    {
        var coefficients = new double[count + 1];
        coefficients[0] = 1;
        for (var factor = 0; factor < count; factor++)
        {
            for (var i = factor + 1; i >= 0; i--)
                coefficients[i] = (i > 0 ? coefficients[i - 1] : 0) + factor * coefficients[i];
        }
        return coefficients;
    }
}
