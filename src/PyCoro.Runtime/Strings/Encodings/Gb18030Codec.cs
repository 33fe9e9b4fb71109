using System.Text;

namespace PyCoro.Runtime.Strings;

/// <summary>GB 18030, which has a code of one, two or four bytes for every code point: .NET's is Python's.</summary>
internal sealed class Gb18030Codec() : TextCodec("gb18030")
{
    private const string BadCode = "illegal multibyte sequence";

    // What replaces malformed input is never one character, so that it is told from U+FFFD, which has a code.
    private readonly Encoding _encoding = CodePagesEncodingProvider.Instance.GetEncoding(
        "gb18030", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD\uFFFD"))!;

    internal override bool Decode(scoped ref DecodingRun run)
    {
        Span<char> made = stackalloc char[16];
        while (run.Position < run.Bytes.Length)
        {
            var rest = run.Bytes[run.Position..];
            var size = rest[0] < 0x80 ? 1 : rest is [_, >= 0x30 and <= 0x39, ..] ? 4 : 2;
            if (size > rest.Length)
            {
                if (!run.IsFinal)
                    return true;
                if (!run.Malformed(rest.Length, "incomplete multibyte sequence"))
                    return false;
                continue;
            }
            var count = _encoding.GetChars(rest[..size], made);
            var isGood = count == 1 || count == 2 && char.IsSurrogatePair(made[0], made[1]);
            if (isGood)
            {
                run.Output.Append(made[..count]);
                run.Position += size;
            }
            else if (!run.Malformed(1, BadCode))
            {
                return false;
            }
        }
        return true;
    }

    internal override bool Encode(scoped ref EncodingRun run)
    {
        var text = run.Text;
        while (run.Position < text.Length)
        {
            var start = run.Position;
            var size = char.IsSurrogatePair(text, start) ? 2 : 1;
            if (size == 2 || !char.IsSurrogate(text[start]))
            {
                Write(text.AsSpan(start, size), ref run.Output);
                run.Position += size;
                continue;
            }
            if (!run.Unencodable(start + 1, BadCode, out var replacement))
                return false;
            if (replacement.Any(char.IsSurrogate))
                return run.Fail(start, start + 1, BadCode);
            Write(replacement, ref run.Output);
        }
        return true;
    }

    private void Write(ReadOnlySpan<char> text, ref ByteBuilder output)
    {
        var room = output.Reserve(text.Length * 4);
        output.Shrink(room.Length - _encoding.GetBytes(text, room));
    }
}
