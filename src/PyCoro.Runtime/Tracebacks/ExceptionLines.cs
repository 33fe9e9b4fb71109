using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Tracebacks;

/// <summary>The lines that name an exception: type and text, for syntax errors the place, then notes.</summary>
internal static class ExceptionLines
{
    private static readonly PyStr NotesName = PyStr.Constant("__notes__");

    internal static void Write(VmThread thread, PyException exception, TracebackMargin output)
    {
        var saved = thread.Pending;
        thread.Pending = null;
        if (exception.Type.IsSubtypeOf(ExceptionTypes.SyntaxError) && exception.Field(2).TryGetInt64(out var line))
            WriteSyntaxError(thread, exception, line, output);
        else
            WriteNamed(thread, exception, Text(thread, exception), output, Suggestions.For(thread, exception));
        WriteNotes(thread, exception, output);
        thread.Pending = saved;
    }

    /// <summary>The line that names an exception, without suggestions and notes.</summary>
    internal static void WriteName(VmThread thread, PyException exception, TracebackMargin output) =>
        WriteNamed(thread, exception, Text(thread, exception), output);

    private static void WriteNamed(VmThread thread, PyException exception, string text, TracebackMargin output, string suggestion = "")
    {
        var module = exception.Type.ModuleAndQualName(thread);
        thread.Pending = null;
        var name = module.Ref is PyStr qualified ? qualified.Text : exception.Type.Name;
        if (name.StartsWith("__main__.", StringComparison.Ordinal))
            name = name["__main__.".Length..];
        output.Write(text.Length == 0 ? $"{name}{suggestion}\n" : $"{name}: {text}{suggestion}\n");
    }

    private static string Text(VmThread thread, PyException exception)
    {
        var text = Texts.Str(thread, exception);
        if (text is not null)
            return text.Text;
        thread.Pending = null;
        return "<exception str() failed>";
    }

    private static void WriteSyntaxError(VmThread thread, PyException exception, long line, TracebackMargin output)
    {
        var file = exception.Field(1).IsNone ? "<string>" : Texts.Str(thread, exception.Field(1))?.Text ?? "";
        output.Write($"  File \"{file}\", line {line}\n");
        if (exception.Field(4).Ref is PyStr source)
            WriteCarets(exception, line, source.Text, output);
        var message = exception.Field(0).Ref is PyStr text ? text.Text : exception.Field(0).IsNone ? "<no detail available>" : Texts.Str(thread, exception.Field(0))?.Text ?? "";
        WriteNamed(thread, exception, message, output);
    }

    private static void WriteCarets(PyException exception, long line, string source, TracebackMargin output)
    {
        var text = source.TrimEnd('\n', '\r');
        var stripped = text.TrimStart(' ', '\t', '\f');
        output.Write($"    {stripped.TrimEnd()}\n");
        if (!exception.Field(3).TryGetInt64(out var offset) || offset <= 0)
            return;
        if (!exception.Field(6).TryGetInt64(out var end) || end == 0 || end == -1 || (exception.Field(5).TryGetInt64(out var endLine) && endLine > line))
            end = exception.Field(5).TryGetInt64(out var last) && last > line ? CodePoints(text.TrimEnd()) + 1 : offset + 1;
        // Of the subclasses CPython marks where they start only.
        if (offset == end || end == -1 || exception.Type != ExceptionTypes.SyntaxError)
            end = offset + 1;
        var indent = CodePoints(text) - CodePoints(stripped);
        var column = offset - 1 - indent;
        if (column < 0)
            return;
        var margin = new System.Text.StringBuilder();
        foreach (var unit in stripped.AsSpan(0, (int)Math.Min(column, stripped.Length)))
            margin.Append(char.IsWhiteSpace(unit) ? unit : ' ');
        while (margin.Length < column)
            margin.Append(' ');
        output.Write($"    {margin}{new string('^', (int)Math.Max(1, Math.Min(end - offset, System.Text.Encoding.UTF8.GetByteCount(stripped) - column)))}\n");
    }

    private static void WriteNotes(VmThread thread, PyException exception, TracebackMargin output)
    {
        var notes = Attributes.TryGet(thread, exception, NotesName);
        if (notes.IsSentinel)
        {
            thread.Pending = null;
            return;
        }
        if (!SequenceOperators.IsSequence(notes))
        {
            output.Write(Texts.Repr(thread, notes)?.Text ?? "<__notes__ repr() failed>");
            thread.Pending = null;
            return;
        }
        foreach (var note in Iteration.ToArray(thread, notes) ?? [])
        {
            var text = Texts.Str(thread, note)?.Text ?? "<note str() failed>";
            thread.Pending = null;
            foreach (var part in text.Split('\n'))
                output.Write($"{part}\n");
        }
    }

    private static int CodePoints(string text) => PyStr.Of(text).Length;
}
