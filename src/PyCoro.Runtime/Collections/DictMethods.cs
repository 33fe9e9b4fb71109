using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

// What Python calls on dicts (library reference: Mapping Types). Views and iterators are in DictViews.cs and DictIterators.cs.
public partial class PyDict
{
    private static readonly PyStr KeysName = PyStr.Constant("keys");

    /// <summary>Is it a dict and no subclass?</summary>
    internal bool IsExact => ReferenceEquals(Shape, TypeObject.RootShape);

    /// <summary><c>list(self)</c>.</summary>
    internal PyList KeyList()
    {
        var keys = PyList.WithCapacity(_count);
        for (var i = 0; i < _used; i++)
        {
            if (!_entries[i].Key.IsUnbound)
                keys.Append(_entries[i].Key);
        }
        return keys;
    }

    /// <summary>Adds what a mapping or an iterable of pairs has; false when it raised.</summary>
    internal bool UpdateFrom(VmThread thread, Value source)
    {
        // A subclass may have keys() and __getitem__ of its own, but a dict's iteration is what CPython asks for first.
        if (source.Ref is PyDict { GivesOwnItems: true } dict)
            return TryMergeDict(thread, dict);
        var keys = Operations.Attributes.TryGet(thread, source, KeysName);
        if (keys.IsError)
            return false;
        return keys.IsUnbound ? TryMergePairs(thread, source) : TryMergeMapping(thread, source, keys);
    }

    /// <summary>Adds the entries of another dict; false when it raised.</summary>
    internal bool TryMergeDict(VmThread thread, PyDict other)
    {
        if (ReferenceEquals(other, this))
            return true;
        if (_used == 0 && other._count > 8)
            Resize(other._count);
        for (var i = 0; i < other._used; i++)
        {
            ref var entry = ref other._entries[i];
            if (entry.Key.IsUnbound)
                continue;
            var version = other.KeysVersion;
            if (!SetHashed(thread, entry.Key, entry.Hash, entry.Item))
                return false;
            if (other.KeysVersion == version)
                continue;
            thread.RuntimeError("dict mutated during update");
            return false;
        }
        return true;
    }

    /// <summary>Does iterating it give its entries, or may Python code have other ideas?</summary>
    internal virtual bool GivesOwnItems => IsExact || Type.LookupSpecial(Special.Iter).Is(TypeObject.LookupSpecial(Special.Iter));

    private bool TryMergeMapping(VmThread thread, Value mapping, Value keysMethod)
    {
        var keys = thread.Call(keysMethod);
        if (keys.IsError)
            return false;
        var iterator = Iteration.GetIter(thread, keys);
        if (iterator.IsError)
            return false;
        while (true)
        {
            var key = Iteration.Next(thread, iterator);
            if (key.IsSentinel)
                return key.IsUnbound;
            var item = Items.Get(thread, mapping, key);
            if (item.IsError || !Set(thread, key, item))
                return false;
        }
    }

    private bool TryMergePairs(VmThread thread, Value pairs)
    {
        var iterator = Iteration.GetIter(thread, pairs);
        if (iterator.IsError)
            return false;
        for (var number = 0; ; number++)
        {
            var element = Iteration.Next(thread, iterator);
            if (element.IsSentinel)
                return element.IsUnbound;
            if (Iteration.ToArray(thread, element) is not { } pair)
            {
                if (!element.Type.Has(Special.Iter) && thread.ClearPending(Exceptions.ExceptionTypes.TypeError))
                    thread.TypeError($"cannot convert dictionary update sequence element #{number} to a sequence");
                return false;
            }
            if (pair.Length != 2)
            {
                thread.ValueError($"dictionary update sequence element #{number} has length {pair.Length}; 2 is required");
                return false;
            }
            if (!Set(thread, pair[0], pair[1]))
                return false;
        }
    }

    /// <summary>Initialize self.  See help(type(self)) for accurate signature.</summary>
    [PyMethod("__init__")]
    private Value Init(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords) =>
        UpdateBy(thread, "dict", args, keywords);

