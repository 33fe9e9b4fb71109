// What a typecode means: the size of an item, and how it becomes a Python value and back. The ranges and their messages are
// those of C's integer types, which CPython reads a value through.

using System.Numerics;
using System.Runtime.InteropServices;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Arrays;

/// <summary>The kind of items that an array holds.</summary>
internal sealed class ArrayItemKind
{
    /// <summary>All typecodes.</summary>
    internal const string Codes = "bBuhHiIlLqQfd";

    private static readonly ArrayItemKind[] Kinds = [.. Codes.Select(static code => new ArrayItemKind(code))];

    private ArrayItemKind(char code)
    {
        Code = code;
        Size = code switch { 'b' or 'B' => 1, 'h' or 'H' => 2, 'u' or 'i' or 'I' or 'f' => 4, _ => 8 };
    }

    /// <summary>The typecode.</summary>
    internal char Code { get; }

    /// <summary>Bytes of an item.</summary>
    internal int Size { get; }

    internal bool IsInteger => Code is not ('u' or 'f' or 'd');

    internal bool IsFloat => Code is 'f' or 'd';

    internal bool IsSigned => char.IsLower(Code);

    /// <summary>The kind with a typecode; null when there is none.</summary>
    internal static ArrayItemKind? Of(int code)
    {
        foreach (var kind in Kinds)
        {
            if (kind.Code == code)
                return kind;
        }
        return null;
    }

    /// <summary>The item as a Python value; ValueError for what is no character.</summary>
    internal Value Read(VmThread thread, ReadOnlySpan<byte> item)
    {
        switch (Code)
        {
            case 'b':
                return Value.Int((sbyte)item[0]);
            case 'B':
                return Value.Int(item[0]);
            case 'h':
                return Value.Int(MemoryMarshal.Read<short>(item));
            case 'H':
                return Value.Int(MemoryMarshal.Read<ushort>(item));
            case 'i':
                return Value.Int(MemoryMarshal.Read<int>(item));
            case 'I':
                return Value.Int(MemoryMarshal.Read<uint>(item));
            case 'l' or 'q':
                return Value.Int(MemoryMarshal.Read<long>(item));
            case 'L' or 'Q':
                return Value.Int((BigInteger)MemoryMarshal.Read<ulong>(item));
            case 'f':
                return Value.Float(MemoryMarshal.Read<float>(item));
            case 'd':
                return Value.Float(MemoryMarshal.Read<double>(item));
            default:
                var text = new TextBuilder(stackalloc char[2]);
                return TryAppend(thread, ref text, item) ? Value.Str(text.Finish()) : Value.Error;
        }
    }

    /// <summary>An item of floats.</summary>
    internal double ReadFloat(ReadOnlySpan<byte> item) =>
        Code == 'f' ? MemoryMarshal.Read<float>(item) : MemoryMarshal.Read<double>(item);

    /// <summary>Appends a character; false when it is none (ValueError).</summary>
    internal static bool TryAppend(VmThread thread, ref TextBuilder text, ReadOnlySpan<byte> item)
    {
        var point = MemoryMarshal.Read<uint>(item);
        if (point > 0x10FFFF)
        {
            thread.ValueError($"character U+{point:x} is not in range [U+0000; U+10ffff]");
            return false;
        }
        text.AppendPoint((int)point);
        return true;
    }

    /// <summary>Writes a value to a place that no Python code can move meanwhile; false when it raised.</summary>
    internal bool TryWrite(VmThread thread, Span<byte> item, Value value)
    {
        switch (Code)
        {
            case 'f' or 'd':
                if (!Conversions.TryDouble(thread, value, out var number))
                    return false;
                if (Code == 'f')
                    MemoryMarshal.Write(item, (float)number);
                else
                    MemoryMarshal.Write(item, number);
                return true;
            case 'u':
                if (value.Ref is not PyStr { Length: 1 } character)
                {
                    thread.TypeError("array item must be unicode character");
                    return false;
                }
                MemoryMarshal.Write(item, CodePoints.At(character.Text, 0));
                return true;
            default:
                return TryWriteInt(thread, item, value);
        }
    }

    private bool TryWriteInt(VmThread thread, Span<byte> item, Value value)
    {
        var index = Conversions.Index(thread, value);
        if (index.IsError)
            return false;
        if (!index.IsSmallInt)
        {
            index.TryGetBigInteger(out var large);
            if (Code is not ('L' or 'Q') || large.Sign < 0 || large > ulong.MaxValue)
                return Overflow(thread, Problem(large));
            MemoryMarshal.Write(item, (ulong)large);
            return true;
        }
        var number = index.Bits;
        var bits = 8 * Size;
        var fits = bits == 64
            ? IsSigned || number >= 0
            : IsSigned ? number >> (bits - 1) is 0 or -1 : number >> bits == 0;
        if (!fits)
            return Overflow(thread, Problem(number));
        for (var i = 0; i < item.Length; i++)
            item[i] = (byte)(number >> (8 * i));
        return true;
    }

    private static bool Overflow(VmThread thread, string message)
    {
        thread.OverflowError(message);
        return false;
    }

    // CPython reads an item through the next larger type of C first, which then is what the message speaks of.
    private string Problem(BigInteger number)
    {
        var end = number.Sign < 0 ? "less than minimum" : "greater than maximum";
        switch (Code)
        {
            case 'q':
                return "int too big to convert";
            case 'Q':
                return number.Sign < 0 ? "can't convert negative int to unsigned" : "int too big to convert";
            case 'I' or 'L' when number.Sign < 0:
                return "can't convert negative value to unsigned int";
            case 'I' or 'L':
                return number > ulong.MaxValue ? "Python int too large to convert to C unsigned long" : "unsigned int is greater than maximum";
        }
        if (number < long.MinValue || number > long.MaxValue)
            return "Python int too large to convert to C long";
        return Code switch
        {
            'b' when number >= short.MinValue && number <= short.MaxValue => $"signed char is {end}",
            'b' or 'h' => $"signed short integer is {end}",
            'B' => $"unsigned byte integer is {end}",
            'H' when number >= int.MinValue && number <= int.MaxValue => $"unsigned short is {end}",
            _ => $"signed integer is {end}",
        };
    }
}
