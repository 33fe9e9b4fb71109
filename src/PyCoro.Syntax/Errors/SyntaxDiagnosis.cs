// What is wrong with a source that did not parse. Runs only after a failure and may look at everything: all tokens, the
// token where the grammar failed, the part of the parse tree that exists, and the token source's own error.
// The order of precedence is CPython's: an error in a statement before the failing one, a string that cannot be read, an
// error of the tokenizer at the failing token, a special error, and last "invalid syntax" at the failing token; but an
// error in a token or an open bracket further on wins over the last two.

using PyCoro.Syntax.Building;
using PyCoro.Syntax.Grammar;
using PyCoro.Syntax.Literals;
using L = PyCoro.Syntax.Grammar.PythonLexer;
using P = PyCoro.Syntax.Grammar.PythonParser;

namespace PyCoro.Syntax.Errors;

/// <summary>A parse that failed.</summary>
/// <param name="Source">The source.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Reader">Where they come from.</param>
/// <param name="Tree">The parse tree as far as it got.</param>
/// <param name="Failed">The token that did not fit.</param>
/// <param name="Expected">The type of the only token that would have, or 0.</param>
internal sealed record FailedParse(
    SourceText Source, TokenBuffer Tokens, TokenReader Reader, PythonRuleContext? Tree, PyToken Failed, int Expected)
{
    /// <summary>The last token that was looked at: looking for special errors may go beyond the failing one.</summary>
    public int Reached { get; set; } = Failed.TokenIndex;

    /// <summary>A token relative to the failing one.</summary>
    public PyToken? Near(int distance)
    {
        var index = Failed.TokenIndex + distance;
        return index >= 0 && index < Tokens.Size ? Tokens.All[index] : null;
    }

    /// <summary>The contexts that end at the failing token, outermost first: the root, its last child, and so on.</summary>
    public List<PythonRuleContext> Path()
    {
        var path = new List<PythonRuleContext>();
        for (var at = Tree; at is not null; at = at.Count > 0 ? at[at.Count - 1] as PythonRuleContext : null)
        {
            path.Add(at);
        }
        return path;
    }
}

internal static class SyntaxDiagnosis
{
    public static PythonSyntaxException Explain(FailedParse parse)
    {
        var failed = parse.Failed;
        if (EarlierError(parse, ref failed) is { } earlier)
        {
            return earlier;
        }
        if (failed != parse.Failed)
        {
            parse = parse with { Failed = failed, Expected = 0, Tree = null };
        }
        if (UnreadableString(parse) is { } unreadable)
        {
            return unreadable;
        }
        if (failed.Type == L.LEXICAL_ERROR && parse.Reader.Error is not null)
        {
            return parse.Reader.Error;
        }
        var open = parse.Reader.OpenBrackets.FirstOrDefault();
        if (open is not null && failed.Type is L.Eof or L.DEDENT)
        {
            return NeverClosed(parse.Source, open);
        }
        parse = InsideWith(parse);
        var special = MissingPieces.Find(parse) ?? MissingComma.Find(parse) ?? MissingComma.FindEquals(parse)
            ?? MissingComma.FindWalrus(parse);
        if (special is null && failed.Type is L.INDENT or L.DEDENT)
        {
            return SyntaxErrors.Indentation(
                parse.Source, failed, failed.Type == L.INDENT ? "unexpected indent" : "unexpected unindent");
        }
        // CPython reads on to the end for errors in tokens; wrong indentation is none.
        if (parse.Reader is { ErrorIsInToken: true, Error: { } later })
        {
            return later;
        }
        return open is not null && parse.Tokens.All[Math.Max(parse.Reached, failed.TokenIndex)].Line > open.Line
            ? NeverClosed(parse.Source, open)
            : special ?? SyntaxErrors.At(parse.Source, failed, "invalid syntax");
    }

    public static PythonSyntaxException TooDeep(SourceText source, PyToken token) =>
        SyntaxErrors.At(source, token, "too many nested expressions", SyntaxErrorKind.RecursionError);

    private static PythonSyntaxException NeverClosed(SourceText source, PyToken open) =>
        SyntaxErrors.From(source, open.Line, open.Column, $"'{open.Text}' was never closed");

    // The head of a with statement is decided on as a whole, so there is no tree of it; parse its first item again.
    private static FailedParse InsideWith(FailedParse parse)
    {
        if (parse.Path() is not [.., { RuleIndex: P.RULE_withStatement, Count: 0 } statement])
        {
            return parse;
        }
        parse.Tokens.Seek(statement.First.TokenIndex + 1);
        var parser = Parsing.SourceParser.NewParser(parse.Tokens);
        try
        {
            parser.withItem();
        }
        catch (ParseFailedException failure) when (failure.Token == parse.Failed)
        {
            return parse with { Tree = parser.Root, Expected = failure.Expected };
        }
        catch (Exception e) when (e is ParseFailedException or ParseTooDeepException)
        {
            // Fails in another place: nothing more to say.
        }
        return parse;
    }

    // What the AST builder would have refused in the statements that were complete. The failing one, and those it stands
    // in, are the last child of the last child and so on; everything before those is complete.
    private static PythonSyntaxException? EarlierError(FailedParse parse, ref PyToken failed)
    {
        var builder = new AstBuilder(parse.Source, parse.Tokens, []);
        foreach (var tree in parse.Path())
        {
            for (var i = 0; i < tree.Count - 1; i++)
            {
                if (tree[i] is not PythonRuleContext { RuleIndex: P.RULE_statement or P.RULE_simpleStatement } statement)
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
                    return TooDeep(parse.Source, tooDeep.Token);
                }
            }
        }
        return null;
    }

    // CPython reads strings while it parses: a bad one before the failing token comes first.
    private static PythonSyntaxException? UnreadableString(FailedParse parse)
    {
        var tokens = parse.Tokens.All;
        for (var i = 0; i < parse.Failed.TokenIndex; i++)
        {
            var start = i;
            while (tokens[i].Type == L.STRING)
            {
                i++;
            }
            if (i == start)
            {
                continue;
            }
            try
            {
                StringLiteral.Concatenate(parse.Source, tokens[start..i], tokens[i], []);
            }
            catch (PythonSyntaxException error)
            {
                return error;
            }
        }
        return null;
    }
}
