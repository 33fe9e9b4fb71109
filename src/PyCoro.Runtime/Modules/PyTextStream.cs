// A text stream over a binary one: encoding on the way out, decoding and newline translation on the way in. print() writes
// here without looking a method up, so what it does for a short ASCII text is the smallest possible amount of work.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Character and line based layer over a BufferedIOBase object (library reference: io.TextIOWrapper).</summary>
[PyType("TextIOWrapper", Module = "_io", Subclassable = true)]
internal sealed partial class PyTextStream : PyIterator
{
    private readonly string? _newline;
    private string _encoding;
    private string _errors;

    // What was read of a line too many: the rest of it.
    private string _rest = "";

    internal PyTextStream(PyBinaryStream buffer, string encoding, string errors, string? newline, bool lineBuffering, string mode)
        : base(TypeObject.RootShape)
    {
        Buffer = buffer;
        _encoding = encoding;
        _errors = errors;
        _newline = newline;
        IsLineBuffered = lineBuffering;
        Mode = mode;
    }

    /// <summary>The stream of bytes below.</summary>
    [PyGetter("buffer")]
    internal PyBinaryStream Buffer { get; }

    [PyGetter("line_buffering")]
    internal bool IsLineBuffered { get; private set; }

    [PyGetter("write_through")]
    internal bool IsWriteThrough { get; private set; }

    [PyGetter("mode")]
    internal string Mode { get; }

    /// <summary>No subclass, whose write() print() would have to call.</summary>
    internal bool IsNative => ReferenceEquals(Shape.Type, TypeObject);

    [PyGetter("encoding")]
    private string EncodingName => _encoding;

    [PyGetter("errors")]
    private string ErrorsName => _errors;

    [PyGetter("name")]
    private Value Name => Buffer.Name;

    [PyGetter("closed")]
    private bool IsClosed => Buffer.IsClosed;

