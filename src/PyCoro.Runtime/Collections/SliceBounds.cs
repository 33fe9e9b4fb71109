// A slice is only a request: how many items it takes depends on the length it is applied to. Every sequence asks here, so
// that clipping and negative indices are worked out in one place.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Applies slices to lengths (library reference: Common Sequence Operations, notes 4 and 5).</summary>
internal static class SliceBounds
{
    /// <summary>Where to start, where to stop (may be -1 going down), the step and the number of items; false when it raised.</summary>
    internal static bool Resolve(
        VmThread thread, PySlice slice, long length, out long start, out long stop, out long step, out long count)
    {
        if (!TryUnpack(thread, slice, out start, out stop, out step))
        {
            count = 0;
            return false;
        }
        count = Clip(length, ref start, ref stop, step);
        return true;
    }

    /// <summary>The three numbers before they meet a length: omitted ones are as far out as can be. Calls <c>__index__</c>,
    /// which may change the sequence, so ask for the length after it.</summary>
    internal static bool TryUnpack(VmThread thread, PySlice slice, out long start, out long stop, out long step)
    {
        start = stop = 0;
        step = 1;
        if (!slice.Step.IsNone)
        {
            if (!TryBound(thread, slice.Step, out step))
                return false;
            if (step == 0)
            {
                thread.ValueError("slice step cannot be zero");
                return false;
            }
            if (step < -long.MaxValue)
                step = -long.MaxValue;
        }
        if (slice.Start.IsNone)
            start = step < 0 ? long.MaxValue : 0;
        else if (!TryBound(thread, slice.Start, out start))
            return false;
        if (slice.Stop.IsNone)
            stop = step < 0 ? long.MinValue : long.MaxValue;
        else if (!TryBound(thread, slice.Stop, out stop))
            return false;
        return true;
    }

    /// <summary>Clips to a length and counts the items.</summary>
    internal static long Clip(long length, ref long start, ref long stop, long step)
    {
        var lowest = step < 0 ? -1 : 0;
        var highest = step < 0 ? length - 1 : length;
        start = Place(start, length, lowest, highest);
        stop = Place(stop, length, lowest, highest);
        if (step < 0)
            return stop < start ? ((start - stop - 1) / -step) + 1 : 0;
        return start < stop ? ((stop - start - 1) / step) + 1 : 0;
    }

    private static long Place(long index, long length, long lowest, long highest)
    {
        if (index < 0)
        {
            index += length;
            return index < 0 ? lowest : index;
        }
        return index >= length ? highest : index;
    }

    private static bool TryBound(VmThread thread, Value value, out long bound)
    {
        if (value.IsSmallInt)
        {
            bound = value.Bits;
            return true;
        }
        if (value.Ref is PyInt || value.Type.Has(Special.Index))
            return Conversions.TryIndexClamped(thread, value, out bound);
        bound = 0;
        thread.TypeError("slice indices must be integers or None or have an __index__ method");
        return false;
    }
}
