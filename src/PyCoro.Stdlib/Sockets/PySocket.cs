// A socket is a descriptor of the system with what the system does not know of it: its time limit. With a limit, or
// without blocking, the descriptor itself does not block; PySocket waits for it, and other threads run meanwhile.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Posix;
using PyCoro.Stdlib.Time;

namespace PyCoro.Stdlib.Sockets;

/// <summary>socket(family=AF_INET, type=SOCK_STREAM, proto=0) -> socket object
/// socket(family=-1, type=-1, proto=-1, fileno=None) -> socket object
///
/// Open a socket of the given type.  The family argument specifies the
/// address family; it defaults to AF_INET.  The type argument specifies
/// whether this is a stream (SOCK_STREAM, this is the default)
/// or datagram (SOCK_DGRAM) socket.  The protocol argument defaults to 0,
/// specifying the default protocol.</summary>
[PyType("socket", Module = "_socket", Subclassable = true)]
internal sealed partial class PySocket : PyObject
{
    /// <summary>A socket that blocks.</summary>
    internal const long NoLimit = -1;

    private const int BadDescriptor = 9;
    private const int TryAgain = 11;
    private const int ConnectionReset = 104;
    private const short Readable = 0x001;
    private const short Writable = 0x004;
    private const int GetStatusFlags = 3;
    private const int SetStatusFlags = 4;
    private const int SocketLevel = 1;
    private const int TypeOption = 3;
    private const int ProtocolOption = 38;

    private int _descriptor = -1;
    private long _limit = NoLimit;

    internal PySocket(Shape shape) : base(shape) { }

    /// <summary>the socket family</summary>
    [PyGetter("family", Member = true)]
    private int Family { get; set; }

    /// <summary>the socket type</summary>
    [PyGetter("type", Member = true)]
    private int Kind { get; set; }

    /// <summary>the socket protocol</summary>
    [PyGetter("proto", Member = true)]
    private int Protocol { get; set; }

    [PyMethod("__init__", Signature = "family=-1, type=-1, proto=-1, fileno=None")]
    private Value Init(VmThread thread, int family = -1, int type = -1, int proto = -1, Value fileno = default)
    {
        if (!Auditing.Raise(thread, "socket.__new__", this, Value.Int(family), Value.Int(type), Value.Int(proto)))
            return Value.Error;
        if (!fileno.IsUnbound && !fileno.IsNone)
            return Adopt(thread, fileno, family, type, proto);
        Family = family == -1 ? SocketConstants.Inet : family;
        Kind = type == -1 ? SocketConstants.Stream : type;
        Protocol = proto == -1 ? 0 : proto;
        var made = LinuxCalls.Result(SocketCalls.socket(Family, Kind | SocketConstants.CloseOnExec, Protocol));
        return made < 0 ? SystemErrors.Raise(thread, (int)-made) : Begin(thread, (int)made);
    }

    /// <summary>Makes a new socket of the class for a descriptor that is known to be one.</summary>
    internal static Value Make(VmThread thread, int descriptor, int family, int type, int protocol) =>
        new PySocket(TypeObject.RootShape) { Family = family, Kind = type, Protocol = protocol }.Begin(thread, descriptor, returnsSelf: true);

    /// <summary>Return the integer file descriptor of the socket.</summary>
    [PyMethod("fileno")]
    private int FileNumber() => _descriptor;

    /// <summary>Close the socket object without closing the underlying file descriptor.
    /// The object cannot be used after this call, but the file descriptor
    /// can be reused for other purposes.  The file descriptor is returned.</summary>
    [PyMethod("detach")]
    private int Detach(VmThread thread)
    {
        var descriptor = _descriptor;
        _descriptor = -1;
        thread.Interpreter.Finalization.Forget(this);
        return descriptor;
    }

    /// <summary>Close the socket.  It cannot be used after this call.</summary>
    [PyMethod("close")]
    private Value Close(VmThread thread)
    {
        var descriptor = Detach(thread);
        if (descriptor < 0)
            return Value.None;
        var result = PosixModule.System(thread).Close(descriptor);
        // A connection that the other side has broken is closed all the same.
        return result is < 0 and not -ConnectionReset ? SystemErrors.Raise(thread, (int)-result) : Value.None;
    }

    /// <summary>Set the socket to blocking (flag is true) or non-blocking (false).
    /// setblocking(True) is equivalent to settimeout(None);
    /// setblocking(False) is equivalent to settimeout(0.0).</summary>
    [PyMethod("setblocking")]
    private Value SetBlocking(VmThread thread, bool flag) => SetLimit(thread, flag ? NoLimit : 0);

    /// <summary>Returns True if socket is in blocking mode, or False if it
    /// is in non-blocking mode.</summary>
    [PyMethod("getblocking")]
    private bool GetBlocking() => _limit != 0;

