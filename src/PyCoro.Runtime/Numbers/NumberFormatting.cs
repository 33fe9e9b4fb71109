// format() of numbers (library reference: Format Specification Mini-Language). Every number is laid out the same way: sign,
// prefix, digits in groups, and the rest behind the digits; only how these parts are found differs between types.

using System.Numerics;
using System.Text;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;

namespace PyCoro.Runtime.Numbers;

/// <summary>Texts of numbers by a format spec; null when it raised.</summary>
internal static class NumberFormatting
{
    /// <summary>An int, by a spec that is not empty.</summary>
    internal static string? Int(VmThread thread, BigInteger number, string spec, string typeName)
    {
        if (!FormatSpec.TryParse(thread, spec, typeName, 'd', '>', out var parsed))
            return null;
        switch (parsed.Type)
        {
            case 'b' or 'c' or 'd' or 'o' or 'x' or 'X' or 'n':
                return Integral(thread, number, parsed);
            case 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%':
                return IntToFloat.TryConvert(thread, number, out var real) ? Real(thread, real, parsed) : null;
            default:
                return parsed.UnknownType(thread, typeName);
        }
    }

    /// <summary>A float, by a spec that is not empty.</summary>
    internal static string? Float(VmThread thread, double number, string spec, string typeName)
    {
        if (!FormatSpec.TryParse(thread, spec, typeName, '\0', '>', out var parsed))
            return null;
        return parsed.Type is '\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or 'n' or '%'
            ? Real(thread, number, parsed)
            : parsed.UnknownType(thread, typeName);
    }

