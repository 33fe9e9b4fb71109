// Escape sequences of string and bytes literals, with the errors of CPython's codecs. Those count positions in the text
// after it was made ASCII: a character beyond ASCII counts as the ten of `\U0001f600`.

using System.Globalization;
using System.Text;
using PyCoro.Syntax.Errors;
using PyCoro.Syntax.Grammar;

namespace PyCoro.Syntax.Literals;

internal readonly struct EscapeReader(SourceText source, PyToken token, PyToken next, List<SyntaxWarning> warnings)
{
    /// <summary>The text between two offsets with its escapes replaced.</summary>
    public string Text(int start, int end)
    {
        var text = source.Text;
        var at = text.IndexOf('\\', start, end - start);
        if (at < 0)
        {
            return text[start..end];
        }
        var result = new StringBuilder(end - start);
        result.Append(text, start, at - start);
        while (at < end)
        {
            if (text[at] != '\\')
            {
                var next = text.IndexOf('\\', at, end - at);
                next = next < 0 ? end : next;
                result.Append(text, at, next - at);
                at = next;
                continue;
            }
            at++;
            var c = text[at++];
            switch (c)
            {
                case 'x':
                    AppendHex(result, start, end, ref at, 2, "truncated \\xXX escape");
                    break;
                case 'u':
                    AppendHex(result, start, end, ref at, 4, "truncated \\uXXXX escape");
                    break;
                case 'U':
                    AppendHex(result, start, end, ref at, 8, "truncated \\UXXXXXXXX escape");
                    break;
                case 'N':
                    AppendNamed(result, start, end, ref at);
                    break;
                default:
                    if (Simple(c) is var simple and >= 0)
                    {
                        result.Append((char)simple);
                    }
                    else if (c is >= '0' and <= '7')
                    {
                        result.Append((char)Octal(c, end, ref at));
                    }
                    else if (c != '\n')
                    {
                        Warn(c, at);
                        result.Append('\\').Append(c);
                    }
                    break;
            }
        }
        return result.ToString();
    }

    /// <summary>The bytes between two offsets, all ASCII, with their escapes replaced.</summary>
    public byte[] Bytes(int start, int end)
    {
        var text = source.Text;
        var result = new List<byte>(end - start);
        for (var at = start; at < end;)
        {
            var c = text[at++];
            if (c != '\\')
            {
                result.Add((byte)c);
                continue;
            }
            c = text[at++];
            if (c == 'x')
            {
                if (at + 2 > end || !char.IsAsciiHexDigit(text[at]) || !char.IsAsciiHexDigit(text[at + 1]))
                {
                    throw SyntaxErrors.At(source, next, $"(value error) invalid \\x escape at position {at - 2 - start}");
                }
                result.Add(byte.Parse(text.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 2;
            }
            else if (Simple(c) is var simple and >= 0)
            {
                result.Add((byte)simple);
            }
            else if (c is >= '0' and <= '7')
            {
                result.Add((byte)Octal(c, end, ref at));
            }
            else if (c != '\n')
            {
                Warn(c, at);
                result.Add((byte)'\\');
                result.Add((byte)c);
            }
        }
        return result.ToArray();
    }

    private static int Simple(char c) => c switch
    {
        '\\' or '\'' or '"' => c,
        'a' => 7,
        'b' => 8,
        'f' => 12,
        'n' => 10,
        'r' => 13,
        't' => 9,
        'v' => 11,
        _ => -1,
    };

    private int Octal(char first, int end, ref int at)
    {
        var value = first - '0';
        for (var digits = 1; digits < 3 && at < end && source.Text[at] is >= '0' and <= '7'; digits++)
        {
            value = (value * 8) + source.Text[at++] - '0';
        }
        if (value > 255)
        {
            Warn($"invalid octal escape sequence '\\{Convert.ToString(value, 8)}'");
        }
        return value;
    }

    private void Warn(char c, int at)
    {
        var text = char.IsSurrogate(c) ? source.Text.Substring(at - 1, 2) : c.ToString();
        Warn($"invalid escape sequence '\\{text}'");
    }

    private void Warn(string message) => warnings.Add(SyntaxErrors.Deprecated(source, token, message));

    private void AppendHex(StringBuilder result, int start, int end, ref int at, int digits, string truncated)
    {
        var escape = at - 2;
        var value = 0L;
        for (var i = 0; i < digits; i++)
        {
            if (at >= end || !char.IsAsciiHexDigit(source.Text[at]))
            {
                throw Fail(start, escape, at, truncated);
            }
            value = (value * 16) + Convert.ToInt32(source.Text[at++].ToString(), 16);
        }
        if (value > 0x10FFFF)
        {
            throw Fail(start, escape, at, "illegal Unicode character");
        }
        AppendCodePoint(result, (int)value);
    }

    private void AppendNamed(StringBuilder result, int start, int end, ref int at)
    {
        var escape = at - 2;
        var text = source.Text;
        var close = at < end && text[at] == '{' ? text.IndexOf('}', at, end - at) : -1;
        if (close <= at + 1)
        {
            throw Fail(start, escape, at < end && text[at] == '{' ? (close < 0 ? end : at + 1) : at, "malformed \\N character escape");
        }
        var codePoint = Unicode.CharacterNames.Lookup(text.AsSpan(at + 1, close - at - 1));
        at = close + 1;
        if (codePoint < 0)
        {
            throw Fail(start, escape, at, "unknown Unicode character name");
        }
        AppendCodePoint(result, codePoint);
    }

    // Escapes may spell lone surrogates, which Python's strings can hold and Rune cannot.
    private static void AppendCodePoint(StringBuilder result, int value)
    {
        if (value > 0xFFFF)
        {
            result.Append(char.ConvertFromUtf32(value));
        }
        else
        {
            result.Append((char)value);
        }
    }

    private PythonSyntaxException Fail(int start, int escape, int stop, string problem)
    {
        var from = Position(start, escape);
        var to = Position(start, stop) - 1;
        return SyntaxErrors.At(
            source, next, $"(unicode error) 'unicodeescape' codec can't decode bytes in position {from}-{to}: {problem}");
    }

    private int Position(int start, int offset)
    {
        var position = 0;
        foreach (var rune in source.Text.AsSpan(start, offset - start).EnumerateRunes())
        {
            position += rune.IsAscii ? 1 : 10;
        }
        return position;
    }
}
