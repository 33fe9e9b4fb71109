// bytes and bytearray have the same methods with the same results but for the class of what they return. They are here, over
// the span of the bytes, by theme in the files beside this one; the two classes add what only they have.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>What <c>bytes</c> and <c>bytearray</c> share (library reference: Bytes and Bytearray Operations). No Python type
/// of its own: its methods belong to both.</summary>
public abstract partial class ByteSequence : PyObject
{
    private protected ByteSequence(Shape shape) : base(shape) { }

    /// <summary>The bytes; valid until Python code runs.</summary>
    internal abstract ReadOnlySpan<byte> Span { get; }

    /// <summary><c>bytes</c> or <c>bytearray</c>, whatever subclass it is.</summary>
    private protected abstract string Kind { get; }

    /// <summary>What index errors call it.</summary>
    private protected abstract string IndexName { get; }

    /// <summary>A result of the same kind, which owns the array.</summary>
    private protected abstract ByteSequence Make(byte[] bytes);

    /// <summary>A result with the same content.</summary>
    private protected abstract ByteSequence Same();

    /// <summary>Return len(self).</summary>
    [PyMethod("__len__")]
    internal long GetLength() => Span.Length;

    /// <summary>Return self[key].</summary>
    [PyMethod("__getitem__")]
    internal Value GetItem(VmThread thread, Value key)
    {
        if (key.Ref is PySlice slice)
        {
            if (!SliceBounds.Resolve(thread, slice, Span.Length, out var start, out _, out var step, out var count))
                return Value.Error;
            if (count == Span.Length && step == 1)
                return Same();
            if (step == 1)
                return Make(Span.Slice((int)start, (int)count).ToArray());
            var result = new byte[count];
            for (long i = 0, place = start; i < count; i++, place += step)
                result[i] = Span[(int)place];
            return Make(result);
        }
        return TryIndex(thread, key, out var index) ? Value.Int(Span[index]) : Value.Error;
    }

    /// <summary>Return key in self.</summary>
    [PyMethod("__contains__")]
    internal Value Contains(VmThread thread, Value key)
    {
        if (Buffers.TryRead(key, out var sought))
            return Value.Bool(Span.IndexOf(sought) >= 0);
        if (!key.Type.Has(Special.Index))
            return thread.TypeError($"a bytes-like object is required, not '{key.Type.Name}'");
        return TryByte(thread, key, out var unit) ? Value.Bool(Span.Contains(unit)) : Value.Error;
    }

    /// <summary>Implement iter(self).</summary>
    [PyMethod("__iter__")]
    internal abstract Value Iterate();

    /// <summary>Return self+value.</summary>
    [PyMethod("__add__")]
    internal Value Add(VmThread thread, Value value)
    {
        if (!Buffers.TryRead(value, out var other))
        {
            return SequenceOperators.CannotConcatenate(
                thread, value, $"can't concat {value.Type.Name} to {Type.Name}");
        }
        var result = new byte[Span.Length + other.Length];
        Span.CopyTo(result);
        other.CopyTo(result.AsSpan(Span.Length));
        return Make(result);
    }

    /// <summary>Return self*value.</summary>
    [PyMethod("__mul__")]
    internal Value Multiply(VmThread thread, Value value)
    {
        if (!SequenceOperators.TryCount(thread, value, Span.Length, out var count))
            return SequenceOperators.Refused(thread);
        if (count == 1)
            return Same();
        var result = new byte[Span.Length * count];
        Spans.FillWith(result, Span);
        return Make(result);
    }

    /// <summary>Return value*self.</summary>
    [PyMethod("__rmul__")]
    internal Value MultiplyReflected(VmThread thread, Value value) => Multiply(thread, value);

    /// <summary>Return self%value.</summary>
    [PyMethod("__mod__")]
    internal Value Modulo(VmThread thread, Value value) =>
        PercentFormat.Bytes(thread, Span, value) is { } result ? Make(result) : Value.Error;

