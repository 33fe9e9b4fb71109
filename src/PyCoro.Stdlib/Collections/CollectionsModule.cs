using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Collections;

/// <summary>High performance data structures.
/// - deque:        ordered collection accessible from endpoints only</summary>
[PyModule("_collections", Types = [typeof(PyDeque)])]
internal static partial class CollectionsModule
{
    private static readonly PyStr Get = PyStr.Constant("get");

    /// <summary>Count elements in the iterable, updating the mapping</summary>
    [PyFunction("_count_elements")]
    private static Value CountElements(VmThread thread, Value mapping, Value iterable)
    {
        var iterator = Iteration.GetIter(thread, iterable);
        if (iterator.IsError)
            return iterator;
        while (true)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsUnbound)
                return Value.None;
            if (item.IsError)
                return item;
            var count = mapping.Ref is PyDict dict ? dict.Get(thread, item) : thread.CallMethod(mapping, Get, item, Value.Int(0));
            if (count.IsUnbound)
                count = Value.Int(0);
            if (count.IsError)
                return count;
            count = count.IsSmallInt && count.Bits < long.MaxValue
                ? Value.Int(count.Bits + 1)
                : Arithmetic.Binary(thread, BinaryOperation.Add, count, Value.Int(1));
            if (count.IsError)
                return count;
            if (mapping.Ref is PyDict own ? !own.Set(thread, item, count) : Items.Set(thread, mapping, item, count).IsError)
                return Value.Error;
        }
    }
}
