// Two expressions side by side: in brackets a comma may be missing; `print x` was a statement once.

using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Building;
using PyCoro.Syntax.Grammar;
using PyCoro.Syntax.Parsing;
using L = PyCoro.Syntax.Grammar.PythonLexer;
using P = PyCoro.Syntax.Grammar.PythonParser;

namespace PyCoro.Syntax.Errors;

internal static class MissingComma
{
    public static PythonSyntaxException? Find(FailedParse parse)
    {
        if (parse.Near(-1) is not { } before || !StartsExpression(parse.Failed))
        {
            return null;
        }
        if (before is { Type: L.NAME, Text: "print" or "exec" } && EndOf(parse, parser => parser.starExpressions()) is { } rest)
        {
            return SyntaxErrors.Between(
                parse.Source, Span(before, rest), $"Missing parentheses in call to '{before.Text}'. Did you mean {before.Text}(...)?");
        }
        if (before is { Type: L.NAME, Text: "match" } && parse.Near(-2) is null or { Type: L.NEWLINE or L.INDENT or L.DEDENT }
            && EndOf(parse, parser => parser.matchSubject()) is { } subject && NextTo(parse, subject) is { Type: L.NEWLINE } newline)
        {
            return SyntaxErrors.At(parse.Source, newline, "expected ':'");
        }
        var left = parse.Path().FindLast(tree => tree.RuleIndex == P.RULE_expression);
        if (left is null || left.Last != before || !IsComplete(parse, left) || left.TokenType(0) == L.LAMBDA || left.TokenType(left.Count - 2) == L.ELSE
            || IsSoftKeyword(left.First) || (left.First.Type == L.NAME && NextTo(parse, left.First).Type == L.STRING))
        {
            return null;
        }
        var right = EndOf(parse, parser => parser.expression()) ?? EndOf(parse, parser => parser.disjunction());
        return right is null || !IsInBrackets(parse, right)
            ? null
            : SyntaxErrors.Between(parse.Source, Span(left.First, right), "invalid syntax. Perhaps you forgot a comma?");
    }

    /// <summary>A <c>=</c> where only <c>==</c> or <c>:=</c> can stand.</summary>
    public static PythonSyntaxException? FindEquals(FailedParse parse)
    {
        if (parse.Failed.Type != L.ASSIGN || parse.Near(-1) is not { } before
            || parse.Path().FindLast(tree => tree.RuleIndex == P.RULE_expression) is not { Count: 1 } left || left.Last != before
            || ((PythonRuleContext)left.Parent).RuleIndex is not (P.RULE_namedExpression or P.RULE_displayItem or P.RULE_slice)
            || parse.Near(1) is not { } value || EndOf(parse, value, parser => parser.bitwiseOr()) is not { } right
            || parse.Tokens.All[right.TokenIndex + 1].Type is L.ASSIGN or L.WALRUS)
        {
            return null;
        }
        if (left.First == before && before.Type == L.NAME)
        {
            return SyntaxErrors.Between(
                parse.Source, Span(before, right), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }
        var expression = new AstBuilder(parse.Source, parse.Tokens, []).CheckExpression(left);
        return expression is List or Ast.Tuple or GeneratorExp or Constant { Value: null or bool } or Compare
            ? null
            : SyntaxErrors.At(
                parse.Source, expression, $"cannot assign to {TargetChecks.NameOf(expression)} here. Maybe you meant '==' instead of '='?");
    }

    /// <summary>A <c>:=</c> behind something that is no name, as a statement.</summary>
    public static PythonSyntaxException? FindWalrus(FailedParse parse)
    {
        if (parse.Failed.Type != L.WALRUS
            || parse.Path().FindLast(tree => tree.RuleIndex == P.RULE_expression) is not { Count: 1 } left || left.Last != parse.Near(-1)
            || !IsComplete(parse, left) || left.First == left.Last)
        {
            return null;
        }
        return TargetChecks.NotNamedTarget(
            parse.Source, new AstBuilder(parse.Source, parse.Tokens, []).CheckExpression(left), parse.Failed) as PythonSyntaxException;
    }

    private static bool StartsExpression(PyToken token) => token.Type is L.NAME or L.NUMBER or L.STRING or L.NONE or L.TRUE
        or L.FALSE or L.ELLIPSIS or L.LPAREN or L.LBRACK or L.LBRACE or L.PLUS or L.MINUS or L.TILDE or L.NOT or L.LAMBDA or L.AWAIT;

    // CPython compares only as many letters as the name has, so the beginning of a soft keyword counts as one here.
    private static bool IsSoftKeyword(PyToken token) => token.Type == L.NAME
        && ("match".StartsWith(token.Text, StringComparison.Ordinal) || "case".StartsWith(token.Text, StringComparison.Ordinal) || token.Text == "_");

    private static PyToken NextTo(FailedParse parse, PyToken token) => parse.Tokens.All[token.TokenIndex + 1];

    // The last token of what parses from the failing token on, or null.
    private static PyToken? EndOf(FailedParse parse, Func<PythonParser, PythonRuleContext> rule) => EndOf(parse, parse.Failed, rule);

    public static PyToken? EndOf(FailedParse parse, PyToken start, Func<PythonParser, PythonRuleContext> rule)
    {
        parse.Tokens.Seek(start.TokenIndex);
        try
        {
            return rule(SourceParser.NewParser(parse.Tokens)).Last;
        }
        catch (Exception e) when (e is ParseFailedException or ParseTooDeepException)
        {
            return null;
        }
        finally
        {
            parse.Reached = Math.Max(parse.Reached, parse.Tokens.Index);
        }
    }

    private static bool IsInBrackets(FailedParse parse, PyToken token) =>
        parse.Reader.InReplacementField || Depth(parse.Tokens.All[..(token.TokenIndex + 1)]) > 0;

    // An expression that is still being parsed has a bracket open.
    private static bool IsComplete(FailedParse parse, PythonRuleContext expression) =>
        Depth(parse.Tokens.All[expression.First.TokenIndex..(expression.Last.TokenIndex + 1)]) == 0;

    private static int Depth(ReadOnlySpan<PyToken> tokens)
    {
        var depth = 0;
        foreach (var token in tokens)
        {
            depth += token.Type is L.LPAREN or L.LBRACK or L.LBRACE ? 1 : token.Type is L.RPAREN or L.RBRACK or L.RBRACE ? -1 : 0;
        }
        return depth;
    }

    private static SourceSpan Span(PyToken first, PyToken last) => new(first.Line, first.Column, last.EndLine, last.EndColumn);
}
