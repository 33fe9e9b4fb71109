// Iterators over bytes and bytearray: two types for Python, one behaviour. They keep a reference and an index, and let the
// sequence go when they have reached its end.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>What both iterators have in common.</summary>
public abstract class ByteIterator : PyIterator
{
    private ByteSequence? _bytes;
    private int _next;

    private protected ByteIterator(Shape shape, ByteSequence bytes) : base(shape) => _bytes = bytes;

    internal override Value Next(VmThread thread)
    {
        if (_bytes is not null && _next < _bytes.Span.Length)
            return Value.Int(_bytes.Span[_next++]);
        _bytes = null;
        return Value.Unbound;
    }

    /// <summary>Private method returning an estimate of len(list(it)).</summary>
    [PyMethod("__length_hint__")]
    internal long LengthHint() => _bytes is null ? 0 : Math.Max(_bytes.Span.Length - _next, 0);

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    internal Value Reduce(VmThread thread)
    {
        var iter = IterationState.BuiltinFunction(thread, "iter");
        if (iter.IsError)
            return iter;
        return _bytes is null
            ? PyTuple.Of(iter, PyTuple.Of(PyTuple.Empty))
            : PyTuple.Of(iter, PyTuple.Of(_bytes), Value.Int(_next));
    }

    /// <summary>Set state information for unpickling.</summary>
    [PyMethod("__setstate__")]
    internal Value SetState(VmThread thread, Value state)
    {
        if (!IterationState.TryIndex(thread, state, out var index))
            return Value.Error;
        if (_bytes is not null)
            _next = (int)Math.Clamp(index, 0, _bytes.Span.Length);
        return Value.None;
    }
}

/// <summary>Iterator over bytes.</summary>
[PyType("bytes_iterator")]
internal sealed partial class PyBytesIterator : ByteIterator
{
    internal PyBytesIterator(ByteSequence bytes) : base(TypeObject.RootShape, bytes) { }
}

/// <summary>Iterator over a bytearray, which may grow meanwhile.</summary>
[PyType("bytearray_iterator")]
internal sealed partial class PyByteArrayIterator : ByteIterator
{
    internal PyByteArrayIterator(ByteSequence bytes) : base(TypeObject.RootShape, bytes) { }
}
