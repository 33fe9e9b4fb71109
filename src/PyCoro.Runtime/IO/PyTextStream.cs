// A text stream over a stream of bytes: encoding on the way out, decoding and newline translation on the way in. print()
// writes here without looking a method up. This file holds the set-up and what is asked of the stream below; the other
// parts write (and configure), read, and say and change the position.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Character and line based layer over a BufferedIOBase object, buffer.
///
/// encoding gives the name of the encoding that the stream will be
/// decoded or encoded with. It defaults to locale.getencoding().
///
/// errors determines the strictness of encoding and decoding (see
/// help(codecs.Codec) or the documentation for codecs.register) and
/// defaults to "strict".
///
/// newline controls how line endings are handled. It can be None, '',
/// '\n', '\r', and '\r\n'.
///
/// If line_buffering is True, a call to flush is implied when a call to
/// write contains a newline character.</summary>
[PyType("TextIOWrapper", Module = "_io", Base = typeof(PyTextIOBase), Subclassable = true, HasDict = true)]
internal sealed partial class PyTextStream : PyTextIOBase
{
    private const string LocaleEncoding = "utf-8";

    private static readonly PyStr ModeName = PyStr.Constant("mode");

    private string? _newline;
    private string _encodingName = "utf-8";
    private string _errors = "strict";
    private Value _buffer = Value.Unbound;
    private PyBufferedStream? _native;
    private TextEncoding? _encoder;
    private TextDecoding? _decoder;
    private NewlineDecoding? _newlines;
    private int _chunkSize = PyBufferedStream.DefaultSize;
    private bool _isDetached;
    private bool _isSeekable;
    private bool _tellsPosition;
    private bool _hasReadOnce;

    internal PyTextStream(Shape shape) : base(shape) { }

    /// <summary>A standard stream, in an encoding without a state.</summary>
    internal PyTextStream(PyObject buffer, string encoding, string errors, string? newline, bool reads, bool lineBuffering, bool writeThrough)
        : base(TypeObject.RootShape)
    {
        _encodingName = encoding;
        var codec = Codecs.Find(encoding)!;
        (_buffer, _native) = (buffer, buffer as PyBufferedStream);
        (_errors, _newline, IsLineBuffered, IsWriteThrough) = (errors, newline, lineBuffering, writeThrough);
        if (reads)
            (_decoder, _newlines, _hasReadOnce) = (new NativeTextDecoding(codec, errors), new NewlineDecoding(translates: true), true);
        else
            _encoder = new NativeTextEncoding(codec, errors);
    }

    /// <summary>A stream for open(); Error when it raised.</summary>
    internal static Value Open(VmThread thread, PyBufferedStream buffer, Value encoding, Value errors, Value newline, bool lineBuffering, string mode)
    {
        var stream = new PyTextStream(TypeObject.RootShape);
        if (stream.Initialize(thread, buffer, encoding, errors, newline, lineBuffering).IsError)
            return Value.Error;
        return Attributes.Set(thread, stream, ModeName, Value.Str(mode)).IsError ? Value.Error : stream;
    }

    [PyMethod("__init__", Signature = "buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False")]
    private Value Initialize(
        VmThread thread, Value buffer, Value encoding, Value errors, Value newline, bool lineBuffering = false, bool writeThrough = false)
    {
        _buffer = Value.Unbound;
        _native = null;
        (_encoder, _decoder, _newlines) = (null, null, null);
        ForgetText();
        _pendingCount = 0;
        (_isDetached, _isSeekable, _hasReadOnce, _chunkSize) = (false, false, false, PyBufferedStream.DefaultSize);
        if (!IsText(thread, "TextIOWrapper()", "encoding", encoding) || !IsText(thread, "TextIOWrapper()", "errors", errors)
            || !IsText(thread, "TextIOWrapper()", "newline", newline) || !TryNewline(thread, newline, out _newline))
            return Value.Error;
        _encodingName = NameOf(encoding);
        if (!IsName(thread, errors))
            return Value.Error;
        _errors = errors.Ref is PyStr handler ? handler.Text : "strict";
        if (TextCodecName.Find(thread, _encodingName) is not { } codec || !RegisteredCodecs.Check(thread, null, _errors))
            return Value.Error;
        IsLineBuffered = lineBuffering;
        IsWriteThrough = writeThrough;
        if (!SetCodec(thread, buffer, codec))
            return Value.Error;
        var seekable = thread.CallMethod(buffer, SeekableName);
        if (seekable.IsError || !Truth.TryTest(thread, seekable, out _isSeekable))
            return Value.Error;
        var readOnce = Attributes.TryGet(thread, buffer, ReadOnceName);
        if (readOnce.IsError)
            return Value.Error;
        _tellsPosition = _isSeekable;
        _hasReadOnce = !readOnce.IsUnbound;
        _native = buffer.Ref is PyBufferedStream { Type.IsHeapType: false } native ? native : null;
        _buffer = buffer;
        if (!PlaceEncoder(thread))
        {
            _buffer = Value.Unbound;
            return Value.Error;
        }
        UnclosedFiles.TakeOver(thread, buffer);
        UnclosedFiles.Watch(thread, this);
        return Value.None;
    }

