// What is wrong with a source that did not parse. Runs only after a failure and may look at everything: all tokens, the
// token where the grammar failed, the part of the parse tree that exists, and the token source's own error.
// The order of precedence is CPython's: an error in a statement before the failing one, an error of the tokenizer at the
// failing token, a special error, a tokenizer error later in the file, and last "invalid syntax" at the failing token.

using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Building;
using PyCoro.Syntax.Grammar;

namespace PyCoro.Syntax.Errors;

internal static class SyntaxDiagnosis
{
    public static PythonSyntaxException Explain(
        SourceText source, TokenBuffer tokens, TokenReader reader, PythonRuleContext? tree, PyToken failed)
    {
        if (tree is not null && EarlierError(source, tokens, tree, ref failed) is { } earlier)
        {
            return earlier;
        }
        switch (failed.Type)
        {
            case PythonLexer.LEXICAL_ERROR when reader.Error is not null:
                return reader.Error;
            case PythonLexer.INDENT:
                return SyntaxErrors.Indentation(source, failed, "unexpected indent");
            case PythonLexer.DEDENT:
                return SyntaxErrors.Indentation(source, failed, "unexpected unindent");
        }
        // CPython reads on to the end for errors in tokens; indentation is none.
        return reader.Error is { Kind: SyntaxErrorKind.SyntaxError } later
            ? later
            : SyntaxErrors.At(source, failed, "invalid syntax");
    }

    public static PythonSyntaxException TooDeep(SourceText source, PyToken token) =>
        SyntaxErrors.At(source, token, "too many nested expressions", SyntaxErrorKind.RecursionError);

    // What the AST builder would have refused in the statements that were complete. The failing one, and those it stands
    // in, are the last child of the last child and so on; everything before those is complete.
    private static PythonSyntaxException? EarlierError(
        SourceText source, TokenBuffer tokens, PythonRuleContext tree, ref PyToken failed)
    {
        var builder = new AstBuilder(source, tokens, []);
        while (tree.Count > 0)
        {
            for (var i = 0; i < tree.Count - 1; i++)
            {
                if (tree[i] is not PythonRuleContext { RuleIndex: PythonParser.RULE_statement or PythonParser.RULE_simpleStatement } statement)
                {
                    continue;
                }
                try
                {
                    builder.Check(statement);
                }
                catch (PythonSyntaxException error)
                {
                    return error;
                }
                catch (ParseFailedException failure)
                {
                    failed = failure.Token;
                    return null;
                }
                catch (ParseTooDeepException tooDeep)
                {
                    return TooDeep(source, tooDeep.Token);
                }
            }
            if (tree[tree.Count - 1] is not PythonRuleContext last)
            {
                break;
            }
            tree = last;
        }
        return null;
    }
}
