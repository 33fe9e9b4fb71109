// Splitting a str (library reference: String Methods): split, rsplit, splitlines, partition.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyStr
{
    private const int PartsOnStack = 32;

    /// <summary>Return a list of the parts between the separators, or between runs of white space.</summary>
    [PyMethod("split", Signature = "sep=None, maxsplit=-1")]
    internal Value Split(VmThread thread, Value sep, long maxsplit = -1)
    {
        var parts = new Parts(stackalloc (int, int)[PartsOnStack]);
        if (sep.IsUnbound || sep.IsNone)
            Spans.SplitSpaces<char, TextUnits>(Text, maxsplit, ref parts);
        else if (Separator(thread, sep, "str or None") is { } separator)
            Spans.Split(Text.AsSpan(), separator.Text.AsSpan(), maxsplit, ref parts);
        else
            return Value.Error;
        return ListOf(ref parts);
    }

    /// <summary>Return a list of the parts between the separators, or between runs of white space, splitting from the end.</summary>
    [PyMethod("rsplit", Signature = "sep=None, maxsplit=-1")]
    internal Value SplitFromEnd(VmThread thread, Value sep, long maxsplit = -1)
    {
        var parts = new Parts(stackalloc (int, int)[PartsOnStack]);
        if (sep.IsUnbound || sep.IsNone)
            Spans.SplitSpacesFromEnd<char, TextUnits>(Text, maxsplit, ref parts);
        else if (Separator(thread, sep, "str or None") is { } separator)
            Spans.SplitFromEnd(Text.AsSpan(), separator.Text.AsSpan(), maxsplit, ref parts);
        else
            return Value.Error;
        return ListOf(ref parts);
    }

    /// <summary>Return a list of the lines, without their ends unless keepends is true.</summary>
    [PyMethod("splitlines", Signature = "keepends=False")]
    internal Value SplitLines(VmThread thread, int keepends = 0)
    {
        var parts = new Parts(stackalloc (int, int)[PartsOnStack]);
        Spans.SplitLines<char, TextUnits>(Text, keepends != 0, ref parts);
        return ListOf(ref parts);
    }

    /// <summary>Return what is before the separator, the separator and what is after it; itself and twice nothing without one.</summary>
    [PyMethod("partition")]
    internal Value Partition(VmThread thread, Value sep)
    {
        if (Separator(thread, sep) is not { } separator)
            return Value.Error;
        var found = Text.AsSpan().IndexOf(separator.Text.AsSpan());
        return found < 0
            ? PyTuple.Of(Exact(), Empty, Empty)
            : PyTuple.Of(Of(Text[..found]), separator, Of(Text[(found + separator.Text.Length)..]));
    }

    /// <summary>Return what is before the last separator, the separator and what is after it; twice nothing and itself without one.</summary>
    [PyMethod("rpartition")]
    internal Value PartitionLast(VmThread thread, Value sep)
    {
        if (Separator(thread, sep) is not { } separator)
            return Value.Error;
        var found = Text.AsSpan().LastIndexOf(separator.Text.AsSpan());
        return found < 0
            ? PyTuple.Of(Empty, Empty, Exact())
            : PyTuple.Of(Of(Text[..found]), separator, Of(Text[(found + separator.Text.Length)..]));
    }

    private static PyStr? Separator(VmThread thread, Value sep, string wanted = "str")
    {
        if (sep.Ref is not PyStr separator)
        {
            thread.TypeError($"must be {wanted}, not {sep.Type.Name}");
            return null;
        }
        if (separator.Text.Length > 0)
            return separator;
        thread.ValueError("empty separator");
        return null;
    }

    private PyList ListOf(ref Parts parts)
    {
        var items = new Value[parts.Count];
        var text = Text;
        for (var i = 0; i < items.Length; i++)
        {
            var (start, end) = parts[i];
            items[i] = end - start == text.Length ? Exact() : end - start == 1 ? Of(text[start]) : Of(text[start..end]);
        }
        parts.Release();
        return new PyList(items);
    }
}
