using System.Runtime.CompilerServices;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

// list.sort. While key functions and comparisons run, the list is empty, so that they cannot see or spoil the sorting;
// keys that are all ints, all floats or all strings are compared without asking their types again.
public sealed partial class PyList
{
    /// <summary>Sort the list in ascending order and return None.
    ///
    /// The sort is in-place (i.e. the list itself is modified) and stable (i.e. the
    /// order of two equal elements is maintained).
    ///
    /// If a key function is given, apply it once to each list item and sort them,
    /// ascending or descending, according to their function values.
    ///
    /// The reverse flag can be set to sort in descending order.</summary>
    [PyMethod("sort", Signature = "*, key=None, reverse=False")]
    internal Value Sort(VmThread thread, Value key, int reverse = 0)
    {
        var items = Items;
        var count = Count;
        // A fresh array tells whether anything touched the list meanwhile, clear() included.
        var untouched = new Value[0];
        Items = untouched;
        Count = 0;
        var sorted = TrySort(thread, items, count, key, reverse != 0);
        var modified = !ReferenceEquals(Items, untouched);
        Items = items;
        Count = count;
        if (!sorted)
            return Value.Error;
        return modified ? thread.ValueError("list modified during sort") : Value.None;
    }

    private static bool TrySort(VmThread thread, Value[] items, int count, Value key, bool reverse)
    {
        var keys = items;
        if (!key.IsUnbound && !key.IsNone)
        {
            keys = new Value[count];
            for (var i = 0; i < count; i++)
            {
                keys[i] = thread.Call(key, items[i]);
                if (keys[i].IsError)
                    return false;
            }
        }
        if (count < 2)
            return true;
        var companions = ReferenceEquals(keys, items) ? null : items;
        // Reversing before and after keeps equal items in their order.
        if (reverse)
            ReverseBoth(keys, companions, count);
        var sorted = TrySortKeys(thread, keys, companions, count);
        if (reverse)
            ReverseBoth(keys, companions, count);
        return sorted;
    }

    private static void ReverseBoth(Value[] keys, Value[]? items, int count)
    {
        Array.Reverse(keys, 0, count);
        if (items is not null)
            Array.Reverse(items, 0, count);
    }

    private static bool TrySortKeys(VmThread thread, Value[] keys, Value[]? items, int count)
    {
        var first = keys[0];
        if (first.IsSmallInt)
        {
            if (All(keys, count, static value => value.IsSmallInt))
                return new StableSort<IntOrder>(default, keys, items, count).TrySort();
        }
        else if (first.IsFloat)
        {
            if (All(keys, count, static value => value.IsFloat))
                return new StableSort<FloatOrder>(default, keys, items, count).TrySort();
        }
        else if (first.Ref is PyStr)
        {
            // By UTF-16 units is by code points as long as there are no surrogates.
            if (All(keys, count, static value => value.Ref is PyStr { IsBmp: true, IsExact: true }))
            {
                TextOrder.NoteBeginnings(keys.AsSpan(0, count));
                var sorted = new StableSort<TextOrder>(default, keys, items, count).TrySort();
                TextOrder.ForgetBeginnings(keys.AsSpan(0, count));
                return sorted;
            }
        }
        return new StableSort<PythonOrder>(new PythonOrder(thread), keys, items, count).TrySort();
    }

    private static bool All(Value[] keys, int count, Func<Value, bool> condition)
    {
        for (var i = 0; i < count; i++)
        {
            if (!condition(keys[i]))
                return false;
        }
        return true;
    }

    private readonly struct IntOrder : IKeyOrder
    {
        public bool TryLess(in Value left, in Value right, out bool less)
        {
            less = left.Bits < right.Bits;
            return true;
        }
    }

    private readonly struct FloatOrder : IKeyOrder
    {
        public bool TryLess(in Value left, in Value right, out bool less)
        {
            less = left.AsDouble < right.AsDouble;
            return true;
        }
    }

    // Most texts differ at the beginning: it is noted in the unused half of their values, where comparing it needs no access
    // to the texts. No Python code runs meanwhile that could see such values.
    private readonly struct TextOrder : IKeyOrder
    {
        private const int NotedBits = 64;

        public bool TryLess(in Value left, in Value right, out bool less)
        {
            less = left.Bits != right.Bits
                ? (ulong)left.Bits < (ulong)right.Bits
                : string.CompareOrdinal(Unsafe.As<PyStr>(left.Ref!).Text, Unsafe.As<PyStr>(right.Ref!).Text) < 0;
            return true;
        }

        internal static void NoteBeginnings(Span<Value> texts)
        {
            var bits = 8;
            foreach (ref readonly var text in texts)
            {
                if (((PyStr)text.Ref!).Text.AsSpan().ContainsAnyExceptInRange('\0', '\xff'))
                {
                    bits = 16;
                    break;
                }
            }
            foreach (ref var text in texts)
                text = Value.OfHalves(text.Ref, Beginning(((PyStr)text.Ref!).Text, bits));
        }

        internal static void ForgetBeginnings(Span<Value> texts)
        {
            foreach (ref var text in texts)
                text = Value.Of(text.Ref!);
        }

        // As many units as there is room for, the first one highest; what a short text lacks is 0.
        private static long Beginning(string text, int bits)
        {
            var beginning = 0UL;
            var shift = NotedBits - bits;
            for (var i = 0; i < text.Length && shift >= 0; i++, shift -= bits)
                beginning |= (ulong)text[i] << shift;
            return (long)beginning;
        }
    }

    private readonly struct PythonOrder(VmThread thread) : IKeyOrder
    {
        public bool TryLess(in Value left, in Value right, out bool less) =>
            Comparison.TryCompare(thread, CompareOperation.Lt, left, right, out less);
    }
}
