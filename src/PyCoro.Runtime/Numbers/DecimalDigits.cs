// Decimal digits of long ints. .NET writes them in quadratic time and reads short ones at great cost: here long ints are
// halved by powers of ten, so that the work is in few large divisions, and short texts are gathered word by word.

using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace PyCoro.Runtime.Numbers;

/// <summary>Ints to decimal digits and back.</summary>
internal static class DecimalDigits
{
    /// <summary>So many digits are written at once.</summary>
    private const int Leaf = 1024;

    /// <summary>Texts up to this length are read word by word.</summary>
    private const int ShortText = 300;

    private const int DigitsPerWord = 9;

    /// <summary>The digits with a minus before negative ones.</summary>
    internal static string Write(BigInteger number)
    {
        // A digit is worth at least 3.3219 bits.
        var length = (int)(number.GetBitLength() / 3.3219) + 2;
        if (length <= Leaf * 3 / 2)
            return number.ToString(CultureInfo.InvariantCulture);
        var size = BigInteger.Abs(number);
        var digits = new char[length];
        Write(digits, size, Powers(length));
        var first = digits.AsSpan().IndexOfAnyExcept('0');
        if (number.Sign < 0)
            digits[--first] = '-';
        return new string(digits, first, length - first);
    }

    /// <summary>Is it nothing but digits, and few of them?</summary>
    internal static bool IsShort(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= ShortText && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>The number that decimal digits stand for.</summary>
    internal static BigInteger Read(ReadOnlySpan<char> digits)
    {
        if (digits.Length > ShortText)
            return BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        // Nine digits are worth less than 32 bits.
        Span<uint> words = stackalloc uint[ShortText / DigitsPerWord + 2];
        var count = 0;
        while (digits.Length > 0)
        {
            var taken = (digits.Length - 1) % DigitsPerWord + 1;
            uint carry = 0;
            foreach (var digit in digits[..taken])
                carry = carry * 10 + (uint)(digit - '0');
            digits = digits[taken..];
            for (var i = 0; i < count; i++)
            {
                var sum = words[i] * 1_000_000_000UL + carry;
                words[i] = (uint)sum;
                carry = (uint)(sum >> 32);
            }
            if (carry != 0)
                words[count++] = carry;
        }
        return new BigInteger(MemoryMarshal.AsBytes(words[..count]), isUnsigned: true);
    }

    /// <summary>The powers of ten with <see cref="Leaf"/>, twice, four times... as many zeros, up to half of a length.</summary>
    private static List<BigInteger> Powers(int length)
    {
        var powers = new List<BigInteger> { BigInteger.Pow(10, Leaf) };
        for (var zeros = Leaf * 2L; zeros < length; zeros *= 2)
            powers.Add(powers[^1] * powers[^1]);
        return powers;
    }

    /// <summary>Fills a span with the digits of a number, zeros first.</summary>
    private static void Write(Span<char> output, BigInteger number, List<BigInteger> powers)
    {
        var level = 0;
        while (level < powers.Count && (long)Leaf << level < output.Length)
            level++;
        if (level == 0 || number.IsZero)
        {
            number.TryFormat(output, out var written, default, CultureInfo.InvariantCulture);
            output[..written].CopyTo(output[^written..]);
            output[..^written].Fill('0');
            return;
        }
        var low = Leaf << (level - 1);
        var high = BigInteger.DivRem(number, powers[level - 1], out var rest);
        Write(output[..^low], high, powers);
        Write(output[^low..], rest, powers);
    }
}
