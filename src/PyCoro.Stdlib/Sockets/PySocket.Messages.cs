// sendmsg() and recvmsg(): several buffers at once, and what goes beside them, such as open descriptors (SCM_RIGHTS).

using System.Runtime.InteropServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Posix;

namespace PyCoro.Stdlib.Sockets;

internal sealed partial class PySocket
{
    private const int MostVectors = 1024;

    /// <summary>recvmsg(bufsize[, ancbufsize[, flags]]) -> (data, ancdata, msg_flags, address)
    ///
    /// Receive normal data (up to bufsize bytes) and ancillary data from the
    /// socket.  The ancbufsize argument sets the size in bytes of the
    /// internal buffer used to receive the ancillary data; it defaults to 0,
    /// meaning that no ancillary data will be received.</summary>
    [PyMethod("recvmsg")]
    private Value ReceiveMessage(VmThread thread, long bufsize, long ancbufsize = 0, int flags = 0)
    {
        if (bufsize < 0)
            return thread.ValueError("negative buffer size in recvmsg()");
        if (bufsize > Array.MaxLength)
            return thread.Raise(ExceptionTypes.MemoryError, []);
        var buffer = new byte[bufsize];
        return ReceiveMessage(thread, [buffer], ancbufsize, flags, count => Shortened(buffer, count));
    }

