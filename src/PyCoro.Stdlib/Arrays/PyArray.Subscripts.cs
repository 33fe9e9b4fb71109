// Subscripts and the operators of sequences.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Arrays;

internal sealed partial class PyArray
{
    [PyMethod("__len__")]
    private long Length() => _count;

    [PyMethod("__iter__")]
    private Value Iter() => new PyArrayIterator(this);

    [PyMethod("__contains__")]
    private Value Contains(VmThread thread, Value key) =>
        Sequences.TryFind(thread, new ArrayMembers(thread, this), key, 0, long.MaxValue, out var place)
            ? Value.Bool(place >= 0)
            : Value.Error;

    [PyMethod("__getitem__")]
    private Value GetItem(VmThread thread, Value key)
    {
        if (key.Ref is not PySlice slice)
            return TryPlace(thread, key, "array index out of range", out var place) ? ItemAt(thread, place) : Value.Error;
        if (!SliceBounds.Resolve(thread, slice, _count, out var start, out _, out var step, out var count))
            return Value.Error;
        var size = Kind.Size;
        if (step == 1)
            return With(Bytes.Slice((int)start * size, (int)count * size).ToArray());
        var bytes = new byte[count * size];
        for (var i = 0; i < count; i++)
            Bytes.Slice((int)(start + i * step) * size, size).CopyTo(bytes.AsSpan(i * size));
        return With(bytes);
    }

    [PyMethod("__setitem__")]
    private Value SetItem(VmThread thread, Value key, Value value)
    {
        if (key.Ref is PySlice slice)
            return SetSlice(thread, slice, value);
        Span<byte> item = stackalloc byte[LargestItem];
        item = item[..Kind.Size];
        if (!TryPlace(thread, key, "array assignment index out of range", out var place)
            || !Kind.TryWrite(thread, item, value))
        {
            return Value.Error;
        }
        // The conversion may have shortened the array; then there is nothing to set any more.
        if (place < _count)
            item.CopyTo(Bytes[(place * Kind.Size)..]);
        return Value.None;
    }

    [PyMethod("__delitem__")]
    private Value DelItem(VmThread thread, Value key)
    {
        if (key.Ref is not PySlice slice)
        {
            return TryPlace(thread, key, "array assignment index out of range", out var place) && Splice(thread, place, 1, [])
                ? Value.None
                : Value.Error;
        }
        if (!SliceBounds.Resolve(thread, slice, _count, out var start, out _, out var step, out var count))
            return Value.Error;
        if (step == 1 || count == 0)
            return count == 0 || Splice(thread, (int)start, (int)count, []) ? Value.None : Value.Error;
        var size = Kind.Size;
        var kept = new byte[(_count - (int)count) * size];
        var next = 0;
        for (var i = 0; i < _count; i++)
        {
            var offset = i - start;
            if (offset % step == 0 && offset / step >= 0 && offset / step < count)
                continue;
            Bytes.Slice(i * size, size).CopyTo(kept.AsSpan(next));
            next += size;
        }
        return Splice(thread, 0, _count, kept) ? Value.None : Value.Error;
    }

    [PyMethod("__add__")]
    private Value Add(VmThread thread, Value value)
    {
        if (value.Ref is not PyArray other)
            return SequenceOperators.CannotConcatenate(thread, value, $"can only append array (not \"{value.Type.Name}\") to array");
        return other.Kind == Kind ? With([.. Bytes, .. other.Bytes]) : thread.TypeError("bad argument type for built-in operation");
    }

    [PyMethod("__iadd__")]
    private Value InPlaceAdd(VmThread thread, Value value)
    {
        if (value.Ref is not PyArray)
            return thread.TypeError($"can only extend array with array (not \"{value.Type.Name}\")");
        return Extend(thread, value).IsError ? Value.Error : this;
    }

    [PyMethod("__mul__")]
    [PyMethod("__rmul__")]
    private Value Mul(VmThread thread, Value value) =>
        Repeated(thread, value) is { } bytes ? With(bytes) : SequenceOperators.Refused(thread);

    [PyMethod("__imul__")]
    private Value InPlaceMul(VmThread thread, Value value)
    {
        if (Repeated(thread, value) is not { } bytes)
            return SequenceOperators.Refused(thread);
        return Splice(thread, 0, _count, bytes) ? this : Value.Error;
    }

    private byte[]? Repeated(VmThread thread, Value factor)
    {
        if (!SequenceOperators.TryCount(thread, factor, Bytes.Length, out var times))
            return null;
        var bytes = new byte[Bytes.Length * times];
        Spans.FillWith(bytes, Bytes);
        return bytes;
    }

    private Value SetSlice(VmThread thread, PySlice slice, Value value)
    {
        if (value.Ref is not PyArray other)
            return thread.TypeError($"can only assign array (not \"{value.Type.Name}\") to array slice");
        if (other.Kind != Kind)
            return thread.TypeError("bad argument type for built-in operation");
        if (!SliceBounds.Resolve(thread, slice, _count, out var start, out var stop, out var step, out var count))
            return Value.Error;
        var items = ReferenceEquals(other, this) ? Bytes.ToArray() : other.Bytes;
        if (step == 1)
            return Splice(thread, (int)start, (int)count, items) ? Value.None : Value.Error;
        var size = Kind.Size;
        if (items.Length != count * size)
        {
            return thread.ValueError(
                $"attempt to assign array of size {items.Length / size} to extended slice of size {count}");
        }
        for (var i = 0; i < count; i++)
            items.Slice(i * size, size).CopyTo(Bytes[((int)(start + i * step) * size)..]);
        return Value.None;
    }

    private bool TryPlace(VmThread thread, Value key, string outOfRange, out int place)
    {
        place = 0;
        if (!key.IsSmallInt && !key.Type.Has(Special.Index))
        {
            thread.TypeError("array indices must be integers");
            return false;
        }
        if (!Conversions.TrySubscript(thread, key, out var index))
            return false;
        if (index < 0)
            index += _count;
        place = (int)index;
        if ((ulong)index < (ulong)_count)
            return true;
        thread.IndexError(outOfRange);
        return false;
    }
}

/// <summary>iter(array).</summary>
[PyType("arrayiterator", Module = "array")]
internal sealed partial class PyArrayIterator : PyIterator
{
    private PyArray? _array;
    private int _next;

    internal PyArrayIterator(PyArray array) : base(TypeObject.RootShape) => _array = array;

    internal override Value Next(VmThread thread)
    {
        if (_array is not null && _next < _array.Count)
            return _array.ItemAt(thread, _next++);
        _array = null;
        return Value.Unbound;
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread) => _array is { } array
        ? PyTuple.Of(IterationState.BuiltinFunction(thread, "iter"), PyTuple.Of(array), Value.Int(_next))
        : PyTuple.Of(IterationState.BuiltinFunction(thread, "iter"), PyTuple.Of((Value)PyTuple.Empty));

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private void SetState(long state) => _next = (int)System.Math.Clamp(state, 0, _array?.Count ?? 0);
}
