// The bytes of a map: at its position as in a file, and by subscript as in a bytearray.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Memory;

internal partial class PyMmap
{
    private const int FromHere = 1;
    private const int FromEnd = 2;

    /// <summary>Return a bytes object containing up to n bytes starting from the current file position.</summary>
    [PyMethod("read", Signature = "n=None, /")]
    private Value Read(VmThread thread, Value n)
    {
        var wanted = long.MaxValue;
        if (!n.IsUnbound && !n.IsNone)
        {
            if (!n.Type.Has(Special.Index))
                return thread.TypeError($"argument should be integer or None, not '{n.Type.QualifiedNativeName}'");
            if (!Conversions.TryIndex64(thread, n, out wanted))
                return Value.Error;
        }
        if (!IsOpen(thread, out var mapping))
            return Value.Error;
        var left = System.Math.Max(0, mapping.Length - _position);
        return Take(thread, mapping, wanted < 0 ? left : System.Math.Min(left, wanted));
    }

    /// <summary>Return a single line, starting at the current file position and up to the next newline.</summary>
    [PyMethod("readline")]
    private Value ReadLine(VmThread thread)
    {
        if (!IsOpen(thread, out var mapping))
            return Value.Error;
        var left = System.Math.Max(0, mapping.Length - _position);
        var end = Find(mapping, "\n"u8, _position, mapping.Length, false);
        return Take(thread, mapping, end < 0 ? left : end + 1 - _position);
    }

    /// <summary>Return a byte at the current file position as an integer.</summary>
    [PyMethod("read_byte")]
    private Value ReadByte(VmThread thread)
    {
        if (!IsOpen(thread, out var mapping))
            return Value.Error;
        return _position < mapping.Length ? Value.Int(mapping.Bytes(_position++, 1)[0]) : thread.ValueError("read byte out of range");
    }

    /// <summary>Write the bytes into memory at the current position of the file pointer; the number of bytes written.</summary>
    [PyMethod("write", Signature = "bytes, /")]
    private Value Write(VmThread thread, Value bytes)
    {
        if (!Buffers.Require(thread, bytes, out var data) || !IsWritable(thread, out var mapping))
            return Value.Error;
        if (_position > mapping.Length || data.Length > mapping.Length - _position)
            return thread.ValueError("data out of range");
        data.CopyTo(mapping.Bytes(_position, data.Length));
        _position += data.Length;
        return Value.Int(data.Length);
    }

    /// <summary>Write the integer byte into memory at the current position of the file pointer.</summary>
    [PyMethod("write_byte", Signature = "byte, /")]
    private Value WriteByte(VmThread thread, Value @byte)
    {
        if (!Conversions.TryIndex64(thread, @byte, out var number))
            return Value.Error;
        if (number is < 0 or > byte.MaxValue)
            return thread.OverflowError($"unsigned byte integer is {(number < 0 ? "less than minimum" : "greater than maximum")}");
        if (!IsWritable(thread, out var mapping))
            return Value.Error;
        if (_position >= mapping.Length)
            return thread.ValueError("write byte out of range");
        mapping.Bytes(_position++, 1)[0] = (byte)number;
        return Value.None;
    }

    /// <summary>Return the current position of the file pointer.</summary>
    [PyMethod("tell")]
    private Value Tell(VmThread thread) => IsOpen(thread, out _) ? Value.Int(_position) : Value.Error;

    /// <summary>Set the file's current position.</summary>
    [PyMethod("seek", Signature = "pos, whence=0, /")]
    private Value Seek(VmThread thread, long pos, int whence = 0)
    {
        if (!IsOpen(thread, out var mapping))
            return Value.Error;
        if (whence is < 0 or > FromEnd)
            return thread.ValueError("unknown seek type");
        var origin = whence switch { FromHere => _position, FromEnd => mapping.Length, _ => 0 };
        if (pos < -origin || pos > mapping.Length - origin)
            return thread.ValueError("seek out of range");
        _position = origin + pos;
        return Value.None;
    }

    /// <summary>Return the lowest index where the bytes are found in the range between start and end; -1 on failure.</summary>
    [PyMethod("find", Signature = "sub, start=0, end=0, /")]
    private Value Find(VmThread thread, Value sub, Value start, Value end) => Find(thread, sub, start, end, fromEnd: false);

