// The heap functions on the list's own array. The order of comparisons, and so the layout of the heap, is that of the
// Python versions in heapq: an item that sinks goes to the bottom along the smaller children and rises from there, because
// an item taken from the end rarely belongs near the top.

using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Algorithms;

/// <summary>Heap queue algorithm (a.k.a. priority queue).</summary>
[PyModule("_heapq")]
internal static partial class HeapModule
{
    [PyConstant("__about__")]
    private static string About => "Heap queues: a list whose item k is no larger than its items 2*k+1 and 2*k+2.";

    /// <summary>Push item onto heap, maintaining the heap invariant.</summary>
    [PyFunction("heappush")]
    private static Value Push(VmThread thread, PyList heap, Value item)
    {
        heap.Append(item);
        return new Heap(thread, heap, isMax: false).TryRise(0, heap.Count - 1) ? Value.None : Value.Error;
    }

    /// <summary>Pop the smallest item off the heap, maintaining the heap invariant.</summary>
    [PyFunction("heappop")]
    private static Value Pop(VmThread thread, PyList heap) => new Heap(thread, heap, isMax: false).Pop();

    /// <summary>Pop and return the current smallest value, and add the new item.
    ///
    /// This is more efficient than heappop() followed by heappush(), and can be
    /// more appropriate when using a fixed-size heap.  Note that the value
    /// returned may be larger than item!  That constrains reasonable uses of
    /// this routine unless written as part of a conditional replacement:
    ///
    ///     if item > heap[0]:
    ///         item = heapreplace(heap, item)</summary>
    [PyFunction("heapreplace")]
    private static Value Replace(VmThread thread, PyList heap, Value item) => new Heap(thread, heap, isMax: false).Replace(item);

    /// <summary>Push item on the heap, then pop and return the smallest item from the heap.
    ///
    /// The combined action runs more efficiently than heappush() followed by
    /// a separate call to heappop().</summary>
    [PyFunction("heappushpop")]
    private static Value PushPop(VmThread thread, PyList heap, Value item)
    {
        if (heap.Count == 0)
            return item;
        if (!Comparison.TryCompare(thread, CompareOperation.Lt, heap.Items[0], item, out var smaller))
            return Value.Error;
        return smaller ? new Heap(thread, heap, isMax: false).Replace(item) : item;
    }

    /// <summary>Transform list into a heap, in-place, in O(len(heap)) time.</summary>
    [PyFunction("heapify")]
    private static Value Heapify(VmThread thread, PyList heap) => new Heap(thread, heap, isMax: false).Arrange();

    /// <summary>Maxheap variant of heappop.</summary>
    [PyFunction("_heappop_max")]
    private static Value PopMax(VmThread thread, PyList heap) => new Heap(thread, heap, isMax: true).Pop();

    /// <summary>Maxheap variant of heapreplace.</summary>
    [PyFunction("_heapreplace_max")]
    private static Value ReplaceMax(VmThread thread, PyList heap, Value item) => new Heap(thread, heap, isMax: true).Replace(item);

    /// <summary>Maxheap variant of heapify.</summary>
    [PyFunction("_heapify_max")]
    private static Value HeapifyMax(VmThread thread, PyList heap) => new Heap(thread, heap, isMax: true).Arrange();

    /// <summary>A list under the heap order. Comparisons may run code that changes it: then the operation ends in an error.</summary>
    private readonly struct Heap(VmThread thread, PyList list, bool isMax)
    {
        internal Value Pop()
        {
            if (list.Count == 0)
                return thread.IndexError("index out of range");
            var last = list.Items[list.Count - 1];
            list.RemoveAt(list.Count - 1);
            return list.Count == 0 ? last : Replace(last);
        }

        internal Value Replace(Value item)
        {
            if (list.Count == 0)
                return thread.IndexError("index out of range");
            var first = list.Items[0];
            list.Items[0] = item;
            return TrySink(0) ? first : Value.Error;
        }

        internal Value Arrange()
        {
            for (var place = list.Count / 2 - 1; place >= 0; place--)
            {
                if (!TrySink(place))
                    return Value.Error;
            }
            return Value.None;
        }

        internal bool TryRise(int top, int place)
        {
            while (place > top)
            {
                var parent = (place - 1) >> 1;
                if (!TryBefore(list.Items[place], list.Items[parent], out var before))
                    return false;
                if (!before)
                    break;
                Swap(place, parent);
                place = parent;
            }
            return true;
        }

        private bool TrySink(int top)
        {
            var place = top;
            var count = list.Count;
            for (var child = 2 * place + 1; child < count; child = 2 * place + 1)
            {
                if (child + 1 < count)
                {
                    if (!TryBefore(list.Items[child], list.Items[child + 1], out var before))
                        return false;
                    if (!before)
                        child++;
                }
                Swap(place, child);
                place = child;
            }
            return TryRise(top, place);
        }

        private bool TryBefore(Value left, Value right, out bool before)
        {
            if (left.IsSmallInt && right.IsSmallInt)
            {
                before = isMax ? right.Bits < left.Bits : left.Bits < right.Bits;
                return true;
            }
            var count = list.Count;
            var compared = isMax
                ? Comparison.TryCompare(thread, CompareOperation.Lt, right, left, out before)
                : Comparison.TryCompare(thread, CompareOperation.Lt, left, right, out before);
            if (!compared || list.Count == count)
                return compared;
            thread.RuntimeError("list changed size during iteration");
            return false;
        }

        private void Swap(int a, int b)
        {
            var items = list.Items;
            (items[a], items[b]) = (items[b], items[a]);
        }
    }
}
