// A stream of bytes of the host with a buffer in front: what open(…, 'rb') gives, and what lies below every text stream.
// There is one implementation; its three Python types only say what it was opened for.

using System.Buffers;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Buffered binary I/O (library reference: io, Buffered Streams).</summary>
internal abstract class PyBinaryStream : PyBufferedIOBase
{
    private const int DefaultSize = 8192;

    private static readonly PyStr NameName = PyStr.Constant("name");
    private static readonly PyStr ModeName = PyStr.Constant("mode");
    private static readonly PyStr IsTerminalName = PyStr.Constant("isatty");
    private static readonly PyStr FileNumberName = PyStr.Constant("fileno");

    private Stream _stream = Stream.Null;
    private byte[] _output = [];
    private byte[] _input = [];
    private int _outputCount;
    private int _inputStart;
    private int _inputEnd;
    private bool _isDetached;

    private protected PyBinaryStream(Shape shape) : base(shape) { }

    private protected PyBinaryStream(Shape shape, PyFileIO raw) : this(shape) => Attach(raw, raw.Stream, DefaultSize);

    /// <summary>Over a .NET stream that is no Python object.</summary>
    private protected PyBinaryStream(Shape shape, Stream stream) : this(shape) => Attach(Value.None, stream, DefaultSize);

    /// <summary>The stream below.</summary>
    [PyGetter("raw")]
    internal Value Raw { get; private set; } = Value.None;

    /// <summary>Has it been closed?</summary>
    [PyGetter("closed")]
    internal bool IsClosed { get; private set; }

    /// <summary>The path or descriptor it was opened by.</summary>
    [PyGetter("name")]
    internal Value GetName(VmThread thread) => Attributes.Get(thread, Raw, NameName);

    [PyGetter("mode")]
    internal Value GetMode(VmThread thread) => Attributes.Get(thread, Raw, ModeName);

    /// <summary>Makes the stream of the type that fits what the host's stream can do.</summary>
    internal static PyBinaryStream Of(PyFileIO raw) => (raw.Stream.CanRead, raw.Stream.CanWrite) switch
    {
        (true, true) => new PyBufferedRandom(raw),
        (true, false) => new PyBufferedReader(raw),
        _ => new PyBufferedWriter(raw),
    };

    /// <summary>A buffer of the runtime's own over an object in Python.</summary>
    internal static PyBinaryStream Over(VmThread thread, Value stream) => new PyBufferedRandom(new PythonStream(thread, stream));

    /// <summary>Begins to work over another stream.</summary>
    internal void Attach(Value raw, Stream stream, int size)
    {
        Raw = raw;
        _stream = stream;
        _output = new byte[size];
        _input = new byte[size];
        _outputCount = _inputStart = _inputEnd = 0;
        IsClosed = false;
    }

    private protected Value Attach(VmThread thread, Value raw, Value size, bool reads, bool writes)
    {
        long bytes = DefaultSize;
        if (!size.IsUnbound && !Conversions.TryIndex64(thread, size, out bytes))
            return Value.Error;
        if (bytes <= 0)
            return thread.ValueError("buffer size must be strictly positive");
        try
        {
            Stream stream = raw.Ref is PyFileIO { Type.IsHeapType: false } file ? file.Stream : new PythonStream(thread, raw);
            if (reads && !stream.CanRead)
                return Unsupported(thread, "File or stream is not readable.");
            if (writes && !stream.CanWrite)
                return Unsupported(thread, "File or stream is not writable.");
            Attach(raw, stream, (int)bytes);
            return Value.None;
        }
        catch (Exception e) when (SystemErrors.IsIO(e))
        {
            return SystemErrors.Raise(thread, e);
        }
    }

    [PyMethod("detach")]
    internal Value Detach(VmThread thread)
    {
        if (Flush(thread).IsError)
            return Value.Error;
        _isDetached = true;
        IsClosed = true;
        return Raw;
    }

