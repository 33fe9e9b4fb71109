namespace PyCoro.Runtime.Tracebacks;

/// <summary>Pieces of text, each with the margin that exception groups draw at the left.</summary>
internal sealed class TracebackMargin
{
    /// <summary>What was written, piece by piece.</summary>
    internal List<string> Pieces { get; } = [];

    /// <summary>How deep in groups.</summary>
    internal int Depth { get; set; }

    /// <summary>The box of the last member has still to be closed.</summary>
    internal bool NeedsClose { get; set; }

    /// <summary>All of it.</summary>
    public override string ToString() => string.Concat(Pieces);

    /// <summary>Writes lines, each behind the margin.</summary>
    internal void Write(string text, char mark = '|')
    {
        if (text.Length == 0)
            return;
        if (Depth == 0)
        {
            Pieces.Add(text);
            return;
        }
        var output = new System.Text.StringBuilder();
        var lines = text.AsSpan();
        if (lines.EndsWith("\n"))
            lines = lines[..^1];
        foreach (var range in lines.Split('\n'))
        {
            output.Append(' ', 2 * Depth).Append(mark).Append(' ').Append(lines[range]).Append('\n');
            mark = '|';
        }
        Pieces.Add(output.ToString());
    }

    /// <summary>Writes as it is.</summary>
    internal void WriteRaw(string text) => Pieces.Add(text);
}
