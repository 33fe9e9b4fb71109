// Iterators that let some items of another one pass: compress, dropwhile, takewhile, filterfalse, islice.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Itertools;

/// <summary>Return data elements corresponding to true selector elements.
///
/// Forms a shorter iterator from selected data elements using the selectors to
/// choose the data elements.</summary>
[PyType("compress", Module = "itertools", Subclassable = true)]
internal sealed partial class PyCompress : PyIterator
{
    private readonly Value _data;
    private readonly Value _selectors;

    private PyCompress(Shape shape, Value data, Value selectors) : base(shape)
    {
        _data = data;
        _selectors = selectors;
    }

    [PyNew(Signature = "data, selectors")]
    private static Value New(VmThread thread, PyType type, Value data, Value selectors) =>
        Iterators.TryOpen(thread, [data, selectors], out var opened) ? new PyCompress(type.RootShape, opened[0], opened[1]) : Value.Error;

    internal override Value Next(VmThread thread)
    {
        while (true)
        {
            var item = Iteration.Next(thread, _data);
            if (item.IsSentinel)
                return item;
            var selector = Iteration.Next(thread, _selectors);
            if (selector.IsSentinel)
                return selector;
            if (!Truth.TryTest(thread, selector, out var selected))
                return Value.Error;
            if (selected)
                return item;
        }
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce() => PyTuple.Of(Type, PyTuple.Of(_data, _selectors));
}

/// <summary>Drop items from the iterable while predicate(item) is true.
///
/// Afterwards, return every element until the iterable is exhausted.</summary>
[PyType("dropwhile", Module = "itertools", Subclassable = true)]
internal sealed partial class PyDropWhile : PyIterator
{
    private readonly Value _predicate;
    private readonly Value _iterator;
    private bool _started;

    private PyDropWhile(Shape shape, Value predicate, Value iterator) : base(shape)
    {
        _predicate = predicate;
        _iterator = iterator;
    }

    [PyNew]
    private static Value New(VmThread thread, PyType type, Value predicate, Value iterable)
    {
        var iterator = Iteration.GetIter(thread, iterable);
        return iterator.IsError ? iterator : new PyDropWhile(type.RootShape, predicate, iterator);
    }

    internal override Value Next(VmThread thread)
    {
        while (true)
        {
            var item = Iteration.Next(thread, _iterator);
            if (item.IsSentinel || _started)
                return item;
            var test = thread.Call(_predicate, item);
            if (test.IsError || !Truth.TryTest(thread, test, out var dropped))
                return Value.Error;
            if (dropped)
                continue;
            _started = true;
            return item;
        }
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce() => PyTuple.Of(Type, PyTuple.Of(_predicate, _iterator), Value.Int(_started ? 1 : 0));

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private Value SetState(VmThread thread, Value state) => Truth.TryTest(thread, state, out _started) ? Value.None : Value.Error;
}

/// <summary>Return successive entries from an iterable as long as the predicate evaluates to true for each entry.</summary>
[PyType("takewhile", Module = "itertools", Subclassable = true)]
internal sealed partial class PyTakeWhile : PyIterator
{
    private readonly Value _predicate;
    private readonly Value _iterator;
    private bool _stopped;

    private PyTakeWhile(Shape shape, Value predicate, Value iterator) : base(shape)
    {
        _predicate = predicate;
        _iterator = iterator;
    }

    [PyNew]
    private static Value New(VmThread thread, PyType type, Value predicate, Value iterable)
    {
        var iterator = Iteration.GetIter(thread, iterable);
        return iterator.IsError ? iterator : new PyTakeWhile(type.RootShape, predicate, iterator);
    }

    internal override Value Next(VmThread thread)
    {
        if (_stopped)
            return Value.Unbound;
        var item = Iteration.Next(thread, _iterator);
        if (item.IsSentinel)
            return item;
        var test = thread.Call(_predicate, item);
        if (test.IsError || !Truth.TryTest(thread, test, out var taken))
            return Value.Error;
        if (taken)
            return item;
        _stopped = true;
        return Value.Unbound;
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce() => PyTuple.Of(Type, PyTuple.Of(_predicate, _iterator), Value.Int(_stopped ? 1 : 0));

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private Value SetState(VmThread thread, Value state) => Truth.TryTest(thread, state, out _stopped) ? Value.None : Value.Error;
}

/// <summary>Return those items of iterable for which function(item) is false.
///
/// If function is None, return the items that are false.</summary>
[PyType("filterfalse", Module = "itertools", Subclassable = true)]
internal sealed partial class PyFilterFalse : PyIterator
{
    private readonly Value _function;
    private readonly Value _iterator;

