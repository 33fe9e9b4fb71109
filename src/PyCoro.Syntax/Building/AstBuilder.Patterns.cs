using System.Collections.Immutable;
using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Grammar;
using PyCoro.Syntax.Literals;
using L = PyCoro.Syntax.Grammar.PythonLexer;
using P = PyCoro.Syntax.Grammar.PythonParser;

namespace PyCoro.Syntax.Building;

// The match statement and its patterns (language reference, 8.6).
internal sealed partial class AstBuilder
{
    // MATCH matchSubject COLON NEWLINE INDENT caseBlock+ DEDENT
    private Match Match(PythonRuleContext tree)
    {
        var subject = MatchSubject(tree.Rule(1));
        var cases = ImmutableArray.CreateBuilder<MatchCase>();
        for (var i = 5; i < tree.Count - 1; i++)
        {
            // CASE patterns (IF namedExpression)? COLON block
            var block = tree.Rule(i);
            cases.Add(new MatchCase(
                Patterns(block.Rule(1)), block.TokenType(2) == L.IF ? AnyExpression(block.Rule(3)) : null,
                Block(block.Rule(block.Count - 1))));
        }
        Require(10, "Pattern matching is", tree.Last);
        return new Match(subject, cases.DrainToImmutable(), Span(tree));
    }

    private Expr MatchSubject(PythonRuleContext tree)
    {
        if (tree.Count > 1)
        {
            return new Ast.Tuple(DisplayItems(tree), ExprContext.Load, Span(tree));
        }
        if (tree.Rule(0).TokenType(0) == L.STAR)
        {
            throw Invalid(tree.First);
        }
        return DisplayItem(tree.Rule(0));
    }

    /// <summary><c>patterns</c> behind <c>case</c>: one pattern, or a sequence without brackets.</summary>
    private Pattern Patterns(PythonRuleContext tree)
    {
        if (tree.Count > 1)
        {
            return new MatchSequence(SequenceElements(tree), Span(tree));
        }
        if (tree.Rule(0).TokenType(0) == L.STAR)
        {
            throw Invalid(FollowingToken(tree));
        }
        return Pattern(tree.Rule(0).Rule(0));
    }

    private ImmutableArray<Pattern> SequenceElements(PythonRuleContext tree)
    {
        var elements = ImmutableArray.CreateBuilder<Pattern>();
        for (var i = 0; i < tree.Count; i += 2)
        {
            var element = tree.Rule(i);
            elements.Add(element.TokenType(0) == L.STAR
                ? new MatchStar(CaptureName(element.Token(1)), Span(element))
                : Pattern(element.Rule(0)));
        }
        return elements.DrainToImmutable();
    }

    private string? CaptureName(PyToken token) => Name(token) is var name && name == "_" ? null : name;

    /// <summary><c>pattern : closedPattern (VBAR closedPattern)* (AS NAME)?</c>.</summary>
    private Pattern Pattern(PythonRuleContext tree)
    {
        GuardStack(tree);
        if (tree.Count == 1)
        {
            return ClosedPattern(tree.Rule(0));
        }
        var count = tree.Count;
        var named = tree.TokenType(count - 2) == L.AS;
        if (named)
        {
            count -= 2;
        }
        Pattern pattern;
        if (count == 1)
        {
            pattern = ClosedPattern(tree.Rule(0));
        }
        else
        {
            var alternatives = ImmutableArray.CreateBuilder<Pattern>();
            for (var i = 0; i < count; i += 2)
            {
                alternatives.Add(ClosedPattern(tree.Rule(i)));
            }
            pattern = new MatchOr(alternatives.DrainToImmutable(), Span(tree.First, tree.Rule(count - 1).Last));
        }
        if (!named)
        {
            return pattern;
        }
        var target = tree.Token(count + 1);
        if (CaptureName(target) is not { } name)
        {
            throw Error(Span(target), "cannot use '_' as a target");
        }
        if (FollowingToken(tree).Type is L.DOT or L.LPAREN)
        {
            throw Error(Span(target), "invalid pattern target");
        }
        return new MatchAs(pattern, name, Span(tree));
    }

    private Pattern ClosedPattern(PythonRuleContext tree)
    {
        var span = Span(tree);
        if (tree[0] is PythonRuleContext literal)
        {
            return LiteralPattern(literal);
        }
        switch (tree.TokenType(0))
        {
            case L.NAME:
                return NamePattern(tree, span);
            case L.LPAREN when tree.Count == 3:
                var inner = tree.Rule(1);
                if (inner.Count > 1)
                {
                    return new MatchSequence(SequenceElements(inner), span);
                }
                if (inner.Rule(0).TokenType(0) == L.STAR)
                {
                    throw Invalid(tree.Last);
                }
                return Pattern(inner.Rule(0).Rule(0));
            case L.LPAREN:
            case L.LBRACK:
                return new MatchSequence(tree.Count == 3 ? SequenceElements(tree.Rule(1)) : [], span);
            default:
                return MappingPattern(tree, span);
        }
    }

