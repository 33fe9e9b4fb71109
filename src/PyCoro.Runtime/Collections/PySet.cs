using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>set() -> new empty set object
/// set(iterable) -> new set object
///
/// Build an unordered collection of unique elements.</summary>
[PyType("set", Subclassable = true)]
public sealed partial class PySet : PySetBase
{
    /// <summary>An empty set.</summary>
    public PySet() : base(TypeObject.RootShape) { }

    internal PySet(Shape shape) : base(shape) { }

    /// <summary>Adds an item; false when hashing or comparing raised.</summary>
    internal bool Add(VmThread thread, Value item) => TryAdd(thread, item);

    /// <summary>Initialize self.  See help(type(self)) for accurate signature.</summary>
    [PyMethod("__init__")]
    private Value Init(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords)
    {
        // Unlike list, set takes keywords from no subclass.
        if (keywords is not null)
            return thread.TypeError("set() takes no keyword arguments");
        if (args.Length > 1)
            return thread.TypeError($"set expected at most 1 argument, got {args.Length}");
        if (Count > 0)
            RemoveAll();
        return args.Length == 0 || UpdateFrom(thread, args[0]) ? Value.None : Value.Error;
    }

    /// <summary>See PEP 585</summary>
    [PyClassMethod("__class_getitem__")]
    private static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);

    /// <summary>Add an element to a set.
    ///
    /// This has no effect if the element is already present.</summary>
    [PyMethod("add")]
    private Value AddElement(VmThread thread, Value element) => TryAdd(thread, element) ? Value.None : Value.Error;

    /// <summary>Remove all elements from this set.</summary>
    [PyMethod("clear")]
    private void Clear() => RemoveAll();

    /// <summary>Return a shallow copy of a set.</summary>
    [PyMethod("copy")]
    private Value Copy(VmThread thread) => CopyOf(thread);

    /// <summary>Remove all elements of another set from this set.</summary>
    [PyMethod("difference_update")]
    private Value DifferenceUpdate(VmThread thread, ReadOnlySpan<Value> others)
    {
        foreach (var other in others)
        {
            if (!TryRemoveAll(thread, other))
                return Value.Error;
        }
        return Value.None;
    }

    /// <summary>Remove an element from a set if it is a member.
    ///
    /// Unlike set.remove(), the discard() method does not raise
    /// an exception when an element is missing from the set.</summary>
    [PyMethod("discard")]
    private Value Discard(VmThread thread, Value element) => TryDiscard(thread, element, out _) ? Value.None : Value.Error;

    /// <summary>Update a set with the intersection of itself and another.</summary>
    [PyMethod("intersection_update")]
    private Value IntersectionUpdate(VmThread thread, ReadOnlySpan<Value> others)
    {
        var common = Intersection(thread, others);
        if (common.Ref is not PySetBase kept)
            return common;
        TakeTableOf(kept);
        return Value.None;
    }

    /// <summary>Remove and return an arbitrary set element.
    /// Raises KeyError if the set is empty.</summary>
    [PyMethod("pop")]
    private Value Pop(VmThread thread)
    {
        var item = TakeAny();
        return item.IsUnbound ? thread.KeyError(Value.Str("pop from an empty set")) : item;
    }

    /// <summary>Remove an element from a set; it must be a member.
    ///
    /// If the element is not a member, raise a KeyError.</summary>
    [PyMethod("remove")]
    private Value Remove(VmThread thread, Value element)
    {
        if (!TryDiscard(thread, element, out var found))
            return Value.Error;
        return found ? Value.None : thread.KeyError(element);
    }

    /// <summary>Update a set with the symmetric difference of itself and another.</summary>
    [PyMethod("symmetric_difference_update")]
    private Value SymmetricDifferenceUpdate(VmThread thread, Value other) =>
        TryToggleAll(thread, other) ? Value.None : Value.Error;

    /// <summary>Update a set with the union of itself and others.</summary>
    [PyMethod("update")]
    private Value Update(VmThread thread, ReadOnlySpan<Value> others)
    {
        foreach (var other in others)
        {
            if (!UpdateFrom(thread, other))
                return Value.Error;
        }
        return Value.None;
    }

    /// <summary>Return self&amp;=value.</summary>
    [PyMethod("__iand__")]
    private Value InPlaceAnd(VmThread thread, Value value)
    {
        if (value.Ref is not PySetBase)
            return Value.NotImplemented;
        return IntersectionUpdate(thread, [value]).IsError ? Value.Error : this;
    }

    /// <summary>Return self|=value.</summary>
    [PyMethod("__ior__")]
    private Value InPlaceOr(VmThread thread, Value value) =>
        value.Ref is not PySetBase ? Value.NotImplemented : UpdateFrom(thread, value) ? this : Value.Error;

    /// <summary>Return self-=value.</summary>
    [PyMethod("__isub__")]
    private Value InPlaceSub(VmThread thread, Value value) =>
        value.Ref is not PySetBase ? Value.NotImplemented : TryRemoveAll(thread, value) ? this : Value.Error;

    /// <summary>Return self^=value.</summary>
    [PyMethod("__ixor__")]
    private Value InPlaceXor(VmThread thread, Value value) =>
        value.Ref is not PySetBase ? Value.NotImplemented : TryToggleAll(thread, value) ? this : Value.Error;

    private protected override PySetBase MakeEmpty() => new PySet();
}