    [PyGetter("buffer")]
    private Value GetBuffer() => _buffer.IsUnbound ? Value.None : _buffer;

    [PyGetter("_finalizing")]
    private bool GetFinalizing() => IsFinalizing;

    [PyGetter("_CHUNK_SIZE")]
    private Value ChunkSize(VmThread thread) => IsReady(thread) ? Value.Int(_chunkSize) : Value.Error;

    [PySetter("_CHUNK_SIZE")]
    private Value SetChunkSize(VmThread thread, Value value)
    {
        if (value.IsUnbound)
            return thread.Raise(ExceptionTypes.AttributeError, "cannot delete attribute");
        if (!IsReady(thread) || !Conversions.TryIndex64(thread, value, out var size))
            return Value.Error;
        if (size is <= 0 or > int.MaxValue)
            return thread.ValueError("a strictly positive integer is required");
        _chunkSize = (int)size;
        return Value.None;
    }

    [PyGetter("line_buffering")]
    internal bool IsLineBuffered { get; private set; }

    [PyGetter("write_through")]
    internal bool IsWriteThrough { get; private set; }

    /// <summary>No subclass, whose write() print() would have to call.</summary>
    internal bool IsNative => ReferenceEquals(Shape.Type, TypeObject);

    [PyGetter("encoding")]
    private Value EncodingName => _buffer.IsUnbound && !_isDetached ? Value.None : Value.Str(_encodingName);

    [PyGetter("errors")]
    private Value ErrorsName(VmThread thread) =>
        _buffer.IsUnbound && !_isDetached ? thread.ValueError("I/O operation on uninitialized object") : Value.Str(_errors);

    [PyGetter("name")]
    private Value GetName(VmThread thread) => IsReady(thread) ? Attributes.Get(thread, _buffer, NameName) : Value.Error;

    [PyGetter("closed")]
    private Value GetClosed(VmThread thread) => !IsReady(thread) ? Value.Error : _native?.GetClosed(thread) ?? Attributes.Get(thread, _buffer, ClosedName);

    [PyGetter("newlines")]
    private Value GetNewlines(VmThread thread) => !IsReady(thread) ? Value.Error : _newlines?.Seen ?? Value.None;

    [PyMethod("detach")]
    private Value Detach(VmThread thread)
    {
        if (!IsReady(thread) || thread.CallMethod(this, FlushName).IsError)
            return Value.Error;
        var buffer = _buffer;
        _buffer = Value.Unbound;
        _native = null;
        _isDetached = true;
        UnclosedFiles.GiveBack(thread, this, buffer);
        return buffer;
    }

    /// <summary>Flushes and closes; closing twice does nothing.</summary>
    [PyMethod("close")]
    private Value Close(VmThread thread)
    {
        if (!IsReady(thread))
            return Value.Error;
        var closed = GetClosed(thread);
        if (closed.IsError || !Truth.TryTest(thread, closed, out var isClosed))
            return Value.Error;
        if (isClosed)
            return Value.None;
        if (IsFinalizing)
        {
            // What lies below says that it was forgotten, but names this.
            var warn = Attributes.TryGet(thread, _buffer, DeallocationWarningName);
            if (warn.IsError || !warn.IsUnbound && thread.Call(warn, this).IsError)
                thread.Pending = null;
        }
        return FlushAndClose(thread, _buffer);
    }

    [PyMethod("isatty")]
    private Value IsTerminal(VmThread thread) => Ask(thread, IsTerminalName);

    [PyMethod("fileno")]
    private Value FileNumber(VmThread thread) => Ask(thread, FileNumberName);

