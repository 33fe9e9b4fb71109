// The hash table of set and frozenset. Scripts print sets of ints, so the order of iteration is part of what people see:
// table sizes, probing (runs of ten neighbours, then a jump perturbed by the hash's upper bits) and the moments of growth
// are those of CPython, which gives the same order for the same hashes.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Storage of <c>set</c> and <c>frozenset</c>. Their common methods are in SetOperations.cs.</summary>
public abstract partial class PySetBase : PyObject
{
    private const int SmallestTable = 8;
    private const int Neighbours = 9;
    private const int Absent = -1;
    private const int Failed = -2;

    private Entry[] _table = new Entry[SmallestTable];
    private int _fill;
    private int _count;
    private int _finger;

    private protected PySetBase(Shape shape) : base(shape) { }

    /// <summary><c>len(self)</c>.</summary>
    internal int Count => _count;

    /// <summary>Bound of an iteration by <see cref="ItemAt"/>.</summary>
    internal int TableSize => _table.Length;

    /// <summary>The item in a place of the table; false when there is none.</summary>
    internal bool ItemAt(int place, out Value item, out long hash)
    {
        ref var entry = ref _table[place];
        item = entry.Item;
        hash = entry.Hash;
        return entry.State == EntryState.Used;
    }

    /// <summary>Adds an item; false when hashing or comparing raised.</summary>
    internal bool TryAdd(VmThread thread, Value item) =>
        Hashing.TryHash(thread, item, out var hash) && TryAddHashed(thread, item, hash);

    /// <summary>Adds an item whose hash is known; false when comparing raised.</summary>
    internal bool TryAddHashed(VmThread thread, Value item, long hash)
    {
        var place = Find(thread, item, hash, out var free);
        if (place == Failed)
            return false;
        if (place >= 0)
            return true;
        var reused = _table[free].State == EntryState.Deleted;
        _table[free] = new Entry { Item = item, Hash = hash, State = EntryState.Used };
        _count++;
        if (reused)
            return true;
        _fill++;
        if ((long)_fill * 5 >= (long)(_table.Length - 1) * 3)
            Resize(_count > 50000 ? _count * 2L : _count * 4L);
        return true;
    }

    /// <summary>Is the item there? False when hashing or comparing raised.</summary>
    internal bool TryContains(VmThread thread, Value item, out bool found)
    {
        found = false;
        return TryHashOfItem(thread, item, out var hash) && TryContainsHashed(thread, item, hash, out found);
    }

    /// <summary>Is an item whose hash is known there? False when comparing raised.</summary>
    internal bool TryContainsHashed(VmThread thread, Value item, long hash, out bool found)
    {
        var place = Find(thread, item, hash, out _);
        found = place >= 0;
        return place != Failed;
    }

    /// <summary>Removes an item if it is there; false when hashing or comparing raised.</summary>
    internal bool TryDiscard(VmThread thread, Value item, out bool found)
    {
        found = false;
        return TryHashOfItem(thread, item, out var hash) && TryDiscardHashed(thread, item, hash, out found);
    }

    /// <summary>Removes an item whose hash is known; false when comparing raised.</summary>
    internal bool TryDiscardHashed(VmThread thread, Value item, long hash, out bool found)
    {
        var place = Find(thread, item, hash, out _);
        found = place >= 0;
        if (found)
            RemoveAt(place);
        return place != Failed;
    }

    /// <summary>Takes any item out; unbound when there is none. Goes round the table, so that emptying a set stays linear.</summary>
    internal Value TakeAny()
    {
        if (_count == 0)
            return Value.Unbound;
        var mask = _table.Length - 1;
        var place = _finger & mask;
        while (_table[place].State != EntryState.Used)
            place = (place + 1) & mask;
        var item = _table[place].Item;
        RemoveAt(place);
        _finger = place + 1;
        return item;
    }

    /// <summary>Removes everything.</summary>
    internal void RemoveAll()
    {
        _table = new Entry[SmallestTable];
        _fill = 0;
        _count = 0;
    }

    /// <summary>Adds all items of another set; false when comparing raised.</summary>
    internal bool TryMerge(VmThread thread, PySetBase other)
    {
        if (ReferenceEquals(other, this) || other._count == 0)
            return true;
        if ((long)(_fill + other._count) * 5 >= (long)(_table.Length - 1) * 3)
            Resize((_count + (long)other._count) * 2);
        if (_fill == 0)
        {
            if (_table.Length == other._table.Length && other._fill == other._count)
            {
                _table = (Entry[])other._table.Clone();
            }
            else
            {
                foreach (ref var entry in other._table.AsSpan())
                {
                    if (entry.State == EntryState.Used)
                        Place(_table, entry);
                }
            }
            _fill = _count = other._count;
            return true;
        }
        for (var i = 0; i < other._table.Length; i++)
        {
            var entry = other._table[i];
            if (entry.State == EntryState.Used && !TryAddHashed(thread, entry.Item, entry.Hash))
                return false;
        }
        return true;
    }

