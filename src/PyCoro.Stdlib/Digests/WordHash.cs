using System.Numerics;
using System.Runtime.CompilerServices;

namespace PyCoro.Stdlib.Digests;

/// <summary>A digest of the MD4 family: its state is some words, its last block ends with the length of the input, and the digest is
/// the state, cut off where it is too long.</summary>
/// <param name="name">The algorithm's name in <c>hashlib</c>.</param>
/// <param name="digestSize">Bytes of the digest.</param>
/// <param name="start">The words it begins with.</param>
/// <param name="isBigEndian">How bytes make a word.</param>
internal abstract class WordHash<TWord>(string name, int digestSize, TWord[] start, bool isBigEndian = true)
    : BlockHash(name, digestSize, WordsOfBlock * Unsafe.SizeOf<TWord>()) where TWord : unmanaged, IBinaryInteger<TWord>
{
    private const int WordsOfBlock = 16;

    /// <summary>The words.</summary>
    protected TWord[] State { get; private set; } = start;

    /// <inheritdoc/>
    protected override void Finish(byte[] block, int used, Span<byte> digest)
    {
        var size = Unsafe.SizeOf<TWord>();
        PadWithLength(block, used, 2 * size, isBigEndian);
        for (var i = 0; i < DigestSize / size; i++)
        {
            if (isBigEndian)
                State[i].WriteBigEndian(digest[(i * size)..]);
            else
                State[i].WriteLittleEndian(digest[(i * size)..]);
        }
    }

    /// <inheritdoc/>
    protected override void CopyState() => State = State.AsSpan().ToArray();
}
