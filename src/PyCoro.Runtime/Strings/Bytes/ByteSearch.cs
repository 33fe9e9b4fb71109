// Searching in bytes: find, index, count, startswith, replace.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public abstract partial class ByteSequence
{
    private const int Failed = -2;

    /// <summary>The lowest index where sub is found within self[start:end], -1 on failure.</summary>
    [PyMethod("find", Signature = "sub, start=None, end=None, /")]
    internal Value Find(VmThread thread, Value sub, Value start, Value end) =>
        Search(thread, sub, start, end, fromEnd: false) is var found and not Failed ? Value.Int(found) : Value.Error;

    /// <summary>The highest index where sub is found within self[start:end], -1 on failure.</summary>
    [PyMethod("rfind", Signature = "sub, start=None, end=None, /")]
    internal Value FindLast(VmThread thread, Value sub, Value start, Value end) =>
        Search(thread, sub, start, end, fromEnd: true) is var found and not Failed ? Value.Int(found) : Value.Error;

    /// <summary>The lowest index where sub is found within self[start:end]; ValueError when it is not.</summary>
    [PyMethod("index", Signature = "sub, start=None, end=None, /")]
    internal Value Index(VmThread thread, Value sub, Value start, Value end) =>
        FoundOrRaise(thread, Search(thread, sub, start, end, fromEnd: false));

    /// <summary>The highest index where sub is found within self[start:end]; ValueError when it is not.</summary>
    [PyMethod("rindex", Signature = "sub, start=None, end=None, /")]
    internal Value IndexLast(VmThread thread, Value sub, Value start, Value end) =>
        FoundOrRaise(thread, Search(thread, sub, start, end, fromEnd: true));

    /// <summary>The number of non-overlapping occurrences of sub within self[start:end].</summary>
    [PyMethod("count", Signature = "sub, start=None, end=None, /")]
    internal Value Count(VmThread thread, Value sub, Value start, Value end)
    {
        if (!TrySought(thread, sub, out var sought) || !SearchBounds.TryRead(thread, start, end, Span.Length, out var bounds))
            return Value.Error;
        return Value.Int(bounds.IsImpossible ? 0 : Spans.Count(Span[bounds.Start..bounds.End], sought));
    }

    /// <summary>Does self[start:end] begin with the prefix, or with one of a tuple of prefixes?</summary>
    [PyMethod("startswith", Signature = "prefix, start=None, end=None, /")]
    internal Value StartsWith(VmThread thread, Value prefix, Value start, Value end) =>
        TestEnd(thread, "startswith", prefix, start, end);

    /// <summary>Does self[start:end] end with the suffix, or with one of a tuple of suffixes?</summary>
    [PyMethod("endswith", Signature = "suffix, start=None, end=None, /")]
    internal Value EndsWith(VmThread thread, Value suffix, Value start, Value end) =>
        TestEnd(thread, "endswith", suffix, start, end);

    /// <summary>Return a copy with all occurrences of old replaced by new, or only the first count.</summary>
    [PyMethod("replace", Signature = "old, new, count=-1, /")]
    internal Value Replace(VmThread thread, Value old, Value @new, long count = -1)
    {
        if (!Buffers.Require(thread, old, out var sought) || !Buffers.Require(thread, @new, out var replacement))
            return Value.Error;
        if (count == 0)
            return Same();
        if (sought.Length == 0)
            return Interleave(thread, replacement, count);
        return Spans.Replace(Span, sought, replacement, count) is { } result ? Make(result) : Same();
    }

    private int Search(VmThread thread, Value sub, Value start, Value end, bool fromEnd)
    {
        if (!TrySought(thread, sub, out var sought) || !SearchBounds.TryRead(thread, start, end, Span.Length, out var bounds))
            return Failed;
        if (bounds.IsImpossible)
            return -1;
        if (sought.Length == 0)
            return fromEnd ? bounds.End : bounds.Start;
        var within = Span[bounds.Start..bounds.End];
        var found = fromEnd ? within.LastIndexOf(sought) : within.IndexOf(sought);
        return found < 0 ? -1 : found + bounds.Start;
    }

    private Value FoundOrRaise(VmThread thread, int found) => found switch
    {
        Failed => Value.Error,
        < 0 => thread.ValueError("subsection not found"),
        _ => Value.Int(found),
    };

    private static bool TrySought(VmThread thread, Value sub, out ReadOnlySpan<byte> sought)
    {
        if (Buffers.TryRead(sub, out sought))
            return true;
        if (!sub.Type.Has(Special.Index))
        {
            thread.TypeError($"argument should be integer or bytes-like object, not '{sub.Type.Name}'");
            return false;
        }
        if (!TryByte(thread, sub, out var unit))
            return false;
        sought = new[] { unit };
        return true;
    }

    private Value TestEnd(VmThread thread, string method, Value affix, Value start, Value end)
    {
        if (!SearchBounds.TryRead(thread, start, end, Span.Length, out var bounds))
            return Value.Error;
        var atStart = method == "startswith";
        if (Buffers.TryRead(affix, out var one))
            return Value.Bool(HasAffix(one, bounds, atStart));
        if (affix.Ref is not PyTuple several)
            return thread.TypeError($"{method} first arg must be bytes or a tuple of bytes, not {affix.Type.Name}");
        foreach (var item in several.Items)
        {
            if (!Buffers.Require(thread, item, out var bytes))
                return Value.Error;
            if (HasAffix(bytes, bounds, atStart))
                return Value.True;
        }
        return Value.False;
    }

    private bool HasAffix(ReadOnlySpan<byte> affix, SearchBounds bounds, bool atStart)
    {
        if (bounds.IsImpossible)
            return false;
        var within = Span[bounds.Start..bounds.End];
        return atStart ? within.StartsWith(affix) : within.EndsWith(affix);
    }

    private Value Interleave(VmThread thread, ReadOnlySpan<byte> inserted, long count)
    {
        var times = count < 0 ? Span.Length + 1L : Math.Min(count, Span.Length + 1L);
        if (Span.Length + times * inserted.Length > FormatSpec.MaxLength)
            return thread.Raise(ExceptionTypes.MemoryError);
        var output = new ByteBuilder((int)(Span.Length + times * inserted.Length));
        foreach (var unit in Span)
        {
            if (times-- > 0)
                output.Append(inserted);
            output.Append(unit);
        }
        if (times > 0)
            output.Append(inserted);
        return Make(output.ToArray());
    }
}
