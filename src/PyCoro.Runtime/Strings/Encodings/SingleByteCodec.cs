namespace PyCoro.Runtime.Strings;

/// <summary>ASCII and Latin-1: the first 128 or 256 code points, one byte each.</summary>
internal sealed class SingleByteCodec : TextCodec
{
    internal static readonly SingleByteCodec Ascii = new("ascii", 128);
    internal static readonly SingleByteCodec Latin1 = new("latin-1", 256);

    internal override bool KeepsNoState => true;

    internal override bool KeepsAscii => true;

    private readonly int _limit;
    private readonly string _reason;

    private SingleByteCodec(string name, int limit) : base(name)
    {
        _limit = limit;
        _reason = limit == 128 ? "ordinal not in range(128)" : "ordinal not in range(256)";
    }

    internal override bool Decode(scoped ref DecodingRun run)
    {
        while (run.Position < run.Bytes.Length)
        {
            var unit = run.Bytes[run.Position];
            if (unit < _limit)
            {
                run.Output.Append((char)unit);
                run.Position++;
            }
            else if (!run.Malformed(1, _reason))
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
            if (text[run.Position] < _limit)
            {
                run.Output.Append((byte)text[run.Position++]);
                continue;
            }
            var (start, end) = (run.Position, run.Position + 1);
            while (end < text.Length && text[end] >= _limit)
                end++;
            if (!run.Unencodable(end, _reason, out var replacement))
                return false;
            foreach (var unit in replacement)
            {
                if (unit >= _limit)
                    return run.Fail(start, end, _reason);
                run.Output.Append((byte)unit);
            }
        }
        return true;
    }
}