    /// <summary>Return value%self.</summary>
    [PyMethod("__rmod__")]
    internal Value ModuloReflected(VmThread thread, Value value) =>
        value.Ref is ByteSequence format && format.Kind == Kind ? format.Modulo(thread, this) : Value.NotImplemented;

    /// <summary>Return self==value.</summary>
    [PyMethod("__eq__")]
    internal Value Equal(Value value) =>
        Buffers.TryRead(value, out var other) ? Value.Bool(Span.SequenceEqual(other)) : Value.NotImplemented;

    /// <summary>Return self!=value.</summary>
    [PyMethod("__ne__")]
    internal Value NotEqual(Value value) =>
        Buffers.TryRead(value, out var other) ? Value.Bool(!Span.SequenceEqual(other)) : Value.NotImplemented;

    /// <summary>bytes has an order among bytes and bytearrays only, bytearray also with other buffers.</summary>
    private bool TryOrderable(Value value, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        return (this is PyByteArray || value.Ref is ByteSequence) && Buffers.TryRead(value, out bytes);
    }

    /// <summary>Return self&lt;value.</summary>
    [PyMethod("__lt__")]
    internal Value Less(Value value) =>
        TryOrderable(value, out var other) ? Value.Bool(Span.SequenceCompareTo(other) < 0) : Value.NotImplemented;

    /// <summary>Return self&lt;=value.</summary>
    [PyMethod("__le__")]
    internal Value LessOrEqual(Value value) =>
        TryOrderable(value, out var other) ? Value.Bool(Span.SequenceCompareTo(other) <= 0) : Value.NotImplemented;

    /// <summary>Return self>value.</summary>
    [PyMethod("__gt__")]
    internal Value Greater(Value value) =>
        TryOrderable(value, out var other) ? Value.Bool(Span.SequenceCompareTo(other) > 0) : Value.NotImplemented;

    /// <summary>Return self>=value.</summary>
    [PyMethod("__ge__")]
    internal Value GreaterOrEqual(Value value) =>
        TryOrderable(value, out var other) ? Value.Bool(Span.SequenceCompareTo(other) >= 0) : Value.NotImplemented;

    /// <summary>Decode the bytes using the codec registered for encoding.</summary>
    [PyMethod("decode", Signature = "encoding='utf-8', errors='strict'")]
    internal Value Decode(VmThread thread, string encoding, string errors) =>
        (Codecs.IsNative(encoding)
            ? Codecs.Decode(thread, this, Span, encoding, errors)
            : RegisteredCodecs.Decode(thread, this, encoding, errors)) is { } text
            ? text
            : Value.Error;

    /// <summary>Create a string of hexadecimal numbers, with a separator between groups of bytes if one is given.</summary>
    [PyMethod("hex", Signature = "sep=<unrepresentable>, bytes_per_sep=1")]
    internal Value Hex(VmThread thread, Value sep, int bytes_per_sep = 1) => HexText.Make(thread, Span, sep, bytes_per_sep);

    /// <summary>An item's place by an index; false when it raised.</summary>
    private protected bool TryIndex(VmThread thread, Value key, out int place)
    {
        place = 0;
        if (!key.IsSmallInt && !key.Type.Has(Special.Index))
        {
            thread.TypeError($"{IndexName} indices must be integers or slices, not {key.Type.Name}");
            return false;
        }
        if (!Conversions.TrySubscript(thread, key, out var index))
            return false;
        if (index < 0)
            index += Span.Length;
        place = (int)index;
        if ((ulong)index < (ulong)Span.Length)
            return true;
        thread.IndexError(Kind == "bytes" ? "index out of range" : "bytearray index out of range");
        return false;
    }

    /// <summary>A byte by <c>__index__</c>; false when it raised.</summary>
    internal static bool TryByte(VmThread thread, Value value, out byte unit, string name = "byte")
    {
        unit = 0;
        if (!Conversions.TryIndexClamped(thread, value, out var number))
            return false;
        unit = (byte)number;
        if (number is >= 0 and <= 255)
            return true;
        thread.ValueError($"{name} must be in range(0, 256)");
        return false;
    }
}
