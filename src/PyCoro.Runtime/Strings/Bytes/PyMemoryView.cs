// memoryview: items of another object's bytes without a copy. Views have one dimension here. CPython forbids a bytearray to
// change its size as long as a view exists, and sees a view go when its last reference does; that cannot be seen here, so
// only a view used in a `with` statement holds the size until its end.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Create a new memoryview object which references the given object.</summary>
[PyType("memoryview")]
public sealed partial class PyMemoryView : PyObject, IBuffer
{
    private const string Released = "operation forbidden on released memoryview object";

    private readonly PyObject _owner;
    private readonly int _offset;
    private readonly int _count;
    private readonly int _stride;
    private readonly string _format;
    private readonly int _itemSize;
    private readonly bool _isReadOnly;
    private bool _isReleased;
    private int _entered;

    private PyMemoryView(PyObject owner, int offset, int count, int stride, string format, int itemSize, bool isReadOnly)
        : base(TypeObject.RootShape)
    {
        _owner = owner;
        _offset = offset;
        _count = count;
        _stride = stride;
        _format = format;
        _itemSize = itemSize;
        _isReadOnly = isReadOnly;
    }

    bool IBuffer.IsReadOnly => _isReadOnly;

    string IBuffer.Format => _format;

    int IBuffer.ItemSize => _itemSize;

    Span<byte> IBuffer.Memory => _isReleased ? default : IsContiguous ? Room(0, _count) : Copy();

    /// <summary>Do the items lie side by side?</summary>
    internal bool IsContiguous => _stride == _itemSize || _count <= 1;

    [PyNew(Signature = "object")]
    internal static Value New(VmThread thread, PyType type, Value @object)
    {
        if (@object.Ref is PyMemoryView view)
        {
            return view._isReleased
                ? thread.ValueError(Released)
                : new PyMemoryView(view._owner, view._offset, view._count, view._stride, view._format, view._itemSize, view._isReadOnly);
        }
        if (@object.Ref is not IBuffer buffer)
            return thread.TypeError($"memoryview: a bytes-like object is required, not '{@object.Type.Name}'");
        var size = buffer.ItemSize;
        return new PyMemoryView(@object.Ref, 0, buffer.Memory.Length / size, size, buffer.Format, size, buffer.IsReadOnly);
    }

    /// <summary>The underlying object of the memoryview.</summary>
    [PyGetter("obj")]
    internal Value Owner(VmThread thread) => Check(thread) ? _owner : Value.Error;

    /// <summary>The amount of space in bytes that the array would use in a contiguous representation.</summary>
    [PyGetter("nbytes")]
    internal Value ByteCount(VmThread thread) => Check(thread) ? Value.Int((long)_count * _itemSize) : Value.Error;

    /// <summary>A bool indicating whether the memory is read only.</summary>
    [PyGetter("readonly")]
    internal Value ReadOnly(VmThread thread) => Check(thread) ? Value.Bool(_isReadOnly) : Value.Error;

    /// <summary>The format of an item, in struct module style.</summary>
    [PyGetter("format")]
    internal Value Format(VmThread thread) => Check(thread) ? Value.Str(_format) : Value.Error;

    /// <summary>The size in bytes of each element of the memoryview.</summary>
    [PyGetter("itemsize")]
    internal Value ItemSize(VmThread thread) => Check(thread) ? Value.Int(_itemSize) : Value.Error;

    /// <summary>The number of dimensions.</summary>
    [PyGetter("ndim")]
    internal Value Dimensions(VmThread thread) => Check(thread) ? Value.Int(1) : Value.Error;

    /// <summary>A tuple of the lengths of the dimensions.</summary>
    [PyGetter("shape")]
    internal Value GetShape(VmThread thread) => Check(thread) ? PyTuple.Of(Value.Int(_count)) : Value.Error;

    /// <summary>A tuple of the distances in bytes between elements of each dimension.</summary>
    [PyGetter("strides")]
    internal Value Strides(VmThread thread) => Check(thread) ? PyTuple.Of(Value.Int(_stride)) : Value.Error;

