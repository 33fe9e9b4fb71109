// The stream reader's buffer: a transport's protocol feeds it, requests (PyStreamRequest) take from it or wait for more. One
// task waits at the most, on a future that the next feeding sets. Above twice the limit the transport is paused, below it it
// goes on. The coroutines around the requests are in Lib/asyncio/streams.py.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Asyncio.Waiting;

namespace PyCoro.Stdlib.Asyncio.Streams;

/// <summary>The native part of StreamReader (library reference: asyncio, Streams).</summary>
[PyType("StreamBuffer", Module = "_asyncio", Subclassable = true, HasDict = true)]
internal sealed partial class PyStreamBuffer : PyObject
{
    private const long DefaultLimit = 1 << 16;

    private static readonly PyStr PauseReadingName = PyStr.Constant("pause_reading");
    private static readonly PyStr ResumeReadingName = PyStr.Constant("resume_reading");

    private readonly PyByteArray _bytes = new([]);
    private Value _shownLimit = Value.Int(DefaultLimit);
    private Value _transport = Value.None;
    private Value _exception = Value.None;
    private PyObject? _loop;
    private PyObject? _waiter;
    private PyObject? _sourceTraceback;
    private bool _isPaused;

    internal PyStreamBuffer(Shape shape) : base(shape) { }

    /// <summary>What has come and was not taken.</summary>
    internal ReadOnlySpan<byte> Span => _bytes.Span;

    /// <summary>No more will come.</summary>
    internal bool IsAtEnd { get; private set; }

    /// <summary>The longest line; also half of what is buffered before the transport is paused. Programs may give a float.</summary>
    internal double Limit { get; private set; } = DefaultLimit;

    [PyMethod("__init__", Signature = "limit=65536, loop=None")]
    private Value Init(VmThread thread, Value limit, Value loop)
    {
        if (SetLimit(thread, limit.IsUnbound ? Value.Int(DefaultLimit) : limit).IsError)
            return Value.Error;
        if (!(Limit > 0))
            return thread.ValueError("Limit cannot be <= 0");
        if (loop.IsUnbound || loop.IsNone)
            loop = EventLoops.Get(thread);
        if (loop.IsError)
            return loop;
        _loop = loop.Ref;
        return PyEventLoop.TryTrace(thread, _loop, out _sourceTraceback) ? Value.None : Value.Error;
    }

    /// <summary>Give the exception that ended the stream, or None.</summary>
    [PyMethod("exception")]
    internal Value GetException() => _exception;

    /// <summary>End the stream with an exception.</summary>
    [PyMethod("set_exception")]
    private Value SetException(VmThread thread, Value exc)
    {
        _exception = exc;
        if (!TryTakeWaiter(thread, out var waiter))
            return Value.Error;
        return waiter is null ? Value.None : FutureLikes.SetException(thread, waiter, exc);
    }

    /// <summary>The transport to be paused when the buffer is full.</summary>
    [PyMethod("set_transport")]
    private Value SetTransport(VmThread thread, Value transport)
    {
        if (!_transport.IsNone)
            return thread.Raise(ExceptionTypes.AssertionError, "Transport already set");
        _transport = transport;
        return Value.None;
    }

    /// <summary>No more will come.</summary>
    [PyMethod("feed_eof")]
    private Value FeedEnd(VmThread thread)
    {
        IsAtEnd = true;
        return WakeWaiter(thread);
    }

    /// <summary>Tell whether the buffer is empty and no more will come.</summary>
    [PyMethod("at_eof")]
    private bool IsExhausted() => IsAtEnd && Span.IsEmpty;

    /// <summary>More has come.</summary>
    [PyMethod("feed_data")]
    private Value Feed(VmThread thread, Value data)
    {
        if (IsAtEnd)
            return thread.Raise(ExceptionTypes.AssertionError, "feed_data after feed_eof");
        if (!Truth.TryTest(thread, data, out var isSome))
            return Value.Error;
        if (!isSome)
            return Value.None;
        var added = data.Ref is PyBytes bytes ? _bytes.TryAppend(thread, bytes.Span) : !_bytes.Extend(thread, data).IsError;
        if (!added || WakeWaiter(thread).IsError)
            return Value.Error;
        return _transport.IsNone || _isPaused || Span.Length <= 2 * Limit ? Value.None : Pause(thread);
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        var text = new System.Text.StringBuilder("<").Append(Type.Name);
        if (!Span.IsEmpty)
            text.Append(' ').Append(Span.Length).Append(" bytes");
        if (IsAtEnd)
            text.Append(" eof");
        if (Limit != DefaultLimit && !TryShow("limit", _shownLimit))
            return Value.Error;
        if (_waiter is not null && !TryShow("waiter", _waiter))
            return Value.Error;
        if (!_exception.IsNone && !TryShow("exception", _exception))
            return Value.Error;
        if (!_transport.IsNone && !TryShow("transport", _transport))
            return Value.Error;
        if (_isPaused)
            text.Append(" paused");
        return Value.Str(text.Append('>').ToString());

        bool TryShow(string name, Value value)
        {
            var shown = Texts.Repr(thread, value);
            text.Append(' ').Append(name).Append('=').Append(shown?.Text);
            return shown is not null;
        }
    }

