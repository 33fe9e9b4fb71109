// Iterators that need not end: count, cycle, repeat.

using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Itertools;

/// <summary>Return a count object whose .__next__() method returns consecutive values.
///
/// Equivalent to:
///     def count(firstval=0, step=1):
///         x = firstval
///         while 1:
///             yield x
///             x += step</summary>
[PyType("count", Module = "itertools", Subclassable = true)]
internal sealed partial class PyCount : PyIterator
{
    private readonly Value _step;
    private Value _current;

    private PyCount(Shape shape, Value start, Value step) : base(shape)
    {
        _current = start;
        _step = step;
    }

    [PyNew(Signature = "start=0, step=1")]
    private static Value New(VmThread thread, PyType type, Value start, Value step)
    {
        if (start.IsUnbound)
            start = Value.Int(0);
        if (step.IsUnbound)
            step = Value.Int(1);
        return IsNumber(start) && IsNumber(step) ? new PyCount(type.RootShape, start, step) : thread.TypeError("a number is required");
    }

    private static bool IsNumber(Value value) =>
        value.Ref is null or PyInt or PyComplex || value.IsFloat || value.Type.Has(Special.Index) || value.Type.Has(Special.Float);

    internal override Value Next(VmThread thread)
    {
        var current = _current;
        if (current.IsSmallInt && _step.IsSmallInt && _step.Bits == 1 && current.Bits < long.MaxValue)
        {
            _current = Value.Int(current.Bits + 1);
            return current;
        }
        var next = Arithmetic.Binary(thread, BinaryOperation.Add, current, _step);
        if (next.IsError)
            return next;
        _current = next;
        return current;
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        if (Texts.Repr(thread, _current) is not { } current || Texts.Repr(thread, _step) is not { } step)
            return Value.Error;
        return Value.Str(_step.IsSmallInt && _step.Bits == 1 ? $"{Type.Name}({current.Text})" : $"{Type.Name}({current.Text}, {step.Text})");
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce() => PyTuple.Of(
        Type, _step.IsSmallInt && _step.Bits == 1 ? PyTuple.Of(_current) : PyTuple.Of(_current, _step));
}

/// <summary>Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.</summary>
[PyType("cycle", Module = "itertools", Subclassable = true)]
internal sealed partial class PyCycle : PyIterator
{
    private PyList _saved = new();
    private Value _iterator;
    private int _index;

    // The items of the first pass are in the list already: an unpickled cycle.
    private bool _isSaved;

    private PyCycle(Shape shape, Value iterator) : base(shape) => _iterator = iterator;

    [PyNew(Signature = "iterable, /")]
    private static Value New(VmThread thread, PyType type, Value iterable)
    {
        var iterator = Iteration.GetIter(thread, iterable);
        return iterator.IsError ? iterator : new PyCycle(type.RootShape, iterator);
    }

    internal override Value Next(VmThread thread)
    {
        if (!_iterator.IsUnbound)
        {
            var item = Iteration.Next(thread, _iterator);
            if (item.IsError)
                return item;
            if (!item.IsUnbound)
            {
                if (!_isSaved)
                    _saved.Append(item);
                return item;
            }
            _iterator = Value.Unbound;
        }
        if (_saved.Count == 0)
            return Value.Unbound;
        if (_index >= _saved.Count)
            _index = 0;
        return _saved.Items[_index++];
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        if (!_iterator.IsUnbound)
            return PyTuple.Of(Type, PyTuple.Of(_iterator), PyTuple.Of(_saved, Value.Bool(_isSaved)));
        var rest = new PyListIterator(_saved) { Index = _index };
        return PyTuple.Of(Type, PyTuple.Of(rest), PyTuple.Of(_saved, Value.True));
    }

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private Value SetState(VmThread thread, Value state)
    {
        if (!IterationState.TryUnpack(thread, state, 2, 2, out var parts))
            return Value.Error;
        if (parts[0].Ref is not PyList saved)
            return IterationState.WrongPart(thread, 1, "list", parts[0]);
        if (!Conversions.TryIndex64(thread, parts[1], out var isSaved))
            return Value.Error;
        _isSaved = isSaved != 0;
        _saved = saved;
        return Value.None;
    }
}

/// <summary>repeat(object [,times]) -> create an iterator which returns the object
/// for the specified number of times.  If not specified, returns the object
/// endlessly.</summary>
[PyType("repeat", Module = "itertools", Subclassable = true)]
internal sealed partial class PyRepeat : PyIterator
{
    private const long Endless = -1;

    private readonly Value _item;
    private long _times;

    private PyRepeat(Shape shape, Value item, long times) : base(shape)
    {
        _item = item;
        _times = times;
    }

    [PyNew(Signature = "object, times=<unrepresentable>")]
    private static Value New(VmThread thread, PyType type, Value @object, Value times)
    {
        var count = Endless;
        if (!times.IsUnbound && !Conversions.TryIndex64(thread, times, out count))
            return Value.Error;
        return new PyRepeat(type.RootShape, @object, times.IsUnbound ? Endless : System.Math.Max(0, count));
    }

    internal override Value Next(VmThread thread)
    {
        if (_times == 0)
            return Value.Unbound;
        if (_times > 0)
            _times--;
        return _item;
    }

    /// <summary>Private method returning an estimate of len(list(it)).</summary>
    [PyMethod("__length_hint__")]
    private Value LengthHint(VmThread thread) => _times == Endless ? thread.TypeError("len() of unsized object") : Value.Int(_times);

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        if (Texts.Repr(thread, _item) is not { } item)
            return Value.Error;
        return Value.Str(_times == Endless ? $"{Type.Name}({item.Text})" : $"{Type.Name}({item.Text}, {_times})");
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce() => PyTuple.Of(Type, _times == Endless ? PyTuple.Of(_item) : PyTuple.Of(_item, Value.Int(_times)));
}
