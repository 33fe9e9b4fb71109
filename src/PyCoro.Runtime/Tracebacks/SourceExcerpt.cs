// The source line of a traceback entry and the carets below it (PEP 657). The carets mark the failing part; for binary
// operators and subscripts the operator is marked by ^ and the operands by ~. No carets when they would cover the line.

using System.Text;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Syntax;
using PyCoro.Syntax.Ast;

namespace PyCoro.Runtime.Tracebacks;

internal static class SourceExcerpt
{
    private static readonly PyStr NoRanges = PyStr.Constant("no_debug_ranges");

    /// <summary>The lines to print, "" when the source is not to be had.</summary>
    internal static string Of(VmThread thread, PyTraceback entry)
    {
        var source = entry.Frame.Code.Source;
        var lines = thread.Interpreter.SourceLines(source.FileName);
        var number = (int)entry.LineNumber();
        if (lines is null || number < 1 || number > lines.Length)
            return "";
        var line = lines[number - 1];
        var stripped = line.Trim(' ', '\t', '\f', '\r', '\n');
        if (stripped.Length == 0)
            return "";
        var output = $"    {stripped}\n";
        var positions = source.Positions;
        if (entry.Lasti < 0 || entry.Lasti >= positions.Length || positions[entry.Lasti] is not { Line: > 0 } span || span.Line != number)
            return output;
        if (!HasColumns(thread))
            return output;
        return Carets(line, stripped, span) is { } carets ? $"{output}    {carets}\n" : output;
    }

    /// <summary>Not told to leave columns out (<c>-X no_debug_ranges</c>).</summary>
    internal static bool HasColumns(VmThread thread) =>
        thread.Interpreter.GetSys("_xoptions").Ref is not PyDict options || options.GetStr(NoRanges).IsUnbound;

    /// <summary>The marks below a line printed without its indentation; null when there are none to print.</summary>
    internal static string? Carets(string line, string stripped, SourceSpan span)
    {
        var start = UnitOffset(line, span.Column);
        var end = span.EndLine == span.Line ? UnitOffset(line, span.EndColumn) : line.AsSpan().TrimEnd().Length;
        var indent = line.Length - line.AsSpan().TrimStart(" \t\f").Length;
        if (end <= start || start < indent)
            return null;
        var anchors = span.EndLine == span.Line ? Anchors(line[start..end]) : null;
        if (anchors is null && start == indent && end - indent >= stripped.Length)
            return null;
        var output = new StringBuilder();
        for (var i = indent; i < end; i++)
        {
            // One mark a code point.
            if (char.IsLowSurrogate(line[i]))
                continue;
            var mark = i < start ? ' ' : anchors is not { } marks || (i - start >= marks.Start && i - start < marks.End) ? '^' : '~';
            output.Append(mark, CharacterWidths.IsWide(PointAt(line, i)) ? 2 : 1);
        }
        return output.ToString();
    }

    /// <summary>The operator within an expression's text, null when it is no binary operator or subscript.</summary>
    private static (int Start, int End)? Anchors(string segment)
    {
        Mod module;
        try
        {
            module = PythonSource.Parse(PythonSource.FromString(segment, "<traceback>"), ParseMode.File).Module;
        }
        catch (PythonSyntaxException)
        {
            return null;
        }
        if (module is not Module { Body: [ExprStmt { Value: var expression }] })
            return null;
        switch (expression)
        {
            case BinOp binary when binary.Right.Span.Line == binary.Left.Span.EndLine:
            {
                var start = UnitOffset(segment, binary.Left.Span.EndColumn);
                var end = UnitOffset(segment, binary.Right.Span.Column);
                while (start < end && (char.IsWhiteSpace(segment[start]) || segment[start] is ')' or '\\'))
                    start++;
                if (start >= end)
                    return null;
                var stop = start + 1;
                if (stop < end && !char.IsWhiteSpace(segment[stop]) && segment[stop] is not '(')
                    stop++;
                return (start, stop);
            }
            case Subscript subscript:
            {
                var start = UnitOffset(segment, subscript.Value.Span.EndColumn);
                while (start < segment.Length && segment[start] != '[')
                    start++;
                return (start, UnitOffset(segment, subscript.Span.EndColumn));
            }
            default:
                return null;
        }
    }

    private static int PointAt(string line, int index) =>
        index + 1 < line.Length && char.IsSurrogatePair(line[index], line[index + 1]) ? char.ConvertToUtf32(line[index], line[index + 1]) : line[index];

    /// <summary>Index of a column, given in UTF-8 bytes, in UTF-16 text.</summary>
    private static int UnitOffset(string line, int column)
    {
        var bytes = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (bytes >= column)
                return i;
            var unit = line[i];
            bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : char.IsSurrogate(unit) ? 2 : 3;
        }
        return line.Length;
    }
}
