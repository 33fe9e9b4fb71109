// Items of a view: subscripts, iteration, comparison. Keys and values may run Python code, which may release the view or
// shorten its owner: what they say is known before memory is touched, and the view is checked again.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyMemoryView
{
    private const string InvalidKey = "memoryview: invalid slice key";

    /// <summary>Items of the first dimension.</summary>
    internal int Count => _layout.Dimensions == 0 ? 1 : _layout.Shape[0];

    /// <summary>Return len(self).</summary>
    [PyMethod("__len__")]
    internal Value GetLength(VmThread thread) => Check(thread) ? Value.Int(Count) : Value.Error;

    /// <summary>Return self[key].</summary>
    [PyMethod("__getitem__")]
    internal Value GetItem(VmThread thread, Value key)
    {
        if (!Check(thread))
            return Value.Error;
        if (_layout.Dimensions == 0)
        {
            return key.Ref switch
            {
                PyTuple { Items.Length: 0 } => ReadAt(thread, _layout.PlaceOf([])),
                PyEllipsis => this,
                _ => thread.TypeError("invalid indexing of 0-dim memory"),
            };
        }
        if (key.Ref is PySlice slice)
        {
            return SliceBounds.Resolve(thread, slice, Count, out var start, out _, out var step, out var count)
                ? new PyMemoryView(_owner, _layout.Slice((int)start, (int)step, (int)count), _format, _isReadOnly)
                : Value.Error;
        }
        if (IsSlices(key))
            return thread.Raise(ExceptionTypes.NotImplementedError, "multi-dimensional slicing is not implemented");
        if (_layout.Dimensions > 1 && key.Ref is not PyTuple && key.Type.Has(Special.Index))
            return thread.Raise(ExceptionTypes.NotImplementedError, "multi-dimensional sub-views are not implemented");
        return TryPlace(thread, key, out var place) ? ReadAt(thread, place) : Value.Error;
    }

    /// <summary>Set self[key] to value.</summary>
    [PyMethod("__setitem__")]
    internal Value SetItem(VmThread thread, Value key, Value value)
    {
        if (!Check(thread))
            return Value.Error;
        if (_isReadOnly)
            return thread.TypeError("cannot modify read-only memory");
        int place;
        if (_layout.Dimensions == 0)
        {
            if (key.Ref is not (PyEllipsis or PyTuple { Items.Length: 0 }))
                return thread.TypeError("invalid indexing of 0-dim memory");
            place = _layout.PlaceOf([]);
        }
        else if (key.Ref is PySlice slice && _layout.Dimensions == 1)
        {
            return SetSlice(thread, slice, value);
        }
        else if (key.Ref is PySlice || IsSlices(key))
        {
            return thread.Raise(
                ExceptionTypes.NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1");
        }
        else if (!TryPlace(thread, key, out place))
        {
            return Value.Error;
        }
        if (BufferItems.SizeOf(_format) == 0)
            return Unsupported(thread);
        Span<byte> item = stackalloc byte[BufferItems.LargestSize];
        item = item[.._layout.ItemSize];
        if (!BufferItems.Write(thread, item, _format, value) || !Check(thread))
            return Value.Error;
        item.CopyTo(Memory[place..]);
        return Value.None;
    }

    /// <summary>Delete self[key].</summary>
    [PyMethod("__delitem__")]
    internal Value DeleteItem(VmThread thread, Value key) =>
        thread.TypeError(_isReadOnly ? "cannot modify read-only memory" : "cannot delete memory");

    /// <summary>Implement iter(self).</summary>
    [PyMethod("__iter__")]
    internal Value Iterate(VmThread thread) => _layout.Dimensions switch
    {
        _ when !Check(thread) => Value.Error,
        0 => thread.TypeError("invalid indexing of 0-dim memory"),
        1 => new PyMemoryIterator(this),
        _ => thread.Raise(ExceptionTypes.NotImplementedError, "multi-dimensional sub-views are not implemented"),
    };

    /// <summary>Return self==value.</summary>
    [PyMethod("__eq__")]
    internal Value Equal(VmThread thread, Value value)
    {
        if (_isReleased || value.Ref is PyMemoryView { _isReleased: true })
            return Value.Bool(ReferenceEquals(value.Ref, this));
        if (Of(value) is not { } other)
            return Value.NotImplemented;
        if (!Check(thread) || !other.Check(thread))
            return Value.Error;
        if (!_layout.HasShapeOf(other._layout) || BufferItems.SizeOf(_format) == 0 || BufferItems.SizeOf(other._format) == 0)
            return Value.False;
        if (BufferItems.AreSame(_format, other._format) && !_format.EndsWith('f') && !_format.EndsWith('d') && !_format.EndsWith('?'))
            return Value.Bool(((IBuffer)this).Memory.SequenceEqual(((IBuffer)other).Memory));
        using var others = other._layout.Places().GetEnumerator();
        foreach (var place in _layout.Places())
        {
            others.MoveNext();
            var left = ReadAt(thread, place);
            if (!Comparison.TryEquals(thread, left, other.ReadAt(thread, others.Current), out var equal))
                return Value.Error;
            // Two NaNs are not equal, even when they are the same bits.
            if (!equal || left.IsFloat && double.IsNaN(left.AsDouble))
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

    /// <summary>Return the data in the buffer as a list of elements, nested by dimension.</summary>
    [PyMethod("tolist")]
    internal Value ToList(VmThread thread)
    {
        if (!Check(thread))
            return Value.Error;
        if (BufferItems.SizeOf(_format) == 0)
            return Unsupported(thread);
        return ToList(thread, new int[_layout.Dimensions], 0);
    }

    /// <summary>An item of a usable view of one dimension.</summary>
    internal Value ItemAt(VmThread thread, int index) => ReadAt(thread, _layout.PlaceOf(index));

    private static bool IsSlices(Value key) =>
        key.Ref is PyTuple { Items.Length: > 0 } tuple && tuple.Items.All(static item => item.Ref is PySlice);

    private Value ToList(VmThread thread, int[] indices, int dimension)
    {
        if (dimension == indices.Length)
            return ReadAt(thread, _layout.PlaceOf(indices));
        var items = new Value[_layout.Shape[dimension]];
        for (var i = 0; i < items.Length; i++)
        {
            indices[dimension] = i;
            items[i] = ToList(thread, indices, dimension + 1);
        }
        return new PyList(items);
    }

    private Value ReadAt(VmThread thread, int place) => BufferItems.SizeOf(_format) == 0
        ? Unsupported(thread)
        : BufferItems.Read(Memory.Slice(place, _layout.ItemSize), _format);

    private Value Unsupported(VmThread thread) =>
        thread.Raise(ExceptionTypes.NotImplementedError, $"memoryview: format {_format} not supported");

    private Value SetSlice(VmThread thread, PySlice slice, Value value)
    {
        if (Of(value) is not { } source)
            return thread.TypeError($"a bytes-like object is required, not '{value.Type.QualifiedNativeName}'");
        if (!source.Check(thread)
            || !SliceBounds.Resolve(thread, slice, Count, out var start, out _, out var step, out var count)
            || !Check(thread) || !source.Check(thread))
        {
            return Value.Error;
        }
        var target = _layout.Slice((int)start, (int)step, (int)count);
        if (!BufferItems.AreSame(_format, source._format) || !target.HasShapeOf(source._layout))
            return thread.ValueError("memoryview assignment: lvalue and rvalue have different structures");
        var bytes = source._layout.Copy(source.Memory);
        var size = _layout.ItemSize;
        for (var i = 0; i < count; i++)
            bytes.AsSpan(i * size, size).CopyTo(Memory[target.PlaceOf(i)..]);
        return Value.None;
    }

    // The place of an item by an index or a tuple of them.
    private bool TryPlace(VmThread thread, Value key, out int place)
    {
        place = 0;
        var keys = key.Ref is PyTuple tuple ? tuple.Items : [key];
        var isComplete = true;
        foreach (var item in keys)
        {
            if (item.IsSmallInt || item.Type.Has(Special.Index))
                continue;
            thread.TypeError(InvalidKey);
            return false;
        }
        if (keys.Length < _layout.Dimensions)
        {
            thread.Raise(ExceptionTypes.NotImplementedError, "sub-views are not implemented");
            return false;
        }
        if (keys.Length > _layout.Dimensions)
        {
            thread.TypeError($"cannot index {_layout.Dimensions}-dimension view with {keys.Length}-element tuple");
            return false;
        }
        Span<int> indices = stackalloc int[keys.Length];
        for (var i = 0; i < keys.Length && isComplete; i++)
            isComplete = TryIndex(thread, keys[i], i, out indices[i]);
        place = isComplete ? _layout.PlaceOf(indices) : 0;
        return isComplete && Check(thread);
    }

    private bool TryIndex(VmThread thread, Value key, int dimension, out int place)
    {
        place = 0;
        if (!Conversions.TrySubscript(thread, key, out var index))
            return false;
        var length = _layout.Shape[dimension];
        if (index < 0)
            index += length;
        place = (int)index;
        if ((ulong)index < (ulong)length)
            return true;
        thread.IndexError($"index out of bounds on dimension {dimension + 1}");
        return false;
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
        return _view.Check(thread) ? _view.ItemAt(thread, _next++) : Value.Error;
    }
}
