using System.Numerics;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Return an enumerate object.
///
///   iterable
///     an object supporting iteration
///
/// The enumerate object yields pairs containing a count (from start, which
/// defaults to zero) and a value yielded by the iterable argument.
///
/// enumerate is useful for obtaining an indexed list:
///     (0, seq[0]), (1, seq[1]), (2, seq[2]), ...</summary>
[PyType("enumerate", Subclassable = true)]
internal sealed partial class PyEnumerate : PyIterator
{
    private readonly Value _iterator;
    private Value _index;

    private PyEnumerate(Shape shape, Value iterator, Value start) : base(shape)
    {
        _iterator = iterator;
        _index = start;
        GivesPairs = true;
    }

    [PyNew(Signature = "iterable, start=0")]
    private static Value New(VmThread thread, PyType type, Value iterable, Value start)
    {
        var index = start.IsUnbound ? Value.Int(0) : Conversions.Index(thread, start);
        if (index.IsError)
            return index;
        var iterator = Iteration.GetIter(thread, iterable);
        return iterator.IsError ? iterator : new PyEnumerate(type.RootShape, iterator, index);
    }

    /// <summary>See PEP 585</summary>
    [PyClassMethod("__class_getitem__")]
    private static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(_iterator);
    }

    internal override Value Next(VmThread thread) => NextFromPair(thread);

    internal override Value NextPair(VmThread thread, out Value second)
    {
        second = Iteration.Next(thread, _iterator);
        if (second.IsSentinel)
            return second;
        var index = _index;
        _index = index.IsSmallInt && index.Bits < long.MaxValue
            ? Value.Int(index.Bits + 1)
            : Value.Int((index.TryGetBigInteger(out var big) ? big : default) + BigInteger.One);
        return index;
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce() => PyTuple.Of(Type, PyTuple.Of(_iterator, _index));
}
