// keys(), values() and items(): windows on a dict. The first and the last are sets as far as operators go; their results
// are plain sets (library reference: Dictionary view objects).

using System.Text;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>What the three views share.</summary>
internal abstract class PyDictView : PyObject
{
    private protected PyDictView(Shape shape, PyDict dict) : base(shape) => Dict = dict;

    /// <summary>What is viewed.</summary>
    internal PyDict Dict { get; }

    /// <summary>Return len(self).</summary>
    [PyMethod("__len__")]
    internal long Length() => Dict.Count;

    /// <summary>Implement iter(self).</summary>
    [PyMethod("__iter__")]
    internal Value Iter() => MakeIterator();

    /// <summary>Return a reverse iterator over the view.</summary>
    [PyMethod("__reversed__")]
    internal Value Reversed() => MakeReversed();

    /// <summary>dictionary that this view refers to</summary>
    [PyGetter("mapping")]
    internal Value Mapping() => new PyMappingProxy(Dict);

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    internal Value Repr(VmThread thread)
    {
        if (!thread.EnterRepr(this))
            return thread.Pending is null ? Value.Str("...") : Value.Error;
        var text = new StringBuilder(Type.Name).Append("([");
        var items = Iteration.ToArray(thread, this);
        var done = items is not null && Sequences.AppendReprs(thread, text, new ArrayItems(items));
        thread.LeaveRepr(this);
        return done ? Value.Str(text.Append("])").ToString()) : Value.Error;
    }

    private protected abstract PyIterator MakeIterator();

    private protected abstract PyIterator MakeReversed();
}

/// <summary>A view that is a set.</summary>
internal abstract class PyDictSetView : PyDictView
{
    private protected PyDictSetView(Shape shape, PyDict dict) : base(shape, dict) { }

    /// <summary>Is the value in the view? False when it raised.</summary>
    internal abstract bool TryContains(VmThread thread, Value value, out bool found);

    /// <summary>Return key in self.</summary>
    [PyMethod("__contains__")]
    internal Value Contains(VmThread thread, Value key) => TryContains(thread, key, out var found) ? Value.Bool(found) : Value.Error;

