// The transport of a descriptor that a selector watches: how reading is switched on and off, and how the transport closes.
// Closing sends what is buffered first; a forced end drops it. In both cases connection_lost() comes in a later iteration.
// What is said of all this (representations, log messages, reports) is Lib/asyncio/selector_transports.py.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio.Transports;

/// <summary>A transport over a socket that does not block.</summary>
[PyType("_SelectorTransport", Module = "asyncio.selector_events", Base = typeof(PyFlowControl), Subclassable = true, HasDict = true)]
internal partial class PySelectorTransport : PyFlowControl
{
    private protected static readonly PyStr AddWriterName = PyStr.Constant("_add_writer");
    private protected static readonly PyStr RemoveReaderName = PyStr.Constant("_remove_reader");
    private protected static readonly PyStr RemoveWriterName = PyStr.Constant("_remove_writer");
    private protected static readonly PyStr ClearName = PyStr.Constant("clear");

    private static readonly PyStr AddReaderName = PyStr.Constant("_add_reader");
    private static readonly PyStr CallSoonName = PyStr.Constant("call_soon");
    private static readonly PyStr ReadReadyName = PyStr.Constant("_read_ready");
    private static readonly PyStr FatalErrorName = PyStr.Constant("_fatal_error");
    private static readonly PyStr ForceCloseName = PyStr.Constant("_force_close");
    private static readonly PyStr ConnectionLostName = PyStr.Constant("_call_connection_lost");
    private static readonly PyStr LogName = PyStr.Constant("_log_in_debug_mode");

    private Value _socket = Value.None;
    private bool _isClosing;
    private bool _isPaused;
    private long _lost;

    internal PySelectorTransport(Shape shape) : base(shape) { }

    [PyNew]
    private static PySelectorTransport New(PyType type, ReadOnlySpan<Value> args, [Keywords] PyTuple? names) => new(type.RootShape);

    /// <summary>None as soon as the connection is lost.</summary>
    private protected Value Socket => _socket;

    private protected Value Descriptor { get; private set; } = Value.Int(-1);

    /// <summary>A collection of what was not sent yet.</summary>
    private protected Value Buffer { get; private set; } = Value.None;

    private protected bool IsClosing => _isClosing;

    /// <summary>connection_lost() is on its way, or has been.</summary>
    private protected bool IsLost => _lost > 0;

    [PyGetter("_sock")]
    private Value SocketField() => _socket;

    [PySetter("_sock")]
    private void SetSocket(Value value) => _socket = OrNone(value);

    [PyGetter("_sock_fd")]
    private Value DescriptorField() => Descriptor;

    [PySetter("_sock_fd")]
    private void SetDescriptor(Value value) => Descriptor = OrNone(value);

    [PyGetter("_buffer")]
    private Value BufferField() => Buffer;

    [PySetter("_buffer")]
    private void SetBuffer(Value value) => Buffer = OrNone(value);

    /// <summary>Above 0 when nothing can be sent any more; counts who tried all the same.</summary>
    [PyGetter("_conn_lost")]
    private long LostField() => _lost;

    [PySetter("_conn_lost")]
    private Value SetLost(VmThread thread, Value value) => Conversions.TryIndex64(thread, OrNone(value), out _lost) ? Value.None : Value.Error;

    [PyGetter("_closing")]
    private bool ClosingField() => _isClosing;

    [PySetter("_closing")]
    private Value SetClosing(VmThread thread, Value value) => TryFlag(thread, value, out _isClosing) ? Value.None : Value.Error;

    [PyGetter("_paused")]
    private bool PausedField() => _isPaused;

    [PySetter("_paused")]
    private Value SetPaused(VmThread thread, Value value) => TryFlag(thread, value, out _isPaused) ? Value.None : Value.Error;

    /// <summary>Tell whether the transport is closed or closing.</summary>
    [PyMethod("is_closing")]
    private bool GetIsClosing() => _isClosing;

    /// <summary>Tell whether data is being received.</summary>
    [PyMethod("is_reading")]
    private bool IsReading() => !_isClosing && !_isPaused;

    /// <summary>Give the protocol no data until resume_reading() is called.</summary>
    [PyMethod("pause_reading")]
    private Value PauseReading(VmThread thread)
    {
        if (!IsReading())
            return Value.None;
        _isPaused = true;
        return Ask(thread, RemoveReaderName).IsError ? Value.Error : Log(thread, "%r pauses reading");
    }

