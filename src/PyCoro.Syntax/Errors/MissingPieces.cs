// Errors for which it is enough to see where in a rule the parser stood: a missing colon, a missing block, a missing half
// of a conditional expression or of a dictionary's item.

using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Grammar;
using L = PyCoro.Syntax.Grammar.PythonLexer;
using P = PyCoro.Syntax.Grammar.PythonParser;

namespace PyCoro.Syntax.Errors;

internal static class MissingPieces
{
    public static PythonSyntaxException? Find(FailedParse parse)
    {
        var path = parse.Path();
        return path.Count == 0 ? null : Block(parse, path) ?? Colon(parse, path) ?? Handler(parse, path) ?? ImportedName(parse, path) ?? Parameters(parse, path)
            ?? Expression(parse, path);
    }

    // def f x, def f((a, b)), lambda (a, b): 0
    private static PythonSyntaxException? Parameters(FailedParse parse, List<PythonRuleContext> path)
    {
        var owner = path.FindLast(tree => tree.RuleIndex is P.RULE_functionDefinition or P.RULE_expression or P.RULE_block);
        if (owner?.RuleIndex == P.RULE_functionDefinition && parse.Expected == L.LPAREN && owner.Count == 2)
        {
            return SyntaxErrors.At(parse.Source, parse.Failed, "expected '('");
        }
        var isLambda = owner?.TokenType(0) == L.LAMBDA;
        if (parse.Failed.Type != L.LPAREN || owner is null || (!isLambda && owner.RuleIndex != P.RULE_functionDefinition)
            || parse.Near(-1)?.Type is not (L.LPAREN or L.LAMBDA or L.COMMA))
        {
            return null;
        }
        var at = 1;
        while (parse.Near(at)?.Type == L.NAME && parse.Near(at + 1)?.Type is L.COMMA or L.TRAILING_COMMA)
        {
            at += 2;
        }
        at += parse.Near(at)?.Type == L.NAME ? 1 : 0;
        return at > 1 && parse.Near(at) is { Type: L.RPAREN } close
            ? SyntaxErrors.Between(
                parse.Source, Span(parse.Failed, close),
                isLambda ? "Lambda expression parameters cannot be parenthesized" : "Function parameters cannot be parenthesized")
            : null;
    }

    // A NEWLINE behind a colon, and no INDENT.
    private static PythonSyntaxException? Block(FailedParse parse, List<PythonRuleContext> path)
    {
        if (parse.Expected != L.INDENT || parse.Failed.Type == L.INDENT)
        {
            return null;
        }
        var innermost = path[^1];
        var owner = innermost.RuleIndex == P.RULE_block ? (PythonRuleContext)innermost.Parent : innermost;
        var keyword = owner.First;
        if (owner.RuleIndex == P.RULE_ifStatement)
        {
            keyword = owner.Token(owner.Count - 4);
        }
        var what = owner.RuleIndex switch
        {
            P.RULE_functionDefinition => "function definition",
            P.RULE_classDefinition => "class definition",
            P.RULE_exceptBlock when owner.TokenType(1) == L.STAR => "'except*' statement",
            _ => $"'{keyword.Text}' statement",
        };
        return SyntaxErrors.Indentation(
            parse.Source, parse.Failed, $"expected an indented block after {what} on line {keyword.Line}");
    }

    // Some headers demand the colon whatever follows; the others only say so at the end of the line.
    private static PythonSyntaxException? Colon(FailedParse parse, List<PythonRuleContext> path)
    {
        if (parse.Expected != L.COLON)
        {
            return null;
        }
        switch (path.FindLast(tree => tree.RuleIndex is P.RULE_functionDefinition or P.RULE_tryStatement or P.RULE_elseBlock
            or P.RULE_finallyBlock or P.RULE_ifStatement or P.RULE_whileStatement or P.RULE_forStatement or P.RULE_withStatement
            or P.RULE_exceptBlock or P.RULE_classDefinition or P.RULE_matchStatement or P.RULE_caseBlock or P.RULE_simpleStatement)
            ?.RuleIndex)
        {
            case null or P.RULE_simpleStatement:
                return null;
            case P.RULE_functionDefinition or P.RULE_tryStatement or P.RULE_elseBlock or P.RULE_finallyBlock:
                break;
            default:
                if (parse.Failed.Type != L.NEWLINE)
                {
                    return null;
                }
                break;
        }
        return SyntaxErrors.At(parse.Source, parse.Failed, "expected ':'");
    }

