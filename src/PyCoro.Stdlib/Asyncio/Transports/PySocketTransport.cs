// The transport of a stream socket, the hottest code of a server: from the selector's event to the protocol's method, and
// from write() to the socket, there is no Python code but the protocol's own. Writing tries the socket first, and only what
// the socket does not take is buffered; then the loop watches for room.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Sockets;

namespace PyCoro.Stdlib.Asyncio.Transports;

/// <summary>A transport over a stream socket.</summary>
[PyType("_SelectorSocketTransport", Module = "asyncio.selector_events", Base = typeof(PySelectorTransport), Subclassable = true, HasDict = true)]
internal sealed partial class PySocketTransport : PySelectorTransport
{
    private const int Interrupted = 4;
    private const int TryAgain = 11;
    private const string ReadFailed = "Fatal read error on socket transport";
    private const string WriteFailed = "Fatal write error on socket transport";

    // SHUT_WR
    private const int Writing = 1;

    private static readonly PyStr ReceiveName = PyStr.Constant("recv");
    private static readonly PyStr ReceiveIntoName = PyStr.Constant("recv_into");
    private static readonly PyStr SendName = PyStr.Constant("send");
    private static readonly PyStr ShutdownName = PyStr.Constant("shutdown");
    private static readonly PyStr MostName = PyStr.Constant("max_size");
    private static readonly PyStr DataReceivedName = PyStr.Constant("data_received");
    private static readonly PyStr EofReceivedName = PyStr.Constant("eof_received");
    private static readonly PyStr GetBufferName = PyStr.Constant("get_buffer");
    private static readonly PyStr BufferUpdatedName = PyStr.Constant("buffer_updated");
    private static readonly PyStr CloseName = PyStr.Constant("close");
    private static readonly PyStr WriteReadyName = PyStr.Constant("_write_ready");
    private static readonly PyStr CountLostWriteName = PyStr.Constant("_count_lost_write");
    private static readonly PyStr SetResultName = PyStr.Constant("set_result");
    private static readonly PyStr SetExceptionName = PyStr.Constant("set_exception");

    private bool _isBuffered;
    private bool _isEof;
    private Value _emptyWaiter = Value.None;

    // The class that was found to leave the transfer of bytes to the native socket, as it was then.
    private PyType? _nativeType;
    private int _nativeVersion;

    internal PySocketTransport(Shape shape) : base(shape) { }

    [PyNew]
    private static PySocketTransport New(PyType type, ReadOnlySpan<Value> args, [Keywords] PyTuple? names) => new(type.RootShape);

    /// <summary>The protocol has its own buffers: it is a BufferedProtocol.</summary>
    [PyGetter("_is_buffered")]
    private bool BufferedField() => _isBuffered;

    [PySetter("_is_buffered")]
    private Value SetBuffered(VmThread thread, Value value) => TryFlag(thread, value, out _isBuffered) ? Value.None : Value.Error;

    /// <summary>write_eof() was called.</summary>
    [PyGetter("_eof")]
    private bool EofField() => _isEof;

    /// <summary>A future while the buffer is to run empty.</summary>
    [PyGetter("_empty_waiter")]
    private Value EmptyWaiterField() => _emptyWaiter;

    [PySetter("_empty_waiter")]
    private void SetEmptyWaiter(Value value) => _emptyWaiter = OrNone(value);

    /// <summary>Give the number of buffered bytes.</summary>
    [PyMethod("get_write_buffer_size")]
    private Value GetWriteBufferSize(VmThread thread) => TryBufferSize(thread, out var size) ? Value.Int((long)size) : Value.Error;

    [PyMethod("can_write_eof")]
    private bool CanWriteEof() => true;

    /// <summary>Tell the other end, after what is buffered, that no more will come.</summary>
    [PyMethod("write_eof")]
    private Value WriteEof(VmThread thread)
    {
        if (IsClosing || _isEof)
            return Value.None;
        _isEof = true;
        if (!TryIsBufferEmpty(thread, out var isEmpty))
            return Value.Error;
        return isEmpty ? Shutdown(thread) : Value.None;
    }

    [PyMethod("_read_ready")]
    private Value ReadReady(VmThread thread)
    {
        // The descriptor may have been ready in the iteration in which the transport was closed.
        if (IsLost || IsClosing)
            return Value.None;
        return _isBuffered ? ReadIntoBuffer(thread) : ReadData(thread);
    }

