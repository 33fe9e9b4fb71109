// A line of uuencode (POSIX, uuencode: the historical algorithm): a length, then three bytes in four characters from the
// space on. A backtick may stand for the space.

using PyCoro.Runtime.Strings;

namespace PyCoro.Stdlib.Binary;

/// <summary>Bytes as a line of uuencode and back.</summary>
internal static class UuText
{
    internal const int LongestLine = 45;

    private const byte Zero = (byte)' ';

    /// <summary>The line with its line feed.</summary>
    internal static byte[] Make(ReadOnlySpan<byte> bytes, bool backtick)
    {
        var line = new byte[1 + (bytes.Length + 2) / 3 * 4 + 1];
        line[0] = (byte)(Zero + bytes.Length);
        for (var i = 0; i * 3 < bytes.Length; i++)
        {
            var group = 0;
            for (var j = 0; j < 3; j++)
                group = (group << 8) | (i * 3 + j < bytes.Length ? bytes[i * 3 + j] : 0);
            for (var j = 0; j < 4; j++)
                line[1 + i * 4 + j] = (byte)(Zero + ((group >> (18 - 6 * j)) & 63));
        }
        if (backtick)
            line.AsSpan().Replace(Zero, (byte)'`');
        line[^1] = (byte)'\n';
        return line;
    }

    /// <summary>The bytes, filled up with zeros to the length that the line states; null, and why, when it is not well formed.</summary>
    internal static byte[]? Parse(ReadOnlySpan<byte> line, out string? error)
    {
        error = null;
        var bytes = new byte[((line.Length > 0 ? line[0] : 0) - Zero) & 63];
        var place = 1;
        var bits = 0;
        var count = 0;
        for (var made = 0; made < bytes.Length;)
        {
            var digit = place < line.Length && line[place] is not ((byte)'\n' or (byte)'\r') ? line[place++] - Zero : 0;
            if (digit is < 0 or > 64)
            {
                error = "Illegal char";
                return null;
            }
            bits = (bits << 6) | (digit & 63);
            count += 6;
            if (count < 8)
                continue;
            count -= 8;
            bytes[made++] = (byte)(bits >> count);
        }
        // An encoder may fill the line up with zeros.
        foreach (var unit in line[Math.Min(place, line.Length)..])
        {
            if (unit is not (Zero or Zero + 64 or (byte)'\n' or (byte)'\r'))
            {
                error = "Trailing garbage";
                return null;
            }
        }
        return bytes;
    }
}
