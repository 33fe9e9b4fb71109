// bytearray: the bytes lie at the end of what may be a longer array, with free room behind and, after deletions at the
// beginning, before them, so that both appending and consuming from the front are cheap.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>bytearray(iterable_of_ints) -> bytearray
/// bytearray(string, encoding[, errors]) -> bytearray
/// bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer
/// bytearray(int) -> bytearray of that length, all zero
/// bytearray() -> empty bytearray</summary>
[PyType("bytearray", Subclassable = true)]
public sealed partial class PyByteArray : ByteSequence, IBuffer
{
    private byte[] _bytes = [];
    private int _start;
    private int _count;
    private int _exports;

    /// <summary>A bytearray that owns the array.</summary>
    internal PyByteArray(byte[] bytes) : base(TypeObject.RootShape)
    {
        _bytes = bytes;
        _count = bytes.Length;
    }

    internal PyByteArray(Shape shape) : base(shape) { }

    bool IBuffer.IsReadOnly => false;

    string IBuffer.Format => "B";

    int IBuffer.ItemSize => 1;

    Span<byte> IBuffer.Memory => Writable;

    internal override ReadOnlySpan<byte> Span => Writable;

    private protected override string Kind => "bytearray";

    private protected override string IndexName => "bytearray";

    private Span<byte> Writable => _bytes.AsSpan(_start, _count);

    /// <summary>Create a bytearray from a string of hexadecimal numbers, with spaces between pairs of digits.</summary>
    [PyClassMethod("fromhex")]
    internal static Value FromHex(VmThread thread, PyType type, Value @string)
    {
        if (@string.Ref is not PyStr text)
            return thread.TypeError($"fromhex() argument must be str, not {@string.Type.Name}");
        if (HexText.Parse(thread, text.Text) is not { } bytes)
            return Value.Error;
        return ReferenceEquals(type, TypeObject) ? new PyByteArray(bytes) : thread.Call(type, new PyBytes(bytes));
    }

    /// <summary>Initialize self.</summary>
    [PyMethod("__init__", Signature = "source=b'', encoding='utf-8', errors='strict'")]
    internal Value Initialize(VmThread thread, Value source, Value encoding, Value errors)
    {
        var bytes = ByteSources.Read(thread, source, encoding, errors, "bytearray");
        return bytes is null || !Splice(thread, 0, _count, bytes) ? Value.Error : Value.None;
    }

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    internal Value Repr() => Value.Str($"{Type.Name}({Reprs.ReprInByteArray(Span)})");

    /// <summary>Return str(self).</summary>
    [PyMethod("__str__")]
    internal Value AsStr() => Repr();

    /// <summary>Set self[key] to value.</summary>
    [PyMethod("__setitem__")]
    internal Value SetItem(VmThread thread, Value key, Value value)
    {
        if (key.Ref is PySlice slice)
            return SetSlice(thread, slice, value);
        // The value may run Python code that changes the length: only the second look at the key counts.
        if (!TryIndex(thread, key, out _) || !TryByte(thread, value, out var unit) || !TryIndex(thread, key, out var place))
            return Value.Error;
        Writable[place] = unit;
        return Value.None;
    }

    /// <summary>Delete self[key].</summary>
    [PyMethod("__delitem__")]
    internal Value DeleteItem(VmThread thread, Value key)
    {
        if (key.Ref is not PySlice slice)
            return TryIndex(thread, key, out var place) && Splice(thread, place, 1, []) ? Value.None : Value.Error;
        if (!SliceBounds.Resolve(thread, slice, _count, out var start, out _, out var step, out var count))
            return Value.Error;
        if (step == 1)
            return Splice(thread, (int)start, (int)count, []) ? Value.None : Value.Error;
        if (count == 0)
            return Value.None;
        if (!MayResize(thread))
            return Value.Error;
        var kept = new byte[_count - count];
        var next = 0;
        for (var i = 0; i < _count; i++)
        {
            var offset = i - start;
            if (offset % step != 0 || offset / step < 0 || offset / step >= count)
                kept[next++] = Writable[i];
        }
        (_bytes, _start, _count) = (kept, 0, kept.Length);
        return Value.None;
    }

