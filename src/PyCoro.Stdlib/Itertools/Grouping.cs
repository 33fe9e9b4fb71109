// groupby and tee: several iterators that share one source.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Itertools;

/// <summary>make an iterator that returns consecutive keys and groups from the iterable
///
///   iterable
///     Elements to divide into groups according to the key function.
///   key
///     A function for computing the group category for each element.
///     If the key function is not specified or is None, the element itself
///     is used for grouping.</summary>
[PyType("groupby", Module = "itertools", Subclassable = true)]
internal sealed partial class PyGroupBy : PyIterator
{
    private readonly Value _iterator;
    private readonly Value _keyFunction;
    private Value _target = Value.Unbound;
    private Value _key = Value.Unbound;
    private Value _item = Value.Unbound;
    private PyGrouper? _group;

    private PyGroupBy(Shape shape, Value iterator, Value keyFunction) : base(shape)
    {
        _iterator = iterator;
        _keyFunction = keyFunction;
    }

    [PyNew(Signature = "iterable, key=None")]
    private static Value New(VmThread thread, PyType type, Value iterable, Value key)
    {
        var iterator = Iteration.GetIter(thread, iterable);
        return iterator.IsError ? iterator : new PyGroupBy(type.RootShape, iterator, key.IsUnbound ? Value.None : key);
    }

    internal override Value Next(VmThread thread)
    {
        _group = null;
        // Skip what is left of the last group.
        while (true)
        {
            if (!_key.IsUnbound)
            {
                if (_target.IsUnbound)
                    break;
                if (!Comparison.TryEquals(thread, _target, _key, out var same))
                    return Value.Error;
                if (!same)
                    break;
            }
            var stepped = Step(thread);
            if (stepped.IsSentinel)
                return stepped;
        }
        _target = _key;
        _group = new PyGrouper(this, _target);
        return PyTuple.Of(_key, _group);
    }

    /// <summary>The next item of a group, unbound when the group has ended.</summary>
    internal Value NextOf(VmThread thread, PyGrouper group, Value target)
    {
        if (!ReferenceEquals(group, _group))
            return Value.Unbound;
        if (_item.IsUnbound)
        {
            var stepped = Step(thread);
            if (stepped.IsSentinel)
                return stepped;
        }
        if (!Comparison.TryEquals(thread, target, _key, out var same))
            return Value.Error;
        if (!same)
            return Value.Unbound;
        var item = _item;
        _item = Value.Unbound;
        return item;
    }

    private Value Step(VmThread thread)
    {
        var item = Iteration.Next(thread, _iterator);
        if (item.IsSentinel)
            return item;
        var key = _keyFunction.IsNone ? item : thread.Call(_keyFunction, item);
        if (key.IsError)
            return key;
        _item = item;
        _key = key;
        return Value.None;
    }
}

/// <summary>One group of groupby.</summary>
[PyType("_grouper", Module = "itertools")]
internal sealed partial class PyGrouper : PyIterator
{
    private readonly PyGroupBy _parent;
    private readonly Value _target;

    internal PyGrouper(PyGroupBy parent, Value target) : base(TypeObject.RootShape)
    {
        _parent = parent;
        _target = target;
    }

    internal override Value Next(VmThread thread) => _parent.NextOf(thread, this, _target);
}

/// <summary>Iterator wrapped to make it copyable.</summary>
[PyType("_tee", Module = "itertools")]
internal sealed partial class PyTee : PyIterator
{
    private Link _link;

    private PyTee(Link link) : base(TypeObject.RootShape) => _link = link;

    /// <summary>Several iterators over one; null when it raised.</summary>
    internal static PyTuple? Make(VmThread thread, Value iterable, int count)
    {
        if (count == 0)
            return PyTuple.Empty;
        var iterator = Iteration.GetIter(thread, iterable);
        if (iterator.IsError)
            return null;
        var link = iterator.Ref is PyTee tee ? tee._link : new Link(new Source(iterator));
        var copies = new Value[count];
        for (var i = 0; i < count; i++)
            copies[i] = i == 0 && iterator.Ref is PyTee ? iterator : new PyTee(link);
        return PyTuple.Of(copies);
    }

    internal override Value Next(VmThread thread)
    {
        var link = _link;
        if (link.Next is null)
        {
            if (link.Source.IsRunning)
                return thread.RuntimeError("cannot re-enter the tee iterator");
            link.Source.IsRunning = true;
            var item = Iteration.Next(thread, link.Source.Iterator);
            link.Source.IsRunning = false;
            if (item.IsSentinel)
                return item;
            link.Item = item;
            link.Next = new Link(link.Source);
        }
        _link = link.Next;
        return link.Item;
    }

    /// <summary>Returns an independent iterator.</summary>
    [PyMethod("__copy__")]
    private PyTee Copy() => new(_link);

    private sealed class Source(Value iterator)
    {
        internal Value Iterator { get; } = iterator;

        internal bool IsRunning { get; set; }
    }

    // The items lie in a list of links, so that what all copies have passed can be collected.
    private sealed class Link(Source source)
    {
        internal Source Source { get; } = source;

        internal Value Item { get; set; }

        internal Link? Next { get; set; }
    }
}

internal static partial class ItertoolsModule
{
    /// <summary>Returns a tuple of n independent iterators.</summary>
    [PyFunction("tee", Signature = "iterable, n=2, /")]
    private static Value Tee(VmThread thread, Value iterable, long n = 2)
    {
        if (n < 0)
            return thread.ValueError("n must be >= 0");
        return PyTee.Make(thread, iterable, (int)System.Math.Min(n, int.MaxValue)) is { } copies ? copies : Value.Error;
    }
}
