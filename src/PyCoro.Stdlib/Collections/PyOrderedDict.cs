// OrderedDict is dict with moves to either end: dict keeps its entries in order already. A subclass that overrides
// __setitem__ or __getitem__ is asked for every item, an OrderedDict itself goes straight to the table.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Collections;

/// <summary>Dictionary that remembers insertion order</summary>
[PyType("OrderedDict", Module = "collections", Base = typeof(PyDict), Subclassable = true, HasDict = true)]
internal sealed partial class PyOrderedDict : PyDict
{
    private static readonly PyStr ItemsName = PyStr.Constant("items");
    private static readonly PyStr KeysName = PyStr.Constant("keys");

    internal PyOrderedDict(Shape shape) : base(shape) { }

    /// <summary>Is it of no subclass? (It may have attributes.)</summary>
    private bool IsItself => ReferenceEquals(Type, TypeObject);

    internal override bool GivesOwnItems => IsItself;

    /// <summary>Initialize self.  See help(type(self)) for accurate signature.</summary>
    [PyMethod("__init__")]
    private Value Init(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords) => args.Length > 1
        ? thread.TypeError($"expected at most 1 arguments, got {args.Length}")
        : Add(thread, args, keywords);

    [PyMethod("update")]
    private Value UpdateItems(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords) => args.Length > 1
        ? thread.TypeError($"update() takes at most 1 positional argument ({args.Length} given)")
        : Add(thread, args, keywords);

    private Value Add(VmThread thread, ReadOnlySpan<Value> args, PyDict? keywords)
    {
        if (args.Length == 1 && !TryAddAll(thread, args[0]))
            return Value.Error;
        return keywords is null || TryAddEntries(thread, keywords) ? Value.None : Value.Error;
    }

    private bool TryAddAll(VmThread thread, Value source)
    {
        if (source.Ref is PyDict dict && (dict.IsExact || dict is PyOrderedDict { IsItself: true }))
            return TryAddEntries(thread, dict);
        var keys = Attributes.TryGet(thread, source, KeysName);
        if (keys.IsError)
            return false;
        if (!keys.IsUnbound)
            return TryAddMapping(thread, source, thread.Call(keys));
        var items = Attributes.TryGet(thread, source, ItemsName);
        if (items.IsUnbound)
            return TryAddPairs(thread, source);
        var pairs = items.IsError ? items : thread.Call(items);
        return !pairs.IsError && TryAddPairs(thread, pairs);
    }

    private bool TryAddEntries(VmThread thread, PyDict source)
    {
        if (IsItself)
            return TryMergeDict(thread, source);
        for (var place = 0; place < source.EntryCount; place++)
        {
            var entry = source.EntryAt(place);
            if (!entry.Key.IsUnbound && Items.Set(thread, this, entry.Key, entry.Item).IsError)
                return false;
        }
        return true;
    }

    private bool TryAddMapping(VmThread thread, Value mapping, Value keys)
    {
        var iterator = keys.IsError ? keys : Iteration.GetIter(thread, keys);
        if (iterator.IsError)
            return false;
        while (true)
        {
            var key = Iteration.Next(thread, iterator);
            if (key.IsSentinel)
                return key.IsUnbound;
            var item = Items.Get(thread, mapping, key);
            if (item.IsError || !TrySetItem(thread, key, item))
                return false;
        }
    }

    private bool TryAddPairs(VmThread thread, Value pairs)
    {
        var iterator = Iteration.GetIter(thread, pairs);
        if (iterator.IsError)
            return false;
        while (true)
        {
            var element = Iteration.Next(thread, iterator);
            if (element.IsSentinel)
                return element.IsUnbound;
            if (Iteration.ToArray(thread, element) is not { } pair)
                return false;
            if (pair.Length != 2)
            {
                thread.ValueError(pair.Length > 2
                    ? "too many values to unpack (expected 2)"
                    : $"need more than {pair.Length} value{(pair.Length == 1 ? "" : "s")} to unpack");
                return false;
            }
            if (!TrySetItem(thread, pair[0], pair[1]))
                return false;
        }
    }