    /// <summary>Awaits all to the end of the stream, or at most n bytes as soon as there are any.</summary>
    [PyMethod("_read")]
    private Value Read(long n) => n < 0 ? new PyReadToEnd(this) : new PyReadSome(this, n);

    /// <summary>Awaits n bytes.</summary>
    [PyMethod("_readexactly")]
    private Value ReadExactly(VmThread thread, long n) =>
        n < 0 ? thread.ValueError("readexactly size can not be less than zero") : new PyReadExactly(this, n);

    /// <summary>Awaits all up to and with a separator.</summary>
    [PyMethod("_readuntil")]
    private Value ReadUntil(VmThread thread, Value separator)
    {
        if (!Buffers.Require(thread, separator, out var bytes))
            return Value.Error;
        return bytes.IsEmpty
            ? thread.ValueError("Separator should be at least one-byte string")
            : new PyReadUntil(this, bytes.ToArray());
    }

    /// <summary>Awaits a line.</summary>
    [PyMethod("_readline")]
    private Value ReadLine() => new PyReadLine(this);

    /// <summary>Cuts the first bytes from the buffer; with room again the transport goes on.</summary>
    internal Value Take(VmThread thread, long count)
    {
        var taken = Span[..(int)Math.Min(count, Span.Length)].ToArray();
        return Drop(thread, taken.Length).IsError ? Value.Error : new PyBytes(taken);
    }

    /// <summary>Throws the first bytes away.</summary>
    internal Value Drop(VmThread thread, int count)
    {
        if (!_bytes.TryDropFirst(thread, count))
            return Value.Error;
        return _isPaused && Span.Length <= Limit ? Resume(thread) : Value.None;
    }

    /// <summary>The future that the next feeding sets. Null when somebody waits already, or it raised.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="caller">The method that has to wait.</param>
    internal PyObject? BeginWaiting(VmThread thread, string caller)
    {
        if (_waiter is not null)
        {
            thread.RuntimeError($"{caller}() called while another coroutine is already waiting for incoming data");
            return null;
        }
        // The buffer may be full, and still not enough for who waits.
        if (_isPaused && Resume(thread).IsError)
            return null;
        return _waiter = FutureLikes.Make(thread, _loop!);
    }

    internal void EndWaiting() => _waiter = null;

    private Value Pause(VmThread thread)
    {
        if (!thread.CallMethod(_transport, PauseReadingName).IsError)
        {
            _isPaused = true;
            return Value.None;
        }
        if (!thread.PendingIs(ExceptionTypes.NotImplementedError))
            return Value.Error;
        // It cannot pause: so be it, the buffer grows.
        thread.TakePending();
        _transport = Value.None;
        return Value.None;
    }

    private Value Resume(VmThread thread)
    {
        _isPaused = false;
        return thread.CallMethod(_transport, ResumeReadingName);
    }

    private Value WakeWaiter(VmThread thread)
    {
        if (!TryTakeWaiter(thread, out var waiter))
            return Value.Error;
        return waiter is null ? Value.None : FutureLikes.SetResult(thread, waiter, Value.None);
    }

    /// <summary>The future of who waits and has not given up, for the last time.</summary>
    private bool TryTakeWaiter(VmThread thread, out PyObject? waiter)
    {
        (waiter, _waiter) = (_waiter, null);
        if (waiter is null)
            return true;
        if (!FutureLikes.TryIsCancelled(thread, waiter, out var isCancelled))
            return false;
        if (isCancelled)
            waiter = null;
        return true;
    }

    [PyGetter("_buffer")]
    private Value GetBuffer() => _bytes;

    [PyGetter("_loop")]
    private Value GetLoop() => _loop is null ? Value.None : _loop;

    [PyGetter("_source_traceback")]
    private Value GetSourceTraceback() => _sourceTraceback is null ? Value.None : _sourceTraceback;

    [PyGetter("_paused")]
    private bool GetPaused() => _isPaused;

    [PyGetter("_exception")]
    private Value GetExceptionField() => _exception;

    [PyGetter("_eof")]
    private bool GetEnd() => IsAtEnd;

    [PyGetter("_limit")]
    private Value GetLimit() => _shownLimit;

    // Programs set it to read longer lines than whoever made the reader had thought of.
    [PySetter("_limit")]
    private Value SetLimit(VmThread thread, Value value)
    {
        if (!Conversions.TryDouble(thread, value.IsUnbound ? Value.None : value, out var limit))
            return Value.Error;
        (Limit, _shownLimit) = (limit, value);
        return Value.None;
    }

    [PyGetter("_transport")]
    private Value GetTransport() => _transport;

    [PySetter("_transport")]
    private Value ReplaceTransport(Value value)
    {
        _transport = value.IsUnbound ? Value.None : value;
        return Value.None;
    }

    [PyGetter("_waiter")]
    private Value GetWaiter() => _waiter is null ? Value.None : _waiter;

    [PySetter("_waiter")]
    private Value SetWaiter(Value value)
    {
        _waiter = value.IsUnbound || value.IsNone ? null : value.Ref;
        return Value.None;
    }
}