    /// <summary>Writes bytes; Error when it raised.</summary>
    internal Value Write(VmThread thread, ReadOnlySpan<byte> bytes)
    {
        if (IsClosed)
            return thread.ValueError(_isDetached ? "raw stream has been detached" : "write to closed file");
        if (!_stream.CanWrite)
            return Unsupported(thread, "write");
        if (_inputStart != _inputEnd && GoBackOverInput(thread).IsError)
            return Value.Error;
        if (bytes.Length > _output.Length - _outputCount && Flush(thread).IsError)
            return Value.Error;
        if (bytes.Length <= _output.Length)
        {
            bytes.CopyTo(_output.AsSpan(_outputCount));
            _outputCount += bytes.Length;
            return Value.None;
        }
        try
        {
            _stream.Write(bytes);
            return Value.None;
        }
        catch (Exception e) when (SystemErrors.IsIO(e))
        {
            return SystemErrors.Raise(thread, e);
        }
    }

    /// <summary>Hands everything to the host; Error when it raised.</summary>
    internal Value Flush(VmThread thread)
    {
        if (IsClosed)
            return thread.ValueError("flush of closed file");
        if (_outputCount == 0)
            return Value.None;
        var count = _outputCount;
        _outputCount = 0;
        try
        {
            _stream.Write(_output, 0, count);
            _stream.Flush();
            return Value.None;
        }
        catch (Exception e) when (SystemErrors.IsIO(e))
        {
            return SystemErrors.Raise(thread, e);
        }
    }

    /// <summary>Bytes up to a line feed (included), at most <paramref name="limit"/> if that is not negative; null when it raised.</summary>
    internal byte[]? ReadLine(VmThread thread, long limit)
    {
        var line = new ArrayBufferWriter<byte>();
        while (limit < 0 || line.WrittenCount < limit)
        {
            if (!TryFill(thread, out var any))
                return null;
            if (!any)
                break;
            var ready = _input.AsSpan(_inputStart, _inputEnd - _inputStart);
            if (limit >= 0 && ready.Length > limit - line.WrittenCount)
                ready = ready[..(int)(limit - line.WrittenCount)];
            var end = ready.IndexOf((byte)'\n');
            if (end >= 0)
                ready = ready[..(end + 1)];
            line.Write(ready);
            _inputStart += ready.Length;
            if (end >= 0)
                break;
        }
        return line.WrittenSpan.ToArray();
    }

    /// <summary>Up to <paramref name="count"/> bytes, all when negative; null when it raised.</summary>
    internal byte[]? Read(VmThread thread, long count)
    {
        var bytes = new ArrayBufferWriter<byte>();
        while (count < 0 || bytes.WrittenCount < count)
        {
            if (!TryFill(thread, out var any))
                return null;
            if (!any)
                break;
            var ready = _input.AsSpan(_inputStart, _inputEnd - _inputStart);
            if (count >= 0 && ready.Length > count - bytes.WrittenCount)
                ready = ready[..(int)(count - bytes.WrittenCount)];
            bytes.Write(ready);
            _inputStart += ready.Length;
        }
        return bytes.WrittenSpan.ToArray();
    }

    private protected override Value NextLine(VmThread thread) =>
        Type.IsHeapType ? base.NextLine(thread) :
        ReadLine(thread, -1) is not { } line ? Value.Error : line.Length == 0 ? Value.Unbound : new PyBytes(line);

    /// <summary>Closes the stream; closing twice does nothing.</summary>
    [PyMethod("close")]
    internal Value Close(VmThread thread)
    {
        if (IsClosed)
            return Value.None;
        var flushed = Flush(thread);
        IsClosed = true;
        if (Raw.Ref is PyFileIO { Type.IsHeapType: false } file)
            return file.Close(thread) is { IsError: true } error ? error : flushed;
        try
        {
            _stream.Dispose();
        }
        catch (Exception e) when (SystemErrors.IsIO(e))
        {
            return SystemErrors.Raise(thread, e);
        }
        return flushed;
    }

