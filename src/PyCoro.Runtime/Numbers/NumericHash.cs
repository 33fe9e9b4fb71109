// Numbers that are equal have equal hashes whatever their types (library reference: Hashing of numeric types): a number is
// reduced modulo the prime 2**61 - 1, with 2**n as a rotation. The values are CPython's, so that sets of numbers print alike.

using System.Numerics;

namespace PyCoro.Runtime.Numbers;

/// <summary><c>hash()</c> of numbers.</summary>
internal static class NumericHash
{
    /// <summary><c>sys.hash_info.modulus</c>.</summary>
    internal const long Modulus = (1L << 61) - 1;

    /// <summary><c>sys.hash_info.inf</c>.</summary>
    internal const long Infinity = 314159;

    /// <summary><c>sys.hash_info.imag</c>.</summary>
    internal const long Imaginary = 1000003;

    private const int Bits = 61;

    /// <summary>Of an int.</summary>
    internal static long Of(long number)
    {
        if (number is > -Modulus and < Modulus)
            return number == -1 ? -2 : number;
        var hash = number % Modulus;
        return hash == -1 ? -2 : hash;
    }

    /// <summary>Of an int.</summary>
    internal static long Of(BigInteger number)
    {
        var hash = (long)BigInteger.Remainder(number, Modulus);
        return hash == -1 ? -2 : hash;
    }

    /// <summary>Of a float. All NaNs have the same one: they have no identity here.</summary>
    internal static long Of(double number)
    {
        if (number is >= -9e15 and <= 9e15 && (long)number == number)
            return Of((long)number);
        if (!double.IsFinite(number))
            return double.IsNaN(number) ? 0 : number > 0 ? Infinity : -Infinity;
        var (whole, exponent) = FloatBits.Split(number);
        var mantissa = (ulong)whole;
        var turn = ((exponent % Bits) + Bits) % Bits;
        var hash = (long)(((mantissa << turn) & (ulong)Modulus) | (turn == 0 ? 0 : mantissa >> (Bits - turn)));
        if (hash == Modulus)
            hash = 0;
        if (number < 0)
            hash = -hash;
        return hash == -1 ? -2 : hash;
    }

    /// <summary>Of a complex.</summary>
    internal static long Of(Complex number)
    {
        var hash = unchecked(Of(number.Real) + Imaginary * Of(number.Imaginary));
        return hash == -1 ? -2 : hash;
    }
}
