// A double is mantissa times a power of two; everything exact about floats (text, hash, fractions, scaling) starts there.

namespace PyCoro.Runtime.Numbers;

/// <summary>The parts of a float.</summary>
internal static class FloatBits
{
    private const int FractionBits = 52;
    private const int Bias = 1075;

    /// <summary>Mantissa (not negative) and exponent with <c>abs(number) == mantissa * 2**exponent</c>, for a finite number.</summary>
    internal static (long Mantissa, int Exponent) Split(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        var biased = (int)(bits >> FractionBits) & 0x7FF;
        var mantissa = bits & ((1L << FractionBits) - 1);
        return biased == 0 ? (mantissa, 1 - Bias) : (mantissa | 1L << FractionBits, biased - Bias);
    }
}
