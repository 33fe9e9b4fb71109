// Names of hosts, services, protocols and interfaces. The resolver of libc is asked, so /etc/hosts and the like count.

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

internal static partial class SocketModule
{
    private const int MaxPort = 0xFFFF;
    private const long MaxFlowInfo = 0xFFFFF;

    // The functions of libc that answer in a place of their own are asked one after the other.
    private static readonly Lock SharedAnswer = new();

    /// <summary>getaddrinfo(host, port [, family, type, proto, flags])
    ///     -> list of (family, type, proto, canonname, sockaddr)
    ///
    /// Resolve host and port into addrinfo struct.</summary>
    [PyFunction("getaddrinfo", Signature = "host, port, family=0, type=0, proto=0, flags=0")]
    private static Value GetAddressInfo(VmThread thread, Value host, Value port, int family = 0, int type = 0, int proto = 0, int flags = 0)
    {
        byte[]? name = null;
        if (!host.IsNone)
        {
            name = SocketAddress.EncodeHost(thread, host, () => "getaddrinfo() argument 1 must be string or None");
            if (name is null)
                return Value.Error;
        }
        if (!TryService(thread, port, out var service) || !Auditing.Raise(
            thread, "socket.getaddrinfo", host, port, Value.Int(family), Value.Int(type), Value.Int(proto)))
        {
            return Value.Error;
        }
        var hints = new AddressInfo { Family = family, Type = type, Protocol = proto, Flags = flags };
        if (!SocketAddress.TryLookUp(thread, name, service, hints, out var found))
            return Value.Error;
        var result = new PyList();
        foreach (var (info, address, canonical) in found)
        {
            var shown = SocketAddress.Show(thread, address);
            if (shown.IsError)
                return shown;
            result.Append(PyTuple.Of(Value.Int(info.Family), Value.Int(info.Type), Value.Int(info.Protocol), Value.Str(canonical), shown));
        }
        return result;
    }

    /// <summary>getnameinfo(sockaddr, flags) --> (host, port)
    ///
    /// Get host and port for a sockaddr.</summary>
    [PyFunction("getnameinfo")]
    private static Value GetNameInfo(VmThread thread, Value sockaddr, int flags)
    {
        if (sockaddr.Ref is not PyTuple { Items: var items })
            return thread.TypeError("getnameinfo() argument 1 must be a tuple");
        if (items.Length is < 2 or > 4)
            return thread.TypeError("getnameinfo(): illegal sockaddr argument");
        if (!TryText(thread, items[0], "getnameinfo() argument 1", out var host) || !Conversions.TryIndex64(thread, items[1], out var port))
            return Value.Error;
        var flow = 0L;
        var scope = 0L;
        if ((items.Length > 2 && !Conversions.TryIndex64(thread, items[2], out flow)) || (items.Length > 3 && !Conversions.TryIndex64(thread, items[3], out scope)))
            return Value.Error;
        if (flow is < 0 or > MaxFlowInfo)
            return thread.OverflowError("getnameinfo(): flowinfo must be 0-1048575.");
        if (!Auditing.Raise(thread, "socket.getnameinfo", sockaddr))
            return Value.Error;
        // A datagram socket is asked about so that there is one answer only.
        var hints = new AddressInfo { Type = 2 };
        var service = Encoding.ASCII.GetBytes($"{port}\0");
        if (!SocketAddress.TryLookUp(thread, host, service, hints, out var found))
            return Value.Error;
        if (found.Count > 1)
            return thread.Raise(ExceptionTypes.OSError, "sockaddr resolved to multiple addresses");
        var address = found[0].Address;
        if (found[0].Info.Family == SocketConstants.Inet && items.Length != 2)
            return thread.Raise(ExceptionTypes.OSError, "IPv4 sockaddr must be 2 tuple");
        if (found[0].Info.Family == SocketConstants.Inet6)
        {
            BinaryPrimitives.WriteUInt32BigEndian(address.AsSpan(4), (uint)flow);
            BitConverter.TryWriteBytes(address.AsSpan(24), (uint)scope);
        }
        var (shownHost, shownService) = (new byte[1025], new byte[32]);
        if (!Blocking.TryCall(
            thread, () => SocketCalls.getnameinfo(address, address.Length, shownHost, shownHost.Length, shownService, shownService.Length, flags), out var code))
        {
            return Value.Error;
        }
        return code != 0 ? SocketErrors.RaiseAddressError(thread, (int)code) : PyTuple.Of(Value.Str(Text(shownHost)), Value.Str(Text(shownService)));
    }

