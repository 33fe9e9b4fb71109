// FIPS 180-4, 6.1.

using System.Buffers.Binary;
using System.Numerics;

namespace PyCoro.Stdlib.Digests;

/// <summary>SHA-1.</summary>
internal sealed class Sha1Hash() : BlockHash("sha1", 20, 64)
{
    private uint[] _state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];

    /// <inheritdoc/>
    protected override void Compress(ReadOnlySpan<byte> block)
    {
        Span<uint> words = stackalloc uint[80];
        for (var i = 0; i < 16; i++)
            words[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(i * 4)..]);
        for (var i = 16; i < 80; i++)
            words[i] = BitOperations.RotateLeft(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
        var (a, b, c, d, e) = (_state[0], _state[1], _state[2], _state[3], _state[4]);
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
        _state[0] += a;
        _state[1] += b;
        _state[2] += c;
        _state[3] += d;
        _state[4] += e;
    }

    /// <inheritdoc/>
    protected override void Finish(byte[] block, int used, Span<byte> digest)
    {
        PadWithLength(block, used, lengthSize: 8, isBigEndian: true);
        for (var i = 0; i < _state.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(digest[(i * 4)..], _state[i]);
    }

    /// <inheritdoc/>
    protected override void CopyState() => _state = _state.AsSpan().ToArray();
}
