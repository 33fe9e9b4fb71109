// Addresses as Python has them, a tuple or a path by the family, and as the system has them, struct sockaddr.

using System.Buffers.Binary;
using System.Text;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Sockets;

/// <summary>Socket addresses, back and forth.</summary>
internal static class SocketAddress
{
    /// <summary>No address is longer (struct sockaddr_storage).</summary>
    internal const int Longest = 128;

    private const int LongestPath = 108;
    private const int MaxPort = 0xFFFF;
    private const long MaxFlowInfo = 0xFFFFF;
    private const int InetSize = 16;
    private const int Inet6Size = 28;
    private const int NetlinkSize = 12;
    private const int VirtualMachineSize = 16;

    /// <summary>The bytes for the system; null when it raised.</summary>
    internal static byte[]? Read(VmThread thread, int family, Value address, string function)
    {
        switch (family)
        {
            case SocketConstants.Inet:
                return ReadInet(thread, address, function);
            case SocketConstants.Inet6:
                return ReadInet6(thread, address, function);
            case SocketConstants.Unix:
                return ReadPath(thread, address);
            case SocketConstants.Netlink:
                return ReadPair(thread, address, function, "AF_NETLINK", NetlinkSize, family);
            case SocketConstants.VirtualMachines:
                return ReadPair(thread, address, function, "AF_VSOCK", VirtualMachineSize, family);
            default:
                thread.Raise(ExceptionTypes.OSError, $"{function}(): bad family");
                return null;
        }
    }

    /// <summary>The address for Python. None without one.</summary>
    internal static Value Show(VmThread thread, ReadOnlySpan<byte> address)
    {
        if (address.Length < 2)
            return Value.None;
        var family = BitConverter.ToUInt16(address);
        switch (family)
        {
            case SocketConstants.Inet when address.Length >= InetSize:
                return PyTuple.Of(Value.Str(ShowInet(address[4..8])), Value.Int(BinaryPrimitives.ReadUInt16BigEndian(address[2..])));
            case SocketConstants.Inet6 when address.Length >= Inet6Size:
                return PyTuple.Of(
                    Value.Str(ShowInet6(address)), Value.Int(BinaryPrimitives.ReadUInt16BigEndian(address[2..])),
                    Value.Int(BinaryPrimitives.ReadUInt32BigEndian(address[4..])), Value.Int(BitConverter.ToUInt32(address[24..])));
            case SocketConstants.Unix:
                return ShowPath(thread, address[2..]);
            case SocketConstants.Netlink when address.Length >= NetlinkSize:
            case SocketConstants.VirtualMachines when address.Length >= VirtualMachineSize:
                var (first, second) = (BitConverter.ToUInt32(address[4..]), BitConverter.ToUInt32(address[8..]));
                return family == SocketConstants.Netlink
                    ? PyTuple.Of(Value.Int(first), Value.Int(second))
                    : PyTuple.Of(Value.Int(second), Value.Int(first));
            default:
                return PyTuple.Of(Value.Int(family), new PyBytes(address[2..].ToArray()));
        }
    }

    /// <summary>A name of a host as the resolver takes it, with a null at its end: other scripts than ASCII by IDNA. Null when it raised.</summary>
    internal static byte[]? EncodeHost(VmThread thread, Value host, Func<string> complaint)
    {
        byte[]? bytes;
        if (host.Ref is PyStr text)
        {
            bytes = Ascii.IsValid(text.Text) ? Encoding.ASCII.GetBytes(text.Text) : Codecs.Encode(thread, text, "idna", null);
        }
        else if (host.Ref is ByteSequence given)
        {
            bytes = given.Span.ToArray();
        }
        else
        {
            thread.TypeError(complaint());
            return null;
        }
        if (bytes is null)
            return null;
        if (!bytes.Contains((byte)0))
            return [.. bytes, 0];
        thread.TypeError("host name must not contain null character");
        return null;
    }

