// Ints as two's complement in bytes: int.to_bytes and int.from_bytes.

using System.Numerics;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Numbers;

/// <summary>Conversion between ints and bytes.</summary>
internal static class IntBytes
{
    /// <summary>Reads the argument <c>byteorder</c>; false when it raised.</summary>
    internal static bool TryByteOrder(VmThread thread, Value byteOrder, string function, out bool isBigEndian)
    {
        isBigEndian = true;
        if (byteOrder.IsUnbound)
            return true;
        if (byteOrder.Ref is not PyStr text)
        {
            thread.TypeError($"{function}() argument 'byteorder' must be str, not {byteOrder.Type.Name}");
            return false;
        }
        isBigEndian = text.Text == "big";
        if (isBigEndian || text.Text == "little")
            return true;
        thread.ValueError("byteorder must be either 'little' or 'big'");
        return false;
    }

    /// <summary>The bytes of a number; OverflowError when they do not suffice.</summary>
    internal static Value Write(VmThread thread, BigInteger number, long count, bool isBigEndian, bool isSigned)
    {
        if (number.Sign < 0 && !isSigned)
            return thread.OverflowError("can't convert negative int to unsigned");
        var needed = number.IsZero ? 0 : number.GetByteCount(!isSigned);
        if (needed > count)
            return thread.OverflowError("int too big to convert");
        if (count > FormatSpec.MaxLength)
            return thread.Raise(ExceptionTypes.MemoryError);
        var bytes = new byte[count];
        if (number.Sign < 0)
            Array.Fill(bytes, (byte)0xFF);
        if (needed > 0)
        {
            var place = isBigEndian ? bytes.AsSpan((int)count - needed) : bytes.AsSpan(0, needed);
            number.TryWriteBytes(place, out _, !isSigned, isBigEndian);
        }
        return new PyBytes(bytes);
    }

    /// <summary>The number that a bytes-like object, an iterable of ints or an object with <c>__bytes__</c> stands for.</summary>
    internal static Value Read(VmThread thread, Value source, bool isBigEndian, bool isSigned)
    {
        if (!Buffers.TryRead(source, out var bytes))
        {
            var converted = source.Type.Has(Special.Bytes)
                ? ByteSources.Read(thread, source, Value.Unbound, Value.Unbound, "bytes")
                : ByteSources.FromItems(thread, source, "bytes");
            if (converted is null)
                return Value.Error;
            bytes = converted;
        }
        return bytes.IsEmpty ? Value.Int(0L) : Value.Int(new BigInteger(bytes, !isSigned, isBigEndian));
    }
}