    /// <summary>A tuple of integers used internally for PIL-style arrays.</summary>
    [PyGetter("suboffsets")]
    internal Value SubOffsets(VmThread thread) => Check(thread) ? PyTuple.Empty : Value.Error;

    /// <summary>A bool indicating whether the memory is C contiguous.</summary>
    [PyGetter("c_contiguous")]
    internal Value CContiguous(VmThread thread) => Contiguous(thread);

    /// <summary>A bool indicating whether the memory is Fortran contiguous.</summary>
    [PyGetter("f_contiguous")]
    internal Value FortranContiguous(VmThread thread) => Contiguous(thread);

    /// <summary>A bool indicating whether the memory is contiguous.</summary>
    [PyGetter("contiguous")]
    internal Value Contiguous(VmThread thread) => Check(thread) ? Value.Bool(IsContiguous) : Value.Error;

    /// <summary>Return len(self).</summary>
    [PyMethod("__len__")]
    internal Value GetLength(VmThread thread) => Check(thread) ? Value.Int(_count) : Value.Error;

    /// <summary>Return self[key].</summary>
    [PyMethod("__getitem__")]
    internal Value GetItem(VmThread thread, Value key)
    {
        if (!Check(thread))
            return Value.Error;
        if (key.Ref is PySlice slice)
        {
            return SliceBounds.Resolve(thread, slice, _count, out var start, out _, out var step, out var count)
                ? new PyMemoryView(
                    _owner, _offset + (int)start * _stride, (int)count, (int)(_stride * step), _format, _itemSize, _isReadOnly)
                : Value.Error;
        }
        return TryIndex(thread, key, out var place) ? ItemAt(place) : Value.Error;
    }

    /// <summary>Set self[key] to value.</summary>
    [PyMethod("__setitem__")]
    internal Value SetItem(VmThread thread, Value key, Value value)
    {
        if (!Check(thread))
            return Value.Error;
        if (_isReadOnly)
            return thread.TypeError("cannot modify read-only memory");
        if (key.Ref is not PySlice)
        {
            return TryIndex(thread, key, out var place) && BufferItems.Write(thread, Room(place, 1), _format, value)
                ? Value.None
                : Value.Error;
        }
        if (value.Ref is not IBuffer source)
            return thread.TypeError($"a bytes-like object is required, not '{value.Type.Name}'");
        var target = GetItem(thread, key);
        if (target.Ref is not PyMemoryView view)
            return target;
        byte[] bytes = source.Memory.ToArray();
        if (source.Format != _format || bytes.Length != view._count * _itemSize)
            return thread.ValueError("memoryview assignment: lvalue and rvalue have different structures");
        for (var i = 0; i < view._count; i++)
            bytes.AsSpan(i * _itemSize, _itemSize).CopyTo(view.Room(i, 1));
        return Value.None;
    }

    /// <summary>Delete self[key].</summary>
    [PyMethod("__delitem__")]
    internal Value DeleteItem(VmThread thread, Value key) =>
        thread.TypeError(_isReadOnly ? "cannot modify read-only memory" : "cannot delete memory");

    /// <summary>Implement iter(self).</summary>
    [PyMethod("__iter__")]
    internal Value Iterate(VmThread thread) => Check(thread) ? new PyMemoryIterator(this) : Value.Error;

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    internal Value Repr(VmThread thread) =>
        Value.Str($"<{(_isReleased ? "released " : "")}memory at 0x{thread.Interpreter.Identities.Of(this):x}>");

    /// <summary>Return hash(self).</summary>
    [PyMethod("__hash__")]
    internal Value Hash(VmThread thread)
    {
        if (!Check(thread))
            return Value.Error;
        if (!_isReadOnly)
            return thread.ValueError("cannot hash writable memoryview object");
        if (_format is not ("B" or "b" or "c"))
            return thread.ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
        return Value.Int(new PyBytes(Copy()).Hash());
    }