    /// <summary>Return the highest index where the bytes are found in the range between start and end; -1 on failure.</summary>
    [PyMethod("rfind", Signature = "sub, start=0, end=0, /")]
    private Value FindLast(VmThread thread, Value sub, Value start, Value end) => Find(thread, sub, start, end, fromEnd: true);

    /// <summary>Copy count bytes starting at offset src to the destination index dest.</summary>
    [PyMethod("move", Signature = "dest, src, count, /")]
    private Value Move(VmThread thread, long dest, long src, long count)
    {
        if (!IsWritable(thread, out var mapping))
            return Value.Error;
        var length = mapping.Length;
        if (dest < 0 || src < 0 || count < 0 || count > length - dest || count > length - src)
            return thread.ValueError("source, destination, or count out of range");
        // In pieces that a span can hold, from the end when the places overlap that way.
        for (long done = 0; done < count;)
        {
            var piece = (int)System.Math.Min(int.MaxValue, count - done);
            var at = dest > src ? count - done - piece : done;
            mapping.Bytes(src + at, piece).CopyTo(mapping.Bytes(dest + at, piece));
            done += piece;
        }
        return Value.None;
    }

    [PyMethod("__len__")]
    private Value Len(VmThread thread) => IsOpen(thread, out var mapping) ? Value.Int(mapping.Length) : Value.Error;

    // As a sequence it consists of bytes objects, though a subscript gives a number.
    [PyMethod("__iter__")]
    private Value Iter(VmThread thread) => IsOpen(thread, out _) ? new PyMmapIterator(this) : Value.Error;

    /// <summary>The byte at a place as a bytes object, for the iterator; unbound at the end.</summary>
    internal Value ItemAt(VmThread thread, long place)
    {
        if (!IsOpen(thread, out var mapping))
            return Value.Error;
        return place < mapping.Length ? new PyBytes([mapping.Bytes(place, 1)[0]]) : Value.Unbound;
    }

    [PyMethod("__getitem__")]
    private Value GetItem(VmThread thread, Value key)
    {
        if (!IsOpen(thread, out _))
            return Value.Error;
        if (key.Ref is not PySlice slice)
            return TryPlace(thread, key, "integers", out var place, out var whole) ? Value.Int(whole.Bytes(place, 1)[0]) : Value.Error;
        if (!TrySlice(thread, slice, out var start, out var step, out var count, out var mapping))
            return Value.Error;
        if (step == 1)
            return Copied(thread, mapping, start, count);
        if (count > Array.MaxLength)
            return thread.Raise(Runtime.Exceptions.ExceptionTypes.MemoryError);
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
            bytes[i] = mapping.Bytes(start + i * step, 1)[0];
        return new PyBytes(bytes);
    }

    [PyMethod("__setitem__")]
    private Value SetItem(VmThread thread, Value key, Value value)
    {
        if (!IsWritable(thread, out _))
            return Value.Error;
        if (key.Ref is not PySlice slice)
            return SetByte(thread, key, value);
        if (!SliceBounds.TryUnpack(thread, slice, out var start, out var stop, out var step) || !Buffers.Require(thread, value, out var data) || !IsOpen(thread, out var mapping))
            return Value.Error;
        var count = SliceBounds.Clip(mapping.Length, ref start, ref stop, step);
        if (data.Length != count)
            return thread.IndexError("mmap slice assignment is wrong size");
        if (step == 1)
        {
            data.CopyTo(mapping.Bytes(start, data.Length));
            return Value.None;
        }
        for (var i = 0; i < data.Length; i++)
            mapping.Bytes(start + i * step, 1)[0] = data[i];
        return Value.None;
    }

    [PyMethod("__delitem__")]
    private Value DelItem(VmThread thread, Value key)
    {
        if (!IsWritable(thread, out _))
            return Value.Error;
        return thread.TypeError(key.Ref is PySlice ? "mmap object doesn't support slice deletion" : "mmap doesn't support item deletion");
    }

