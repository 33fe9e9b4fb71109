// Splitting a str (library reference: String Methods): split, rsplit, splitlines, partition.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyStr
{
    private const int PartsOnStack = 32;

    /// <summary>Return a list of the substrings in the string, using sep as the separator string.
    ///
    ///   sep
    ///     The separator used to split the string.
    ///
    ///     When set to None (the default value), will split on any whitespace
    ///     character (including \\n \\r \\t \\f and spaces) and will discard
    ///     empty strings from the result.
    ///   maxsplit
    ///     Maximum number of splits (starting from the left).
    ///     -1 (the default value) means no limit.
    ///
    /// Note, str.split() is mainly useful for data that has been intentionally
    /// delimited.  With natural text that includes punctuation, consider using
    /// the regular expression module.</summary>
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

    /// <summary>Return a list of the substrings in the string, using sep as the separator string.
    ///
    ///   sep
    ///     The separator used to split the string.
    ///
    ///     When set to None (the default value), will split on any whitespace
    ///     character (including \\n \\r \\t \\f and spaces) and will discard
    ///     empty strings from the result.
    ///   maxsplit
    ///     Maximum number of splits (starting from the left).
    ///     -1 (the default value) means no limit.
    ///
    /// Splitting starts at the end of the string and works to the front.</summary>
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

    /// <summary>Return a list of the lines in the string, breaking at line boundaries.
    ///
    /// Line breaks are not included in the resulting list unless keepends is given and
    /// true.</summary>
    [PyMethod("splitlines", Signature = "keepends=False")]
    internal Value SplitLines(VmThread thread, bool keepends = false)
    {
        var parts = new Parts(stackalloc (int, int)[PartsOnStack]);
        Spans.SplitLines<char, TextUnits>(Text, keepends, ref parts);
        return ListOf(ref parts);
    }

    /// <summary>Partition the string into three parts using the given separator.
    ///
    /// This will search for the separator in the string.  If the separator is found,
    /// returns a 3-tuple containing the part before the separator, the separator
    /// itself, and the part after it.
    ///
    /// If the separator is not found, returns a 3-tuple containing the original string
    /// and two empty strings.</summary>
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

    /// <summary>Partition the string into three parts using the given separator.
    ///
    /// This will search for the separator in the string, starting at the end. If
    /// the separator is found, returns a 3-tuple containing the part before the
    /// separator, the separator itself, and the part after it.
    ///
    /// If the separator is not found, returns a 3-tuple containing two empty strings
    /// and the original string.</summary>
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
