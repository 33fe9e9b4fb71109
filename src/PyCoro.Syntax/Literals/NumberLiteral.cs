using System.Globalization;
using System.Numerics;
using PyCoro.Syntax.Errors;
using PyCoro.Syntax.Grammar;

namespace PyCoro.Syntax.Literals;

/// <summary>Values of numeric literals (language reference, 2.4.5 to 2.4.7).</summary>
internal static class NumberLiteral
{
    private static readonly object[] SmallInts = MakeSmallInts();

    public static bool IsImaginary(SourceText source, PyToken token) => source.Text[token.End - 1] is 'j' or 'J';

    /// <summary>A BigInteger, double or Complex.</summary>
    public static object Parse(SourceText source, PyToken token)
    {
        var text = source.Text.AsSpan(token.StartIndex, token.End - token.StartIndex);
        if (text.Length == 1)
        {
            return SmallInts[text[0] - '0'];
        }
        Span<char> digits = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var count = 0;
        foreach (var c in text)
        {
            if (c != '_')
            {
                digits[count++] = c;
            }
        }
        digits = digits[..count];
        if (digits[0] == '0' && digits.Length > 1)
        {
            switch (digits[1])
            {
                case 'x' or 'X':
                    digits[1] = '0';
                    return BigInteger.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                case 'o' or 'O':
                    return FromOctal(digits[2..]);
                case 'b' or 'B':
                    digits[1] = '0';
                    return BigInteger.Parse(digits, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture);
            }
        }
        if (digits[^1] is 'j' or 'J')
        {
            return new Complex(0, ParseDouble(digits[..^1]));
        }
        if (digits.ContainsAny('.', 'e', 'E'))
        {
            return ParseDouble(digits);
        }
        if (digits.Length < 19)
        {
            return Box(long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
        }
        if (source.MaxIntDigits > 0 && digits.Length > source.MaxIntDigits && digits.ContainsAnyExcept('0'))
        {
            throw SyntaxErrors.At(
                source, token,
                $"Exceeds the limit ({source.MaxIntDigits} digits) for integer string conversion: value has {digits.Length} digits; "
                    + "use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals "
                    + "to avoid decimal conversion limits.");
        }
        return BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static double ParseDouble(ReadOnlySpan<char> digits) =>
        double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);

    // An octal digit is three binary ones.
    private static BigInteger FromOctal(ReadOnlySpan<char> digits)
    {
        var binary = new char[digits.Length * 3 + 1];
        binary[0] = '0';
        for (var i = 0; i < digits.Length; i++)
        {
            for (var bit = 0; bit < 3; bit++)
            {
                binary[i * 3 + bit + 1] = (char)('0' + (((digits[i] - '0') >> (2 - bit)) & 1));
            }
        }
        return BigInteger.Parse(binary, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture);
    }

    private static object Box(long value) => value < SmallInts.Length ? SmallInts[value] : new BigInteger(value);

    private static object[] MakeSmallInts()
    {
        var boxes = new object[257];
        for (var i = 0; i < boxes.Length; i++)
        {
            boxes[i] = new BigInteger(i);
        }
        return boxes;
    }
}
