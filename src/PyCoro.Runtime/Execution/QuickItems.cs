// Indexing as the loop does it: lists and tuples by small ints, dicts and strings, without asking their types. The rest is
// Operations/Items.cs.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class QuickItems
{
    /// <summary>Puts the item of a list or tuple in the place of its container; false when it is neither, or shorter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryGet(ref Value container, long index)
    {
        if (container.Ref is PyList list && ReferenceEquals(list.Shape.Type, PyList.TypeObject))
        {
            if (index < 0)
                index += list.Count;
            if ((ulong)index >= (ulong)list.Count)
                return false;
            container = list.Items[index];
            return true;
        }
        if (container.Ref is PyTuple tuple && ReferenceEquals(tuple.Shape.Type, PyTuple.TypeObject))
        {
            var items = tuple.Items;
            if (index < 0)
                index += items.Length;
            if ((ulong)index >= (ulong)items.Length)
                return false;
            container = items[index];
            return true;
        }
        return false;
    }

    /// <summary>BINARY_SUBSCR of whatever <see cref="TryGet"/> does not serve.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value Get(VmThread thread, in Value container, in Value key)
    {
        if (PyDict.IsPlain(container))
        {
            var found = Unsafe.As<PyDict>(container.Ref!).Get(thread, key);
            return found.IsUnbound ? thread.KeyError(key) : found;
        }
        return container.Ref is PyStr { IsExact: true } text ? text.GetItem(thread, key) : Items.Get(thread, container, key);
    }

    /// <summary>Replaces an item of a list; false when it is none, or shorter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TrySet(in Value container, long index, in Value item)
    {
        if (container.Ref is not PyList list || !ReferenceEquals(list.Shape.Type, PyList.TypeObject))
            return false;
        if (index < 0)
            index += list.Count;
        if ((ulong)index >= (ulong)list.Count)
            return false;
        list.Items[index] = item;
        return true;
    }

    /// <summary>STORE_SUBSCR of whatever <see cref="TrySet"/> does not serve; false when it raised.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Set(VmThread thread, in Value container, in Value key, in Value item) =>
        PyDict.IsPlain(container)
            ? Unsafe.As<PyDict>(container.Ref!).Set(thread, key, item)
            : !Items.Set(thread, container, key, item).IsError;
}
