using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Encodings;

// uuencode (POSIX) and quoted-printable (RFC 1521).
internal static partial class BinasciiModule
{
    private const int LongestUuLine = 45;
    private const int LongestQpLine = 76;

    /// <summary>Uuencode line of data.</summary>
    [PyFunction("b2a_uu", Signature = "data, /, *, backtick=False")]
    private static Value ToUu(VmThread thread, Value data, bool backtick = false)
    {
        if (!Buffers.Require(thread, data, out var bytes))
            return Value.Error;
        if (bytes.Length > LongestUuLine)
            return thread.Raise(Error, "At most 45 bytes at once");
        var result = new List<byte> { Digit(bytes.Length) };
        for (var i = 0; i < bytes.Length; i += 3)
        {
            var three = bytes[i] << 16 | (i + 1 < bytes.Length ? bytes[i + 1] << 8 : 0) | (i + 2 < bytes.Length ? bytes[i + 2] : 0);
            for (var shift = 18; shift >= 0; shift -= 6)
                result.Add(Digit(three >> shift & 0x3F));
        }
        result.Add((byte)'\n');
        return new PyBytes([.. result]);

        byte Digit(int six) => (byte)(six == 0 && backtick ? '`' : ' ' + six);
    }

    /// <summary>Decode a line of uuencoded data.</summary>
    [PyFunction("a2b_uu", Signature = "data, /")]
    private static Value FromUu(VmThread thread, Value data)
    {
        if (!TryReadAscii(thread, data, out var text))
            return Value.Error;
        var wanted = text.Length == 0 ? 32 : (text[0] - ' ') & 0x3F;
        var result = new byte[wanted];
        var (done, bits, held) = (0, 0, 0);
        var next = 1;
        for (; done < wanted; next++)
        {
            // A line that is too short ends in blanks that somebody has cut off.
            var character = next < text.Length ? text[next] : (byte)' ';
            int six;
            if (character is (byte)'\n' or (byte)'\r' || next >= text.Length)
                six = 0;
            else if (character is < (byte)' ' or > ' ' + 64)
                return thread.Raise(Error, "Illegal char");
            else
                six = (character - ' ') & 0x3F;
            held = held << 6 | six;
            bits += 6;
            if (bits < 8)
                continue;
            bits -= 8;
            result[done++] = (byte)(held >> bits);
            held &= (1 << bits) - 1;
        }
        for (; next < text.Length; next++)
        {
            // Fill characters of the last group, and the end of the line.
            if (text[next] is not ((byte)' ' or (byte)' ' + 64 or (byte)'\n' or (byte)'\r'))
                return thread.Raise(Error, "Trailing garbage");
        }
        return new PyBytes(result);
    }

    /// <summary>Encode a string using quoted-printable encoding.
    ///
    /// On encoding, when istext is set, newlines are not encoded, and white
    /// space at end of lines is.  When istext is not set, \r and \n (CR/LF)
    /// are both encoded.  When quotetabs is set, space and tabs are encoded.</summary>
    [PyFunction("b2a_qp", Signature = "data, quotetabs=False, istext=True, header=False")]
    private static Value ToQp(VmThread thread, Value data, bool quotetabs = false, bool istext = true, bool header = false)
    {
        if (!Buffers.Require(thread, data, out var bytes))
            return Value.Error;
        var firstNewline = bytes.IndexOf((byte)'\n');
        var endOfLine = firstNewline > 0 && bytes[firstNewline - 1] == '\r' ? "\r\n" : "\n";
        var result = new List<byte>();
        var column = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var item = bytes[i];
            var isNewline = item == '\n' || (item == '\r' && i + 1 < bytes.Length && bytes[i + 1] == '\n');
            if (istext && isNewline)
            {
                // White space before the end of a line would be lost on the way.
                if (result.Count > 0 && result[^1] is (byte)' ' or (byte)'\t')
                {
                    var blank = result[^1];
                    result.RemoveAt(result.Count - 1);
                    AddQuoted(result, blank);
                }
                AddText(result, endOfLine);
                column = 0;
                if (item == '\r')
                    i++;
                continue;
            }
            var isLast = i + 1 == bytes.Length;
            var quoted = item > 126 || item == '=' || (header && item == '_') || (item == '.' && column == 0 && (isLast || bytes[i + 1] is (byte)'\n' or (byte)'\r' or 0))
                || (!istext && item is (byte)'\r' or (byte)'\n') || (item is (byte)'\t' or (byte)' ' && isLast)
                || (item < 33 && item is not ((byte)'\r' or (byte)'\n') && (quotetabs || item is not ((byte)'\t' or (byte)' ')));
            var width = quoted ? 3 : 1;
            var endsLine = isLast || bytes[i + 1] == '\n';
            if (column + width > LongestQpLine || (column + width == LongestQpLine && !endsLine))
            {
                result.Add(Padding);
                AddText(result, endOfLine);
                column = 0;
            }
            if (quoted)
                AddQuoted(result, item);
            else
                result.Add(header && item == ' ' ? (byte)'_' : item);
            column += width;
        }
        return new PyBytes([.. result]);
    }

    /// <summary>Decode a string of qp-encoded data.</summary>
    [PyFunction("a2b_qp", Signature = "data, header=False")]
    private static Value FromQp(VmThread thread, Value data, bool header = false)
    {
        if (!TryReadAscii(thread, data, out var text))
            return Value.Error;
        var result = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && header)
            {
                result.Add((byte)' ');
                continue;
            }
            if (text[i] != Padding)
            {
                result.Add(text[i]);
                continue;
            }
            if (i + 1 >= text.Length)
                break;
            if (text[i + 1] is (byte)'\n' or (byte)'\r')
            {
                // A soft line break, whatever its end looks like.
                for (i++; i < text.Length && text[i] != '\n'; i++)
                {
                }
            }
            else if (text[i + 1] == Padding)
            {
                result.Add(Padding);
                i++;
            }
            else if (i + 2 < text.Length && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]))
            {
                result.Add(Convert.FromHexString([(char)text[i + 1], (char)text[i + 2]])[0]);
                i += 2;
            }
            else
            {
                result.Add(Padding);
            }
        }
        return new PyBytes([.. result]);
    }

    private static void AddQuoted(List<byte> result, byte item) => AddText(result, $"={item:X2}");

    private static void AddText(List<byte> result, string text)
    {
        foreach (var character in text)
            result.Add((byte)character);
    }
}