    /// <summary>Return self==value.</summary>
    [PyMethod("__eq__")]
    internal Value Equal(VmThread thread, Value value)
    {
        if (ReferenceEquals(value.Ref, this))
            return Value.True;
        if (value.Ref is not IBuffer other || _isReleased)
            return _isReleased ? Value.False : Value.NotImplemented;
        var bytes = other.Memory;
        if (bytes.Length / other.ItemSize != _count)
            return Value.False;
        if (other.Format == _format && _format is not ("e" or "f" or "d"))
            return Value.Bool(bytes.SequenceEqual(Copy()));
        for (var i = 0; i < _count; i++)
        {
            var item = BufferItems.Read(bytes.Slice(i * other.ItemSize, other.ItemSize), other.Format);
            if (!Comparison.TryEquals(thread, ItemAt(i), item, out var equal))
                return Value.Error;
            // Two NaNs are not equal, even when they are the same bits.
            if (!equal || item.IsFloat && double.IsNaN(item.AsDouble))
                return Value.False;
        }
        return Value.True;
    }

    /// <summary>Return self!=value.</summary>
    [PyMethod("__ne__")]
    internal Value NotEqual(VmThread thread, Value value)
    {
        var equal = Equal(thread, value);
        return equal.IsError || equal.IsNotImplemented ? equal : Value.Bool(equal.IsFalse);
    }

    /// <summary>Return the data in the buffer as bytes.</summary>
    [PyMethod("tobytes", Signature = "order='C'")]
    internal Value ToBytes(VmThread thread, Value order)
    {
        if (!Check(thread))
            return Value.Error;
        if (order.Ref is PyStr { Text: not ("C" or "F" or "A") })
            return thread.ValueError("order must be 'C', 'F' or 'A'");
        return new PyBytes(Copy());
    }

    /// <summary>Return the data in the buffer as a list of elements.</summary>
    [PyMethod("tolist")]
    internal Value ToList(VmThread thread)
    {
        if (!Check(thread))
            return Value.Error;
        var items = new Value[_count];
        for (var i = 0; i < items.Length; i++)
            items[i] = ItemAt(i);
        return new PyList(items);
    }

    /// <summary>Return the data in the buffer as a string of hexadecimal numbers.</summary>
    [PyMethod("hex", Signature = "sep=None, bytes_per_sep=1")]
    internal Value Hex(VmThread thread, Value sep, int bytes_per_sep = 1) =>
        Check(thread) ? HexText.Make(thread, Copy(), sep, bytes_per_sep) : Value.Error;

    /// <summary>Return a readonly version of the memoryview.</summary>
    [PyMethod("toreadonly")]
    internal Value ToReadOnly(VmThread thread) => Check(thread)
        ? new PyMemoryView(_owner, _offset, _count, _stride, _format, _itemSize, true)
        : Value.Error;

    /// <summary>Cast a memoryview to a new format.</summary>
    [PyMethod("cast", Signature = "format, shape=None")]
    internal Value Cast(VmThread thread, string format, Value shape)
    {
        if (!Check(thread))
            return Value.Error;
        if (!IsContiguous)
            return thread.TypeError("memoryview: casts are restricted to C-contiguous views");
        var size = BufferItems.SizeOf(format);
        if (size == 0)
        {
            return thread.ValueError(
                "memoryview: destination format must be a native single character format prefixed with an optional '@'");
        }
        if (!IsByteFormat(_format) && !IsByteFormat(format))
            return thread.TypeError("memoryview: cannot cast between two non-byte formats");
        var total = _count * _itemSize;
        if (total % size != 0)
            return thread.TypeError("memoryview: length is not a multiple of itemsize");
        if (!shape.IsUnbound && !IsShapeOf(thread, shape, total / size))
            return thread.Pending is null ? MoreDimensions(thread) : Value.Error;
        return new PyMemoryView(_owner, _offset, total / size, size, format, size, _isReadOnly);
    }

    /// <summary>Release the underlying buffer exposed by the memoryview object.</summary>
    [PyMethod("release")]
    internal void Release()
    {
        _isReleased = true;
        for (; _entered > 0; _entered--)
            ((IBuffer)_owner).RemoveExport();
    }

