// tee: several iterators over one source. What has been read from it lies in blocks that are linked forwards only, so that
// the blocks all copies have passed can be collected. A block is an object of Python because pickle has to see that two
// copies share it.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Itertools;

/// <summary>Data container common to multiple tee objects.</summary>
[PyType("_tee_dataobject", Module = "itertools")]
internal sealed partial class PyTeeBlock : PyObject
{
    /// <summary>Items of a full block.</summary>
    internal const int Capacity = 57;

    private readonly PyList _items;
    private readonly Value _source;
    private PyTeeBlock? _next;
    private bool _isReading;

    internal PyTeeBlock(Value source) : base(TypeObject.RootShape)
    {
        _source = source;
        _items = new PyList();
    }

    private PyTeeBlock(Value source, PyList items, PyTeeBlock? next) : base(TypeObject.RootShape)
    {
        _source = source;
        _items = items;
        _next = next;
    }

    [PyNew(Signature = "iterable, values, next, /")]
    private static Value New(VmThread thread, PyType type, Value iterable, PyList values, Value next)
    {
        if (values.Count > Capacity || (values.Count < Capacity ? !next.IsNone : next.Ref is not (PyTeeBlock or PyNone)))
            return thread.ValueError("Invalid arguments");
        return new PyTeeBlock(iterable, values.Copy(), next.Ref as PyTeeBlock);
    }

    /// <summary>The block behind a full one.</summary>
    internal PyTeeBlock Next => _next ??= new PyTeeBlock(_source);

    /// <summary>The item at an index, read from the source when nobody has; unbound at the end.</summary>
    internal Value At(VmThread thread, int index)
    {
        if (index < _items.Count)
            return _items.Items[index];
        if (_isReading)
            return thread.RuntimeError("cannot re-enter the tee iterator");
        _isReading = true;
        var item = Iteration.Next(thread, _source);
        _isReading = false;
        if (!item.IsSentinel)
            _items.Append(item);
        return item;
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce() => PyTuple.Of(Type, PyTuple.Of(_source, _items.Copy(), _next is null ? Value.None : _next));
}

/// <summary>Iterator wrapped to make it copyable.</summary>
[PyType("_tee", Module = "itertools")]
internal sealed partial class PyTee : PyIterator
{
    private PyTeeBlock _block;
    private int _index;

    private PyTee(PyTeeBlock block, int index) : base(TypeObject.RootShape)
    {
        _block = block;
        _index = index;
    }

    [PyNew(Signature = "iterable, /")]
    private static Value New(VmThread thread, PyType type, Value iterable) =>
        Make(thread, iterable, 1) is { } made ? made.Items[0] : Value.Error;

    /// <summary>Several iterators over one; null when it raised.</summary>
    internal static PyTuple? Make(VmThread thread, Value iterable, int count)
    {
        if (count == 0)
            return PyTuple.Empty;
        var iterator = Iteration.GetIter(thread, iterable);
        if (iterator.IsError)
            return null;
        var first = iterator.Ref as PyTee ?? new PyTee(new PyTeeBlock(iterator), 0);
        var copies = new Value[count];
        copies[0] = first;
        for (var i = 1; i < count; i++)
            copies[i] = first.Copy();
        return PyTuple.Of(copies);
    }

    internal override Value Next(VmThread thread)
    {
        if (_index == PyTeeBlock.Capacity)
        {
            _block = _block.Next;
            _index = 0;
        }
        var item = _block.At(thread, _index);
        if (!item.IsSentinel)
            _index++;
        return item;
    }

    /// <summary>Returns an independent iterator.</summary>
    [PyMethod("__copy__")]
    private PyTee Copy() => new(_block, _index);

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce() => PyTuple.Of(Type, PyTuple.Of(PyTuple.Empty), PyTuple.Of(_block, Value.Int(_index)));

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    private Value SetState(VmThread thread, Value state)
    {
        if (!IterationState.TryUnpack(thread, state, 2, 2, out var parts))
            return Value.Error;
        if (parts[0].Ref is not PyTeeBlock block)
            return IterationState.WrongPart(thread, 1, "itertools._tee_dataobject", parts[0]);
        if (!IterationState.TryIndex(thread, parts[1], out var index))
            return Value.Error;
        if (index is < 0 or > PyTeeBlock.Capacity)
            return thread.ValueError("Index out of range");
        _block = block;
        _index = (int)index;
        return Value.None;
    }
}

internal static partial class ItertoolsModule
{
    /// <summary>Returns a tuple of n independent iterators.</summary>
    [PyFunction("tee", Signature = "iterable, n=2, /")]
    private static Value Tee(VmThread thread, Value iterable, long n = 2)
    {
        if (n < 0)
            return thread.ValueError("n must be >= 0");
        return PyTee.Make(thread, iterable, (int)System.Math.Min(n, int.MaxValue)) is { } copies ? copies : Value.Error;
    }
}