    [PyGetter("newlines")]
    private Value Newlines => Value.None;

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
            && _encoding == "utf-8")
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

    internal override Value Next(VmThread thread) =>
        ReadLine(thread, -1) is not { } line ? Value.Error : line.Length == 0 ? Value.Unbound : Value.Str(line);

    /// <summary>Write string to stream.
    /// Returns the number of characters written (which is always equal to
    /// the length of the string).</summary>
    [PyMethod("write")]
    private Value WriteFromPython(VmThread thread, Value text)
    {
        if (text.Ref is not PyStr units)
            return thread.TypeError($"write() argument must be str, not {text.Type.Name}");
        if (!Buffer.IsClosed && !Buffer.IsWritable())
            return thread.Raise(PyBinaryStream.Unsupported(thread), "not writable");
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

    /// <summary>Read at most n characters from stream.</summary>
    [PyMethod("read", Signature = "size=-1, /")]
    private Value Read(VmThread thread, Value size)
    {
        if (!PyBinaryStream.TryCount(thread, size, out var count) || !TryReadable(thread))
            return Value.Error;
        if (count < 0)
        {
            if (Buffer.Read(thread, -1) is not { } bytes || Decode(thread, bytes) is not { } all)
                return Value.Error;
            all = _rest + all;
            _rest = "";
            return Value.Str(all);
        }
        while (_rest.Length < count)
        {
            if (Buffer.ReadLine(thread, -1) is not { } bytes || Decode(thread, bytes) is not { } more)
                return Value.Error;
            if (bytes.Length == 0)
                break;
            _rest += more;
        }
        var taken = _rest[..(int)Math.Min(count, _rest.Length)];
        _rest = _rest[taken.Length..];
        return Value.Str(taken);
    }

    /// <summary>Read until newline or EOF.
    ///
    /// Returns an empty string if EOF is hit immediately.</summary>
    [PyMethod("readline", Signature = "size=-1, /")]
    private Value ReadLineFromPython(VmThread thread, Value size) =>
        PyBinaryStream.TryCount(thread, size, out var limit) && ReadLine(thread, limit) is { } line ? Value.Str(line) : Value.Error;

    /// <summary>Return a list of lines from the stream.</summary>
    [PyMethod("readlines", Signature = "hint=-1, /")]
    private Value ReadLines(VmThread thread, Value hint) => Iteration.ToArray(thread, this) is { } lines ? new PyList(lines) : Value.Error;

    /// <summary>Flush write buffers, if applicable.</summary>
    [PyMethod("flush")]
    private Value FlushFromPython(VmThread thread) => Flush(thread);

    /// <summary>Flush and close the IO object.
    ///
    /// This method has no effect if the file is already closed.</summary>
    [PyMethod("close")]
    private Value Close(VmThread thread) => Buffer.Close(thread);

    /// <summary>Separate the underlying buffer from the stream and return it.</summary>
    [PyMethod("detach")]
    private Value Detach(VmThread thread) => Flush(thread).IsError ? Value.Error : Buffer;

    /// <summary>Return whether this is an 'interactive' stream.</summary>
    [PyMethod("isatty")]
    private bool IsTerminal() => Buffer.IsTerminal();

    /// <summary>Returns underlying file descriptor if one exists.</summary>
    [PyMethod("fileno")]
    private Value FileNumber(VmThread thread) => Buffer.FileNumber(thread);

    [PyMethod("readable")]
    private bool IsReadable() => Buffer.IsReadable();

    [PyMethod("writable")]
    private bool IsWritable() => Buffer.IsWritable();

    [PyMethod("seekable")]
    private bool IsSeekable() => Buffer.IsSeekable();

    /// <summary>Return current stream position.</summary>
    [PyMethod("tell")]
    private Value Tell(VmThread thread)
    {
        var position = Buffer.Tell(thread);
        if (position.IsError || _rest.Length == 0)
            return position;
        return Codecs.Encode(thread, PyStr.Of(_rest), _encoding, _errors) is { } ahead
            ? Value.Int(position.Bits - ahead.Length)
            : Value.Error;
    }

    /// <summary>Change stream position.</summary>
    [PyMethod("seek", Signature = "cookie, whence=0, /")]
    private Value Seek(VmThread thread, long cookie, long whence = 0)
    {
        if (whence == 1 && cookie != 0)
            return thread.Raise(PyBinaryStream.Unsupported(thread), "can't do nonzero cur-relative seeks");
        if (whence == 2 && cookie != 0)
            return thread.Raise(PyBinaryStream.Unsupported(thread), "can't do nonzero end-relative seeks");
        if (whence == 1)
            return Tell(thread);
        _rest = "";
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
    private Value Repr(VmThread thread) => Texts.Repr(thread, Buffer.Name) is { } name
        ? Value.Str($"<_io.TextIOWrapper name={name.Text} mode='{Mode}' encoding='{_encoding}'>")
        : Value.Error;

    private bool TryReadable(VmThread thread)
    {
        if (Buffer.IsClosed)
            thread.ValueError("I/O operation on closed file.");
        else if (!Buffer.IsReadable())
            thread.Raise(PyBinaryStream.Unsupported(thread), "not readable");
        else
            return true;
        return false;
    }

    private string? ReadLine(VmThread thread, long limit)
    {
        if (!TryReadable(thread))
            return null;
        if (EndOfLine(_rest) < 0)
        {
            if (Buffer.ReadLine(thread, -1) is not { } bytes || Decode(thread, bytes) is not { } more)
                return null;
            _rest += more;
        }
        var end = EndOfLine(_rest);
        var length = end < 0 ? _rest.Length : end + 1;
        if (limit >= 0 && limit < length)
            length = (int)limit;
        var line = _rest[..length];
        _rest = _rest[length..];
        return line;
    }

    // Universal newlines translate a lone carriage return to the end of a line, so one read line may hold several.
    private static int EndOfLine(string text) => text.IndexOf('\n', StringComparison.Ordinal);

    private string? Decode(VmThread thread, byte[] bytes)
    {
        if (Codecs.Decode(thread, new PyBytes(bytes), bytes, _encoding, _errors) is not { } text)
            return null;
        return _newline is null && text.Text.Contains('\r', StringComparison.Ordinal)
            ? text.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text.Text;
    }
}
