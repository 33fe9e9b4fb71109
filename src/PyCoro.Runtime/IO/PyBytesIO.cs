using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Buffered I/O implementation using an in-memory bytes buffer.</summary>
[PyType("BytesIO", Module = "_io", Base = typeof(PyBufferedIOBase), Subclassable = true, HasDict = true)]
internal sealed partial class PyBytesIO : PyBufferedIOBase
{
    private readonly List<WeakReference<PyBytesIOBuffer>> _lent = [];
    private byte[] _bytes = [];
    private int _length;
    private int _position;
    private bool _isClosed;

    internal PyBytesIO(Shape shape) : base(shape) { }

    /// <summary>The bytes themselves.</summary>
    internal Span<byte> Memory => _bytes.AsSpan(0, _length);

    [PyMethod("__init__", Signature = "initial_bytes=b''")]
    private Value Init(VmThread thread, Value initialBytes)
    {
        if (!MayResize(thread))
            return Value.Error;
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
    private Value Close(VmThread thread)
    {
        if (!MayResize(thread))
            return Value.Error;
        (_isClosed, _bytes, _length) = (true, [], 0);
        return Value.None;
    }

    [PyMethod("getvalue")]
    private Value GetValue(VmThread thread) => IsOpen(thread) ? new PyBytes(_bytes[.._length]) : Value.Error;

    /// <summary>Get a read-write view over the contents of the BytesIO object.</summary>
    [PyMethod("getbuffer")]
    private Value GetBuffer(VmThread thread)
    {
        if (!IsOpen(thread))
            return Value.Error;
        var lent = new PyBytesIOBuffer(this);
        _lent.Add(new WeakReference<PyBytesIOBuffer>(lent));
        return thread.Call(PyMemoryView.TypeObject, lent);
    }

    [PyMethod("read", Signature = "size=-1, /")]
    [PyMethod("read1", Signature = "size=-1, /")]
    private Value Read(VmThread thread, Value size) => IsOpen(thread) && PyBufferedStream.TryCount(thread, size, out var count) ? Take(count) : Value.Error;

    [PyMethod("readline", Signature = "size=-1, /")]
    private Value ReadLine(VmThread thread, Value size)
    {
        if (!IsOpen(thread) || !PyBufferedStream.TryCount(thread, size, out var count))
            return Value.Error;
        var length = LengthOfLine();
        return Take(count >= 0 && count < length ? count : length);
    }

    [PyMethod("readlines", Signature = "size=None, /")]
    private Value ReadLines(VmThread thread, Value size)
    {
        if (!IsOpen(thread) || !PyBufferedStream.TryCount(thread, size, out var limit))
            return Value.Error;
        var lines = new PyList();
        for (long total = 0; LengthOfLine() is > 0 and var length;)
        {
            lines.Append(Take(length));
            total += length;
            if (limit > 0 && total >= limit)
                break;
        }
        return lines;
    }

    private protected override Value NextLine(VmThread thread)
    {
        if (Type.IsHeapType)
            return base.NextLine(thread);
        return !IsOpen(thread) ? Value.Error : LengthOfLine() is > 0 and var length ? Take(length) : Value.Unbound;
    }

    [PyMethod("readinto", Signature = "buffer, /")]
    private Value ReadInto(VmThread thread, Value buffer) => ReadInto(thread, buffer, "readinto() argument");

    [PyMethod("readinto1", Signature = "buffer, /")]
    private Value ReadIntoOnce(VmThread thread, Value buffer) => ReadInto(thread, buffer, "readinto1() argument");

    [PyMethod("write", Signature = "b, /")]
    private Value Write(VmThread thread, Value b)
    {
        if (!IsOpen(thread) || !MayResize(thread) || !Buffers.Require(thread, b, out var bytes))
            return Value.Error;
        if (bytes.Length == 0)
            return Value.Int(0);
        var end = (long)_position + bytes.Length;
        if (end > Array.MaxLength)
            return thread.OverflowError("new buffer size too large");
        Reserve((int)end);
        if (_position > _length)
            _bytes.AsSpan(_length, _position - _length).Clear();
        bytes.CopyTo(_bytes.AsSpan(_position));
        _position = (int)end;
        _length = Math.Max(_length, _position);
        return Value.Int(bytes.Length);
    }

    [PyMethod("seek", Signature = "pos, whence=0, /")]
    private Value Seek(VmThread thread, Value pos, long whence = 0)
    {
        if (!IsOpen(thread) || !Conversions.TryIndex64(thread, pos, out var place))
            return Value.Error;
        if (whence is < 0 or > 2)
            return thread.ValueError($"invalid whence ({whence}, should be 0, 1 or 2)");
        if (whence == 0 && place < 0)
            return thread.ValueError($"negative seek value {place}");
        var from = whence switch { 1 => _position, 2 => _length, _ => 0 };
        if (place > int.MaxValue - from)
            return thread.OverflowError("new position too large");
        _position = (int)Math.Max(0, place + from);
        return Value.Int(_position);
    }

    [PyMethod("tell")]
    private Value Tell(VmThread thread) => IsOpen(thread) ? Value.Int(_position) : Value.Error;

    [PyMethod("truncate", Signature = "size=None, /")]
    private Value Truncate(VmThread thread, Value size)
    {
        if (!IsOpen(thread) || !MayResize(thread) || !PyBufferedStream.TryCount(thread, size, out var length))
            return Value.Error;
        if (size.IsUnbound || size.IsNone)
            length = _position;
        if (length < 0)
            return thread.ValueError($"negative size value {length}");
        _length = (int)Math.Min(_length, length);
        return Value.Int(length);
    }

    [PyMethod("flush")]
    private Value Flush(VmThread thread) => IsOpen(thread) ? Value.None : Value.Error;

    [PyMethod("isatty")]
    private Value IsTerminal(VmThread thread) => IsOpen(thread) ? Value.False : Value.Error;

    [PyMethod("readable")]
    [PyMethod("writable")]
    [PyMethod("seekable")]
    private Value CanAll(VmThread thread) => IsOpen(thread) ? Value.True : Value.Error;

    [PyMethod("__getstate__")]
    private Value GetState(VmThread thread) => IsOpen(thread)
        ? PyTuple.Of(new PyBytes(_bytes[.._length]), Value.Int(_position), MemoryStreamState.AttributesOf(this))
        : Value.Error;

    [PyMethod("__setstate__", Signature = "state, /")]
    private Value SetState(VmThread thread, Value state)
    {
        if (state.Ref is not PyTuple { Items: [var content, var position, var attributes] })
            return thread.TypeError($"{Type.QualifiedNativeName}.__setstate__ argument should be 3-tuple, got {state.Type.Name}");
        if (!MayResize(thread) || Init(thread, content).IsError || !MemoryStreamState.TryPosition(thread, position, "second", out _position))
            return Value.Error;
        return MemoryStreamState.SetAttributes(thread, this, attributes, "third");
    }

    private Value ReadInto(VmThread thread, Value buffer, string what)
    {
        if (!IsOpen(thread) || !Buffers.RequireWritable(thread, buffer, what, out var target))
            return Value.Error;
        var count = Math.Min(target.Memory.Length, Left);
        _bytes.AsSpan(Math.Min(_position, _length), count).CopyTo(target.Memory);
        _position += count;
        return Value.Int(count);
    }

    private int Left => Math.Max(0, _length - _position);

    private int LengthOfLine()
    {
        if (Left == 0)
            return 0;
        var end = _bytes.AsSpan(_position, Left).IndexOf((byte)'\n');
        return end < 0 ? Left : end + 1;
    }

    private bool IsOpen(VmThread thread)
    {
        if (_isClosed)
            thread.ValueError("I/O operation on closed file.");
        return !_isClosed;
    }

    private void Reserve(int size)
    {
        if (size > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(size, _bytes.Length * 2L), Array.MaxLength));
    }

