using System.Numerics;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Binary;

/// <summary>Checksums that <c>binascii</c> and <c>zlib</c> share.</summary>
internal static class Checksums
{
    private const uint Adler = 65521;

    /// <summary>So many bytes can be added up before 32 bits overflow.</summary>
    private const int AdlerRun = 5552;

    private static readonly uint[] Table = MakeTable();

    /// <summary>The CRC-32 of bytes (RFC 1952, 8), beginning with that of what came before.</summary>
    internal static Value Crc32(VmThread thread, Value data, Value start) =>
        Buffers.Require(thread, data, out var bytes) && TryStart(thread, start, out var before)
            ? Value.Int((long)Crc32(bytes, before))
            : Value.Error;

    /// <summary>The same of a span.</summary>
    internal static uint Crc32(ReadOnlySpan<byte> bytes, uint start)
    {
        var sum = ~start;
        while (bytes.Length >= 8)
        {
            var low = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ sum;
            var high = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            sum = Table[0x700 + (low & 0xff)] ^ Table[0x600 + ((low >> 8) & 0xff)] ^ Table[0x500 + ((low >> 16) & 0xff)] ^ Table[0x400 + (low >> 24)]
                ^ Table[0x300 + (high & 0xff)] ^ Table[0x200 + ((high >> 8) & 0xff)] ^ Table[0x100 + ((high >> 16) & 0xff)] ^ Table[high >> 24];
            bytes = bytes[8..];
        }
        foreach (var unit in bytes)
            sum = (sum >> 8) ^ Table[(byte)sum ^ unit];
        return ~sum;
    }

    /// <summary>The Adler-32 of bytes (RFC 1950, 8.2), beginning with that of what came before.</summary>
    internal static uint Adler32(ReadOnlySpan<byte> bytes, uint start)
    {
        var (low, high) = (start & 0xffff, start >> 16);
        while (bytes.Length > 0)
        {
            var run = bytes[..Math.Min(bytes.Length, AdlerRun)];
            foreach (var unit in run)
            {
                low += unit;
                high += low;
            }
            low %= Adler;
            high %= Adler;
            bytes = bytes[run.Length..];
        }
        return high << 16 | low;
    }

    /// <summary>The lowest 32 bits of any int; 0 when it is left out.</summary>
    internal static bool TryStart(VmThread thread, Value value, out uint start)
    {
        start = 0;
        if (value.IsUnbound)
            return true;
        var index = Conversions.Index(thread, value);
        if (index.IsError)
            return false;
        index.TryGetBigInteger(out var whole);
        start = (uint)(whole & uint.MaxValue);
        return true;
    }

    /// <summary>Eight tables: what a byte does to the sum when 0 to 7 more bytes follow it.</summary>
    private static uint[] MakeTable()
    {
        var table = new uint[8 * 256];
        for (uint unit = 0; unit < 256; unit++)
        {
            var sum = unit;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xedb88320 : 0);
            table[unit] = sum;
        }
        for (var i = 256; i < table.Length; i++)
            table[i] = (table[i - 256] >> 8) ^ table[(byte)table[i - 256]];
        return table;
    }
}
