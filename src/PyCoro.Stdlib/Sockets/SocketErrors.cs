using System.Runtime.InteropServices;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Sockets;

/// <summary>What resolving names fails with (library reference: socket, Exceptions).</summary>
internal static class SocketErrors
{
    internal static readonly PyType HostError = Subclass("herror");

    internal static readonly PyType AddressError = Subclass("gaierror");

    private const int SystemError = -11;

    /// <summary>The gaierror of getaddrinfo(3).</summary>
    internal static Value RaiseAddressError(VmThread thread, int code)
    {
        if (code == SystemError)
            return Runtime.Modules.SystemErrors.Raise(thread, Marshal.GetLastSystemError());
        return thread.Raise(AddressError, Value.Int(code), Value.Str(Marshal.PtrToStringUTF8(SocketCalls.gai_strerror(code)) ?? ""));
    }

    /// <summary>The herror of the older functions.</summary>
    internal static Value RaiseHostError(VmThread thread, int code) =>
        thread.Raise(HostError, Value.Int(code), Value.Str(Marshal.PtrToStringUTF8(SocketCalls.hstrerror(code)) ?? ""));

    /// <summary>TimeoutError of a socket whose time is over.</summary>
    internal static Value RaiseTimeout(VmThread thread) => thread.Raise(ExceptionTypes.TimeoutError, "timed out");

    private static PyType Subclass(string name) => NativeExceptions.Define("socket", name, static () => ExceptionTypes.OSError);
}
