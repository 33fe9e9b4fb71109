// A socket and its two addresses: the own one, the other side's, and how they come to know each other.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Posix;

namespace PyCoro.Stdlib.Sockets;

internal sealed partial class PySocket
{
    private const int InProgress = 115;
    private const int IsConnected = 106;
    private const int ErrorOption = 4;
    private const int DefaultBacklog = 128;

    /// <summary>bind(address)
    ///
    /// Bind the socket to a local address.  For IP sockets, the address is a
    /// pair (host, port); the host must refer to the local host. For raw packet
    /// sockets the address is a tuple (ifname, proto [,pkttype [,hatype [,addr]]])</summary>
    [PyMethod("bind")]
    private Value Bind(VmThread thread, Value address)
    {
        if (SocketAddress.Read(thread, Family, address, "bind") is not { } bytes || !Auditing.Raise(thread, "socket.bind", this, address))
            return Value.Error;
        return Done(thread, LinuxCalls.Result(SocketCalls.bind(_descriptor, bytes, bytes.Length)));
    }

    /// <summary>listen([backlog])
    ///
    /// Enable a server to accept connections.  If backlog is specified, it must be
    /// at least 0 (if it is lower, it is set to 0); it specifies the number of
    /// unaccepted connections that the system will allow before refusing new
    /// connections. If not specified, a default reasonable value is chosen.</summary>
    [PyMethod("listen")]
    private Value Listen(VmThread thread, int backlog = DefaultBacklog) =>
        Done(thread, LinuxCalls.Result(SocketCalls.listen(_descriptor, Math.Max(backlog, 0))));

    /// <summary>_accept() -> (integer, address info)
    ///
    /// Wait for an incoming connection.  Return a new socket file descriptor
    /// representing the connection, and the address of the client.
    /// For IP sockets, the address info is a pair (hostaddr, port).</summary>
    [PyMethod("_accept")]
    private Value Accept(VmThread thread)
    {
        var address = new byte[SocketAddress.Longest];
        var length = 0;
        long Call()
        {
            length = address.Length;
            return LinuxCalls.Result(SocketCalls.accept4(_descriptor, address, ref length, SocketConstants.CloseOnExec));
        }
        if (!TryWait(thread, Readable, Deadline(thread), Call, out var accepted))
            return Value.Error;
        var shown = ShowAddress(thread, address, length);
        return shown.IsError ? shown : PyTuple.Of(Value.Int(accepted), shown);
    }

    /// <summary>connect(address)
    ///
    /// Connect the socket to a remote address.  For IP sockets, the address
    /// is a pair (host, port).</summary>
    [PyMethod("connect")]
    private Value Connect(VmThread thread, Value address) =>
        SocketAddress.Read(thread, Family, address, "connect") is { } bytes && TryConnect(thread, address, bytes, out var result)
            ? result == TimedOut ? SocketErrors.RaiseTimeout(thread) : Done(thread, result)
            : Value.Error;

    /// <summary>connect_ex(address) -> errno
    ///
    /// This is like connect(address), but returns an error code (the errno value)
    /// instead of raising an exception when an error occurs.</summary>
    [PyMethod("connect_ex")]
    private Value ConnectWithResult(VmThread thread, Value address) =>
        SocketAddress.Read(thread, Family, address, "connect_ex") is { } bytes && TryConnect(thread, address, bytes, out var result)
            ? Value.Int(result == TimedOut ? TryAgain : -result)
            : Value.Error;

    /// <summary>getsockname() -> address info
    ///
    /// Return the address of the local endpoint. The format depends on the
    /// address family. For IPv4 sockets, the address info is a pair
    /// (hostaddr, port). For IPv6 sockets, the address info is a 4-tuple
    /// (hostaddr, port, flowinfo, scope_id).</summary>
    [PyMethod("getsockname")]
    private Value GetName(VmThread thread)
    {
        var address = new byte[SocketAddress.Longest];
        var length = address.Length;
        var result = LinuxCalls.Result(SocketCalls.getsockname(_descriptor, address, ref length));
        return result < 0 ? Done(thread, result) : ShowAddress(thread, address, length);
    }

    /// <summary>getpeername() -> address info
    ///
    /// Return the address of the remote endpoint.  For IP sockets, the address
    /// info is a pair (hostaddr, port).</summary>
    [PyMethod("getpeername")]
    private Value GetPeerName(VmThread thread)
    {
        var address = new byte[SocketAddress.Longest];
        var length = address.Length;
        var result = LinuxCalls.Result(SocketCalls.getpeername(_descriptor, address, ref length));
        return result < 0 ? Done(thread, result) : ShowAddress(thread, address, length);
    }

    // Not an error number: the time limit is over.
    private const long TimedOut = long.MinValue;

    private static Value ShowAddress(VmThread thread, byte[] address, int length) =>
        SocketAddress.Show(thread, address.AsSpan(0, Math.Min(length, address.Length)));

    // A connection goes on being made when a signal ends the wait for it, so the call is not made again: the socket is asked
    // how it ended. The result is 0, a negative error number or TimedOut; false when a handler raised.
    private bool TryConnect(VmThread thread, Value shown, byte[] address, out long result)
    {
        result = 0;
        if (!Auditing.Raise(thread, "socket.connect", this, shown))
            return false;
        using (thread.Outside())
            result = LinuxCalls.Result(SocketCalls.connect(_descriptor, address, address.Length));
        var goesOn = result == -Blocking.Interrupted ? _limit != 0 : result == -InProgress && _limit > 0;
        if (!goesOn)
            return true;
        if (!thread.CheckBudget() || !Blocking.TryPoll(thread, _descriptor, Writable, Deadline(thread), out result))
            return false;
        if (result == 0)
            result = TimedOut;
        else if (result > 0)
            result = TryAsk(thread, _descriptor, ErrorOption, out var error) ? error == IsConnected ? 0 : -error : -1;
        return true;
    }
}