    [PyMethod("flush")]
    internal Value FlushFromPython(VmThread thread) => Flush(thread);

    [PyMethod("write")]
    internal Value WriteFromPython(VmThread thread, Value buffer)
    {
        if (buffer.Ref is not IBuffer source)
            return thread.TypeError($"a bytes-like object is required, not '{buffer.Type.Name}'");
        var bytes = source.Memory.ToArray();
        return Write(thread, bytes).IsError ? Value.Error : Value.Int(bytes.Length);
    }

    [PyMethod("read", Signature = "size=-1, /")]
    internal Value ReadFromPython(VmThread thread, Value size) =>
        TryCount(thread, size, out var count) && Read(thread, count) is { } bytes ? new PyBytes(bytes) : Value.Error;

    [PyMethod("readline", Signature = "size=-1, /")]
    internal Value ReadLineFromPython(VmThread thread, Value size) =>
        TryCount(thread, size, out var count) && ReadLine(thread, count) is { } bytes ? new PyBytes(bytes) : Value.Error;

    [PyMethod("readable")]
    internal bool IsReadable() => _stream.CanRead;

    [PyMethod("writable")]
    internal bool IsWritable() => _stream.CanWrite;

    [PyMethod("seekable")]
    internal bool IsSeekable() => _stream.CanSeek;

    [PyMethod("isatty")]
    internal Value IsTerminal(VmThread thread) => thread.CallMethod(Raw, IsTerminalName);

    [PyMethod("fileno")]
    internal Value FileNumber(VmThread thread) => thread.CallMethod(Raw, FileNumberName);

    [PyMethod("tell")]
    internal Value Tell(VmThread thread) => IsClosed ? thread.ValueError("tell of closed file") : _stream.CanSeek
        ? Value.Int(_stream.Position + _outputCount - (_inputEnd - _inputStart))
        : Unsupported(thread, "underlying stream is not seekable");

    [PyMethod("seek", Signature = "target, whence=0, /")]
    internal Value Seek(VmThread thread, long target, long whence = 0)
    {
        if (!_stream.CanSeek)
            return Unsupported(thread, "underlying stream is not seekable");
        if (Flush(thread).IsError || GoBackOverInput(thread).IsError)
            return Value.Error;
        try
        {
            return Value.Int(_stream.Seek(target, (SeekOrigin)whence));
        }
        catch (Exception e) when (SystemErrors.IsIO(e))
        {
            return SystemErrors.Raise(thread, e);
        }
    }

    [PyMethod("truncate", Signature = "pos=None, /")]
    internal Value Truncate(VmThread thread, Value pos)
    {
        if (Flush(thread).IsError)
            return Value.Error;
        var size = pos.IsUnbound || pos.IsNone ? Tell(thread) : Conversions.Index(thread, pos);
        if (size.IsError)
            return size;
        try
        {
            _stream.SetLength(size.Bits);
            return size;
        }
        catch (Exception e) when (SystemErrors.IsIO(e))
        {
            return SystemErrors.Raise(thread, e);
        }
    }

    /// <summary>Bytes that are there already, or that one read gives, at most so many.</summary>
    [PyMethod("read1", Signature = "size=-1, /")]
    internal Value ReadOnce(VmThread thread, Value size)
    {
        if (!TryCount(thread, size, out var count) || !TryFill(thread, out _))
            return Value.Error;
        var ready = Math.Min(_inputEnd - _inputStart, count < 0 ? int.MaxValue : (int)Math.Min(count, int.MaxValue));
        _inputStart += ready;
        return new PyBytes(_input.AsSpan(_inputStart - ready, ready).ToArray());
    }

    [PyMethod("peek", Signature = "size=0, /")]
    internal Value Peek(VmThread thread, Value size) =>
        TryFill(thread, out _) ? new PyBytes(_input.AsSpan(_inputStart, _inputEnd - _inputStart).ToArray()) : Value.Error;

