namespace PyCoro.Stdlib.Compression;

/// <summary>The alphabets of deflate (RFC 1951, 3.2).</summary>
internal static class DeflateCodes
{
    internal const int WindowSize = 32768;
    internal const int LongestCode = 15;
    internal const int EndOfBlock = 256;
    internal const int FirstLength = 257;
    internal const int ShortestMatch = 3;
    internal const int LongestMatch = 258;

    /// <summary>The shortest match of each length code.</summary>
    internal static ReadOnlySpan<ushort> LengthBases =>
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    internal static ReadOnlySpan<byte> LengthExtraBits =>
        [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

    /// <summary>The nearest distance of each distance code.</summary>
    internal static ReadOnlySpan<ushort> DistanceBases =>
    [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769,
        1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
    ];

    internal static ReadOnlySpan<byte> DistanceExtraBits =>
        [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];

    /// <summary>The order in which lengths of code length codes are sent.</summary>
    internal static ReadOnlySpan<byte> CodeLengthOrder => [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    /// <summary>Code lengths of the fixed alphabet of literals and lengths.</summary>
    internal static byte[] FixedLiteralLengths()
    {
        var lengths = new byte[288];
        lengths.AsSpan(0, 144).Fill(8);
        lengths.AsSpan(144, 112).Fill(9);
        lengths.AsSpan(256, 24).Fill(7);
        lengths.AsSpan(280).Fill(8);
        return lengths;
    }

    /// <summary>Code lengths of the fixed alphabet of distances.</summary>
    internal static byte[] FixedDistanceLengths()
    {
        var lengths = new byte[32];
        lengths.AsSpan().Fill(5);
        return lengths;
    }

    /// <summary>The canonical codes of code lengths (RFC 1951, 3.2.2), their bits in the order in which they are sent.</summary>
    internal static ushort[] CodesOf(ReadOnlySpan<byte> lengths)
    {
        Span<int> next = stackalloc int[LongestCode + 2];
        next.Clear();
        foreach (var length in lengths)
            next[length + 1] += length == 0 ? 0 : 1;
        for (var length = 1; length <= LongestCode; length++)
            next[length + 1] = (next[length] + next[length + 1]) << 1;
        // next[length] is now the first code of that length, shifted once less for each shorter one.
        var codes = new ushort[lengths.Length];
        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            if (lengths[symbol] != 0)
                codes[symbol] = Reverse(next[lengths[symbol]]++, lengths[symbol]);
        }
        return codes;
    }

    private static ushort Reverse(int code, int length)
    {
        var reversed = 0;
        for (; length > 0; length--, code >>= 1)
            reversed = reversed << 1 | (code & 1);
        return (ushort)reversed;
    }
}
