using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Functools;

/// <summary>Tools that operate on functions.</summary>
[PyModule("_functools", Types = [typeof(PyPartial), typeof(PyLruCache)])]
internal static partial class FunctoolsModule
{
    /// <summary>reduce(function, iterable[, initial]) -> value
    ///
    /// Apply a function of two arguments cumulatively to the items of a sequence
    /// or iterable, from left to right, so as to reduce the iterable to a single
    /// value.  For example, reduce(lambda x, y: x+y, [1, 2, 3, 4, 5]) calculates
    /// ((((1+2)+3)+4)+5).  If initial is present, it is placed before the items
    /// of the iterable in the calculation, and serves as a default when the
    /// iterable is empty.</summary>
    [PyFunction("reduce", Signature = "function, iterable, initial=<unrepresentable>, /")]
    private static Value Reduce(VmThread thread, Value function, Value iterable, Value initial)
    {
        var iterator = Iteration.TryGetIter(thread, iterable);
        if (iterator.IsUnbound)
            return thread.TypeError("reduce() arg 2 must support iteration");
        if (iterator.IsError)
            return iterator;
        var total = initial;
        while (true)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsError)
                return item;
            if (item.IsUnbound)
                return total.IsUnbound ? thread.TypeError("reduce() of empty iterable with no initial value") : total;
            total = total.IsUnbound ? item : thread.Call(function, total, item);
            if (total.IsError)
                return total;
        }
    }

    /// <summary>Convert a cmp= function into a key= function.</summary>
    [PyFunction("cmp_to_key", Signature = "mycmp")]
    private static Value CmpToKey(Value mycmp) => new PyCmpKey(mycmp, Value.Unbound);
}

/// <summary>A key that compares by calling a function.</summary>
[PyType("KeyWrapper", Module = "functools")]
internal sealed partial class PyCmpKey : PyObject
{
    private readonly Value _compare;
    private readonly Value _item;

    internal PyCmpKey(Value compare, Value item) : base(TypeObject.RootShape)
    {
        _compare = compare;
        _item = item;
    }

    [PyMethod("__call__", Signature = "obj")]
    private Value Call(Value obj) => new PyCmpKey(_compare, obj);

    /// <summary>Value wrapped by a key function.</summary>
    [PyGetter("obj")]
    private Value Item => _item.IsUnbound ? Value.None : _item;

    [PyComparison]
    private Value CompareTo(VmThread thread, CompareOperation operation, Value other)
    {
        if (other.Ref is not PyCmpKey key)
            return thread.TypeError("other argument must be K instance");
        var order = thread.Call(_compare, _item, key._item);
        return order.IsError ? order : Comparison.Compare(thread, operation, order, Value.Int(0));
    }
}