    /// <summary>gethostbyname(host) -> address
    ///
    /// Return the IP address (a string of the form '255.255.255.255') for a host.</summary>
    [PyFunction("gethostbyname")]
    private static Value GetHostByName(VmThread thread, Value host)
    {
        if (EncodeName(thread, host, "gethostbyname") is not { } name || !Auditing.Raise(thread, "socket.gethostbyname", PyTuple.Of(host)))
            return Value.Error;
        return SocketAddress.TryResolve(thread, name, SocketConstants.Inet, out var address)
            ? Value.Str(SocketAddress.ShowInet(address.AsSpan(4, 4)))
            : Value.Error;
    }

    /// <summary>gethostbyname_ex(host) -> (name, aliaslist, addresslist)
    ///
    /// Return the true host name, a list of aliases, and a list of IP addresses,
    /// for a host.  The host argument is a string giving a host name or IP number.</summary>
    [PyFunction("gethostbyname_ex")]
    private static unsafe Value GetHostByNameInFull(VmThread thread, Value host)
    {
        if (EncodeName(thread, host, "gethostbyname_ex") is not { } name || !Auditing.Raise(thread, "socket.gethostbyname", PyTuple.Of(host))
            || !SocketAddress.TryResolve(thread, name, SocketConstants.Inet, out _))
        {
            return Value.Error;
        }
        return DescribeHost(thread, (entry, buffer, size, result, error) =>
            SocketCalls.gethostbyname2_r(name, SocketConstants.Inet, (HostEntry*)entry, (byte*)buffer, size, out *(HostEntry**)result, out *(int*)error));
    }

    /// <summary>gethostbyaddr(host) -> (name, aliaslist, addresslist)
    ///
    /// Return the true host name, a list of aliases, and a list of IP addresses,
    /// for a host.  The host argument is a string giving a host name or IP number.</summary>
    [PyFunction("gethostbyaddr")]
    private static unsafe Value GetHostByAddress(VmThread thread, Value host)
    {
        if (EncodeName(thread, host, "gethostbyaddr") is not { } name || !Auditing.Raise(thread, "socket.gethostbyaddr", PyTuple.Of(host))
            || !SocketAddress.TryResolve(thread, name, 0, out var address))
        {
            return Value.Error;
        }
        var family = BitConverter.ToUInt16(address);
        var number = family == SocketConstants.Inet ? address[4..8] : address[8..24];
        return DescribeHost(thread, (entry, buffer, size, result, error) =>
            SocketCalls.gethostbyaddr_r(number, number.Length, family, (HostEntry*)entry, (byte*)buffer, size, out *(HostEntry**)result, out *(int*)error));
    }

    /// <summary>gethostname() -> string
    ///
    /// Return the current host name.</summary>
    [PyFunction("gethostname")]
    private static Value GetHostName(VmThread thread)
    {
        if (!Auditing.Raise(thread, "socket.gethostname"))
            return Value.Error;
        var name = new byte[1025];
        var result = LinuxCalls.Result(SocketCalls.gethostname(name, name.Length - 1));
        return result < 0 ? SystemErrors.Raise(thread, (int)-result) : Value.Str(Text(name));
    }

