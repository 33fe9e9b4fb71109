using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>filter(function or None, iterable) --> filter object
///
/// Return an iterator yielding those items of iterable for which function(item)
/// is true. If function is None, return the items that are true.</summary>
[PyType("filter", Subclassable = true)]
internal sealed partial class PyFilter : PyIterator
{
    private readonly Value _function;
    private readonly Value _iterator;

    private PyFilter(Shape shape, Value function, Value iterator) : base(shape)
    {
        _function = function;
        _iterator = iterator;
    }

    [PyNew]
    private static Value New(VmThread thread, PyType type, Value function, Value iterable)
    {
        var iterator = Iteration.GetIter(thread, iterable);
        return iterator.IsError ? iterator : new PyFilter(type.RootShape, function, iterator);
    }

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(_function);
        visit(_iterator);
    }

    internal override Value Next(VmThread thread)
    {
        var testsItself = _function.IsNone || ReferenceEquals(_function.Ref, PyBool.TypeObject);
        while (true)
        {
            var item = Iteration.Next(thread, _iterator);
            if (item.IsSentinel)
                return item;
            var test = testsItself ? item : thread.Call(_function, item);
            if (test.IsError || !Truth.TryTest(thread, test, out var kept))
                return Value.Error;
            if (kept)
                return item;
        }
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce() => PyTuple.Of(Type, PyTuple.Of(_function, _iterator));
}
