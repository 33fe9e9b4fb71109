using System.Buffers;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Terminals;

namespace PyCoro.Stdlib.Posix;

// Functions that take descriptors.
internal static partial class PosixModule
{
    // Commands of fcntl(2) and the flags they read and set.
    private const int GetDescriptorFlags = 1;
    private const int SetDescriptorFlags = 2;
    private const int GetStatusFlags = 3;
    private const int SetStatusFlags = 4;
    private const long CloseOnExec = 1;
    private const long NonBlocking = 0x800;

    /// <summary>Open a file for low level IO.  Returns a file descriptor (integer).</summary>
    [PyFunction("open", Signature = "path, flags, mode=511, *, dir_fd=None")]
    private static Value Open(VmThread thread, Value path, int flags, int mode, Value dirFd) =>
        PathArgument.TryRead(thread, path, "open", out var file) && NoDirectory(thread, dirFd, "open")
        && Blocking.TryCallAndHear(thread, () => System(thread).Open(file.Text, flags, mode), out var result)
            ? Number(thread, result, file)
            : Value.Error;

    /// <summary>Close a file descriptor.</summary>
    [PyFunction("close", Signature = "fd")]
    private static Value Close(VmThread thread, int fd) => Done(thread, System(thread).Close(fd));

    /// <summary>Closes all file descriptors in [fd_low, fd_high), ignoring errors.</summary>
    [PyFunction("closerange", Signature = "fd_low, fd_high, /")]
    private static Value CloseRange(VmThread thread, int low, int high)
    {
        for (var fd = low; fd < high; fd++)
            System(thread).Close(fd);
        return Value.None;
    }

    /// <summary>Read from a file descriptor.  Returns a bytes object.</summary>
    [PyFunction("read", Signature = "fd, length, /")]
    private static Value Read(VmThread thread, int fd, long length)
    {
        if (length < 0)
            return Done(thread, -22);
        if (length > Array.MaxLength)
            return thread.Raise(ExceptionTypes.MemoryError, []);
        // Programs ask for much more than comes.
        var room = ArrayPool<byte>.Shared.Rent((int)length);
        var made = Blocking.TryCallOn(thread, fd, Blocking.Readable, () => System(thread).Read(fd, room.AsSpan(0, (int)length)), out var count)
            && Blocking.TryHear(thread);
        var result = !made ? Value.Error : count < 0 ? Done(thread, count) : new PyBytes(room[..(int)count]);
        ArrayPool<byte>.Shared.Return(room);
        return result;
    }

    /// <summary>Write a bytes object to a file descriptor.</summary>
    [PyFunction("write", Signature = "fd, data, /")]
    private static Value Write(VmThread thread, int fd, Value data)
    {
        if (!Buffers.Require(thread, data, out var bytes))
            return Value.Error;
        // Other threads may change a bytearray meanwhile.
        var copy = bytes.ToArray();
        return Blocking.TryCallOn(thread, fd, Blocking.Writable, () => System(thread).Write(fd, copy), out var written) && Blocking.TryHear(thread)
            ? Number(thread, written)
            : Value.Error;
    }

    /// <summary>Set the position of a file descriptor.  Return the new position.</summary>
    [PyFunction("lseek", Signature = "fd, position, how, /")]
    private static Value LSeek(VmThread thread, int fd, long position, int how) => Number(thread, System(thread).Seek(fd, position, how));

    /// <summary>Return a duplicate of a file descriptor.</summary>
    [PyFunction("dup", Signature = "fd, /")]
    private static Value Dup(VmThread thread, int fd) => Number(thread, System(thread).Duplicate(fd, -1));

    /// <summary>Duplicate file descriptor.</summary>
    [PyFunction("dup2", Signature = "fd, fd2, inheritable=True")]
    private static Value Dup2(VmThread thread, int fd, int fd2, bool inheritable = true)
    {
        var result = System(thread).Duplicate(fd, fd2);
        return result < 0 || inheritable ? Number(thread, result)
            : ChangeFlag(thread, fd2, GetDescriptorFlags, SetDescriptorFlags, CloseOnExec, true) is { IsError: true } error ? error
            : Value.Int(result);
    }