    /// <summary>sethostname(name)
    ///
    /// Sets the hostname to name.</summary>
    [PyFunction("sethostname")]
    private static Value SetHostName(VmThread thread, Value name)
    {
        byte[]? bytes;
        if (name.Ref is PyStr text)
            bytes = Codecs.Encode(thread, text, "utf-8", "surrogateescape");
        else
            bytes = Buffers.Require(thread, name, out var given) ? given.ToArray() : null;
        if (bytes is null || !Auditing.Raise(thread, "socket.sethostname", name))
            return Value.Error;
        var result = LinuxCalls.Result(SocketCalls.sethostname(bytes, bytes.Length));
        return result < 0 ? SystemErrors.Raise(thread, (int)-result) : Value.None;
    }

    /// <summary>getservbyname(servicename[, protocolname]) -> integer
    ///
    /// Return a port number from a service name and protocol name.
    /// The optional protocol name, if given, should be 'tcp' or 'udp',
    /// otherwise any protocol will match.</summary>
    [PyFunction("getservbyname")]
    private static Value GetServiceByName(VmThread thread, Value servicename, Value protocolname = default)
    {
        byte[]? protocol = null;
        if (!TryText(thread, servicename, "getservbyname() argument 1", out var name)
            || (!protocolname.IsUnbound && !TryText(thread, protocolname, "getservbyname() argument 2", out protocol))
            || !Auditing.Raise(thread, "socket.getservbyname", servicename, protocolname.IsUnbound ? Value.Str("") : protocolname))
        {
            return Value.Error;
        }
        lock (SharedAnswer)
        {
            var entry = SocketCalls.getservbyname(name, protocol);
            return entry == 0
                ? thread.Raise(ExceptionTypes.OSError, "service/proto not found")
                : Value.Int(BinaryPrimitives.ReverseEndianness((ushort)Marshal.ReadInt32(entry, 2 * nint.Size)));
        }
    }

    /// <summary>getservbyport(port[, protocolname]) -> string
    ///
    /// Return the service name from a port number and protocol name.
    /// The optional protocol name, if given, should be 'tcp' or 'udp',
    /// otherwise any protocol will match.</summary>
    [PyFunction("getservbyport")]
    private static Value GetServiceByPort(VmThread thread, int port, Value protocolname = default)
    {
        byte[]? protocol = null;
        if (!protocolname.IsUnbound && !TryText(thread, protocolname, "getservbyport() argument 2", out protocol))
            return Value.Error;
        if (port is < 0 or > MaxPort)
            return thread.OverflowError("getservbyport: port must be 0-65535.");
        if (!Auditing.Raise(thread, "socket.getservbyport", Value.Int(port), protocolname.IsUnbound ? Value.Str("") : protocolname))
            return Value.Error;
        lock (SharedAnswer)
        {
            var entry = SocketCalls.getservbyport(BinaryPrimitives.ReverseEndianness((ushort)port), protocol);
            return entry == 0 ? thread.Raise(ExceptionTypes.OSError, "port/proto not found") : Value.Str(Text(Marshal.ReadIntPtr(entry)));
        }
    }

    /// <summary>getprotobyname(name) -> integer
    ///
    /// Return the protocol number for the named protocol.  (Rarely used.)</summary>
    [PyFunction("getprotobyname")]
    private static Value GetProtocolByName(VmThread thread, Value name)
    {
        if (!TryText(thread, name, "getprotobyname() argument 1", out var text))
            return Value.Error;
        lock (SharedAnswer)
        {
            var entry = SocketCalls.getprotobyname(text);
            return entry == 0 ? thread.Raise(ExceptionTypes.OSError, "protocol not found") : Value.Int(Marshal.ReadInt32(entry, 2 * nint.Size));
        }
    }

    /// <summary>if_nameindex()
    ///
    /// Returns a list of network interface information (index, name) tuples.</summary>
    [PyFunction("if_nameindex")]
    private static Value ListInterfaces(VmThread thread)
    {
        var list = SocketCalls.if_nameindex();
        if (list == 0)
            return SystemErrors.Raise(thread, Marshal.GetLastSystemError());
        var result = new PyList();
        for (var next = list; Marshal.ReadInt32(next) != 0; next += 2 * nint.Size)
            result.Append(PyTuple.Of(Value.Int(Marshal.ReadInt32(next)), Value.Str(Text(Marshal.ReadIntPtr(next, nint.Size)))));
        SocketCalls.if_freenameindex(list);
        return result;
    }

