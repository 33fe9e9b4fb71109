// Receiving and sending for native code that has its own way to wait: asyncio's transports. Nothing blocks and nothing is
// raised; a result below 0 is an error number. Only sockets whose class leaves recv() and send() alone are used so.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Posix;

namespace PyCoro.Stdlib.Sockets;

internal sealed partial class PySocket
{
    // MSG_DONTWAIT and MSG_NOSIGNAL.
    private const int Now = 0x40;
    private const int WithoutSignal = 0x4000;

    private static readonly PyStr ReceiveName = PyStr.Constant("recv");
    private static readonly PyStr ReceiveIntoName = PyStr.Constant("recv_into");
    private static readonly PyStr SendName = PyStr.Constant("send");

    /// <summary>The class of a socket has its methods for bytes from here, and its instances carry no attributes.</summary>
    internal static bool HasNativeTransfer(PyType type) =>
        !type.HasDict && IsOwn(type, ReceiveName) && IsOwn(type, ReceiveIntoName) && IsOwn(type, SendName);

    /// <summary>Receives what is there.</summary>
    internal unsafe long ReceiveNow(Span<byte> buffer)
    {
        fixed (byte* start = buffer)
            return LinuxCalls.Result(SocketCalls.recv(_descriptor, (nint)start, buffer.Length, Now));
    }

    /// <summary>Sends what there is room for.</summary>
    internal unsafe long SendNow(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
            return LinuxCalls.Result(SocketCalls.send(_descriptor, (nint)start, bytes.Length, Now | WithoutSignal));
    }

    private static bool IsOwn(PyType type, PyStr name) => type.Lookup(name).Is(TypeObject.Lookup(name));
}
