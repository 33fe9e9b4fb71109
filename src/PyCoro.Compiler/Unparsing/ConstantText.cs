// Constants as repr() writes them, for annotations kept as text, error messages and the disassembler.

using System.Globalization;
using System.Numerics;
using System.Text;
using PyCoro.Compiler.Bytecode;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Unparsing;

internal static class ConstantText
{
    public static string Repr(object? value) =>
        value switch
        {
            null => "None",
            true => "True",
            false => "False",
            BigInteger i => i.ToString(CultureInfo.InvariantCulture),
            double d => Float(d),
            Complex c => ComplexNumber(c),
            string s => Text(s),
            byte[] b => Bytes(b),
            EllipsisConstant => "Ellipsis",
            ConstantTuple { Items: [var only] } => $"({Repr(only)},)",
            ConstantTuple t => $"({string.Join(", ", t.Items.Select(Repr))})",
            ConstantFrozenSet f => f.Items.Length == 0 ? "frozenset()" : $"frozenset({{{string.Join(", ", f.Items.Select(Repr))}}})",
            CodeObject code => $"<code object {code.Name}, file \"{code.FileName}\", line {code.FirstLineNo}>",
            _ => throw new InvalidOperationException($"no constant: {value.GetType()}"),
        };

    /// <summary>The shortest digits that read back the same, in Python's layout.</summary>
    public static string Float(double value)
    {
        if (double.IsNaN(value))
            return "nan";
        if (double.IsInfinity(value))
            return value > 0 ? "inf" : "-inf";
        var sign = double.IsNegative(value) ? "-" : "";
        if (value == 0)
            return sign + "0.0";
        var (digits, exponent) = Shortest(Math.Abs(value));
        if (exponent is < -4 or >= 16)
        {
            var mantissa = digits.Length == 1 ? digits : digits[..1] + "." + digits[1..];
            return $"{sign}{mantissa}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent):00}";
        }
        if (exponent < 0)
            return sign + "0." + new string('0', -exponent - 1) + digits;
        return digits.Length <= exponent + 1
            ? sign + digits.PadRight(exponent + 1, '0') + ".0"
            : sign + digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }

    // Significant digits and the power of ten of the first one, from .NET's shortest form: 12.5, 0.001 or 1.5E-07.
    private static (string Digits, int Exponent) Shortest(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E');
        var power = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? text : text[..e];
        var point = mantissa.IndexOf('.');
        var whole = point < 0 ? mantissa.Length : point;
        var all = mantissa.Replace(".", "");
        var leadingZeros = all.Length - all.TrimStart('0').Length;
        return (all.Trim('0'), whole - 1 - leadingZeros + power);
    }

    private static string ComplexNumber(Complex c)
    {
        var imaginary = Short(c.Imaginary) + "j";
        if (c.Real == 0 && !double.IsNegative(c.Real))
            return imaginary;
        var sign = double.IsNegative(c.Imaginary) || double.IsNaN(c.Imaginary) ? "" : "+";
        return $"({Short(c.Real)}{sign}{imaginary})";
    }

    private static string Short(double value)
    {
        var text = Float(value);
        return text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
    }

    public static string Text(string value)
    {
        var quote = value.Contains('\'') && !value.Contains('"') ? '"' : '\'';
        var text = new StringBuilder().Append(quote);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == quote || c == '\\')
                text.Append('\\').Append(c);
            else if (c is '\n' or '\r' or '\t')
                text.Append(c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
            else if (c is < ' ' or '\x7f')
                text.Append($"\\x{(int)c:x2}");
            else if (c < '\x7f')
                text.Append(c);
            else if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                AppendRune(text, new Rune(c, value[++i]));
            else if (char.IsSurrogate(c))
                text.Append($"\\u{(int)c:x4}");
            else
                AppendRune(text, new Rune(c));
        }
        return text.Append(quote).ToString();
    }

    private static void AppendRune(StringBuilder text, Rune rune)
    {
        var isPrintable = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
        if (isPrintable)
            text.Append(rune.ToString());
        else if (rune.Value <= 0xff)
            text.Append($"\\x{rune.Value:x2}");
        else
            text.Append(rune.Value <= 0xffff ? $"\\u{rune.Value:x4}" : $"\\U{rune.Value:x8}");
    }

    private static string Bytes(byte[] value)
    {
        var quote = value.Contains((byte)'\'') && !value.Contains((byte)'"') ? '"' : '\'';
        var text = new StringBuilder("b").Append(quote);
        foreach (var b in value)
        {
            var c = (char)b;
            if (c == quote || c == '\\')
                text.Append('\\').Append(c);
            else if (c is '\n' or '\r' or '\t')
                text.Append(c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
            else if (b is < 32 or >= 127)
                text.Append($"\\x{b:x2}");
            else
                text.Append(c);
        }
        return text.Append(quote).ToString();
    }
}
