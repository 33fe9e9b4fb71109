using System.Runtime.InteropServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Selecting;

namespace PyCoro.Stdlib.Posix;

/// <summary>This module performs file control and I/O control on file descriptors (library reference: fcntl). Linux only.</summary>
[PyModule("fcntl")]
internal static partial class FcntlModule
{
    private const string Libc = "libc";
    private const int LongestArgument = 1024;
    private const int LockShared = 1;
    private const int LockExclusive = 2;
    private const int LockNonBlocking = 4;
    private const int LockUnlock = 8;
    private const int ReadLock = 0;
    private const int WriteLock = 1;
    private const int Unlock = 2;
    private const int SetLock = 6;
    private const int SetLockWaiting = 7;

    private static readonly (string Name, long Value)[] Constants =
    [
        ("DN_ACCESS", 1), ("DN_ATTRIB", 32), ("DN_CREATE", 4), ("DN_DELETE", 8), ("DN_MODIFY", 2), ("DN_MULTISHOT", 0x80000000), ("DN_RENAME", 16),
        ("FASYNC", 8192), ("FD_CLOEXEC", 1), ("F_ADD_SEALS", 1033), ("F_DUPFD", 0), ("F_DUPFD_CLOEXEC", 1030), ("F_EXLCK", 4), ("F_GETFD", 1),
        ("F_GETFL", 3), ("F_GETLEASE", 1025), ("F_GETLK", 5), ("F_GETLK64", 5), ("F_GETOWN", 9), ("F_GETPIPE_SZ", 1032), ("F_GETSIG", 11),
        ("F_GET_SEALS", 1034), ("F_NOTIFY", 1026), ("F_OFD_GETLK", 36), ("F_OFD_SETLK", 37), ("F_OFD_SETLKW", 38), ("F_RDLCK", ReadLock),
        ("F_SEAL_GROW", 4), ("F_SEAL_SEAL", 1), ("F_SEAL_SHRINK", 2), ("F_SEAL_WRITE", 8), ("F_SETFD", 2), ("F_SETFL", 4), ("F_SETLEASE", 1024),
        ("F_SETLK", SetLock), ("F_SETLK64", SetLock), ("F_SETLKW", SetLockWaiting), ("F_SETLKW64", SetLockWaiting), ("F_SETOWN", 8),
        ("F_SETPIPE_SZ", 1031), ("F_SETSIG", 10), ("F_SHLCK", 8), ("F_UNLCK", Unlock), ("F_WRLCK", WriteLock), ("LOCK_EX", LockExclusive),
        ("LOCK_MAND", 32), ("LOCK_NB", LockNonBlocking), ("LOCK_READ", 64), ("LOCK_RW", 192), ("LOCK_SH", LockShared), ("LOCK_UN", LockUnlock),
        ("LOCK_WRITE", 128),
    ];

    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        foreach (var (name, value) in Constants)
            module.Dict.SetStr(PyStr.Of(name), Value.Int(value));
        return Value.None;
    }

    /// <summary>Perform the operation `cmd` on file descriptor fd. The argument is an int, or bytes that hold a structure: then the result is the bytes that the system has made of it.</summary>
    [PyFunction("fcntl", Signature = "fd, cmd, arg=0, /")]
    private static unsafe Value Control(VmThread thread, Value fd, int cmd, Value arg)
    {
        if (!TryDescriptor(thread, fd, out var descriptor)
            || !Auditing.Raise(thread, "fcntl.fcntl", Value.Int(descriptor), Value.Int(cmd), arg.IsUnbound ? Value.Int(0) : arg))
            return Value.Error;
        if (!TryBytes(thread, arg, "fcntl", out var bytes, out var number))
            return Value.Error;
        if (bytes is null)
            return Blocking.TryCallAndHear(thread, () => LinuxCalls.Result(fcntl(descriptor, cmd, (nint)number)), out var result) ? Number(thread, result) : Value.Error;
        var made = CallWith(thread, bytes, place => fcntl(descriptor, cmd, place), out var done);
        return !made ? Value.Error : done < 0 ? Number(thread, done) : new PyBytes(bytes);
    }

    /// <summary>Perform the operation request on file descriptor fd. Bytes give bytes; what may be changed is changed, unless mutate_flag is false.</summary>
    [PyFunction("ioctl", Signature = "fd, request, arg=0, mutate_flag=True, /")]
    private static unsafe Value DeviceControl(VmThread thread, Value fd, long request, Value arg, bool mutateFlag = true)
    {
        if (!TryDescriptor(thread, fd, out var descriptor)
            || !Auditing.Raise(thread, "fcntl.ioctl", Value.Int(descriptor), Value.Int(request), arg.IsUnbound ? Value.Int(0) : arg))
            return Value.Error;
        if (!TryBytes(thread, arg, "ioctl", out var bytes, out var number))
            return Value.Error;
        if (bytes is null)
            return Blocking.TryCallAndHear(thread, () => LinuxCalls.Result(ioctl(descriptor, (nuint)request, (nint)number)), out var result) ? Number(thread, result) : Value.Error;
        if (!CallWith(thread, bytes, place => ioctl(descriptor, (nuint)request, place), out var done))
            return Value.Error;
        if (done < 0)
            return Number(thread, done);
        if (!mutateFlag || arg.Ref is not IBuffer { IsReadOnly: false } target)
            return new PyBytes(bytes);
        bytes.CopyTo(target.Memory);
        return Value.Int(done);
    }

    /// <summary>Perform the lock operation `operation` on file descriptor fd.</summary>
    [PyFunction("flock", Signature = "fd, operation, /")]
    private static Value Flock(VmThread thread, Value fd, int operation) =>
        TryDescriptor(thread, fd, out var descriptor) && Auditing.Raise(thread, "fcntl.flock", Value.Int(descriptor), Value.Int(operation))
            && Blocking.TryCallAndHear(thread, () => LinuxCalls.Result(flock(descriptor, operation)), out var result)
            ? Done(thread, result)
            : Value.Error;

    /// <summary>A wrapper around the fcntl() locking calls.</summary>
    [PyFunction("lockf", Signature = "fd, cmd, len=0, start=0, whence=0, /")]
    private static Value LockRange(VmThread thread, Value fd, int cmd, long len = 0, long start = 0, int whence = 0)
    {
        if (!TryDescriptor(thread, fd, out var descriptor) || !Auditing.Raise(thread, "fcntl.lockf", Value.Int(descriptor), Value.Int(cmd), Value.Int(len), Value.Int(start), Value.Int(whence)))
            return Value.Error;
        var kind = cmd == LockUnlock ? Unlock : (cmd & LockShared) != 0 ? ReadLock : (cmd & LockExclusive) != 0 ? WriteLock : -1;
        if (kind < 0)
            return thread.ValueError("unrecognized lockf argument");
        var command = (cmd & LockNonBlocking) != 0 ? SetLock : SetLockWaiting;
        var range = new FileLock { Kind = (short)kind, Whence = (short)whence, Start = start, Length = len };
        return Blocking.TryCallAndHear(thread, () => LinuxCalls.Result(fcntl(descriptor, command, ref range)), out var result) ? Done(thread, result) : Value.Error;
    }

    // The system writes into a copy, which no thread can move or free meanwhile.
    private static unsafe bool CallWith(VmThread thread, byte[] bytes, Func<nint, int> call, out long result)
    {
        fixed (byte* start = bytes)
        {
            var place = (nint)start;
            return Blocking.TryCallAndHear(thread, () => LinuxCalls.Result(call(place)), out result);
        }
    }

    private static bool TryBytes(VmThread thread, Value arg, string function, out byte[]? bytes, out long number)
    {
        (bytes, number) = (null, 0);
        if (arg.IsUnbound)
            return true;
        ReadOnlySpan<byte> given;
        if (arg.Ref is PyStr text)
        {
            if (Codecs.Encode(thread, text, null, null) is not { } encoded)
                return false;
            given = encoded;
        }
        else if (!Buffers.TryRead(arg, out given))
        {
            return Conversions.TryIndex64(thread, arg, out number);
        }
        if (given.Length > LongestArgument)
        {
            thread.ValueError($"{function} string arg too long");
            return false;
        }
        bytes = given.ToArray();
        return true;
    }

    private static bool TryDescriptor(VmThread thread, Value value, out int descriptor)
    {
        if (!SelectModule.TryReadDescriptor(thread, value, out descriptor))
            return false;
        if (descriptor < 0)
            thread.ValueError($"file descriptor cannot be a negative integer ({descriptor})");
        return descriptor >= 0;
    }

    private static Value Number(VmThread thread, long result) => result < 0 ? SystemErrors.Raise(thread, (int)-result) : Value.Int(result);

    private static Value Done(VmThread thread, long result) => result < 0 ? SystemErrors.Raise(thread, (int)-result) : Value.None;

    [DllImport(Libc)]
    private static extern int fcntl(int descriptor, int command, nint argument);

    [DllImport(Libc)]
    private static extern int fcntl(int descriptor, int command, ref FileLock argument);

    [DllImport(Libc)]
    private static extern int ioctl(int descriptor, nuint request, nint argument);

    [DllImport(Libc)]
    private static extern int flock(int descriptor, int operation);

    /// <summary>struct flock of fcntl(2).</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct FileLock
    {
        public short Kind;
        public short Whence;
        public long Start;
        public long Length;
        public int Process;
    }
}
