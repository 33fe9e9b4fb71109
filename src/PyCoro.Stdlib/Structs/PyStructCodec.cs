// Packs values into bytes by a format (library reference: struct). The module in Python has the functions and the errors
// about buffers; this knows the formats.

using System.Buffers.Binary;
using System.Numerics;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Structs;

/// <summary>A format that was read.</summary>
[PyType("Codec", Module = "_struct")]
internal sealed partial class PyStructCodec : PyObject
{
    private readonly List<Field> _fields;
    private readonly bool _isBigEndian;

    private PyStructCodec(List<Field> fields, int size, bool isBigEndian) : base(TypeObject.RootShape)
    {
        _fields = fields;
        Size = size;
        _isBigEndian = isBigEndian;
        Count = fields.Count;
    }

    /// <summary>Bytes of one record.</summary>
    [PyGetter("size", Member = true)]
    internal int Size { get; }

    /// <summary>Values of one record.</summary>
    [PyGetter("count", Member = true)]
    internal int Count { get; }

    private readonly record struct Field(char Code, int Offset, int Size);

    [PyNew(Signature = "format, error, /")]
    private static Value New(VmThread thread, PyType type, string format, Value error)
    {
        var fields = new List<Field>();
        var place = 0;
        var order = format.Length > 0 && "@=<>!".Contains(format[0]) ? format[place++] : '@';
        long offset = 0;
        while (place < format.Length)
        {
            var code = format[place++];
            if (char.IsWhiteSpace(code))
                continue;
            long count = 1;
            if (char.IsAsciiDigit(code))
            {
                count = code - '0';
                while (place < format.Length && char.IsAsciiDigit(format[place]) && count < int.MaxValue)
                    count = count * 10 + format[place++] - '0';
                if (place == format.Length)
                    return Fail(thread, error, "repeat count given without format specifier");
                code = format[place++];
            }
            var size = SizeOf(code, order == '@');
            if (size == 0)
                return Fail(thread, error, "bad char in struct format");
            if (order == '@' && size > 1)
                offset = (offset + size - 1) / size * size;
            if (offset + count * size > int.MaxValue)
                return Fail(thread, error, "total struct size too long");
            if (code is 's' or 'p')
            {
                fields.Add(new Field(code, (int)offset, (int)count));
            }
            else if (code != 'x')
            {
                for (var i = 0; i < count; i++)
                    fields.Add(new Field(code, (int)offset + i * size, size));
            }
            offset += count * size;
        }
        return new PyStructCodec(fields, (int)offset, order is '>' or '!');
    }

    /// <summary>Bytes of as many values as the format has.</summary>
    [PyMethod("pack")]
    private Value Pack(VmThread thread, PyTuple values, Value error)
    {
        var bytes = new byte[Size];
        for (var i = 0; i < _fields.Count; i++)
        {
            var field = _fields[i];
            var problem = Write(thread, field, bytes.AsSpan(field.Offset, field.Size), values.Items[i]);
            if (problem is not null)
                return Fail(thread, error, problem);
            if (thread.Pending is not null)
                return Value.Error;
        }
        return new PyBytes(bytes);
    }

