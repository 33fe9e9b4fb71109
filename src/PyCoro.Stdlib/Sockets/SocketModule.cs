// _socket: what socket asks of the system. The sockets are in PySocket, names of hosts in SocketModule.Hosts.

using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Posix;

namespace PyCoro.Stdlib.Sockets;

/// <summary>Implementation module for socket operations.
///
/// See the socket module for documentation.</summary>
[PyModule("_socket", Types = [typeof(PySocket)])]
internal static partial class SocketModule
{
    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        void Set(string name, Value value) => module.Dict.SetStr(thread.Interpreter.Intern(name), value);
        foreach (var (name, number) in SocketConstants.All)
            Set(name, Value.Int(number));
        Set("SocketType", PySocket.TypeObject);
        Set("error", ExceptionTypes.OSError);
        Set("timeout", ExceptionTypes.TimeoutError);
        Set("herror", SocketErrors.HostError);
        Set("gaierror", SocketErrors.AddressError);
        Set("has_ipv6", Value.True);
        return Value.None;
    }

    /// <summary>socketpair([family[, type [, proto]]]) -> (socket object, socket object)
    ///
    /// Create a pair of socket objects from the sockets returned by the platform
    /// socketpair() function.
    /// The arguments are the same as for socket() except the default family is
    /// AF_UNIX if defined on the platform; otherwise, the default is AF_INET.</summary>
    [PyFunction("socketpair", Signature = "family=1, type=1, proto=0, /")]
    private static Value SocketPair(VmThread thread, int family = SocketConstants.Unix, int type = SocketConstants.Stream, int proto = 0)
    {
        var ends = new int[2];
        var result = LinuxCalls.Result(SocketCalls.socketpair(family, type | SocketConstants.CloseOnExec, proto, ends));
        if (result < 0)
            return SystemErrors.Raise(thread, (int)-result);
        var first = PySocket.Make(thread, ends[0], family, type, proto);
        var second = PySocket.Make(thread, ends[1], family, type, proto);
        return first.IsError || second.IsError ? Value.Error : PyTuple.Of(first, second);
    }

    /// <summary>close(integer) -> None
    ///
    /// Close an integer socket file descriptor.  This is like os.close(), but for
    /// sockets; on some platforms os.close() won't work for socket file descriptors.</summary>
    [PyFunction("close")]
    private static Value Close(VmThread thread, int fd)
    {
        const int ConnectionReset = 104;
        var result = PosixModule.System(thread).Close(fd);
        return result is < 0 and not -ConnectionReset ? SystemErrors.Raise(thread, (int)-result) : Value.None;
    }

    /// <summary>dup(integer) -> integer
    ///
    /// Duplicate an integer socket file descriptor.  This is like os.dup(), but for
    /// sockets; on some platforms os.dup() won't work for socket file descriptors.</summary>
    [PyFunction("dup")]
    private static Value Duplicate(VmThread thread, int fd)
    {
        // F_DUPFD_CLOEXEC: not inherited.
        const int DuplicateCloseOnExec = 1030;
        var result = PosixModule.System(thread).Control(fd, DuplicateCloseOnExec, 0);
        return result < 0 ? SystemErrors.Raise(thread, (int)-result) : Value.Int(result);
    }

    /// <summary>getdefaulttimeout() -> timeout
    ///
    /// Returns the default timeout in seconds (float) for new socket objects.
    /// A value of None indicates that new socket objects have no timeout.
    /// When the socket module is first imported, the default is None.</summary>
    [PyFunction("getdefaulttimeout")]
    private static Value GetDefaultTimeout(VmThread thread) => PySocket.ShowLimit(thread.Interpreter.State<SocketState>().DefaultLimit);

    /// <summary>setdefaulttimeout(timeout)
    ///
    /// Set the default timeout in seconds (float) for new socket objects.
    /// A value of None indicates that new socket objects have no timeout.
    /// When the socket module is first imported, the default is None.</summary>
    [PyFunction("setdefaulttimeout")]
    private static Value SetDefaultTimeout(VmThread thread, Value timeout)
    {
        if (!PySocket.TryReadLimit(thread, timeout, out var limit))
            return Value.Error;
        thread.Interpreter.State<SocketState>().DefaultLimit = limit;
        return Value.None;
    }

    /// <summary>ntohs(integer) -> integer
    ///
    /// Convert a 16-bit unsigned integer from network to host byte order.</summary>
    [PyFunction("ntohs")]
    private static Value NetworkToHostShort(VmThread thread, int x) => SwapShort(thread, x, "ntohs");

    /// <summary>htons(integer) -> integer
    ///
    /// Convert a 16-bit unsigned integer from host to network byte order.</summary>
    [PyFunction("htons")]
    private static Value HostToNetworkShort(VmThread thread, int x) => SwapShort(thread, x, "htons");

    /// <summary>ntohl(integer) -> integer
    ///
    /// Convert a 32-bit integer from network to host byte order.</summary>
    [PyFunction("ntohl")]
    private static Value NetworkToHostLong(VmThread thread, Value x) => SwapLong(thread, x);

    /// <summary>htonl(integer) -> integer
    ///
    /// Convert a 32-bit integer from host to network byte order.</summary>
    [PyFunction("htonl")]
    private static Value HostToNetworkLong(VmThread thread, Value x) => SwapLong(thread, x);

    /// <summary>inet_aton(string) -> bytes giving packed 32-bit IP representation
    ///
    /// Convert an IP address in string format (123.45.67.89) to the 32-bit packed
    /// binary format used in low-level network functions.</summary>
    [PyFunction("inet_aton")]
    private static Value ParseInet(VmThread thread, Value text)
    {
        if (!TryText(thread, text, "inet_aton() argument 1", out var terminated))
            return Value.Error;
        var address = new byte[4];
        return SocketCalls.inet_aton(terminated, address) != 0
            ? new PyBytes(address)
            : thread.Raise(ExceptionTypes.OSError, "illegal IP address string passed to inet_aton");
    }

    /// <summary>inet_ntoa(packed_ip) -> ip_address_string
    ///
    /// Convert an IP address from 32-bit packed binary format to string format</summary>
    [PyFunction("inet_ntoa")]
    private static Value ShowInet(VmThread thread, Value packed)
    {
        if (!Buffers.Require(thread, packed, out var bytes))
            return Value.Error;
        return bytes.Length == 4 ? Value.Str(SocketAddress.ShowInet(bytes)) : thread.Raise(ExceptionTypes.OSError, "packed IP wrong length for inet_ntoa");
    }

    /// <summary>inet_pton(af, ip) -> packed IP address string
    ///
    /// Convert an IP address from string format to a packed string suitable
    /// for use with low-level network functions.</summary>
    [PyFunction("inet_pton")]
    private static Value Parse(VmThread thread, int af, Value text)
    {
        if (!TryText(thread, text, "inet_pton() argument 2", out var terminated))
            return Value.Error;
        var address = new byte[16];
        var result = SocketCalls.inet_pton(af, terminated, address);
        if (result < 0)
            return SystemErrors.Raise(thread, (int)-LinuxCalls.Result(result));
        if (result == 0)
            return thread.Raise(ExceptionTypes.OSError, "illegal IP address string passed to inet_pton");
        return new PyBytes(af == SocketConstants.Inet ? address[..4] : address);
    }

    /// <summary>inet_ntop(af, packed_ip) -> string formatted IP address
    ///
    /// Convert a packed IP address of the given family to string format.</summary>
    [PyFunction("inet_ntop")]
    private static Value Show(VmThread thread, int af, Value packed)
    {
        if (!Buffers.Require(thread, packed, out var bytes))
            return Value.Error;
        if (af is not (SocketConstants.Inet or SocketConstants.Inet6))
            return thread.ValueError($"unknown address family {af}");
        if (bytes.Length != (af == SocketConstants.Inet ? 4 : 16))
            return thread.ValueError("invalid length of packed IP address string");
        var text = new byte[64];
        SocketCalls.inet_ntop(af, bytes.ToArray(), text, text.Length);
        return Value.Str(Text(text));
    }

    /// <summary>CMSG_LEN(length) -> control message length
    ///
    /// Return the total length, without trailing padding, of an ancillary
    /// data item with associated data of the given length.</summary>
    [PyFunction("CMSG_LEN")]
    private static Value MessageLength(VmThread thread, Value length) => MessageSize(thread, length, "CMSG_LEN", ControlMessages.LengthOf, 0);

    /// <summary>CMSG_SPACE(length) -> buffer size
    ///
    /// Return the buffer size needed for recvmsg() to receive an ancillary
    /// data item with associated data of the given length, along with any
    /// trailing padding.</summary>
    [PyFunction("CMSG_SPACE")]
    private static Value MessageSpace(VmThread thread, Value length) => MessageSize(thread, length, "CMSG_SPACE", ControlMessages.SpaceOf, 1);

    private static Value MessageSize(VmThread thread, Value length, string function, Func<long, long> size, long least)
    {
        if (!Conversions.TryIndex64(thread, length, out var number))
            return Value.Error;
        // So much is left for the data when the least of it takes its place.
        return number < 0 || number > int.MaxValue - size(least) ? thread.OverflowError($"{function}() argument out of range") : Value.Int(size(number));
    }

    private static Value SwapShort(VmThread thread, int number, string function) => number switch
    {
        < 0 => thread.OverflowError($"{function}: can't convert negative Python int to C 16-bit unsigned integer"),
        > ushort.MaxValue => thread.OverflowError($"{function}: Python int too large to convert to C 16-bit unsigned integer"),
        _ => Value.Int(BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness((ushort)number) : number),
    };

    private static Value SwapLong(VmThread thread, Value value)
    {
        if (!value.TryGetInt64(out var number) || value.IsFloat)
        {
            if (value.Ref is PyInt { Number.Sign: > 0 })
                return thread.OverflowError("int larger than 32 bits");
            if (value.Ref is not PyInt)
                return thread.TypeError($"expected int, {value.Type.Name} found");
            number = -1;
        }
        if (number < 0)
            return thread.OverflowError("can't convert negative value to unsigned int");
        if (number > uint.MaxValue)
            return thread.OverflowError("int larger than 32 bits");
        return Value.Int(BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness((uint)number) : number);
    }

    // Text for C; TypeError for anything but str.
    private static bool TryText(VmThread thread, Value value, string what, out byte[] terminated)
    {
        terminated = [];
        if (value.Ref is not PyStr text)
        {
            thread.TypeError($"{what} must be str, not {(value.IsNone ? "None" : value.Type.Name)}");
            return false;
        }
        if (text.Text.Contains('\0', StringComparison.Ordinal))
        {
            thread.ValueError("embedded null character");
            return false;
        }
        if (Codecs.Encode(thread, text, "utf-8", null) is not { } bytes)
            return false;
        terminated = [.. bytes, 0];
        return true;
    }

    private static string Text(byte[] terminated) => Encoding.UTF8.GetString(terminated.AsSpan(0, Array.IndexOf(terminated, (byte)0)));

    private static string Text(nint terminated) => Marshal.PtrToStringUTF8(terminated) ?? "";
}