    [PyMethod("__enter__")]
    internal Value Enter(VmThread thread) => IsClosed ? thread.ValueError("I/O operation on closed file.") : this;

    [PyMethod("__repr__")]
    internal Value Repr(VmThread thread)
    {
        var label = Attributes.TryGet(thread, this, NameName);
        if (label.IsError)
            thread.Pending = null;
        if (label.IsSentinel)
            return Value.Str($"<{Type.QualifiedNativeName}>");
        return Texts.Repr(thread, label) is { } name ? Value.Str($"<{Type.QualifiedNativeName} name={name.Text}>") : Value.Error;
    }

    /// <summary>The optional size of the read methods; -1 for all.</summary>
    internal static bool TryCount(VmThread thread, Value size, out long count)
    {
        count = -1;
        return size.IsUnbound || size.IsNone || Conversions.TryCount(thread, size, out count);
    }

    private bool TryFill(VmThread thread, out bool any)
    {
        any = true;
        if (_inputStart < _inputEnd)
            return true;
        any = false;
        if (IsClosed)
        {
            thread.ValueError("I/O operation on closed file.");
            return false;
        }
        if (!_stream.CanRead)
        {
            Unsupported(thread, "not readable");
            return false;
        }
        if (_outputCount > 0 && Flush(thread).IsError)
            return false;
        try
        {
            _inputStart = 0;
            _inputEnd = _stream.Read(_input, 0, _input.Length);
            any = _inputEnd > 0;
            return true;
        }
        catch (Exception e) when (SystemErrors.IsIO(e))
        {
            _inputEnd = 0;
            SystemErrors.Raise(thread, e);
            return false;
        }
    }

    private Value GoBackOverInput(VmThread thread)
    {
        if (_stream.CanSeek)
            _stream.Seek(_inputStart - _inputEnd, SeekOrigin.Current);
        _inputStart = _inputEnd = 0;
        return Value.None;
    }
}

/// <summary>A buffered stream that is read.</summary>
[PyType("BufferedReader", Module = "_io", Base = typeof(PyBufferedIOBase), Subclassable = true, HasDict = true)]
internal sealed partial class PyBufferedReader : PyBinaryStream
{
    internal PyBufferedReader(Shape shape) : base(shape) { }

    internal PyBufferedReader(PyFileIO raw) : base(TypeObject.RootShape, raw) { }

    [PyMethod("__init__", Signature = "raw, buffer_size=8192")]
    private Value Init(VmThread thread, Value raw, Value bufferSize) => Attach(thread, raw, bufferSize, reads: true, writes: false);
}

/// <summary>A buffered stream that is written.</summary>
[PyType("BufferedWriter", Module = "_io", Base = typeof(PyBufferedIOBase), Subclassable = true, HasDict = true)]
internal sealed partial class PyBufferedWriter : PyBinaryStream
{
    internal PyBufferedWriter(Shape shape) : base(shape) { }

    internal PyBufferedWriter(PyFileIO raw) : base(TypeObject.RootShape, raw) { }

    [PyMethod("__init__", Signature = "raw, buffer_size=8192")]
    private Value Init(VmThread thread, Value raw, Value bufferSize) => Attach(thread, raw, bufferSize, reads: false, writes: true);
}

/// <summary>A buffered stream that is read and written.</summary>
[PyType("BufferedRandom", Module = "_io", Base = typeof(PyBufferedIOBase), Subclassable = true, HasDict = true)]
internal sealed partial class PyBufferedRandom : PyBinaryStream
{
    internal PyBufferedRandom(Shape shape) : base(shape) { }

    internal PyBufferedRandom(PyFileIO raw) : base(TypeObject.RootShape, raw) { }

    internal PyBufferedRandom(Stream stream) : base(TypeObject.RootShape, stream) { }

    [PyMethod("__init__", Signature = "raw, buffer_size=8192")]
    private Value Init(VmThread thread, Value raw, Value bufferSize) => Attach(thread, raw, bufferSize, reads: true, writes: true);
}
