// What SslStream reads from and writes to: memory. A read that finds nothing waits; when bytes are fed it ends, and what
// SslStream does next runs at once, in the thread that fed them. So one engine serves memory BIOs and sockets of every kind,
// and no thread is ever needed. Records of TLS are fed one by one, because what SslStream has read and not used is lost to
// whoever goes on with the plain connection after unwrap(), and select() would not tell of it.

using System.Threading.Tasks.Sources;

namespace PyCoro.Stdlib.Tls;

/// <summary>The encrypted side of a connection, in memory.</summary>
internal sealed class TlsPipe : Stream, IValueTaskSource<int>
{
    private const int HeaderSize = 5;

    private readonly byte[] _header = new byte[HeaderSize];
    private ManualResetValueTaskSourceCore<int> _source;
    private Memory<byte> _target;
    private int _headerCount;
    private int _recordLeft;

    /// <summary>Bytes of the peer that SslStream has not read yet.</summary>
    internal ByteQueue Incoming { get; } = new();

    /// <summary>Bytes for the peer.</summary>
    internal ByteQueue Outgoing { get; } = new();

    /// <summary>SslStream waits for bytes of the peer.</summary>
    internal bool IsWaiting { get; private set; }

    /// <summary>The peer will send nothing more.</summary>
    internal bool HasEnded { get; private set; }

    /// <summary>The first record, as far as it is here: who listens finds the client's hello in it.</summary>
    internal byte[] FirstRecord { get; private set; } = [];

    /// <summary>How many bytes to feed next: the rest of a record's header, or of the record.</summary>
    internal int Wanted => _recordLeft > 0 ? _recordLeft : HeaderSize - _headerCount;

    /// <summary>Why what comes is no TLS: the reason that OpenSSL gives; null as long as it may be.</summary>
    internal string? Complaint { get; private set; }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Takes bytes of the peer, no more than are wanted.</summary>
    internal void Feed(ReadOnlySpan<byte> bytes)
    {
        if (_recordLeft > 0)
        {
            _recordLeft -= bytes.Length;
        }
        else
        {
            bytes.CopyTo(_header.AsSpan(_headerCount));
            _headerCount += bytes.Length;
            if (_headerCount == HeaderSize)
                BeginRecord();
        }
        Incoming.Write(bytes);
        if (_isFirst)
            FirstRecord = [.. FirstRecord, .. bytes];
        Deliver();
    }

    /// <summary>The peer has ended the connection.</summary>
    internal void End()
    {
        HasEnded = true;
        Deliver();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Incoming.Count > 0 || HasEnded)
            return new ValueTask<int>(Incoming.Read(buffer.Span));
        if (buffer.IsEmpty)
            return new ValueTask<int>(0);
        _source.Reset();
        _target = buffer;
        IsWaiting = true;
        return new ValueTask<int>(this, _source.Version);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Outgoing.Write(buffer.Span);
        return default;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer, offset, count);
        return Task.CompletedTask;
    }

    public override void Write(byte[] buffer, int offset, int count) => Outgoing.Write(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    int IValueTaskSource<int>.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);

    private bool _isFirst = true;

    private void BeginRecord()
    {
        if (_recordsSeen++ > 0)
            _isFirst = false;
        _headerCount = 0;
        _recordLeft = (_header[3] << 8) | _header[4];
        // Content types 20 to 23, major version 3 (RFC 8446, 5.1); what begins a request of HTTP is told apart.
        if (_header[0] is >= 20 and <= 23 && _header[1] == 3)
            return;
        Complaint = _isFirst && _header.AsSpan(0, 4) is var start && (start.SequenceEqual("GET "u8) || start.SequenceEqual("POST"u8)
            || start.SequenceEqual("HEAD"u8) || start.SequenceEqual("PUT "u8)) ? "http request" : "wrong version number";
    }

    private int _recordsSeen;

    private void Deliver()
    {
        if (!IsWaiting || (Incoming.Count == 0 && !HasEnded))
            return;
        IsWaiting = false;
        _source.SetResult(Incoming.Read(_target.Span));
    }
}
