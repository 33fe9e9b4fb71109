using System.Text;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

// What set and frozenset have in common (library reference: Set Types). Operators want sets on both sides, methods take any
// iterable. Results are of the receiver's own kind, without its subclass, as in CPython.
public abstract partial class PySetBase
{
    /// <summary>An empty set of the same kind.</summary>
    private protected abstract PySetBase MakeEmpty();

    /// <summary>Adds the items of any iterable; false when it raised.</summary>
    internal bool UpdateFrom(VmThread thread, Value iterable)
    {
        if (iterable.Ref is PySetBase set)
            return TryMerge(thread, set);
        if (iterable.Ref is PyDict dict && dict.IsExact)
        {
            ReserveFor(dict.Count);
            return TryEachKey(dict, (key, hash) => TryAddHashed(thread, key, hash));
        }
        return TryEach(thread, iterable, (Set: this, Thread: thread), static (state, item) => state.Set.TryAdd(state.Thread, item));
    }

    // The keys of a dict, with the hashes it knows.
    private static bool TryEachKey(PyDict dict, Func<Value, long, bool> visit)
    {
        for (var i = 0; i < dict.EntryCount; i++)
        {
            var entry = dict.EntryAt(i);
            if (!entry.Key.IsUnbound && !visit(entry.Key, entry.Hash))
                return false;
        }
        return true;
    }

    /// <summary>Removes the items of any iterable; false when it raised.</summary>
    internal bool TryRemoveAll(VmThread thread, Value iterable)
    {
        if (ReferenceEquals(iterable.Ref, this))
        {
            RemoveAll();
            return true;
        }
        if (iterable.Ref is PySetBase set)
        {
            for (var i = 0; i < set.TableSize; i++)
            {
                if (set.ItemAt(i, out var item, out var hash) && !TryDiscardHashed(thread, item, hash, out _))
                    return false;
            }
        }
        else if (iterable.Ref is PyDict { IsExact: true } dict)
        {
            if (!TryEachKey(dict, (key, hash) => TryDiscardHashed(thread, key, hash, out _)))
                return false;
        }
        else if (!TryEach(
            thread, iterable, (Set: this, Thread: thread), static (state, item) => state.Set.TryDiscard(state.Thread, item, out _)))
        {
            return false;
        }
        Shrink();
        return true;
    }

    /// <summary>Removes the items of an iterable that are there, adds those that are not; false when it raised.</summary>
    internal bool TryToggleAll(VmThread thread, Value iterable)
    {
        if (ReferenceEquals(iterable.Ref, this))
        {
            RemoveAll();
            return true;
        }
        if (iterable.Ref is not PySetBase other)
        {
            other = new PySet();
            if (!other.UpdateFrom(thread, iterable))
                return false;
        }
        for (var i = 0; i < other.TableSize; i++)
        {
            if (!other.ItemAt(i, out var item, out var hash))
                continue;
            if (!TryDiscardHashed(thread, item, hash, out var found) || (!found && !TryAddHashed(thread, item, hash)))
                return false;
        }
        return true;
    }

    /// <summary>The items that are also in the iterable, as a new set; null when it raised.</summary>
    internal PySetBase? IntersectionWith(VmThread thread, Value iterable)
    {
        var result = MakeEmpty();
        if (iterable.Ref is PySetBase other)
        {
            // The items come from the smaller set: that is what CPython keeps of equal ones.
            var (larger, smaller) = other._count > _count ? (other, this) : (this, other);
            for (var i = 0; i < smaller.TableSize; i++)
            {
                if (!smaller.ItemAt(i, out var item, out var hash))
                    continue;
                if (!larger.TryContainsHashed(thread, item, hash, out var found) || (found && !result.TryAddHashed(thread, item, hash)))
                    return null;
            }
            return result;
        }
        return TryEach(thread, iterable, (Set: this, Thread: thread, Result: result), static (state, item) =>
            Hashing.TryHash(state.Thread, item, out var hash)
            && state.Set.TryContainsHashed(state.Thread, item, hash, out var found)
            && (!found || state.Result.TryAddHashed(state.Thread, item, hash)))
            ? result
            : null;
    }

    /// <summary>The items that are not in the iterable, as a new set; null when it raised.</summary>
    internal PySetBase? DifferenceFrom(VmThread thread, Value iterable)
    {
        if (iterable.Ref is PySetBase other && _count >> 2 <= other._count)
        {
            var kept = MakeEmpty();
            for (var i = 0; i < TableSize; i++)
            {
                if (!ItemAt(i, out var item, out var hash))
                    continue;
                if (!other.TryContainsHashed(thread, item, hash, out var found) || (!found && !kept.TryAddHashed(thread, item, hash)))
                    return null;
            }
            return kept;
        }
        var result = MakeEmpty();
        return result.TryMerge(thread, this) && result.TryRemoveAll(thread, iterable) ? result : null;
    }

