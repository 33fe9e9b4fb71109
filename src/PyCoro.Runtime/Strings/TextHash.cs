// Hashes of text and bytes are CPython's (PEP 456: SipHash, here with one and three rounds, over the bytes as CPython stores
// them), so that sets and dicts of texts have its order for the same key. PYTHONHASHSEED gives the key; without it the key is
// that of the seed 0, because runs are to be repeatable.

using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace PyCoro.Runtime.Strings;

/// <summary>Hash values of str and bytes.</summary>
internal static class TextHash
{
    private const int StackBytes = 256;

    private static readonly (ulong First, ulong Second) Key = KeyFromEnvironment();

    /// <summary>Of bytes; never -1, 0 for none.</summary>
    internal static long Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return 0;
        var hash = (long)Keyed(Key.First, Key.Second, bytes);
        return hash == -1 ? -2 : hash;
    }

    /// <summary>Of text: one byte a code point if all fit, else two, else four.</summary>
    internal static long Of(string text, bool isBmp)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\xff'))
        {
            Span<byte> narrow = text.Length <= StackBytes ? stackalloc byte[text.Length] : new byte[text.Length];
            Encoding.Latin1.GetBytes(text, narrow);
            return Of(narrow);
        }
        return isBmp ? Of(MemoryMarshal.AsBytes(text.AsSpan())) : Of(CodePoints(text));
    }

    private static ReadOnlySpan<byte> CodePoints(string text)
    {
        var points = new int[text.Length];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            points[count++] = isPair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i];
            i += isPair ? 1 : 0;
        }
        return MemoryMarshal.AsBytes(points.AsSpan(0, count));
    }

    /// <summary>J.-P. Aumasson and D. J. Bernstein, "SipHash: a fast short-input PRF" (2012).</summary>
    internal static ulong Keyed(ulong first, ulong second, ReadOnlySpan<byte> bytes)
    {
        var v0 = first ^ 0x736f6d6570736575;
        var v1 = second ^ 0x646f72616e646f6d;
        var v2 = first ^ 0x6c7967656e657261;
        var v3 = second ^ 0x7465646279746573;
        var last = (ulong)bytes.Length << 56;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            var word = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            v3 ^= word;
            Round(ref v0, ref v1, ref v2, ref v3);
            v0 ^= word;
        }
        for (var i = 0; i < bytes.Length; i++)
            last |= (ulong)bytes[i] << (8 * i);
        v3 ^= last;
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= last;
        v2 ^= 0xff;
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private static void Round(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v0 += v1;
        v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
        v0 = BitOperations.RotateLeft(v0, 32);
        v2 += v3;
        v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
        v2 = BitOperations.RotateLeft(v2, 32);
    }

    private static (ulong First, ulong Second) KeyFromEnvironment()
    {
        Span<byte> key = stackalloc byte[2 * sizeof(ulong)];
        key.Clear();
        var given = Environment.GetEnvironmentVariable("PYTHONHASHSEED");
        if (given == "random")
        {
            FillRandomly(key);
        }
        else if (uint.TryParse(given, out var seed) && seed != 0)
        {
            // The bytes that CPython makes of a seed come from a linear congruential generator.
            foreach (ref var unit in key)
            {
                seed = unchecked(seed * 214013 + 2531011);
                unit = (byte)(seed >> 16);
            }
        }
        return (BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[sizeof(ulong)..]));
    }

    // Apart, so that only who asks for it loads the library of cryptography.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FillRandomly(Span<byte> key) => RandomNumberGenerator.Fill(key);
}