    // NAME (DOT NAME)* (LPAREN patternArguments? RPAREN)?
    private Pattern NamePattern(PythonRuleContext tree, SourceSpan span)
    {
        if (tree.Count == 1)
        {
            return new MatchAs(null, CaptureName(tree.Token(0)), span);
        }
        var value = DottedValue(tree, 0, out var next);
        if (next == tree.Count)
        {
            return new MatchValue(value, span);
        }
        var patterns = ImmutableArray.CreateBuilder<Pattern>();
        var names = ImmutableArray.CreateBuilder<string>();
        var named = ImmutableArray.CreateBuilder<Pattern>();
        if (tree[next + 1] is PythonRuleContext arguments)
        {
            for (var i = 0; i < arguments.Count; i += 2)
            {
                // pattern (ASSIGN pattern)?
                var argument = arguments.Rule(i);
                var pattern = argument.Rule(0);
                if (argument.Count == 1)
                {
                    if (named.Count > 0)
                    {
                        throw Error(Span(pattern), "positional patterns follow keyword patterns");
                    }
                    patterns.Add(Pattern(pattern));
                    continue;
                }
                if (pattern.First != pattern.Last || pattern.First.Type != L.NAME)
                {
                    throw Invalid(argument.Token(1));
                }
                names.Add(Name(pattern.First));
                named.Add(Pattern(argument.Rule(2)));
            }
        }
        return new MatchClass(value, patterns.DrainToImmutable(), names.DrainToImmutable(), named.DrainToImmutable(), span);
    }

    // NAME (DOT NAME)* from child `from`.
    private Expr DottedValue(PythonRuleContext tree, int from, out int next)
    {
        var first = tree.Token(from);
        Expr value = new Name(Name(first), ExprContext.Load, Span(first));
        next = from + 1;
        while (tree.TokenType(next) == L.DOT)
        {
            var name = tree.Token(next + 1);
            value = new Ast.Attribute(value, Name(name), ExprContext.Load, Span(first, name));
            next += 2;
        }
        return value;
    }

    // LBRACE (mappingItem (COMMA mappingItem)* TRAILING_COMMA?)? RBRACE
    private MatchMapping MappingPattern(PythonRuleContext tree, SourceSpan span)
    {
        var keys = ImmutableArray.CreateBuilder<Expr>();
        var patterns = ImmutableArray.CreateBuilder<Pattern>();
        string? rest = null;
        for (var i = 1; i < tree.Count - 1; i += 2)
        {
            var item = tree.Rule(i);
            if (rest is not null)
            {
                throw Invalid(item.First);
            }
            if (item.TokenType(0) == L.POWER)
            {
                rest = CaptureName(item.Token(1)) ?? throw Invalid(item.Token(1));
                continue;
            }
            keys.Add(item[0] is PythonRuleContext literal ? LiteralValue(literal) : DottedValue(item, 0, out _));
            patterns.Add(Pattern(item.Rule(item.Count - 1)));
        }
        return new MatchMapping(keys.DrainToImmutable(), patterns.DrainToImmutable(), rest, span);
    }

    private Pattern LiteralPattern(PythonRuleContext tree)
    {
        var value = LiteralValue(tree);
        return tree.TokenType(0) is L.NONE or L.TRUE or L.FALSE
            ? new MatchSingleton(((Constant)value).Value, Span(tree))
            : new MatchValue(value, Span(tree));
    }

    /// <summary><c>literalPattern : MINUS? NUMBER ((PLUS | MINUS) NUMBER)? | STRING+ | NONE | TRUE | FALSE</c>.</summary>
    private Expr LiteralValue(PythonRuleContext tree)
    {
        switch (tree.TokenType(0))
        {
            case L.NUMBER or L.MINUS:
                break;
            case L.STRING:
                // An f-string parses here; compiling refuses it.
                return Strings(tree, 0, tree.Count);
            default:
                return KeywordConstant(tree.Token(0));
        }
        var at = tree.TokenType(0) == L.MINUS ? 1 : 0;
        var token = tree.Token(at);
        Expr value = Number(token);
        if (at == 1)
        {
            value = new UnaryOp(UnaryOperator.USub, value, Span(tree.First, token));
        }
        if (++at == tree.Count)
        {
            return value;
        }
        if (NumberLiteral.IsImaginary(source, token))
        {
            throw Error(Span(token), "real number required in complex literal");
        }
        var imaginary = tree.Token(at + 1);
        if (!NumberLiteral.IsImaginary(source, imaginary))
        {
            throw Error(Span(imaginary), "imaginary number required in complex literal");
        }
        return new BinOp(
            value, tree.TokenType(at) == L.PLUS ? Operator.Add : Operator.Sub,
            Number(imaginary), Span(tree));
    }
}
