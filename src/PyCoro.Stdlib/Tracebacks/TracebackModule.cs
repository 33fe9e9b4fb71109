using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Tracebacks;
using PyCoro.Runtime.Values;
using PyCoro.Syntax.Ast;

namespace PyCoro.Stdlib.Tracebacks;

/// <summary>The rules of printed tracebacks that the module traceback shares with the interpreter.</summary>
[PyModule("_traceback")]
internal static partial class TracebackModule
{
    [PyConstant("TracebackType")]
    private static PyType TracebackType => PyTraceback.TypeObject;

    /// <summary>Where the instruction of a traceback entry stands: line, end line, column and end column in UTF-8 bytes.</summary>
    [PyFunction("position")]
    private static Value Position(VmThread thread, PyTraceback entry)
    {
        var positions = entry.Frame.Code.Source.Positions;
        var span = entry.Lasti >= 0 && entry.Lasti < positions.Length ? positions[entry.Lasti] : default;
        return span.Line == 0 || !SourceExcerpt.HasColumns(thread)
            ? PyTuple.Of(Value.Int(entry.LineNumber()), Value.None, Value.None, Value.None)
            : PyTuple.Of(Value.Int(span.Line), Value.Int(span.EndLine), Value.Int(span.Column), Value.Int(span.EndColumn));
    }

    /// <summary>The marks below a source line that is printed without its indentation, None when there are none.</summary>
    [PyFunction("carets")]
    private static string? Carets(string line, int lineno, int endLineno, int colno, int endColno) =>
        SourceExcerpt.Carets(line, line.Trim(' ', '\t', '\f', '\r', '\n'), new SourceSpan(lineno, colno, endLineno, endColno));

    /// <summary>The lines of a TracebackException, in the order they are printed.</summary>
    [PyFunction("layout")]
    private static Value Layout(VmThread thread, Value snapshot, bool chain)
    {
        var output = new TracebackMargin();
        if (!TracebackText.TryFormat(new ExceptionSnapshot(thread, snapshot), chain, output))
            return Value.Error;
        var lines = new PyList();
        foreach (var piece in output.Pieces)
            lines.Append(Value.Str(piece));
        return lines;
    }

    /// <summary>The lines of a source file, decoded by its own declaration; None when it cannot be read.</summary>
    [PyFunction("source_lines")]
    private static Value SourceLines(VmThread thread, string name)
    {
        if (thread.Interpreter.SourceLines(name) is not { } lines)
            return Value.None;
        var list = new PyList();
        for (var i = 0; i < lines.Length; i++)
        {
            var isLast = i == lines.Length - 1;
            if (!isLast || lines[i].Length > 0)
                list.Append(Value.Str(isLast ? lines[i] : lines[i] + "\n"));
        }
        return list;
    }
}
