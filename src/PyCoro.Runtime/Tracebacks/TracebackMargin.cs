using System.Text;

namespace PyCoro.Runtime.Tracebacks;

/// <summary>Text with the margin that exception groups draw at the left.</summary>
internal sealed class TracebackMargin(StringBuilder output)
{
    /// <summary>How deep in groups.</summary>
    internal int Depth { get; set; }

    /// <summary>The box of the last member has still to be closed.</summary>
    internal bool NeedsClose { get; set; }

    /// <summary>Writes lines, each behind the margin.</summary>
    internal void Write(string text, char mark = '|')
    {
        if (Depth == 0)
        {
            output.Append(text);
            return;
        }
        var lines = text.AsSpan();
        if (lines.EndsWith("\n"))
            lines = lines[..^1];
        foreach (var range in lines.Split('\n'))
        {
            var line = lines[range];
            output.Append(' ', 2 * Depth).Append(mark).Append(' ').Append(line).Append('\n');
            mark = '|';
        }
    }

    /// <summary>Writes as it is.</summary>
    internal void WriteRaw(string text) => output.Append(text);
}
