using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Buffered I/O implementation using an in-memory bytes buffer.</summary>
[PyType("BytesIO", Module = "_io", Base = typeof(PyBufferedIOBase), Subclassable = true, HasDict = true)]
internal sealed partial class PyBytesIO : PyBufferedIOBase
{
    private byte[] _bytes = [];
    private int _length;
    private int _position;
    private bool _isClosed;

    internal PyBytesIO(Shape shape) : base(shape) { }

    [PyMethod("__init__", Signature = "initial_bytes=b''")]
    private Value Init(VmThread thread, Value initialBytes)
    {
        (_bytes, _length, _position, _isClosed) = ([], 0, 0, false);
        if (initialBytes.IsUnbound || initialBytes.IsNone)
            return Value.None;
        if (!Buffers.Require(thread, initialBytes, out var bytes))
            return Value.Error;
        _bytes = bytes.ToArray();
        _length = _bytes.Length;
        return Value.None;
    }

    [PyGetter("closed")]
    private bool GetClosed() => _isClosed;

    [PyMethod("close")]
    private void Close() => (_isClosed, _bytes, _length) = (true, [], 0);

    [PyMethod("getvalue")]
    private Value GetValue(VmThread thread) => IsOpen(thread) ? new PyBytes(_bytes[.._length]) : Value.Error;

    [PyMethod("getbuffer")]
    private Value GetBuffer(VmThread thread) =>
        IsOpen(thread) ? thread.Call(PyMemoryView.TypeObject, new PyByteArray(_bytes[.._length])) : Value.Error;

    [PyMethod("read", Signature = "size=-1, /")]
    [PyMethod("read1", Signature = "size=-1, /")]
    private Value Read(VmThread thread, Value size) =>
        IsOpen(thread) && PyBinaryStream.TryCount(thread, size, out var count) ? Take(count < 0 ? int.MaxValue : (int)Math.Min(count, int.MaxValue)) : Value.Error;

    [PyMethod("readline", Signature = "size=-1, /")]
    private Value ReadLine(VmThread thread, Value size)
    {
        if (!IsOpen(thread) || !PyBinaryStream.TryCount(thread, size, out var count))
            return Value.Error;
        var rest = _position < _length ? _bytes.AsSpan(_position, _length - _position) : [];
        var end = rest.IndexOf((byte)'\n');
        var length = end < 0 ? rest.Length : end + 1;
        return Take(count >= 0 && count < length ? (int)count : length);
    }

    [PyMethod("readinto", Signature = "buffer, /")]
    [PyMethod("readinto1", Signature = "buffer, /")]
    private Value ReadIntoMemory(VmThread thread, Value buffer)
    {
        if (!IsOpen(thread))
            return Value.Error;
        if (buffer.Ref is not IBuffer { IsReadOnly: false } target)
            return thread.TypeError($"readinto() argument must be read-write bytes-like object, not {buffer.Type.Name}");
        var count = Math.Min(target.Memory.Length, Math.Max(0, _length - _position));
        _bytes.AsSpan(_position, count).CopyTo(target.Memory);
        _position += count;
        return Value.Int(count);
    }

    [PyMethod("write", Signature = "b, /")]
    private Value Write(VmThread thread, Value b)
    {
        if (!IsOpen(thread) || !Buffers.Require(thread, b, out var bytes))
            return Value.Error;
        if (bytes.Length == 0)
            return Value.Int(0);
        var end = _position + bytes.Length;
        if (end > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(end, _bytes.Length * 2));
        if (_position > _length)
            _bytes.AsSpan(_length, _position - _length).Clear();
        bytes.CopyTo(_bytes.AsSpan(_position));
        _position = end;
        _length = Math.Max(_length, end);
        return Value.Int(bytes.Length);
    }

    [PyMethod("seek", Signature = "pos, whence=0, /")]
    private Value Seek(VmThread thread, long pos, long whence = 0)
    {
        if (!IsOpen(thread))
            return Value.Error;
        if (whence is < 0 or > 2)
            return thread.ValueError($"invalid whence ({whence}, should be 0, 1 or 2)");
        if (whence == 0 && pos < 0)
            return thread.ValueError($"negative seek value {pos}");
        _position = (int)Math.Clamp(pos + whence switch { 1 => _position, 2 => _length, _ => 0 }, 0, int.MaxValue);
        return Value.Int(_position);
    }

    [PyMethod("tell")]
    private Value Tell(VmThread thread) => IsOpen(thread) ? Value.Int(_position) : Value.Error;

    [PyMethod("truncate", Signature = "size=None, /")]
    private Value Truncate(VmThread thread, Value size)
    {
        long length = _position;
        if (!IsOpen(thread) || !size.IsUnbound && !size.IsNone && !Conversions.TryIndex64(thread, size, out length))
            return Value.Error;
        if (length < 0)
            return thread.ValueError($"negative size value {length}");
        _length = (int)Math.Min(_length, length);
        return Value.Int(length);
    }

    [PyMethod("readable")]
    [PyMethod("writable")]
    [PyMethod("seekable")]
    private Value CanAll(VmThread thread) => IsOpen(thread) ? Value.True : Value.Error;

    private bool IsOpen(VmThread thread)
    {
        if (_isClosed)
            thread.ValueError("I/O operation on closed file.");
        return !_isClosed;
    }

    private Value Take(int count)
    {
        count = Math.Min(count, Math.Max(0, _length - _position));
        var start = _position;
        _position += count;
        return new PyBytes(count == 0 ? [] : _bytes[start..(start + count)]);
    }
}
