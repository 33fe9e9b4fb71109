// Stripping and padding (library reference: String Methods): strip, center, zfill, expandtabs, removeprefix. Widths count
// code points.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyStr
{
    /// <summary>Return a copy without leading and trailing white space, or without the given characters there.</summary>
    [PyMethod("strip", Signature = "chars=None, /")]
    internal Value Strip(VmThread thread, Value chars) => Trim(thread, chars, Ends.Both, "strip");

    /// <summary>Return a copy without leading white space, or without the given characters there.</summary>
    [PyMethod("lstrip", Signature = "chars=None, /")]
    internal Value StripLeft(VmThread thread, Value chars) => Trim(thread, chars, Ends.Left, "lstrip");

    /// <summary>Return a copy without trailing white space, or without the given characters there.</summary>
    [PyMethod("rstrip", Signature = "chars=None, /")]
    internal Value StripRight(VmThread thread, Value chars) => Trim(thread, chars, Ends.Right, "rstrip");

    /// <summary>Return the string without the prefix, if it has it.</summary>
    [PyMethod("removeprefix")]
    internal PyStr RemovePrefix(PyStr prefix) =>
        prefix.Text.Length > 0 && Text.StartsWith(prefix.Text, StringComparison.Ordinal) ? Of(Text[prefix.Text.Length..]) : Exact();

    /// <summary>Return the string without the suffix, if it has it.</summary>
    [PyMethod("removesuffix")]
    internal PyStr RemoveSuffix(PyStr suffix) =>
        suffix.Text.Length > 0 && Text.EndsWith(suffix.Text, StringComparison.Ordinal) ? Of(Text[..^suffix.Text.Length]) : Exact();

    /// <summary>Return a copy padded on both sides to a width.</summary>
    [PyMethod("center", Signature = "width, fillchar=' ', /")]
    internal Value Center(VmThread thread, long width, Value fillchar)
    {
        var missing = width - Length;
        // CPython's rounding: the odd one goes left when the width is odd.
        var left = missing / 2 + (missing & width & 1);
        return Pad(thread, left, missing - left, fillchar);
    }

    /// <summary>Return a copy padded on the right to a width.</summary>
    [PyMethod("ljust", Signature = "width, fillchar=' ', /")]
    internal Value LeftJustify(VmThread thread, long width, Value fillchar) => Pad(thread, 0, width - Length, fillchar);

    /// <summary>Return a copy padded on the left to a width.</summary>
    [PyMethod("rjust", Signature = "width, fillchar=' ', /")]
    internal Value RightJustify(VmThread thread, long width, Value fillchar) => Pad(thread, width - Length, 0, fillchar);

    /// <summary>Pad a number with zeros on the left, behind its sign, to a width.</summary>
    [PyMethod("zfill")]
    internal Value ZeroFill(VmThread thread, long width)
    {
        var missing = width - Length;
        if (missing <= 0)
            return Exact();
        if (missing > FormatSpec.MaxLength)
            return thread.Raise(ExceptionTypes.MemoryError);
        var sign = Text.Length > 0 && Text[0] is '+' or '-' ? 1 : 0;
        return Value.Str(string.Concat(Text.AsSpan(0, sign), new string('0', (int)missing), Text.AsSpan(sign)));
    }

    /// <summary>Return a copy with tabs replaced by spaces up to the next multiple of tabsize.</summary>
    [PyMethod("expandtabs", Signature = "tabsize=8")]
    internal Value ExpandTabs(VmThread thread, int tabsize = 8)
    {
        if (!Text.Contains('\t'))
            return Exact();
        var output = new TextBuilder(stackalloc char[256]);
        var column = 0;
        foreach (var point in new CodePoints(Text))
        {
            if (point == '\t')
            {
                if (tabsize <= 0)
                    continue;
                var count = tabsize - column % tabsize;
                if ((long)output.Length + count > FormatSpec.MaxLength)
                {
                    output.Release();
                    return thread.OverflowError("new string is too long");
                }
                column += count;
                output.Append(' ', count);
                continue;
            }
            column = point is '\n' or '\r' ? 0 : column + 1;
            output.AppendPoint(point);
        }
        return Value.Str(output.Finish());
    }

    private Value Trim(VmThread thread, Value chars, Ends ends, string method)
    {
        if (chars.IsUnbound || chars.IsNone)
        {
            var (start, end) = Spans.TrimSpaces<char, TextUnits>(Text, ends);
            return end - start == Text.Length ? Exact() : Of(Text[start..end]);
        }
        if (chars.Ref is not PyStr set)
            return thread.TypeError($"{method} arg must be None or str");
        var (from, to) = set.IsBmp ? Spans.Trim(Text.AsSpan(), set.Text.AsSpan(), ends) : TrimCodePoints(set.Text, ends);
        return to - from == Text.Length ? Exact() : Of(Text[from..to]);
    }

    private (int Start, int End) TrimCodePoints(string set, Ends ends)
    {
        var points = new HashSet<int>();
        foreach (var point in new CodePoints(set))
            points.Add(point);
        int start = 0, end = Text.Length;
        while ((ends & Ends.Left) != 0 && start < end && CodePoints.At(Text, start) is var first && points.Contains(first))
            start += first > 0xFFFF ? 2 : 1;
        while ((ends & Ends.Right) != 0 && end > start && CodePoints.Before(Text, end) is var last && points.Contains(last))
            end -= last > 0xFFFF ? 2 : 1;
        return (start, end);
    }

    private Value Pad(VmThread thread, long left, long right, Value fillchar)
    {
        var fill = " ";
        if (!fillchar.IsUnbound)
        {
            if (fillchar.Ref is not PyStr given)
                return thread.TypeError($"The fill character must be a unicode character, not {fillchar.Type.Name}");
            if (given.Length != 1)
                return thread.TypeError("The fill character must be exactly one character long");
            fill = given.Text;
        }
        if (left + right <= 0)
            return Exact();
        if (Text.Length + (left + right) * fill.Length > FormatSpec.MaxLength)
            return thread.Raise(ExceptionTypes.MemoryError);
        var before = (int)left * fill.Length;
        return Value.Str(string.Create(
            Text.Length + (int)(left + right) * fill.Length,
            (before, Text, fill),
            static (room, state) =>
            {
                Spans.FillWith(room[..state.before], state.fill);
                state.Text.CopyTo(room[state.before..]);
                Spans.FillWith(room[(state.before + state.Text.Length)..], state.fill);
            }));
    }
}
