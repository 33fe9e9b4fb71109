using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Grammar;

namespace PyCoro.Syntax.Errors;

/// <summary>Makes errors whose carets cover a token, a node or a stretch between two.</summary>
internal static class SyntaxErrors
{
    public static PythonSyntaxException At(
        SourceText source, PyToken token, string message, SyntaxErrorKind kind = SyntaxErrorKind.SyntaxError)
    {
        switch (token.Type)
        {
            case PythonLexer.NEWLINE:
                // CPython's token starts at the comment before the line end, and leaves the line end itself out.
                var comment = CommentBefore(source, token);
                return Between(source, new SourceSpan(
                    token.Line, source.ByteColumn(token.Line, comment), token.Line, token.Column), message, kind);
            case PythonLexer.INDENT or PythonLexer.DEDENT:
                // CPython counts what it has read of the line, which is the indentation.
                return token.StartIndex >= source.Text.Length
                    ? AtEnd(source, message, kind)
                    : new(kind, message, source.FileName, token.Line, source.ErrorColumn(token.Line, token.Column),
                        source.LineText(token.Line), token.Line, -1);
            case PythonLexer.Eof:
                return AtEnd(source, message, kind);
            default:
                return Between(source, new SourceSpan(token.Line, token.Column, token.EndLine, token.EndColumn), message, kind);
        }
    }

    /// <summary>A warning about a token, which is a DeprecationWarning.</summary>
    public static SyntaxWarning Deprecated(SourceText source, PyToken token, string message)
    {
        // To CPython's parser every line ends with a line end.
        var error = At(source, token, message);
        var text = error.Text!.EndsWith('\n') ? error.Text : error.Text + "\n";
        return new SyntaxWarning("DeprecationWarning", new PythonSyntaxException(
            error.Kind, message, error.FileName, error.Line, error.Offset, text, error.EndLine, error.EndOffset));
    }

    public static PythonSyntaxException At(SourceText source, Node node, string message) =>
        Between(source, node.Span, message);

    public static PythonSyntaxException Between(
        SourceText source, SourceSpan span, string message, SyntaxErrorKind kind = SyntaxErrorKind.SyntaxError) =>
        new(kind, message, source.FileName,
            span.Line, source.ErrorColumn(span.Line, span.Column) + 1, source.LineText(span.Line),
            span.EndLine, source.ErrorEndColumn(span.Line, span.EndLine, span.EndColumn) + 1);

    /// <summary>An error that starts at a byte column and says no end.</summary>
    public static PythonSyntaxException From(SourceText source, int line, int column, string message) =>
        new(SyntaxErrorKind.SyntaxError, message, source.FileName,
            line, source.ErrorColumn(line, column) + 1, source.LineText(line), line, 0);

    // Behind the last line that holds something.
    private static PythonSyntaxException AtEnd(SourceText source, string message, SyntaxErrorKind kind)
    {
        var line = source.LineCount > 1 && source.Text.EndsWith('\n') ? source.LineCount - 1 : source.LineCount;
        var text = source.LineText(line)!;
        return new(kind, message, source.FileName, line, text.TrimEnd('\n').Length + 1, text, line, -1);
    }

    /// <summary>An error at the end of the file, which CPython gives no columns.</summary>
    public static PythonSyntaxException AtEndOfFile(SourceText source, string message)
    {
        if (source.Text.Length == 0)
        {
            return new(SyntaxErrorKind.SyntaxError, message, source.FileName, 0, 0, "", 0, 0);
        }
        var at = AtEnd(source, message, SyntaxErrorKind.SyntaxError);
        return new(at.Kind, message, source.FileName, at.Line, 0, at.Text, at.Line, 0);
    }

    // Offset of the comment between the last token of the line and its NEWLINE, or of the NEWLINE.
    private static int CommentBefore(SourceText source, PyToken newline)
    {
        var start = newline.Line == newline.EndLine
            ? source.OffsetOf(newline.EndLine, newline.EndColumn)
            : source.LineStart(newline.Line);
        var comment = source.Text.AsSpan(start, newline.StartIndex - start).IndexOf('#');
        return comment < 0 ? newline.StartIndex : start + comment;
    }

    public static PythonSyntaxException Indentation(SourceText source, PyToken token, string message) =>
        At(source, token, message, SyntaxErrorKind.IndentationError);
}
