using System.Runtime.InteropServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Posix;

namespace PyCoro.Stdlib.Selecting;

/// <summary>select.epoll(sizehint=-1, flags=0)
///
/// Returns an epolling object
///
/// sizehint must be a positive integer or -1 for the default size. The
/// sizehint is used to optimize internal data structures. It doesn't limit
/// the maximum number of monitored events.</summary>
[PyType("epoll", Module = "select")]
internal sealed partial class PyEpoll : PyObject
{
    private const int CloseOnExec = 0x80000;
    private const int InvalidArgument = 22;
    private const int Add = 1;
    private const int Delete = 2;
    private const int Change = 3;
    private const int DefaultEvents = 0x001 | 0x002 | 0x004;
    private const int MostEvents = 1024;

    private int _descriptor;

    private PyEpoll(VmThread thread, int descriptor) : base(TypeObject.RootShape)
    {
        _descriptor = descriptor;
        thread.Interpreter.Finalization.Watch(this, static (finalizer, forgotten) => ((PyEpoll)forgotten).Close(finalizer));
    }

    /// <summary>True if the epoll handler is closed</summary>
    [PyGetter("closed")]
    private bool IsClosed => _descriptor < 0;

    [PyNew(Signature = "sizehint=-1, flags=0")]
    private static Value New(VmThread thread, PyType type, int sizehint = -1, int flags = 0)
    {
        if (sizehint is < -1 or 0)
            return thread.ValueError("negative sizehint");
        if (flags is not (0 or CloseOnExec))
            return thread.Raise(ExceptionTypes.OSError, "invalid flags");
        var descriptor = LinuxCalls.Result(epoll_create1(CloseOnExec));
        return descriptor < 0 ? SystemErrors.Raise(thread, (int)-descriptor) : new PyEpoll(thread, (int)descriptor);
    }

    /// <summary>Create an epoll object from a given control fd.</summary>
    [PyClassMethod("fromfd", Signature = "fd, /")]
    private static Value FromDescriptor(VmThread thread, PyType type, int fd) => new PyEpoll(thread, fd);

    /// <summary>Return the epoll control file descriptor.</summary>
    [PyMethod("fileno")]
    private Value FileNumber(VmThread thread) => IsUsable(thread) ? Value.Int(_descriptor) : Value.Error;

    /// <summary>Close the epoll control file descriptor.
    ///
    /// Further operations on the epoll object will raise an exception.</summary>
    [PyMethod("close")]
    private Value Close(VmThread thread)
    {
        if (IsClosed)
            return Value.None;
        var result = PosixModule.System(thread).Close(_descriptor);
        _descriptor = -1;
        thread.Interpreter.Finalization.Forget(this);
        return result < 0 ? SystemErrors.Raise(thread, (int)-result) : Value.None;
    }

    /// <summary>Registers a new fd or raises an OSError if the fd is already registered.
    ///
    ///   fd
    ///     the target file descriptor of the operation
    ///   eventmask
    ///     a bit set composed of the various EPOLL constants
    ///
    /// The epoll interface supports all file descriptors that support poll.</summary>
    [PyMethod("register", Signature = "fd, eventmask=7")]
    private Value Register(VmThread thread, Value fd, long eventmask = DefaultEvents) => Control(thread, Add, fd, eventmask);

    /// <summary>Modify event mask for a registered file descriptor.
    ///
    ///   fd
    ///     the target file descriptor of the operation
    ///   eventmask
    ///     a bit set composed of the various EPOLL constants</summary>
    [PyMethod("modify", Signature = "fd, eventmask")]
    private Value Modify(VmThread thread, Value fd, long eventmask) => Control(thread, Change, fd, eventmask);

    /// <summary>Remove a registered file descriptor from the epoll object.
    ///
    ///   fd
    ///     the target file descriptor of the operation</summary>
    [PyMethod("unregister", Signature = "fd")]
    private Value Unregister(VmThread thread, Value fd) => Control(thread, Delete, fd, 0);