    /// <summary>Implement self+=value.</summary>
    [PyMethod("__iadd__")]
    internal Value AddInPlace(VmThread thread, Value value)
    {
        if (!Buffers.TryRead(value, out var bytes))
            return thread.TypeError($"can't concat {value.Type.Name} to {Type.Name}");
        return Splice(thread, _count, 0, OwnCopy(value, bytes)) ? this : Value.Error;
    }

    /// <summary>Implement self*=value.</summary>
    [PyMethod("__imul__")]
    internal Value MultiplyInPlace(VmThread thread, Value value)
    {
        if (!SequenceOperators.TryCount(thread, value, _count, out var times))
            return SequenceOperators.Refused(thread);
        var repeated = new byte[_count * times];
        Spans.FillWith(repeated, Span);
        return Splice(thread, 0, _count, repeated) ? this : Value.Error;
    }

    /// <summary>Append a single item to the end.</summary>
    [PyMethod("append")]
    internal Value Append(VmThread thread, Value item) =>
        TryByte(thread, item, out var unit) && Splice(thread, _count, 0, [unit]) ? Value.None : Value.Error;

    /// <summary>Append all the items from the iterator or sequence to the end.</summary>
    [PyMethod("extend")]
    internal Value Extend(VmThread thread, Value iterable_of_ints)
    {
        byte[]? bytes;
        if (Buffers.TryRead(iterable_of_ints, out var given))
        {
            bytes = given.ToArray();
        }
        else
        {
            var iterator = Iteration.TryGetIter(thread, iterable_of_ints);
            if (iterator.IsUnbound)
                return thread.TypeError($"can't extend bytearray with {iterable_of_ints.Type.Name}");
            bytes = iterator.IsError ? null : ByteSources.FromItems(thread, iterator, "bytearray");
        }
        return bytes is not null && Splice(thread, _count, 0, bytes) ? Value.None : Value.Error;
    }

    /// <summary>Insert a single item before the given index.</summary>
    [PyMethod("insert")]
    internal Value Insert(VmThread thread, long index, Value item)
    {
        if (!TryByte(thread, item, out var unit))
            return Value.Error;
        var place = Math.Clamp(index < 0 ? index + _count : index, 0, _count);
        return Splice(thread, (int)place, 0, [unit]) ? Value.None : Value.Error;
    }

    /// <summary>Remove and return a single item, the last one by default.</summary>
    [PyMethod("pop")]
    internal Value Pop(VmThread thread, long index = -1)
    {
        if (_count == 0)
            return thread.IndexError("pop from empty bytearray");
        var place = index < 0 ? index + _count : index;
        if (place < 0 || place >= _count)
            return thread.IndexError("pop index out of range");
        var unit = Writable[(int)place];
        return Splice(thread, (int)place, 1, []) ? Value.Int(unit) : Value.Error;
    }

    /// <summary>Remove the first occurrence of a value.</summary>
    [PyMethod("remove")]
    internal Value Remove(VmThread thread, Value value)
    {
        if (!TryByte(thread, value, out var unit))
            return Value.Error;
        var place = Span.IndexOf(unit);
        if (place < 0)
            return thread.ValueError("value not found in bytearray");
        return Splice(thread, place, 1, []) ? Value.None : Value.Error;
    }

    /// <summary>Remove all items.</summary>
    [PyMethod("clear")]
    internal Value Clear(VmThread thread) => Splice(thread, 0, _count, []) ? Value.None : Value.Error;

    /// <summary>Return a copy.</summary>
    [PyMethod("copy")]
    internal Value Copy() => Same();

