// groupby: the groups and what gives them share one source.

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

    /// <summary>A group that unpickling makes again.</summary>
    internal void Adopt(PyGrouper group) => _group = group;

    /// <summary>Is it the group whose items come next?</summary>
    internal bool IsCurrent(PyGrouper group) => ReferenceEquals(group, _group);

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce()
    {
        var args = PyTuple.Of(_iterator, _keyFunction);
        return _key.IsUnbound || _item.IsUnbound || _target.IsUnbound
            ? PyTuple.Of(Type, args)
            : PyTuple.Of(Type, args, PyTuple.Of(_key, _item, _target));
    }

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private Value SetState(VmThread thread, Value state)
    {
        if (!IterationState.TryUnpack(thread, state, 3, 3, out var parts))
            return Value.Error;
        (_key, _item, _target) = (parts[0], parts[1], parts[2]);
        return Value.None;
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

    [PyNew(Signature = "parent, tgtkey, /")]
    private static Value New(PyType type, PyGroupBy parent, Value tgtkey)
    {
        var group = new PyGrouper(parent, tgtkey);
        parent.Adopt(group);
        return group;
    }

    internal PyGrouper(PyGroupBy parent, Value target) : base(TypeObject.RootShape)
    {
        _parent = parent;
        _target = target;
    }

    internal override Value Next(VmThread thread) => _parent.NextOf(thread, this, _target);

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        if (_parent.IsCurrent(this))
            return PyTuple.Of(Type, PyTuple.Of(_parent, _target));
        var iter = IterationState.BuiltinFunction(thread, "iter");
        return iter.IsError ? iter : PyTuple.Of(iter, PyTuple.Of(PyTuple.Empty));
    }
}
