// The part of a traceback that only SyntaxErrors have: where in which text. Tools that only parse print it as the runtime's
// tracebacks do, so it is formatted here, once.

using System.Text;

namespace PyCoro.Syntax;

/// <summary>Shows where a source is wrong, as CPython prints it (library reference: SyntaxError).</summary>
public static class SyntaxErrorText
{
    private const string Indent = "    ";

    /// <summary>The whole report: place, text, marks and message, each line with its end.</summary>
    public static string Format(PythonSyntaxException error)
    {
        var report = new StringBuilder();
        if (error.Line > 0)
        {
            report.Append($"  File \"{error.FileName}\", line {error.Line}\n");
            // Of the subclasses CPython shows where they start only.
            AppendText(report, error.Text, error.Offset, error.Kind == SyntaxErrorKind.SyntaxError ? error.EndOffset : error.Offset);
        }
        return report.Append($"{error.Kind}: {error.Message}\n").ToString();
    }

    /// <summary>Appends the line, without the whitespace before it, and the marks below it.</summary>
    /// <param name="report">What to append to.</param>
    /// <param name="text">The line; nothing is appended when it is null.</param>
    /// <param name="offset">Where the marks begin, from 1, in characters of the whole line; none when it lies before the text.</param>
    /// <param name="endOffset">Where they end, exclusive; one mark when it is not behind <paramref name="offset"/>.</param>
    public static void AppendText(StringBuilder report, string? text, int offset, int endOffset)
    {
        if (text is null)
            return;
        var marks = endOffset > offset && endOffset > 0 ? endOffset - offset : 1;
        var line = text.EndsWith('\n') ? text[..^1] : text;
        var shown = line.TrimStart(' ', '\t', '\f');
        var column = offset - 1 - (line.Length - shown.Length);
        column = Math.Min(column, Encoding.UTF8.GetByteCount(shown));
        // Of a text of several lines only the last is shown that the marks are in.
        for (var end = shown.IndexOf('\n'); end >= 0 && end < column; end = shown.IndexOf('\n'))
        {
            shown = shown[(end + 1)..];
            column -= end + 1;
        }
        report.Append(Indent).Append(shown).Append('\n');
        if (column >= 0)
            report.Append(Indent).Append(' ', column).Append('^', marks).Append('\n');
    }
}
