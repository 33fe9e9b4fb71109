namespace PyCoro.Stdlib.Compression;

/// <summary>Reads symbols of a canonical Huffman code: short codes by one look into a table, long ones bit by bit.</summary>
internal sealed class HuffmanDecoder
{
    private const int TableBits = 10;
    private const int LengthBits = 4;

    private readonly ushort[] _table = new ushort[1 << TableBits];

    // The long codes: how many there are of each length, and their symbols in the order of codes.
    private readonly ushort[] _counts = new ushort[DeflateCodes.LongestCode + 1];
    private readonly ushort[] _symbols;

    private HuffmanDecoder(int symbols) => _symbols = new ushort[symbols];

    /// <summary>The decoder of code lengths; null when they are no code. One that is incomplete is none either, but for a
    /// single code of one bit, or no code at all.</summary>
    internal static HuffmanDecoder? Make(ReadOnlySpan<byte> lengths, bool mustBeComplete)
    {
        var decoder = new HuffmanDecoder(lengths.Length);
        foreach (var length in lengths)
            decoder._counts[length]++;
        decoder._counts[0] = 0;
        var left = 1;
        var longest = 0;
        for (var length = 1; length <= DeflateCodes.LongestCode; length++)
        {
            left = (left << 1) - decoder._counts[length];
            if (left < 0)
                return null;
            if (decoder._counts[length] != 0)
                longest = length;
        }
        if (left > 0 && longest > 0 && (mustBeComplete || longest != 1))
            return null;
        decoder.Fill(lengths);
        return decoder;
    }

    /// <summary>The next symbol and its bits; a negative one when the bits are no code.</summary>
    internal int Read(ulong bits, out int length)
    {
        var entry = _table[bits & ((1 << TableBits) - 1)];
        length = entry & ((1 << LengthBits) - 1);
        return length != 0 ? entry >> LengthBits : ReadSlowly(bits, out length);
    }

    private int ReadSlowly(ulong bits, out int length)
    {
        var code = 0;
        var first = 0;
        var index = 0;
        for (length = 1; length <= DeflateCodes.LongestCode; length++)
        {
            code |= (int)(bits & 1);
            bits >>= 1;
            var count = _counts[length];
            if (code - count < first)
                return _symbols[index + (code - first)];
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        length = 0;
        return -1;
    }

    private void Fill(ReadOnlySpan<byte> lengths)
    {
        Span<int> offsets = stackalloc int[DeflateCodes.LongestCode + 2];
        offsets.Clear();
        for (var length = 1; length <= DeflateCodes.LongestCode; length++)
            offsets[length + 1] = offsets[length] + _counts[length];
        var codes = DeflateCodes.CodesOf(lengths);
        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            var length = lengths[symbol];
            if (length == 0)
                continue;
            _symbols[offsets[length]++] = (ushort)symbol;
            if (length > TableBits)
                continue;
            for (var place = (int)codes[symbol]; place < _table.Length; place += 1 << length)
                _table[place] = (ushort)(symbol << LengthBits | length);
        }
    }
}
