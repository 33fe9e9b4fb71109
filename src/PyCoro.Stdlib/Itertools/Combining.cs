// Iterators over choices from a pool: product, permutations, combinations with and without replacement. Each keeps the
// indices of its last choice and moves on to the next in lexicographic order.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Itertools;

/// <summary>product(*iterables, repeat=1) --> product object
///
/// Cartesian product of input iterables.  Equivalent to nested for-loops.</summary>
[PyType("product", Module = "itertools", Subclassable = true)]
internal sealed partial class PyProduct : PyIterator
{
    private readonly Value[][] _pools;
    private readonly int[] _indices;
    private bool _started;
    private bool _ended;

    private PyProduct(Shape shape, Value[][] pools) : base(shape)
    {
        _pools = pools;
        _indices = new int[pools.Length];
        _ended = Array.Exists(pools, static pool => pool.Length == 0);
    }

    [PyNew(Signature = "*iterables, repeat=1")]
    private static Value New(VmThread thread, PyType type, Value repeat, ReadOnlySpan<Value> iterables)
    {
        long times = 1;
        if (!repeat.IsUnbound && !Conversions.TryIndex64(thread, repeat, out times))
            return Value.Error;
        if (times < 0)
            return thread.ValueError("repeat argument cannot be negative");
        var pools = new Value[iterables.Length * times][];
        for (var i = 0; i < iterables.Length; i++)
        {
            if (Iteration.ToArray(thread, iterables[i]) is not { } pool)
                return Value.Error;
            for (var at = i; at < pools.Length; at += iterables.Length)
                pools[at] = pool;
        }
        return new PyProduct(type.RootShape, pools);
    }

    internal override Value Next(VmThread thread)
    {
        if (_ended)
            return Value.Unbound;
        if (_started && !TryAdvance())
        {
            _ended = true;
            return Value.Unbound;
        }
        _started = true;
        var items = new Value[_pools.Length];
        for (var i = 0; i < items.Length; i++)
            items[i] = _pools[i][_indices[i]];
        return PyTuple.Of(items);
    }

    private bool TryAdvance()
    {
        for (var i = _indices.Length - 1; i >= 0; i--)
        {
            if (++_indices[i] < _pools[i].Length)
                return true;
            _indices[i] = 0;
        }
        return false;
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce()
    {
        if (_ended)
            return PyTuple.Of(Type, PyTuple.Of(PyTuple.Empty));
        var pools = Array.ConvertAll(_pools, static pool => (Value)PyTuple.Of(pool));
        return _started ? PyTuple.Of(Type, PyTuple.Of(pools), Choice.ToTuple(_indices)) : PyTuple.Of(Type, PyTuple.Of(pools));
    }

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private Value SetState(VmThread thread, Value state)
    {
        if (!Choice.TryRead(thread, state, _indices.Length, out var wanted))
            return Value.Error;
        for (var i = 0; i < _indices.Length; i++)
        {
            if (_pools[i].Length == 0)
            {
                _ended = true;
                return Value.None;
            }
            _indices[i] = (int)System.Math.Clamp(wanted[i], 0, _pools[i].Length - 1);
        }
        _started = true;
        return Value.None;
    }
}

/// <summary>Indices of a choice as pickle keeps them.</summary>
internal static class Choice
{
    /// <summary>A tuple of ints.</summary>
    internal static PyTuple ToTuple(ReadOnlySpan<int> indices)
    {
        var items = new Value[indices.Length];
        for (var i = 0; i < items.Length; i++)
            items[i] = Value.Int(indices[i]);
        return PyTuple.Of(items);
    }

    /// <summary>The ints of a tuple of a known length; false when it raised.</summary>
    internal static bool TryRead(VmThread thread, Value state, int length, out long[] indices)
    {
        indices = new long[length];
        if (state.Ref is not PyTuple tuple || tuple.Items.Length != length)
        {
            thread.ValueError("invalid arguments");
            return false;
        }
        for (var i = 0; i < length; i++)
        {
            if (!IterationState.TryIndex(thread, tuple.Items[i], out indices[i]))
                return false;
        }
        return true;
    }
}

/// <summary>What the choices from one pool share.</summary>
internal abstract class PyChoices : PyIterator
{
    private readonly Value[] _pool;
    private readonly int _wanted;
    private bool _ended;