    // try: without except or finally.
    private static PythonSyntaxException? Handler(FailedParse parse, List<PythonRuleContext> path)
    {
        foreach (var tree in path)
        {
            if (tree.RuleIndex == P.RULE_tryStatement && tree.Count == 3 && tree.Rule(2).Last == parse.Near(-1)
                && parse.Near(-1)!.Type is L.DEDENT or L.NEWLINE)
            {
                return SyntaxErrors.At(parse.Source, parse.Failed, "expected 'except' or 'finally' block");
            }
        }
        return null;
    }

    // from a import b,
    private static PythonSyntaxException? ImportedName(FailedParse parse, List<PythonRuleContext> path) =>
        parse.Failed.Type == L.NEWLINE && parse.Near(-1)?.Type is L.COMMA or L.TRAILING_COMMA
        && path.Exists(tree => tree.TokenType(0) == L.FROM && tree.RuleIndex == P.RULE_simpleStatement)
            ? SyntaxErrors.At(parse.Source, parse.Failed, "trailing comma not allowed without surrounding parentheses")
            : null;

    private static PythonSyntaxException? Expression(FailedParse parse, List<PythonRuleContext> path)
    {
        for (var i = path.Count - 1; i >= 0; i--)
        {
            var tree = path[i];
            switch (tree.RuleIndex)
            {
                case P.RULE_expression when parse.Expected == L.ELSE && parse.Failed.Type != L.COLON && tree.TokenType(tree.Count - 2) == L.IF:
                    return SyntaxErrors.Between(parse.Source, Span(tree.First, tree.Rule(tree.Count - 1).Last), "expected 'else' after 'if' expression");
                case P.RULE_braceDisplay when IsDict(tree):
                    return DictItem(parse, tree);
                case P.RULE_group or P.RULE_listDisplay or P.RULE_arguments or P.RULE_slices:
                    return null;
            }
        }
        return null;
    }

    private static bool IsDict(PythonRuleContext display) =>
        display.Count > 1 && display[1] is PythonRuleContext first && first.Count > 1
        && (first.TokenType(1) == L.COLON || first.TokenType(0) == L.POWER);

    private static PythonSyntaxException? DictItem(FailedParse parse, PythonRuleContext display)
    {
        var item = display[display.Count - 1] as PythonRuleContext;
        if (item is null || item.RuleIndex != P.RULE_braceItem)
        {
            return null;
        }
        if (item.Count == 1 && item[0] is PythonRuleContext key && key.Last == parse.Near(-1))
        {
            return SyntaxErrors.From(parse.Source, key.Last.EndLine, key.Last.EndColumn - 1, "':' expected after dictionary key");
        }
        var colon = parse.Near(-1);
        if (colon?.Type != L.COLON || item.TokenType(1) != L.COLON || item.Token(1) != colon)
        {
            return null;
        }
        if (parse.Failed.Type == L.STAR && MissingComma.EndOf(parse, parse.Near(1)!, parser => parser.bitwiseOr()) is { } starred)
        {
            return SyntaxErrors.Between(
                parse.Source, Span(parse.Failed, starred), "cannot use a starred expression in a dictionary value");
        }
        return parse.Failed.Type is L.RBRACE or L.COMMA or L.TRAILING_COMMA
            ? SyntaxErrors.At(parse.Source, colon, "expression expected after dictionary key and ':'")
            : null;
    }

    private static SourceSpan Span(PyToken first, PyToken last) => new(first.Line, first.Column, last.EndLine, last.EndColumn);
}