    /// <summary>A complex, by a spec that is not empty.</summary>
    internal static string? Complex(VmThread thread, Complex number, string spec, string typeName)
    {
        if (!FormatSpec.TryParse(thread, spec, typeName, '\0', '>', out var parsed))
            return null;
        if (parsed.Type is not ('\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or 'n'))
            return parsed.UnknownType(thread, typeName);
        if (parsed.Fill == "0")
            return Refuse(thread, "Zero padding is not allowed in complex format specifier");
        if (parsed.Align == '=')
            return Refuse(thread, "'=' alignment flag is not allowed in complex format specifier");
        if (!IsPossible(thread, parsed))
            return null;
        var isPlain = parsed.Type == '\0';
        var isImaginary = isPlain && number.Real == 0 && !double.IsNegative(number.Real);
        var real = isImaginary ? "" : Part(number.Real, parsed, parsed.Sign);
        var imaginary = Part(number.Imaginary, parsed, isImaginary ? parsed.Sign : '+');
        var text = isPlain && !isImaginary ? $"({real}{imaginary}j)" : $"{real}{imaginary}j";
        return parsed.Pad(thread, text, text.Length);
    }

    private static string? Integral(VmThread thread, BigInteger number, in FormatSpec spec)
    {
        if (spec.Precision >= 0)
            return Refuse(thread, "Precision not allowed in integer format specifier");
        if (spec.NoNegativeZero)
            return Refuse(thread, "Negative zero coercion (z) not allowed in integer format specifier");
        if (spec.Type == 'c')
            return Character(thread, number, spec);
        var size = BigInteger.Abs(number);
        var digits = spec.Type switch
        {
            'b' => IntText.InBase(size, 2),
            'o' => IntText.InBase(size, 8),
            'x' => IntText.InBase(size, 16),
            'X' => IntText.InBase(size, 16).ToUpperInvariant(),
            _ => IntText.Decimal(thread, size),
        };
        if (digits is null)
            return null;
        var prefix = spec.Alternate && spec.Type is 'b' or 'o' or 'x' or 'X' ? $"0{(char)spec.Type}" : "";
        return LayOut(thread, spec, SignOf(number.Sign < 0, spec.Sign), prefix, digits, "");
    }

    private static string? Character(VmThread thread, BigInteger number, in FormatSpec spec)
    {
        if (spec.Sign != '\0')
            return Refuse(thread, "Sign not allowed with integer format specifier 'c'");
        if (spec.Alternate)
            return Refuse(thread, "Alternate form (#) not allowed with integer format specifier 'c'");
        if (number < 0 || number > 0x10FFFF)
        {
            if (number >= long.MinValue && number <= long.MaxValue)
                thread.OverflowError("%c arg not in range(0x110000)");
            else
                thread.OverflowError("Python int too large to convert to C long");
            return null;
        }
        var codePoint = (int)number;
        var text = codePoint is >= 0xD800 and <= 0xDFFF ? ((char)codePoint).ToString() : char.ConvertFromUtf32(codePoint);
        return spec.Pad(thread, text, 1);
    }

    private static string? Real(VmThread thread, double number, in FormatSpec spec)
    {
        if (!IsPossible(thread, spec))
            return null;
        var text = RealText(spec.Type == '%' ? number * 100 : number, spec, true);
        Split(text, spec, out var isNegative, out var digits, out var rest);
        if (spec.Type == '%')
            rest += "%";
        return LayOut(thread, spec, SignOf(isNegative, spec.Sign), "", digits, rest);
    }

    /// <summary>One part of a complex: without padding.</summary>
    private static string Part(double number, in FormatSpec spec, char sign)
    {
        Split(RealText(number, spec, false), spec, out var isNegative, out var digits, out var rest);
        return SignOf(isNegative, sign) + Group(digits, spec, 0) + rest;
    }

    private static string RealText(double number, in FormatSpec spec, bool addDotZero)
    {
        var style = (spec.Alternate ? FloatStyle.Alternate : 0)
            | (spec.Type == '\0' && addDotZero ? FloatStyle.AddDotZero : 0);
        switch (spec.Type)
        {
            case '\0' when spec.Precision < 0:
                var text = addDotZero ? FloatText.Repr(number) : FloatText.ReprWithoutDotZero(number);
                return spec.Alternate ? ForcePoint(text) : text;
            case '\0' or 'n':
                return FloatText.Format(number, 'g', spec.Precision < 0 ? 6 : spec.Precision, style);
            case '%':
                return FloatText.Format(number, 'f', spec.Precision < 0 ? 6 : spec.Precision, style);
            default:
                return FloatText.Format(number, (char)spec.Type, spec.Precision < 0 ? 6 : spec.Precision, style);
        }
    }

    private static string ForcePoint(string text)
    {
        if (text.Contains('.') || text.Contains('n'))
            return text;
        var e = text.IndexOf('e');
        return text.Insert(e < 0 ? text.Length : e, ".");
    }

    private static void Split(string text, in FormatSpec spec, out bool isNegative, out string digits, out string rest)
    {
        isNegative = text[0] == '-';
        if (isNegative)
            text = text[1..];
        var end = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        digits = text[..end];
        rest = text[end..];
        if (isNegative && spec.NoNegativeZero && char.IsAsciiDigit(text[0]) && IsZero(text))
            isNegative = false;
    }

    private static bool IsZero(string text)
    {
        foreach (var unit in text)
        {
            if (unit is 'e' or 'E')
                return true;
            if (unit is not ('0' or '.'))
                return false;
        }
        return true;
    }

    private static string SignOf(bool isNegative, char sign) => isNegative ? "-" : sign is '+' or ' ' ? sign.ToString() : "";

    private static string? LayOut(
        VmThread thread, in FormatSpec spec, string sign, string prefix, string digits, string rest)
    {
        var outside = sign.Length + prefix.Length + rest.Length;
        if (spec.Align != '=')
        {
            var text = string.Concat(sign, prefix, Group(digits, spec, 0), rest);
            return spec.Pad(thread, text, text.Length);
        }
        if (spec.Width > FormatSpec.MaxLength)
        {
            thread.Raise(ExceptionTypes.MemoryError);
            return null;
        }
        // Zeros behind the sign belong to the number, so they are grouped too.
        var inner = Group(digits, spec, spec.Fill == "0" ? spec.Width - outside : 0) + rest;
        var missing = spec.Width - sign.Length - prefix.Length - inner.Length;
        if (missing <= 0)
            return sign + prefix + inner;
        var builder = new StringBuilder(sign).Append(prefix);
        for (var i = 0; i < missing; i++)
            builder.Append(spec.Fill);
        return builder.Append(inner).ToString();
    }

    /// <summary>Separates the digits in groups, after adding zeros up to a width; never starts with a separator.</summary>
    private static string Group(string digits, in FormatSpec spec, int width)
    {
        if (digits.Length == 0)
            return digits;
        if (spec.Separator == '\0')
            return digits.PadLeft(Math.Max(width, 0), '0');
        var size = spec.Type is 'b' or 'o' or 'x' or 'X' ? 4 : 3;
        var count = digits.Length;
        while (count + (count - 1) / size < width)
            count++;
        digits = digits.PadLeft(count, '0');
        var builder = new StringBuilder(count + count / size);
        for (var i = 0; i < count; i++)
        {
            if (i > 0 && (count - i) % size == 0)
                builder.Append(spec.Separator);
            builder.Append(digits[i]);
        }
        return builder.ToString();
    }

    private static bool IsPossible(VmThread thread, in FormatSpec spec)
    {
        if (spec.Precision <= FormatSpec.MaxLength)
            return true;
        Refuse(thread, "precision too big");
        return false;
    }

    private static string? Refuse(VmThread thread, string message)
    {
        thread.ValueError(message);
        return null;
    }
}
