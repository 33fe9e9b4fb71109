using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Grammar;

namespace PyCoro.Syntax.Errors;

/// <summary>Makes errors whose carets cover a token, a node or a stretch between two.</summary>
internal static class SyntaxErrors
{
    public static PythonSyntaxException At(
        SourceText source, PyToken token, string message, SyntaxErrorKind kind = SyntaxErrorKind.SyntaxError)
    {
        var made = token.Type is PythonLexer.NEWLINE or PythonLexer.INDENT or PythonLexer.DEDENT or PythonLexer.Eof;
        return Between(source, new SourceSpan(token.Line, token.Column,
            made ? token.Line : token.EndLine, made ? token.Column + token.End - token.StartIndex : token.EndColumn), message, kind);
    }

    public static PythonSyntaxException At(SourceText source, Node node, string message) =>
        Between(source, node.Span, message);

    public static PythonSyntaxException Between(
        SourceText source, SourceSpan span, string message, SyntaxErrorKind kind = SyntaxErrorKind.SyntaxError) =>
        new(kind, message, source.FileName,
            span.Line, source.CharacterColumn(span.Line, span.Column) + 1, source.LineText(span.Line),
            span.EndLine, source.CharacterColumn(span.EndLine, span.EndColumn) + 1);

    public static PythonSyntaxException Indentation(SourceText source, PyToken token, string message) =>
        At(source, token, message, SyntaxErrorKind.IndentationError);
}
