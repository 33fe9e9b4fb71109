// Searching in a str (library reference: String Methods): find, index, count, startswith, replace.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyStr
{
    private const int Failed = -2;

    /// <summary>The lowest index where sub is found within self[start:end], -1 on failure.</summary>
    [PyMethod("find", Signature = "sub, start=None, end=None, /")]
    internal Value Find(VmThread thread, Value sub, Value start, Value end)
    {
        var found = Search(thread, sub, start, end, fromEnd: false);
        return found == Failed ? Value.Error : Value.Int(found);
    }

    /// <summary>The highest index where sub is found within self[start:end], -1 on failure.</summary>
    [PyMethod("rfind", Signature = "sub, start=None, end=None, /")]
    internal Value FindLast(VmThread thread, Value sub, Value start, Value end)
    {
        var found = Search(thread, sub, start, end, fromEnd: true);
        return found == Failed ? Value.Error : Value.Int(found);
    }

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
        if (sub.Ref is not PyStr sought)
            return thread.TypeError($"must be str, not {sub.Type.Name}");
        if (!SearchBounds.TryRead(thread, start, end, Length, out var bounds))
            return Value.Error;
        if (bounds.IsImpossible)
            return Value.Int(0);
        return Value.Int(sought.Text.Length == 0
            ? bounds.End - bounds.Start + 1
            : Spans.Count(Within(bounds), sought.Text.AsSpan()));
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
    internal Value Replace(VmThread thread, PyStr old, PyStr @new, long count = -1)
    {
        if (count == 0)
            return Exact();
        if (old.Text.Length == 0)
            return Interleave(thread, @new.Text, count);
        if (count < 0)
        {
            var replaced = old.Text.Length == 1 && @new.Text.Length == 1
                ? Text.Replace(old.Text[0], @new.Text[0])
                : Text.Replace(old.Text, @new.Text, StringComparison.Ordinal);
            return ReferenceEquals(replaced, Text) ? Exact() : Of(replaced);
        }
        var units = Spans.Replace(Text.AsSpan(), old.Text.AsSpan(), @new.Text.AsSpan(), count);
        return units is null ? Exact() : Of(new string(units));
    }

    /// <summary>Itself, or the text as a str when it is of a subclass.</summary>
    internal PyStr Exact() => ReferenceEquals(Type, TypeObject) ? this : Of(Text);

    private ReadOnlySpan<char> Within(SearchBounds bounds) => Text.AsSpan()[UnitOf(bounds.Start)..UnitOf(bounds.End)];

    private int Search(VmThread thread, Value sub, Value start, Value end, bool fromEnd)
    {
        if (sub.Ref is not PyStr sought)
        {
            thread.TypeError($"must be str, not {sub.Type.Name}");
            return Failed;
        }
        if (!SearchBounds.TryRead(thread, start, end, Length, out var bounds))
            return Failed;
        if (bounds.IsImpossible)
            return -1;
        if (sought.Text.Length == 0)
            return fromEnd ? bounds.End : bounds.Start;
        var span = Within(bounds);
        var found = fromEnd ? span.LastIndexOf(sought.Text.AsSpan()) : span.IndexOf(sought.Text.AsSpan());
        return found < 0 ? -1 : PointOf(found + UnitOf(bounds.Start));
    }

    private static Value FoundOrRaise(VmThread thread, int found) => found switch
    {
        Failed => Value.Error,
        < 0 => thread.ValueError("substring not found"),
        _ => Value.Int(found),
    };

    private Value TestEnd(VmThread thread, string method, Value affix, Value start, Value end)
    {
        if (!SearchBounds.TryRead(thread, start, end, Length, out var bounds))
            return Value.Error;
        var atStart = method == "startswith";
        if (affix.Ref is PyStr one)
            return Value.Bool(HasAffix(one, bounds, atStart));
        if (affix.Ref is not PyTuple several)
            return thread.TypeError($"{method} first arg must be str or a tuple of str, not {affix.Type.Name}");
        foreach (var item in several.Items)
        {
            if (item.Ref is not PyStr text)
                return thread.TypeError($"tuple for {method} must only contain str, not {item.Type.Name}");
            if (HasAffix(text, bounds, atStart))
                return Value.True;
        }
        return Value.False;
    }

    private bool HasAffix(PyStr affix, SearchBounds bounds, bool atStart)
    {
        if (bounds.IsImpossible)
            return false;
        var span = Within(bounds);
        return atStart ? span.StartsWith(affix.Text.AsSpan()) : span.EndsWith(affix.Text.AsSpan());
    }

    private Value Interleave(VmThread thread, string inserted, long count)
    {
        var times = count < 0 ? Length + 1L : Math.Min(count, Length + 1L);
        if (Text.Length + times * inserted.Length > FormatSpec.MaxLength)
            return thread.Raise(Exceptions.ExceptionTypes.MemoryError);
        var output = new TextBuilder((int)(Text.Length + times * inserted.Length));
        foreach (var point in new CodePoints(Text))
        {
            if (times-- > 0)
                output.Append(inserted);
            output.AppendPoint(point);
        }
        if (times > 0)
            output.Append(inserted);
        return Value.Str(output.Finish());
    }
}
