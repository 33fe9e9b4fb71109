// Bytes in and out. The bytes lie still in memory while a call of the system works on them, and views keep a bytearray from
// changing its size.

using System.Buffers;
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
    /// <summary>recv(buffersize[, flags]) -> data
    ///
    /// Receive up to buffersize bytes from the socket.  For the optional flags
    /// argument, see the Unix manual.  When no data is available, block until
    /// at least one byte is available or until the remote end is closed.  When
    /// the remote end is closed and all data is read, return the empty string.</summary>
    [PyMethod("recv")]
    private Value Receive(VmThread thread, long buffersize, int flags = 0)
    {
        if (buffersize < 0)
            return thread.ValueError("negative buffersize in recv");
        if (buffersize > Array.MaxLength)
            return thread.Raise(ExceptionTypes.MemoryError, []);
        // Programs ask for much more than comes.
        var room = ArrayPool<byte>.Shared.Rent((int)buffersize);
        var received = TryReceive(thread, room.AsSpan(0, (int)buffersize), flags, out var count);
        Value data = received ? new PyBytes(room[..(int)count]) : Value.Error;
        ArrayPool<byte>.Shared.Return(room);
        return data;
    }

    /// <summary>recv_into(buffer, [nbytes[, flags]]) -> nbytes_read
    ///
    /// A version of recv() that stores its data into a buffer rather than creating
    /// a new string.  Receive up to buffersize bytes from the socket.  If buffersize
    /// is not specified (or 0), receive up to the size available in the given buffer.</summary>
    [PyMethod("recv_into", Signature = "buffer, nbytes=0, flags=0")]
    private Value ReceiveInto(VmThread thread, Value buffer, long nbytes = 0, int flags = 0)
    {
        if (!TryTarget(thread, buffer, nbytes, "recv_into", out var target, out var size))
            return Value.Error;
        target.AddExport();
        var received = TryReceive(thread, target.Memory[..size], flags, out var count);
        target.RemoveExport();
        return received ? Value.Int(count) : Value.Error;
    }

    /// <summary>recvfrom(buffersize[, flags]) -> (data, address info)
    ///
    /// Like recv(buffersize, flags) but also return the sender's address info.</summary>
    [PyMethod("recvfrom")]
    private Value ReceiveFrom(VmThread thread, long buffersize, int flags = 0)
    {
        if (buffersize < 0)
            return thread.ValueError("negative buffersize in recvfrom");
        if (buffersize > Array.MaxLength)
            return thread.Raise(ExceptionTypes.MemoryError, []);
        var room = ArrayPool<byte>.Shared.Rent((int)buffersize);
        var received = TryReceiveFrom(thread, room.AsSpan(0, (int)buffersize), flags, out var count, out var address);
        Value data = received ? PyTuple.Of(new PyBytes(room[..(int)count]), address) : Value.Error;
        ArrayPool<byte>.Shared.Return(room);
        return data;
    }

    /// <summary>recvfrom_into(buffer[, nbytes[, flags]]) -> (nbytes, address info)
    ///
    /// Like recv_into(buffer[, nbytes[, flags]]) but also return the sender's address info.</summary>
    [PyMethod("recvfrom_into", Signature = "buffer, nbytes=0, flags=0")]
    private Value ReceiveFromInto(VmThread thread, Value buffer, long nbytes = 0, int flags = 0)
    {
        if (!TryTarget(thread, buffer, nbytes, "recvfrom_into", out var target, out var size))
            return Value.Error;
        target.AddExport();
        var received = TryReceiveFrom(thread, target.Memory[..size], flags, out var count, out var address);
        target.RemoveExport();
        return received ? PyTuple.Of(Value.Int(count), address) : Value.Error;
    }

    /// <summary>send(data[, flags]) -> count
    ///
    /// Send a data string to the socket.  For the optional flags
    /// argument, see the Unix manual.  Return the number of bytes
    /// sent; this may be less than len(data) if the network is busy.</summary>
    [PyMethod("send")]
    private Value Send(VmThread thread, Value data, int flags = 0)
    {
        if (!Buffers.Require(thread, data, out var bytes))
            return Value.Error;
        var lent = data.Ref as IBuffer;
        lent?.AddExport();
        var sent = TrySend(thread, bytes, flags, Deadline(thread), out var count);
        lent?.RemoveExport();
        return sent ? Value.Int(count) : Value.Error;
    }

    /// <summary>sendall(data[, flags])
    ///
    /// Send a data string to the socket.  For the optional flags
    /// argument, see the Unix manual.  This calls send() repeatedly
    /// until all data is sent.  If an error occurs, it's impossible
    /// to tell how much data has been sent.</summary>
    [PyMethod("sendall")]
    private Value SendAll(VmThread thread, Value data, int flags = 0)
    {
        if (!Buffers.Require(thread, data, out var bytes))
            return Value.Error;
        var lent = data.Ref as IBuffer;
        lent?.AddExport();
        var until = Deadline(thread);
        var sent = true;
        do
        {
            sent = TrySend(thread, bytes, flags, until, out var count);
            if (!sent)
                break;
            bytes = bytes[(int)count..];
            // A handler of a signal has its turn between two pieces.
            sent = bytes.IsEmpty || thread.CheckBudget();
        }
        while (sent && !bytes.IsEmpty);
        lent?.RemoveExport();
        return sent ? Value.None : Value.Error;
    }

    /// <summary>sendto(data[, flags], address) -> count
    ///
    /// Like send(data, flags) but allows specifying the destination address.
    /// For IP sockets, the address is a pair (hostaddr, port).</summary>
    [PyMethod("sendto", Signature = "*args")]
    private unsafe Value SendTo(VmThread thread, ReadOnlySpan<Value> args)
    {
        if (args.Length is not (2 or 3))
            return thread.TypeError($"sendto() takes 2 or 3 arguments ({args.Length} given)");
        var address = args[^1];
        var flags = 0L;
        if (!Buffers.Require(thread, args[0], out var bytes) || (args.Length == 3 && !Conversions.TryIndex64(thread, args[1], out flags)))
            return Value.Error;
        // Names are looked up by now: the bytes are asked for again, as Python code may have run.
        if (SocketAddress.Read(thread, Family, address, "sendto") is not { } target
            || !Runtime.Modules.Auditing.Raise(thread, "socket.sendto", this, address) || !Buffers.Require(thread, args[0], out bytes))
        {
            return Value.Error;
        }
        fixed (byte* start = bytes)
        {
            var (place, size) = ((nint)start, bytes.Length);
            return TryWait(
                thread, Writable, Deadline(thread),
                () => LinuxCalls.Result(SocketCalls.sendto(_descriptor, place, size, (int)flags, target, target.Length)), out var count)
                    ? Value.Int(count)
                    : Value.Error;
        }
    }

    private unsafe bool TrySend(VmThread thread, ReadOnlySpan<byte> bytes, int flags, long until, out long count)
    {
        fixed (byte* start = bytes)
        {
            var (place, size) = ((nint)start, bytes.Length);
            return TryWait(thread, Writable, until, () => LinuxCalls.Result(SocketCalls.send(_descriptor, place, size, flags)), out count);
        }
    }

    private unsafe bool TryReceive(VmThread thread, Span<byte> buffer, int flags, out long count)
    {
        count = 0;
        if (buffer.IsEmpty)
            return true;
        fixed (byte* start = buffer)
        {
            var (place, size) = ((nint)start, buffer.Length);
            return TryWait(thread, Readable, Deadline(thread), () => LinuxCalls.Result(SocketCalls.recv(_descriptor, place, size, flags)), out count);
        }
    }

    private unsafe bool TryReceiveFrom(VmThread thread, Span<byte> buffer, int flags, out long count, out Value address)
    {
        var name = new byte[SocketAddress.Longest];
        var length = 0;
        address = Value.None;
        fixed (byte* start = buffer)
        {
            var (place, size) = ((nint)start, buffer.Length);
            long Call()
            {
                length = name.Length;
                return LinuxCalls.Result(SocketCalls.recvfrom(_descriptor, place, size, flags, name, ref length));
            }
            if (!TryWait(thread, Readable, Deadline(thread), Call, out count))
                return false;
        }
        address = ShowAddress(thread, name, length);
        return !address.IsError;
    }

    private static bool TryTarget(VmThread thread, Value buffer, long wanted, string function, out IBuffer target, out int size)
    {
        size = 0;
        if (!Buffers.RequireWritable(thread, buffer, $"{function}() argument 1", out target))
            return false;
        if (wanted < 0)
        {
            thread.ValueError($"negative buffersize in {function}");
            return false;
        }
        var length = target.Memory.Length;
        if (wanted > length)
        {
            thread.ValueError(function == "recvfrom_into" ? "nbytes is greater than the length of the buffer" : "buffer too small for requested bytes");
            return false;
        }
        size = wanted == 0 ? length : (int)wanted;
        return true;
    }

    private static PyBytes Shortened(byte[] buffer, long count) => new(count == buffer.Length ? buffer : buffer[..(int)count]);
}