    /// <summary>Return True if the view and the given iterable have a null intersection.</summary>
    [PyMethod("isdisjoint")]
    internal Value IsDisjoint(VmThread thread, Value other)
    {
        var iterator = Iteration.GetIter(thread, other);
        if (iterator.IsError)
            return iterator;
        while (true)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsSentinel)
                return item.IsUnbound ? Value.True : item;
            if (!TryContains(thread, item, out var found))
                return Value.Error;
            if (found)
                return Value.False;
        }
    }

    /// <summary>Return self&amp;value.</summary>
    [PyMethod("__and__")]
    internal Value And(VmThread thread, Value value)
    {
        var result = new PySet();
        var iterator = Iteration.GetIter(thread, value);
        if (iterator.IsError)
            return iterator;
        while (true)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsSentinel)
                return item.IsUnbound ? result : item;
            if (!TryContains(thread, item, out var found) || (found && !result.TryAdd(thread, item)))
                return Value.Error;
        }
    }

    /// <summary>Return value&amp;self.</summary>
    [PyMethod("__rand__")]
    internal Value RAnd(VmThread thread, Value value) => And(thread, value);

    /// <summary>Return self|value.</summary>
    [PyMethod("__or__")]
    internal Value Or(VmThread thread, Value value) => Combine(thread, this, value, static (t, set, other) => set.UpdateFrom(t, other));

    /// <summary>Return value|self.</summary>
    [PyMethod("__ror__")]
    internal Value ROr(VmThread thread, Value value) => Combine(thread, value, this, static (t, set, other) => set.UpdateFrom(t, other));

    /// <summary>Return self-value.</summary>
    [PyMethod("__sub__")]
    internal Value Sub(VmThread thread, Value value) => Combine(thread, this, value, static (t, set, other) => set.TryRemoveAll(t, other));

    /// <summary>Return value-self.</summary>
    [PyMethod("__rsub__")]
    internal Value RSub(VmThread thread, Value value) => Combine(thread, value, this, static (t, set, other) => set.TryRemoveAll(t, other));

    /// <summary>Return self^value.</summary>
    [PyMethod("__xor__")]
    internal Value Xor(VmThread thread, Value value) => Combine(thread, this, value, static (t, set, other) => set.TryToggleAll(t, other));

    /// <summary>Return value^self.</summary>
    [PyMethod("__rxor__")]
    internal Value RXor(VmThread thread, Value value) => Combine(thread, value, this, static (t, set, other) => set.TryToggleAll(t, other));

    private static Value Combine(VmThread thread, Value left, Value right, Func<VmThread, PySet, Value, bool> change)
    {
        var result = new PySet();
        return result.UpdateFrom(thread, left) && change(thread, result, right) ? result : Value.Error;
    }

    [PyComparison]
    internal Value CompareTo(VmThread thread, CompareOperation operation, Value other)
    {
        if (other.Ref is not (PySetBase or PyDictSetView))
            return Value.NotImplemented;
        if (!Items.TryLength(thread, other, out var size))
            return Value.Error;
        var order = ((long)Dict.Count).CompareTo(size);
        var (smaller, larger) = order <= 0 ? ((Value)this, other) : (other, this);
        var decided = operation switch
        {
            CompareOperation.Eq or CompareOperation.Ne => order != 0,
            CompareOperation.Lt => order >= 0,
            CompareOperation.Le => order > 0,
            CompareOperation.Gt => order <= 0,
            _ => order < 0,
        };
        if (decided)
            return Value.Bool(operation == CompareOperation.Ne);
        var iterator = Iteration.GetIter(thread, smaller);
        if (iterator.IsError)
            return iterator;
        while (true)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsSentinel)
                return item.IsUnbound ? Value.Bool(operation != CompareOperation.Ne) : item;
            if (!Items.TryContains(thread, larger, item, out var found))
                return Value.Error;
            if (!found)
                return Value.Bool(operation == CompareOperation.Ne);
        }
    }
}

/// <summary>dict.keys().</summary>
[PyType("dict_keys")]
internal partial class PyDictKeys : PyDictSetView
{
    internal PyDictKeys(PyDict dict) : this(TypeObject.RootShape, dict) { }

    private protected PyDictKeys(Shape shape, PyDict dict) : base(shape, dict) { }

    internal override bool TryContains(VmThread thread, Value value, out bool found)
    {
        var item = Dict.Get(thread, value);
        found = !item.IsSentinel;
        return !item.IsError;
    }

    private protected override PyIterator MakeIterator() => new PyDictKeyIterator(Dict);

    private protected override PyIterator MakeReversed() => new PyDictReverseKeyIterator(Dict);
}

/// <summary>dict.items().</summary>
[PyType("dict_items")]
internal partial class PyDictItems : PyDictSetView
{
    internal PyDictItems(PyDict dict) : this(TypeObject.RootShape, dict) { }

    private protected PyDictItems(Shape shape, PyDict dict) : base(shape, dict) { }

    internal override bool TryContains(VmThread thread, Value value, out bool found)
    {
        found = false;
        if (value.Ref is not PyTuple { Items: [var key, var item] })
            return true;
        var own = Dict.Get(thread, key);
        return own.IsUnbound || (!own.IsError && Comparison.TryEquals(thread, own, item, out found));
    }

    private protected override PyIterator MakeIterator() => new PyDictItemIterator(Dict);

    private protected override PyIterator MakeReversed() => new PyDictReverseItemIterator(Dict);
}

/// <summary>dict.values().</summary>
[PyType("dict_values")]
internal partial class PyDictValues : PyDictView
{
    internal PyDictValues(PyDict dict) : this(TypeObject.RootShape, dict) { }

    private protected PyDictValues(Shape shape, PyDict dict) : base(shape, dict) { }

    private protected override PyIterator MakeIterator() => new PyDictValueIterator(Dict);

    private protected override PyIterator MakeReversed() => new PyDictReverseValueIterator(Dict);
}
