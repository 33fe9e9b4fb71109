// Splitting and joining bytes: split, rsplit, splitlines, partition, join.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public abstract partial class ByteSequence
{
    private const int PartsOnStack = 32;

    /// <summary>Return a list of the sections in the bytes, using sep as the delimiter.</summary>
    [PyMethod("split", Signature = "sep=None, maxsplit=-1")]
    internal Value Split(VmThread thread, Value sep, long maxsplit = -1)
    {
        var parts = new Parts(stackalloc (int, int)[PartsOnStack]);
        if (sep.IsUnbound || sep.IsNone)
            Spans.SplitSpaces<byte, ByteUnits>(Span, maxsplit, ref parts);
        else if (TrySeparator(thread, sep, out var separator))
            Spans.Split(Span, separator, maxsplit, ref parts);
        else
            return Value.Error;
        return ListOf(ref parts);
    }

    /// <summary>Return a list of the sections in the bytes, using sep as the delimiter, splitting from the end.</summary>
    [PyMethod("rsplit", Signature = "sep=None, maxsplit=-1")]
    internal Value SplitFromEnd(VmThread thread, Value sep, long maxsplit = -1)
    {
        var parts = new Parts(stackalloc (int, int)[PartsOnStack]);
        if (sep.IsUnbound || sep.IsNone)
            Spans.SplitSpacesFromEnd<byte, ByteUnits>(Span, maxsplit, ref parts);
        else if (TrySeparator(thread, sep, out var separator))
            Spans.SplitFromEnd(Span, separator, maxsplit, ref parts);
        else
            return Value.Error;
        return ListOf(ref parts);
    }

    /// <summary>Return a list of the lines in the bytes, breaking at line boundaries.</summary>
    [PyMethod("splitlines", Signature = "keepends=False")]
    internal Value SplitLines(VmThread thread, int keepends = 0)
    {
        var parts = new Parts(stackalloc (int, int)[PartsOnStack]);
        Spans.SplitLines<byte, ByteUnits>(Span, keepends != 0, ref parts);
        return ListOf(ref parts);
    }

    /// <summary>Partition the bytes into three parts using the given separator.</summary>
    [PyMethod("partition")]
    internal Value Partition(VmThread thread, Value sep)
    {
        if (!TrySeparator(thread, sep, out var separator))
            return Value.Error;
        var found = Span.IndexOf(separator);
        return found < 0 ? PyTuple.Of(Same(), Make([]), Make([])) : PartsAround(found, separator);
    }

    /// <summary>Partition the bytes into three parts using the given separator, searched from the end.</summary>
    [PyMethod("rpartition")]
    internal Value PartitionLast(VmThread thread, Value sep)
    {
        if (!TrySeparator(thread, sep, out var separator))
            return Value.Error;
        var found = Span.LastIndexOf(separator);
        return found < 0 ? PyTuple.Of(Make([]), Make([]), Same()) : PartsAround(found, separator);
    }

    /// <summary>Concatenate any number of bytes-like objects, with these bytes in between.</summary>
    [PyMethod("join")]
    internal Value Join(VmThread thread, Value iterable_of_bytes)
    {
        var iterator = Iteration.TryGetIter(thread, iterable_of_bytes);
        if (iterator.IsUnbound)
            return thread.TypeError("can only join an iterable");
        if (iterator.IsError || !Iteration.TryCollect(thread, iterator, out var items, out var count))
            return Value.Error;
        var total = (long)Span.Length * Math.Max(count - 1, 0);
        for (var i = 0; i < count; i++)
        {
            if (!Buffers.TryRead(items[i], out var bytes))
                return thread.TypeError($"sequence item {i}: expected a bytes-like object, {items[i].Type.Name} found");
            total += bytes.Length;
        }
        if (total > FormatSpec.MaxLength)
            return thread.Raise(ExceptionTypes.MemoryError);
        var result = new byte[total];
        var room = result.AsSpan();
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                Span.CopyTo(room);
                room = room[Span.Length..];
            }
            Buffers.TryRead(items[i], out var bytes);
            bytes.CopyTo(room);
            room = room[bytes.Length..];
        }
        return Make(result);
    }

    private static bool TrySeparator(VmThread thread, Value sep, out ReadOnlySpan<byte> separator)
    {
        if (!Buffers.Require(thread, sep, out separator))
            return false;
        if (separator.Length > 0)
            return true;
        thread.ValueError("empty separator");
        return false;
    }

    private PyTuple PartsAround(int found, ReadOnlySpan<byte> separator) => PyTuple.Of(
        Make(Span[..found].ToArray()),
        Make(separator.ToArray()),
        Make(Span[(found + separator.Length)..].ToArray()));

    private PyList ListOf(ref Parts parts)
    {
        var items = new Value[parts.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var (start, end) = parts[i];
            items[i] = Make(Span[start..end].ToArray());
        }
        parts.Release();
        return new PyList(items);
    }
}
