// The format-spec mini language (library reference: Format Specification Mini-Language) is one grammar for str, int,
// float and complex; what each type allows differs. Parsing is here, once; what a type does with the result is in its
// own file (Numbers/NumberFormatting.cs, the methods of str). Lengths count code points, as Python does.

using System.Globalization;
using System.Text;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Threads;

namespace PyCoro.Runtime.Strings;

/// <summary>A parsed format spec: <c>[[fill]align][sign][z][#][0][width][grouping][.precision][type]</c>.</summary>
internal readonly record struct FormatSpec
{
    /// <summary>Longest text made by padding; more is a MemoryError.</summary>
    internal const int MaxLength = 0x3FFF_FFFF;

    /// <summary>One code point.</summary>
    internal string Fill { get; private init; }

    /// <summary><c>&lt;</c>, <c>&gt;</c>, <c>=</c> or <c>^</c>.</summary>
    internal char Align { get; private init; }

    /// <summary><c>+</c>, <c>-</c>, a blank, or NUL when it is not given.</summary>
    internal char Sign { get; private init; }

    /// <summary><c>z</c>: a negative zero loses its sign.</summary>
    internal bool NoNegativeZero { get; private init; }

    /// <summary><c>#</c>.</summary>
    internal bool Alternate { get; private init; }

    /// <summary>Least number of code points, -1 when it is not given.</summary>
    internal int Width { get; private init; }

    /// <summary><c>,</c>, <c>_</c> or NUL.</summary>
    internal char Separator { get; private init; }

    /// <summary>What follows the point, -1 when it is not given.</summary>
    internal int Precision { get; private init; }

    /// <summary>The type's code point, the default type when it is not given.</summary>
    internal int Type { get; private init; }

    /// <summary>Parses a spec; false with a ValueError pending when it is malformed.</summary>
    /// <param name="thread">The thread that raises.</param>
    /// <param name="text">The spec.</param>
    /// <param name="typeName">Name of the formatted object's type, for messages.</param>
    /// <param name="defaultType">The type when none is given: <c>s</c>, <c>d</c>, or NUL.</param>
    /// <param name="defaultAlign"><c>&lt;</c> or, for numbers, <c>&gt;</c>.</param>
    /// <param name="spec">The result.</param>
    internal static bool TryParse(
        VmThread thread, string text, string typeName, char defaultType, char defaultAlign, out FormatSpec spec)
    {
        var reader = new Reader(text);
        spec = default;
        var fill = " ";
        var align = defaultAlign;
        var fillGiven = false;
        var alignGiven = false;
        if (reader.PeekSecond(out var first, out var second) && IsAlignment(second))
        {
            align = (char)second;
            fill = char.IsSurrogate((char)first) && first < 0x10000 ? ((char)first).ToString() : char.ConvertFromUtf32(first);
            fillGiven = alignGiven = true;
            reader.Skip();
            reader.Skip();
        }
        else if (IsAlignment(reader.Peek()))
        {
            align = (char)reader.Take();
            alignGiven = true;
        }
        var sign = reader.Peek() is '+' or '-' or ' ' ? (char)reader.Take() : '\0';
        var noNegativeZero = reader.TakeIf('z');
        var alternate = reader.TakeIf('#');
        // A zero before the width means filling with zeros behind the sign, unless fill or alignment say otherwise.
        if (!fillGiven && reader.TakeIf('0'))
        {
            fill = "0";
            if (!alignGiven && defaultAlign == '>')
                align = '=';
        }
        if (!reader.TryTakeNumber(thread, out var width))
            return false;
        var separator = reader.TakeIf(',') ? ',' : '\0';
        if (reader.Peek() == '_')
        {
            if (separator != '\0')
                return Fail(thread, "Cannot specify both ',' and '_'.");
            reader.Skip();
            separator = '_';
        }
        if (separator == '_' && reader.Peek() == ',')
            return Fail(thread, "Cannot specify both ',' and '_'.");
        var precision = -1;
        if (reader.TakeIf('.'))
        {
            if (!reader.TryTakeNumber(thread, out precision))
                return false;
            if (precision < 0)
                return Fail(thread, "Format specifier missing precision");
        }
        int type = defaultType;
        if (!reader.AtEnd)
        {
            type = reader.Take();
            if (!reader.AtEnd)
                return Fail(thread, $"Invalid format specifier '{text}' for object of type '{typeName}'");
        }
        if (separator != '\0' && !AllowsSeparator(separator, type))
            return Fail(thread, $"Cannot specify '{separator}' with {Quote(type)}.");
        spec = new FormatSpec
        {
            Fill = fill,
            Align = align,
            Sign = sign,
            NoNegativeZero = noNegativeZero,
            Alternate = alternate,
            Width = width,
            Separator = separator,
            Precision = precision,
            Type = type,
        };
        return true;
    }

    /// <summary>Raises ValueError for a type that the object's type does not know. Always returns null.</summary>
    internal string? UnknownType(VmThread thread, string typeName)
    {
        thread.ValueError($"Unknown format code {Quote(Type)} for object of type '{typeName}'");
        return null;
    }

    /// <summary>Fills up to the width by the alignment, where <c>=</c> means what <c>&gt;</c> does (numbers place their
    /// zeros themselves); null with MemoryError pending when that is too much.</summary>
    internal string? Pad(VmThread thread, string text, int length)
    {
        var missing = Width - length;
        if (missing <= 0)
            return text;
        if ((long)missing * Fill.Length + text.Length > MaxLength)
        {
            thread.Raise(ExceptionTypes.MemoryError);
            return null;
        }
        var before = Align switch
        {
            '<' => 0,
            '^' => missing / 2,
            _ => missing,
        };
        var builder = new StringBuilder(text.Length + missing * Fill.Length);
        AppendFill(builder, before);
        builder.Append(text);
        AppendFill(builder, missing - before);
        return builder.ToString();
    }

    private void AppendFill(StringBuilder builder, int count)
    {
        if (Fill.Length == 1)
            builder.Append(Fill[0], count);
        else
            builder.Insert(builder.Length, Fill, count);
    }

    private static bool IsAlignment(int unit) => unit is '<' or '>' or '=' or '^';

    private static bool AllowsSeparator(char separator, int type) => type switch
    {
        'd' or 'e' or 'f' or 'g' or 'E' or 'G' or '%' or 'F' or '\0' => true,
        'b' or 'o' or 'x' or 'X' => separator == '_',
        _ => false,
    };

    private static string Quote(int type) =>
        type is > 32 and < 128 ? $"'{(char)type}'" : $"'\\x{type.ToString("x", CultureInfo.InvariantCulture)}'";

    private static bool Fail(VmThread thread, string message)
    {
        thread.ValueError(message);
        return false;
    }

    /// <summary>Walks a spec by code points; lone surrogates count as one.</summary>
    private struct Reader(string text)
    {
        private int _position;

        internal readonly bool AtEnd => _position >= text.Length;

        internal readonly int Peek() => AtEnd ? -1 : At(_position, out _);

        internal readonly bool PeekSecond(out int first, out int second)
        {
            first = second = -1;
            if (AtEnd)
                return false;
            first = At(_position, out var units);
            if (_position + units >= text.Length)
                return false;
            second = At(_position + units, out _);
            return true;
        }

        internal int Take()
        {
            var codePoint = At(_position, out var units);
            _position += units;
            return codePoint;
        }

        internal void Skip() => Take();

        internal bool TakeIf(char wanted)
        {
            if (Peek() != wanted)
                return false;
            _position++;
            return true;
        }

        /// <summary>Decimal digits of any script; -1 when there are none, false (ValueError) when they are too many.</summary>
        internal bool TryTakeNumber(VmThread thread, out int number)
        {
            var sum = -1L;
            while (!AtEnd && CharUnicodeInfo.GetDecimalDigitValue(text, _position) is >= 0 and var digit)
            {
                Skip();
                sum = Math.Max(sum, 0) * 10 + digit;
                if (sum > long.MaxValue / 10 - 10)
                {
                    number = 0;
                    return Fail(thread, "Too many decimal digits in format string");
                }
            }
            number = (int)Math.Min(sum, int.MaxValue);
            return true;
        }

        private readonly int At(int position, out int units)
        {
            units = char.IsSurrogatePair(text, position) ? 2 : 1;
            return units == 2 ? char.ConvertToUtf32(text, position) : text[position];
        }
    }
}
