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
internal abstract class PyBinaryStream : PyIterator
{
    private const int BufferSize = 8192;

    private readonly Stream _stream;
    private readonly byte[] _output = new byte[BufferSize];
    private readonly byte[] _input = new byte[BufferSize];
    private int _outputCount;
    private int _inputStart;
    private int _inputEnd;

    private protected PyBinaryStream(Shape shape, Stream stream, Value name, int descriptor, string mode) : base(shape)
    {
        _stream = stream;
        Name = name;
        Descriptor = descriptor;
        Mode = mode;
    }

    /// <summary>The path or descriptor it was opened by.</summary>
    [PyGetter("name")]
    internal Value Name { get; }

    /// <summary>The mode it was opened with.</summary>
    [PyGetter("mode")]
    internal string Mode { get; }

    /// <summary>Has it been closed?</summary>
    [PyGetter("closed")]
    internal bool IsClosed { get; private set; }

    /// <summary>0, 1 or 2 for the standard streams; -1 for others.</summary>
    internal int Descriptor { get; }

    /// <summary>Makes the stream of the type that fits what the host's stream can do.</summary>
    internal static PyBinaryStream Of(Stream stream, Value name, int descriptor, string mode) => (stream.CanRead, stream.CanWrite) switch
    {
        (true, true) => new PyBufferedRandom(stream, name, descriptor, mode),
        (true, false) => new PyBufferedReader(stream, name, descriptor, mode),
        _ => new PyBufferedWriter(stream, name, descriptor, mode),
    };

    /// <summary>Writes bytes; Error when it raised.</summary>
    internal Value Write(VmThread thread, ReadOnlySpan<byte> bytes)
    {
        if (IsClosed)
            return thread.ValueError("write to closed file");
        if (!_stream.CanWrite)
            return thread.Raise(Unsupported(thread), "write");
        if (_inputStart != _inputEnd && GoBackOverInput(thread).IsError)
            return Value.Error;
        if (bytes.Length > BufferSize - _outputCount && Flush(thread).IsError)
            return Value.Error;
        if (bytes.Length <= BufferSize)
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

    internal sealed override Value Next(VmThread thread) =>
        ReadLine(thread, -1) is not { } line ? Value.Error : line.Length == 0 ? Value.Unbound : new PyBytes(line);

    /// <summary>Closes the stream; closing twice does nothing.</summary>
    [PyMethod("close")]
    internal Value Close(VmThread thread)
    {
        if (IsClosed)
            return Value.None;
        var flushed = Flush(thread);
        IsClosed = true;
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

    [PyMethod("readlines")]
    internal Value ReadLines(VmThread thread) => Iteration.ToArray(thread, this) is { } lines ? new PyList(lines) : Value.Error;

    [PyMethod("readable")]
    internal bool IsReadable() => _stream.CanRead;

    [PyMethod("writable")]
    internal bool IsWritable() => _stream.CanWrite;

    [PyMethod("seekable")]
    internal bool IsSeekable() => _stream.CanSeek;

    [PyMethod("isatty")]
    internal bool IsTerminal() => Descriptor switch
    {
        0 => !Console.IsInputRedirected,
        1 => !Console.IsOutputRedirected,
        2 => !Console.IsErrorRedirected,
        _ => false,
    };

    [PyMethod("fileno")]
    internal Value FileNumber(VmThread thread) =>
        Descriptor >= 0 ? Value.Int(Descriptor) : thread.Raise(Unsupported(thread), "fileno");

    [PyMethod("tell")]
    internal Value Tell(VmThread thread) => _stream.CanSeek
        ? Value.Int(_stream.Position + _outputCount - (_inputEnd - _inputStart))
        : thread.Raise(Unsupported(thread), "underlying stream is not seekable");

    [PyMethod("seek", Signature = "target, whence=0, /")]
    internal Value Seek(VmThread thread, long target, long whence = 0)
    {
        if (!_stream.CanSeek)
            return thread.Raise(Unsupported(thread), "underlying stream is not seekable");
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

    [PyMethod("__enter__")]
    internal Value Enter(VmThread thread) => IsClosed ? thread.ValueError("I/O operation on closed file.") : this;

    [PyMethod("__exit__")]
    internal Value Exit(VmThread thread, ReadOnlySpan<Value> args) => Close(thread);

    [PyMethod("__repr__")]
    internal Value Repr(VmThread thread) =>
        Texts.Repr(thread, Name) is { } name ? Value.Str($"<_io.{Type.Name} name={name.Text}>") : Value.Error;

    /// <summary><c>io.UnsupportedOperation</c>.</summary>
    internal static PyType Unsupported(VmThread thread) => Exceptions.ExceptionTypes.OSError;

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
            thread.Raise(Unsupported(thread), "not readable");
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
[PyType("BufferedReader", Module = "_io")]
internal sealed partial class PyBufferedReader : PyBinaryStream
{
    internal PyBufferedReader(Stream stream, Value name, int descriptor, string mode)
        : base(TypeObject.RootShape, stream, name, descriptor, mode) { }
}

/// <summary>A buffered stream that is written.</summary>
[PyType("BufferedWriter", Module = "_io")]
internal sealed partial class PyBufferedWriter : PyBinaryStream
{
    internal PyBufferedWriter(Stream stream, Value name, int descriptor, string mode)
        : base(TypeObject.RootShape, stream, name, descriptor, mode) { }
}

/// <summary>A buffered stream that is read and written.</summary>
[PyType("BufferedRandom", Module = "_io")]
internal sealed partial class PyBufferedRandom : PyBinaryStream
{
    internal PyBufferedRandom(Stream stream, Value name, int descriptor, string mode)
        : base(TypeObject.RootShape, stream, name, descriptor, mode) { }
}