    /// <summary>Reverse the order of the values in place.</summary>
    [PyMethod("reverse")]
    internal void Reverse() => Writable.Reverse();

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    internal Value Reduce(VmThread thread) => ReduceEx(thread, 2);

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce_ex__", Signature = "proto=0, /")]
    internal Value ReduceEx(VmThread thread, int proto = 0)
    {
        var state = thread.CallMethod(this, PyStr.Constant("__getstate__"));
        if (state.IsError)
            return state;
        var content = proto < 3
            ? PyTuple.Of(Value.Str(System.Text.Encoding.Latin1.GetString(Span)), Value.Str("latin-1"))
            : PyTuple.Of(new PyBytes(Span.ToArray()));
        return PyTuple.Of(Type, content, state);
    }

    /// <summary>Return the number of bytes actually allocated.</summary>
    [PyMethod("__alloc__")]
    internal long Allocated() => _bytes.Length;

    /// <summary>Appends bytes. BufferError and false when a view forbids that.</summary>
    internal bool TryAppend(VmThread thread, ReadOnlySpan<byte> bytes) => Splice(thread, _count, 0, bytes);

    /// <summary>Removes the first bytes. BufferError and false when a view forbids that.</summary>
    internal bool TryDropFirst(VmThread thread, int count) => Splice(thread, 0, count, []);

    internal override Value Iterate() => new PyByteArrayIterator(this);

    void IBuffer.AddExport() => _exports++;

    void IBuffer.RemoveExport() => _exports--;

    private protected override ByteSequence Make(byte[] bytes) => new PyByteArray(bytes);

    private protected override ByteSequence Same() => new PyByteArray(Span.ToArray());

    private Value SetSlice(VmThread thread, PySlice slice, Value value)
    {
        if (!Buffers.TryRead(value, out var bytes))
        {
            if (value.Ref is PyStr || value.Type.Has(Special.Index) || !value.Type.Has(Special.Iter))
                return thread.TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
            var items = ByteSources.FromItems(thread, value, "bytearray");
            if (items is null)
                return Value.Error;
            bytes = items;
        }
        if (!SliceBounds.Resolve(thread, slice, _count, out var start, out _, out var step, out var count))
            return Value.Error;
        if (step == 1)
            return Splice(thread, (int)start, (int)count, OwnCopy(value, bytes)) ? Value.None : Value.Error;
        if (bytes.Length == 0)
            return DeleteItem(thread, slice);
        if (bytes.Length != count)
            return thread.ValueError($"attempt to assign bytes of size {bytes.Length} to extended slice of size {count}");
        bytes = OwnCopy(value, bytes);
        for (long i = 0, place = start; i < count; i++, place += step)
            Writable[(int)place] = bytes[(int)i];
        return Value.None;
    }

    // What is put into this object must not move while it is.
    private ReadOnlySpan<byte> OwnCopy(Value value, ReadOnlySpan<byte> bytes) =>
        value.Ref is PyBytes ? bytes : bytes.ToArray();

    private bool MayResize(VmThread thread)
    {
        if (_exports == 0)
            return true;
        thread.Raise(ExceptionTypes.BufferError, "Existing exports of data: object cannot be re-sized");
        return false;
    }

    /// <summary>Replaces a stretch by other bytes; false when views forbid to change the size.</summary>
    private bool Splice(VmThread thread, int place, int removed, ReadOnlySpan<byte> inserted)
    {
        if (removed != inserted.Length && !MayResize(thread))
            return false;
        var count = _count - removed + inserted.Length;
        if (place == 0 && inserted.Length == 0)
        {
            _start = count == 0 ? 0 : _start + removed;
        }
        else if (_start + count < _bytes.Length)
        {
            var tail = Writable[(place + removed)..];
            tail.CopyTo(_bytes.AsSpan(_start + place + inserted.Length));
            inserted.CopyTo(_bytes.AsSpan(_start + place));
        }
        else
        {
            var larger = new byte[count + (count >> 3) + 6];
            Writable[..place].CopyTo(larger);
            inserted.CopyTo(larger.AsSpan(place));
            Writable[(place + removed)..].CopyTo(larger.AsSpan(place + inserted.Length));
            (_bytes, _start) = (larger, 0);
        }
        _count = count;
        return true;
    }
}
