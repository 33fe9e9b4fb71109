// UTF-7 (RFC 2152): ASCII as it is, everything else as UTF-16 in stretches of base64 between '+' and what cannot be base64.

namespace PyCoro.Runtime.Strings;

/// <summary>UTF-7.</summary>
internal sealed class Utf7Codec() : TextCodec("utf7")
{
    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    internal override bool Decode(scoped ref DecodingRun run)
    {
        while (run.Position < run.Bytes.Length)
        {
            var unit = run.Bytes[run.Position];
            if (unit == '+')
            {
                if (!DecodeShifted(ref run, out var isIncomplete))
                    return false;
                if (isIncomplete)
                    return true;
            }
            else if (unit < 0x80)
            {
                run.Output.Append((char)unit);
                run.Position++;
            }
            else if (!run.Malformed(1, "unexpected special character"))
            {
                return false;
            }
        }
        return true;
    }

    internal override bool Encode(scoped ref EncodingRun run)
    {
        var text = run.Text;
        uint buffer = 0;
        var bits = 0;
        var isShifted = false;
        foreach (var unit in text)
        {
            if (isShifted && IsDirect(unit))
            {
                isShifted = false;
                if (bits > 0)
                    run.Output.Append((byte)Base64[(int)(buffer << (6 - bits)) & 63]);
                bits = 0;
                if (unit == '-' || ValueOf(unit) >= 0)
                    run.Output.Append((byte)'-');
            }
            if (IsDirect(unit))
            {
                run.Output.Append((byte)unit);
            }
            else if (unit == '+' && !isShifted)
            {
                run.Output.AppendAscii("+-");
            }
            else
            {
                if (!isShifted)
                    run.Output.Append((byte)'+');
                isShifted = true;
                buffer = buffer << 16 | unit;
                for (bits += 16; bits >= 6; bits -= 6)
                    run.Output.Append((byte)Base64[(int)(buffer >> (bits - 6)) & 63]);
            }
        }
        if (bits > 0)
            run.Output.Append((byte)Base64[(int)(buffer << (6 - bits)) & 63]);
        if (isShifted)
            run.Output.Append((byte)'-');
        run.Position = text.Length;
        return true;
    }

    private static bool DecodeShifted(scoped ref DecodingRun run, out bool isIncomplete)
    {
        isIncomplete = false;
        var bytes = run.Bytes;
        var start = run.Position;
        var place = start + 1;
        if (place < bytes.Length && ValueOf((char)bytes[place]) < 0)
        {
            if (bytes[place] != '-')
                return run.Malformed(2, "ill-formed sequence");
            run.Output.Append('+');
            run.Position = place + 1;
            return true;
        }
        uint buffer = 0;
        int bits = 0, written = run.Output.Length, value;
        char pending = default;
        for (; place < bytes.Length && (value = ValueOf((char)bytes[place])) >= 0; place++)
        {
            buffer = buffer << 6 | (uint)value;
            bits += 6;
            if (bits < 16)
                continue;
            bits -= 16;
            var unit = (char)(buffer >> bits);
            if (pending != default)
                run.Output.Append(pending);
            pending = char.IsHighSurrogate(unit) ? unit : default;
            if (pending == default)
                run.Output.Append(unit);
        }
        var hasPadding = (buffer & ((1u << bits) - 1)) != 0;
        if (place == bytes.Length)
        {
            if (!run.IsFinal)
            {
                run.Output.Shrink(run.Output.Length - written);
                isIncomplete = true;
                return true;
            }
            if (pending != default || bits >= 6 || hasPadding)
                return run.Malformed(place - start, "unterminated shift sequence");
            run.Position = place;
            return true;
        }
        if (bits >= 6)
            return run.Malformed(place + 1 - start, "partial character in shift sequence");
        if (hasPadding)
            return run.Malformed(place + 1 - start, "non-zero padding bits in shift sequence");
        // Half of a pair that is cut off by what cannot be in UTF-7 at all is left out.
        if (pending != default && bytes[place] < 0x80)
            run.Output.Append(pending);
        run.Position = bytes[place] == '-' ? place + 1 : place;
        return true;
    }

    private static bool IsDirect(char unit) =>
        unit is '\t' or '\n' or '\r' or (>= ' ' and <= '}' and not '+' and not '\\');

    private static int ValueOf(char unit) => unit switch
    {
        >= 'A' and <= 'Z' => unit - 'A',
        >= 'a' and <= 'z' => unit - 'a' + 26,
        >= '0' and <= '9' => unit - '0' + 52,
        '+' => 62,
        '/' => 63,
        _ => -1,
    };
}
