// Bytes to text as CPython's tokenizer reads a file: byte order mark, PEP 263 coding line in the first two lines,
// universal newlines, no null bytes. Errors carry CPython's texts.

using System.Text;
using System.Text.RegularExpressions;

namespace PyCoro.Syntax;

internal static partial class SourceDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The declared encoding, if it is one that only Python's codecs know for sure.</summary>
    public static string? ForeignEncoding(ReadOnlySpan<byte> bytes) =>
        !HasMark(bytes) && DeclaredEncoding(bytes) is { } declared && !IsUtf8(declared) && !IsLatin1(declared) ? declared : null;

    public static SourceText Decode(ReadOnlySpan<byte> bytes, string fileName, bool isFile)
    {
        var hasMark = HasMark(bytes);
        if (hasMark)
        {
            bytes = bytes[3..];
        }
        var declared = DeclaredEncoding(bytes);
        RefuseNullByte(bytes, fileName, declared);
        if (declared is null || (hasMark ? IsUtf8ByItsName(declared) : IsUtf8(declared)))
        {
            return Finish(DecodeUtf8(bytes, fileName, declared is not null, isFile), fileName, countsBytes: declared is null && !hasMark);
        }
        if (hasMark)
        {
            throw Refuse($"encoding problem: {(IsLatin1(declared) ? "iso-8859-1" : declared)} with BOM", fileName);
        }
        var encoding = FindEncoding(declared) ?? throw Refuse($"unknown encoding: {declared}", fileName);
        try
        {
            return Finish(encoding.GetString(bytes), fileName);
        }
        catch (DecoderFallbackException)
        {
            throw Refuse($"(unicode error) '{declared}' codec can't decode the source", fileName);
        }
    }

    // CPython reads line by line, and looks at a line's encoding before it looks for null bytes.
    private static void RefuseNullByte(ReadOnlySpan<byte> bytes, string fileName, string? declared)
    {
        var at = bytes.IndexOf((byte)0);
        if (at < 0)
        {
            return;
        }
        var line = bytes[..at].Count((byte)'\n') + 1;
        var end = bytes[at..].IndexOf((byte)'\n');
        if (declared is null || IsUtf8(declared))
        {
            _ = DecodeUtf8(end < 0 ? bytes : bytes[..(at + end)], fileName, declared is not null, isFile: true);
        }
        var text = Encoding.Latin1.GetString(bytes[(bytes[..at].LastIndexOf((byte)'\n') + 1)..at]);
        throw new PythonSyntaxException(SyntaxErrorKind.SyntaxError, "source code cannot contain null bytes", fileName, line, 0, text, line, 0);
    }

    public static SourceText FromString(string text, string fileName)
    {
        if (text.Contains('\0'))
        {
            throw Refuse("source code string cannot contain null bytes", fileName);
        }
        return Finish(text, fileName);
    }

    private static SourceText Finish(string text, string fileName, bool countsBytes = false)
    {
        if (text.Contains('\r'))
        {
            text = text.Replace("\r\n", "\n").Replace('\r', '\n');
        }
        return new SourceText(text, fileName, countsBytes);
    }

    private static bool HasMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);

    private static string DecodeUtf8(ReadOnlySpan<byte> bytes, string fileName, bool declared, bool isFile)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            var valid = ValidUtf8Length(bytes);
            var line = bytes[..valid].Count((byte)'\n') + 1;
            var bad = bytes[valid];
            if (!declared && isFile)
            {
                throw Refuse(
                    $"Non-UTF-8 code starting with '\\x{bad:x2}' in file {fileName} on line {line}, but no encoding declared; "
                        + "see https://peps.python.org/pep-0263/ for details",
                    fileName);
            }
            throw NotUtf8(bytes, valid, line, fileName, declared);
        }
    }

    // With a declared encoding CPython decodes each line as it reads it, else each literal when it has found its end.
    private static PythonSyntaxException NotUtf8(ReadOnlySpan<byte> bytes, int valid, int number, string fileName, bool declared)
    {
        var start = bytes[..valid].LastIndexOf((byte)'\n') + 1;
        var length = bytes[start..].IndexOf((byte)'\n');
        var line = length < 0 ? bytes[start..] : bytes.Slice(start, length);
        var rest = line[(valid - start)..];
        if (!declared && rest.IndexOfAny((byte)'\'', (byte)'"') is var quote and >= 0)
            rest = rest[..quote];
        var problem = Utf8Problem(rest, out var count);
        var place = count == 1 ? $"byte 0x{rest[0]:x2} in position 0" : $"bytes in position 0-{count - 1}";
        var column = declared ? Encoding.UTF8.GetCharCount(line[..(valid - start)]) + 1 : line.Length + 1;
        return new PythonSyntaxException(
            SyntaxErrorKind.SyntaxError, $"(unicode error) 'utf-8' codec can't decode {place}: {problem}", fileName,
            number, column, Encoding.UTF8.GetString(line) + "\n", number, column);
    }

    private static int ValidUtf8Length(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            at += consumed;
        }
        return at;
    }

    private static string Utf8Problem(ReadOnlySpan<byte> bytes, out int count)
    {
        count = 1;
        var first = bytes[0];
        if (first < 0xC2 || first > 0xF4)
        {
            return "invalid start byte";
        }
        var length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        while (count < length && count < bytes.Length && (bytes[count] & 0xC0) == 0x80)
        {
            count++;
        }
        return count == bytes.Length && count < length ? "unexpected end of data" : "invalid continuation byte";
    }

    // PEP 263: only the first two lines count, and the second only when the first is blank or a comment.
    private static string? DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        for (var line = 0; line < 2; line++)
        {
            var end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
            var text = Encoding.Latin1.GetString(end < 0 ? bytes : bytes[..end]);
            // Hardly any source has such a line, and loading the regex engine costs a start-up two milliseconds.
            if (text.Contains("coding", StringComparison.Ordinal))
            {
                var match = CodingLine().Match(text);
                if (match.Success)
                {
                    return match.Groups[1].Value;
                }
            }
            var shown = text.AsSpan().TrimStart(" \t\f");
            if (end < 0 || (shown.Length > 0 && shown[0] != '#'))
            {
                return null;
            }
            var skip = bytes[end] == '\r' && end + 1 < bytes.Length && bytes[end + 1] == '\n' ? 2 : 1;
            bytes = bytes[(end + skip)..];
        }
        return null;
    }

    // Beside a byte order mark CPython takes no other spelling.
    private static bool IsUtf8ByItsName(string name)
    {
        var normal = name.ToLowerInvariant().Replace('_', '-');
        return normal == "utf-8" || normal.StartsWith("utf-8-", StringComparison.Ordinal);
    }

    private static bool IsUtf8(string name)
    {
        var normal = name.ToLowerInvariant().Replace('_', '-');
        return normal is "utf-8" or "utf8" or "u8" or "cp65001" or "utf" || normal.StartsWith("utf-8-", StringComparison.Ordinal);
    }

    private static bool IsLatin1(string name) =>
        name.ToLowerInvariant().Replace('_', '-') is "latin-1" or "iso-8859-1" or "iso-latin-1" or "latin1" or "latin" or "l1" or "8859" or "cp819" or "iso8859-1";

    private static Encoding? FindEncoding(string name)
    {
        if (IsLatin1(name))
        {
            return Encoding.Latin1;
        }
        var normal = name.ToLowerInvariant().Replace('_', '-');
        switch (normal)
        {
            case "ascii" or "us-ascii" or "646":
                return Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        if (normal.StartsWith("utf-16", StringComparison.Ordinal) || normal.StartsWith("utf-32", StringComparison.Ordinal))
        {
            return null;
        }
        string[] spellings =
        [
            normal,
            normal.StartsWith("iso8859-", StringComparison.Ordinal) ? "iso-8859-" + normal["iso8859-".Length..] : normal,
            normal.StartsWith("cp", StringComparison.Ordinal) ? "windows-" + normal[2..] : normal,
            normal.StartsWith("cp", StringComparison.Ordinal) ? "ibm" + normal[2..] : normal,
            normal.StartsWith("latin-", StringComparison.Ordinal) ? "iso-8859-" + normal["latin-".Length..] : normal,
        ];
        foreach (var spelling in spellings)
        {
            var found = CodePagesEncodingProvider.Instance.GetEncoding(
                spelling, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            if (found is not null)
            {
                return found;
            }
        }
        return null;
    }

    private static PythonSyntaxException Refuse(string message, string fileName) =>
        new(SyntaxErrorKind.SyntaxError, message, fileName, 0, 0, null, 0, 0);

    [GeneratedRegex(@"^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex CodingLine();
}
