using System.Runtime.CompilerServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Built-in mutable sequence.
///
/// If no argument is given, the constructor creates a new empty list.
/// The argument must be an iterable if specified.</summary>
/// <remarks>Library reference: Lists. The methods are in ListMethods.cs.</remarks>
[PyType("list", Subclassable = true)]
public sealed partial class PyList : PyObject
{
    /// <summary>Room for the items; only the first <see cref="Count"/> are in use.</summary>
    internal Value[] Items;

    /// <summary><c>len(self)</c>.</summary>
    internal int Count;

    /// <summary>An empty list.</summary>
    public PyList() : this(TypeObject.RootShape) { }

    internal PyList(Shape shape) : base(shape) => Items = [];

    /// <summary>A list that owns the array.</summary>
    internal PyList(Value[] items) : base(TypeObject.RootShape)
    {
        Items = items;
        Count = items.Length;
    }

    /// <summary>The items in use; valid until the list changes.</summary>
    internal ReadOnlySpan<Value> Span => Items.AsSpan(0, Count);

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        foreach (var item in Span)
            visit(item);
    }

    /// <summary>Adds an item at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Append(Value item)
    {
        var items = Items;
        var count = Count;
        if ((uint)count < (uint)items.Length)
        {
            items[count] = item;
            Count = count + 1;
        }
        else
        {
            Grow(item);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(Value item)
    {
        // Every step copies the array (CPython often extends it in place), so the steps are larger than there.
        Array.Resize(ref Items, Count < 8 ? Math.Max(4, Count * 2) : Count + (Count >> 1) + 6);
        Items[Count++] = item;
    }
}
