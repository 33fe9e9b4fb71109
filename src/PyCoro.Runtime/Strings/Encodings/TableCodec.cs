namespace PyCoro.Runtime.Strings;

/// <summary>An encoding that is a table: one byte a character (Python calls all of them charmap in its messages) or one to
/// three.</summary>
internal sealed class TableCodec(CodePageRow row) : TextCodec(row.Name)
{
    private const string BadCode = "illegal multibyte sequence";
    private const string NoCode = "character maps to <undefined>";

    // First byte of what EUC-JP has from JIS X 0212.
    private const byte ThirdSet = 0x8F;

    private readonly Lazy<CodePageTable> _table = new(() => new CodePageTable(row));
    private readonly bool _hasThirdSet = row.Options.Contains("jis0212");
    private readonly bool _isSingleByte = IsSingleByte(row.Page);

    internal override bool KeepsNoState => _isSingleByte;

    internal override string ErrorName => _isSingleByte ? "charmap" : Name;

    internal override bool Decode(scoped ref DecodingRun run)
    {
        var table = _table.Value;
        while (run.Position < run.Bytes.Length)
        {
            var unit = run.Bytes[run.Position];
            var size = _isSingleByte || unit < 0x80 || table.TryDecode(unit, out _) ? 1 : _hasThirdSet && unit == ThirdSet ? 3 : 2;
            if (run.Position + size > run.Bytes.Length)
            {
                if (!run.IsFinal)
                    return true;
                if (!run.Malformed(run.Bytes.Length - run.Position, "incomplete multibyte sequence"))
                    return false;
                continue;
            }
            if (TryDecode(table, run.Bytes.Slice(run.Position, size), out var character))
            {
                run.Output.Append(character);
                run.Position += size;
            }
            else if (!run.Malformed(1, _isSingleByte ? NoCode : BadCode))
            {
                return false;
            }
        }
        return true;
    }

    internal override bool Encode(scoped ref EncodingRun run)
    {
        var table = _table.Value;
        var text = run.Text;
        while (run.Position < text.Length)
        {
            if (TryEncode(table, text[run.Position], ref run.Output))
            {
                run.Position++;
                continue;
            }
            var start = run.Position;
            var end = EndOfPoint(text, start);
            while (_isSingleByte && end < text.Length && !table.TryEncode(text[end], out _))
                end = EndOfPoint(text, end);
            if (!run.Unencodable(end, _isSingleByte ? NoCode : BadCode, out var replacement))
                return false;
            foreach (var unit in replacement)
            {
                if (!TryEncode(table, unit, ref run.Output))
                    return run.Fail(start, end, _isSingleByte ? NoCode : BadCode);
            }
        }
        return true;
    }

    private bool TryDecode(CodePageTable table, ReadOnlySpan<byte> bytes, out char character)
    {
        character = default;
        switch (bytes)
        {
            case [var only]:
                return table.TryDecode(only, out character);
            case [var lead, var trail]:
                return (!_hasThirdSet || trail >= 0x80) && table.TryDecode(lead << 8 | trail, out character);
            default:
                return bytes[1] >= 0x80 && bytes[2] >= 0x80 && table.TryDecode(bytes[1] << 8 | bytes[2] & 0x7F, out character);
        }
    }

    private bool TryEncode(CodePageTable table, char character, ref ByteBuilder output)
    {
        if (!table.TryEncode(character, out var code))
            return false;
        if (code <= 0xFF)
            output.Append((byte)code);
        else if (_hasThirdSet && (code & 0x80) == 0)
            output.Append([ThirdSet, (byte)(code >> 8), (byte)(code | 0x80)]);
        else
            output.Append([(byte)(code >> 8), (byte)code]);
        return true;
    }

    private static int EndOfPoint(string text, int start) => start + (char.IsSurrogatePair(text, start) ? 2 : 1);

    private static bool IsSingleByte(int page) => System.Text.CodePagesEncodingProvider.Instance.GetEncoding(page)!.IsSingleByte;
}
