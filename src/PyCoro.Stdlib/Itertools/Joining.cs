// Iterators that put items of several iterables, or neighbouring items, together: chain, pairwise, zip_longest, starmap,
// accumulate.

using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Itertools;

/// <summary>chain(*iterables) --> chain object
///
/// Return a chain object whose .__next__() method returns elements from the
/// first iterable until it is exhausted, then elements from the next
/// iterable, until all of the iterables are exhausted.</summary>
[PyType("chain", Module = "itertools", Subclassable = true)]
internal sealed partial class PyChain : PyIterator
{
    private Value _iterables;
    private Value _current = Value.Unbound;

    private PyChain(Shape shape, Value iterables) : base(shape) => _iterables = iterables;

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> iterables) =>
        new PyChain(type.RootShape, Iteration.GetIter(thread, PyTuple.Of(iterables.ToArray())));

    /// <summary>See PEP 585</summary>
    [PyClassMethod("__class_getitem__")]
    private static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);

    /// <summary>Alternative chain() constructor taking a single iterable argument that evaluates lazily.</summary>
    [PyClassMethod("from_iterable")]
    private static Value FromIterable(VmThread thread, PyType type, Value iterable)
    {
        var iterables = Iteration.GetIter(thread, iterable);
        return iterables.IsError ? iterables : new PyChain(type.RootShape, iterables);
    }

    internal override Value Next(VmThread thread)
    {
        while (!_iterables.IsUnbound)
        {
            if (_current.IsUnbound)
            {
                var iterable = Iteration.Next(thread, _iterables);
                var opened = iterable.IsSentinel ? iterable : Iteration.GetIter(thread, iterable);
                if (opened.IsSentinel)
                {
                    _iterables = Value.Unbound;
                    return opened;
                }
                _current = opened;
            }
            var item = Iteration.Next(thread, _current);
            if (!item.IsUnbound)
                return item;
            _current = Value.Unbound;
        }
        return Value.Unbound;
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce()
    {
        if (_iterables.IsUnbound)
            return PyTuple.Of(Type, PyTuple.Empty);
        return PyTuple.Of(Type, PyTuple.Empty, _current.IsUnbound ? PyTuple.Of(_iterables) : PyTuple.Of(_iterables, _current));
    }

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private Value SetState(VmThread thread, Value state)
    {
        if (!IterationState.TryUnpack(thread, state, 1, 2, out var parts))
            return Value.Error;
        foreach (var part in parts)
        {
            if (!part.Type.Has(Special.Next))
                return thread.TypeError("Arguments must be iterators.");
        }
        _iterables = parts[0];
        _current = parts.Length > 1 ? parts[1] : Value.Unbound;
        return Value.None;
    }
}

/// <summary>Return an iterator of overlapping pairs taken from the input iterator.
///
///     s -> (s0,s1), (s1,s2), (s2, s3), ...</summary>
[PyType("pairwise", Module = "itertools", Subclassable = true)]
internal sealed partial class PyPairwise : PyIterator
{
    private readonly Value _iterator;
    private Value _previous = Value.Unbound;

    private PyPairwise(Shape shape, Value iterator) : base(shape) => _iterator = iterator;

    [PyNew(Signature = "iterable, /")]
    private static Value New(VmThread thread, PyType type, Value iterable)
    {
        var iterator = Iteration.GetIter(thread, iterable);
        return iterator.IsError ? iterator : new PyPairwise(type.RootShape, iterator);
    }

    internal override Value Next(VmThread thread)
    {
        if (_previous.IsUnbound)
        {
            _previous = Iteration.Next(thread, _iterator);
            if (_previous.IsSentinel)
            {
                var outcome = _previous;
                _previous = Value.Unbound;
                return outcome;
            }
        }
        // The source may call back and step this one: what was the previous item then stays it for this call.
        var previous = _previous;
        var item = Iteration.Next(thread, _iterator);
        if (item.IsSentinel)
            return item;
        var pair = PyTuple.Of(previous, item);
        _previous = item;
        return pair;
    }
}

/// <summary>Return a zip_longest object whose .__next__() method returns a tuple where
/// the i-th element comes from the i-th iterable argument.  The .__next__()
/// method continues until the longest iterable in the argument sequence
/// is exhausted and then it raises StopIteration.  When the shorter iterables
/// are exhausted, the fillvalue is substituted in their place.  The fillvalue
/// defaults to None or can be specified by a keyword argument.</summary>
[PyType("zip_longest", Module = "itertools", Subclassable = true)]
internal sealed partial class PyZipLongest : PyIterator
{
    private readonly Value[] _iterators;
    private Value _fill;
    private int _active;

    private PyZipLongest(Shape shape, Value[] iterators, Value fill) : base(shape)
    {
        _iterators = iterators;
        _fill = fill;
        _active = iterators.Length;
    }

