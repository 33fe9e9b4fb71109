using System.Buffers;
using System.Text.Unicode;

namespace PyCoro.Runtime.Strings;

/// <summary>UTF-8 (Unicode Standard, chapter 3.9, table 3-7), with or without a signature at the beginning.</summary>
internal sealed class Utf8Codec(bool withSignature) : TextCodec(withSignature ? "utf-8-sig" : "utf-8")
{
    private static ReadOnlySpan<byte> Signature => [0xEF, 0xBB, 0xBF];

    internal override bool KeepsNoState => !withSignature;

    internal override bool KeepsAscii => !withSignature;

    internal override string ErrorName => "utf-8";

    internal override bool Decode(scoped ref DecodingRun run)
    {
        if (withSignature && run.Bytes.StartsWith(Signature))
            run.Position = Signature.Length;
        while (run.Position < run.Bytes.Length)
        {
            var rest = run.Bytes[run.Position..];
            var room = run.Output.Reserve(rest.Length);
            Utf8.ToUtf16(rest, room, out var read, out var written, replaceInvalidSequences: false, isFinalBlock: false);
            run.Output.Shrink(room.Length - written);
            run.Position += read;
            rest = rest[read..];
            if (rest.Length == 0)
                break;
            var (length, reason) = Judge(rest);
            if (!run.IsFinal && (reason == UnexpectedEnd || rest is [0xED, >= 0xA0 and <= 0xBF]))
                break;
            if (!run.Malformed(length, reason))
                return false;
        }
        return true;
    }

    internal override bool Encode(scoped ref EncodingRun run)
    {
        if (withSignature)
            run.Output.Append(Signature);
        var text = run.Text;
        while (run.Position < text.Length)
        {
            var rest = text.AsSpan(run.Position);
            var room = run.Output.Reserve(rest.Length * 3);
            Utf8.FromUtf16(rest, room, out var read, out var written, replaceInvalidSequences: false, isFinalBlock: true);
            run.Output.Shrink(room.Length - written);
            run.Position += read;
            if (run.Position == text.Length)
                break;
            var (start, end) = (run.Position, run.Position + 1);
            while (end < text.Length && char.IsSurrogate(text[end]) && !(end + 1 < text.Length && char.IsSurrogatePair(text[end], text[end + 1])))
                end++;
            if (!run.Unencodable(end, NoSurrogates, out var replacement))
                return false;
            if (!System.Text.Ascii.IsValid(replacement))
                return run.Fail(start, end, NoSurrogates);
            run.Output.AppendAscii(replacement);
        }
        return true;
    }

    internal const string NoSurrogates = "surrogates not allowed";
    private const string UnexpectedEnd = "unexpected end of data";

    // How many bytes of the malformed sequence are taken together, and why it is malformed.
    private static (int Length, string Reason) Judge(ReadOnlySpan<byte> bytes)
    {
        var (count, low, high) = bytes[0] switch
        {
            >= 0xC2 and <= 0xDF => (2, 0x80, 0xBF),
            0xE0 => (3, 0xA0, 0xBF),
            0xED => (3, 0x80, 0x9F),
            >= 0xE1 and <= 0xEF => (3, 0x80, 0xBF),
            0xF0 => (4, 0x90, 0xBF),
            >= 0xF1 and <= 0xF3 => (4, 0x80, 0xBF),
            0xF4 => (4, 0x80, 0x8F),
            _ => (0, 0, 0),
        };
        if (count == 0)
            return (1, "invalid start byte");
        for (var i = 1; i < count; i++)
        {
            if (i == bytes.Length)
                return (i, UnexpectedEnd);
            if (bytes[i] < low || bytes[i] > high)
                return (i, "invalid continuation byte");
            (low, high) = (0x80, 0xBF);
        }
        throw new InvalidOperationException("the sequence is well-formed");
    }
}