    [PyMethod("readable")]
    private Value IsReadable(VmThread thread) => Ask(thread, ReadableName);

    [PyMethod("writable")]
    private Value IsWritable(VmThread thread) => Ask(thread, WritableName);

    [PyMethod("seekable")]
    private Value IsSeekable(VmThread thread) => Ask(thread, SeekableName);

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        if (_buffer.IsUnbound && !_isDetached)
            return thread.ValueError("I/O operation on uninitialized object");
        var text = new System.Text.StringBuilder($"<{Type.QualifiedNativeName}");
        foreach (var attribute in (PyStr[])[NameName, ModeName])
        {
            var value = Attributes.TryGet(thread, this, attribute);
            if (value.IsError && !thread.ClearPending(ExceptionTypes.Exception))
                return Value.Error;
            if (value.IsSentinel)
                continue;
            if (ReferenceEquals(value.Ref, this))
                return thread.RuntimeError("reentrant call inside _io.TextIOWrapper.__repr__");
            if (Texts.Repr(thread, value) is not { } shown)
                return Value.Error;
            text.Append(' ').Append(attribute.Text).Append('=').Append(shown.Text);
        }
        return Value.Str(text.Append(" encoding=").Append(Reprs.Repr(_encodingName)).Append('>').ToString());
    }

    private Value Ask(VmThread thread, PyStr method) => IsReady(thread) ? thread.CallMethod(_buffer, method) : Value.Error;

    private bool IsReady(VmThread thread)
    {
        if (!_buffer.IsUnbound)
            return true;
        thread.ValueError(_isDetached ? "underlying buffer has been detached" : "I/O operation on uninitialized object");
        return false;
    }

    /// <summary>Ready and not closed?</summary>
    private bool IsOpen(VmThread thread)
    {
        if (!IsReady(thread))
            return false;
        var closed = GetClosed(thread);
        if (closed.IsError || !Truth.TryTest(thread, closed, out var isClosed))
            return false;
        if (isClosed)
            thread.ValueError("I/O operation on closed file.");
        return !isClosed;
    }

    private bool SetCodec(VmThread thread, Value buffer, TextCodecName codec)
    {
        var readable = thread.CallMethod(buffer, ReadableName);
        if (readable.IsError || !Truth.TryTest(thread, readable, out var reads))
            return false;
        _newlines = _newline is null or "" ? new NewlineDecoding(translates: _newline is null) : null;
        _decoder = null;
        if (reads && (_decoder = TextDecoding.Find(thread, codec, _errors)) is null)
            return false;
        var writable = thread.CallMethod(buffer, WritableName);
        if (writable.IsError || !Truth.TryTest(thread, writable, out var writes))
            return false;
        _encoder = null;
        return !writes || (_encoder = TextEncoding.Find(thread, codec, _errors)) is not null;
    }

    // Text that is added to a file has no mark before it.
    private bool PlaceEncoder(VmThread thread)
    {
        if (!_isSeekable || _encoder is null or NativeTextEncoding)
            return true;
        var position = thread.CallMethod(_buffer, TellName);
        if (position.IsError || !Comparison.TryEquals(thread, position, Value.Int(0), out var isAtStart))
            return false;
        return isAtStart || _encoder.Reset(thread, isAtStart: false);
    }

    private static string NameOf(Value encoding) => encoding.Ref is PyStr { Text: not "locale" } name ? name.Text : LocaleEncoding;

    private static bool IsText(VmThread thread, string function, string argument, Value value)
    {
        if (value.IsUnbound || value.IsNone || value.Ref is PyStr)
            return true;
        thread.TypeError($"{function} argument '{argument}' must be str or None, not {value.Type.Name}");
        return false;
    }

    // A name of the system's: neither a null nor half a character is in it.
    private static bool IsName(VmThread thread, Value argument)
    {
        if (argument.Ref is not PyStr name)
            return true;
        if (name.Text.Contains('\0'))
            thread.ValueError("embedded null character");
        else if (Codecs.Encode(thread, name, null, null) is not null)
            return true;
        return false;
    }

    private static bool TryNewline(VmThread thread, Value argument, out string? newline)
    {
        newline = (argument.Ref as PyStr)?.Text;
        if (newline is null or "" or "\n" or "\r" or "\r\n")
            return true;
        thread.ValueError($"illegal newline value: {newline}");
        return false;
    }
}