    /// <summary>Set a timeout on socket operations.  'timeout' can be a float,
    /// giving in seconds, or None.  Setting a timeout of None disables
    /// the timeout feature and is equivalent to setblocking(1).
    /// Setting a timeout of zero is the same as setblocking(0).</summary>
    [PyMethod("settimeout")]
    private Value SetTimeout(VmThread thread, Value timeout) =>
        TryReadLimit(thread, timeout, out var limit) ? SetLimit(thread, limit) : Value.Error;

    /// <summary>Returns the timeout in seconds (float) associated with socket
    /// operations. A timeout of None indicates that timeouts on socket
    /// operations are disabled.</summary>
    [PyMethod("gettimeout")]
    [PyGetter("timeout")]
    private Value GetTimeout() => ShowLimit(_limit);

    /// <summary>shutdown(flag)
    ///
    /// Shut down the reading side of the socket (flag == SHUT_RD), the writing side
    /// of the socket (flag == SHUT_WR), or both ends (flag == SHUT_RDWR).</summary>
    [PyMethod("shutdown")]
    private Value Shutdown(VmThread thread, int flag) => Done(thread, LinuxCalls.Result(SocketCalls.shutdown(_descriptor, flag)));

    /// <summary>setsockopt(level, option, value: int)
    /// setsockopt(level, option, value: buffer)
    /// setsockopt(level, option, None, optlen: int)
    ///
    /// Set a socket option.  See the Unix manual for level and option.
    /// The value argument can either be an integer, a string buffer, or
    /// None, optlen.</summary>
    [PyMethod("setsockopt")]
    private Value SetOption(VmThread thread, int level, int option, Value value, Value length = default)
    {
        if (!length.IsUnbound)
        {
            if (!value.IsNone)
                return thread.TypeError($"setsockopt() argument 3 must be None, not {value.Type.Name}");
            return Conversions.TryIndex64(thread, length, out var size)
                ? Done(thread, LinuxCalls.Result(SocketCalls.setsockopt(_descriptor, level, option, null, (int)size)))
                : Value.Error;
        }
        if (value.TryGetInt64(out var number) && !value.IsFloat)
        {
            if (number is > int.MaxValue or < int.MinValue)
                return thread.OverflowError(number > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum");
            return Done(thread, LinuxCalls.Result(SocketCalls.setsockopt(_descriptor, level, option, BitConverter.GetBytes((int)number), sizeof(int))));
        }
        return Buffers.Require(thread, value, out var bytes)
            ? Done(thread, LinuxCalls.Result(SocketCalls.setsockopt(_descriptor, level, option, bytes.ToArray(), bytes.Length)))
            : Value.Error;
    }

    /// <summary>getsockopt(level, option[, buffersize]) -> value
    ///
    /// Get a socket option.  See the Unix manual for level and option.
    /// If a nonzero buffersize argument is given, the return value is a
    /// string of that length; otherwise it is an integer.</summary>
    [PyMethod("getsockopt")]
    private Value GetOption(VmThread thread, int level, int option, int buffersize = 0)
    {
        const int Longest = 1024;
        if (buffersize is < 0 or > Longest)
            return thread.Raise(ExceptionTypes.OSError, "getsockopt buflen out of range");
        var length = buffersize == 0 ? sizeof(int) : buffersize;
        var value = new byte[length];
        var result = LinuxCalls.Result(SocketCalls.getsockopt(_descriptor, level, option, value, ref length));
        if (result < 0)
            return SystemErrors.Raise(thread, (int)-result);
        return buffersize == 0 ? Value.Int(BitConverter.ToInt32(value)) : new PyBytes(value[..length]);
    }

    [PyMethod("__repr__")]
    private string Repr() => $"<socket object, fd={_descriptor}, family={Family}, type={Kind}, proto={Protocol}>";

    /// <summary>A time limit in nanoseconds; <see cref="NoLimit"/> for None. False when it raised.</summary>
    internal static bool TryReadLimit(VmThread thread, Value timeout, out long limit)
    {
        limit = NoLimit;
        if (timeout.IsNone)
            return true;
        if (!Seconds.TryRead(thread, timeout, out limit))
            return false;
        if (limit >= 0)
            return true;
        thread.ValueError("Timeout value out of range");
        return false;
    }

    /// <summary>A time limit as Python has it.</summary>
    internal static Value ShowLimit(long limit) => limit == NoLimit ? Value.None : Value.Float(limit / 1e9);

    private Value Adopt(VmThread thread, Value fileno, int family, int type, int protocol)
    {
        if (!Conversions.TryIndex64(thread, fileno, out var number))
            return Value.Error;
        if (number < 0)
            return thread.ValueError("negative file descriptor");
        var descriptor = (int)number;
        var address = new byte[SocketAddress.Longest];
        var length = address.Length;
        var result = LinuxCalls.Result(SocketCalls.getsockname(descriptor, address, ref length));
        if (result < 0)
        {
            // A family that is given needs no socket; a descriptor that is none is refused all the same.
            if (family == -1 || -result == BadDescriptor)
                return SystemErrors.Raise(thread, (int)-result);
        }
        else if (family == -1)
        {
            family = BitConverter.ToUInt16(address);
        }
        if ((type == -1 && !TryAsk(thread, descriptor, TypeOption, out type)) || (protocol == -1 && !TryAsk(thread, descriptor, ProtocolOption, out protocol)))
            return Value.Error;
        (Family, Kind, Protocol) = (family, type, protocol);
        return Begin(thread, descriptor);
    }

    private static bool TryAsk(VmThread thread, int descriptor, int option, out int answer)
    {
        var value = new byte[sizeof(int)];
        var length = value.Length;
        var result = LinuxCalls.Result(SocketCalls.getsockopt(descriptor, SocketLevel, option, value, ref length));
        answer = BitConverter.ToInt32(value);
        if (result >= 0)
            return true;
        SystemErrors.Raise(thread, (int)-result);
        return false;
    }

    private Value Begin(VmThread thread, int descriptor, bool returnsSelf = false)
    {
        _descriptor = descriptor;
        // The kind may have come with flags, which are no part of it.
        var isNonBlocking = (Kind & SocketConstants.NonBlocking) != 0;
        Kind &= ~(SocketConstants.NonBlocking | SocketConstants.CloseOnExec);
        thread.Interpreter.Finalization.Watch(this, static (finalizer, forgotten) => ((PySocket)forgotten).CloseForgotten(finalizer));
        _limit = isNonBlocking ? 0 : thread.Interpreter.State<SocketState>().DefaultLimit;
        if (!isNonBlocking && _limit >= 0 && SetLimit(thread, _limit).IsError)
            return Value.Error;
        return returnsSelf ? this : Value.None;
    }

    private Value SetLimit(VmThread thread, long limit)
    {
        _limit = limit;
        var system = PosixModule.System(thread);
        var flags = system.Control(_descriptor, GetStatusFlags, 0);
        if (flags < 0)
            return SystemErrors.Raise(thread, (int)-flags);
        var wanted = limit == NoLimit ? flags & ~SocketConstants.NonBlocking : flags | (long)SocketConstants.NonBlocking;
        return wanted == flags ? Value.None : Done(thread, system.Control(_descriptor, SetStatusFlags, wanted));
    }

    private void CloseForgotten(VmThread thread)
    {
        if (_descriptor < 0)
            return;
        var text = Texts.Repr(thread, this);
        if (text is null || Runtime.Modules.Warnings.Warn(thread, Value.Str($"unclosed {text.Text}"), ExceptionTypes.ResourceWarning, 1, this).IsError)
            thread.Interpreter.ReportUnraisable(thread, this);
        // What fails now has nobody to be told.
        if (Close(thread).IsError)
            thread.Pending = null;
    }

    /// <summary>When an operation that begins now must be done.</summary>
    internal long Deadline(VmThread thread) =>
        _limit < 0 ? Gil.Forever : thread.Interpreter.Options.Clock.MonotonicNanoseconds + _limit;

    // Makes a call that may have to wait for the other side; false when it raised, the time being over included.
    private bool TryWait(VmThread thread, short wanted, long until, Func<long> call, out long result)
    {
        switch (TryTransfer(thread, wanted, until, call, out result))
        {
            case Transfer.Done:
                return true;
            case Transfer.WouldBlock:
                SystemErrors.Raise(thread, TryAgain);
                return false;
            case Transfer.TimedOut:
                SocketErrors.RaiseTimeout(thread);
                return false;
            default:
                return false;
        }
    }

    private Transfer TryTransfer(VmThread thread, short wanted, long until, Func<long> call, out long result)
    {
        if (_limit == NoLimit)
            return Blocking.TryCallOn(thread, _descriptor, wanted, call, out result) && Succeeded(thread, result) ? Transfer.Done : Transfer.Raised;
        while (true)
        {
            result = call();
            if (result == -Blocking.Interrupted)
                continue;
            if (result != -TryAgain)
                return Succeeded(thread, result) ? Transfer.Done : Transfer.Raised;
            if (_limit == 0)
                return Transfer.WouldBlock;
            if (!Blocking.TryPoll(thread, _descriptor, wanted, until, out var found) || !Succeeded(thread, found))
                return Transfer.Raised;
            if (found == 0)
                return Transfer.TimedOut;
        }
    }

    private static bool Succeeded(VmThread thread, long result)
    {
        if (result >= 0)
            return true;
        SystemErrors.Raise(thread, (int)-result);
        return false;
    }

    private static Value Done(VmThread thread, long result) => Succeeded(thread, result) ? Value.None : Value.Error;
}

/// <summary>What the module keeps for an interpreter.</summary>
internal sealed class SocketState
{
    /// <summary>The time limit of new sockets.</summary>
    internal long DefaultLimit { get; set; } = PySocket.NoLimit;
}
