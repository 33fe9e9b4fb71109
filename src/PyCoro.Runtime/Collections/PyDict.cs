// dict: entries in insertion order and an open-addressed table of indices into them, as CPython has it since 3.6. Keys
// that are str take a path that can neither fail nor call Python code: attribute tables, globals and keyword arguments.
// KeysVersion changes when the set of keys may have changed, which is what caches of global names watch.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>dict() -> new empty dictionary
/// dict(mapping) -> new dictionary initialized from a mapping object's
///     (key, value) pairs
/// dict(iterable) -> new dictionary initialized as if via:
///     d = {}
///     for k, v in iterable:
///         d[k] = v
/// dict(**kwargs) -> new dictionary initialized with the name=value pairs
///     in the keyword argument list.  For example:  dict(one=1, two=2)</summary>
/// <remarks>Library reference: Mapping Types. The methods are in DictMethods.cs.</remarks>
[PyType("dict", Subclassable = true)]
public partial class PyDict : PyObject
{
    private const int Free = -1;
    private const int Deleted = -2;

    // Filling is vectorised for the machine it runs on, so the JIT would have to compile it at every start: not for small tables.
    private const int VectorisedFrom = 1 << 10;

    private Entry[] _entries = [];
    private int[] _table = [];
    private int _used;
    private int _count;

    // Deleted marks in the table whose entry places popitem has given back: they still count against the load.
    private int _stale;

    // Places before it were deleted: a dict used as a queue does not walk over them again and again.
    private int _head;

    /// <summary>An empty dict.</summary>
    public PyDict() : base(TypeObject.RootShape) { }

    internal PyDict(Shape shape) : base(shape) { }

    /// <summary>Is it a dict, and not of a subclass? One comparison: testing for the C# class, which others derive from, is a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsPlain(in Value value) => value.Ref is { } obj && ReferenceEquals(obj.Shape, TypeObject.RootShape);

    /// <summary><c>len(self)</c>.</summary>
    public int Count => _count;

    /// <summary>Changes whenever a key comes or goes.</summary>
    internal int KeysVersion { get; private set; }

    /// <summary>Are all keys str? Then looking one up never calls Python code.</summary>
    internal bool HasOnlyStrKeys => _onlyStrKeys;

    /// <summary>Number of entry places in use, deleted ones included: the bound of an iteration by <see cref="EntryAt"/>.</summary>
    internal int EntryCount => _used;

    /// <summary>A place of the entry table; its key is unbound when it was deleted.</summary>
    internal ref Entry EntryAt(int place) => ref _entries[place];

    /// <summary>The value for a str key, unbound when there is none. Never calls Python code.</summary>
    internal Value GetStr(PyStr key)
    {
        var place = FindStr(key);
        return place < 0 ? Value.Unbound : _entries[place].Item;
    }

    /// <summary>Place of a str key for caches, or a negative number.</summary>
    internal int FindStr(PyStr key)
    {
        var table = _table;
        if (table.Length == 0)
            return Free;
        var hash = key.Hash;
        for (var probe = new Probe(hash, table); ; probe.Next())
        {
            var place = table[probe.Index];
            if (place == Free)
                return Free;
            if (place == Deleted)
                continue;
            ref var entry = ref _entries[place];
            if (ReferenceEquals(entry.Key.Ref, key))
                return place;
            if (entry.Hash == hash && entry.Key.Ref is PyStr other && string.Equals(other.Text, key.Text))
                return place;
        }
    }

    /// <summary>Sets a str key.</summary>
    internal void SetStr(PyStr key, Value item)
    {
        var place = FindStr(key);
        if (place >= 0)
            _entries[place].Item = item;
        else
            Append(key, key.Hash, item);
    }

    /// <summary>Removes a str key; false when it was absent.</summary>
    internal bool RemoveStr(PyStr key)
    {
        var place = FindStr(key);
        if (place < 0)
            return false;
        RemoveAt(place);
        return true;
    }

    /// <summary>The value for any key, unbound when there is none, Error when hashing or comparing failed.</summary>
    internal Value Get(VmThread thread, Value key)
    {
        if (key.Ref is PyStr { IsExact: true } text && _onlyStrKeys)
            return GetStr(text);
        if (key.IsSmallInt && _table.Length > 0)
        {
            var known = FindInt(key.Bits, Numbers.NumericHash.Of(key.Bits), out _);
            if (known != Failed)
                return known >= 0 ? _entries[known].Item : Value.Unbound;
        }
        if (!Hashing.TryHash(thread, key, out var hash))
            return Value.Error;
        var place = Find(thread, key, hash);
        return place >= 0 ? _entries[place].Item : place == Failed ? Value.Error : Value.Unbound;
    }

