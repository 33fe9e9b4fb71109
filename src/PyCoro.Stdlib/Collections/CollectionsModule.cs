using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Collections;

/// <summary>High performance data structures.
/// - deque:        ordered collection accessible from endpoints only
/// - defaultdict:  dict subclass with a default value factory</summary>
[PyModule("_collections", Types =
[
    typeof(PyDeque), typeof(PyDequeIterator), typeof(PyDequeReverseIterator), typeof(PyDefaultDict), typeof(PyOrderedDict), typeof(PyTupleGetter),
])]
internal static partial class CollectionsModule
{
    private static readonly PyStr Get = PyStr.Constant("get");
    private static readonly PyStr SetItem = PyStr.Constant("__setitem__");

    /// <summary>Count elements in the iterable, updating the mapping</summary>
    [PyFunction("_count_elements")]
    private static Value CountElements(VmThread thread, Value mapping, Value iterable)
    {
        var iterator = Iteration.GetIter(thread, iterable);
        if (iterator.IsError)
            return iterator;
        // Only a dict whose get() and item assignment are dict's own is filled behind their backs.
        var dict = mapping.Ref as PyDict;
        if (dict is not null && (!Inherits(dict.Type, Get) || !Inherits(dict.Type, SetItem)))
            dict = null;
        while (true)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsSentinel)
                return item.IsUnbound ? Value.None : item;
            if (dict is not null ? !TryCount(thread, dict, item) : !TryCount(thread, mapping, item))
                return Value.Error;
        }
    }

    private static bool Inherits(PyType type, PyStr method) => type.Lookup(method).Is(PyDict.TypeObject.Lookup(method));

    private static bool TryCount(VmThread thread, PyDict dict, Value item)
    {
        if (!Hashing.TryHash(thread, item, out var hash))
            return false;
        var place = dict.Find(thread, item, hash);
        if (place == PyDict.Failed)
            return false;
        if (place < 0)
            return dict.SetHashed(thread, item, hash, Value.Int(1));
        ref var entry = ref dict.EntryAt(place);
        if (entry.Item.IsSmallInt && entry.Item.Bits < long.MaxValue)
        {
            entry.Item = Value.Int(entry.Item.Bits + 1);
            return true;
        }
        var count = Arithmetic.Binary(thread, BinaryOperation.Add, entry.Item, Value.Int(1));
        return !count.IsError && dict.SetHashed(thread, item, hash, count);
    }

    private static bool TryCount(VmThread thread, Value mapping, Value item)
    {
        var count = thread.CallMethod(mapping, Get, item, Value.Int(0));
        if (!count.IsError)
            count = Arithmetic.Binary(thread, BinaryOperation.Add, count, Value.Int(1));
        return !count.IsError && !Items.Set(thread, mapping, item, count).IsError;
    }
}