    /// <summary>Are all items in the other set? False when it raised.</summary>
    internal bool TryIsSubset(VmThread thread, PySetBase other, out bool subset)
    {
        subset = false;
        if (_count > other._count)
            return true;
        for (var i = 0; i < TableSize; i++)
        {
            if (!ItemAt(i, out var item, out var hash))
                continue;
            if (!other.TryContainsHashed(thread, item, hash, out var found))
                return false;
            if (!found)
                return true;
        }
        subset = true;
        return true;
    }

    /// <summary>The hash of a frozenset with these items: it must not depend on their order.</summary>
    internal long HashOfItems()
    {
        ulong mixed = 0;
        for (var i = 0; i < TableSize; i++)
        {
            if (ItemAt(i, out _, out var hash))
                mixed ^= ((ulong)hash ^ 89869747UL ^ ((ulong)hash << 16)) * 3644798167UL;
        }
        mixed ^= ((ulong)_count + 1) * 1927868237UL;
        mixed ^= (mixed >> 11) ^ (mixed >> 25);
        mixed = mixed * 69069UL + 907133923UL;
        return mixed == ulong.MaxValue ? 590923713L : (long)mixed;
    }

    /// <summary>x.__contains__(y) &lt;==> y in x.</summary>
    [PyMethod("__contains__")]
    internal Value Contains(VmThread thread, Value item) => TryContains(thread, item, out var found) ? Value.Bool(found) : Value.Error;

    /// <summary>Return len(self).</summary>
    [PyMethod("__len__")]
    internal long Length() => _count;

