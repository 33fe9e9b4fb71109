namespace PyCoro.Stdlib.Encodings;

/// <summary>Checksums of bytes.</summary>
internal static class Checksums
{
    private const uint Crc32Polynomial = 0xEDB88320;

    private static readonly uint[] Crc32Table = MakeTable();

    /// <summary>CRC-32 of ISO 3309, going on from an earlier one.</summary>
    internal static uint Crc32(ReadOnlySpan<byte> bytes, uint start)
    {
        var state = ~start;
        foreach (var item in bytes)
            state = state >> 8 ^ Crc32Table[(byte)(state ^ item)];
        return ~state;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var state = i;
            for (var bit = 0; bit < 8; bit++)
                state = (state & 1) != 0 ? state >> 1 ^ Crc32Polynomial : state >> 1;
            table[i] = state;
        }
        return table;
    }
}
