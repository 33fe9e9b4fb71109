// One TLS connection, over a socket or over memory BIOs. An operation is a step of the engine, repeated after bytes were sent
// and fetched, until it is done, has failed, or cannot go on now. What the handshake asks (names, certificates) is answered in
// PySslConnection.Handshake, questions about the connection in PySslConnection.Facts.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Sockets;

namespace PyCoro.Stdlib.Tls;

/// <summary>What an SSLSocket and an SSLObject are natively.</summary>
[PyType("_SSLSocket", Module = "_ssl", IsDocumented = false)]
internal sealed partial class PySslConnection : PyObject
{
    private const int RecordSize = 16384;

    private readonly TlsTransport _transport;
    private readonly TlsEngine _engine;
    private int _unconfirmed;
    private bool _isBroken;

    internal PySslConnection(PySslContext context, TlsTransport transport, bool isServer, string? hostName, Value owner) : base(TypeObject.RootShape)
    {
        (_context, _transport, _isServer, _hostName, _owner) = (context, transport, isServer, hostName, owner);
        _engine = new TlsEngine(Authenticate);
    }

    // The operations, with what CPython calls them and the lines that its messages name.
    private enum Operation
    {
        Handshake = 1006,
        Read = 2580,
        Write = 2427,
        Shutdown = 2706,
    }

    private enum Next
    {
        Again,
        Done,
        Raised,
    }

    [PyMethod("do_handshake")]
    private Value DoHandshake(VmThread thread)
    {
        if (_isBroken)
            return TlsErrors.RaiseSyscall(thread, (int)Operation.Handshake);
        return TryHandshake(thread, Operation.Handshake, _transport.Deadline(thread)) ? Value.None : Value.Error;
    }

    /// <summary>read(size, [buffer])
    /// Read up to size bytes from the SSL socket.</summary>
    [PyMethod("read", Signature = "size, buffer=None, /")]
    private Value Read(VmThread thread, long size, Value buffer = default)
    {
        if (buffer.IsUnbound || buffer.IsNone)
        {
            if (size < 0)
                return thread.ValueError("size should not be negative");
            var bytes = new byte[Math.Min(size, Math.Max(RecordSize, _engine.Pending))];
            return TryRead(thread, bytes, out var count) ? new PyBytes(count == bytes.Length ? bytes : bytes[..count]) : Value.Error;
        }
        if (!Buffers.RequireWritable(thread, buffer, "read() argument 2", out var target))
            return Value.Error;
        var length = target.Memory.Length;
        var part = new byte[Math.Min(size <= 0 || size > length ? length : (int)size, Math.Max(RecordSize, _engine.Pending))];
        target.AddExport();
        var read = TryRead(thread, part, out var received);
        target.RemoveExport();
        if (!read)
            return Value.Error;
        part.AsSpan(0, received).CopyTo(target.Memory);
        return Value.Int(received);
    }

    /// <summary>Writes the bytes-like object b into the SSL object.
    ///
    /// Returns the number of bytes written.</summary>
    [PyMethod("write")]
    private Value Write(VmThread thread, Value b)
    {
        if (!Buffers.Require(thread, b, out var bytes))
            return Value.Error;
        var until = _transport.Deadline(thread);
        var isRepeated = _unconfirmed > 0;
        var length = bytes.Length;
        var data = b.Ref is PyBytes own ? own.Content : isRepeated ? [] : bytes.ToArray();
        if (_isBroken || _engine.IsDone)
            return _engine.IsDone ? TlsErrors.Raise(thread, "protocol is shutdown", (int)Operation.Write) : TlsErrors.RaiseEnd(thread, (int)Operation.Write, false);
        if (!TryHandshake(thread, Operation.Write, until))
            return Value.Error;
        if (length == 0)
            return Value.Int(0);
        // A write that could not send all is made again by the program, with the same bytes; they are encrypted already.
        var progress = isRepeated ? TlsProgress.Done : _engine.Write(data);
        if (!isRepeated)
            _unconfirmed = length;
        if (Go(thread, Operation.Write, progress, until) != Next.Done)
            return Value.Error;
        var written = _unconfirmed;
        _unconfirmed = 0;
        return Value.Int(written);
    }

    /// <summary>Returns the number of already decrypted bytes available for read, pending on the connection.</summary>
    [PyMethod("pending")]
    private int Pending() => _engine.Pending;

