// The functions of libc behind _socket, under their own names. What they return becomes, by LinuxCalls.Result, a number or a
// negative error number, as everywhere.

using System.Runtime.InteropServices;

namespace PyCoro.Stdlib.Sockets;

internal static class SocketCalls
{
    private const string Libc = "libc";

    [DllImport(Libc)]
    internal static extern int socket(int family, int type, int protocol);

    [DllImport(Libc)]
    internal static extern int socketpair(int family, int type, int protocol, int[] descriptors);

    [DllImport(Libc)]
    internal static extern int bind(int fd, byte[] address, int length);

    [DllImport(Libc)]
    internal static extern int connect(int fd, byte[] address, int length);

    [DllImport(Libc)]
    internal static extern int listen(int fd, int backlog);

    [DllImport(Libc)]
    internal static extern int accept4(int fd, byte[] address, ref int length, int flags);

    [DllImport(Libc)]
    internal static extern int getsockname(int fd, byte[] address, ref int length);

    [DllImport(Libc)]
    internal static extern int getpeername(int fd, byte[] address, ref int length);

    [DllImport(Libc)]
    internal static extern int shutdown(int fd, int how);

    [DllImport(Libc)]
    internal static extern int getsockopt(int fd, int level, int option, byte[] value, ref int length);

    [DllImport(Libc)]
    internal static extern int setsockopt(int fd, int level, int option, byte[]? value, int length);

    [DllImport(Libc)]
    internal static extern nint recv(int fd, nint buffer, nint size, int flags);

    [DllImport(Libc)]
    internal static extern nint recvfrom(int fd, nint buffer, nint size, int flags, byte[] address, ref int length);

    [DllImport(Libc)]
    internal static extern nint send(int fd, nint buffer, nint size, int flags);

    [DllImport(Libc)]
    internal static extern nint sendto(int fd, nint buffer, nint size, int flags, byte[] address, int length);

    [DllImport(Libc)]
    internal static extern nint sendmsg(int fd, ref MessageHeader message, int flags);

    [DllImport(Libc)]
    internal static extern nint recvmsg(int fd, ref MessageHeader message, int flags);

    [DllImport(Libc)]
    internal static extern int getaddrinfo(byte[]? host, byte[]? service, ref AddressInfo hints, out nint result);

    [DllImport(Libc)]
    internal static extern void freeaddrinfo(nint list);

    [DllImport(Libc)]
    internal static extern nint gai_strerror(int code);

    [DllImport(Libc)]
    internal static extern int getnameinfo(byte[] address, int length, byte[] host, int hostSize, byte[] service, int serviceSize, int flags);

    [DllImport(Libc)]
    internal static extern unsafe int gethostbyaddr_r(
        byte[] address, int length, int family, HostEntry* entry, byte* buffer, nint size, out HostEntry* result, out int error);

    [DllImport(Libc)]
    internal static extern unsafe int gethostbyname2_r(
        byte[] name, int family, HostEntry* entry, byte* buffer, nint size, out HostEntry* result, out int error);

    [DllImport(Libc)]
    internal static extern nint hstrerror(int code);

    [DllImport(Libc)]
    internal static extern nint getservbyname(byte[] name, byte[]? protocol);

    [DllImport(Libc)]
    internal static extern nint getservbyport(int port, byte[]? protocol);

    [DllImport(Libc)]
    internal static extern nint getprotobyname(byte[] name);

    [DllImport(Libc)]
    internal static extern int gethostname(byte[] name, nint size);

    [DllImport(Libc)]
    internal static extern int sethostname(byte[] name, nint size);

    [DllImport(Libc)]
    internal static extern int inet_aton(byte[] text, byte[] address);

    [DllImport(Libc)]
    internal static extern int inet_pton(int family, byte[] text, byte[] address);

    [DllImport(Libc)]
    internal static extern nint inet_ntop(int family, byte[] address, byte[] text, int size);

    [DllImport(Libc)]
    internal static extern uint if_nametoindex(byte[] name);

    [DllImport(Libc)]
    internal static extern nint if_indextoname(uint index, byte[] name);

    [DllImport(Libc)]
    internal static extern nint if_nameindex();

    [DllImport(Libc)]
    internal static extern void if_freenameindex(nint list);
}

/// <summary>struct msghdr.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MessageHeader
{
    public nint Name;
    public int NameLength;
    public nint Vectors;
    public nint VectorCount;
    public nint Control;
    public nint ControlLength;
    public int Flags;
}

/// <summary>struct iovec.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Vector
{
    public nint Start;
    public nint Length;
}

/// <summary>struct addrinfo.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct AddressInfo
{
    public int Flags;
    public int Family;
    public int Type;
    public int Protocol;
    public int Length;
    public nint Address;
    public nint CanonicalName;
    public nint Next;
}

/// <summary>struct hostent.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct HostEntry
{
    public nint Name;
    public nint* Aliases;
    public int Family;
    public int Length;
    public nint* Addresses;
}
