// The digests are computed here and not by System.Security.Cryptography: Python copies a digest in the middle of its input,
// SHA-224 and BLAKE2 are not there, and loading the native library costs more than a script that hashes a few bytes takes.

using System.Runtime.InteropServices;

namespace PyCoro.Stdlib.Digests;

/// <summary>A digest in the making: cuts its input into blocks. A full block waits until more input comes, because some
/// algorithms treat the last one differently.</summary>
internal abstract class BlockHash(string name, int digestSize, int blockSize)
{
    private byte[] _block = new byte[blockSize];
    private int _used;

    /// <summary>The algorithm's name in <c>hashlib</c>.</summary>
    internal string Name { get; } = name;

    /// <summary>Bytes of the digest; 0 when it may have any length.</summary>
    internal int DigestSize { get; } = digestSize;

    /// <summary>Bytes of a block.</summary>
    internal int BlockSize => _block.Length;

    /// <summary>Bytes taken in.</summary>
    protected ulong Length { get; private set; }

    /// <summary>Takes more input.</summary>
    internal void Update(ReadOnlySpan<byte> data)
    {
        Length += (ulong)data.Length;
        while (data.Length > BlockSize - _used)
        {
            if (_used == 0)
            {
                Compress(data[..BlockSize]);
                data = data[BlockSize..];
                continue;
            }
            data[..(BlockSize - _used)].CopyTo(_block.AsSpan(_used));
            data = data[(BlockSize - _used)..];
            Compress(_block);
            _used = 0;
        }
        data.CopyTo(_block.AsSpan(_used));
        _used += data.Length;
    }

    /// <summary>The digest of what was taken in so far; more input may follow.</summary>
    internal byte[] Digest(int length)
    {
        var digest = new byte[length];
        var last = Copy();
        last.Finish(last._block, last._used, digest);
        return digest;
    }

    /// <summary>Another one in the same state.</summary>
    internal BlockHash Copy()
    {
        var copy = (BlockHash)MemberwiseClone();
        copy._block = _block.AsSpan().ToArray();
        copy.CopyState();
        return copy;
    }

    /// <summary>Mixes a full block into the state.</summary>
    protected abstract void Compress(ReadOnlySpan<byte> block);

    /// <summary>Mixes in the last block, of which <paramref name="used"/> bytes are filled, and writes the digest.</summary>
    protected abstract void Finish(byte[] block, int used, Span<byte> digest);

    /// <summary>Gives a copy arrays of its own.</summary>
    protected abstract void CopyState();

    /// <summary>Pads as the MD4 family does: a bit, zeros, and the length in bits in the last bytes.</summary>
    protected void PadWithLength(byte[] block, int used, int lengthSize, bool isBigEndian)
    {
        if (used == block.Length)
        {
            Compress(block);
            used = 0;
        }
        block[used++] = 0x80;
        block.AsSpan(used).Clear();
        if (used > block.Length - lengthSize)
        {
            Compress(block);
            block.AsSpan().Clear();
        }
        var bits = Length << 3;
        MemoryMarshal.Write(block.AsSpan(isBigEndian ? block.Length - 8 : block.Length - lengthSize), isBigEndian == BitConverter.IsLittleEndian ? System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(bits) : bits);
        if (lengthSize > 8)
            block[^9] = (byte)(Length >> 61);
        Compress(block);
    }
}
