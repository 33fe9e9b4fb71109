// A pickled array names the format of its items by a number that says the same on every machine, whatever the size of C's
// types there. Reading one back turns the items into those of this machine.

using System.Buffers.Binary;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Arrays;

/// <summary>Formats of items in a pickle: integers come in pairs of little and big endian.</summary>
internal enum MachineFormat
{
    UnsignedInt8 = 0,
    SignedInt8 = 1,
    FirstWideInteger = 2,
    LastInteger = 13,
    FirstFloat = 14,
    LastFloat = 17,
    Utf16 = 18,
    Utf16BigEndian = 19,
    Utf32 = 20,
    Utf32BigEndian = 21,
}

/// <summary>Translates items between machine formats.</summary>
internal static class MachineFormats
{
    /// <summary>The format of a kind of items on this machine.</summary>
    internal static MachineFormat Of(ArrayItemKind kind) => kind.Code switch
    {
        'b' => MachineFormat.SignedInt8,
        'B' => MachineFormat.UnsignedInt8,
        'u' => MachineFormat.Utf32,
        'f' => MachineFormat.FirstFloat,
        'd' => MachineFormat.FirstFloat + 2,
        _ => (MachineFormat)(kind.Size switch { 2 => 2, 4 => 6, _ => 10 } + (kind.IsSigned ? 2 : 0)),
    };

    /// <summary>An array with items that were pickled in a format.</summary>
    internal static Value Restore(VmThread thread, PyType type, ArrayItemKind kind, MachineFormat format, byte[] bytes)
    {
        if (format == Of(kind))
            return PyArray.FromBytes(thread, type, kind, bytes);
        switch (format)
        {
            case <= MachineFormat.LastInteger:
                return RestoreIntegers(thread, type, kind, format, bytes);
            case <= MachineFormat.LastFloat:
                return RestoreFloats(thread, type, kind, format, bytes);
        }
        var encoding = format switch
        {
            MachineFormat.Utf16 => "utf-16-le",
            MachineFormat.Utf16BigEndian => "utf-16-be",
            MachineFormat.Utf32 => "utf-32-le",
            _ => "utf-32-be",
        };
        return Codecs.Decode(thread, new PyBytes(bytes), bytes, encoding, null) is { } text
            ? thread.Call(type, Value.Str(kind.Code.ToString()), text)
            : Value.Error;
    }

    private static Value RestoreIntegers(VmThread thread, PyType type, ArrayItemKind kind, MachineFormat format, byte[] bytes)
    {
        int size;
        bool isSigned, isBigEndian;
        if (format < MachineFormat.FirstWideInteger)
        {
            (size, isSigned, isBigEndian) = (1, format == MachineFormat.SignedInt8, false);
        }
        else
        {
            var number = format - MachineFormat.FirstWideInteger;
            (size, isSigned, isBigEndian) = (2 << (number / 4), (number & 2) != 0, (number & 1) != 0);
        }
        if (bytes.Length % size != 0)
            return thread.ValueError("string length not a multiple of item size");
        if (isBigEndian)
        {
            bytes = [.. bytes];
            for (var place = 0; place < bytes.Length; place += size)
                bytes.AsSpan(place, size).Reverse();
        }
        if (!Fits(kind))
            kind = ArrayItemKind.Of(ArrayItemKind.Codes.Last(code => Fits(ArrayItemKind.Of(code)!)))!;
        return PyArray.FromBytes(thread, type, kind, bytes);

        bool Fits(ArrayItemKind candidate) => candidate.IsInteger && candidate.Size == size && candidate.IsSigned == isSigned;
    }

    private static Value RestoreFloats(VmThread thread, PyType type, ArrayItemKind kind, MachineFormat format, byte[] bytes)
    {
        var size = format < MachineFormat.FirstFloat + 2 ? sizeof(float) : sizeof(double);
        var isBigEndian = ((format - MachineFormat.FirstFloat) & 1) != 0;
        if (bytes.Length % size != 0)
            return thread.ValueError("string length not a multiple of item size");
        var items = new Value[bytes.Length / size];
        for (var i = 0; i < items.Length; i++)
        {
            var item = bytes.AsSpan(i * size, size);
            items[i] = Value.Float((size, isBigEndian) switch
            {
                (sizeof(float), false) => BinaryPrimitives.ReadSingleLittleEndian(item),
                (sizeof(float), true) => BinaryPrimitives.ReadSingleBigEndian(item),
                (_, false) => BinaryPrimitives.ReadDoubleLittleEndian(item),
                (_, true) => BinaryPrimitives.ReadDoubleBigEndian(item),
            });
        }
        return thread.Call(type, Value.Str(kind.Code.ToString()), new PyList(items));
    }
}
