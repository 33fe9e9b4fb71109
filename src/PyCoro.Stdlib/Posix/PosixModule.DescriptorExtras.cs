// More of what can be done with descriptors: reading in the middle, locks, pipes, memory files.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Posix;

internal static partial class PosixModule
{
    /// <summary>Change the access permissions of the file given by file descriptor fd.</summary>
    [PyFunction("fchmod", Signature = "fd, mode")]
    private static Value CallFchmod(VmThread thread, int fd, int mode) => Done(thread, LinuxCalls.Result(LinuxCalls.fchmod(fd, mode)));

    /// <summary>Change the owner and group id of the file specified by file descriptor.</summary>
    [PyFunction("fchown", Signature = "fd, uid, gid")]
    private static Value CallFchown(VmThread thread, int fd, int uid, int gid) => Done(thread, LinuxCalls.Result(LinuxCalls.fchown(fd, uid, gid)));

    /// <summary>Change to the directory of the given file descriptor.</summary>
    [PyFunction("fchdir", Signature = "fd")]
    private static Value CallFchdir(VmThread thread, int fd) => Done(thread, LinuxCalls.Result(LinuxCalls.fchdir(fd)));

    /// <summary>Apply, test or remove a POSIX lock on an open file descriptor.</summary>
    [PyFunction("lockf", Signature = "fd, command, length, /")]
    private static Value CallLockf(VmThread thread, int fd, int command, long length) => DoneOutside(thread, () => LinuxCalls.Result(LinuxCalls.lockf(fd, command, length)));

    /// <summary>Creates and returns an event notification file descriptor.</summary>
    [PyFunction("eventfd", Signature = "initval, flags=524288")]
    private static Value CallEventfd(VmThread thread, int initval, int flags = 0x80000) => Number(thread, LinuxCalls.Result(LinuxCalls.eventfd((uint)initval, flags)));

    /// <summary>Read a number of bytes from a file descriptor starting at a particular offset.</summary>
    [PyFunction("pread", Signature = "fd, length, offset, /")]
    private static Value PRead(VmThread thread, int fd, long length, long offset)
    {
        if (length < 0)
            return Done(thread, -InvalidArgument);
        var buffer = new byte[length];
        if (!Blocking.TryCallAndHear(thread, () => LinuxCalls.Result(LinuxCalls.pread(fd, buffer, buffer.Length, offset)), out var count))
            return Value.Error;
        return count < 0 ? Done(thread, count) : new PyBytes(buffer[..(int)count]);
    }

    /// <summary>Write bytes to a file descriptor starting at a particular offset.</summary>
    [PyFunction("pwrite", Signature = "fd, buffer, offset, /")]
    private static Value PWrite(VmThread thread, int fd, Value buffer, long offset)
    {
        if (!Buffers.Require(thread, buffer, out var bytes))
            return Value.Error;
        var copy = bytes.ToArray();
        return NumberOutside(thread, () => LinuxCalls.Result(LinuxCalls.pwrite(fd, copy, copy.Length, offset)));
    }

    /// <summary>Iterate over buffers, and write the contents of each to a file descriptor.</summary>
    [PyFunction("writev", Signature = "fd, buffers, /")]
    private static Value WriteV(VmThread thread, int fd, Value buffers)
    {
        if (Iteration.ToArray(thread, buffers) is not { } parts)
            return Value.Error;
        var all = new List<byte>();
        foreach (var part in parts)
        {
            if (!Buffers.Require(thread, part, out var bytes))
                return Value.Error;
            all.AddRange(bytes);
        }
        var copy = all.ToArray();
        return NumberOutside(thread, () => System(thread).Write(fd, copy));
    }