    private Value SetByte(VmThread thread, Value key, Value value)
    {
        if (!TryPlace(thread, key, "integer", out var place, out _))
            return Value.Error;
        if (!value.Type.Has(Special.Index))
            return thread.TypeError("mmap item value must be an int");
        if (!Conversions.TryIndex64(thread, value, out var number))
            return Value.Error;
        if (number is < 0 or > byte.MaxValue)
            return thread.ValueError("mmap item value must be in range(0, 256)");
        if (!IsOpen(thread, out var mapping))
            return Value.Error;
        if (place >= mapping.Length)
            return thread.IndexError("mmap index out of range");
        mapping.Bytes(place, 1)[0] = (byte)number;
        return Value.None;
    }

    private Value Find(VmThread thread, Value sub, Value start, Value end, bool fromEnd)
    {
        if (!Buffers.Require(thread, sub, out var wanted))
            return Value.Error;
        // Reading the numbers runs Python code, which may change a bytearray.
        var copy = wanted.ToArray();
        if (!TryBound(thread, start, _position, out var first) || !TryBound(thread, end, long.MaxValue, out var last) || !IsOpen(thread, out var mapping))
            return Value.Error;
        return Value.Int(Find(mapping, copy, Within(first, mapping.Length), Within(last, mapping.Length), fromEnd));
    }

    private static bool TryBound(VmThread thread, Value value, long otherwise, out long bound)
    {
        bound = otherwise;
        return value.IsUnbound || Conversions.TryIndex64(thread, value, out bound);
    }

    private static long Within(long place, long length) => System.Math.Clamp(place < 0 ? place + length : place, 0, length);

    // Windows of a map larger than a span overlap by what is looked for.
    private static long Find(Mapping mapping, ReadOnlySpan<byte> wanted, long start, long end, bool fromEnd)
    {
        const int Window = 1 << 30;
        while (end - start >= wanted.Length)
        {
            var length = (int)System.Math.Min(end - start, System.Math.Max(Window, 2L * wanted.Length));
            var from = fromEnd ? end - length : start;
            var found = fromEnd ? mapping.Bytes(from, length).LastIndexOf(wanted) : mapping.Bytes(from, length).IndexOf(wanted);
            if (found >= 0)
                return from + found;
            if (length == end - start)
                break;
            if (fromEnd)
                end = from + wanted.Length - 1;
            else
                start = from + length - wanted.Length + 1;
        }
        return -1;
    }

    private bool TryPlace(VmThread thread, Value key, string what, out long place, out Mapping mapping)
    {
        (place, mapping) = (0, null!);
        if (!key.Type.Has(Special.Index))
        {
            thread.TypeError($"mmap indices must be {what}");
            return false;
        }
        if (!Conversions.TrySubscript(thread, key, out place) || !IsOpen(thread, out mapping))
            return false;
        if (place < 0)
            place += mapping.Length;
        if (place >= 0 && place < mapping.Length)
            return true;
        thread.IndexError("mmap index out of range");
        return false;
    }

    private bool TrySlice(VmThread thread, PySlice slice, out long start, out long step, out long count, out Mapping mapping)
    {
        (count, mapping) = (0, null!);
        if (!SliceBounds.TryUnpack(thread, slice, out start, out var stop, out step) || !IsOpen(thread, out mapping))
            return false;
        count = SliceBounds.Clip(mapping.Length, ref start, ref stop, step);
        return true;
    }

    private Value Take(VmThread thread, Mapping mapping, long count)
    {
        var result = Copied(thread, mapping, _position, count);
        if (!result.IsError)
            _position += count;
        return result;
    }

    private static Value Copied(VmThread thread, Mapping mapping, long start, long count) => count <= Array.MaxLength
        ? new PyBytes(mapping.Bytes(start, (int)count).ToArray())
        : thread.Raise(Runtime.Exceptions.ExceptionTypes.MemoryError);
}

/// <summary>Iterates over a map.</summary>
[PyType("iterator")]
internal sealed partial class PyMmapIterator : PyIterator
{
    private readonly PyMmap _map;
    private long _next;

    internal PyMmapIterator(PyMmap map) : base(TypeObject.RootShape) => _map = map;

    internal override Value Next(VmThread thread) => _map.ItemAt(thread, _next++);
}
