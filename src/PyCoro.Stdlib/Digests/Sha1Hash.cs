// FIPS 180-4, 6.1.

using System.Buffers.Binary;
using System.Numerics;

namespace PyCoro.Stdlib.Digests;

/// <summary>SHA-1.</summary>
internal sealed class Sha1Hash() : WordHash<uint>("sha1", 20, [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0])
{
    /// <inheritdoc/>
    protected override void Compress(ReadOnlySpan<byte> block)
    {
        Span<uint> words = stackalloc uint[80];
        for (var i = 0; i < 16; i++)
            words[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(i * 4)..]);
        for (var i = 16; i < 80; i++)
            words[i] = BitOperations.RotateLeft(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
        var (a, b, c, d, e) = (State[0], State[1], State[2], State[3], State[4]);
        for (var i = 0; i < 80; i++)
        {
            var mixed = i switch
            {
                < 20 => ((b & c) | (~b & d)) + 0x5a827999,
                < 40 => (b ^ c ^ d) + 0x6ed9eba1,
                < 60 => ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc,
                _ => (b ^ c ^ d) + 0xca62c1d6,
            };
            (a, b, c, d, e) = (BitOperations.RotateLeft(a, 5) + mixed + e + words[i], a, BitOperations.RotateLeft(b, 30), c, d);
        }
        State[0] += a;
        State[1] += b;
        State[2] += c;
        State[3] += d;
        State[4] += e;
    }
}