    private bool TrySetItem(VmThread thread, Value key, Value item) =>
        IsItself ? Set(thread, key, item) : !Items.Set(thread, this, key, item).IsError;

    /// <summary>Create a new ordered dictionary with keys from iterable and values set to value.</summary>
    [PyClassMethod("fromkeys", Signature = "iterable, value=None")]
    private static Value FromKeys(VmThread thread, PyType type, Value iterable, Value value)
    {
        var made = thread.Call(type);
        var iterator = made.IsError ? made : Iteration.GetIter(thread, iterable);
        if (iterator.IsError)
            return iterator;
        while (true)
        {
            var key = Iteration.Next(thread, iterator);
            if (key.IsSentinel)
                return key.IsUnbound ? made : key;
            if (Items.Set(thread, made, key, value.IsUnbound ? Value.None : value).IsError)
                return Value.Error;
        }
    }

    /// <summary>Move an existing element to the end (or beginning if last is false).
    ///
    /// Raise KeyError if the element does not exist.</summary>
    [PyMethod("move_to_end", Signature = "key, last=True")]
    private Value Move(VmThread thread, Value key, bool last = true)
    {
        if (!Hashing.TryHash(thread, key, out var hash))
            return Value.Error;
        var place = Find(thread, key, hash);
        if (place < 0)
            return place == Failed ? Value.Error : thread.KeyError(key);
        MoveToEnd(place, last);
        return Value.None;
    }

    /// <summary>od.pop(key[,default]) -> v, remove specified key and return the corresponding value.
    ///
    /// If the key is not found, return the default if given; otherwise,
    /// raise a KeyError.</summary>
    [PyMethod("pop", Signature = "key, default=<unrepresentable>")]
    private Value PopKey(VmThread thread, Value key, Value @default)
    {
        var item = Remove(thread, key);
        return !item.IsUnbound ? item : @default.IsUnbound ? thread.KeyError(key) : @default;
    }

    /// <summary>Remove and return a (key, value) pair from the dictionary.
    ///
    /// Pairs are returned in LIFO order if last is true or FIFO order if false.</summary>
    [PyMethod("popitem", Signature = "last=True")]
    private Value PopEnd(VmThread thread, bool last = true)
    {
        if (Count == 0)
            return thread.KeyError(Value.Str("dictionary is empty"));
        var entry = Take(last);
        return PyTuple.Of(entry.Key, entry.Item);
    }

    /// <summary>Insert key with a value of default if key is not in the dictionary.
    ///
    /// Return the value for key if key is in the dictionary, else default.</summary>
    [PyMethod("setdefault", Signature = "key, default=None")]
    private Value GetOrSet(VmThread thread, Value key, Value @default)
    {
        if (@default.IsUnbound)
            @default = Value.None;
        if (!IsItself)
        {
            if (!Items.TryContains(thread, this, key, out var found))
                return Value.Error;
            if (found)
                return Items.Get(thread, this, key);
            return Items.Set(thread, this, key, @default).IsError ? Value.Error : @default;
        }
        var item = Get(thread, key);
        if (!item.IsUnbound)
            return item;
        return Set(thread, key, @default) ? @default : Value.Error;
    }

    /// <summary>od.copy() -> a shallow copy of od</summary>
    [PyMethod("copy")]
    private Value CopyItems(VmThread thread)
    {
        if (IsItself)
        {
            var plain = new PyOrderedDict(TypeObject.RootShape);
            return plain.TryMergeDict(thread, this) ? plain : Value.Error;
        }
        var copy = thread.Call(Type);
        for (var place = 0; !copy.IsError && place < EntryCount; place++)
        {
            var key = EntryAt(place).Key;
            if (key.IsUnbound)
                continue;
            var item = Items.Get(thread, this, key);
            if (item.IsError || Items.Set(thread, copy, key, item).IsError)
                return Value.Error;
        }
        return copy;
    }