    private Value ReadData(VmThread thread)
    {
        var most = Attributes.Get(thread, this, MostName);
        if (most.IsError || !Conversions.TryIndex64(thread, most, out var size))
            return Value.Error;
        Value data;
        bool isEnd;
        if (NativeSocket() is { } socket)
        {
            var room = Loop.Ref is PyEventLoop loop ? loop.RoomToReceive((int)size) : new byte[size];
            if (!TryTransfer(thread, socket.ReceiveNow(room), out var count))
                return count < 0 ? Fatal(thread, ReadFailed) : Value.None;
            isEnd = count == 0;
            data = new PyBytes(room[..(int)count].ToArray());
        }
        else
        {
            data = thread.CallMethod(Socket, ReceiveName, most);
            if (data.IsError)
                return WouldBlock(thread) ? Value.None : Fatal(thread, ReadFailed);
            if (!Truth.TryTest(thread, data, out var hasAny))
                return Value.Error;
            isEnd = !hasAny;
        }
        return isEnd ? EndReading(thread) : Hand(thread, DataReceivedName, data);
    }

    private Value ReadIntoBuffer(VmThread thread)
    {
        var buffer = thread.CallMethod(Protocol, GetBufferName, Value.Int(-1));
        if (buffer.IsError || !Items.TryLength(thread, buffer, out var length))
            return Fatal(thread, Failed(GetBufferName));
        if (length == 0)
        {
            thread.RuntimeError("get_buffer() returned an empty buffer");
            return Fatal(thread, Failed(GetBufferName));
        }
        long count;
        if (NativeSocket() is { } socket)
        {
            if (!Buffers.RequireWritable(thread, buffer, "recv_into() argument 1", out var target))
                return Fatal(thread, ReadFailed);
            if (!TryTransfer(thread, socket.ReceiveNow(target.Memory), out count))
                return count < 0 ? Fatal(thread, ReadFailed) : Value.None;
        }
        else
        {
            var received = thread.CallMethod(Socket, ReceiveIntoName, buffer);
            if (received.IsError)
                return WouldBlock(thread) ? Value.None : Fatal(thread, ReadFailed);
            if (!Conversions.TryIndex64(thread, received, out count))
                return Value.Error;
        }
        return count == 0 ? EndReading(thread) : Hand(thread, BufferUpdatedName, Value.Int(count));
    }

    private Value EndReading(VmThread thread)
    {
        if (Log(thread, "%r received EOF").IsError)
            return Value.Error;
        var answer = thread.CallMethod(Protocol, EofReceivedName);
        if (answer.IsError)
            return Fatal(thread, Failed(EofReceivedName));
        if (!Truth.TryTest(thread, answer, out var keepsOpen))
            return Value.Error;
        // Kept open: writing goes on, and there is nothing more to read.
        return NoneUnlessError(keepsOpen ? Ask(thread, RemoveReaderName) : thread.CallMethod(this, CloseName));
    }

    private Value Hand(VmThread thread, PyStr method, Value what) =>
        thread.CallMethod(Protocol, method, what).IsError ? Fatal(thread, Failed(method)) : Value.None;

    private static string Failed(PyStr method) => $"Fatal error: protocol.{method.Text}() call failed.";

    /// <summary>Send bytes, or buffer them to be sent; never waits.</summary>
    [PyMethod("write")]
    private Value Write(VmThread thread, Value data)
    {
        if (data.Ref is not (PyBytes or PyByteArray or PyMemoryView))
            return thread.TypeError($"data argument must be a bytes-like object, not '{data.Type.Name}'");
        if (_isEof)
            return thread.RuntimeError("Cannot call write() after write_eof()");
        if (!_emptyWaiter.IsNone)
            return thread.RuntimeError("unable to write; sendfile is in progress");
        if (!Buffers.Require(thread, data, out var bytes))
            return Value.Error;
        if (bytes.IsEmpty)
            return Value.None;
        if (IsLost)
            return NoneUnlessError(thread.CallMethod(this, CountLostWriteName));
        if (!TryIsBufferEmpty(thread, out var isEmpty))
            return Value.Error;
        if (isEmpty)
        {
            if (!TrySend(thread, data, bytes, out var sent))
                return Fatal(thread, WriteFailed);
            if (sent == bytes.Length)
                return Value.None;
            bytes = bytes[(int)sent..];
            var callback = Attributes.Get(thread, this, WriteReadyName);
            if (callback.IsError || thread.CallMethod(Loop, AddWriterName, Descriptor, callback).IsError)
                return Value.Error;
        }
        return Keep(thread, bytes) ? PauseIfFull(thread) : Value.Error;
    }

