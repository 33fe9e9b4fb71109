// Where the items of a view lie in its owner's memory: offset, lengths and strides, as in the buffer protocol. Only this file
// does arithmetic on places; memoryview asks.

namespace PyCoro.Runtime.Strings;

/// <summary>Places of items in memory, in any number of dimensions.</summary>
internal sealed class ViewLayout
{
    private readonly int _offset;

    private ViewLayout(int offset, int[] shape, int[] strides, int itemSize)
    {
        _offset = offset;
        Shape = shape;
        Strides = strides;
        ItemSize = itemSize;
        Count = 1;
        int first = offset, last = offset;
        for (var i = 0; i < shape.Length; i++)
        {
            Count *= shape[i];
            var reach = Math.Max(shape[i] - 1, 0) * strides[i];
            first += Math.Min(reach, 0);
            last += Math.Max(reach, 0);
        }
        End = Count == 0 ? 0 : last + itemSize;
    }

    /// <summary>Length of each dimension.</summary>
    internal int[] Shape { get; }

    /// <summary>Bytes between neighbours in each dimension.</summary>
    internal int[] Strides { get; }

    /// <summary>Bytes of an item.</summary>
    internal int ItemSize { get; }

    /// <summary>Number of items.</summary>
    internal int Count { get; }

    /// <summary>The memory must be at least so long.</summary>
    internal int End { get; }

    /// <summary>Number of dimensions.</summary>
    internal int Dimensions => Shape.Length;

    /// <summary>Items in C's order lie side by side.</summary>
    internal bool IsCContiguous
    {
        get
        {
            var expected = ItemSize;
            for (var i = Dimensions - 1; i >= 0 && Count > 0; i--)
            {
                if (Shape[i] > 1 && Strides[i] != expected)
                    return false;
                expected *= Shape[i];
            }
            return true;
        }
    }

    /// <summary>Items in Fortran's order, the first index fastest, lie side by side.</summary>
    internal bool IsFortranContiguous
    {
        get
        {
            var expected = ItemSize;
            for (var i = 0; i < Dimensions && Count > 0; i++)
            {
                if (Shape[i] > 1 && Strides[i] != expected)
                    return false;
                expected *= Shape[i];
            }
            return true;
        }
    }

    /// <summary>Items side by side in one dimension.</summary>
    internal static ViewLayout Flat(int count, int itemSize) => new(0, [count], [itemSize], itemSize);

    /// <summary>The same bytes, which are C-contiguous, as items of another size in another shape.</summary>
    internal ViewLayout Reshape(int[] shape, int itemSize)
    {
        var strides = new int[shape.Length];
        var stride = itemSize;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= shape[i];
        }
        return new ViewLayout(_offset, shape, strides, itemSize);
    }

    /// <summary>A slice of the first dimension.</summary>
    internal ViewLayout Slice(int start, int step, int count) => new(
        _offset + start * Strides[0], [count, .. Shape.AsSpan(1)], [Strides[0] * step, .. Strides.AsSpan(1)], ItemSize);

    /// <summary>Place of an item in a view of one dimension.</summary>
    internal int PlaceOf(int index) => _offset + index * Strides[0];

    /// <summary>Place of the item at valid indices.</summary>
    internal int PlaceOf(ReadOnlySpan<int> indices)
    {
        var place = _offset;
        for (var i = 0; i < indices.Length; i++)
            place += indices[i] * Strides[i];
        return place;
    }

    /// <summary>Are both of the same shape?</summary>
    internal bool HasShapeOf(ViewLayout other) => Shape.AsSpan().SequenceEqual(other.Shape);

    /// <summary>The stretch that the items take, when they are C-contiguous.</summary>
    internal Span<byte> Stretch(Span<byte> memory) => Count == 0 ? default : memory.Slice(_offset, Count * ItemSize);

    /// <summary>The items' bytes side by side, in C's order or in Fortran's.</summary>
    internal byte[] Copy(Span<byte> memory, bool inFortranOrder = false)
    {
        if (!inFortranOrder && IsCContiguous)
            return Stretch(memory).ToArray();
        var bytes = new byte[Count * ItemSize];
        var next = 0;
        foreach (var place in Places(inFortranOrder))
        {
            memory.Slice(place, ItemSize).CopyTo(bytes.AsSpan(next));
            next += ItemSize;
        }
        return bytes;
    }

    /// <summary>Places of all items in order.</summary>
    internal IEnumerable<int> Places(bool inFortranOrder = false)
    {
        var indices = new int[Dimensions];
        for (var left = Count; left > 0; left--)
        {
            yield return PlaceOf(indices);
            for (var i = 0; i < indices.Length; i++)
            {
                var dimension = inFortranOrder ? i : indices.Length - 1 - i;
                if (++indices[dimension] < Shape[dimension])
                    break;
                indices[dimension] = 0;
            }
        }
    }
}