    /// <summary>Finds the address of a host; false when it raised.</summary>
    internal static bool TryResolve(VmThread thread, byte[] host, int family, out byte[] address)
    {
        address = [];
        if (host.AsSpan().SequenceEqual("<broadcast>\0"u8))
        {
            if (family is not (0 or SocketConstants.Inet))
            {
                thread.Raise(ExceptionTypes.OSError, "address family mismatched");
                return false;
            }
            address = Inet([255, 255, 255, 255]);
            return true;
        }
        var number = new byte[InetSize];
        if (family is 0 or SocketConstants.Inet && SocketCalls.inet_pton(SocketConstants.Inet, host, number) == 1)
        {
            address = Inet(number.AsSpan(0, 4));
            return true;
        }
        const int Passive = 1;
        var isAny = host.Length == 1;
        var hints = new AddressInfo { Family = family, Type = isAny ? 2 : 0, Flags = isAny ? Passive : 0 };
        if (!TryLookUp(thread, isAny ? null : host, isAny ? "0\0"u8.ToArray() : null, hints, out var found))
            return false;
        if (isAny && found.Count > 1)
        {
            thread.Raise(ExceptionTypes.OSError, "wildcard resolved to multiple address");
            return false;
        }
        address = found[0].Address;
        return true;
    }

    /// <summary>What getaddrinfo(3) finds; false when it raised.</summary>
    internal static bool TryLookUp(
        VmThread thread, byte[]? host, byte[]? service, AddressInfo hints, out List<(AddressInfo Info, byte[] Address, string Name)> found)
    {
        found = [];
        var list = (nint)0;
        if (!Blocking.TryCall(thread, () => SocketCalls.getaddrinfo(host, service, ref hints, out list), out var code))
            return false;
        if (code != 0)
        {
            SocketErrors.RaiseAddressError(thread, (int)code);
            return false;
        }
        for (var next = list; next != 0;)
        {
            var info = System.Runtime.InteropServices.Marshal.PtrToStructure<AddressInfo>(next);
            var address = new byte[info.Length];
            System.Runtime.InteropServices.Marshal.Copy(info.Address, address, 0, info.Length);
            found.Add((info, address, System.Runtime.InteropServices.Marshal.PtrToStringUTF8(info.CanonicalName) ?? ""));
            next = info.Next;
        }
        SocketCalls.freeaddrinfo(list);
        return true;
    }

    /// <summary>Dotted numbers of an IPv4 address.</summary>
    internal static string ShowInet(ReadOnlySpan<byte> address) => $"{address[0]}.{address[1]}.{address[2]}.{address[3]}";

    /// <summary>Of an IPv6 address, without its zone: that is the scope id, which stands beside it.</summary>
    private static string ShowInet6(ReadOnlySpan<byte> address)
    {
        const int Start = 8;
        const int Size = 16;
        var text = new byte[46];
        return SocketCalls.inet_ntop(SocketConstants.Inet6, address.Slice(Start, Size).ToArray(), text, text.Length) == 0
            ? ""
            : Encoding.ASCII.GetString(text.AsSpan(0, Array.IndexOf(text, (byte)0)));
    }

    private static Value ShowPath(VmThread thread, ReadOnlySpan<byte> path)
    {
        if (path.Length > 0 && path[0] == 0)
            return new PyBytes(path.ToArray());
        var end = path.IndexOf((byte)0);
        return Codecs.Decode(thread, Value.None, end < 0 ? path : path[..end], "utf-8", "surrogateescape") is { } text ? text : Value.Error;
    }

    private static byte[] Inet(ReadOnlySpan<byte> number)
    {
        var address = new byte[InetSize];
        BitConverter.TryWriteBytes(address, (ushort)SocketConstants.Inet);
        number.CopyTo(address.AsSpan(4));
        return address;
    }

    private static byte[]? ReadInet(VmThread thread, Value value, string function)
    {
        if (!IsTuple(thread, value, function, "AF_INET", out var items))
            return null;
        if (items.Length != 2)
        {
            thread.TypeError("AF_INET address must be a pair (host, port)");
            return null;
        }
        if (EncodeHost(thread, items[0], () => $"str, bytes or bytearray expected, not {items[0].Type.Name}") is not { } host
            || !TryPort(thread, items[1], function, out var port) || !TryResolve(thread, host, SocketConstants.Inet, out var address))
        {
            return null;
        }
        BinaryPrimitives.WriteUInt16BigEndian(address.AsSpan(2), port);
        return address;
    }

