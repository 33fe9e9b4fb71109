using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>bytes(iterable_of_ints) -> bytes
/// bytes(string, encoding[, errors]) -> bytes
/// bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer
/// bytes(int) -> bytes of that length, all zero
/// bytes() -> empty bytes</summary>
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
        if (encoding.IsUnbound && errors.IsUnbound && !source.IsUnbound)
        {
            var isPlain = ReferenceEquals(type, TypeObject);
            var given = source.Ref is PyBytes same && ReferenceEquals(same.Type, TypeObject)
                ? same
                : ByteSources.FromMethod(thread, source);
            if (given.Ref is PyBytes own)
                return isPlain ? own : new PyBytes(type.RootShape, own.Content);
            if (given.IsError)
                return given;
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
