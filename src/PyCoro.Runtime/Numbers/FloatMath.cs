// Euclidean lengths without intermediate overflow and correctly rounded but for the rarest cases: the sum of squares is kept
// in two doubles (the exact square by fused multiply-add, the exact sum by Knuth's two-sum), then one Newton step corrects
// the square root.

namespace PyCoro.Runtime.Numbers;

/// <summary>Functions of floats that .NET lacks or computes less precisely.</summary>
internal static class FloatMath
{
    /// <summary>The logarithm of 2 in two parts; a small whole number times the first is exact.</summary>
    private const double Ln2High = 0.6931471804855391;
    private const double Ln2Low = 7.440617110012397e-11;

    /// <summary>Length of the vector (x, y).</summary>
    internal static double Hypot(double x, double y) => Length([x, y]);

    /// <summary>Euclidean length of a vector: infinite if any part is, else NaN if any part is.</summary>
    internal static double Length(ReadOnlySpan<double> vector)
    {
        var largest = 0.0;
        var hasNaN = false;
        foreach (var part in vector)
        {
            if (double.IsNaN(part))
                hasNaN = true;
            else
                largest = Math.Max(largest, Math.Abs(part));
        }
        if (double.IsInfinity(largest))
            return largest;
        if (hasNaN)
            return double.NaN;
        if (largest == 0 || vector.Length == 1)
            return largest;
        // A power of two as scale rounds nothing; it brings the largest part near 1.
        var exponent = Math.ILogB(largest);
        var high = 0.0;
        var low = 0.0;
        foreach (var part in vector)
        {
            var scaled = Math.ScaleB(part, -exponent);
            var square = scaled * scaled;
            var squareError = Math.FusedMultiplyAdd(scaled, scaled, -square);
            var sum = high + square;
            var back = sum - high;
            low += (high - (sum - back)) + (square - back) + squareError;
            high = sum;
        }
        var root = Math.Sqrt(high + low);
        var rootSquare = root * root;
        var rootError = Math.FusedMultiplyAdd(root, root, -rootSquare);
        root += ((high - rootSquare) - rootError + low) / (2 * root);
        return Math.ScaleB(root, exponent);
    }

    /// <summary>The natural logarithm of 1 + x, accurate for x near zero.</summary>
    internal static double LogOnePlus(double x)
    {
        if (!double.IsFinite(x) || Math.Abs(x) < 1e-17)
            return x;
        if (x is > -0.29 and < 0.41)
            return LogBesideOne(x, 0.0);
        // 1 + x is 2**k * (1 + f); what was lost by rounding the sum counts 1 / sum in the logarithm.
        var sum = 1.0 + x;
        var lost = Math.Abs(x) < 1 ? x - (sum - 1.0) : 1.0 - (sum - x);
        var k = Math.ILogB(sum * Math.Sqrt(0.5)) + 1;
        return k * Ln2High + LogBesideOne(Math.ScaleB(sum, -k) - 1.0, k * Ln2Low + lost / sum);
    }

    /// <summary>e**x - 1, accurate for x near zero.</summary>
    internal static double ExpMinusOne(double x)
    {
        if (!double.IsFinite(x) || x > 709)
            return Math.Exp(x) - 1.0;
        if (x < -50)
            return -1.0;
        // e**x is 2**k * e**r with a small r, whose last bits are in rest.
        var k = Math.Abs(x) < 0.5 ? 0 : (int)Math.Round(x / (Ln2High + Ln2Low));
        var high = x - k * Ln2High;
        var r = high - k * Ln2Low;
        var rest = high - r - k * Ln2Low;
        // r + r**2/2! + r**3/3! + ...
        var tail = 0.0;
        for (var n = 18; n >= 2; n--)
            tail = (1.0 + tail) * r / n;
        var small = r + (r * tail + rest);
        return k == 0 ? small : Math.ScaleB(small + (1.0 - Math.ScaleB(1.0, -k)), k);
    }

    /// <summary>log(1 + x) + more by the series of the area tangent: with s = x / (2 + x) it is 2s + 2s**3/3 + ..., where 2s is
    /// x - x*x/2 + s*x*x/2. What is small is added up first.</summary>
    private static double LogBesideOne(double x, double more)
    {
        var s = x / (2 + x);
        var square = s * s;
        var series = 0.0;
        for (var odd = 25; odd >= 3; odd -= 2)
            series = (series + 2.0 / odd) * square;
        var half = x * x / 2;
        return x - (half - (s * (half + series) + more));
    }
}
