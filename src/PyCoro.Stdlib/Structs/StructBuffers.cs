// What struct does with buffers: finds the place of a record in one, with the errors of the module when there is no room.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Structs;

/// <summary>The operations of the module with a format that was read.</summary>
internal static class StructBuffers
{
    internal static Value Pack(VmThread thread, StructFormat format, ReadOnlySpan<Value> values) =>
        format.Takes(thread, "pack", values.Length) && format.Pack(thread, values) is { } bytes ? new PyBytes(bytes) : Value.Error;

    /// <summary>Writes a record into a buffer; the arguments are the buffer, an offset and the values.</summary>
    internal static Value PackInto(VmThread thread, StructFormat format, ReadOnlySpan<Value> args)
    {
        if (args.Length < 2)
            return thread.Raise(StructModule.Error, $"pack_into expected {(args.Length == 0 ? "buffer" : "offset")} argument");
        if (args[0].Ref is not IBuffer { IsReadOnly: false } target)
            return thread.TypeError($"argument must be read-write bytes-like object, not {args[0].Type.Name}");
        var values = args[2..];
        if (!format.Takes(thread, "pack_into", values.Length) || !Buffers.Require(thread, args[0], out _)
            || !Conversions.TrySubscript(thread, args[1], out var offset))
            return Value.Error;
        // Values may be objects with code of their own, which must not resize the buffer meanwhile.
        target.AddExport();
        try
        {
            var room = target.Memory;
            if (!TryPlace(thread, format, room.Length, isPacking: true, ref offset) || format.Pack(thread, values) is not { } bytes)
                return Value.Error;
            bytes.CopyTo(room[(int)offset..]);
            return Value.None;
        }
        finally
        {
            target.RemoveExport();
        }
    }

    internal static Value Unpack(VmThread thread, StructFormat format, Value buffer)
    {
        if (!Buffers.Require(thread, buffer, out var bytes))
            return Value.Error;
        return bytes.Length == format.Size
            ? format.Unpack(bytes)
            : thread.Raise(StructModule.Error, $"unpack requires a buffer of {format.Size} bytes");
    }

    internal static Value UnpackFrom(VmThread thread, StructFormat format, Value buffer, long offset) =>
        Buffers.Require(thread, buffer, out var bytes) && TryPlace(thread, format, bytes.Length, isPacking: false, ref offset)
            ? format.Unpack(bytes.Slice((int)offset, (int)format.Size))
            : Value.Error;

    internal static Value IterUnpack(VmThread thread, StructFormat format, Value buffer)
    {
        if (!Buffers.Require(thread, buffer, out var bytes))
            return Value.Error;
        if (format.Size == 0)
            return thread.Raise(StructModule.Error, "cannot iteratively unpack with a struct of length 0");
        return bytes.Length % format.Size == 0
            ? new PyUnpackIterator(format, buffer)
            : thread.Raise(StructModule.Error, $"iterative unpacking requires a buffer of a multiple of {format.Size} bytes");
    }

    private static bool TryPlace(VmThread thread, StructFormat format, int length, bool isPacking, ref long offset)
    {
        var size = format.Size;
        string message;
        if (offset < 0 && offset + size > 0)
        {
            message = $"{(isPacking ? "no space to pack" : "not enough data to unpack")} {size} bytes at offset {offset}";
        }
        else if (offset < 0 && offset + length < 0)
        {
            message = $"offset {offset} out of range for {length}-byte buffer";
        }
        else
        {
            if (offset < 0)
                offset += length;
            if (length - offset >= size)
                return true;
            var (function, doing) = isPacking ? ("pack_into", "packing") : ("unpack_from", "unpacking");
            message = $"{function} requires a buffer of at least {(ulong)size + (ulong)offset} bytes for {doing} {size} bytes at offset {offset} "
                + $"(actual buffer size is {length})";
        }
        thread.Raise(StructModule.Error, message);
        return false;
    }
}
