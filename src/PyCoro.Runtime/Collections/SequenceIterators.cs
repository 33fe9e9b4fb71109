// Iterators over sequences. They keep a reference to the sequence and an index, never a copy, so that a loop sees what is
// appended while it runs; when one has reached the end it lets the sequence go and stays at the end.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>iter(list).</summary>
[PyType("list_iterator")]
internal sealed partial class PyListIterator : PyIterator
{
    /// <summary>What is iterated, null at the end.</summary>
    internal PyList? List;

    /// <summary>Of the next item.</summary>
    internal int Index;

    internal PyListIterator(PyList list) : base(TypeObject.RootShape) => List = list;

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        if (List is not null)
            visit(List);
    }

    internal override Value Next(VmThread thread)
    {
        var list = List;
        if (list is null)
            return Value.Unbound;
        var index = Index;
        if ((uint)index < (uint)list.Count)
        {
            Index = index + 1;
            return list.Items[index];
        }
        List = null;
        return Value.Unbound;
    }

    /// <summary>Private method returning an estimate of len(list(it)).</summary>
    [PyMethod("__length_hint__")]
    private long LengthHint() => List is { } list ? Math.Max(0, list.Count - Index) : 0;

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        var iter = IterationState.BuiltinFunction(thread, "iter");
        if (iter.IsError)
            return iter;
        return List is { } list ? PyTuple.Of(iter, PyTuple.Of(list), Value.Int(Index)) : PyTuple.Of(iter, PyTuple.Of(new PyList()));
    }

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private void SetState(long state) => Index = (int)Math.Clamp(state, 0, List?.Count ?? 0);
}

/// <summary>reversed(list).</summary>
[PyType("list_reverseiterator")]
internal sealed partial class PyListReverseIterator : PyIterator
{
    private PyList? _list;
    private int _index;

    internal PyListReverseIterator(PyList list) : base(TypeObject.RootShape)
    {
        _list = list;
        _index = list.Count - 1;
    }

    internal override Value Next(VmThread thread)
    {
        if (_list is { } list && _index >= 0 && _index < list.Count)
            return list.Items[_index--];
        _list = null;
        return Value.Unbound;
    }

    /// <summary>Private method returning an estimate of len(list(it)).</summary>
    [PyMethod("__length_hint__")]
    private long LengthHint() => _list is { } list && _index < list.Count ? _index + 1 : 0;

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        var maker = IterationState.BuiltinFunction(thread, _list is null ? "iter" : "reversed");
        if (maker.IsError)
            return maker;
        return _list is { } list ? PyTuple.Of(maker, PyTuple.Of(list), Value.Int(_index)) : PyTuple.Of(maker, PyTuple.Of(new PyList()));
    }

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private void SetState(long state) => _index = (int)Math.Clamp(state, -1, (_list?.Count ?? 0) - 1);
}

/// <summary>iter(tuple).</summary>
[PyType("tuple_iterator")]
internal sealed partial class PyTupleIterator : PyIterator
{
    /// <summary>What is iterated.</summary>
    internal Value[] Items;

    /// <summary>Of the next item.</summary>
    internal int Index;

    internal PyTupleIterator(PyTuple tuple) : base(TypeObject.RootShape) => Items = tuple.Items;

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        foreach (var item in Items)
            visit(item);
    }

    internal override Value Next(VmThread thread)
    {
        var items = Items;
        var index = Index;
        if ((uint)index >= (uint)items.Length)
        {
            Items = [];
            return Value.Unbound;
        }
        Index = index + 1;
        return items[index];
    }

    /// <summary>Private method returning an estimate of len(list(it)).</summary>
    [PyMethod("__length_hint__")]
    private long LengthHint() => Math.Max(0, Items.Length - Index);

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        var iter = IterationState.BuiltinFunction(thread, "iter");
        if (iter.IsError)
            return iter;
        return Items.Length == 0
            ? PyTuple.Of(iter, PyTuple.Of(PyTuple.Empty))
            : PyTuple.Of(iter, PyTuple.Of(PyTuple.Of(Items)), Value.Int(Index));
    }

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private void SetState(long state) => Index = (int)Math.Clamp(state, 0, Items.Length);
}

/// <summary>iter() of an object with __getitem__ only (data model, the old sequence protocol).</summary>
[PyType("iterator")]
internal sealed partial class PySequenceIterator : PyIterator
{
    private Value _sequence;
    private long _index;

    internal PySequenceIterator(Value sequence) : base(TypeObject.RootShape) => _sequence = sequence;

    internal override Value Next(VmThread thread)
    {
        if (_sequence.IsUnbound)
            return Value.Unbound;
        if (_index == long.MaxValue)
            return thread.Raise(ExceptionTypes.OverflowError, "iter index too large");
        var item = Items.Get(thread, _sequence, Value.Int(_index));
        if (!item.IsError)
        {
            _index++;
            return item;
        }
        if (!thread.ClearPending(ExceptionTypes.IndexError) && !thread.ClearPending(ExceptionTypes.StopIteration))
            return Value.Error;
        _sequence = Value.Unbound;
        return Value.Unbound;
    }

    /// <summary>Private method returning an estimate of len(list(it)).</summary>
    [PyMethod("__length_hint__")]
    private Value LengthHint(VmThread thread)
    {
        if (_sequence.IsUnbound)
            return Value.Int(0);
        if (!_sequence.Type.Has(Types.Special.Len))
            return Value.NotImplemented;
        return Items.TryLength(thread, _sequence, out var length) ? Value.Int(Math.Max(0, length - _index)) : Value.Error;
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        var iter = IterationState.BuiltinFunction(thread, "iter");
        if (iter.IsError)
            return iter;
        return _sequence.IsUnbound
            ? PyTuple.Of(iter, PyTuple.Of(PyTuple.Empty))
            : PyTuple.Of(iter, PyTuple.Of(_sequence), Value.Int(_index));
    }

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private void SetState(long state) => _index = Math.Max(0, state);
}

/// <summary>iter(callable, sentinel).</summary>
[PyType("callable_iterator")]
internal sealed partial class PyCallableIterator : PyIterator
{
    private Value _callable;
    private readonly Value _sentinel;

    internal PyCallableIterator(Value callable, Value sentinel) : base(TypeObject.RootShape)
    {
        _callable = callable;
        _sentinel = sentinel;
    }

    internal override Value Next(VmThread thread)
    {
        if (_callable.IsUnbound)
            return Value.Unbound;
        var item = thread.Call(_callable);
        if (item.IsError)
        {
            if (!thread.ClearPending(ExceptionTypes.StopIteration))
                return item;
            _callable = Value.Unbound;
            return Value.Unbound;
        }
        // The call may have come back here and ended the iteration.
        if (_callable.IsUnbound)
            return Value.Unbound;
        if (!Comparison.TryEquals(thread, item, _sentinel, out var equal))
            return Value.Error;
        if (!equal)
            return item;
        _callable = Value.Unbound;
        return Value.Unbound;
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        var iter = IterationState.BuiltinFunction(thread, "iter");
        if (iter.IsError)
            return iter;
        return PyTuple.Of(iter, _callable.IsUnbound ? PyTuple.Of(PyTuple.Empty) : PyTuple.Of(_callable, _sentinel));
    }
}