    /// <summary>Wait for events on the epoll file descriptor.
    ///
    ///   timeout
    ///     the maximum time to wait in seconds (as float);
    ///     a timeout of None or -1 makes poll wait indefinitely
    ///   maxevents
    ///     the maximum number of events returned; -1 means no limit
    ///
    /// Returns a list containing any descriptors that have events to report,
    /// as a list of (fd, events) 2-tuples.</summary>
    [PyMethod("poll", Signature = "timeout=None, maxevents=-1")]
    private Value Poll(VmThread thread, Value timeout, long maxevents = -1)
    {
        if (!IsUsable(thread) || !SelectModule.TryReadUntil(thread, timeout, negativeIsForever: true, out var until))
            return Value.Error;
        if (maxevents is < -1 or 0)
            return thread.ValueError($"maxevents must be greater than 0, got {maxevents}");
        var size = maxevents == -1 ? MostEvents - 1 : (int)System.Math.Min(maxevents, int.MaxValue / EpollEvents.EntrySize);
        var events = new EpollEvents(size);
        if (!TryWait(thread, events, until, out var count))
            return Value.Error;
        var result = new Value[count];
        for (var i = 0; i < result.Length; i++)
            result[i] = PyTuple.Of(Value.Int(events.DescriptorAt(i)), Value.Int(events.FlagsAt(i)));
        return new PyList(result);
    }

    [PyMethod("__enter__")]
    private Value Enter(VmThread thread) => IsUsable(thread) ? this : Value.Error;

    [PyMethod("__exit__", Signature = "exc_type=None, exc_value=None, exc_tb=None, /")]
    private Value Exit(VmThread thread, Value excType, Value excValue, Value excTb) => Close(thread);

    /// <summary>Waits for what is registered until the monotonic time, and counts what was found; false when it raised.</summary>
    internal bool TryWait(VmThread thread, EpollEvents events, long until, out int count)
    {
        count = 0;
        if (!Blocking.TryWait(thread, new Waiting(_descriptor, events), until, out var found))
            return false;
        if (found >= 0)
        {
            count = (int)found;
            return true;
        }
        SystemErrors.Raise(thread, (int)-found);
        return false;
    }

    private Value Control(VmThread thread, int operation, Value fd, long mask)
    {
        if (!IsUsable(thread) || !SelectModule.TryReadDescriptor(thread, fd, out var descriptor))
            return Value.Error;
        if (mask is < 0 or > uint.MaxValue)
        {
            return thread.OverflowError(mask < 0
                ? "can't convert negative value to unsigned int"
                : "Python int too large to convert to C unsigned int");
        }
        var result = LinuxCalls.Result(epoll_ctl(_descriptor, operation, descriptor, EpollEvents.Entry((uint)mask, descriptor)));
        return result < 0 ? SystemErrors.Raise(thread, (int)-result) : Value.None;
    }

    private bool IsUsable(VmThread thread)
    {
        if (!IsClosed)
            return true;
        thread.ValueError("I/O operation on closed epoll object");
        return false;
    }

    private readonly struct Waiting(int descriptor, EpollEvents events) : IWaiting
    {
        long IWaiting.Wait(int milliseconds) => LinuxCalls.Result(epoll_wait(descriptor, events.Entries, events.Capacity, milliseconds));

        PollEntry[] IWaiting.Descriptors => [new PollEntry { Descriptor = descriptor, Wanted = Blocking.Readable }];
    }

    [DllImport("libc")]
    private static extern int epoll_create1(int flags);

    [DllImport("libc")]
    private static extern int epoll_ctl(int epoll, int operation, int fd, byte[] entry);

    [DllImport("libc")]
    private static extern int epoll_wait(int epoll, byte[] events, int size, int milliseconds);
}

/// <summary>Room for what an epoll finds: struct epoll_event, packed on x86-64 only.</summary>
internal sealed class EpollEvents(int capacity)
{
    private static readonly int DataOffset = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;

    /// <summary>Bytes of an entry.</summary>
    internal static readonly int EntrySize = DataOffset + 8;

    /// <summary>How many it has room for.</summary>
    internal int Capacity => capacity;

    /// <summary>The entries as the system writes them.</summary>
    internal byte[] Entries { get; } = new byte[capacity * EntrySize];

    /// <summary>The descriptor of an entry.</summary>
    internal int DescriptorAt(int index) => BitConverter.ToInt32(Entries, index * EntrySize + DataOffset);

    /// <summary>The EPOLL constants of an entry.</summary>
    internal uint FlagsAt(int index) => BitConverter.ToUInt32(Entries, index * EntrySize);

    /// <summary>An entry as the system reads it.</summary>
    internal static byte[] Entry(uint flags, int descriptor)
    {
        var entry = new byte[EntrySize];
        BitConverter.TryWriteBytes(entry, flags);
        BitConverter.TryWriteBytes(entry.AsSpan(DataOffset), descriptor);
        return entry;
    }
}