    private protected PyChoices(Shape shape, Value[] pool, int wanted, bool isEmpty) : base(shape)
    {
        // Nothing is allocated for more items than there can be.
        var count = isEmpty ? 0 : wanted;
        _pool = pool;
        _wanted = wanted;
        Count = count;
        Indices = new int[System.Math.Max(pool.Length, count)];
        _ended = isEmpty;
    }

    /// <summary>Items to choose.</summary>
    private protected int Count { get; }

    /// <summary>Items to choose from.</summary>
    private protected int PoolSize => _pool.Length;

    /// <summary>The choice, in the first <see cref="Count"/> places.</summary>
    private protected int[] Indices { get; }

    internal sealed override Value Next(VmThread thread)
    {
        if (_ended)
            return Value.Unbound;
        if (IsStarted && !TryAdvance())
        {
            _ended = true;
            return Value.Unbound;
        }
        IsStarted = true;
        var items = new Value[Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = _pool[Indices[i]];
        return PyTuple.Of(items);
    }

    /// <summary>Has a choice been given?</summary>
    private protected bool IsStarted { get; set; }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    internal Value Reduce() => _ended
        ? PyTuple.Of(Type, PyTuple.Of(_pool.Length < _wanted ? PyTuple.Of(_pool) : PyTuple.Empty, Value.Int(_wanted)))
        : !IsStarted
            ? PyTuple.Of(Type, PyTuple.Of(PyTuple.Of(_pool), Value.Int(_wanted)))
            : PyTuple.Of(Type, PyTuple.Of(PyTuple.Of(_pool), Value.Int(_wanted)), State());

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    internal virtual Value SetState(VmThread thread, Value state)
    {
        if (!Choice.TryRead(thread, state, Count, out var wanted))
            return Value.Error;
        for (var i = 0; i < Count; i++)
            Indices[i] = (int)System.Math.Clamp(wanted[i], 0, Last(i));
        IsStarted = true;
        return Value.None;
    }

    /// <summary>The largest index of a place.</summary>
    private protected virtual int Last(int place) => PoolSize - 1;

    /// <summary>What is pickled of a started one.</summary>
    private protected virtual PyTuple State() => Choice.ToTuple(Indices.AsSpan(0, Count));

    /// <summary>Goes to the next choice; false when there is none.</summary>
    private protected abstract bool TryAdvance();

    /// <summary>The pool and the number of items to choose; false when it raised.</summary>
    private protected static bool TryPrepare(VmThread thread, Value iterable, Value r, out Value[] pool, out int count)
    {
        count = 0;
        pool = Iteration.ToArray(thread, iterable)!;
        if (pool is null)
            return false;
        long number = pool.Length;
        if (!r.IsUnbound && !r.IsNone)
        {
            if (!Conversions.TryIndex64(thread, r, out number))
                return false;
            if (number < 0)
            {
                thread.ValueError("r must be non-negative");
                return false;
            }
        }
        count = (int)System.Math.Min(number, int.MaxValue / 2);
        return true;
    }
}

/// <summary>Return successive r-length permutations of elements in the iterable.
///
/// permutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)</summary>
[PyType("permutations", Module = "itertools", Subclassable = true)]
internal sealed partial class PyPermutations : PyChoices
{
    private readonly int[] _cycles;

    private PyPermutations(Shape shape, Value[] pool, int count) : base(shape, pool, count, count > pool.Length)
    {
        for (var i = 0; i < Indices.Length; i++)
            Indices[i] = i;
        _cycles = new int[Count];
        for (var i = 0; i < _cycles.Length; i++)
            _cycles[i] = pool.Length - i;
    }

