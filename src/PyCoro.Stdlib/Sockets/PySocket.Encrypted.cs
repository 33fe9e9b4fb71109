// What TLS asks of a socket under it: bytes in and out, where not being able to go on is an answer and no exception.

using PyCoro.Runtime.Threads;
using PyCoro.Stdlib.Posix;

namespace PyCoro.Stdlib.Sockets;

internal sealed partial class PySocket
{
    /// <summary>Sends bytes, as many as the system takes.</summary>
    internal unsafe Transfer TrySendSome(VmThread thread, ReadOnlySpan<byte> bytes, long until, out int count)
    {
        fixed (byte* start = bytes)
        {
            var (place, size) = ((nint)start, bytes.Length);
            var transfer = TryTransfer(thread, Writable, until, () => LinuxCalls.Result(SocketCalls.send(_descriptor, place, size, 0)), out var sent);
            count = (int)sent;
            return transfer;
        }
    }

    /// <summary>Receives bytes; none when the peer has ended the connection.</summary>
    internal unsafe Transfer TryReceiveSome(VmThread thread, Span<byte> buffer, long until, out int count)
    {
        fixed (byte* start = buffer)
        {
            var (place, size) = ((nint)start, buffer.Length);
            var transfer = TryTransfer(thread, Readable, until, () => LinuxCalls.Result(SocketCalls.recv(_descriptor, place, size, 0)), out var received);
            count = (int)received;
            return transfer;
        }
    }
}