    /// <summary>recvmsg_into(buffers[, ancbufsize[, flags]]) -> (nbytes, ancdata, msg_flags, address)
    ///
    /// Receive normal data and ancillary data from the socket, scattering the
    /// non-ancillary data into a series of buffers.  The buffers argument
    /// must be an iterable of objects that export writable buffers.</summary>
    [PyMethod("recvmsg_into")]
    private Value ReceiveMessageInto(VmThread thread, Value buffers, long ancbufsize = 0, int flags = 0)
    {
        if (ReadItems(thread, buffers, "recvmsg_into() argument 1 must be an iterable") is not { } items)
            return Value.Error;
        if (items.Length > MostVectors)
            return thread.Raise(ExceptionTypes.OSError, "recvmsg_into() argument 1 is too long");
        var targets = new IBuffer[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Ref is not IBuffer { IsReadOnly: false } target)
                return thread.TypeError("recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers");
            targets[i] = target;
        }
        // Received in pieces of our own: a list of any length cannot be held still in memory at once.
        var pieces = Array.ConvertAll(targets, static target => new byte[target.Memory.Length]);
        return ReceiveMessage(thread, pieces, ancbufsize, flags, count =>
        {
            var left = (int)count;
            for (var i = 0; i < pieces.Length && left > 0; i++)
            {
                var size = Math.Min(left, Math.Min(pieces[i].Length, targets[i].Memory.Length));
                pieces[i].AsSpan(0, size).CopyTo(targets[i].Memory);
                left -= pieces[i].Length;
            }
            return Value.Int(count);
        });
    }

    /// <summary>sendmsg(buffers[, ancdata[, flags[, address]]]) -> count
    ///
    /// Send normal and ancillary data to the socket, gathering the
    /// non-ancillary data from a series of buffers and concatenating it into
    /// a single message.  The ancdata argument specifies the ancillary data
    /// (control messages) as an iterable of zero or more tuples
    /// (cmsg_level, cmsg_type, cmsg_data).</summary>
    [PyMethod("sendmsg")]
    private Value SendMessage(VmThread thread, Value buffers, Value ancdata = default, int flags = 0, Value address = default)
    {
        byte[] target = [];
        if (!address.IsUnbound && !address.IsNone)
        {
            if (SocketAddress.Read(thread, Family, address, "sendmsg") is not { } read || !Runtime.Modules.Auditing.Raise(thread, "socket.sendmsg", this, address))
                return Value.Error;
            target = read;
        }
        else if (!Runtime.Modules.Auditing.Raise(thread, "socket.sendmsg", this, Value.None))
        {
            return Value.Error;
        }
        if (ReadItems(thread, buffers, "sendmsg() argument 1 must be an iterable") is not { } items)
            return Value.Error;
        if (items.Length > MostVectors)
            return thread.Raise(ExceptionTypes.OSError, "sendmsg() argument 1 is too long");
        var pieces = new byte[items.Length][];
        for (var i = 0; i < items.Length; i++)
        {
            if (!Buffers.Require(thread, items[i], out var bytes))
                return Value.Error;
            pieces[i] = bytes.ToArray();
        }
        byte[] control = [];
        if (!ancdata.IsUnbound)
        {
            if (ReadItems(thread, ancdata, "sendmsg() argument 2 must be an iterable") is not { } messages)
                return Value.Error;
            if (ControlMessages.Pack(thread, messages) is not { } packed)
                return Value.Error;
            control = packed;
        }
        using var message = new PinnedMessage(pieces, target, control);
        message.Header.NameLength = target.Length;
        return TryWait(thread, Writable, Deadline(thread), () => LinuxCalls.Result(SocketCalls.sendmsg(_descriptor, ref message.Header, flags)), out var count)
            ? Value.Int(count)
            : Value.Error;
    }

    /// <summary>sendmsg_afalg([msg], *, op[, iv[, assoclen[, flags=MSG_MORE]]])
    ///
    /// Set operation mode, IV and length of associated data for an AF_ALG
    /// operation socket.</summary>
    [PyMethod("sendmsg_afalg", Signature = "*args, **kwargs")]
    private static Value SendToCryptography(VmThread thread, PySocket self, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs) =>
        thread.Raise(ExceptionTypes.NotImplementedError, "socket.sendmsg_afalg is not implemented");

    private Value ReceiveMessage(VmThread thread, byte[][] pieces, long controlSize, int flags, Func<long, Value> finish)
    {
        if (controlSize is < 0 or > int.MaxValue)
            return thread.ValueError("invalid ancillary data buffer length");
        var name = new byte[SocketAddress.Longest];
        using var message = new PinnedMessage(pieces, name, new byte[controlSize]);
        long Call()
        {
            message.Header.NameLength = name.Length;
            message.Header.ControlLength = (nint)controlSize;
            return LinuxCalls.Result(SocketCalls.recvmsg(_descriptor, ref message.Header, flags | CloseOnExecFlag));
        }
        if (!TryWait(thread, Readable, Deadline(thread), Call, out var count))
            return Value.Error;
        var data = finish(count);
        var address = ShowAddress(thread, name, message.Header.NameLength);
        var ancillary = ControlMessages.Unpack(message.Control.AsSpan(0, (int)message.Header.ControlLength));
        return address.IsError ? address : PyTuple.Of(data, ancillary, Value.Int(message.Header.Flags & ~CloseOnExecFlag), address);
    }

    // MSG_CMSG_CLOEXEC: descriptors are not inherited (PEP 446), these neither.
    private const int CloseOnExecFlag = 0x40000000;

    private static Value[]? ReadItems(VmThread thread, Value iterable, string complaint)
    {
        var items = Iteration.ToArray(thread, iterable);
        if (items is null && thread.ClearPending(ExceptionTypes.TypeError))
            thread.TypeError(complaint);
        return items;
    }
}

/// <summary>A message whose parts lie still in memory.</summary>
internal sealed class PinnedMessage : IDisposable
{
    private readonly List<GCHandle> _pins = [];

    public MessageHeader Header;

    internal PinnedMessage(byte[][] pieces, byte[] name, byte[] control)
    {
        Control = control;
        var vectors = Array.ConvertAll(pieces, piece => new Vector { Start = Pin(piece), Length = piece.Length });
        Header = new MessageHeader
        {
            Name = name.Length == 0 ? 0 : Pin(name),
            NameLength = name.Length,
            Vectors = Pin(vectors),
            VectorCount = vectors.Length,
            Control = control.Length == 0 ? 0 : Pin(control),
            ControlLength = control.Length,
        };
    }

    internal byte[] Control { get; }

    public void Dispose()
    {
        foreach (var pin in _pins)
            pin.Free();
    }

    private nint Pin(object part)
    {
        var handle = GCHandle.Alloc(part, GCHandleType.Pinned);
        _pins.Add(handle);
        return handle.AddrOfPinnedObject();
    }
}
