using System.Buffers;
using PyCoro.Runtime.Strings;

namespace PyCoro.Stdlib.Json;

/// <summary>Strings in JSON's quotes.</summary>
internal static class JsonText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(PlainLetters());
    private static readonly SearchValues<char> Special = SearchValues.Create(SpecialCharacters());

    /// <summary>Writes a quoted string; everything but printable ASCII is escaped when <paramref name="asciiOnly"/>.</summary>
    internal static void AppendQuoted(ref TextBuilder output, string text, bool asciiOnly)
    {
        output.Append('"');
        var rest = text.AsSpan();
        while (true)
        {
            // Most strings need no escape at all: copy whole stretches.
            var stop = asciiOnly ? rest.IndexOfAnyExcept(Plain) : rest.IndexOfAny(Special);
            if (stop < 0)
                break;
            output.Append(rest[..stop]);
            AppendEscape(ref output, rest[stop]);
            rest = rest[(stop + 1)..];
        }
        output.Append(rest);
        output.Append('"');
    }

    private static void AppendEscape(ref TextBuilder output, char unit)
    {
        switch (unit)
        {
            case '"' or '\\':
                output.Append('\\', unit);
                break;
            case '\n':
                output.Append('\\', 'n');
                break;
            case '\r':
                output.Append('\\', 'r');
                break;
            case '\t':
                output.Append('\\', 't');
                break;
            case '\f':
                output.Append('\\', 'f');
                break;
            case '\b':
                output.Append('\\', 'b');
                break;
            default:
                output.Append('\\', 'u');
                output.AppendHex(unit, 4);
                break;
        }
    }

    private static string PlainLetters()
    {
        var letters = new string(Enumerable.Range(' ', '~' - ' ' + 1).Select(static code => (char)code).ToArray());
        return letters.Replace("\"", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);
    }

    private static string SpecialCharacters() => "\"\\" + new string(Enumerable.Range(0, ' ').Select(static code => (char)code).ToArray());
}
