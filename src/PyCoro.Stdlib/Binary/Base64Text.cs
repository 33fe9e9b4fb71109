// RFC 4648, 4. Reading skips what is no base64 unless it is to be strict (library reference: binascii.a2b_base64).

using PyCoro.Runtime.Strings;

namespace PyCoro.Stdlib.Binary;

/// <summary>Bytes as base64 and back.</summary>
internal static class Base64Text
{
    private const byte Pad = (byte)'=';

    /// <summary>The text, with a line feed if it is asked for.</summary>
    internal static byte[] Make(ReadOnlySpan<byte> bytes, bool newline)
    {
        var length = (bytes.Length + 2) / 3 * 4;
        var text = new byte[newline ? length + 1 : length];
        System.Buffers.Text.Base64.EncodeToUtf8(bytes, text, out _, out _);
        if (newline)
            text[length] = (byte)'\n';
        return text;
    }

    /// <summary>The bytes; null, and why, when the text is not well formed.</summary>
    internal static byte[]? Parse(ReadOnlySpan<byte> text, bool isStrict, out string? error)
    {
        var output = new ByteBuilder(text.Length / 4 * 3 + 3);
        var bits = 0;
        var filled = 0;
        var pads = 0;
        error = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Pad)
            {
                pads++;
                if (isStrict && i == 0)
                    error = "Leading padding not allowed";
                if (filled < 2 || filled + pads < 4)
                    continue;
                // The quartet is full: what follows is not read.
                if (isStrict && i + 1 < text.Length)
                    error ??= "Excess data after padding";
                return error is null ? output.ToArray() : null;
            }
            var digit = DigitOf(text[i]);
            if (digit < 0)
            {
                if (isStrict)
                    error ??= "Only base64 data is allowed";
                continue;
            }
            if (isStrict && pads > 0)
                error ??= "Discontinuous padding not allowed";
            if (error is not null)
                return null;
            pads = 0;
            bits = (bits << 6) | digit;
            filled = (filled + 1) & 3;
            if (filled != 1)
                output.Append((byte)(bits >> (filled == 0 ? 0 : 8 - 2 * filled)));
        }
        if (filled == 1)
            error ??= $"Invalid base64-encoded string: number of data characters ({output.Length / 3 * 4 + 1}) cannot be 1 more than a multiple of 4";
        else if (filled != 0)
            error ??= "Incorrect padding";
        return error is null ? output.ToArray() : null;
    }

    private static int DigitOf(byte unit) => unit switch
    {
        >= (byte)'A' and <= (byte)'Z' => unit - 'A',
        >= (byte)'a' and <= (byte)'z' => unit - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => unit - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
