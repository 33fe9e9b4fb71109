// repr() of the values that literals can have, as Python prints them (library reference: repr; language reference, 2.4).

using System.Globalization;
using System.Numerics;
using System.Text;
using PyCoro.Syntax.Ast;

namespace PyCoro.Syntax;

internal static class ConstantRepr
{
    public static string Of(object? value) => value switch
    {
        null => "None",
        true => "True",
        false => "False",
        EllipsisConstant => "Ellipsis",
        string text => OfString(text),
        byte[] bytes => OfBytes(bytes),
        double number => OfFloat(number),
        Complex complex => OfComplex(complex),
        BigInteger integer => integer.ToString(CultureInfo.InvariantCulture),
        int integer => integer.ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"no constant: {value.GetType()}", nameof(value)),
    };

    private static string OfString(string text)
    {
        var quote = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        var result = new StringBuilder(text.Length + 2).Append(quote);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == quote || c == '\\')
            {
                result.Append('\\').Append(c);
            }
            else if (c is >= ' ' and < '\x7f')
            {
                result.Append(c);
            }
            else if (c is '\n' or '\r' or '\t')
            {
                result.Append('\\').Append(c switch { '\n' => 'n', '\r' => 'r', _ => 't' });
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                AppendRune(result, char.ConvertToUtf32(c, text[++i]));
            }
            else
            {
                AppendRune(result, c);
            }
        }
        return result.Append(quote).ToString();
    }

    private static void AppendRune(StringBuilder result, int codePoint)
    {
        if (Unicode.UnicodeData.IsPrintable(codePoint))
        {
            result.Append(char.ConvertFromUtf32(codePoint));
        }
        else if (codePoint <= 0xFF)
        {
            result.Append("\\x").Append(codePoint.ToString("x2", CultureInfo.InvariantCulture));
        }
        else if (codePoint <= 0xFFFF)
        {
            result.Append("\\u").Append(codePoint.ToString("x4", CultureInfo.InvariantCulture));
        }
        else
        {
            result.Append("\\U").Append(codePoint.ToString("x8", CultureInfo.InvariantCulture));
        }
    }

    private static string OfBytes(byte[] bytes)
    {
        var quote = bytes.Contains((byte)'\'') && !bytes.Contains((byte)'"') ? '"' : '\'';
        var result = new StringBuilder(bytes.Length + 3).Append('b').Append(quote);
        foreach (var value in bytes)
        {
            var c = (char)value;
            if (c == quote || c == '\\')
            {
                result.Append('\\').Append(c);
            }
            else if (c is '\n' or '\r' or '\t')
            {
                result.Append('\\').Append(c switch { '\n' => 'n', '\r' => 'r', _ => 't' });
            }
            else if (c is >= ' ' and < '\x7f')
            {
                result.Append(c);
            }
            else
            {
                result.Append("\\x").Append(value.ToString("x2", CultureInfo.InvariantCulture));
            }
        }
        return result.Append(quote).ToString();
    }

    // A literal is never negative; imaginary numbers have no real part.
    private static string OfComplex(Complex value)
    {
        var text = OfFloat(value.Imaginary);
        return (text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text) + "j";
    }

    private static string OfFloat(double value)
    {
        if (double.IsInfinity(value))
        {
            return "inf";
        }
        var shortest = value.ToString("E16", CultureInfo.InvariantCulture);
        for (var precision = 0; precision < 17; precision++)
        {
            var candidate = value.ToString("E" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (double.Parse(candidate, CultureInfo.InvariantCulture) == value)
            {
                shortest = candidate;
                break;
            }
            // Below a power of two doubles lie closer: there the next number up may be the only short one.
            candidate = NextUp(candidate);
            if (double.Parse(candidate, CultureInfo.InvariantCulture) == value)
            {
                shortest = candidate;
                break;
            }
        }
        var exponentAt = shortest.IndexOf('E');
        var exponent = int.Parse(shortest.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = shortest[..exponentAt].Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        if (digits.Length == 0)
        {
            return "0.0";
        }
        if (exponent is < -4 or >= 16)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : "";
            var sign = exponent < 0 ? '-' : '+';
            return $"{digits[0]}{fraction}e{sign}{Math.Abs(exponent):00}";
        }
        if (exponent < 0)
        {
            return "0." + new string('0', -exponent - 1) + digits;
        }
        return digits.Length <= exponent + 1
            ? digits + new string('0', exponent + 1 - digits.Length) + ".0"
            : digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }

    // The next number of as many digits, or the same when that would need one more.
    private static string NextUp(string scientific)
    {
        var last = scientific.IndexOf('E') - 1;
        return scientific[last] is >= '0' and < '9'
            ? string.Concat(scientific.AsSpan(0, last), ((char)(scientific[last] + 1)).ToString(), scientific.AsSpan(last + 1))
            : scientific;
    }
}
