// Functions of iterables.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Builtins;

internal static partial class BuiltinsModule
{
    /// <summary>Return True if bool(x) is True for all values x in the iterable.
    ///
    /// If the iterable is empty, return True.</summary>
    [PyFunction("all")]
    private static Value All(VmThread thread, Value iterable) => FindTruth(thread, iterable, wanted: false);

    /// <summary>Return True if bool(x) is True for any x in the iterable.
    ///
    /// If the iterable is empty, return False.</summary>
    [PyFunction("any")]
    private static Value Any(VmThread thread, Value iterable) => FindTruth(thread, iterable, wanted: true);

    /// <summary>Return an AsyncIterator for an AsyncIterable object.</summary>
    [PyFunction("aiter")]
    private static Value AIter(VmThread thread, Value asyncIterable)
    {
        var method = asyncIterable.Type.LookupSpecial(Special.AIter);
        if (method.IsUnbound)
            return thread.TypeError($"'{asyncIterable.Type.Name}' object is not an async iterable");
        var iterator = thread.CallSpecial(method, asyncIterable);
        return iterator.IsError || iterator.Type.Has(Special.ANext)
            ? iterator
            : thread.TypeError($"aiter() returned not an async iterator of type '{iterator.Type.Name}'");
    }

    /// <summary>async anext(aiterator[, default])
    ///
    /// Return the next item from the async iterator.  If default is given and the async
    /// iterator is exhausted, it is returned instead of raising StopAsyncIteration.</summary>
    [PyFunction("anext", Signature = "aiterator, default=<unrepresentable>, /")]
    private static Value ANext(VmThread thread, Value aiterator, Value @default)
    {
        var method = aiterator.Type.LookupSpecial(Special.ANext);
        if (method.IsUnbound)
            return thread.TypeError($"'{aiterator.Type.Name}' object is not an async iterator");
        var awaitable = thread.CallSpecial(method, aiterator);
        return awaitable.IsError || @default.IsUnbound ? awaitable : new PyANextAwaitable(awaitable, @default);
    }

    /// <summary>iter(iterable) -> iterator
    /// iter(callable, sentinel) -> iterator
    ///
    /// Get an iterator from an object.  In the first form, the argument must
    /// supply its own iterator, or be a sequence.
    /// In the second form, the callable is called until it returns the sentinel.</summary>
    [PyFunction("iter")]
    private static Value Iter(VmThread thread, ReadOnlySpan<Value> args) => args.Length switch
    {
        1 => Iteration.GetIter(thread, args[0]),
        2 => Callable(args[0]) ? new PyCallableIterator(args[0], args[1]) : thread.TypeError("iter(v, w): v must be callable"),
        0 => thread.TypeError("iter expected at least 1 argument, got 0"),
        _ => thread.TypeError($"iter expected at most 2 arguments, got {args.Length}"),
    };

    /// <summary>Return the number of items in a container.</summary>
    [PyFunction("len")]
    private static Value Len(VmThread thread, Value obj) => obj.Ref switch
    {
        PyList list when ReferenceEquals(list.Shape, PyList.TypeObject.RootShape) => Value.Int(list.Count),
        PyStr { IsExact: true } text => Value.Int(text.Length),
        PyDict { IsExact: true } dict => Value.Int(dict.Count),
        _ => Items.TryLength(thread, obj, out var length) ? Value.Int(length) : Value.Error,
    };

    /// <summary>next(iterator[, default])
    ///
    /// Return the next item from the iterator. If default is given and the iterator
    /// is exhausted, it is returned instead of raising StopIteration.</summary>
    [PyFunction("next")]
    private static Value Next(VmThread thread, ReadOnlySpan<Value> args)
    {
        if (args.Length is 0 or > 2)
        {
            return args.Length == 0
                ? thread.TypeError("next expected at least 1 argument, got 0")
                : thread.TypeError($"next expected at most 2 arguments, got {args.Length}");
        }
        if (args.Length == 1 && args[0].Ref is not PyIterator)
        {
            // The StopIteration of a generator carries its return value: let it pass as it is.
            var method = args[0].Type.LookupSpecial(Special.Next);
            return method.IsUnbound
                ? thread.TypeError($"'{args[0].Type.Name}' object is not an iterator")
                : thread.CallSpecial(method, args[0]);
        }
        var item = Iteration.Next(thread, args[0]);
        if (!item.IsUnbound)
            return item;
        return args.Length == 2 ? args[1] : thread.Raise(ExceptionTypes.StopIteration);
    }

    /// <summary>Return a new list containing all items from the iterable in ascending order.
    ///
    /// A custom key function can be supplied to customize the sort order, and the
    /// reverse flag can be set to request the result in descending order.</summary>
    [PyFunction("sorted", Signature = "iterable, /, *, key=None, reverse=False")]
    private static Value Sorted(VmThread thread, Value iterable, Value key, int reverse = 0) =>
        SortedList(thread, iterable, key, reverse);

    private static Value SortedList(VmThread thread, Value iterable, Value key, int reverse)
    {
        if (!Iteration.TryCollect(thread, iterable, out var items, out var count))
            return Value.Error;
        var list = PyList.Owning(items, count);
        return list.Sort(thread, key, reverse).IsError ? Value.Error : list;
    }

    private static Value FindTruth(VmThread thread, Value iterable, bool wanted)
    {
        var iterator = Iteration.GetIter(thread, iterable);
        if (iterator.IsError)
            return iterator;
        while (true)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsUnbound)
                return Value.Bool(!wanted);
            if (item.IsError || !Truth.TryTest(thread, item, out var truth))
                return Value.Error;
            if (truth == wanted)
                return Value.Bool(wanted);
        }
    }
}
