// repr of text and bytes. Everything that quotes a string, in a message or a repr, comes here.

namespace PyCoro.Runtime.Strings;

/// <summary>Python literals out of text and bytes.</summary>
internal static class Reprs
{
    /// <summary><c>repr(text)</c>: quoted, with what is not printable escaped.</summary>
    internal static string Repr(string text) => Quote(text, asciiOnly: false);

    /// <summary><c>ascii(text)</c>: quoted, with all but printable ASCII escaped.</summary>
    internal static string Ascii(string text) => Quote(text, asciiOnly: true);

    /// <summary>What <c>ascii()</c> makes of a repr: all but ASCII escaped.</summary>
    internal static string EscapeNonAscii(string text)
    {
        if (System.Text.Ascii.IsValid(text))
            return text;
        var output = new TextBuilder(stackalloc char[256]);
        foreach (var point in new CodePoints(text))
        {
            if (point < 0x80)
                output.Append((char)point);
            else
                AppendEscape(ref output, point);
        }
        return output.Finish();
    }

    /// <summary>The escape of a code point by number: <c>\x85</c>, <c>\u2028</c>, <c>\U0010ffff</c>.</summary>
    internal static void AppendEscape(ref TextBuilder output, int point)
    {
        output.Append('\\', point < 0x100 ? 'x' : point < 0x10000 ? 'u' : 'U');
        output.AppendHex(point, point < 0x100 ? 2 : point < 0x10000 ? 4 : 8);
    }

    /// <summary><c>repr(bytes)</c>.</summary>
    internal static string Repr(ReadOnlySpan<byte> bytes)
    {
        var output = new TextBuilder(stackalloc char[256]);
        AppendBytes(ref output, bytes);
        return output.Finish();
    }

    /// <summary>The literal in <c>repr(bytearray)</c>, where an apostrophe is escaped whatever the quotes.</summary>
    internal static string ReprInByteArray(ReadOnlySpan<byte> bytes)
    {
        var output = new TextBuilder(stackalloc char[256]);
        AppendBytes(ref output, bytes, escapesApostrophes: true);
        return output.Finish();
    }

    /// <summary>Writes <c>b'…'</c>.</summary>
    internal static void AppendBytes(ref TextBuilder output, ReadOnlySpan<byte> bytes, bool escapesApostrophes = false)
    {
        var quote = bytes.Contains((byte)'\'') && !bytes.Contains((byte)'"') ? '"' : '\'';
        output.Append('b', quote);
        foreach (var unit in bytes)
        {
            if (unit is >= 0x20 and < 0x7F)
            {
                if (unit == quote || unit == '\\' || escapesApostrophes && unit == '\'')
                    output.Append('\\');
                output.Append((char)unit);
            }
            else if (!AppendShortEscape(ref output, unit))
            {
                AppendEscape(ref output, unit);
            }
        }
        output.Append(quote);
    }

    private static string Quote(string text, bool asciiOnly)
    {
        var quote = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        var output = new TextBuilder(stackalloc char[256]);
        output.Append(quote);
        foreach (var point in new CodePoints(text))
        {
            if (point is >= 0x20 and < 0x7F)
            {
                if (point == quote || point == '\\')
                    output.Append('\\');
                output.Append((char)point);
            }
            else if (point > 0x7F && !asciiOnly && CharacterData.IsPrintable(point))
            {
                output.AppendPoint(point);
            }
            else if (!AppendShortEscape(ref output, point))
            {
                AppendEscape(ref output, point);
            }
        }
        output.Append(quote);
        return output.Finish();
    }

    private static bool AppendShortEscape(ref TextBuilder output, int point)
    {
        if (point is not ('\t' or '\n' or '\r'))
            return false;
        output.Append('\\', point switch { '\t' => 't', '\n' => 'n', _ => 'r' });
        return true;
    }
}