    private PyBytes Take(long count)
    {
        var length = count < 0 ? Left : (int)Math.Min(count, Left);
        var bytes = length == 0 ? [] : _bytes.AsSpan(_position, length).ToArray();
        _position += length;
        return new PyBytes(bytes);
    }

    // Views keep the size. A view that was forgotten does not, but only a collection finds out which were.
    private bool MayResize(VmThread thread)
    {
        if (_lent.Count == 0)
            return true;
        _lent.RemoveAll(static entry => !entry.TryGetTarget(out var lent) || !lent.IsLent);
        if (_lent.Count > 0)
        {
            GC.Collect();
            _lent.RemoveAll(static entry => !entry.TryGetTarget(out _));
        }
        if (_lent.Count > 0)
            thread.Raise(ExceptionTypes.BufferError, "Existing exports of data: object cannot be re-sized");
        return _lent.Count == 0;
    }
}

/// <summary>What a memoryview of a BytesIO is of.</summary>
[PyType("_BytesIOBuffer", Module = "_io")]
internal sealed partial class PyBytesIOBuffer : PyObject, IBuffer
{
    private readonly PyBytesIO _owner;
    private int _exports;

    internal PyBytesIOBuffer(PyBytesIO owner) : base(TypeObject.RootShape) => _owner = owner;

    /// <summary>Does a view use it that has not been released?</summary>
    internal bool IsLent => _exports > 0;

    Span<byte> IBuffer.Memory => _owner.Memory;

    bool IBuffer.IsReadOnly => false;

    string IBuffer.Format => "B";

    int IBuffer.ItemSize => 1;

    void IBuffer.AddExport() => _exports++;

    void IBuffer.RemoveExport() => _exports--;
}