    [PyNew(Signature = "iterable, r=None")]
    private static Value New(VmThread thread, PyType type, Value iterable, Value r)
    {
        if (!r.IsUnbound && !r.IsNone && r.Ref is not (null or PyInt))
            return thread.TypeError("Expected int as r");
        return TryPrepare(thread, iterable, r, out var pool, out var count) ? new PyPermutations(type.RootShape, pool, count) : Value.Error;
    }

    private protected override bool TryAdvance()
    {
        var n = PoolSize;
        for (var i = Count - 1; i >= 0; i--)
        {
            if (--_cycles[i] > 0)
            {
                var other = n - _cycles[i];
                (Indices[i], Indices[other]) = (Indices[other], Indices[i]);
                return true;
            }
            // This place has seen all: its index goes behind the others.
            var first = Indices[i];
            Array.Copy(Indices, i + 1, Indices, i, n - 1 - i);
            Indices[n - 1] = first;
            _cycles[i] = n - i;
        }
        return false;
    }

    private protected override PyTuple State() => PyTuple.Of(Choice.ToTuple(Indices), Choice.ToTuple(_cycles));

    internal override Value SetState(VmThread thread, Value state)
    {
        if (!IterationState.TryUnpack(thread, state, 2, 2, out var parts))
            return Value.Error;
        foreach (var (place, part) in parts.Index())
        {
            if (part.Ref is not PyTuple)
                return IterationState.WrongPart(thread, place + 1, "tuple", part);
        }
        if (!Choice.TryRead(thread, parts[0], PoolSize, out var indices) || !Choice.TryRead(thread, parts[1], Count, out var cycles))
            return Value.Error;
        for (var i = 0; i < indices.Length; i++)
            Indices[i] = (int)System.Math.Clamp(indices[i], 0, PoolSize - 1);
        for (var i = 0; i < cycles.Length; i++)
            _cycles[i] = (int)System.Math.Clamp(cycles[i], 1, PoolSize - i);
        IsStarted = true;
        return Value.None;
    }
}

/// <summary>Return successive r-length combinations of elements in the iterable.
///
/// combinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)</summary>
[PyType("combinations", Module = "itertools", Subclassable = true)]
internal sealed partial class PyCombinations : PyChoices
{
    private PyCombinations(Shape shape, Value[] pool, int count) : base(shape, pool, count, count > pool.Length)
    {
        for (var i = 0; i < Count; i++)
            Indices[i] = i;
    }

    [PyNew(Signature = "iterable, r")]
    private static Value New(VmThread thread, PyType type, Value iterable, Value r) =>
        TryPrepare(thread, iterable, r, out var pool, out var count) ? new PyCombinations(type.RootShape, pool, count) : Value.Error;

    private protected override int Last(int place) => place + PoolSize - Count;

    private protected override bool TryAdvance()
    {
        var i = Count - 1;
        while (i >= 0 && Indices[i] == i + PoolSize - Count)
            i--;
        if (i < 0)
            return false;
        Indices[i]++;
        for (i++; i < Count; i++)
            Indices[i] = Indices[i - 1] + 1;
        return true;
    }
}

/// <summary>Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.
///
/// combinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')</summary>
[PyType("combinations_with_replacement", Module = "itertools", Subclassable = true)]
internal sealed partial class PyCombinationsWithReplacement : PyChoices
{
    private PyCombinationsWithReplacement(Shape shape, Value[] pool, int count)
        : base(shape, pool, count, pool.Length == 0 && count > 0) { }

    [PyNew(Signature = "iterable, r")]
    private static Value New(VmThread thread, PyType type, Value iterable, Value r) =>
        TryPrepare(thread, iterable, r, out var pool, out var count)
            ? new PyCombinationsWithReplacement(type.RootShape, pool, count)
            : Value.Error;

    private protected override bool TryAdvance()
    {
        var i = Count - 1;
        while (i >= 0 && Indices[i] == PoolSize - 1)
            i--;
        if (i < 0)
            return false;
        var index = Indices[i] + 1;
        for (; i < Count; i++)
            Indices[i] = index;
        return true;
    }
}