/// <summary>frozenset() -> empty frozenset object
/// frozenset(iterable) -> frozenset object
///
/// Build an immutable unordered collection of unique elements.</summary>
[PyType("frozenset", Subclassable = true)]
public sealed partial class PyFrozenSet : PySetBase
{
    private long _hash = -1;

    /// <summary>An empty frozenset, to be filled before Python code sees it.</summary>
    public PyFrozenSet() : base(TypeObject.RootShape) { }

    internal PyFrozenSet(Shape shape) : base(shape) { }

    /// <summary>A frozenset of constants of a code object, which hash without running Python code. CPython's compiler builds
    /// it twice, the second time in the order of the first, and programs print the order.</summary>
    internal static PyFrozenSet OfConstants(VmThread thread, ReadOnlySpan<Value> items)
    {
        var first = new PyFrozenSet();
        foreach (var item in items)
            first.TryAdd(thread, item);
        var set = new PyFrozenSet();
        for (var place = 0; place < first.TableSize; place++)
        {
            if (first.ItemAt(place, out var item, out var hash))
                set.TryAddHashed(thread, item, hash);
        }
        return set;
    }

    [PyNew(Signature = "iterable=(), /")]
    private static Value New(VmThread thread, PyType type, Value iterable)
    {
        if (ReferenceEquals(type, TypeObject) && iterable.Ref is PyFrozenSet set && ReferenceEquals(set.Shape, TypeObject.RootShape))
            return set;
        var made = new PyFrozenSet(type.RootShape);
        return iterable.IsUnbound || made.UpdateFrom(thread, iterable) ? made : Value.Error;
    }

    /// <summary>See PEP 585</summary>
    [PyClassMethod("__class_getitem__")]
    private static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);

    /// <summary>Return a shallow copy of a set.</summary>
    [PyMethod("copy")]
    private Value Copy(VmThread thread) => ReferenceEquals(Shape, TypeObject.RootShape) ? this : CopyOf(thread);

    /// <summary>Return hash(self).</summary>
    [PyMethod("__hash__")]
    private Value Hash()
    {
        if (_hash == -1)
            _hash = HashOfItems();
        return Value.Int(_hash);
    }

    private protected override PySetBase MakeEmpty() => new PyFrozenSet();
}

/// <summary>iter(set).</summary>
[PyType("set_iterator")]
internal sealed partial class PySetIterator : PyIterator
{
    private readonly int _size;
    private PySetBase? _set;
    private int _place;
    private int _remaining;

    internal PySetIterator(PySetBase set) : base(TypeObject.RootShape)
    {
        _set = set;
        _size = set.Count;
        _remaining = set.Count;
    }

    internal override Value Next(VmThread thread)
    {
        if (_set is not { } set)
            return Value.Unbound;
        if (set.Count != _size)
        {
            _set = null;
            return thread.RuntimeError("Set changed size during iteration");
        }
        while (_place < set.TableSize)
        {
            if (!set.ItemAt(_place++, out var item, out _))
                continue;
            _remaining--;
            return item;
        }
        _set = null;
        return Value.Unbound;
    }

    /// <summary>Private method returning an estimate of len(list(it)).</summary>
    [PyMethod("__length_hint__")]
    private long LengthHint() => _set is { } set && set.Count == _size ? _remaining : 0;

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        var iter = IterationState.BuiltinFunction(thread, "iter");
        if (iter.IsError)
            return iter;
        var (set, place, remaining) = (_set, _place, _remaining);
        var items = new PyList();
        while (true)
        {
            var item = Next(thread);
            if (item.IsError)
                return item;
            if (item.IsUnbound)
                break;
            items.Append(item);
        }
        (_set, _place, _remaining) = (set, place, remaining);
        return PyTuple.Of(iter, PyTuple.Of(items));
    }
}
