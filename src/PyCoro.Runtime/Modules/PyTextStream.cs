// A text stream over a binary one: encoding on the way out, decoding and newline translation on the way in. print() writes
// here without looking a method up, so what it does for a short ASCII text is the smallest possible amount of work.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Character and line based layer over a BufferedIOBase object (library reference: io.TextIOWrapper).</summary>
[PyType("TextIOWrapper", Module = "_io", Base = typeof(PyTextIOBase), Subclassable = true, HasDict = true)]
internal sealed partial class PyTextStream : PyTextIOBase
{
    private string? _newline;
    private string _encoding = "utf-8";
    private string _errors = "strict";
    private Value _buffer = Value.None;

    internal PyTextStream(PyBinaryStream buffer, string encoding, string errors, string? newline, bool lineBuffering, string mode)
        : base(TypeObject.RootShape)
    {
        Buffer = buffer;
        _buffer = buffer;
        _encoding = encoding;
        _errors = errors;
        _newline = newline;
        IsLineBuffered = lineBuffering;
        Mode = mode;
    }

    internal PyTextStream(Shape shape) : base(shape) { }

    /// <summary>The stream of bytes below.</summary>
    internal PyBinaryStream Buffer { get; private set; } = null!;

    [PyGetter("buffer")]
    private Value GetBuffer(VmThread thread) => IsReady(thread) ? _buffer : Value.Error;

    /// <summary>Character and line based layer over a BufferedIOBase object, buffer.</summary>
    [PyMethod("__init__", Signature = "buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False")]
    private Value Init(
        VmThread thread, Value buffer, Value encoding, Value errors, Value newline, bool lineBuffering = false, bool writeThrough = false)
    {
        foreach (var (name, value) in new[] { ("encoding", encoding), ("errors", errors), ("newline", newline) })
        {
            if (!value.IsUnbound && !value.IsNone && value.Ref is not PyStr)
                return thread.TypeError($"TextIOWrapper() argument '{name}' must be str or None, not {value.Type.Name}");
        }
        var lineEnd = (newline.Ref as PyStr)?.Text;
        if (lineEnd is not (null or "" or "\n" or "\r" or "\r\n"))
            return thread.ValueError($"illegal newline value: {lineEnd}");
        var codec = (encoding.Ref as PyStr)?.Text is null or "locale" ? "utf-8" : ((PyStr)encoding.Ref!).Text;
        if (Codecs.Encode(thread, PyStr.Empty, codec, null) is null)
            return Value.Error;
        (_buffer, _encoding, _errors, _newline) = (buffer, codec, (errors.Ref as PyStr)?.Text ?? "strict", lineEnd);
        Buffer = buffer.Ref is PyBinaryStream { Type.IsHeapType: false } native ? native : PyBinaryStream.Over(thread, buffer);
        IsLineBuffered = lineBuffering;
        IsWriteThrough = writeThrough;
        return Value.None;
    }

    /// <summary>Separate the underlying buffer from the TextIOBase and return it.</summary>
    [PyMethod("detach")]
    private Value Detach(VmThread thread)
    {
        if (!IsReady(thread) || Flush(thread).IsError)
            return Value.Error;
        var buffer = _buffer;
        _buffer = Value.Unbound;
        return buffer;
    }

    [PyGetter("_CHUNK_SIZE")]
    private long ChunkSize => 8192;

    [PySetter("_CHUNK_SIZE")]
    private Value SetChunkSize(Value value) => Value.None;

    /// <summary>Has given its buffer away.</summary>
    internal bool IsDetached => _buffer.IsUnbound;

    private bool IsReady(VmThread thread)
    {
        if (Buffer is null)
            thread.ValueError("I/O operation on uninitialized object");
        else if (_buffer.IsUnbound)
            thread.ValueError("underlying buffer has been detached");
        else
            return true;
        return false;
    }

    [PyGetter("line_buffering")]
    internal bool IsLineBuffered { get; private set; }

    [PyGetter("write_through")]
    internal bool IsWriteThrough { get; set; }