    [PyNew(Signature = "*iterables, fillvalue=None")]
    private static Value New(VmThread thread, PyType type, Value fillvalue, ReadOnlySpan<Value> iterables) =>
        Iterators.TryOpen(thread, iterables, out var iterators)
            ? new PyZipLongest(type.RootShape, iterators, fillvalue.IsUnbound ? Value.None : fillvalue)
            : Value.Error;

    internal override Value Next(VmThread thread)
    {
        if (_active == 0)
            return Value.Unbound;
        var items = new Value[_iterators.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = _iterators[i].IsUnbound ? _fill : Iteration.Next(thread, _iterators[i]);
            if (items[i].IsError)
            {
                _active = 0;
                return Value.Error;
            }
            if (!items[i].IsUnbound)
                continue;
            if (--_active == 0)
                return Value.Unbound;
            _iterators[i] = Value.Unbound;
            items[i] = _fill;
        }
        return new PyTuple(items);
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce()
    {
        var iterators = new Value[_iterators.Length];
        for (var i = 0; i < iterators.Length; i++)
            iterators[i] = _iterators[i].IsUnbound ? PyTuple.Empty : _iterators[i];
        return PyTuple.Of(Type, PyTuple.Of(iterators), _fill);
    }

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private void SetState(Value state) => _fill = state;
}

/// <summary>Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.</summary>
[PyType("starmap", Module = "itertools", Subclassable = true)]
internal sealed partial class PyStarMap : PyIterator
{
    private readonly Value _function;
    private readonly Value _iterator;

    private PyStarMap(Shape shape, Value function, Value iterator) : base(shape)
    {
        _function = function;
        _iterator = iterator;
    }

    [PyNew]
    private static Value New(VmThread thread, PyType type, Value function, Value iterable)
    {
        var iterator = Iteration.GetIter(thread, iterable);
        return iterator.IsError ? iterator : new PyStarMap(type.RootShape, function, iterator);
    }

    internal override Value Next(VmThread thread)
    {
        var args = Iteration.Next(thread, _iterator);
        if (args.IsSentinel)
            return args;
        return Iteration.ToArray(thread, args) is { } unpacked ? thread.Call(_function, unpacked, null) : Value.Error;
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce() => PyTuple.Of(Type, PyTuple.Of(_function, _iterator));
}

/// <summary>Return series of accumulated sums (or other binary function results).</summary>
[PyType("accumulate", Module = "itertools", Subclassable = true)]
internal sealed partial class PyAccumulate : PyIterator
{
    private readonly Value _iterator;
    private readonly Value _function;
    private Value _initial;
    private Value _total = Value.Unbound;

    private PyAccumulate(Shape shape, Value iterator, Value function, Value initial) : base(shape)
    {
        _iterator = iterator;
        _function = function;
        _initial = initial;
    }

    [PyNew(Signature = "iterable, func=None, *, initial=None")]
    private static Value New(VmThread thread, PyType type, Value iterable, Value func, Value initial)
    {
        var iterator = Iteration.GetIter(thread, iterable);
        if (iterator.IsError)
            return iterator;
        return new PyAccumulate(
            type.RootShape, iterator, func.IsUnbound ? Value.None : func, initial.IsNone ? Value.Unbound : initial);
    }

    internal override Value Next(VmThread thread)
    {
        if (!_initial.IsUnbound)
        {
            _total = _initial;
            _initial = Value.Unbound;
            return _total;
        }
        var item = Iteration.Next(thread, _iterator);
        if (item.IsSentinel)
            return item;
        if (_total.IsUnbound)
            return _total = item;
        var total = _function.IsNone
            ? Arithmetic.Binary(thread, BinaryOperation.Add, _total, item)
            : thread.Call(_function, _total, item);
        if (!total.IsError)
            _total = total;
        return total;
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        if (!_initial.IsUnbound)
        {
            // Not begun: the initial value goes before the items.
            var first = PyTuple.Of(PyTuple.Of(_initial), _iterator);
            var joined = thread.CallMethod(PyChain.TypeObject, PyStr.Of("from_iterable"), first);
            return joined.IsError ? joined : PyTuple.Of(Type, PyTuple.Of(joined, _function), Value.None);
        }
        if (!_total.IsNone)
            return PyTuple.Of(Type, PyTuple.Of(_iterator, _function), _total.IsUnbound ? Value.None : _total);
        // A total of None would read as "no state": let the copy compute it and skip what it gave.
        var again = PyTuple.Of(PyTuple.Of(Value.None), _iterator);
        var source = thread.CallMethod(PyChain.TypeObject, PyStr.Of("from_iterable"), again);
        if (source.IsError)
            return source;
        var copy = new PyAccumulate(Type.RootShape, source, _function, Value.Unbound);
        return PyTuple.Of(PyIslice.TypeObject, PyTuple.Of(copy, Value.Int(1), Value.None));
    }

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private void SetState(Value state) => _total = state;
}