    /// <summary>Implement iter(self).</summary>
    [PyMethod("__iter__")]
    internal Value Iter() => new PySetIterator(this);

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    internal Value Repr(VmThread thread)
    {
        var name = Type.Name;
        if (_count == 0)
            return Value.Str($"{name}()");
        if (!thread.EnterRepr(this))
            return thread.Pending is null ? Value.Str($"{name}(...)") : Value.Error;
        var isPlain = Type == PySet.TypeObject;
        var text = new StringBuilder(isPlain ? "{" : $"{name}({{");
        var items = Iteration.ToArray(thread, new PySetIterator(this));
        var done = items is not null && Sequences.AppendReprs(thread, text, new ArrayItems(items));
        thread.LeaveRepr(this);
        return done ? Value.Str(text.Append(isPlain ? "}" : "})").ToString()) : Value.Error;
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    internal Value Reduce(VmThread thread)
    {
        if (Iteration.ToArray(thread, this) is not { } items)
            return Value.Error;
        var state = Reduction.StateOf(thread, this);
        return state.IsError ? state : PyTuple.Of(Type, PyTuple.Of(new PyList(items)), state);
    }

    /// <summary>Return the difference of two or more sets as a new set.
    ///
    /// (i.e. all elements that are in this set but not the others.)</summary>
    [PyMethod("difference")]
    internal Value Difference(VmThread thread, ReadOnlySpan<Value> others)
    {
        if (others.Length == 0)
            return CopyOf(thread);
        if (DifferenceFrom(thread, others[0]) is not { } result)
            return Value.Error;
        foreach (var other in others[1..])
        {
            if (!result.TryRemoveAll(thread, other))
                return Value.Error;
        }
        return result;
    }

    /// <summary>Return the intersection of two sets as a new set.
    ///
    /// (i.e. all elements that are in both sets.)</summary>
    [PyMethod("intersection")]
    internal Value Intersection(VmThread thread, ReadOnlySpan<Value> others)
    {
        if (others.Length == 0)
            return CopyOf(thread);
        var result = this;
        foreach (var other in others)
        {
            if (result.IntersectionWith(thread, other) is not { } next)
                return Value.Error;
            result = next;
        }
        return result;
    }

    /// <summary>Return True if two sets have a null intersection.</summary>
    [PyMethod("isdisjoint")]
    internal Value IsDisjoint(VmThread thread, Value other)
    {
        var iterator = Iteration.GetIter(thread, other);
        if (iterator.IsError)
            return iterator;
        while (true)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsSentinel)
                return item.IsUnbound ? Value.True : item;
            if (!TryContains(thread, item, out var found))
                return Value.Error;
            if (found)
                return Value.False;
        }
    }

    /// <summary>Report whether another set contains this set.</summary>
    [PyMethod("issubset")]
    internal Value IsSubset(VmThread thread, Value other) =>
        AsSet(thread, other) is { } set && TryIsSubset(thread, set, out var subset) ? Value.Bool(subset) : Value.Error;

    /// <summary>Report whether this set contains another set.</summary>
    [PyMethod("issuperset")]
    internal Value IsSuperset(VmThread thread, Value other) =>
        AsSet(thread, other) is { } set && set.TryIsSubset(thread, this, out var subset) ? Value.Bool(subset) : Value.Error;

    /// <summary>Return the symmetric difference of two sets as a new set.
    ///
    /// (i.e. all elements that are in exactly one of the sets.)</summary>
    [PyMethod("symmetric_difference")]
    internal Value SymmetricDifference(VmThread thread, Value other)
    {
        var result = MakeEmpty();
        return result.UpdateFrom(thread, other) && result.TryToggleAll(thread, this) ? result : Value.Error;
    }

    /// <summary>Return the union of sets as a new set.
    ///
    /// (i.e. all elements that are in either set.)</summary>
    [PyMethod("union")]
    internal Value Union(VmThread thread, ReadOnlySpan<Value> others)
    {
        var result = MakeEmpty();
        if (!result.TryMerge(thread, this))
            return Value.Error;
        foreach (var other in others)
        {
            if (!result.UpdateFrom(thread, other))
                return Value.Error;
        }
        return result;
    }

    /// <summary>Return self&amp;value.</summary>
    [PyMethod("__and__")]
    internal Value And(VmThread thread, Value value) =>
        value.Ref is PySetBase ? Of(IntersectionWith(thread, value)) : Value.NotImplemented;

    /// <summary>Return value&amp;self.</summary>
    [PyMethod("__rand__")]
    internal Value RAnd(VmThread thread, Value value) =>
        value.Ref is PySetBase other ? Of(other.IntersectionWith(thread, this)) : Value.NotImplemented;

    /// <summary>Return self|value.</summary>
    [PyMethod("__or__")]
    internal Value Or(VmThread thread, Value value) => value.Ref is PySetBase ? Union(thread, [value]) : Value.NotImplemented;

    /// <summary>Return value|self.</summary>
    [PyMethod("__ror__")]
    internal Value ROr(VmThread thread, Value value) => value.Ref is PySetBase other ? other.Union(thread, [this]) : Value.NotImplemented;

    /// <summary>Return self-value.</summary>
    [PyMethod("__sub__")]
    internal Value Sub(VmThread thread, Value value) =>
        value.Ref is PySetBase ? Of(DifferenceFrom(thread, value)) : Value.NotImplemented;

    /// <summary>Return value-self.</summary>
    [PyMethod("__rsub__")]
    internal Value RSub(VmThread thread, Value value) =>
        value.Ref is PySetBase other ? Of(other.DifferenceFrom(thread, this)) : Value.NotImplemented;

    /// <summary>Return self^value.</summary>
    [PyMethod("__xor__")]
    internal Value Xor(VmThread thread, Value value) =>
        value.Ref is PySetBase ? SymmetricDifference(thread, value) : Value.NotImplemented;

    /// <summary>Return value^self.</summary>
    [PyMethod("__rxor__")]
    internal Value RXor(VmThread thread, Value value) =>
        value.Ref is PySetBase other ? other.SymmetricDifference(thread, this) : Value.NotImplemented;

    /// <summary>A copy of the same kind.</summary>
    private protected Value CopyOf(VmThread thread)
    {
        var copy = MakeEmpty();
        return copy.TryMerge(thread, this) ? copy : Value.Error;
    }


    private static Value Of(PySetBase? set) => set is null ? Value.Error : set;

    private static PySetBase? AsSet(VmThread thread, Value iterable)
    {
        if (iterable.Ref is PySetBase set)
            return set;
        var made = new PySet();
        return made.UpdateFrom(thread, iterable) ? made : null;
    }

    private static bool TryEach<TState>(VmThread thread, Value iterable, TState state, Func<TState, Value, bool> action)
    {
        var iterator = Iteration.GetIter(thread, iterable);
        if (iterator.IsError)
            return false;
        while (true)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsSentinel)
                return item.IsUnbound;
            if (!action(state, item))
                return false;
        }
    }

    [PyComparison]
    internal Value CompareTo(VmThread thread, CompareOperation operation, Value value)
    {
        if (value.Ref is not PySetBase other)
            return Value.NotImplemented;
        var (inner, outer, strict) = operation switch
        {
            CompareOperation.Lt => (this, other, true),
            CompareOperation.Le => (this, other, false),
            CompareOperation.Gt => (other, this, true),
            CompareOperation.Ge => (other, this, false),
            _ => (this, other, false),
        };
        if (operation is CompareOperation.Eq or CompareOperation.Ne)
        {
            if (_count != other._count)
                return Value.Bool(operation == CompareOperation.Ne);
        }
        else if (strict && inner._count >= outer._count)
        {
            return Value.False;
        }
        if (!inner.TryIsSubset(thread, outer, out var subset))
            return Value.Error;
        return Value.Bool(subset != (operation == CompareOperation.Ne));
    }
}
