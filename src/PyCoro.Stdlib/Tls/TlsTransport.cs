// Where the encrypted bytes of a connection go: to a socket, or to two memory BIOs that a program empties and fills.

using System.Buffers;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Threads;
using PyCoro.Stdlib.Sockets;

namespace PyCoro.Stdlib.Tls;

/// <summary>The connection under a TLS connection.</summary>
internal sealed class TlsTransport
{
    private readonly PySocket? _socket;
    private readonly PyMemoryBio? _incoming;
    private readonly PyMemoryBio? _outgoing;

    internal TlsTransport(PySocket socket) => _socket = socket;

    internal TlsTransport(PyMemoryBio incoming, PyMemoryBio outgoing) => (_incoming, _outgoing) = (incoming, outgoing);

    /// <summary>The socket; null for memory BIOs.</summary>
    internal PySocket? Socket => _socket;

    /// <summary>When an operation that begins now must be done.</summary>
    internal long Deadline(VmThread thread) => _socket?.Deadline(thread) ?? Gil.Forever;

    /// <summary>Sends all that waits in the pipe.</summary>
    internal Transfer Flush(VmThread thread, TlsPipe pipe, long until)
    {
        if (_outgoing is not null)
        {
            _outgoing.Bytes.Write(pipe.Outgoing.Span);
            pipe.Outgoing.Skip(pipe.Outgoing.Count);
            return Transfer.Done;
        }
        while (pipe.Outgoing.Count > 0)
        {
            // Other threads may write into the pipe meanwhile, so these bytes are taken out of it.
            var bytes = pipe.Outgoing.Span.ToArray();
            pipe.Outgoing.Skip(bytes.Length);
            var rest = bytes.AsSpan();
            while (!rest.IsEmpty)
            {
                var transfer = _socket!.TrySendSome(thread, rest, until, out var count);
                if (transfer != Transfer.Done)
                {
                    pipe.Outgoing.PutBack(rest);
                    return transfer;
                }
                rest = rest[count..];
            }
        }
        return Transfer.Done;
    }

    /// <summary>Feeds the pipe with what it wants next, or with a part of that.</summary>
    internal Transfer Fetch(VmThread thread, TlsPipe pipe, long until)
    {
        var wanted = pipe.Wanted;
        if (_incoming is not null)
        {
            if (_incoming.Bytes.Count == 0)
                return _incoming.HasEnded ? Transfer.Ended : Transfer.WouldBlock;
            var span = _incoming.Bytes.Span;
            var taken = span[..Math.Min(wanted, span.Length)].ToArray();
            _incoming.Bytes.Skip(taken.Length);
            pipe.Feed(taken);
            return Transfer.Done;
        }
        var buffer = ArrayPool<byte>.Shared.Rent(wanted);
        var transfer = _socket!.TryReceiveSome(thread, buffer.AsSpan(0, wanted), until, out var count);
        if (transfer == Transfer.Done && count == 0)
            transfer = Transfer.Ended;
        else if (transfer == Transfer.Done)
            pipe.Feed(buffer.AsSpan(0, count));
        ArrayPool<byte>.Shared.Return(buffer);
        return transfer;
    }
}