    /// <summary>Sets any key; false when hashing or comparing failed.</summary>
    internal bool Set(VmThread thread, Value key, Value item)
    {
        if (key.IsSmallInt && _table.Length > 0)
        {
            var number = Numbers.NumericHash.Of(key.Bits);
            var known = FindInt(key.Bits, number, out var free);
            if (known >= 0)
            {
                _entries[known].Item = item;
                return true;
            }
            if (known == Free)
            {
                if (_used + _stale < _entries.Length)
                    AppendAt(free, key, number, item);
                else
                    Append(key, number, item);
                return true;
            }
        }
        if (key.Ref is PyStr { IsExact: true } text && _onlyStrKeys)
        {
            SetStr(text, item);
            return true;
        }
        if (!Hashing.TryHash(thread, key, out var hash))
            return false;
        return SetHashed(thread, key, hash, item);
    }

    /// <summary>Sets a key whose hash is known.</summary>
    internal bool SetHashed(VmThread thread, Value key, long hash, Value item)
    {
        var place = Find(thread, key, hash);
        if (place == Failed)
            return false;
        if (place >= 0)
            _entries[place].Item = item;
        else
            Append(key, hash, item);
        return true;
    }

    /// <summary>Place of an exact int key, <see cref="Free"/> when it is surely absent, <see cref="Failed"/> when another kind of
    /// key has the same hash and must be compared. <paramref name="free"/>: where in the table the absent key would go.</summary>
    private int FindInt(long number, long hash, out int free)
    {
        var table = _table;
        var entries = _entries;
        for (var probe = new Probe(hash, table); ; probe.Next())
        {
            var place = table[probe.Index];
            free = probe.Index;
            if (place == Free)
                return Free;
            if (place == Deleted)
                continue;
            ref var entry = ref entries[place];
            if (entry.Key.Ref is null)
            {
                if (entry.Key.Bits == number)
                    return place;
            }
            else if (entry.Hash == hash)
            {
                return Failed;
            }
        }
    }

    /// <summary>Removes any key and returns its value, unbound when it was absent, Error when hashing or comparing failed.</summary>
    internal Value Remove(VmThread thread, Value key)
    {
        if (!Hashing.TryHash(thread, key, out var hash))
            return Value.Error;
        var place = Find(thread, key, hash);
        if (place < 0)
            return place == Failed ? Value.Error : Value.Unbound;
        var item = _entries[place].Item;
        RemoveAt(place);
        return item;
    }

    /// <summary>The first place in use; <see cref="EntryCount"/> when the dict is empty.</summary>
    internal int FirstPlace
    {
        get
        {
            while (_head < _used && _entries[_head].Key.IsUnbound)
                _head++;
            return _head;
        }
    }

    /// <summary>Removes the entry at a place.</summary>
    internal void RemoveAt(int place)
    {
        ref var entry = ref _entries[place];
        var probe = new Probe(entry.Hash, _table);
        while (_table[probe.Index] != place)
            probe.Next();
        _table[probe.Index] = Deleted;
        entry.Key = Value.Unbound;
        entry.Item = Value.Unbound;
        _count--;
        KeysVersion++;
    }

    /// <summary>Removes everything.</summary>
    internal void Clear()
    {
        if (_used == 0)
            return;
        _entries = [];
        _table = [];
        _used = 0;
        _count = 0;
        _stale = 0;
        _head = 0;
        _onlyStrKeys = true;
        KeysVersion++;
    }

    /// <summary>A copy with the same order (a plain dict).</summary>
    internal PyDict Copy()
    {
        var copy = new PyDict { _onlyStrKeys = _onlyStrKeys };
        if (_count == 0)
            return copy;
        if (_count == _used)
        {
            copy._entries = (Entry[])_entries.Clone();
            copy._table = (int[])_table.Clone();
            copy._used = _used;
            copy._count = _count;
            copy._stale = _stale;
            return copy;
        }
        copy.Resize(_count);
        for (var i = 0; i < _used; i++)
        {
            ref var entry = ref _entries[i];
            if (!entry.Key.IsUnbound)
                copy.Append(entry.Key, entry.Hash, entry.Item);
        }
        return copy;
    }

