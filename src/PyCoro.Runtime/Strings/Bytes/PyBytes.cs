using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Immutable bytes (library reference: Bytes Objects).</summary>
[PyType("bytes", Subclassable = true)]
public sealed partial class PyBytes : ByteSequence, IBuffer
{
    private readonly byte[] _bytes;
    private long _hash;

    /// <summary>Bytes that own the array.</summary>
    internal PyBytes(byte[] bytes) : base(TypeObject.RootShape) => _bytes = bytes;

    internal PyBytes(Shape shape) : this(shape, []) { }

    internal PyBytes(Shape shape, byte[] bytes) : base(shape) => _bytes = bytes;

    bool IBuffer.IsReadOnly => true;

    string IBuffer.Format => "B";

    int IBuffer.ItemSize => 1;

    Span<byte> IBuffer.Memory => _bytes;

    /// <summary>The bytes; nobody changes them.</summary>
    internal byte[] Content => _bytes;

    internal override ReadOnlySpan<byte> Span => _bytes;

    private protected override string Kind => "bytes";

    private protected override string IndexName => "byte";

    /// <summary>Bytes of a class, or of its subclass made by Python code.</summary>
    [PyNew(Signature = "source=b'', encoding='utf-8', errors='strict'")]
    internal static Value New(VmThread thread, PyType type, Value source, Value encoding, Value errors)
    {
        if (encoding.IsUnbound && errors.IsUnbound && ReferenceEquals(type, TypeObject)
            && source.Ref is PyBytes same && ReferenceEquals(same.Type, TypeObject))
        {
            return same;
        }
        var bytes = ByteSources.Read(thread, source, encoding, errors, "bytes");
        if (bytes is null)
            return Value.Error;
        return ReferenceEquals(type, TypeObject) ? new PyBytes(bytes) : new PyBytes(type.RootShape, bytes);
    }

    /// <summary>Create bytes from a string of hexadecimal numbers, with spaces between pairs of digits.</summary>
    [PyClassMethod("fromhex")]
    internal static Value FromHex(VmThread thread, PyType type, Value @string)
    {
        if (@string.Ref is not PyStr text)
            return thread.TypeError($"fromhex() argument must be str, not {@string.Type.Name}");
        if (HexText.Parse(thread, text.Text) is not { } bytes)
            return Value.Error;
        return ReferenceEquals(type, TypeObject) ? new PyBytes(bytes) : thread.Call(type, new PyBytes(bytes));
    }

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    internal Value Repr() => Value.Str(Reprs.Repr(_bytes));

    /// <summary>Return str(self).</summary>
    [PyMethod("__str__")]
    internal Value AsStr() => Repr();

    /// <summary>Return hash(self).</summary>
    [PyMethod("__hash__")]
    internal long Hash()
    {
        if (_hash == 0)
            _hash = TextHash.Of(_bytes);
        return _hash;
    }

    /// <summary>Convert this value to exact type bytes.</summary>
    [PyMethod("__bytes__")]
    internal Value ToBytes() => Same();

    [PyMethod("__getnewargs__")]
    internal Value NewArgs() => PyTuple.Of(new PyBytes(_bytes));

    internal override Value Iterate() => new PyBytesIterator(this);

    void IBuffer.AddExport() { }

    void IBuffer.RemoveExport() { }

    private protected override ByteSequence Make(byte[] bytes) => new PyBytes(bytes);

    private protected override ByteSequence Same() => ReferenceEquals(Type, TypeObject) ? this : new PyBytes(_bytes);
}

/// <summary>Iterator over bytes.</summary>
[PyType("bytes_iterator")]
internal sealed partial class PyBytesIterator : ByteIteration
{
    internal PyBytesIterator(ByteSequence bytes) : base(TypeObject.RootShape, bytes) { }
}

/// <summary>Iterator over a bytearray, which may grow meanwhile.</summary>
[PyType("bytearray_iterator")]
internal sealed partial class PyByteArrayIterator : ByteIteration
{
    internal PyByteArrayIterator(ByteSequence bytes) : base(TypeObject.RootShape, bytes) { }
}

/// <summary>What the iterators of bytes and bytearray share.</summary>
internal abstract class ByteIteration : PyIterator
{
    private ByteSequence? _bytes;
    private int _next;

    private protected ByteIteration(Shape shape, ByteSequence bytes) : base(shape) => _bytes = bytes;

    internal sealed override Value Next(VmThread thread)
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
