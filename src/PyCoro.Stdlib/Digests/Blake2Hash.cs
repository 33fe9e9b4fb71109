// RFC 7693, with the parameters of tree hashing, salt and person as in the BLAKE2 paper (2.5).

using System.Buffers.Binary;
using System.Numerics;

namespace PyCoro.Stdlib.Digests;

/// <summary>BLAKE2 in words of one size: BLAKE2b has 64 bits, BLAKE2s 32.</summary>
internal sealed class Blake2Hash<TWord> : BlockHash
    where TWord : unmanaged, IBinaryInteger<TWord>
{
    private readonly bool _isLastNode;
    private TWord[] _state = new TWord[8];
    private ulong _compressed;

    /// <summary>Starts from a parameter block of eight words.</summary>
    internal Blake2Hash(string name, int digestSize, ReadOnlySpan<byte> parameters, bool isLastNode) : base(name, digestSize, 16 * WordSize)
    {
        _isLastNode = isLastNode;
        for (var i = 0; i < 8; i++)
            _state[i] = Start(i) ^ TWord.ReadLittleEndian(parameters.Slice(i * WordSize, WordSize), isUnsigned: true);
    }

    /// <summary>Bytes of a word.</summary>
    internal static int WordSize => typeof(TWord) == typeof(ulong) ? 8 : 4;

    private static int Rounds => WordSize == 8 ? 12 : 10;

    private static ReadOnlySpan<ulong> SquareRoots =>
    [
        0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
        0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
    ];

    private static ReadOnlySpan<byte> Permutations =>
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3,
        11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4,
        7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8,
        9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13,
        2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9,
        12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11,
        13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10,
        6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5,
        10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0,
    ];

    /// <inheritdoc/>
    protected override void Compress(ReadOnlySpan<byte> block)
    {
        _compressed += (ulong)block.Length;
        Mix(block, default, default);
    }

    /// <inheritdoc/>
    protected override void Finish(byte[] block, int used, Span<byte> digest)
    {
        block.AsSpan(used).Clear();
        _compressed += (ulong)used;
        Mix(block, TWord.AllBitsSet, _isLastNode ? TWord.AllBitsSet : default);
        Span<byte> whole = stackalloc byte[64];
        for (var i = 0; i < 8; i++)
            _state[i].WriteLittleEndian(whole[(i * WordSize)..]);
        whole[..digest.Length].CopyTo(digest);
    }

    /// <inheritdoc/>
    protected override void CopyState() => _state = _state.AsSpan().ToArray();

    /// <summary>The fractions of square roots that SHA-2 begins with too; the short words are the long ones cut off.</summary>
    private static TWord Start(int i) => TWord.CreateTruncating(SquareRoots[i] >> (64 - WordSize * 8));

    private void Mix(ReadOnlySpan<byte> block, TWord lastBlock, TWord lastNode)
    {
        Span<TWord> m = stackalloc TWord[16];
        Span<TWord> v = stackalloc TWord[16];
        for (var i = 0; i < 16; i++)
            m[i] = TWord.ReadLittleEndian(block.Slice(i * WordSize, WordSize), isUnsigned: true);
        for (var i = 0; i < 8; i++)
        {
            v[i] = _state[i];
            v[i + 8] = Start(i);
        }
        v[12] ^= TWord.CreateTruncating(_compressed);
        v[13] ^= WordSize == 8 ? default : TWord.CreateTruncating(_compressed >> 32);
        v[14] ^= lastBlock;
        v[15] ^= lastNode;
        for (var round = 0; round < Rounds; round++)
        {
            var order = Permutations.Slice(round % 10 * 16, 16);
            for (var i = 0; i < 4; i++)
                Quarter(v, i, i + 4, i + 8, i + 12, m[order[2 * i]], m[order[2 * i + 1]]);
            for (var i = 0; i < 4; i++)
                Quarter(v, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4, m[order[8 + 2 * i]], m[order[9 + 2 * i]]);
        }
        for (var i = 0; i < 8; i++)
            _state[i] ^= v[i] ^ v[i + 8];
    }

    private static void Quarter(Span<TWord> v, int a, int b, int c, int d, TWord x, TWord y)
    {
        var isLong = WordSize == 8;
        v[a] = v[a] + v[b] + x;
        v[d] = TWord.RotateRight(v[d] ^ v[a], isLong ? 32 : 16);
        v[c] += v[d];
        v[b] = TWord.RotateRight(v[b] ^ v[c], isLong ? 24 : 12);
        v[a] = v[a] + v[b] + y;
        v[d] = TWord.RotateRight(v[d] ^ v[a], isLong ? 16 : 8);
        v[c] += v[d];
        v[b] = TWord.RotateRight(v[b] ^ v[c], isLong ? 63 : 7);
    }
}