    /// <summary>Place of a key whose hash is known; negative when absent, <see cref="Failed"/> when comparing failed.</summary>
    internal int Find(VmThread thread, Value key, long hash)
    {
    restart:
        var table = _table;
        if (table.Length == 0)
            return Free;
        for (var probe = new Probe(hash, table); ; probe.Next())
        {
            var place = table[probe.Index];
            if (place == Free)
                return Free;
            if (place == Deleted)
                continue;
            var entries = _entries;
            ref var entry = ref entries[place];
            if (entry.Hash != hash)
                continue;
            if (entry.Key.Is(key))
                return place;
            var candidate = entry.Key;
            if (candidate.Ref is PyStr { IsExact: true } a && key.Ref is PyStr { IsExact: true } b)
            {
                if (string.Equals(a.Text, b.Text))
                    return place;
                continue;
            }
            if (candidate.IsSmallInt && key.IsSmallInt)
                continue;
            if (!Comparison.TryEquals(thread, candidate, key, out var equal))
                return Failed;
            // The comparison may have run Python code that changed this dict: look again.
            if (!ReferenceEquals(table, _table) || !ReferenceEquals(entries, _entries) || !entries[place].Key.Is(candidate))
                goto restart;
            if (equal)
                return place;
        }
    }

    /// <summary><see cref="Find"/>: the comparison raised.</summary>
    internal const int Failed = -3;

    private bool _onlyStrKeys = true;

    private void Append(Value key, long hash, Value item)
    {
        if (_used + _stale >= _entries.Length)
            Resize(_count + 1);
        AppendAt(IndexFor(hash, _table), key, hash, item);
    }

    private void AppendAt(int index, Value key, long hash, Value item)
    {
        // A dict emptied by deletions keeps its places, so that an iterator under way sees that other keys came.
        if (_count == 0)
            _onlyStrKeys = true;
        if (key.Ref is not PyStr { IsExact: true })
            _onlyStrKeys = false;
        _table[index] = _used;
        ref var entry = ref _entries[_used++];
        Execution.Slot.Copy(ref entry.Key, key);
        Execution.Slot.Copy(ref entry.Item, item);
        entry.Hash = hash;
        _count++;
        KeysVersion++;
    }

    // Where in the table a new entry goes.
    private static int IndexFor(long hash, int[] table)
    {
        var probe = new Probe(hash, table);
        while (table[probe.Index] >= 0)
            probe.Next();
        return probe.Index;
    }

    /// <summary>Rebuilds the table for a number of entries.</summary>
    /// <param name="needed">The number.</param>
    /// <param name="front">Free places to leave before the first entry, each to be filled once.</param>
    private void Resize(int needed, int front = 0)
    {
        needed += 2 * front;
        var capacity = 4;
        while (capacity * 2 / 3 < needed + 1)
            capacity *= 2;
        if (capacity > 8 && needed > 8)
            capacity = Math.Max(capacity, (int)Math.Min(1 << 30, System.Numerics.BitOperations.RoundUpToPowerOf2((uint)needed * 2)));
        var entries = new Entry[capacity * 2 / 3];
        var table = GC.AllocateUninitializedArray<int>(capacity);
        if (capacity > VectorisedFrom)
        {
            table.AsSpan().Fill(Free);
        }
        else
        {
            for (var i = 0; i < table.Length; i++)
                table[i] = Free;
        }
        for (var i = 0; i < front; i++)
            entries[i].Key = Value.Unbound;
        var used = front;
        if (_used == _count)
        {
            // Nothing was deleted, as is usual while a dict grows: the entries move as a whole.
            Array.Copy(_entries, 0, entries, front, _used);
            used += _used;
        }
        else
        {
            for (var place = 0; place < _used; place++)
            {
                if (!_entries[place].Key.IsUnbound)
                    entries[used++] = _entries[place];
            }
        }
        for (var place = front; place < used; place++)
            table[IndexFor(entries[place].Hash, table)] = place;
        _entries = entries;
        _table = table;
        _used = used;
        _stale = 0;
        _head = front;
    }

    /// <summary>Where in a table a hash is looked for, one index after the other: its low bits first, so that ints in a row, the
    /// keys most tables of ints have, lie in a row; then the higher bits come in until all places have been tried.</summary>
    private struct Probe
    {
        private readonly int _mask;
        private ulong _rest;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Probe(long hash, int[] table)
        {
            _mask = table.Length - 1;
            _rest = (ulong)hash;
            Index = (int)hash & _mask;
        }

        internal int Index { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Next()
        {
            _rest >>= 5;
            Index = (Index * 5 + 1 + (int)_rest) & _mask;
        }
    }

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        for (var i = 0; i < _used; i++)
        {
            if (_entries[i].Key.IsUnbound)
                continue;
            visit(_entries[i].Key);
            visit(_entries[i].Item);
        }
    }

    /// <summary>A key with its hash and value.</summary>
    internal struct Entry
    {
        internal Value Key;
        internal Value Item;
        internal long Hash;
    }
}
