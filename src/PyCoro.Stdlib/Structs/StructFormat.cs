// A struct format that was read (library reference: struct, Format Strings): runs of values of one kind at their places in
// the record. A run keeps its count instead of that many entries, so that "1000000B" costs nothing before it is used.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Structs;

/// <summary>The layout of a record; immutable.</summary>
internal sealed class StructFormat
{
    private readonly List<Run> _runs;
    private readonly StructValues _values;

    private StructFormat(string text, List<Run> runs, long size, char order)
    {
        Text = text;
        Size = size;
        _runs = runs;
        _values = new StructValues(order);
        foreach (var run in runs)
            Count += run.Count;
    }

    // Of a string ('s', 'p') Size is its length and Count is 1.
    private readonly record struct Run(char Code, long Offset, long Size, long Count);

    internal string Text { get; }

    /// <summary>Bytes of a record.</summary>
    internal long Size { get; }

    /// <summary>Values of a record.</summary>
    internal long Count { get; }

    /// <summary>Reads the format given as str or bytes; null with an exception pending.</summary>
    internal static StructFormat? Of(VmThread thread, Value format)
    {
        if (format.Ref is PyBytes bytes)
            return Parse(thread, string.Create(bytes.Content.Length, bytes.Content, static (chars, content) =>
            {
                for (var i = 0; i < content.Length; i++)
                    chars[i] = (char)content[i];
            }));
        if (format.Ref is PyStr text)
            return Codecs.Encode(thread, SingleByteCodec.Ascii, text, null) is null ? null : Parse(thread, text.Text);
        thread.TypeError($"Struct() argument 1 must be a str or bytes object, not {format.Type.Name}");
        return null;
    }

    private static StructFormat? Parse(VmThread thread, string text)
    {
        var runs = new List<Run>();
        var place = 0;
        var order = text.Length > 0 && "@=<>!".Contains(text[0]) ? text[place++] : '@';
        Int128 offset = 0;
        while (place < text.Length)
        {
            var code = text[place++];
            if (code is ' ' or >= '\t' and <= '\r')
                continue;
            Int128 count = 1;
            if (char.IsAsciiDigit(code))
            {
                count = code - '0';
                for (; place < text.Length && char.IsAsciiDigit(text[place]); place++)
                {
                    if (count <= long.MaxValue)
                        count = count * 10 + (text[place] - '0');
                }
                if (count > long.MaxValue)
                    return Fail(thread, "total struct size too long");
                if (place == text.Length)
                    return Fail(thread, "repeat count given without format specifier");
                code = text[place++];
            }
            var size = SizeOf(code, order == '@');
            if (size == 0)
                return Fail(thread, code == '\0' ? "embedded null character" : "bad char in struct format");
            if (order == '@')
                offset = (offset + size - 1) / size * size;
            if (offset + count * size > long.MaxValue)
                return Fail(thread, "total struct size too long");
            if (code is 's' or 'p')
                runs.Add(new Run(code, (long)offset, (long)count, 1));
            else if (code != 'x' && count > 0)
                runs.Add(new Run(code, (long)offset, size, (long)count));
            offset += count * size;
        }
        return new StructFormat(text, runs, (long)offset, order);
    }

    private static StructFormat? Fail(VmThread thread, string message)
    {
        thread.Raise(StructModule.Error, message);
        return null;
    }

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

    /// <summary>Was a function given as many values as a record has?</summary>
    internal bool Takes(VmThread thread, string function, int count)
    {
        if (count == Count)
            return true;
        thread.Raise(StructModule.Error, $"{function} expected {Count} items for packing (got {count})");
        return false;
    }

    /// <summary>The bytes of a record with as many values as it takes; null with an exception pending.</summary>
    internal byte[]? Pack(VmThread thread, ReadOnlySpan<Value> values)
    {
        if (Size > Array.MaxLength)
        {
            thread.Raise(ExceptionTypes.MemoryError);
            return null;
        }
        var bytes = new byte[Size];
        var next = 0;
        foreach (var run in _runs)
        {
            for (var i = 0; i < run.Count; i++)
            {
                if (!_values.TryWrite(thread, run.Code, bytes.AsSpan((int)(run.Offset + i * run.Size), (int)run.Size), values[next++]))
                    return null;
            }
        }
        return bytes;
    }

    /// <summary>The values of a record.</summary>
    internal PyTuple Unpack(ReadOnlySpan<byte> bytes)
    {
        var values = new Value[Count];
        var next = 0;
        foreach (var run in _runs)
        {
            for (var i = 0; i < run.Count; i++)
                values[next++] = _values.Read(run.Code, bytes.Slice((int)(run.Offset + i * run.Size), (int)run.Size));
        }
        return new PyTuple(values);
    }
}
