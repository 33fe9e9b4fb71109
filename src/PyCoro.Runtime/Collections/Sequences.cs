// What lists, tuples, deques and other sequences of values have in common: index arithmetic with CPython's messages,
// lexicographic comparison, searching. The items are reached through a struct, so that the code is compiled once for each
// storage without a virtual call, and asks for the count again after every call of Python code, which may change a list.

using System.Text;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Items by number.</summary>
internal interface IItems
{
    /// <summary>How many there are now.</summary>
    int Count { get; }

    /// <summary>The item at a valid index.</summary>
    Value this[int index] { get; }
}

/// <summary>Items of an array that does not change.</summary>
internal readonly struct ArrayItems(Value[] items) : IItems
{
    public int Count => items.Length;

    public Value this[int index] => items[index];
}

/// <summary>Items of a list, which may change at any call of Python code.</summary>
internal readonly struct ListItems(PyList list) : IItems
{
    public int Count => list.Count;

    public Value this[int index] => list.Items[index];
}

/// <summary>Common sequence operations (library reference: Sequence Types).</summary>
internal static class Sequences
{
    /// <summary>The longest sequence there can be.</summary>
    internal const long MaxLength = int.MaxValue - 64;

    /// <summary>A subscript that is no slice as an index from the start; false when it raised. Not checked against the length.</summary>
    internal static bool TryIndex(VmThread thread, Value key, long length, string typeName, out long index)
    {
        if (key.IsSmallInt)
        {
            index = key.Bits;
        }
        else if (key.Ref is not PyInt && !key.Type.Has(Special.Index))
        {
            index = 0;
            thread.TypeError($"{typeName} indices must be integers or slices, not {key.Type.Name}");
            return false;
        }
        else if (!Conversions.TrySubscript(thread, key, out index))
        {
            return false;
        }
        if (index < 0)
            index += length;
        return true;
    }

    /// <summary>The items of <c>sequence * factor</c>; null when the result is <see cref="SequenceOperators.Refused"/>.</summary>
    internal static Value[]? Repeat(VmThread thread, ReadOnlySpan<Value> items, Value factor)
    {
        if (!SequenceOperators.TryCount(thread, factor, items.Length, MaxLength, out var count))
            return null;
        if (count == 0)
            return [];
        var repeated = new Value[items.Length * count];
        if (items.Length == 1)
        {
            Array.Fill(repeated, items[0]);
            return repeated;
        }
        for (var i = 0; i < repeated.Length; i += items.Length)
            items.CopyTo(repeated.AsSpan(i));
        return repeated;
    }

    /// <summary>The right operand of <c>sequence + other</c> is of the wrong type: NotImplemented when it may add itself, else TypeError.</summary>
    internal static Value CannotConcatenate(VmThread thread, string typeName, Value other) =>
        other.Type.IsHeapType && other.Type.Has(Special.RAdd)
            ? Value.NotImplemented
            : thread.TypeError($"can only concatenate {typeName} (not \"{other.Type.Name}\") to {typeName}");

    /// <summary>Compares item by item (language reference: Value comparisons).</summary>
    internal static Value Compare<TLeft, TRight>(VmThread thread, CompareOperation operation, TLeft left, TRight right)
        where TLeft : struct, IItems
        where TRight : struct, IItems
    {
        if (operation is CompareOperation.Eq or CompareOperation.Ne && left.Count != right.Count)
            return Value.Bool(operation == CompareOperation.Ne);
        for (var i = 0; i < left.Count && i < right.Count; i++)
        {
            var a = left[i];
            var b = right[i];
            if (a.Is(b) && !a.IsFloat)
                continue;
            if (!Comparison.TryEquals(thread, a, b, out var equal))
                return Value.Error;
            if (equal)
                continue;
            // The comparison may have shortened one: then it is the lengths that count.
            if (i >= left.Count || i >= right.Count)
                break;
            return operation switch
            {
                CompareOperation.Eq => Value.False,
                CompareOperation.Ne => Value.True,
                _ => Comparison.Compare(thread, operation, a, b),
            };
        }
        return Value.Bool(Holds(operation, left.Count.CompareTo(right.Count)));
    }

    /// <summary>Is the operation true of two things that compare like this?</summary>
    internal static bool Holds(CompareOperation operation, int order) => operation switch
    {
        CompareOperation.Lt => order < 0,
        CompareOperation.Le => order <= 0,
        CompareOperation.Eq => order == 0,
        CompareOperation.Ne => order != 0,
        CompareOperation.Gt => order > 0,
        _ => order >= 0,
    };

    /// <summary>Index of the first equal item, -1 when there is none; false when it raised.</summary>
    internal static bool TryFind<T>(VmThread thread, T items, Value item, long start, long stop, out int index)
        where T : struct, IItems
    {
        for (index = (int)Math.Min(start, int.MaxValue); index < items.Count && index < stop; index++)
        {
            var candidate = items[index];
            if (candidate.IsSmallInt && item.IsSmallInt)
            {
                if (candidate.Bits == item.Bits)
                    return true;
                continue;
            }
            if (!Comparison.TryEquals(thread, candidate, item, out var equal))
                return false;
            if (equal)
                return true;
        }
        index = -1;
        return true;
    }

    /// <summary>How many items are equal; Error when it raised.</summary>
    internal static Value CountOf<T>(VmThread thread, T items, Value item)
        where T : struct, IItems
    {
        var count = 0;
        for (var i = 0; i < items.Count; i++)
        {
            if (!Comparison.TryEquals(thread, items[i], item, out var equal))
                return Value.Error;
            if (equal)
                count++;
        }
        return Value.Int(count);
    }

    /// <summary>The optional bounds of <c>index(value, start, stop)</c>, clipped; false when it raised.</summary>
    internal static bool TryBounds(VmThread thread, Value start, Value stop, int length, out long from, out long to)
    {
        from = 0;
        to = long.MaxValue;
        return TryBound(thread, start, length, ref from) && TryBound(thread, stop, length, ref to);
    }

    /// <summary>Appends the items' reprs, with commas between; false when it raised.</summary>
    internal static bool AppendReprs<T>(VmThread thread, StringBuilder text, T items)
        where T : struct, IItems
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            if (Texts.Repr(thread, items[i]) is not { } repr)
                return false;
            text.Append(repr.Text);
        }
        return true;
    }

    private static bool TryBound(VmThread thread, Value value, int length, ref long bound)
    {
        if (value.IsUnbound)
            return true;
        if (value.Ref is not (null or PyInt) && !value.Type.Has(Special.Index))
        {
            thread.TypeError("slice indices must be integers or have an __index__ method");
            return false;
        }
        if (!Conversions.TryIndexClamped(thread, value, out bound))
            return false;
        if (bound < 0)
            bound = Math.Max(0, bound + length);
        return true;
    }
}
