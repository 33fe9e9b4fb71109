// FIPS 202: the Keccak sponge of SHA-3 and SHAKE.

using System.Buffers.Binary;
using System.Numerics;

namespace PyCoro.Stdlib.Digests;

/// <summary>SHA-3 and SHAKE; a digest size of 0 is SHAKE's, whose digests have any length.</summary>
internal sealed class KeccakHash(string name, int digestSize, int rate, byte suffix) : BlockHash(name, digestSize, rate)
{
    private const int Lanes = 25;

    private ulong[] _state = new ulong[Lanes];

    /// <summary>The bits that follow the message, with the first one of the padding.</summary>
    internal byte Suffix { get; } = suffix;

    /// <summary>Bits of the state that input never touches.</summary>
    internal int CapacityBits => Lanes * 64 - BlockSize * 8;

    private static ReadOnlySpan<ulong> RoundConstants =>
    [
        0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000,
        0x000000000000808b, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
        0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a,
        0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003,
        0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a,
        0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
    ];

    private static ReadOnlySpan<byte> Rotations =>
    [
        0, 1, 62, 28, 27,
        36, 44, 6, 55, 20,
        3, 10, 43, 25, 39,
        41, 45, 15, 21, 8,
        18, 2, 61, 56, 14,
    ];

    /// <inheritdoc/>
    protected override void Compress(ReadOnlySpan<byte> block)
    {
        for (var i = 0; i < block.Length / 8; i++)
            _state[i] ^= BinaryPrimitives.ReadUInt64LittleEndian(block[(i * 8)..]);
        Permute();
    }

    /// <inheritdoc/>
    protected override void Finish(byte[] block, int used, Span<byte> digest)
    {
        if (used == block.Length)
        {
            Compress(block);
            used = 0;
        }
        block.AsSpan(used).Clear();
        block[used] = Suffix;
        block[^1] |= 0x80;
        Compress(block);
        while (true)
        {
            for (var i = 0; i < block.Length / 8; i++)
                BinaryPrimitives.WriteUInt64LittleEndian(block.AsSpan(i * 8), _state[i]);
            if (digest.Length <= block.Length)
                break;
            block.CopyTo(digest);
            digest = digest[block.Length..];
            Permute();
        }
        block.AsSpan(0, digest.Length).CopyTo(digest);
    }

    /// <inheritdoc/>
    protected override void CopyState() => _state = _state.AsSpan().ToArray();

    /// <summary>Keccak-f[1600]: the steps theta, rho, pi, chi and iota, 24 times.</summary>
    private void Permute()
    {
        var a = _state.AsSpan(0, Lanes);
        Span<ulong> moved = stackalloc ulong[Lanes];
        Span<ulong> parity = stackalloc ulong[5];
        foreach (var constant in RoundConstants)
        {
            for (var x = 0; x < 5; x++)
                parity[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
            for (var x = 0; x < 5; x++)
            {
                var column = parity[(x + 4) % 5] ^ BitOperations.RotateLeft(parity[(x + 1) % 5], 1);
                for (var y = 0; y < 5; y++)
                    moved[y + 5 * ((2 * x + 3 * y) % 5)] = BitOperations.RotateLeft(a[x + 5 * y] ^ column, Rotations[x + 5 * y]);
            }
            for (var y = 0; y < Lanes; y += 5)
            {
                for (var x = 0; x < 5; x++)
                    a[y + x] = moved[y + x] ^ (~moved[y + (x + 1) % 5] & moved[y + (x + 2) % 5]);
            }
            a[0] ^= constant;
        }
    }
}