    [PyMethod("__enter__")]
    internal Value Enter(VmThread thread)
    {
        if (!Check(thread))
            return Value.Error;
        _entered++;
        ((IBuffer)_owner).AddExport();
        return this;
    }

    [PyMethod("__exit__")]
    internal Value Exit(VmThread thread, ReadOnlySpan<Value> args)
    {
        Release();
        return Value.None;
    }

    void IBuffer.AddExport() => ((IBuffer)_owner).AddExport();

    void IBuffer.RemoveExport() => ((IBuffer)_owner).RemoveExport();

    /// <summary>Is it usable? ValueError when it was released or its owner has become too short for it.</summary>
    internal bool Check(VmThread thread)
    {
        var last = _count == 0 ? _offset : _offset + (_count - 1) * _stride;
        if (!_isReleased && (_count == 0 || Math.Max(last, _offset) + _itemSize <= ((IBuffer)_owner).Memory.Length))
            return true;
        thread.ValueError(_isReleased ? Released : "memoryview: the underlying object was resized");
        return false;
    }

    /// <summary>Number of items.</summary>
    internal int Count => _count;

    /// <summary>An item of a view that is usable.</summary>
    internal Value ItemAt(int place) => BufferItems.Read(Room(place, 1), _format);

    private static bool IsByteFormat(string format) => format.TrimStart('@') is "B" or "b" or "c";

    private static Value MoreDimensions(VmThread thread) =>
        thread.Raise(ExceptionTypes.NotImplementedError, "memoryview: views of more than one dimension are not implemented");

    private static bool IsShapeOf(VmThread thread, Value shape, int count)
    {
        if (Iteration.ToArray(thread, shape) is not { } lengths)
            return false;
        if (lengths.Length != 1)
            return false;
        if (!lengths[0].TryGetInt64(out var length))
            thread.TypeError("memoryview.cast(): elements of shape must be integers");
        else if (length != count)
            thread.TypeError("memoryview: product(shape) * itemsize != buffer size");
        return thread.Pending is null;
    }

    private bool TryIndex(VmThread thread, Value key, out int place)
    {
        place = 0;
        if (key.Ref is PyTuple tuple)
        {
            if (tuple.Items.Length == 1)
                return TryIndex(thread, tuple.Items[0], out place);
            thread.TypeError($"cannot index 1-dimension view with {tuple.Items.Length}-element tuple");
            return false;
        }
        if (!key.Type.Has(Special.Index))
        {
            thread.TypeError("memoryview: invalid slice key");
            return false;
        }
        if (!Conversions.TrySubscript(thread, key, out var index))
            return false;
        if (index < 0)
            index += _count;
        place = (int)index;
        if ((ulong)index < (ulong)_count)
            return true;
        thread.IndexError("index out of bounds on dimension 1");
        return false;
    }

    private Span<byte> Room(int place, int count) =>
        count == 0 ? default : ((IBuffer)_owner).Memory.Slice(_offset + place * _stride, count * _itemSize);

    private byte[] Copy()
    {
        if (IsContiguous)
            return Room(0, _count).ToArray();
        var bytes = new byte[_count * _itemSize];
        for (var i = 0; i < _count; i++)
            Room(i, 1).CopyTo(bytes.AsSpan(i * _itemSize));
        return bytes;
    }
}

/// <summary>Iterator over the items of a memoryview.</summary>
[PyType("memory_iterator")]
internal sealed partial class PyMemoryIterator : PyIterator
{
    private PyMemoryView? _view;
    private int _next;

    internal PyMemoryIterator(PyMemoryView view) : base(TypeObject.RootShape) => _view = view;

    internal override Value Next(VmThread thread)
    {
        if (_view is null || _next >= _view.Count)
        {
            _view = null;
            return Value.Unbound;
        }
        return _view.Check(thread) ? _view.ItemAt(_next++) : Value.Error;
    }
}