    /// <summary>Give the protocol data again.</summary>
    [PyMethod("resume_reading")]
    private Value ResumeReading(VmThread thread)
    {
        if (_isClosing || !_isPaused)
            return Value.None;
        _isPaused = false;
        return StartReading(thread).IsError ? Value.Error : Log(thread, "%r resumes reading");
    }

    /// <summary>Watch for what is to be read, unless that is not wanted by now.</summary>
    [PyMethod("_start_reading")]
    private Value StartReading(VmThread thread)
    {
        var callback = Attributes.Get(thread, this, ReadReadyName);
        return callback.IsError ? callback : AddReader(thread, Descriptor, callback, []);
    }

    [PyMethod("_add_reader", Signature = "fd, callback, *args")]
    private Value AddReader(VmThread thread, Value fd, Value callback, ReadOnlySpan<Value> args)
    {
        if (!IsReading())
            return Value.None;
        var result = thread.CallMethod(Loop, AddReaderName, [fd, callback, .. args]);
        return result.IsError ? result : Value.None;
    }

    /// <summary>Close the transport when what is buffered has been sent.</summary>
    [PyMethod("close")]
    private Value Close(VmThread thread)
    {
        if (_isClosing)
            return Value.None;
        _isClosing = true;
        if (Ask(thread, RemoveReaderName).IsError || !TryIsBufferEmpty(thread, out var isEmpty))
            return Value.Error;
        if (!isEmpty)
            return Value.None;
        _lost++;
        return Ask(thread, RemoveWriterName).IsError ? Value.Error : ScheduleEnd(thread, Value.None);
    }

    /// <summary>Close at once; what is buffered is lost.</summary>
    [PyMethod("abort")]
    private Value Abort(VmThread thread) => NoneUnlessError(thread.CallMethod(this, ForceCloseName, Value.None));

    [PyMethod("_force_close")]
    private Value ForceClose(VmThread thread, Value exception)
    {
        if (_lost > 0)
            return Value.None;
        if (!TryIsBufferEmpty(thread, out var isEmpty))
            return Value.Error;
        if (!isEmpty && (thread.CallMethod(Buffer, ClearName).IsError || Ask(thread, RemoveWriterName).IsError))
            return Value.Error;
        if (!_isClosing)
        {
            _isClosing = true;
            if (Ask(thread, RemoveReaderName).IsError)
                return Value.Error;
        }
        _lost++;
        return ScheduleEnd(thread, exception);
    }

    /// <summary>Ends it after the last piece of the buffer, when it is closing.</summary>
    [PyMethod("_end_if_closing")]
    private protected Value EndIfClosing(VmThread thread) =>
        _isClosing ? NoneUnlessError(thread.CallMethod(this, ConnectionLostName, Value.None)) : Value.None;

    private protected virtual bool TryIsBufferEmpty(VmThread thread, out bool isEmpty)
    {
        var tested = Truth.TryTest(thread, Buffer, out var hasAny);
        isEmpty = !hasAny;
        return tested;
    }

    /// <summary>The pending exception ends the connection, unless it must leave the loop.</summary>
    private protected Value Fatal(VmThread thread, string message) =>
        PyEventLoop.MustLeave(thread) ? Value.Error : Fatal(thread, thread.TakePending(), message);

    private protected Value Fatal(VmThread thread, Value exception, string message) =>
        NoneUnlessError(thread.CallMethod(this, FatalErrorName, exception, Value.Str(message)));

    /// <summary>Calls a method of the loop with the descriptor.</summary>
    private protected Value Ask(VmThread thread, PyStr method) => thread.CallMethod(Loop, method, Descriptor);

    private protected Value Log(VmThread thread, string format) => NoneUnlessError(thread.CallMethod(this, LogName, Value.Str(format)));

    private protected static Value NoneUnlessError(Value result) => result.IsError ? result : Value.None;

    private Value ScheduleEnd(VmThread thread, Value exception)
    {
        var callback = Attributes.Get(thread, this, ConnectionLostName);
        return callback.IsError ? callback : NoneUnlessError(thread.CallMethod(Loop, CallSoonName, callback, exception));
    }
}
