namespace PyCoro.Stdlib.Tls;

/// <summary>Bytes that are written at one end and read at the other.</summary>
internal sealed class ByteQueue
{
    private byte[] _bytes = [];
    private int _start;
    private int _end;

    /// <summary>How many are there.</summary>
    internal int Count => _end - _start;

    /// <summary>The bytes, in order; valid until the queue is changed.</summary>
    internal ReadOnlySpan<byte> Span => _bytes.AsSpan(_start, Count);

    /// <summary>Adds bytes at the end.</summary>
    internal void Write(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length - _end < bytes.Length)
            MakeRoom(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_end));
        _end += bytes.Length;
    }

    /// <summary>Takes bytes from the front, as many as there are and fit.</summary>
    internal int Read(Span<byte> target)
    {
        var count = Math.Min(target.Length, Count);
        _bytes.AsSpan(_start, count).CopyTo(target);
        Skip(count);
        return count;
    }

    /// <summary>Puts bytes before all others.</summary>
    internal void PutBack(ReadOnlySpan<byte> bytes)
    {
        byte[] all = [.. bytes, .. Span];
        (_bytes, _start, _end) = (all, 0, all.Length);
    }

    /// <summary>Takes bytes from the front away.</summary>
    internal void Skip(int count)
    {
        _start += count;
        if (_start < _end)
            return;
        (_start, _end) = (0, 0);
        // One large message does not keep its room for ever.
        const int Modest = 1 << 18;
        if (_bytes.Length > Modest)
            _bytes = [];
    }

    private void MakeRoom(int more)
    {
        var count = Count;
        var bytes = count + more <= _bytes.Length / 2 ? _bytes : new byte[Math.Max(1024, Math.Max(count + more, _bytes.Length * 2))];
        Span.CopyTo(bytes);
        (_bytes, _start, _end) = (bytes, 0, count);
    }
}
