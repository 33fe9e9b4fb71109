using PyCoro.Runtime.Strings;

namespace PyCoro.Stdlib.Compression;

/// <summary>Collects bits, lowest first, into bytes.</summary>
internal struct BitWriter()
{
    private ByteBuilder _bytes = new(256);
    private ulong _hold;
    private int _bits;

    internal void Write(int value, int bits)
    {
        _hold |= (ulong)(uint)value << _bits;
        for (_bits += bits; _bits >= 8; _bits -= 8, _hold >>= 8)
            _bytes.Append((byte)_hold);
    }

    /// <summary>Fills the last byte up with zeros.</summary>
    internal void Align()
    {
        if (_bits > 0)
            Write(0, 8 - _bits);
    }

    /// <summary>Bytes, after <see cref="Align"/>.</summary>
    internal void Write(ReadOnlySpan<byte> bytes) => _bytes.Append(bytes);

    /// <summary>The whole bytes so far, which are forgotten.</summary>
    internal byte[] TakeBytes()
    {
        var bytes = _bytes.ToArray();
        _bytes.Shrink(bytes.Length);
        return bytes;
    }

    /// <summary>A writer with the same contents that goes on by itself.</summary>
    internal BitWriter Copy()
    {
        var copy = this;
        copy._bytes = new ByteBuilder(256);
        copy._bytes.Append(_bytes.Span);
        return copy;
    }
}