    /// <summary>After many items were removed: gives the places back when they are more than a fifth.</summary>
    internal void Shrink()
    {
        if (_fill - _count > (_table.Length - 1) / 5)
            Resize(_count > 50000 ? _count * 2L : _count * 4L);
    }

    /// <summary>Makes room before many items are added, when CPython does.</summary>
    internal void ReserveFor(int more)
    {
        if ((long)(_fill + more) * 5 >= (long)(_table.Length - 1) * 3)
            Resize((_count + (long)more) * 2);
    }

    /// <summary>Exchanges the items with another set's, when a method has computed what is to stay.</summary>
    internal void TakeTableOf(PySetBase other)
    {
        (_table, other._table) = (other._table, _table);
        (_fill, other._fill) = (other._fill, _fill);
        (_count, other._count) = (other._count, _count);
    }

    // A set that is looked for in a set counts as the frozenset of its items (library reference: Set Types).
    private static bool TryHashOfItem(VmThread thread, Value item, out long hash)
    {
        if (item.Ref is not PySet set)
            return Hashing.TryHash(thread, item, out hash);
        if (set.Type.IsHeapType)
        {
            // A subclass may be hashable by itself.
            if (Hashing.TryHash(thread, item, out hash))
                return true;
            if (!thread.ClearPending(ExceptionTypes.TypeError))
                return false;
        }
        hash = set.HashOfItems();
        return true;
    }

    private void RemoveAt(int place)
    {
        _table[place] = new Entry { Item = Value.Unbound, Hash = -1, State = EntryState.Deleted };
        _count--;
    }

    private int Find(VmThread thread, Value item, long hash, out int free)
    {
    restart:
        var table = _table;
        var mask = table.Length - 1;
        var perturb = (ulong)hash;
        var place = (int)((ulong)hash & (ulong)mask);
        var deleted = Absent;
        while (true)
        {
            var probes = place + Neighbours <= mask ? Neighbours : 0;
            for (var i = place; i <= place + probes; i++)
            {
                ref var entry = ref table[i];
                if (entry.State == EntryState.Free)
                {
                    free = deleted >= 0 ? deleted : i;
                    return Absent;
                }
                if (entry.State == EntryState.Deleted)
                    deleted = i;
                if (entry.Hash != hash || entry.State != EntryState.Used)
                    continue;
                var candidate = entry.Item;
                if (candidate.Is(item))
                {
                    free = Absent;
                    return i;
                }
                if (candidate.IsSmallInt && item.IsSmallInt)
                    continue;
                if (!TryEquals(thread, candidate, item, out var equal))
                {
                    free = Absent;
                    return Failed;
                }
                // The comparison may have run Python code that changed this set: look again.
                if (!ReferenceEquals(table, _table) || !table[i].Item.Is(candidate))
                    goto restart;
                if (!equal)
                    continue;
                free = Absent;
                return i;
            }
            perturb >>= 5;
            place = (int)(((ulong)place * 5 + 1 + perturb) & (ulong)mask);
        }
    }

    private static bool TryEquals(VmThread thread, Value candidate, Value item, out bool equal)
    {
        if (candidate.Ref is PyStr a && item.Ref is PyStr b && ReferenceEquals(a.Shape, b.Shape) && !a.Type.IsHeapType)
        {
            equal = string.Equals(a.Text, b.Text);
            return true;
        }
        return Comparison.TryEquals(thread, candidate, item, out equal);
    }

    private void Resize(long wanted)
    {
        var size = SmallestTable;
        while (size <= wanted)
            size <<= 1;
        var table = new Entry[size];
        foreach (ref var entry in _table.AsSpan())
        {
            if (entry.State == EntryState.Used)
                Place(table, entry);
        }
        _table = table;
        _fill = _count;
    }

    private static void Place(Entry[] table, in Entry entry)
    {
        var mask = table.Length - 1;
        var perturb = (ulong)entry.Hash;
        var place = (int)((ulong)entry.Hash & (ulong)mask);
        while (true)
        {
            var probes = place + Neighbours <= mask ? Neighbours : 0;
            for (var i = place; i <= place + probes; i++)
            {
                if (table[i].State != EntryState.Free)
                    continue;
                table[i] = entry;
                return;
            }
            perturb >>= 5;
            place = (int)(((ulong)place * 5 + 1 + perturb) & (ulong)mask);
        }
    }

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        foreach (var entry in _table)
        {
            if (entry.State == EntryState.Used)
                visit(entry.Item);
        }
    }

    private enum EntryState : byte
    {
        Free,
        Used,
        Deleted,
    }

    private struct Entry
    {
        internal Value Item;
        internal long Hash;
        internal EntryState State;
    }
}