    /// <summary>Does the SSL shutdown handshake with the remote end.</summary>
    [PyMethod("shutdown")]
    private Value Shutdown(VmThread thread)
    {
        if (!_engine.IsReady || _isBroken)
            return TlsErrors.Raise(thread, "shutdown while in init", (int)Operation.Shutdown);
        var until = _transport.Deadline(thread);
        if (!_engine.IsDone && Go(thread, Operation.Shutdown, _engine.SayDone(), until) != Next.Done)
            return Value.Error;
        while (true)
        {
            switch (Go(thread, Operation.Shutdown, _engine.AwaitPeerDone(), until))
            {
                case Next.Done:
                    return _transport.Socket is { } socket ? socket : Value.None;
                case Next.Raised:
                    return Value.Error;
            }
        }
    }

    [PyMethod("verify_client_post_handshake")]
    private Value VerifyLater(VmThread thread) => TlsErrors.RaiseText(
        thread, TlsErrors.ErrorSsl, "verify_client_post_handshake(): SslStream has no post-handshake authentication that a program can begin", 2781);

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(_context);
        visit(_owner);
    }

    private bool TryRead(VmThread thread, Span<byte> target, out int count)
    {
        count = 0;
        var until = _transport.Deadline(thread);
        if (target.IsEmpty)
            return true;
        if (_isBroken)
            return IsEnd(thread, (int)Operation.Read, isFirst: false);
        if (!TryHandshake(thread, Operation.Read, until))
            return false;
        while (true)
        {
            switch (Go(thread, Operation.Read, _engine.Read(target, out count), until))
            {
                case Next.Done when count == 0 && _engine.IsDone:
                    // Both have said that they are done; who only listens learns it from having read nothing.
                    TlsErrors.RaiseZeroReturn(thread, (int)Operation.Read);
                    return false;
                case Next.Done:
                    return true;
                case Next.Raised:
                    return false;
            }
        }
    }

    private bool TryHandshake(VmThread thread, Operation operation, long until)
    {
        if (_engine.IsReady)
            return true;
        // The callbacks of the handshake run in the thread that goes on with it.
        _thread = thread;
        while (true)
        {
            switch (Go(thread, operation, _engine.Handshake(), until))
            {
                case Next.Done:
                    _thread = null;
                    return true;
                case Next.Raised:
                    _thread = null;
                    return false;
            }
        }
    }

    // After a step: sends what it left to send and fetches what it needs, or says what became of the operation.
    private Next Go(VmThread thread, Operation operation, TlsProgress progress, long until)
    {
        if (progress is TlsProgress.Failed)
        {
            _isBroken = true;
            // The alert for the peer: whether it can still be sent matters less than why.
            if (_transport.Flush(thread, _engine.Pipe, until) == Transfer.Raised)
                thread.Pending = null;
            RaiseFailure(thread, (int)operation);
            return Next.Raised;
        }
        if (!Went(thread, operation, _transport.Flush(thread, _engine.Pipe, until), isRead: false))
            return Next.Raised;
        if (progress is TlsProgress.Done)
            return Next.Done;
        if (progress is TlsProgress.Ended)
            return IsEnd(thread, (int)operation, isFirst: true) ? Next.Done : Next.Raised;
        var transfer = _transport.Fetch(thread, _engine.Pipe, until);
        if (transfer == Transfer.Ended)
            _engine.Pipe.End();
        else if (!Went(thread, operation, transfer, isRead: true))
            return Next.Raised;
        return Next.Again;
    }

    private bool Went(VmThread thread, Operation operation, Transfer transfer, bool isRead)
    {
        switch (transfer)
        {
            case Transfer.Done:
                return true;
            case Transfer.WouldBlock when isRead:
                TlsErrors.RaiseWantRead(thread, (int)operation);
                return false;
            case Transfer.WouldBlock:
                TlsErrors.RaiseWantWrite(thread, (int)operation);
                return false;
            case Transfer.TimedOut:
                thread.Raise(ExceptionTypes.TimeoutError, operation switch
                {
                    Operation.Handshake => "_ssl.c:989: The handshake operation timed out",
                    Operation.Shutdown when !isRead => "The write operation timed out",
                    Operation.Write => "The write operation timed out",
                    _ => "The read operation timed out",
                });
                return false;
            default:
                return false;
        }
    }

    // The peer is gone without a word of TLS: an error, unless the options say that it is an end like any other.
    private bool IsEnd(VmThread thread, int line, bool isFirst)
    {
        if (_context.IgnoresMissingEnd && _engine.IsReady)
            return true;
        _isBroken = true;
        TlsErrors.RaiseEnd(thread, line, isFirst);
        return false;
    }

    private void RaiseFailure(VmThread thread, int line)
    {
        if (_verificationFailure is { } failure)
            TlsErrors.RaiseVerification(thread, failure, line);
        else
            TlsErrors.Raise(thread, _refusal ?? TlsErrors.ReasonOf(_engine.Failure), line);
    }
}