    /// <summary>if_nametoindex(if_name)
    ///
    /// Returns the interface index corresponding to the interface name if_name.</summary>
    [PyFunction("if_nametoindex")]
    private static Value NameToIndex(VmThread thread, Value name)
    {
        if (!PathArgument.TryRead(thread, name, "if_nametoindex", out var path) || !TryText(thread, Value.Str(path.Text), "if_nametoindex() argument 1", out var text))
            return Value.Error;
        var index = SocketCalls.if_nametoindex(text);
        return index == 0 ? thread.Raise(ExceptionTypes.OSError, "no interface with this name") : Value.Int(index);
    }

    /// <summary>if_indextoname(if_index)
    ///
    /// Returns the interface name corresponding to the interface index if_index.</summary>
    [PyFunction("if_indextoname")]
    private static Value IndexToName(VmThread thread, Value index)
    {
        if (!Conversions.TryIndex64(thread, index, out var number))
            return Value.Error;
        if (number < 0)
            return thread.OverflowError("can't convert negative value to unsigned int");
        var name = new byte[32];
        return number <= uint.MaxValue && SocketCalls.if_indextoname((uint)number, name) != 0
            ? Value.Str(Text(name))
            : SystemErrors.Raise(thread, number <= uint.MaxValue ? Marshal.GetLastSystemError() : 6);
    }

    private delegate int HostQuestion(nint entry, nint buffer, nint size, nint result, nint error);

    // (name, aliases, addresses) of what one of the older, reentrant functions answers.
    private static unsafe Value DescribeHost(VmThread thread, HostQuestion ask)
    {
        const int BufferSize = 16384;
        var buffer = stackalloc byte[BufferSize];
        HostEntry entry;
        HostEntry* answer = null;
        var error = 0;
        var (entryPlace, bufferPlace, answerPlace, errorPlace) = ((nint)(&entry), (nint)buffer, (nint)(&answer), (nint)(&error));
        if (!Blocking.TryCall(thread, () => ask(entryPlace, bufferPlace, BufferSize, answerPlace, errorPlace), out _))
            return Value.Error;
        if (answer == null)
            return SocketErrors.RaiseHostError(thread, error);
        var aliases = new PyList();
        for (var alias = answer->Aliases; alias != null && *alias != 0; alias++)
            aliases.Append(Value.Str(Text(*alias)));
        var addresses = new PyList();
        for (var address = answer->Addresses; address != null && *address != 0; address++)
        {
            var bytes = new byte[answer->Length];
            Marshal.Copy(*address, bytes, 0, bytes.Length);
            addresses.Append(Value.Str(new global::System.Net.IPAddress(bytes).ToString()));
        }
        return PyTuple.Of(Value.Str(Text(answer->Name)), aliases, addresses);
    }

    private static byte[]? EncodeName(VmThread thread, Value host, string function) =>
        SocketAddress.EncodeHost(thread, host, () => $"{function}() argument 1 must be str, bytes or bytearray, not {host.Type.Name}");

    private static bool TryService(VmThread thread, Value port, out byte[]? service)
    {
        service = null;
        if (port.IsNone)
            return true;
        if (port.IsSmallInt || port.Ref is PyInt)
        {
            if (!port.TryGetInt64(out var number))
            {
                thread.OverflowError("Python int too large to convert to C long");
                return false;
            }
            service = Encoding.ASCII.GetBytes($"{number}\0");
            return true;
        }
        if (port.Ref is PyStr)
            return TryText(thread, port, "getaddrinfo() argument 2", out service!);
        if (port.Ref is PyBytes bytes)
        {
            service = [.. bytes.Span, 0];
            return true;
        }
        thread.Raise(ExceptionTypes.OSError, "Int or String expected");
        return false;
    }
}
