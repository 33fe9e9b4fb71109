using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>zip(*iterables, strict=False) --> Yield tuples until an input is exhausted.
///
///    >>> list(zip('abcdefg', range(3), range(4)))
///    [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]
///
/// The zip object yields n-length tuples, where n is the number of iterables
/// passed as positional arguments to zip().  The i-th element in every tuple
/// comes from the i-th iterable argument to zip().  This continues until the
/// shortest argument is exhausted.
///
/// If strict is true and one of the arguments is exhausted before the others,
/// raise a ValueError.</summary>
[PyType("zip", Subclassable = true)]
internal sealed partial class PyZip : PyIterator
{
    private readonly Value[] _iterators;
    private bool _strict;

    private PyZip(Shape shape, Value[] iterators, bool strict) : base(shape)
    {
        _iterators = iterators;
        _strict = strict;
        GivesPairs = iterators.Length == 2;
    }

    [PyNew(Signature = "*iterables, strict=False")]
    private static Value New(VmThread thread, PyType type, Value strict, ReadOnlySpan<Value> iterables)
    {
        var isStrict = false;
        if (!strict.IsUnbound && !Truth.TryTest(thread, strict, out isStrict))
            return Value.Error;
        return Iterators.TryOpen(thread, iterables, out var iterators) ? new PyZip(type.RootShape, iterators, isStrict) : Value.Error;
    }

    internal override Value NextPair(VmThread thread, out Value second)
    {
        second = default;
        var first = Iteration.Next(thread, _iterators[0]);
        if (first.IsSentinel)
            return _strict && first.IsUnbound ? CheckOthers(thread, 0) : first;
        second = Iteration.Next(thread, _iterators[1]);
        if (second.IsSentinel)
            return _strict && second.IsUnbound ? CheckOthers(thread, 1) : second;
        return first;
    }

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        foreach (var iterator in _iterators)
            visit(iterator);
    }

    internal override Value Next(VmThread thread)
    {
        if (_iterators.Length == 0)
            return Value.Unbound;
        var items = new Value[_iterators.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Iteration.Next(thread, _iterators[i]);
            if (!items[i].IsSentinel)
                continue;
            return _strict && items[i].IsUnbound ? CheckOthers(thread, i) : items[i];
        }
        return new PyTuple(items);
    }

    // One has ended: the ones before have given an item already, the ones behind must have none left.
    private Value CheckOthers(VmThread thread, int ended)
    {
        if (ended > 0)
            return thread.ValueError($"zip() argument {ended + 1} is shorter than argument{Others(ended)}");
        for (var i = 1; i < _iterators.Length; i++)
        {
            var item = Iteration.Next(thread, _iterators[i]);
            if (item.IsError)
                return item;
            if (!item.IsUnbound)
                return thread.ValueError($"zip() argument {i + 1} is longer than argument{Others(i)}");
        }
        return Value.Unbound;
    }

    private static string Others(int count) => count == 1 ? " 1" : $"s 1-{count}";

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce() => _strict
        ? PyTuple.Of(Type, PyTuple.Of(_iterators), Value.True)
        : PyTuple.Of(Type, PyTuple.Of(_iterators));

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private Value SetState(VmThread thread, Value state) => Truth.TryTest(thread, state, out _strict) ? Value.None : Value.Error;
}
