using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

// list[...]: indices and slices, read, assigned and deleted. The right side of an assignment is collected and the slice's
// own numbers are computed before the list is measured, because both may run Python code that changes it.
public sealed partial class PyList
{
    /// <summary>x.__getitem__(y) &lt;==> x[y]</summary>
    [PyMethod("__getitem__")]
    internal Value GetItem(VmThread thread, Value index)
    {
        if (index.IsSmallInt)
        {
            var place = index.Bits < 0 ? index.Bits + Count : index.Bits;
            return (ulong)place < (ulong)Count ? Items[place] : thread.IndexError("list index out of range");
        }
        if (index.Ref is PySlice slice)
            return GetSlice(thread, slice);
        if (!Sequences.TryIndex(thread, index, 0, "list", out var number))
            return Value.Error;
        if (number < 0)
            number += Count;
        return (ulong)number < (ulong)Count ? Items[number] : thread.IndexError("list index out of range");
    }

    /// <summary>Set self[key] to value.</summary>
    [PyMethod("__setitem__")]
    internal Value SetItem(VmThread thread, Value key, Value value)
    {
        if (key.Ref is PySlice slice)
            return SetSlice(thread, slice, value);
        if (!Sequences.TryIndex(thread, key, 0, "list", out var index))
            return Value.Error;
        if (index < 0)
            index += Count;
        if ((ulong)index >= (ulong)Count)
            return thread.IndexError("list assignment index out of range");
        Items[index] = value;
        return Value.None;
    }

    /// <summary>Delete self[key].</summary>
    [PyMethod("__delitem__")]
    internal Value DelItem(VmThread thread, Value key)
    {
        if (key.Ref is PySlice slice)
            return DeleteSlice(thread, slice);
        if (!Sequences.TryIndex(thread, key, 0, "list", out var index))
            return Value.Error;
        if (index < 0)
            index += Count;
        if ((ulong)index >= (ulong)Count)
            return thread.IndexError("list assignment index out of range");
        RemoveAt((int)index);
        return Value.None;
    }

    private Value GetSlice(VmThread thread, PySlice slice)
    {
        if (!SliceBounds.TryUnpack(thread, slice, out var start, out var stop, out var step))
            return Value.Error;
        var count = SliceBounds.Clip(Count, ref start, ref stop, step);
        return new PyList(Pick(Items, start, step, count));
    }

    /// <summary>The items of a slice in a new array.</summary>
    internal static Value[] Pick(Value[] items, long start, long step, long count)
    {
        if (step == 1)
            return items.AsSpan((int)start, (int)count).ToArray();
        var picked = new Value[count];
        for (var i = 0; i < picked.Length; i++, start += step)
            picked[i] = items[start];
        return picked;
    }

    private Value SetSlice(VmThread thread, PySlice slice, Value value)
    {
        if (!SliceBounds.TryUnpack(thread, slice, out var start, out var stop, out var step))
            return Value.Error;
        if (step == 1)
            return ReplaceRange(thread, start, stop, value);
        if (Replacement(thread, value, "must assign iterable to extended slice") is not { } items)
            return Value.Error;
        var count = SliceBounds.Clip(Count, ref start, ref stop, step);
        if (items.Length != count)
            return thread.ValueError($"attempt to assign sequence of size {items.Length} to extended slice of size {count}");
        foreach (var item in items)
        {
            Items[start] = item;
            start += step;
        }
        return Value.None;
    }

    private Value ReplaceRange(VmThread thread, long start, long stop, Value value)
    {
        if (Replacement(thread, value, "can only assign an iterable") is not { } items)
            return Value.Error;
        var count = SliceBounds.Clip(Count, ref start, ref stop, 1);
        Splice((int)start, (int)count, items);
        return Value.None;
    }

    private Value DeleteSlice(VmThread thread, PySlice slice)
    {
        if (!SliceBounds.TryUnpack(thread, slice, out var start, out var stop, out var step))
            return Value.Error;
        var count = (int)SliceBounds.Clip(Count, ref start, ref stop, step);
        if (count == 0)
            return Value.None;
        if (step < 0)
        {
            start += step * (count - 1);
            step = -step;
        }
        if (step == 1)
        {
            Splice((int)start, count, []);
            return Value.None;
        }
        var kept = (int)start;
        var next = start;
        for (var i = (int)start; i < Count; i++)
        {
            if (i == next && count > 0)
            {
                next += step;
                count--;
            }
            else
            {
                Items[kept++] = Items[i];
            }
        }
        Items.AsSpan(kept, Count - kept).Clear();
        Count = kept;
        return Value.None;
    }

    private void Splice(int start, int count, ReadOnlySpan<Value> items)
    {
        var growth = items.Length - count;
        if (growth > 0)
            Reserve(growth);
        Array.Copy(Items, start + count, Items, start + items.Length, Count - start - count);
        items.CopyTo(Items.AsSpan(start));
        if (growth < 0)
            Items.AsSpan(Count + growth, -growth).Clear();
        Count += growth;
    }

    private static Value[]? Replacement(VmThread thread, Value value, string message)
    {
        // A list, this one above all, is copied before anything moves.
        if (value.Ref is PyList list && ReferenceEquals(list.Shape, TypeObject.RootShape))
            return list.Span.ToArray();
        if (Iteration.ToArray(thread, value) is { } items)
            return items;
        if (!value.Type.Has(Types.Special.Iter) && !value.Type.Has(Types.Special.GetItem)
            && thread.ClearPending(Exceptions.ExceptionTypes.TypeError))
            thread.TypeError(message);
        return null;
    }
}
