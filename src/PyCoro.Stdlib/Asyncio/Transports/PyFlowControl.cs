// Flow control: the protocol is told to pause when more than the high mark waits in the transport's buffer, and to go on
// when what waits has fallen to the low mark. A transport calls PauseIfFull and ResumeIfDrained when its buffer has changed.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio.Transports;

/// <summary>A transport with a buffer for what could not be sent yet.</summary>
[PyType("FlowControl", Module = "_asyncio", Base = typeof(PyTransport), Subclassable = true, HasDict = true)]
internal partial class PyFlowControl : PyTransport
{
    private static readonly PyStr BufferSizeName = PyStr.Constant("get_write_buffer_size");
    private static readonly PyStr PauseWritingName = PyStr.Constant("pause_writing");
    private static readonly PyStr ResumeWritingName = PyStr.Constant("resume_writing");
    private static readonly PyStr ReportName = PyStr.Constant("call_exception_handler");

    private bool _isProtocolPaused;
    private Value _highMark = Value.Int(64 * 1024);
    private Value _lowMark = Value.Int(16 * 1024);
    private double _high = 64 * 1024;
    private double _low = 16 * 1024;

    internal PyFlowControl(Shape shape) : base(shape) { }

    /// <summary>None when the connection is lost, like the protocol.</summary>
    private protected Value Loop { get; set; } = Value.None;

    private protected Value Protocol { get; set; } = Value.None;

    [PyMethod("__init__", Signature = "extra=None, loop=None")]
    private Value Init(VmThread thread, Value extra, Value loop)
    {
        if (loop.IsUnbound || loop.IsNone)
            return thread.Raise(ExceptionTypes.AssertionError, []);
        SetExtra(extra);
        Loop = loop;
        return Value.None;
    }

    [PyGetter("_loop")]
    private Value LoopField() => Loop;

    [PySetter("_loop")]
    private void SetLoop(Value value) => Loop = OrNone(value);

    [PyGetter("_protocol")]
    private Value ProtocolField() => Protocol;

    [PySetter("_protocol")]
    private void SetProtocol(Value value) => Protocol = OrNone(value);

    [PyGetter("_protocol_paused")]
    private bool ProtocolPausedField() => _isProtocolPaused;

    [PySetter("_protocol_paused")]
    private Value SetProtocolPaused(VmThread thread, Value value) => TryFlag(thread, value, out _isProtocolPaused) ? Value.None : Value.Error;

    [PyGetter("_high_water")]
    private Value HighMark() => _highMark;

    [PySetter("_high_water")]
    private Value SetHighMark(VmThread thread, Value value)
    {
        _highMark = OrNone(value);
        return Conversions.TryDouble(thread, _highMark, out _high) ? Value.None : Value.Error;
    }

    [PyGetter("_low_water")]
    private Value LowMark() => _lowMark;

    [PySetter("_low_water")]
    private Value SetLowMark(VmThread thread, Value value)
    {
        _lowMark = OrNone(value);
        return Conversions.TryDouble(thread, _lowMark, out _low) ? Value.None : Value.Error;
    }

    /// <summary>Tell the protocol to pause when the buffer has passed the high mark.</summary>
    [PyMethod("_maybe_pause_protocol")]
    private protected Value PauseIfFull(VmThread thread)
    {
        if (_isProtocolPaused)
            return Value.None;
        if (!TryBufferSize(thread, out var size))
            return Value.Error;
        if (size <= _high)
            return Value.None;
        _isProtocolPaused = true;
        return Tell(thread, PauseWritingName);
    }

    /// <summary>Tell the protocol to go on when the buffer has fallen to the low mark.</summary>
    [PyMethod("_maybe_resume_protocol")]
    private protected Value ResumeIfDrained(VmThread thread)
    {
        if (!_isProtocolPaused)
            return Value.None;
        if (!TryBufferSize(thread, out var size))
            return Value.Error;
        if (size > _low)
            return Value.None;
        _isProtocolPaused = false;
        return Tell(thread, ResumeWritingName);
    }

    /// <summary>What a setter is given: nothing when the attribute is deleted.</summary>
    private protected static Value OrNone(Value value) => value.IsUnbound ? Value.None : value;

    /// <summary>The same for a flag.</summary>
    private protected static bool TryFlag(VmThread thread, Value value, out bool flag) => Truth.TryTest(thread, OrNone(value), out flag);

    /// <summary>Bytes in the buffer; false when asking for it raised.</summary>
    private protected virtual bool TryBufferSize(VmThread thread, out double size)
    {
        size = 0;
        var asked = thread.CallMethod(this, BufferSizeName);
        return !asked.IsError && Conversions.TryDouble(thread, asked, out size);
    }

    private Value Tell(VmThread thread, PyStr what)
    {
        if (!thread.CallMethod(Protocol, what).IsError)
            return Value.None;
        if (PyEventLoop.MustLeave(thread))
            return Value.Error;
        var context = new PyDict();
        context.SetStr(PyStr.Constant("message"), Value.Str($"protocol.{what.Text}() failed"));
        context.SetStr(PyStr.Constant("exception"), thread.TakePending());
        context.SetStr(PyStr.Constant("transport"), this);
        context.SetStr(PyStr.Constant("protocol"), Protocol);
        var reported = thread.CallMethod(Loop, ReportName, context);
        return reported.IsError ? reported : Value.None;
    }
}