    /// <summary>What open() was told; a wrapper made by Python code has none.</summary>
    internal string Mode { get; private set; } = "";

    [PyGetter("mode")]
    private Value GetMode(VmThread thread) =>
        Mode.Length > 0 ? Value.Str(Mode) : thread.Raise(Exceptions.ExceptionTypes.AttributeError, $"'{Type.Name}' object has no attribute 'mode'");

    [PySetter("mode")]
    private Value SetMode(Value value)
    {
        Mode = (value.Ref as PyStr)?.Text ?? "";
        return Value.None;
    }

    /// <summary>No subclass, whose write() print() would have to call.</summary>
    internal bool IsNative => ReferenceEquals(Shape.Type, TypeObject);

    [PyGetter("encoding")]
    private string EncodingName => _encoding;

    [PyGetter("errors")]
    private string ErrorsName => _errors;

    [PyGetter("name")]
    private Value GetName(VmThread thread) => IsReady(thread) ? Attributes.Get(thread, _buffer, PyStr.Of("name")) : Value.Error;

    [PyGetter("closed")]
    private Value GetClosed(VmThread thread) => IsReady(thread) ? Attributes.Get(thread, _buffer, ClosedName) : Value.Error;

    /// <summary>Writes text; Error when it raised, else None.</summary>
    internal Value Write(VmThread thread, string text)
    {
        if (Buffer.IsClosed)
            return thread.ValueError("I/O operation on closed file.");
        if (_newline is "\r\n" or "\r")
            text = text.Replace("\n", _newline, StringComparison.Ordinal);
        Value written;
        Span<byte> ascii = stackalloc byte[256];
        if (text.Length <= ascii.Length && System.Text.Ascii.FromUtf16(text, ascii, out var count) == System.Buffers.OperationStatus.Done
            && _encoding is "utf-8" or "UTF-8")
            written = Buffer.Write(thread, ascii[..count]);
        else if (Codecs.Encode(thread, PyStr.Of(text), _encoding, _errors) is { } bytes)
            written = Buffer.Write(thread, bytes);
        else
            return Value.Error;
        if (written.IsError)
            return written;
        return IsWriteThrough || (IsLineBuffered && text.AsSpan().ContainsAny('\n', '\r')) ? Buffer.Flush(thread) : Value.None;
    }

    /// <summary>Hands everything written to the host.</summary>
    internal Value Flush(VmThread thread) => Buffer.IsClosed ? thread.ValueError("I/O operation on closed file.") : Buffer.Flush(thread);

    /// <summary>Write string to stream.
    /// Returns the number of characters written (which is always equal to
    /// the length of the string).</summary>
    [PyMethod("write")]
    private Value WriteFromPython(VmThread thread, Value text)
    {
        if (text.Ref is not PyStr units)
            return thread.TypeError($"write() argument must be str, not {text.Type.Name}");
        if (!Buffer.IsClosed && !Buffer.IsWritable())
            return Unsupported(thread, "not writable");
        return Write(thread, units.Text).IsError ? Value.Error : Value.Int(units.Length);
    }

    /// <summary>Write a list of lines to stream.</summary>
    [PyMethod("writelines")]
    private Value WriteLines(VmThread thread, Value lines)
    {
        if (Iteration.ToArray(thread, lines) is not { } items)
            return Value.Error;
        foreach (var item in items)
        {
            if (WriteFromPython(thread, item).IsError)
                return Value.Error;
        }
        return Value.None;
    }

    /// <summary>Read until newline or EOF.
    ///
    /// Returns an empty string if EOF is hit immediately.</summary>
    [PyMethod("readline", Signature = "size=-1, /")]
    private Value ReadLineFromPython(VmThread thread, Value size) =>
        PyBinaryStream.TryCount(thread, size, out var limit) && ReadLine(thread, limit) is { } line ? Value.Str(line) : Value.Error;

    /// <summary>Flush write buffers, if applicable.</summary>
    [PyMethod("flush")]
    private Value FlushFromPython(VmThread thread) => Flush(thread);