    /// <summary>See PEP 585</summary>
    [PyClassMethod("__class_getitem__")]
    private static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);

    /// <summary>Create a new dictionary with keys from iterable and values set to value.</summary>
    [PyClassMethod("fromkeys", Signature = "iterable, value=None, /")]
    private static Value FromKeys(VmThread thread, PyType type, Value iterable, Value value)
    {
        if (value.IsUnbound)
            value = Value.None;
        var made = thread.Call(type);
        if (made.IsError)
            return made;
        var iterator = Iteration.GetIter(thread, iterable);
        if (iterator.IsError)
            return iterator;
        var plain = made.Ref is PyDict { IsExact: true } dict ? dict : null;
        if (plain is not null && iterable.Ref is PySetBase or PyDict { IsExact: true })
            return plain.TrySetAll(thread, iterable.Ref, value) ? plain : Value.Error;
        while (true)
        {
            var key = Iteration.Next(thread, iterator);
            if (key.IsUnbound)
                return made;
            if (key.IsError)
                return key;
            if (plain is not null ? !plain.Set(thread, key, value) : Items.Set(thread, made, key, value).IsError)
                return Value.Error;
        }
    }

    // One value for all keys of a set or dict, with the hashes it knows.
    private bool TrySetAll(VmThread thread, PyObject keys, Value value)
    {
        if (keys is PyDict dict)
        {
            for (var i = 0; i < dict.EntryCount; i++)
            {
                var entry = dict.EntryAt(i);
                if (!entry.Key.IsUnbound && !SetHashed(thread, entry.Key, entry.Hash, value))
                    return false;
            }
            return true;
        }
        var set = (PySetBase)keys;
        for (var i = 0; i < set.TableSize; i++)
        {
            if (set.ItemAt(i, out var key, out var hash) && !SetHashed(thread, key, hash, value))
                return false;
        }
        return true;
    }

    /// <summary>D.clear() -> None.  Remove all items from D.</summary>
    [PyMethod("clear")]
    private void ClearItems() => Clear();

    /// <summary>D.copy() -> a shallow copy of D</summary>
    [PyMethod("copy")]
    private PyDict ShallowCopy() => Copy();

    /// <summary>Return the value for key if key is in the dictionary, else default.</summary>
    [PyMethod("get", Signature = "key, default=None, /")]
    private Value GetOr(VmThread thread, Value key, Value @default)
    {
        var item = Get(thread, key);
        return !item.IsUnbound ? item : @default.IsUnbound ? Value.None : @default;
    }

    /// <summary>D.items() -> a set-like object providing a view on D's items</summary>
    [PyMethod("items")]
    private Value ItemsView() => new PyDictItems(this);

    /// <summary>D.keys() -> a set-like object providing a view on D's keys</summary>
    [PyMethod("keys")]
    private Value KeysView() => new PyDictKeys(this);

    /// <summary>D.values() -> an object providing a view on D's values</summary>
    [PyMethod("values")]
    private Value ValuesView() => new PyDictValues(this);

    /// <summary>D.pop(k[,d]) -> v, remove specified key and return the corresponding value.
    ///
    /// If the key is not found, return the default if given; otherwise,
    /// raise a KeyError.</summary>
    [PyMethod("pop", Signature = "key, default=<unrepresentable>, /")]
    private Value Pop(VmThread thread, Value key, Value @default)
    {
        var item = _count == 0 ? Value.Unbound : Remove(thread, key);
        if (!item.IsUnbound)
            return item;
        return @default.IsUnbound ? thread.KeyError(key) : @default;
    }

    /// <summary>Remove and return a (key, value) pair as a 2-tuple.
    ///
    /// Pairs are returned in LIFO (last-in, first-out) order.
    /// Raises KeyError if the dict is empty.</summary>
    [PyMethod("popitem")]
    private Value PopItem(VmThread thread)
    {
        if (_count == 0)
            return thread.KeyError(Value.Str("popitem(): dictionary is empty"));
        var entry = Take(last: true);
        return PyTuple.Of(entry.Key, entry.Item);
    }

    /// <summary>Insert key with a value of default if key is not in the dictionary.
    ///
    /// Return the value for key if key is in the dictionary, else default.</summary>
    [PyMethod("setdefault", Signature = "key, default=None, /")]
    private Value SetDefault(VmThread thread, Value key, Value @default)
    {
        if (!Hashing.TryHash(thread, key, out var hash))
            return Value.Error;
        var place = Find(thread, key, hash);
        if (place >= 0)
            return _entries[place].Item;
        if (place == Failed)
            return Value.Error;
        var item = @default.IsUnbound ? Value.None : @default;
        Append(key, hash, item);
        return item;
    }

    /// <summary>D.update([E, ]**F) -> None.  Update D from dict/iterable E and F.
    /// If E is present and has a .keys() method, then does:  for k in E: D[k] = E[k]
    /// If E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v
    /// In either case, this is followed by: for k in F:  D[k] = F[k]</summary>
    [PyMethod("update")]
    private Value Update(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords) =>
        UpdateBy(thread, "update", args, keywords);

    /// <summary><c>dict.update</c> and the like: at most one positional argument, then keywords.</summary>
    private protected Value UpdateBy(VmThread thread, string function, ReadOnlySpan<Value> args, PyDict? keywords)
    {
        if (args.Length > 1)
            return thread.TypeError($"{function} expected at most 1 argument, got {args.Length}");
        if (args.Length == 1 && !UpdateFrom(thread, args[0]))
            return Value.Error;
        return keywords is null || keywords.Count == 0 || TryMergeDict(thread, keywords) ? Value.None : Value.Error;
    }

    /// <summary>True if the dictionary has the specified key, else False.</summary>
    [PyMethod("__contains__")]
    private Value Contains(VmThread thread, Value key)
    {
        var item = Get(thread, key);
        return item.IsError ? item : Value.Bool(!item.IsUnbound);
    }

    /// <summary>x.__getitem__(y) &lt;==> x[y]</summary>
    [PyMethod("__getitem__")]
    internal Value GetItem(VmThread thread, Value key)
    {
        var item = Get(thread, key);
        return item.IsUnbound ? Missing(thread, key) : item;
    }

    private Value Missing(VmThread thread, Value key)
    {
        if (!ReferenceEquals(Type, TypeObject))
        {
            var missing = Type.LookupSpecial(Special.Missing);
            if (!missing.IsUnbound)
                return thread.CallSpecial(missing, this, key);
        }
        return thread.KeyError(key);
    }

    /// <summary>Set self[key] to value.</summary>
    [PyMethod("__setitem__")]
    private Value SetItem(VmThread thread, Value key, Value value) => Set(thread, key, value) ? Value.None : Value.Error;

    /// <summary>Delete self[key].</summary>
    [PyMethod("__delitem__")]
    private Value DelItem(VmThread thread, Value key)
    {
        var item = Remove(thread, key);
        return item.IsError ? item : item.IsUnbound ? thread.KeyError(key) : Value.None;
    }

    /// <summary>Return len(self).</summary>
    [PyMethod("__len__")]
    private long Length() => _count;

    /// <summary>Implement iter(self).</summary>
    [PyMethod("__iter__")]
    internal PyDictKeyIterator Iter() => new(this);

    /// <summary>Return a reverse iterator over the dict keys.</summary>
    [PyMethod("__reversed__")]
    private Value Reversed() => new PyDictReverseKeyIterator(this);

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private protected Value Repr(VmThread thread)
    {
        if (_count == 0)
            return Value.Str("{}");
        if (!thread.EnterRepr(this))
            return thread.Pending is null ? Value.Str("{...}") : Value.Error;
        var text = new StringBuilder("{");
        var done = AppendReprs(thread, text);
        thread.LeaveRepr(this);
        return done ? Value.Str(text.Append('}').ToString()) : Value.Error;
    }

    private bool AppendReprs(VmThread thread, StringBuilder text)
    {
        for (var i = 0; i < _used; i++)
        {
            var (key, item) = (_entries[i].Key, _entries[i].Item);
            if (key.IsUnbound)
                continue;
            if (text.Length > 1)
                text.Append(", ");
            if (Texts.Repr(thread, key) is not { } keyText || Texts.Repr(thread, item) is not { } itemText)
                return false;
            text.Append(keyText.Text).Append(": ").Append(itemText.Text);
        }
        return true;
    }

    /// <summary>Return self==value.</summary>
    [PyMethod("__eq__")]
    private Value Eq(VmThread thread, Value value)
    {
        if (value.Ref is not PyDict other)
            return Value.NotImplemented;
        return TrySame(thread, other, out var same) ? Value.Bool(same) : Value.Error;
    }

    /// <summary>Return self!=value.</summary>
    [PyMethod("__ne__")]
    private Value Ne(VmThread thread, Value value)
    {
        if (value.Ref is not PyDict other)
            return Value.NotImplemented;
        return TrySame(thread, other, out var same) ? Value.Bool(!same) : Value.Error;
    }

    /// <summary>Have both the same keys with equal values? False when a comparison raised.</summary>
    private protected bool TrySame(VmThread thread, PyDict other, out bool same)
    {
        same = false;
        if (_count != other._count)
            return true;
        for (var i = 0; i < _used; i++)
        {
            var entry = _entries[i];
            if (entry.Key.IsUnbound)
                continue;
            var place = other.Find(thread, entry.Key, entry.Hash);
            if (place < 0)
                return place != Failed;
            if (!Comparison.TryEquals(thread, entry.Item, other._entries[place].Item, out var equal))
                return false;
            if (!equal)
                return true;
        }
        same = true;
        return true;
    }

    [PyMethod("__lt__")]
    private Value Lt(Value value) => Value.NotImplemented;

    [PyMethod("__le__")]
    private Value Le(Value value) => Value.NotImplemented;

    [PyMethod("__gt__")]
    private Value Gt(Value value) => Value.NotImplemented;

    [PyMethod("__ge__")]
    private Value Ge(Value value) => Value.NotImplemented;

    /// <summary>Return self|value.</summary>
    [PyMethod("__or__")]
    private static Value Or(VmThread thread, Value self, Value value) => Union(thread, self, value);

    /// <summary>Return value|self.</summary>
    [PyMethod("__ror__")]
    private static Value ROr(VmThread thread, Value self, Value value) => Union(thread, value, self);

    private static Value Union(VmThread thread, Value left, Value right)
    {
        if (left.Ref is not PyDict first || right.Ref is not PyDict)
            return Value.NotImplemented;
        var union = first.Copy();
        return union.UpdateFrom(thread, right) ? union : Value.Error;
    }

    /// <summary>Return self|=value.</summary>
    [PyMethod("__ior__")]
    private Value InPlaceOr(VmThread thread, Value value) => UpdateFrom(thread, value) ? this : Value.Error;
}
