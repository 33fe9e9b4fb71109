using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>map(func, *iterables) --> map object
///
/// Make an iterator that computes the function using arguments from
/// each of the iterables.  Stops when the shortest iterable is exhausted.</summary>
[PyType("map", Subclassable = true)]
internal sealed partial class PyMap : PyIterator
{
    private readonly Value _function;
    private readonly Value[] _iterators;

    private PyMap(Shape shape, Value function, Value[] iterators) : base(shape)
    {
        _function = function;
        _iterators = iterators;
    }

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args)
    {
        if (args.Length < 2)
            return thread.TypeError("map() must have at least two arguments.");
        return Iterators.TryOpen(thread, args[1..], out var iterators) ? new PyMap(type.RootShape, args[0], iterators) : Value.Error;
    }

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(_function);
        foreach (var iterator in _iterators)
            visit(iterator);
    }

    internal override Value Next(VmThread thread)
    {
        if (_iterators.Length == 1)
        {
            var item = Iteration.Next(thread, _iterators[0]);
            return item.IsSentinel ? item : thread.Call(_function, item);
        }
        var args = new Value[_iterators.Length];
        for (var i = 0; i < args.Length; i++)
        {
            args[i] = Iteration.Next(thread, _iterators[i]);
            if (args[i].IsSentinel)
                return args[i];
        }
        return thread.Call(_function, args, null);
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce() => PyTuple.Of(Type, PyTuple.Of([_function, .. _iterators]));
}

/// <summary>Opens several iterables at once.</summary>
internal static class Iterators
{
    /// <summary><c>iter()</c> of each; false when one raised.</summary>
    internal static bool TryOpen(VmThread thread, ReadOnlySpan<Value> iterables, out Value[] iterators)
    {
        iterators = new Value[iterables.Length];
        for (var i = 0; i < iterators.Length; i++)
        {
            iterators[i] = Iteration.GetIter(thread, iterables[i]);
            if (iterators[i].IsError)
                return false;
        }
        return true;
    }
}