    [PyMethod("items")]
    private Value ViewItems() => new PyOrderedItems(this);

    [PyMethod("keys")]
    private Value ViewKeys() => new PyOrderedKeys(this);

    [PyMethod("values")]
    private Value ViewValues() => new PyOrderedValues(this);

    /// <summary>Implement iter(self).</summary>
    [PyMethod("__iter__")]
    private Value Iterate() => new PyOrderedDictIterator(this, OrderedPart.Keys, backwards: false);

    /// <summary>od.__reversed__() &lt;==> reversed(od)</summary>
    [PyMethod("__reversed__")]
    private Value Reverse() => new PyOrderedDictIterator(this, OrderedPart.Keys, backwards: true);

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private Value ReprAsPairs(VmThread thread)
    {
        if (Count == 0)
            return Value.Str($"{Type.Name}()");
        if (!thread.EnterRepr(this))
            return thread.Pending is null ? Value.Str("...") : Value.Error;
        var items = IsItself ? ViewItems() : thread.CallMethod(this, ItemsName);
        var pairs = items.IsError ? null : Iteration.ToArray(thread, items);
        var text = pairs is null ? null : Texts.Repr(thread, new PyList(pairs));
        thread.LeaveRepr(this);
        return text is null ? Value.Error : Value.Str($"{Type.Name}({text.Text})");
    }

    /// <summary>Return state information for pickling</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        var state = Reduction.StateOf(thread, this);
        var items = state.IsError ? state : thread.CallMethod(this, ItemsName);
        var iterator = items.IsError ? items : Iteration.GetIter(thread, items);
        return iterator.IsError ? iterator : PyTuple.Of([Type, PyTuple.Empty, state, Value.None, iterator]);
    }

    /// <summary>Return self==value.</summary>
    [PyMethod("__eq__")]
    private Value Equal(VmThread thread, Value value) => Compare(thread, value, negate: false);

    /// <summary>Return self!=value.</summary>
    [PyMethod("__ne__")]
    private Value NotEqual(VmThread thread, Value value) => Compare(thread, value, negate: true);

    private Value Compare(VmThread thread, Value value, bool negate)
    {
        if (value.Ref is not PyDict other)
            return Value.NotImplemented;
        if (!TrySame(thread, other, out var same) || (same && other is PyOrderedDict && !TrySameOrder(thread, other, out same)))
            return Value.Error;
        return Value.Bool(same != negate);
    }

    private bool TrySameOrder(VmThread thread, PyDict other, out bool same)
    {
        same = true;
        for (int mine = 0, theirs = 0; same; mine++, theirs++)
        {
            while (mine < EntryCount && EntryAt(mine).Key.IsUnbound)
                mine++;
            while (theirs < other.EntryCount && other.EntryAt(theirs).Key.IsUnbound)
                theirs++;
            if (mine >= EntryCount || theirs >= other.EntryCount)
                break;
            if (!Comparison.TryEquals(thread, EntryAt(mine).Key, other.EntryAt(theirs).Key, out same))
                return false;
        }
        return true;
    }

    /// <summary>Return self|value.</summary>
    [PyMethod("__or__")]
    private static Value Or(VmThread thread, Value self, Value value) => Union(thread, self.Type, self, value);

    /// <summary>Return value|self.</summary>
    [PyMethod("__ror__")]
    private static Value ROr(VmThread thread, Value self, Value value) => Union(thread, self.Type, value, self);

    /// <summary>Return self|=value.</summary>
    [PyMethod("__ior__")]
    private Value InPlaceUnion(VmThread thread, Value value) => TryAddAll(thread, value) ? this : Value.Error;

    private static Value Union(VmThread thread, PyType type, Value left, Value right)
    {
        if (left.Ref is not PyDict || right.Ref is not PyDict)
            return Value.NotImplemented;
        var union = thread.Call(type, left);
        return union.Ref is PyOrderedDict dict && !dict.TryAddAll(thread, right) ? Value.Error : union;
    }
}
