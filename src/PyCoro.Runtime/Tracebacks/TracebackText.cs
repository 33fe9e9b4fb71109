// Tracebacks as CPython 3.11 prints them: chains, groups, notes, the source line and the carets below it. The one place
// that formats them; sys.excepthook and the reports of uncaught exceptions come here.

using System.Text;
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
    private const int MaxGroupWidth = 15;
    private const int MaxGroupDepth = 10;

    /// <summary>An exception with all it is chained to, ready to be written.</summary>
    internal static string Format(VmThread thread, PyException exception)
    {
        var output = new StringBuilder();
        FormatChain(thread, exception, new TracebackMargin(output), new HashSet<PyException>(ReferenceEqualityComparer.Instance));
        return output.ToString();
    }

    /// <summary>The entries of a traceback, without the heading line.</summary>
    internal static string FormatEntries(VmThread thread, PyTraceback? traceback)
    {
        var output = new StringBuilder();
        WriteEntries(thread, traceback, new TracebackMargin(output));
        return output.ToString();
    }

    private static void FormatChain(VmThread thread, PyException exception, TracebackMargin output, HashSet<PyException> seen)
    {
        // Chains are as long as the program makes them: walk, do not recurse.
        var chain = new List<(PyException Exception, string? Link)> { (exception, null) };
        seen.Add(exception);
        for (var link = exception; ;)
        {
            if (link.Cause is { } cause)
            {
                if (!seen.Add(cause))
                    break;
                chain.Add((cause, CauseText));
                link = cause;
            }
            else if (link.Context is { } context && !link.SuppressContext)
            {
                if (!seen.Add(context))
                    break;
                chain.Add((context, ContextText));
                link = context;
            }
            else
            {
                break;
            }
        }
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            if (ExceptionGroups.IsGroup(chain[i].Exception))
                FormatGroup(thread, chain[i].Exception, output, seen);
            else
                FormatOne(thread, chain[i].Exception, output);
            if (chain[i].Link is { } text)
                output.Write(text);
        }
    }

    private static void FormatOne(VmThread thread, PyException exception, TracebackMargin output)
    {
        if (exception.Traceback is { } traceback)
        {
            output.Write("Traceback (most recent call last):\n");
            WriteEntries(thread, traceback, output);
        }
        ExceptionLines.Write(thread, exception, output);
    }

    private static void FormatGroup(VmThread thread, PyException group, TracebackMargin output, HashSet<PyException> seen)
    {
        if (output.Depth > MaxGroupDepth)
        {
            output.Write($"... (max_group_depth is {MaxGroupDepth})\n");
            return;
        }
        var isTop = output.Depth == 0;
        if (isTop)
            output.Depth++;
        if (group.Traceback is { } traceback)
        {
            output.Write("Exception Group Traceback (most recent call last):\n", isTop ? '+' : '|');
            WriteEntries(thread, traceback, output);
        }
        ExceptionLines.Write(thread, group, output);
        var members = (group.Field(1).Ref as PyTuple)?.Items ?? [];
        var shown = Math.Min(members.Length, MaxGroupWidth + 1);
        output.NeedsClose = false;
        for (var i = 0; i < shown; i++)
        {
            var isLast = i == shown - 1;
            if (isLast)
                output.NeedsClose = true;
            var truncated = i >= MaxGroupWidth;
            var title = truncated ? "..." : (i + 1).ToString();
            output.WriteRaw($"{new string(' ', 2 * output.Depth)}{(i == 0 ? "+-" : "  ")}+---------------- {title} ----------------\n");
            output.Depth++;
            if (truncated)
            {
                var rest = members.Length - MaxGroupWidth;
                output.Write($"and {rest} more exception{(rest > 1 ? "s" : "")}\n");
            }
            else
            {
                FormatChain(thread, (PyException)members[i].Ref!, output, seen);
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
    }

    private static void WriteEntries(VmThread thread, PyTraceback? traceback, TracebackMargin output)
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