    [PyMethod("_write_ready")]
    private Value WriteReady(VmThread thread)
    {
        if (!TryIsBufferEmpty(thread, out var isEmpty))
            return Value.Error;
        if (isEmpty)
            return thread.Raise(ExceptionTypes.AssertionError, "Data should not be empty");
        if (IsLost)
            return Value.None;
        if (!Buffers.Require(thread, Buffer, out var bytes))
            return Value.Error;
        if (!TrySend(thread, Buffer, bytes, out var sent))
            return StopWriting(thread);
        if (sent == 0)
            return Value.None;
        // The protocol may write when it is told to go on, and so fill the buffer again.
        if (!Drop(thread, (int)sent) || ResumeIfDrained(thread).IsError || !TryIsBufferEmpty(thread, out isEmpty))
            return Value.Error;
        if (!isEmpty)
            return Value.None;
        if (Ask(thread, RemoveWriterName).IsError)
            return Value.Error;
        if (!_emptyWaiter.IsNone && thread.CallMethod(_emptyWaiter, SetResultName, Value.None).IsError)
            return Value.Error;
        return IsClosing ? EndIfClosing(thread) : _isEof ? Shutdown(thread) : Value.None;
    }

    /// <summary>Sending from the buffer has failed; the exception is pending.</summary>
    private Value StopWriting(VmThread thread)
    {
        if (PyEventLoop.MustLeave(thread))
            return Value.Error;
        Value exception = thread.TakePending();
        if (Ask(thread, RemoveWriterName).IsError || thread.CallMethod(Buffer, ClearName).IsError || Fatal(thread, exception, WriteFailed).IsError)
            return Value.Error;
        return _emptyWaiter.IsNone ? Value.None : NoneUnlessError(thread.CallMethod(_emptyWaiter, SetExceptionName, exception));
    }

    /// <summary>How many bytes the socket took, 0 when it has no room now; false when it raised.</summary>
    private bool TrySend(VmThread thread, Value data, ReadOnlySpan<byte> bytes, out long sent)
    {
        if (NativeSocket() is { } socket)
        {
            if (TryTransfer(thread, socket.SendNow(bytes), out sent))
                return true;
            var failed = sent < 0;
            sent = 0;
            return !failed;
        }
        sent = 0;
        var result = thread.CallMethod(Socket, SendName, data);
        return result.IsError ? WouldBlock(thread) : Conversions.TryIndex64(thread, result, out sent);
    }

    // False: there is nothing to be had now (the count is 0), or an error, which is pending (it is below 0).
    private static bool TryTransfer(VmThread thread, long result, out long count)
    {
        count = result;
        if (result >= 0)
            return true;
        if (result is -TryAgain or -Interrupted)
            count = 0;
        else
            SystemErrors.Raise(thread, (int)-result);
        return false;
    }

    private static bool WouldBlock(VmThread thread) =>
        thread.ClearPending(ExceptionTypes.BlockingIOError) || thread.ClearPending(ExceptionTypes.InterruptedError);

    /// <summary>The socket, when nobody has put Python code between its methods and the system.</summary>
    private PySocket? NativeSocket()
    {
        if (Socket.Ref is not PySocket socket)
            return null;
        var type = socket.Type;
        if (ReferenceEquals(type, _nativeType) && type.Version == _nativeVersion)
            return socket;
        if (!PySocket.HasNativeTransfer(type))
            return null;
        (_nativeType, _nativeVersion) = (type, type.Version);
        return socket;
    }

    private Value Shutdown(VmThread thread) => NoneUnlessError(thread.CallMethod(Socket, ShutdownName, Value.Int(Writing)));

    // The buffer is a bytearray; a program that reaches in may have replaced it.

    private protected override bool TryBufferSize(VmThread thread, out double size)
    {
        size = 0;
        if (!Buffers.Require(thread, Buffer, out var bytes))
            return false;
        size = bytes.Length;
        return true;
    }

    private protected override bool TryIsBufferEmpty(VmThread thread, out bool isEmpty)
    {
        var asked = TryBufferSize(thread, out var size);
        isEmpty = size == 0;
        return asked;
    }

    private bool Keep(VmThread thread, ReadOnlySpan<byte> bytes)
    {
        if (Buffer.Ref is PyByteArray buffer)
            return buffer.TryAppend(thread, bytes);
        thread.TypeError($"the buffer of a transport is a bytearray, not '{Buffer.Type.Name}'");
        return false;
    }

    private bool Drop(VmThread thread, int count)
    {
        if (Buffer.Ref is PyByteArray buffer)
            return buffer.TryDropFirst(thread, count);
        thread.TypeError($"the buffer of a transport is a bytearray, not '{Buffer.Type.Name}'");
        return false;
    }
}
