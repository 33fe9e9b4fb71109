using System.Numerics;
using System.Runtime.InteropServices;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Strings;

/// <summary>Items of a buffer by format: the native single characters of the module <c>struct</c>.</summary>
internal static class BufferItems
{
    /// <summary>Bytes of an item, or 0 when the format is not a native single character, perhaps after <c>@</c>.</summary>
    internal static int SizeOf(string format)
    {
        if (Code(format) is not { } code)
            return 0;
        return code switch
        {
            'c' or 'b' or 'B' or '?' => 1,
            'h' or 'H' => 2,
            'i' or 'I' or 'f' => 4,
            'l' or 'L' or 'q' or 'Q' or 'n' or 'N' or 'P' or 'd' => 8,
            _ => 0,
        };
    }

    /// <summary>The item as a Python value.</summary>
    internal static Value Read(ReadOnlySpan<byte> item, string format) => Code(format) switch
    {
        'c' => new PyBytes([item[0]]),
        'b' => Value.Int((sbyte)item[0]),
        '?' => Value.Bool(item[0] != 0),
        'h' => Value.Int(MemoryMarshal.Read<short>(item)),
        'H' => Value.Int(MemoryMarshal.Read<ushort>(item)),
        'i' => Value.Int(MemoryMarshal.Read<int>(item)),
        'I' => Value.Int(MemoryMarshal.Read<uint>(item)),
        'f' => Value.Float(MemoryMarshal.Read<float>(item)),
        'l' or 'q' or 'n' => Value.Int(MemoryMarshal.Read<long>(item)),
        'L' or 'Q' or 'N' or 'P' => Value.Int((BigInteger)MemoryMarshal.Read<ulong>(item)),
        'd' => Value.Float(MemoryMarshal.Read<double>(item)),
        _ => Value.Int(item[0]),
    };

    /// <summary>Bytes of the largest item.</summary>
    internal const int LargestSize = 8;

    /// <summary>Writes an item; false when the value does not fit the format (an exception is pending).</summary>
    internal static bool Write(VmThread thread, Span<byte> item, string format, Value value)
    {
        switch (Code(format))
        {
            case 'c' when value.Ref is PyBytes bytes:
                if (bytes.Content.Length != 1)
                    return Invalid(thread, ExceptionTypes.ValueError, "value", format);
                item[0] = bytes.Content[0];
                return true;
            case 'c':
                return Invalid(thread, ExceptionTypes.TypeError, "type", format);
            case '?':
                if (!Truth.TryTest(thread, value, out var truth))
                    return false;
                item[0] = truth ? (byte)1 : (byte)0;
                return true;
            case 'f' or 'd':
                return WriteFloat(thread, item, format, value);
        }
        if (!value.Type.Has(Special.Index) || (Code(format) == 'P' && !value.IsSmallInt && value.Ref is not (PyInt or PyBool)))
            return Invalid(thread, ExceptionTypes.TypeError, "type", format);
        var index = Conversions.Index(thread, value);
        if (!index.TryGetBigInteger(out var number))
            return false;
        var isSigned = Code(format) is 'b' or 'h' or 'i' or 'l' or 'q' or 'n';
        var bits = item.Length * 8;
        // A pointer may be written as C would cast it.
        var low = isSigned || Code(format) == 'P' ? -(BigInteger.One << (bits - 1)) : BigInteger.Zero;
        var high = BigInteger.One << (isSigned ? bits - 1 : bits);
        if (number < low || number >= high)
            return Invalid(thread, ExceptionTypes.ValueError, "value", format);
        var unsigned = (ulong)(number & ulong.MaxValue);
        for (var i = 0; i < item.Length; i++)
            item[BitConverter.IsLittleEndian ? i : item.Length - 1 - i] = (byte)(unsigned >> (8 * i));
        return true;
    }

    /// <summary>Do both formats mean the same items?</summary>
    internal static bool AreSame(string left, string right) =>
        Code(left) is { } code ? code == Code(right) : left == right;

    private static char? Code(string format) => format.Length switch
    {
        1 => format[0],
        2 when format[0] == '@' => format[1],
        _ => null,
    };

    private static bool WriteFloat(VmThread thread, Span<byte> item, string format, Value value)
    {
        if (!Conversions.TryDouble(thread, value, out var number))
        {
            return thread.ClearPending(ExceptionTypes.TypeError) ? Invalid(thread, ExceptionTypes.TypeError, "type", format)
                : thread.ClearPending(ExceptionTypes.OverflowError) && Invalid(thread, ExceptionTypes.ValueError, "value", format);
        }
        if (item.Length == 8)
            MemoryMarshal.Write(item, number);
        else
            MemoryMarshal.Write(item, (float)number);
        return true;
    }

    private static bool Invalid(VmThread thread, PyType error, string what, string format)
    {
        thread.Raise(error, $"memoryview: invalid {what} for format '{format}'");
        return false;
    }
}
