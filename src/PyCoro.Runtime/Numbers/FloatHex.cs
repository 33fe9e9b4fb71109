// float.hex and float.fromhex: floats without any rounding in text (library reference: Additional Methods on Float).

using System.Globalization;
using System.Numerics;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Numbers;

/// <summary>Hexadecimal floats.</summary>
internal static class FloatHex
{
    private const int FractionBits = 52;
    private const int MinExponent = -1074;

    /// <summary><c>number.hex()</c>.</summary>
    internal static string Write(double number)
    {
        if (!double.IsFinite(number))
            return FloatText.Repr(number);
        var sign = double.IsNegative(number) ? "-" : "";
        if (number == 0)
            return sign + "0x0.0p+0";
        var bits = BitConverter.DoubleToInt64Bits(number);
        var biased = (int)(bits >> FractionBits) & 0x7FF;
        var fraction = (bits & 0xF_FFFF_FFFF_FFFF).ToString("x13", CultureInfo.InvariantCulture);
        var exponent = biased == 0 ? -1022 : biased - 1023;
        return $"{sign}0x{(biased == 0 ? 0 : 1)}.{fraction}p{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}";
    }

    /// <summary><c>float.fromhex(text)</c>; ValueError, OverflowError.</summary>
    internal static Value Read(VmThread thread, string source)
    {
        var start = 0;
        var end = source.Length;
        while (start < end && IsSpace(source[start]))
            start++;
        while (end > start && IsSpace(source[end - 1]))
            end--;
        var text = source.AsSpan(start, end - start);
        var isNegative = false;
        if (text.Length > 0 && text[0] is ('+' or '-'))
        {
            isNegative = text[0] == '-';
            text = text[1..];
        }
        if (TryReadName(text, out var number))
            return Value.Float(isNegative ? -number : number);
        if (!TrySplit(text, out var digits, out var fractionDigits, out var exponent))
            return thread.ValueError("invalid hexadecimal floating-point string");
        digits = digits.TrimStart('0');
        if (digits.Length == 0)
            return Value.Float(isNegative ? -0.0 : 0.0);
        var power = exponent - 4 * (BigInteger)fractionDigits;
        // The exponent of the first bit decides between infinity and zero before anything large is made.
        var top = power + 4 * (BigInteger)digits.Length;
        if (top > 1100)
            return TooLarge(thread);
        if (top < MinExponent - 10)
            return Value.Float(isNegative ? -0.0 : 0.0);
        var mantissa = BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var shift = (int)power;
        number = shift >= 0
            ? IntToFloat.Nearest(mantissa << shift)
            : IntToFloat.Quotient(mantissa, BigInteger.One << -shift);
        return double.IsInfinity(number) ? TooLarge(thread) : Value.Float(isNegative ? -number : number);
    }

    private static Value TooLarge(VmThread thread) =>
        thread.OverflowError("hexadecimal value too large to represent as a float");

    private static bool IsSpace(char unit) => unit is ' ' or >= '\t' and <= '\r';

    private static bool TryReadName(ReadOnlySpan<char> text, out double number)
    {
        number = 0;
        if (text.Equals("inf", StringComparison.OrdinalIgnoreCase)
            || text.Equals("infinity", StringComparison.OrdinalIgnoreCase))
            number = double.PositiveInfinity;
        else if (text.Equals("nan", StringComparison.OrdinalIgnoreCase))
            number = BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_0000);
        return number != 0;
    }

    private static bool TrySplit(ReadOnlySpan<char> text, out string digits, out int fractionDigits, out BigInteger exponent)
    {
        digits = "";
        fractionDigits = 0;
        exponent = BigInteger.Zero;
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            text = text[2..];
        var whole = CountHexDigits(text);
        var rest = text[whole..];
        digits = new string(text[..whole]);
        if (rest.Length > 0 && rest[0] == '.')
        {
            fractionDigits = CountHexDigits(rest[1..]);
            digits += new string(rest.Slice(1, fractionDigits));
            rest = rest[(fractionDigits + 1)..];
        }
        if (digits.Length == 0)
            return false;
        if (rest.Length == 0)
            return true;
        if (rest[0] is not ('p' or 'P'))
            return false;
        rest = rest[1..];
        var sign = rest.Length > 0 && rest[0] is ('+' or '-') ? 1 : 0;
        return rest.Length > sign
            && !rest[sign..].ContainsAnyExceptInRange('0', '9')
            && BigInteger.TryParse(rest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent);
    }

    private static int CountHexDigits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiHexDigit(text[count]))
            count++;
        return count;
    }
}
