using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Strings;

/// <summary>What <c>bytes(...)</c> and <c>bytearray(...)</c> accept: text with an encoding, a length, bytes-like objects,
/// iterables of ints.</summary>
internal static class ByteSources
{
    /// <summary>The bytes in a new array; null when it raised.</summary>
    internal static byte[]? Read(VmThread thread, Value source, Value encoding, Value errors, string kind)
    {
        if (source.Ref is PyStr text)
        {
            if (encoding.IsUnbound)
                return Fail(thread, "string argument without an encoding");
            if (!TryName(thread, kind, "encoding", encoding, out var encodingName)
                || !TryName(thread, kind, "errors", errors, out var errorsName))
            {
                return null;
            }
            return Codecs.EncodeByAny(thread, text, encodingName, errorsName)?.Content;
        }
        if (!encoding.IsUnbound)
            return Fail(thread, "encoding without a string argument");
        if (!errors.IsUnbound)
            return Fail(thread, "errors without a string argument");
        if (source.IsUnbound)
            return [];
        if (source.IsSmallInt || source.Type.Has(Special.Index) && !Buffers.TryRead(source, out _))
            return Zeros(thread, source);
        return FromItems(thread, source, kind);
    }

    /// <summary>The bytes of a bytes-like object or an iterable of ints in a new array; null when it raised.</summary>
    internal static byte[]? FromItems(VmThread thread, Value source, string kind)
    {
        if (source.Ref is PyMemoryView view && !view.Check(thread))
            return null;
        if (Buffers.TryRead(source, out var bytes))
            return bytes.ToArray();
        var iterator = source.Ref is PyStr ? Value.Unbound : Iteration.TryGetIter(thread, source);
        if (iterator.IsUnbound)
            return Fail(thread, $"cannot convert '{source.Type.Name}' object to {kind}");
        if (iterator.IsError)
            return null;
        var output = new ByteBuilder(16);
        while (true)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsUnbound)
                return output.ToArray();
            if (item.IsError || !ByteSequence.TryByte(thread, item, out var unit, kind == "bytes" ? "bytes" : "byte"))
                return null;
            output.Append(unit);
        }
    }

    private static byte[]? Zeros(VmThread thread, Value length)
    {
        var index = Conversions.Index(thread, length);
        if (index.IsError)
            return null;
        if (!index.TryGetInt64(out var count))
            thread.OverflowError($"cannot fit '{length.Type.Name}' into an index-sized integer");
        else if (count < 0)
            thread.ValueError("negative count");
        else if (count > FormatSpec.MaxLength)
            thread.Raise(ExceptionTypes.MemoryError);
        else
            return new byte[count];
        return null;
    }

    /// <summary>What <c>__bytes__</c> gives, always bytes; Unbound when there is no such method.</summary>
    internal static Value FromMethod(VmThread thread, Value source)
    {
        var method = source.Type.LookupSpecial(Special.Bytes);
        if (method.IsUnbound)
            return method;
        var result = thread.CallSpecial(method, source);
        return result.IsError || result.Ref is PyBytes
            ? result
            : thread.TypeError($"__bytes__ returned non-bytes (type {result.Type.QualifiedNativeName})");
    }

    private static bool TryName(VmThread thread, string kind, string parameter, Value value, out string? name)
    {
        name = (value.Ref as PyStr)?.Text;
        if (name is not null || value.IsUnbound)
            return true;
        thread.TypeError($"{kind}() argument '{parameter}' must be str, not {value.Type.Name}");
        return false;
    }

    private static byte[]? Fail(VmThread thread, string message)
    {
        thread.TypeError(message);
        return null;
    }
}
