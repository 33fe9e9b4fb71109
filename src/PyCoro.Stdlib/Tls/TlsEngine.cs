// TLS itself is SslStream's. This class makes its asynchronous operations steps: each is begun once, and asked again after the
// pipe has been fed until it is done. Nothing here waits and nothing throws; what went wrong is kept in Failure.

using System.Net.Security;
using System.Security.Authentication;

namespace PyCoro.Stdlib.Tls;

/// <summary>How far an operation is.</summary>
internal enum TlsProgress
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>It needs bytes of the peer.</summary>
    NeedsInput,

    /// <summary>It failed: <see cref="TlsEngine.Failure"/>.</summary>
    Failed,

    /// <summary>The peer ended the connection without saying so in TLS.</summary>
    Ended,
}

/// <summary>One TLS connection over a <see cref="TlsPipe"/>.</summary>
internal sealed class TlsEngine
{
    private const int RecordSize = 16384;

    private readonly SslStream _stream;
    private readonly Func<SslStream, Task> _authenticate;
    private Task? _handshake;
    private Task<int>? _reading;
    private byte[] _plain = [];
    private int _plainStart;
    private int _plainEnd;

    /// <summary>A connection whose handshake begins when it is first asked for.</summary>
    internal TlsEngine(Func<SslStream, Task> authenticate)
    {
        _stream = new SslStream(Pipe, leaveInnerStreamOpen: false);
        _authenticate = authenticate;
    }

    /// <summary>The encrypted side.</summary>
    internal TlsPipe Pipe { get; } = new();

    /// <summary>What was negotiated, after the handshake.</summary>
    internal SslStream Stream => _stream;

    /// <summary>Why an operation failed.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>The handshake is done.</summary>
    internal bool IsReady => _handshake is { IsCompletedSuccessfully: true };

    /// <summary>The peer has said that it will send nothing more.</summary>
    internal bool IsPeerDone { get; private set; }

    /// <summary>The peer has been told that nothing more will be sent.</summary>
    internal bool IsDone { get; private set; }

    /// <summary>Bytes that are decrypted and have not been read.</summary>
    internal int Pending => _plainEnd - _plainStart;

    /// <summary>Goes on with the handshake.</summary>
    internal TlsProgress Handshake()
    {
        _handshake ??= Begin(() => _authenticate(_stream));
        return After(_handshake);
    }

    /// <summary>Reads decrypted bytes; none, when it is done, at the end.</summary>
    internal TlsProgress Read(Span<byte> target, out int count)
    {
        count = 0;
        if (Pending == 0)
        {
            if (IsPeerDone || target.IsEmpty)
                return TlsProgress.Done;
            var progress = Fill();
            if (progress != TlsProgress.Done)
                return progress;
        }
        count = Math.Min(target.Length, Pending);
        _plain.AsSpan(_plainStart, count).CopyTo(target);
        _plainStart += count;
        return TlsProgress.Done;
    }

    /// <summary>Encrypts bytes into the pipe.</summary>
    internal TlsProgress Write(ReadOnlyMemory<byte> bytes) => After(Begin(() => _stream.WriteAsync(bytes).AsTask()));

    /// <summary>Tells the peer, once, that nothing more will be sent.</summary>
    internal TlsProgress SayDone()
    {
        if (IsDone)
            return TlsProgress.Done;
        IsDone = true;
        return After(Begin(_stream.ShutdownAsync));
    }

    /// <summary>Waits for the peer to say the same; what it sends before is not expected any more.</summary>
    internal TlsProgress AwaitPeerDone()
    {
        if (IsPeerDone)
            return TlsProgress.Done;
        var progress = Fill();
        if (progress != TlsProgress.Done || IsPeerDone)
            return progress;
        Failure = new AuthenticationException("application data after close notify");
        return TlsProgress.Failed;
    }

    // Decrypts the next record. At the end there is none: IsPeerDone.
    private TlsProgress Fill()
    {
        if (_plain.Length == 0)
            _plain = new byte[RecordSize];
        _reading ??= BeginReading();
        var progress = After(_reading);
        if (progress is TlsProgress.NeedsInput)
            return progress;
        var reading = _reading;
        _reading = null;
        if (progress != TlsProgress.Done)
            return progress;
        (_plainStart, _plainEnd) = (0, reading.Result);
        if (_plainEnd > 0)
            return TlsProgress.Done;
        if (Pipe.HasEnded && Pipe.Incoming.Count == 0)
            return TlsProgress.Ended;
        IsPeerDone = true;
        return TlsProgress.Done;
    }

    private TlsProgress After(Task task)
    {
        if (task.IsCompletedSuccessfully)
            return TlsProgress.Done;
        if (Pipe.Complaint is { } complaint)
        {
            Failure = new AuthenticationException(complaint);
            return TlsProgress.Failed;
        }
        if (!task.IsCompleted)
            return TlsProgress.NeedsInput;
        Failure = task.Exception?.InnerException ?? new AuthenticationException("internal error");
        return Pipe.HasEnded && Pipe.Incoming.Count == 0 && Failure is IOException ? TlsProgress.Ended : TlsProgress.Failed;
    }

    // Whatever .NET throws, Python sees an SSLError.
    private Task<int> BeginReading()
    {
        try
        {
            return _stream.ReadAsync(_plain).AsTask();
        }
        catch (Exception exception)
        {
            return Task.FromException<int>(exception);
        }
    }

    private static Task Begin(Func<Task> operation)
    {
        try
        {
            return operation();
        }
        catch (Exception exception)
        {
            return Task.FromException(exception);
        }
    }
}