    private static byte[]? ReadInet6(VmThread thread, Value value, string function)
    {
        if (!IsTuple(thread, value, function, "AF_INET6", out var items))
            return null;
        if (items.Length is < 2 or > 4)
        {
            thread.TypeError("AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])");
            return null;
        }
        var flow = 0L;
        var scope = 0L;
        if (EncodeHost(thread, items[0], () => $"str, bytes or bytearray expected, not {items[0].Type.Name}") is not { } host
            || !TryPort(thread, items[1], function, out var port)
            || (items.Length > 2 && !Conversions.TryIndex64(thread, items[2], out flow))
            || (items.Length > 3 && !Conversions.TryIndex64(thread, items[3], out scope)))
        {
            return null;
        }
        if (flow is < 0 or > MaxFlowInfo)
        {
            thread.OverflowError($"{function}(): flowinfo must be 0-1048575.");
            return null;
        }
        if (!TryResolve(thread, host, SocketConstants.Inet6, out var address))
            return null;
        BinaryPrimitives.WriteUInt16BigEndian(address.AsSpan(2), port);
        BinaryPrimitives.WriteUInt32BigEndian(address.AsSpan(4), (uint)flow);
        if (items.Length > 3)
            BitConverter.TryWriteBytes(address.AsSpan(24), (uint)scope);
        return address;
    }

    private static byte[]? ReadPath(VmThread thread, Value value)
    {
        byte[]? path;
        if (value.Ref is PyStr text)
            path = Codecs.Encode(thread, text, "utf-8", "surrogateescape");
        else
            path = Buffers.Require(thread, value, out var bytes) ? bytes.ToArray() : null;
        if (path is null)
            return null;
        // An abstract name has its length; a path ends with a null.
        var isAbstract = path.Length > 0 && path[0] == 0;
        if (isAbstract ? path.Length > LongestPath : path.Length >= LongestPath)
        {
            thread.Raise(ExceptionTypes.OSError, "AF_UNIX path too long");
            return null;
        }
        var address = new byte[2 + path.Length + (isAbstract || path.Length == 0 ? 0 : 1)];
        BitConverter.TryWriteBytes(address, (ushort)SocketConstants.Unix);
        path.CopyTo(address, 2);
        return address;
    }

    private static byte[]? ReadPair(VmThread thread, Value value, string function, string name, int size, int family)
    {
        if (!IsTuple(thread, value, function, name, out var items))
            return null;
        if (items.Length != 2)
        {
            thread.TypeError($"{name} address must be a pair");
            return null;
        }
        if (!Conversions.TryIndex64(thread, items[0], out var first) || !Conversions.TryIndex64(thread, items[1], out var second))
            return null;
        if (family == SocketConstants.VirtualMachines)
            (first, second) = (second, first);
        var address = new byte[size];
        BitConverter.TryWriteBytes(address, (ushort)family);
        BitConverter.TryWriteBytes(address.AsSpan(4), (uint)first);
        BitConverter.TryWriteBytes(address.AsSpan(8), (uint)second);
        return address;
    }

    private static bool IsTuple(VmThread thread, Value value, string function, string family, out Value[] items)
    {
        if (value.Ref is PyTuple tuple)
        {
            items = tuple.Items;
            return true;
        }
        items = [];
        thread.TypeError($"{function}(): {family} address must be tuple, not {value.Type.Name}");
        return false;
    }

    private static bool TryPort(VmThread thread, Value value, string function, out ushort port)
    {
        port = 0;
        if (!Conversions.TryIndex64(thread, value, out var number))
        {
            if (thread.ClearPending(ExceptionTypes.OverflowError))
                thread.OverflowError($"{function}(): port must be 0-65535.");
            return false;
        }
        if (number is < 0 or > MaxPort)
        {
            thread.OverflowError($"{function}(): port must be 0-65535.");
            return false;
        }
        port = (ushort)number;
        return true;
    }
}