    /// <summary>Flush and close the IO object.
    ///
    /// This method has no effect if the file is already closed.</summary>
    [PyMethod("close")]
    private Value Close(VmThread thread) => Buffer.Close(thread);

    /// <summary>Return whether this is an 'interactive' stream.</summary>
    [PyMethod("isatty")]
    private Value IsTerminal(VmThread thread) => thread.CallMethod(_buffer, PyStr.Of("isatty"));

    /// <summary>Returns underlying file descriptor if one exists.</summary>
    [PyMethod("fileno")]
    private Value FileNumber(VmThread thread) => thread.CallMethod(_buffer, PyStr.Of("fileno"));

    [PyMethod("readable")]
    private bool IsReadable() => Buffer.IsReadable();

    [PyMethod("writable")]
    private bool IsWritable() => Buffer.IsWritable();

    [PyMethod("seekable")]
    private bool IsSeekable() => Buffer.IsSeekable();

    /// <summary>Change stream position.</summary>
    [PyMethod("seek", Signature = "cookie, whence=0, /")]
    private Value Seek(VmThread thread, long cookie, long whence = 0)
    {
        if (whence == 1 && cookie != 0)
            return Unsupported(thread, "can't do nonzero cur-relative seeks");
        if (whence == 2 && cookie != 0)
            return Unsupported(thread, "can't do nonzero end-relative seeks");
        if (whence == 1)
            return Tell(thread);
        ForgetText();
        return Buffer.Seek(thread, cookie, whence);
    }

    /// <summary>Truncate file to size bytes.</summary>
    [PyMethod("truncate", Signature = "pos=None, /")]
    private Value Truncate(VmThread thread, Value pos) => Buffer.Truncate(thread, pos);

    /// <summary>Reconfigure the text stream with new parameters.
    ///
    /// This also does an implicit stream flush.</summary>
    [PyMethod("reconfigure", Signature = "*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None")]
    private Value Reconfigure(
        VmThread thread, Value encoding, Value errors, Value newline, Value lineBuffering, Value writeThrough)
    {
        if (Flush(thread).IsError)
            return Value.Error;
        if (encoding.Ref is PyStr codec)
        {
            if (Codecs.Encode(thread, PyStr.Empty, codec.Text, "strict") is null)
                return Value.Error;
            _encoding = codec.Text;
            _errors = "strict";
        }
        if (errors.Ref is PyStr handler)
            _errors = handler.Text;
        if (!newline.IsUnbound)
            _newline = (newline.Ref as PyStr)?.Text;
        if (!lineBuffering.IsUnbound && !lineBuffering.IsNone)
        {
            if (!Truth.TryTest(thread, lineBuffering, out var buffered))
                return Value.Error;
            IsLineBuffered = buffered;
        }
        if (writeThrough.IsUnbound || writeThrough.IsNone)
            return Value.None;
        if (!Truth.TryTest(thread, writeThrough, out var through))
            return Value.Error;
        IsWriteThrough = through;
        return Value.None;
    }

    [PyMethod("__enter__")]
    private Value Enter(VmThread thread) => Buffer.IsClosed ? thread.ValueError("I/O operation on closed file.") : this;

    [PyMethod("__exit__")]
    private Value Exit(VmThread thread, ReadOnlySpan<Value> args) => Buffer.Close(thread);

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        var name = IsReady(thread) ? Attributes.TryGet(thread, _buffer, PyStr.Of("name")) : Value.Error;
        if (name.IsError)
            return name;
        var label = name.IsUnbound ? "" : Texts.Repr(thread, name) is { } text ? $" name={text.Text}" : null;
        if (label is null)
            return Value.Error;
        var mode = Mode.Length > 0 ? $" mode='{Mode}'" : "";
        return Value.Str($"<_io.TextIOWrapper{label}{mode} encoding='{_encoding}'>");
    }

    private bool TryReadable(VmThread thread)
    {
        if (Buffer.IsClosed)
            thread.ValueError("I/O operation on closed file.");
        else if (!Buffer.IsReadable())
            Unsupported(thread, "not readable");
        else
            return true;
        return false;
    }
}
