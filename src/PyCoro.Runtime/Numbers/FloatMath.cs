// Euclidean lengths without intermediate overflow and correctly rounded but for the rarest cases: the sum of squares is kept
// in two doubles (the exact square by fused multiply-add, the exact sum by Knuth's two-sum), then one Newton step corrects
// the square root.

namespace PyCoro.Runtime.Numbers;

/// <summary>Functions of floats that .NET lacks or computes less precisely.</summary>
internal static class FloatMath
{
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
}
