using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Algorithms;

/// <summary>Bisection algorithms.
///
/// This module provides support for maintaining a list in sorted order without
/// having to sort the list after each insertion. For long lists of items with
/// expensive comparison operations, this can be an improvement over the more
/// common approach.</summary>
[PyModule("_bisect")]
internal static partial class BisectModule
{
    private const string Parameters = "a, x, lo=0, hi=None, *, key=None";

    private static readonly PyStr InsertName = PyStr.Constant("insert");

    /// <summary>Return the index where to insert item x in list a, assuming a is sorted.
    ///
    /// The return value i is such that all e in a[:i] have e &lt; x, and all e in
    /// a[i:] have e >= x.  So if x already appears in the list, a.insert(i, x) will
    /// insert just before the leftmost x already there.
    ///
    /// Optional args lo (default 0) and hi (default len(a)) bound the
    /// slice of a to be searched.</summary>
    [PyFunction("bisect_left", Signature = Parameters)]
    private static Value BisectLeft(VmThread thread, Value a, Value x, long lo, Value hi, Value key) =>
        TryFind(thread, a, x, lo, hi, key, afterEqual: false, out var index) ? Value.Int(index) : Value.Error;

    /// <summary>Return the index where to insert item x in list a, assuming a is sorted.
    ///
    /// The return value i is such that all e in a[:i] have e &lt;= x, and all e in
    /// a[i:] have e > x.  So if x already appears in the list, a.insert(i, x) will
    /// insert just after the rightmost x already there.
    ///
    /// Optional args lo (default 0) and hi (default len(a)) bound the
    /// slice of a to be searched.</summary>
    [PyFunction("bisect_right", Signature = Parameters)]
    private static Value BisectRight(VmThread thread, Value a, Value x, long lo, Value hi, Value key) =>
        TryFind(thread, a, x, lo, hi, key, afterEqual: true, out var index) ? Value.Int(index) : Value.Error;

    /// <summary>Insert item x in list a, and keep it sorted assuming a is sorted.
    ///
    /// If x is already in a, insert it to the left of the leftmost x.
    ///
    /// Optional args lo (default 0) and hi (default len(a)) bound the
    /// slice of a to be searched.</summary>
    [PyFunction("insort_left", Signature = Parameters)]
    private static Value InsortLeft(VmThread thread, Value a, Value x, long lo, Value hi, Value key) =>
        Insort(thread, a, x, lo, hi, key, afterEqual: false);

    /// <summary>Insert item x in list a, and keep it sorted assuming a is sorted.
    ///
    /// If x is already in a, insert it to the right of the rightmost x.
    ///
    /// Optional args lo (default 0) and hi (default len(a)) bound the
    /// slice of a to be searched.</summary>
    [PyFunction("insort_right", Signature = Parameters)]
    private static Value InsortRight(VmThread thread, Value a, Value x, long lo, Value hi, Value key) =>
        Insort(thread, a, x, lo, hi, key, afterEqual: true);

    private static Value Insort(VmThread thread, Value a, Value x, long lo, Value hi, Value key, bool afterEqual)
    {
        var wanted = key.IsUnbound || key.IsNone ? x : thread.Call(key, x);
        if (wanted.IsError || !TryFind(thread, a, wanted, lo, hi, key, afterEqual, out var index))
            return Value.Error;
        return thread.CallMethod(a, InsertName, Value.Int(index), x).IsError ? Value.Error : Value.None;
    }

    /// <summary>The place of an item; false when it raised.</summary>
    private static bool TryFind(VmThread thread, Value a, Value x, long lo, Value hi, Value key, bool afterEqual, out long index)
    {
        index = lo;
        if (lo < 0)
        {
            thread.ValueError("lo must be non-negative");
            return false;
        }
        if (!TryEnd(thread, a, hi, out var end))
            return false;
        while (index < end)
        {
            var middle = index + (end - index) / 2;
            var item = a.Ref is PyList list && ReferenceEquals(list.Type, PyList.TypeObject) && middle < list.Count
                ? list.Items[middle]
                : Items.Get(thread, a, Value.Int(middle));
            if (!item.IsError && !key.IsUnbound && !key.IsNone)
                item = thread.Call(key, item);
            if (item.IsError)
                return false;
            var (left, right) = afterEqual ? (x, item) : (item, x);
            if (!Comparison.TryCompare(thread, CompareOperation.Lt, left, right, out var less))
                return false;
            if (less == afterEqual)
                end = middle;
            else
                index = middle + 1;
        }
        return true;
    }

    // None and, as CPython's C version has it, -1 are the length.
    private static bool TryEnd(VmThread thread, Value a, Value hi, out long end)
    {
        end = -1;
        if (!hi.IsUnbound && !hi.IsNone)
        {
            if (!hi.Type.Has(Special.Index))
            {
                thread.TypeError($"argument should be integer or None, not '{hi.Type.QualifiedNativeName}'");
                return false;
            }
            if (!Conversions.TryIndex64(thread, hi, out end))
                return false;
        }
        return end != -1 || Items.TryLength(thread, a, out end);
    }
}