    private PyFilterFalse(Shape shape, Value function, Value iterator) : base(shape)
    {
        _function = function;
        _iterator = iterator;
    }

    [PyNew]
    private static Value New(VmThread thread, PyType type, Value function, Value iterable)
    {
        var iterator = Iteration.GetIter(thread, iterable);
        return iterator.IsError ? iterator : new PyFilterFalse(type.RootShape, function, iterator);
    }

    internal override Value Next(VmThread thread)
    {
        while (true)
        {
            var item = Iteration.Next(thread, _iterator);
            if (item.IsSentinel)
                return item;
            var test = _function.IsNone || ReferenceEquals(_function.Ref, PyBool.TypeObject) ? item : thread.Call(_function, item);
            if (test.IsError || !Truth.TryTest(thread, test, out var truth))
                return Value.Error;
            if (!truth)
                return item;
        }
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce() => PyTuple.Of(Type, PyTuple.Of(_function, _iterator));
}

/// <summary>islice(iterable, stop) --> islice object
/// islice(iterable, start, stop[, step]) --> islice object
///
/// Return an iterator whose next() method returns selected values from an
/// iterable.  If start is specified, will skip all preceding elements;
/// otherwise, start defaults to zero.  Step defaults to one.  If
/// specified as another value, step determines how many values are
/// skipped between successive calls.  Works like a slice() on a list
/// but returns an iterator.</summary>
[PyType("islice", Module = "itertools", Subclassable = true)]
internal sealed partial class PyIslice : PyIterator
{
    private readonly long _stop;
    private readonly long _step;
    private Value _iterator;
    private long _next;
    private long _position;

    private PyIslice(Shape shape, Value iterator, long start, long stop, long step) : base(shape)
    {
        _iterator = iterator;
        _next = start;
        _stop = stop;
        _step = step;
    }

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args)
    {
        if (args.Length is < 2 or > 4)
        {
            return args.Length < 2
                ? thread.TypeError($"islice expected at least 2 arguments, got {args.Length}")
                : thread.TypeError($"islice expected at most 4 arguments, got {args.Length}");
        }
        long start = 0, stop = -1, step = 1;
        if (args.Length == 2)
        {
            if (!TryBound(thread, args[1], -1, out stop))
                return thread.ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
        }
        else
        {
            if (!TryBound(thread, args[1], 0, out start))
                return thread.ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
            if (!TryBound(thread, args[2], -1, out stop))
                return thread.ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
        }
        if (args.Length == 4 && (!TryBound(thread, args[3], 1, out step) || step < 1))
            return thread.ValueError("Step for islice() must be a positive integer or None.");
        var iterator = Iteration.GetIter(thread, args[0]);
        return iterator.IsError ? iterator : new PyIslice(type.RootShape, iterator, start, stop, step);
    }

    private static bool TryBound(VmThread thread, Value value, long standard, out long bound)
    {
        bound = standard;
        if (value.IsNone)
            return true;
        if (Conversions.TryIndex64(thread, value, out bound))
            return bound >= 0;
        thread.TakePending();
        return false;
    }

    internal override Value Next(VmThread thread)
    {
        if (_iterator.IsUnbound)
            return Value.Unbound;
        while (_position < _next && (_stop < 0 || _position < _stop))
        {
            var skipped = Iteration.Next(thread, _iterator);
            if (skipped.IsSentinel)
                return Stop(skipped);
            _position++;
        }
        if (_stop >= 0 && _position >= _stop)
            return Stop(Value.Unbound);
        var item = Iteration.Next(thread, _iterator);
        if (item.IsSentinel)
            return Stop(item);
        _position++;
        _next = _next > long.MaxValue - _step ? long.MaxValue : _next + _step;
        if (_stop >= 0 && _next > _stop)
            _next = _stop;
        return item;
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce()
    {
        if (_iterator.IsUnbound)
            return PyTuple.Of(Type, PyTuple.Of(new PyListIterator(new PyList()), Value.Int(0)), Value.Int(0));
        var stop = _stop < 0 ? Value.None : Value.Int(_stop);
        return PyTuple.Of(Type, PyTuple.Of([_iterator, Value.Int(_next), stop, Value.Int(_step)]), Value.Int(_position));
    }

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private Value SetState(VmThread thread, Value state) =>
        IterationState.TryIndex(thread, state, out _position) ? Value.None : Value.Error;

    private Value Stop(Value outcome)
    {
        _iterator = Value.Unbound;
        return outcome;
    }
}
