// Text as it would stand in the source of a Python program (library reference: codecs, Python Specific Encodings), with all
// escapes of string literals or, "raw", with those for code points only.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Syntax.Unicode;

namespace PyCoro.Runtime.Strings;

/// <summary>The encodings unicode_escape and raw_unicode_escape.</summary>
internal sealed class EscapeCodec(string name, string errorName, bool isRaw) : TextCodec(name)
{
    internal static readonly EscapeCodec All = new("unicode-escape", "unicodeescape", isRaw: false);
    internal static readonly EscapeCodec PointsOnly = new("raw-unicode-escape", "rawunicodeescape", isRaw: true);

    internal override string ErrorName => errorName;

    internal override bool KeepsNoState => true;

    internal override bool Decode(scoped ref DecodingRun run)
    {
        string? complaint = null;
        while (run.Position < run.Bytes.Length)
        {
            var rest = run.Bytes[run.Position..];
            var plain = rest.IndexOf((byte)'\\');
            if (plain < 0)
                plain = rest.Length;
            foreach (var unit in rest[..plain])
                run.Output.Append((char)unit);
            run.Position += plain;
            if (plain == rest.Length)
                break;
            if (!DecodeEscape(ref run, ref complaint, out var isIncomplete))
                return false;
            if (isIncomplete)
                break;
        }
        return complaint is null || Warnings.Issue(run.Thread, ExceptionTypes.DeprecationWarning, complaint);
    }

    internal override bool Encode(scoped ref EncodingRun run)
    {
        var escape = new TextBuilder(stackalloc char[16]);
        foreach (var point in new CodePoints(run.Text))
        {
            if (isRaw ? point < 0x100 : point is >= ' ' and < 0x7F and not '\\')
            {
                run.Output.Append((byte)point);
                continue;
            }
            escape.Shrink(escape.Length);
            if (!isRaw && ShortLetter(point) is { } letter)
                escape.Append('\\', letter);
            else
                Reprs.AppendEscape(ref escape, point);
            run.Output.AppendAscii(escape.Written);
        }
        run.Position = run.Text.Length;
        return true;
    }

    private static char? ShortLetter(int point) => point switch
    {
        '\\' => '\\',
        '\t' => 't',
        '\n' => 'n',
        '\r' => 'r',
        _ => null,
    };

    /// <summary>The character that an escape of one letter stands for; -1 when there is none.</summary>
    internal static int Simple(byte letter) => letter switch
    {
        (byte)'\\' or (byte)'\'' or (byte)'"' => letter,
        (byte)'a' => 7,
        (byte)'b' => 8,
        (byte)'t' => 9,
        (byte)'n' => 10,
        (byte)'v' => 11,
        (byte)'f' => 12,
        (byte)'r' => 13,
        _ => -1,
    };

    /// <summary>The number of up to three octal digits at the beginning.</summary>
    internal static int ReadOctal(ReadOnlySpan<byte> digits, out int count)
    {
        var number = 0;
        for (count = 0; count < Math.Min(3, digits.Length) && digits[count] is >= (byte)'0' and <= (byte)'7'; count++)
            number = number * 8 + digits[count] - '0';
        return number;
    }

    /// <summary>The number of hexadecimal digits at the beginning, of which there should be so many.</summary>
    internal static long ReadHex(ReadOnlySpan<byte> digits, int wanted, out int count)
    {
        long number = 0;
        for (count = 0; count < Math.Min(wanted, digits.Length) && char.IsAsciiHexDigit((char)digits[count]); count++)
            number = number * 16 + (digits[count] & 0xF) + (digits[count] >= 'A' ? 9 : 0);
        return number;
    }

    // The position is at a backslash. Complaints are about what is no escape at all, which stays as it is.
    private bool DecodeEscape(scoped ref DecodingRun run, ref string? complaint, out bool isIncomplete)
    {
        var escape = run.Bytes[run.Position..];
        isIncomplete = escape.Length == 1 && !run.IsFinal;
        if (isIncomplete)
            return true;
        if (escape.Length == 1)
            return isRaw ? Take(ref run, '\\', 1) : run.Malformed(1, "\\ at end of string");
        var letter = escape[1];
        if (letter is (byte)'u' or (byte)'U' || letter == 'x' && !isRaw)
            return DecodePoint(ref run, escape, out isIncomplete);
        if (isRaw)
            return Take(ref run, '\\', 1) && Take(ref run, letter, 1);
        if (Simple(letter) is >= 0 and var simple)
            return Take(ref run, simple, 2);
        if (letter == 'N')
            return DecodeName(ref run, escape, out isIncomplete);
        if (letter == '\n')
        {
            run.Position += 2;
            return true;
        }
        var number = ReadOctal(escape[1..], out var digits);
        if (digits > 0)
        {
            if (number > 0xFF)
                complaint ??= $"invalid octal escape sequence '\\{Convert.ToString(number, 8)}'";
            return Take(ref run, number, 1 + digits);
        }
        complaint ??= $"invalid escape sequence '\\{(char)letter}'";
        return Take(ref run, '\\', 1) && Take(ref run, letter, 1);
    }

    private bool DecodePoint(scoped ref DecodingRun run, ReadOnlySpan<byte> escape, out bool isIncomplete)
    {
        var (wanted, shape) = escape[1] switch
        {
            (byte)'x' => (2, "\\xXX"),
            (byte)'u' => (4, "\\uXXXX"),
            _ => (8, "\\UXXXXXXXX"),
        };
        var point = ReadHex(escape[2..], wanted, out var count);
        isIncomplete = count < wanted && count + 2 == escape.Length && !run.IsFinal;
        if (isIncomplete)
            return true;
        if (count < wanted)
            return run.Malformed(2 + count, $"truncated {shape} escape");
        if (point > 0x10FFFF)
            return run.Malformed(2 + count, isRaw ? "\\Uxxxxxxxx out of range" : "illegal Unicode character");
        return Take(ref run, (int)point, 2 + count);
    }

    private static bool DecodeName(scoped ref DecodingRun run, ReadOnlySpan<byte> escape, out bool isIncomplete)
    {
        const string malformed = "malformed \\N character escape";
        isIncomplete = false;
        var hasBrace = escape.Length > 2 && escape[2] == '{';
        var length = hasBrace ? escape[3..].IndexOf((byte)'}') : -1;
        if (length > 0)
        {
            var point = CharacterNames.Lookup(System.Text.Encoding.Latin1.GetString(escape.Slice(3, length)));
            return point >= 0 ? Take(ref run, point, 4 + length) : run.Malformed(4 + length, "unknown Unicode character name");
        }
        isIncomplete = length < 0 && (hasBrace || escape.Length == 2) && !run.IsFinal;
        return isIncomplete || run.Malformed(!hasBrace ? 2 : length == 0 ? 3 : escape.Length, malformed);
    }

    private static bool Take(scoped ref DecodingRun run, int point, int size)
    {
        run.Output.AppendPoint(point);
        run.Position += size;
        return true;
    }
}
