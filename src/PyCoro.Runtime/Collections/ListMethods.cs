using System.Text;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

// What Python calls on lists (library reference: Mutable Sequence Types). Subscripts are in ListSubscripts.cs, sorting in ListSort.cs.
public sealed partial class PyList
{
    /// <summary>A list with room for a number of items.</summary>
    internal static PyList WithCapacity(int capacity) => new(TypeObject.RootShape) { Items = capacity == 0 ? [] : new Value[capacity] };

    /// <summary>A list that owns the first items of an array.</summary>
    internal static PyList Owning(Value[] items, int count) => new(items) { Count = count };

    /// <summary>Makes room for more items without changing the count.</summary>
    internal void Reserve(int more)
    {
        var needed = Count + more;
        if (needed > Items.Length)
            Array.Resize(ref Items, Math.Max(needed, Items.Length + (Items.Length >> 3) + 6));
    }

    /// <summary>Adds the items of any iterable; false when it raised (what came before stays, as in CPython).</summary>
    internal bool ExtendFrom(VmThread thread, Value iterable)
    {
        switch (iterable.Ref)
        {
            case PyList list when ReferenceEquals(list.Shape, TypeObject.RootShape):
                return AddSpan(list.Items.AsSpan(0, list.Count));
            case PyTuple tuple when ReferenceEquals(tuple.Shape, PyTuple.TypeObject.RootShape):
                return AddSpan(tuple.Items);
        }
        var iterator = Iteration.GetIter(thread, iterable);
        if (iterator.IsError)
            return false;
        if (!Iteration.TryLengthHint(thread, iterable, out var hint))
            return false;
        if (hint > 0)
            Reserve(Math.Min(hint, 1 << 20));
        if (iterator.Ref is PyIterator { IsOverridden: false } native)
        {
            while (true)
            {
                var item = native.Next(thread);
                if (item.IsSentinel)
                    return item.IsUnbound;
                Append(item);
            }
        }
        while (true)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsSentinel)
                return item.IsUnbound;
            Append(item);
        }
    }

    /// <summary>Removes the item at a valid index.</summary>
    internal void RemoveAt(int index)
    {
        Count--;
        if (index < Count)
            Array.Copy(Items, index + 1, Items, index, Count - index);
        Items[Count] = default;
    }

    private bool AddSpan(ReadOnlySpan<Value> items)
    {
        Reserve(items.Length);
        items.CopyTo(Items.AsSpan(Count));
        Count += items.Length;
        return true;
    }

    /// <summary>Initialize self.  See help(type(self)) for accurate signature.</summary>
    [PyMethod("__init__", Signature = "iterable=(), /")]
    private Value Init(VmThread thread, Value iterable)
    {
        if (Count > 0)
            Clear();
        return iterable.IsUnbound || ExtendFrom(thread, iterable) ? Value.None : Value.Error;
    }

    /// <summary>See PEP 585</summary>
    [PyClassMethod("__class_getitem__")]
    private static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);

    /// <summary>Append object to the end of the list.</summary>
    [PyMethod("append")]
    private void AppendObject(Value @object) => Append(@object);

    /// <summary>Remove all items from list.</summary>
    [PyMethod("clear")]
    internal void Clear()
    {
        Items = [];
        Count = 0;
    }

    /// <summary>Return a shallow copy of the list.</summary>
    [PyMethod("copy")]
    internal PyList Copy() => new(Span.ToArray());

    /// <summary>Return number of occurrences of value.</summary>
    [PyMethod("count")]
    private Value CountOf(VmThread thread, Value value) => Sequences.CountOf(thread, new ListItems(this), value);

    /// <summary>Extend list by appending elements from the iterable.</summary>
    [PyMethod("extend")]
    private Value Extend(VmThread thread, Value iterable) => ExtendFrom(thread, iterable) ? Value.None : Value.Error;

    /// <summary>Return first index of value.
    ///
    /// Raises ValueError if the value is not present.</summary>
    [PyMethod("index", Signature = "value, start=0, stop=9223372036854775807, /")]
    private Value Index(VmThread thread, Value value, Value start, Value stop)
    {
        if (!Sequences.TryBounds(thread, start, stop, Count, out var from, out var to)
            || !Sequences.TryFind(thread, new ListItems(this), value, from, to, out var index))
            return Value.Error;
        if (index >= 0)
            return Value.Int(index);
        return Texts.Repr(thread, value) is { } repr ? thread.ValueError($"{repr.Text} is not in list") : Value.Error;
    }

    /// <summary>Insert object before index.</summary>
    [PyMethod("insert")]
    private void Insert(long index, Value @object)
    {
        if (index < 0)
            index = Math.Max(0, index + Count);
        var place = (int)Math.Min(index, Count);
        Append(@object);
        if (place == Count - 1)
            return;
        Array.Copy(Items, place, Items, place + 1, Count - 1 - place);
        Items[place] = @object;
    }

    /// <summary>Remove and return item at index (default last).
    ///
    /// Raises IndexError if list is empty or index is out of range.</summary>
    [PyMethod("pop", Signature = "index=-1, /")]
    internal Value Pop(VmThread thread, long index = -1)
    {
        if (Count == 0)
            return thread.IndexError("pop from empty list");
        if (index < 0)
            index += Count;
        if ((ulong)index >= (ulong)Count)
            return thread.IndexError("pop index out of range");
        var item = Items[index];
        RemoveAt((int)index);
        return item;
    }

    /// <summary>Remove first occurrence of value.
    ///
    /// Raises ValueError if the value is not present.</summary>
    [PyMethod("remove")]
    private Value Remove(VmThread thread, Value value)
    {
        if (!Sequences.TryFind(thread, new ListItems(this), value, 0, long.MaxValue, out var index))
            return Value.Error;
        if (index < 0)
            return thread.ValueError("list.remove(x): x not in list");
        if (index < Count)
            RemoveAt(index);
        return Value.None;
    }

    /// <summary>Reverse *IN PLACE*.</summary>
    [PyMethod("reverse")]
    private void Reverse() => Items.AsSpan(0, Count).Reverse();

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        if (Count == 0)
            return Value.Str("[]");
        if (!thread.EnterRepr(this))
            return thread.Pending is null ? Value.Str("[...]") : Value.Error;
        var text = new StringBuilder("[");
        var done = Sequences.AppendReprs(thread, text, new ListItems(this));
        thread.LeaveRepr(this);
        return done ? Value.Str(text.Append(']').ToString()) : Value.Error;
    }

    /// <summary>Return len(self).</summary>
    [PyMethod("__len__")]
    private long Length() => Count;

    /// <summary>Return key in self.</summary>
    [PyMethod("__contains__")]
    private Value Contains(VmThread thread, Value key) =>
        Sequences.TryFind(thread, new ListItems(this), key, 0, long.MaxValue, out var index) ? Value.Bool(index >= 0) : Value.Error;

    /// <summary>Implement iter(self).</summary>
    [PyMethod("__iter__")]
    internal PyListIterator Iter() => new(this);

    /// <summary>Return a reverse iterator over the list.</summary>
    [PyMethod("__reversed__")]
    private PyListReverseIterator Reversed() => new(this);

    /// <summary>Return self+value.</summary>
    [PyMethod("__add__")]
    private Value Add(VmThread thread, Value value)
    {
        if (value.Ref is not PyList other)
            return Sequences.CannotConcatenate(thread, "list", value);
        var items = new Value[Count + other.Count];
        Span.CopyTo(items);
        other.Span.CopyTo(items.AsSpan(Count));
        return new PyList(items);
    }

    /// <summary>Implement self+=value.</summary>
    [PyMethod("__iadd__")]
    private Value InPlaceAdd(VmThread thread, Value value) => ExtendFrom(thread, value) ? this : Value.Error;

    /// <summary>Return self*value.</summary>
    [PyMethod("__mul__")]
    private Value Mul(VmThread thread, Value value) =>
        Sequences.Repeat(thread, Span, value) is { } items ? new PyList(items) : SequenceOperators.Refused(thread);

    /// <summary>Return value*self.</summary>
    [PyMethod("__rmul__")]
    private Value RMul(VmThread thread, Value value) => Mul(thread, value);

    /// <summary>Implement self*=value.</summary>
    [PyMethod("__imul__")]
    private Value InPlaceMul(VmThread thread, Value value)
    {
        if (Sequences.Repeat(thread, Span, value) is not { } items)
            return SequenceOperators.Refused(thread);
        Items = items;
        Count = items.Length;
        return this;
    }

    [PyComparison]
    private Value CompareTo(VmThread thread, CompareOperation operation, Value other) => other.Ref is PyList list
        ? Sequences.Compare(thread, operation, new ListItems(this), new ListItems(list))
        : Value.NotImplemented;
}
