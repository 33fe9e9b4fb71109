// One value of a record, to and from its bytes. Which text an error has depends in CPython on whether the machine's own
// layout serves: that is so for '@' and, as the machine is little-endian, for '<' and '='; the order decides here.

using System.Buffers.Binary;
using System.Numerics;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Structs;

/// <summary>Writes and reads the values of a format with a byte order (one of <c>@=&lt;&gt;!</c>).</summary>
internal readonly struct StructValues(char order)
{
    private const string IntTooLarge = "int too large to convert";
    private readonly bool _isNative = order == '@';
    private readonly bool _isBigEndian = order is '>' or '!';

    /// <summary>Puts a value into zeroed room of its size; false with an exception pending.</summary>
    internal bool TryWrite(VmThread thread, char code, Span<byte> room, Value value)
    {
        switch (code)
        {
            case '?':
                if (!Truth.TryTest(thread, value, out var truth))
                    return false;
                room[0] = truth ? (byte)1 : (byte)0;
                return true;
            case 'c':
                if (value.Ref is not PyBytes { Content.Length: 1 } character)
                    return Fail(thread, "char format requires a bytes object of length 1");
                room[0] = character.Content[0];
                return true;
            case 's' or 'p':
                return TryWriteString(thread, code, room, value);
            case 'e' or 'f' or 'd':
                return TryWriteFloat(thread, code, room, value);
            default:
                return TryWriteInt(thread, code, room, value);
        }
    }

    private static bool Fail(VmThread thread, string message)
    {
        thread.Raise(StructModule.Error, message);
        return false;
    }

    private static bool TryWriteString(VmThread thread, char code, Span<byte> room, Value value)
    {
        if (value.Ref is not (PyBytes or PyByteArray))
            return Fail(thread, $"argument for '{code}' must be a bytes object");
        Buffers.TryRead(value, out var bytes);
        if (room.Length == 0)
            return true;
        if (code == 'p')
        {
            var length = System.Math.Min(bytes.Length, room.Length - 1);
            room[0] = (byte)System.Math.Min(length, byte.MaxValue);
            room = room[1..];
        }
        bytes[..System.Math.Min(bytes.Length, room.Length)].CopyTo(room);
        return true;
    }

    private bool TryWriteFloat(VmThread thread, char code, Span<byte> room, Value value)
    {
        if (!value.TryGetDouble(out var number) && !Conversions.TryDouble(thread, value, out number))
        {
            thread.TakePending();
            return Fail(thread, "required argument is not a float");
        }
        // Only the machine's own float takes what is too large, as infinity.
        var isTooLarge = double.IsFinite(number)
            && (code == 'e' ? Half.IsInfinity((Half)number) : code == 'f' && !_isNative && float.IsInfinity((float)number));
        if (isTooLarge)
        {
            if (code == 'e' && value.TryGetBigInteger(out _))
                return Fail(thread, IntTooLarge);
            thread.OverflowError($"float too large to pack with {code} format");
            return false;
        }
        var word = code switch
        {
            'd' => BitConverter.DoubleToUInt64Bits(number),
            'f' => BitConverter.SingleToUInt32Bits((float)number),
            _ => BitConverter.HalfToUInt16Bits((Half)number),
        };
        WriteWord(room, word);
        return true;
    }

    private bool TryWriteInt(VmThread thread, char code, Span<byte> room, Value value)
    {
        if (!value.IsSmallInt && value.Ref is not PyInt)
        {
            if (!value.Type.Has(Special.Index))
                return Fail(thread, "required argument is not an integer");
            value = Conversions.Index(thread, value);
            if (value.IsError)
                return false;
        }
        var bits = 8 * room.Length;
        if (value.TryGetInt64(out var number) && Fits(code, bits, number))
        {
            WriteWord(room, (ulong)number);
            return true;
        }
        value.TryGetBigInteger(out var large);
        if (bits == 64 && (char.IsUpper(code) && large.Sign > 0) && large <= ulong.MaxValue)
        {
            WriteWord(room, (ulong)large);
            return true;
        }
        return Fail(thread, OutOfRange(code, bits, large));
    }

    private static bool Fits(char code, int bits, long number) =>
        char.IsLower(code) ? bits == 64 || (number >= -(1L << (bits - 1)) && number < 1L << (bits - 1))
        : bits == 64 ? number >= 0 || code == 'P'
        : number >= 0 && number < 1L << bits;

    private string OutOfRange(char code, int bits, BigInteger number)
    {
        if (code == 'P' || (bits == 64 && _isBigEndian))
            return IntTooLarge;
        var isSigned = char.IsLower(code);
        var hasName = bits == 8 || (bits == 16 && !_isBigEndian);
        var isBeyondLong = isSigned || hasName
            ? number < long.MinValue || number > long.MaxValue
            : number.Sign < 0 || number > ulong.MaxValue;
        if (bits == 64 || isBeyondLong)
            return "argument out of range";
        var least = isSigned ? -(1L << (bits - 1)) : 0;
        var most = (1L << (isSigned ? bits - 1 : bits)) - 1;
        var name = !hasName ? $"'{code}'" : (isSigned ? "" : "u") + (bits == 8 ? "byte" : "short");
        return $"{name} format requires {least} <= number <= {most}";
    }

    private void WriteWord(Span<byte> room, ulong word)
    {
        switch (room.Length)
        {
            case 1:
                room[0] = (byte)word;
                break;
            case 2:
                BinaryPrimitives.WriteUInt16LittleEndian(room, _isBigEndian ? BinaryPrimitives.ReverseEndianness((ushort)word) : (ushort)word);
                break;
            case 4:
                BinaryPrimitives.WriteUInt32LittleEndian(room, _isBigEndian ? BinaryPrimitives.ReverseEndianness((uint)word) : (uint)word);
                break;
            default:
                BinaryPrimitives.WriteUInt64LittleEndian(room, _isBigEndian ? BinaryPrimitives.ReverseEndianness(word) : word);
                break;
        }
    }

    /// <summary>The value of some bytes, which are as many as the code takes.</summary>
    internal Value Read(char code, ReadOnlySpan<byte> bytes)
    {
        switch (code)
        {
            case '?':
                return Value.Bool(bytes[0] != 0);
            case 'c' or 's':
                return new PyBytes(bytes.ToArray());
            case 'p':
                return new PyBytes(bytes.Length == 0 ? [] : bytes.Slice(1, System.Math.Min(bytes[0], bytes.Length - 1)).ToArray());
        }
        var word = ReadWord(bytes);
        return code switch
        {
            'e' => Value.Float((double)BitConverter.UInt16BitsToHalf((ushort)word)),
            'f' => Value.Float(BitConverter.UInt32BitsToSingle((uint)word)),
            'd' => Value.Float(BitConverter.UInt64BitsToDouble(word)),
            _ when char.IsLower(code) => Value.Int((long)(word << (64 - 8 * bytes.Length)) >> (64 - 8 * bytes.Length)),
            _ => word <= long.MaxValue ? Value.Int((long)word) : Value.Int(new BigInteger(word)),
        };
    }

    private ulong ReadWord(ReadOnlySpan<byte> bytes)
    {
        switch (bytes.Length)
        {
            case 1:
                return bytes[0];
            case 2:
                return _isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
            case 4:
                return _isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            default:
                return _isBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        }
    }
}
