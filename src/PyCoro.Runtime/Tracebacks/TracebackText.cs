// Tracebacks as CPython 3.11 prints them: chains, groups, notes, the source line and the carets below it. The one place
// that lays them out; sys.excepthook, the reports of uncaught exceptions and the module traceback come here.

using System.Numerics;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Tracebacks;

internal static class TracebackText
{
    private const string CauseText = "\nThe above exception was the direct cause of the following exception:\n\n";
    private const string ContextText = "\nDuring handling of the above exception, another exception occurred:\n\n";
    private const int MaxRepeats = 3;
    private static readonly PyStr LimitName = PyStr.Constant("tracebacklimit");

    /// <summary>An exception with all it is chained to, ready to be written.</summary>
    internal static string Format(VmThread thread, PyException exception)
    {
        var output = new TracebackMargin();
        TryFormat(new LiveException(thread, exception), isChained: true, output);
        return output.ToString();
    }

    /// <summary>Lays out an exception, with its causes when it is chained; false leaves an exception pending.</summary>
    internal static bool TryFormat(TracebackNode exception, bool isChained, TracebackMargin output) =>
        TryFormatChain(exception, isChained, output, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static bool TryFormatChain(TracebackNode exception, bool isChained, TracebackMargin output, HashSet<object> seen)
    {
        // Chains are as long as the program makes them: walk, do not recurse.
        var chain = new List<(TracebackNode Exception, string? Link)> { (exception, null) };
        seen.Add(exception.Identity);
        for (var link = exception; isChained;)
        {
            var cause = link.Cause;
            var next = cause ?? link.Context;
            if (next is null || !seen.Add(next.Identity))
                break;
            chain.Add((next, cause is null ? ContextText : CauseText));
            link = next;
        }
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            if (!TryFormatOne(chain[i].Exception, isChained, output, seen))
                return false;
            if (chain[i].Link is { } text)
                output.Write(text);
        }
        return true;
    }

    private static bool TryFormatOne(TracebackNode exception, bool isChained, TracebackMargin output, HashSet<object> seen)
    {
        if (exception.Members is { } members)
            return TryFormatGroup(exception, members, isChained, output, seen);
        return exception.WriteStack(output, "Traceback (most recent call last):\n", '|') && exception.WriteSummary(output);
    }

    private static bool TryFormatGroup(
        TracebackNode group, IReadOnlyList<TracebackNode> members, bool isChained, TracebackMargin output, HashSet<object> seen)
    {
        if (output.Depth > group.MaxGroupDepth)
        {
            output.Write($"... (max_group_depth is {group.MaxGroupDepth})\n");
            return true;
        }
        var isTop = output.Depth == 0;
        if (isTop)
            output.Depth++;
        if (!group.WriteStack(output, "Exception Group Traceback (most recent call last):\n", isTop ? '+' : '|') || !group.WriteSummary(output))
            return false;
        var width = group.MaxGroupWidth;
        var shown = Math.Min(members.Count, width + 1);
        output.NeedsClose = false;
        for (var i = 0; i < shown; i++)
        {
            var isLast = i == shown - 1;
            if (isLast)
                output.NeedsClose = true;
            var truncated = i >= width;
            var title = truncated ? "..." : (i + 1).ToString();
            output.WriteRaw($"{new string(' ', 2 * output.Depth)}{(i == 0 ? "+-" : "  ")}+---------------- {title} ----------------\n");
            output.Depth++;
            if (truncated)
            {
                var rest = members.Count - width;
                output.Write($"and {rest} more exception{(rest > 1 ? "s" : "")}\n");
            }
            else if (!TryFormatChain(members[i], isChained, output, seen))
            {
                return false;
            }
            if (isLast && output.NeedsClose)
            {
                output.WriteRaw($"{new string(' ', 2 * output.Depth)}+------------------------------------\n");
                output.NeedsClose = false;
            }
            output.Depth--;
        }
        if (isTop)
            output.Depth = 0;
        return true;
    }

    /// <summary>The entries that <c>sys.tracebacklimit</c> leaves: the last ones.</summary>
    internal static PyTraceback? Limit(VmThread thread, PyTraceback? traceback)
    {
        if (thread.Interpreter.GetSys(LimitName.Text) is not { IsUnbound: false } limit || limit.Ref is not (null or PyInt) || !limit.TryGetBigInteger(out var count))
            return traceback;
        var entries = 0L;
        for (var entry = traceback; entry is not null; entry = entry.Next)
            entries++;
        for (; traceback is not null && entries > BigInteger.Max(0, count); entries--)
            traceback = traceback.Next;
        return traceback;
    }

    /// <summary>Writes the entries of a traceback; long repetitions are counted.</summary>
    internal static void WriteEntries(VmThread thread, PyTraceback? traceback, TracebackMargin output)
    {
        (string File, long Line, string Name) last = default;
        var repeats = 0;
        for (var entry = traceback; entry is not null; entry = entry.Next)
        {
            var code = entry.Frame.Code;
            var key = (code.Source.FileName, entry.LineNumber(), code.Name.Text);
            if (key == last)
            {
                repeats++;
            }
            else
            {
                WriteRepeats(output, repeats);
                last = key;
                repeats = 1;
            }
            if (repeats > MaxRepeats)
                continue;
            output.Write($"  File \"{key.FileName}\", line {key.Item2}, in {key.Item3}\n");
            output.Write(SourceExcerpt.Of(thread, entry));
        }
        WriteRepeats(output, repeats);
    }

    private static void WriteRepeats(TracebackMargin output, int repeats)
    {
        var more = repeats - MaxRepeats;
        if (more > 0)
            output.Write($"  [Previous line repeated {more} more time{(more > 1 ? "s" : "")}]\n");
    }
}
