// What is wrong with a source that did not parse. Runs only after a failure and may look at everything: all tokens, the
// token where the grammar failed, the part of the parse tree that exists, and the token source's own error.
// The order of precedence is CPython's: an error of the tokenizer at the failing token, a special error for something
// before it, a tokenizer error later in the file, and last the general "invalid syntax" at the failing token.

using PyCoro.Syntax.Grammar;

namespace PyCoro.Syntax.Errors;

internal static class SyntaxDiagnosis
{
    public static PythonSyntaxException Explain(
        SourceText source, TokenBuffer tokens, TokenReader reader, PythonParser parser, PyToken failed)
    {
        if (failed.Type == PythonLexer.LEXICAL_ERROR && reader.Error is not null)
        {
            return reader.Error;
        }
        if (failed.Type == PythonLexer.INDENT)
        {
            return SyntaxErrors.Indentation(source, failed, "unexpected indent");
        }
        if (failed.Type == PythonLexer.DEDENT)
        {
            return SyntaxErrors.Indentation(source, failed, "unexpected unindent");
        }
        return reader.Error ?? SyntaxErrors.At(source, failed, "invalid syntax");
    }

    public static PythonSyntaxException TooDeep(SourceText source, PyToken token) =>
        SyntaxErrors.At(source, token, "too many nested expressions", SyntaxErrorKind.RecursionError);
}