    /// <summary>The values at a place of a buffer that is large enough.</summary>
    [PyMethod("unpack")]
    private Value Unpack(VmThread thread, Value buffer, int offset)
    {
        if (!Buffers.Require(thread, buffer, out var all))
            return Value.Error;
        var bytes = all.Slice(offset, Size);
        var values = new Value[_fields.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Read(_fields[i].Code, bytes.Slice(_fields[i].Offset, _fields[i].Size));
        return new PyTuple(values);
    }

    private static Value Fail(VmThread thread, Value error, string message) =>
        thread.Call(error, Value.Str(message)).Ref is PyException exception ? thread.Raise(exception) : Value.Error;

    private static int SizeOf(char code, bool isNative) => code switch
    {
        'x' or 'c' or 'b' or 'B' or '?' or 's' or 'p' => 1,
        'h' or 'H' or 'e' => 2,
        'i' or 'I' or 'f' => 4,
        'l' or 'L' => isNative ? 8 : 4,
        'q' or 'Q' or 'd' => 8,
        'n' or 'N' or 'P' when isNative => 8,
        _ => 0,
    };

    // What is wrong with the value, or null; null too when an exception is pending.
    private string? Write(VmThread thread, Field field, Span<byte> room, Value value)
    {
        switch (field.Code)
        {
            case '?':
                if (Truth.TryTest(thread, value, out var truth))
                    room[0] = truth ? (byte)1 : (byte)0;
                return null;
            case 'c':
                if (value.Ref is not PyBytes { Content.Length: 1 } character)
                    return "char format requires a bytes object of length 1";
                room[0] = character.Content[0];
                return null;
            case 's' or 'p':
                if (value.Ref is not (PyBytes or PyByteArray))
                    return $"argument for '{field.Code}' must be a bytes object";
                Buffers.TryRead(value, out var bytes);
                if (field.Code == 'p')
                {
                    if (room.Length == 0)
                        return null;
                    var length = System.Math.Min(bytes.Length, room.Length - 1);
                    room[0] = (byte)System.Math.Min(length, byte.MaxValue);
                    bytes[..length].CopyTo(room[1..]);
                    return null;
                }
                bytes[..System.Math.Min(bytes.Length, room.Length)].CopyTo(room);
                return null;
            case 'e' or 'f' or 'd':
                return WriteFloat(thread, field.Code, room, value);
            default:
                return WriteInt(thread, field, room, value);
        }
    }

    private string? WriteFloat(VmThread thread, char code, Span<byte> room, Value value)
    {
        if (!Conversions.TryDouble(thread, value, out var number))
        {
            if (!thread.PendingIs(ExceptionTypes.TypeError))
                return null;
            thread.TakePending();
            return "required argument is not a float";
        }
        if (code == 'd')
            BinaryPrimitives.WriteInt64LittleEndian(room, BitConverter.DoubleToInt64Bits(number));
        else if (code == 'f')
            BinaryPrimitives.WriteSingleLittleEndian(room, (float)number);
        else if (double.IsFinite(number) && Half.IsInfinity((Half)number))
            thread.OverflowError("float too large to pack with e format");
        else
            BinaryPrimitives.WriteHalfLittleEndian(room, (Half)number);
        if (_isBigEndian)
            room.Reverse();
        return null;
    }

    private string? WriteInt(VmThread thread, Field field, Span<byte> room, Value value)
    {
        if (!value.TryGetBigInteger(out var number))
        {
            if (!value.Type.Has(Special.Index))
                return "required argument is not an integer";
            var index = Conversions.Index(thread, value);
            if (index.IsError || !index.TryGetBigInteger(out number))
                return null;
        }
        var bits = 8 * field.Size;
        var isSigned = char.IsLower(field.Code);
        var least = isSigned || field.Code == 'P' ? -(BigInteger.One << (bits - 1)) : BigInteger.Zero;
        var most = (BigInteger.One << (isSigned ? bits - 1 : bits)) - 1;
        if (number < least || number > most)
        {
            var isBeyondLong = field.Size == 8 || (!isSigned && field.Size == 4 && number.Sign < 0);
            if (isBeyondLong || number < long.MinValue || number > ulong.MaxValue)
                return "argument out of range";
            var name = field.Code switch { 'b' => "byte", 'B' => "ubyte", 'h' => "short", 'H' => "ushort", _ => $"'{field.Code}'" };
            return $"{name} format requires {least} <= number <= {most}";
        }
        var word = number.Sign < 0 ? (ulong)(long)number : (ulong)number;
        for (var i = 0; i < room.Length; i++)
            room[_isBigEndian ? room.Length - 1 - i : i] = (byte)(word >> (8 * i));
        return null;
    }

    private Value Read(char code, ReadOnlySpan<byte> bytes)
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
        ulong word = 0;
        for (var i = 0; i < bytes.Length; i++)
            word |= (ulong)bytes[_isBigEndian ? bytes.Length - 1 - i : i] << (8 * i);
        return code switch
        {
            'e' => Value.Float((double)BitConverter.UInt16BitsToHalf((ushort)word)),
            'f' => Value.Float(BitConverter.UInt32BitsToSingle((uint)word)),
            'd' => Value.Float(BitConverter.UInt64BitsToDouble(word)),
            _ when char.IsUpper(code) => Value.Int(new BigInteger(word)),
            _ => Value.Int((long)(word << (64 - 8 * bytes.Length)) >> (64 - 8 * bytes.Length)),
        };
    }
}

/// <summary>Formats for struct.</summary>
[PyModule("_struct", Types = [typeof(PyStructCodec)])]
internal static partial class StructModule;