    /// <summary>Create a pipe.  Returns a tuple of two file descriptors (read_fd, write_fd).</summary>
    [PyFunction("pipe")]
    private static Value Pipe(VmThread thread)
    {
        var result = System(thread).Pipe(out var read, out var write);
        return result < 0 ? Done(thread, result) : PyTuple.Of(Value.Int(read), Value.Int(write));
    }

    /// <summary>Perform a stat system call on the given file descriptor.</summary>
    [PyFunction("fstat", Signature = "fd")]
    private static Value FStat(VmThread thread, int fd)
    {
        var result = System(thread).GetStatus(fd, out var status);
        return result < 0 ? Done(thread, result) : StatResults.Of(thread).Make(status);
    }

    /// <summary>Return True if the fd is connected to a terminal.</summary>
    [PyFunction("isatty", Signature = "fd, /")]
    private static bool IsATty(VmThread thread, int fd) => System(thread).IsTerminal(fd);

    /// <summary>Truncate a file, specified by file descriptor, to a specific length.</summary>
    [PyFunction("ftruncate", Signature = "fd, length, /")]
    private static Value FTruncate(VmThread thread, int fd, long length) => DoneOutside(thread, () => System(thread).Truncate(fd, length));

    /// <summary>Force write of fd to disk.</summary>
    [PyFunction("fsync", Signature = "fd")]
    [PyFunction("fdatasync", Signature = "fd")]
    private static Value FSync(VmThread thread, int fd) => DoneOutside(thread, () => System(thread).Synchronize(fd));

    /// <summary>Get the close-on-exe flag of the specified file descriptor.</summary>
    [PyFunction("get_inheritable", Signature = "fd, /")]
    private static Value GetInheritable(VmThread thread, int fd)
    {
        var flags = System(thread).Control(fd, GetDescriptorFlags, 0);
        return flags < 0 ? Done(thread, flags) : (flags & CloseOnExec) == 0 ? Value.True : Value.False;
    }

    /// <summary>Set the inheritable flag of the specified file descriptor.</summary>
    [PyFunction("set_inheritable", Signature = "fd, inheritable, /")]
    private static Value SetInheritable(VmThread thread, int fd, bool inheritable) =>
        ChangeFlag(thread, fd, GetDescriptorFlags, SetDescriptorFlags, CloseOnExec, !inheritable);

    /// <summary>Get the blocking mode of the file descriptor.</summary>
    [PyFunction("get_blocking", Signature = "fd, /")]
    private static Value GetBlocking(VmThread thread, int fd)
    {
        var flags = System(thread).Control(fd, GetStatusFlags, 0);
        return flags < 0 ? Done(thread, flags) : (flags & NonBlocking) == 0 ? Value.True : Value.False;
    }

    /// <summary>Set the blocking mode of the specified file descriptor.</summary>
    [PyFunction("set_blocking", Signature = "fd, blocking, /")]
    private static Value SetBlocking(VmThread thread, int fd, bool blocking) =>
        ChangeFlag(thread, fd, GetStatusFlags, SetStatusFlags, NonBlocking, !blocking);

    private static Value ChangeFlag(VmThread thread, int fd, int get, int set, long flag, bool on)
    {
        var flags = System(thread).Control(fd, get, 0);
        return Done(thread, flags < 0 ? flags : System(thread).Control(fd, set, on ? flags | flag : flags & ~flag));
    }

    /// <summary>Return the size of the terminal window as (columns, lines).</summary>
    [PyFunction("get_terminal_size", Signature = "fd=1, /")]
    private static Value GetTerminalSize(VmThread thread, int fd = 1)
    {
        var size = default(TerminalCalls.WindowSize);
        var result = LinuxCalls.Result(TerminalCalls.ioctl(fd, TermiosModule.GetWindowSize, ref size));
        if (result < 0)
            return Done(thread, result);
        var type = thread.Interpreter.State<PosixTypes>().TerminalSize(thread);
        return Runtime.Modules.StructSequence.Make(type, Value.Int(size.Columns), Value.Int(size.Rows));
    }
}