    /// <summary>Copy count bytes from file descriptor in_fd to file descriptor out_fd.</summary>
    [PyFunction("sendfile", Signature = "out_fd, in_fd, offset, count")]
    private static Value SendFile(VmThread thread, int outFd, int inFd, Value offset, long count)
    {
        long start = 0;
        if (!offset.IsNone && !Conversions.TryIndex64(thread, offset, out start))
            return Value.Error;
        var isFromHere = offset.IsNone;
        return NumberOutside(
            thread,
            () => LinuxCalls.Result(isFromHere ? LinuxCalls.sendfile(outFd, inFd, 0, (nint)count) : LinuxCalls.sendfile(outFd, inFd, ref start, (nint)count)));
    }

    /// <summary>Create a pipe with flags set atomically.</summary>
    [PyFunction("pipe2", Signature = "flags, /")]
    private static Value Pipe2(VmThread thread, int flags)
    {
        var ends = new int[2];
        var result = LinuxCalls.Result(LinuxCalls.pipe2(ends, flags));
        return result < 0 ? Done(thread, result) : PyTuple.Of(Value.Int(ends[0]), Value.Int(ends[1]));
    }

    /// <summary>Announce an intention to access data in a specific pattern.</summary>
    [PyFunction("posix_fadvise", Signature = "fd, offset, length, advice, /")]
    private static Value FAdvise(VmThread thread, int fd, long offset, long length, int advice) =>
        Done(thread, -LinuxCalls.posix_fadvise(fd, offset, length, advice));

    /// <summary>Ensure a file has allocated at least a particular number of bytes on disk.</summary>
    [PyFunction("posix_fallocate", Signature = "fd, offset, length, /")]
    private static Value FAllocate(VmThread thread, int fd, long offset, long length) =>
        DoneOutside(thread, () => -LinuxCalls.posix_fallocate(fd, offset, length));

    /// <summary>Read eventfd value.</summary>
    [PyFunction("eventfd_read", Signature = "fd")]
    private static Value EventFdRead(VmThread thread, int fd)
    {
        var buffer = new byte[sizeof(ulong)];
        if (!Blocking.TryCallAndHear(thread, () => System(thread).Read(fd, buffer), out var count))
            return Value.Error;
        return count < 0 ? Done(thread, count) : Value.Int(new global::System.Numerics.BigInteger(BitConverter.ToUInt64(buffer)));
    }

    /// <summary>Write eventfd value.</summary>
    [PyFunction("eventfd_write", Signature = "fd, value")]
    private static Value EventFdWrite(VmThread thread, int fd, long value) => DoneOutside(thread, () => System(thread).Write(fd, BitConverter.GetBytes(value)));

    /// <summary>Create an anonymous file that lives in memory.</summary>
    [PyFunction("memfd_create", Signature = "name, flags=1")]
    private static Value MemFdCreate(VmThread thread, Value name, int flags = 1) => PathArgument.TryRead(thread, name, "memfd_create", out var text)
        ? Number(thread, LinuxCalls.Result(LinuxCalls.memfd_create(Terminated(thread, text.Text), (uint)flags)))
        : Value.Error;

    /// <summary>Obtain a series of random bytes.</summary>
    [PyFunction("getrandom", Signature = "size, flags=0")]
    private static Value GetRandom(VmThread thread, long size, int flags = 0)
    {
        if (size < 0)
            return Done(thread, -InvalidArgument);
        var buffer = new byte[size];
        if (!Blocking.TryCallAndHear(thread, () => LinuxCalls.Result(LinuxCalls.getrandom(buffer, buffer.Length, (uint)flags)), out var count))
            return Value.Error;
        return count < 0 ? Done(thread, count) : new PyBytes(buffer[..(int)count]);
    }

    /// <summary>Force write of everything to disk.</summary>
    [PyFunction("sync")]
    private static Value Sync(VmThread thread)
    {
        using (thread.Outside())
            LinuxCalls.sync();
        return Value.None;
    }

    /// <summary>Return a string describing the encoding of a terminal's file descriptor.</summary>
    [PyFunction("device_encoding", Signature = "fd")]
    private static Value DeviceEncoding(VmThread thread, int fd) => System(thread).IsTerminal(fd) ? Value.Str("UTF-8") : Value.None;

    private const int InvalidArgument = 22;
}
