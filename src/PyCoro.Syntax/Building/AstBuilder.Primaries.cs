using System.Collections.Immutable;
using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Grammar;
using PyCoro.Syntax.Literals;
using L = PyCoro.Syntax.Grammar.PythonLexer;
using P = PyCoro.Syntax.Grammar.PythonParser;

namespace PyCoro.Syntax.Building;

// Atoms, calls, subscripts, displays and comprehensions.
internal sealed partial class AstBuilder
{
    /// <summary><c>primary</c>: an atom with its trailers.</summary>
    private Expr Primary(PythonRuleContext tree)
    {
        var value = Atom(tree, out var next);
        var first = tree.First;
        while (next < tree.Count)
        {
            switch (tree.TokenType(next))
            {
                case L.DOT:
                    var name = tree.Token(next + 1);
                    value = new Ast.Attribute(value, Name(name), ExprContext.Load, Span(first, name));
                    next += 2;
                    break;
                case L.LPAREN:
                    if (tree[next + 1] is PythonRuleContext arguments)
                    {
                        var close = tree.Token(next + 2);
                        var (positional, keywords) = Arguments(arguments, tree.Token(next), close);
                        value = new Call(value, positional, keywords, Span(first, close));
                        next += 3;
                    }
                    else
                    {
                        value = new Call(value, [], [], Span(first, tree.Token(next + 1)));
                        next += 2;
                    }
                    break;
                default:
                    value = new Subscript(value, Slices(tree.Rule(next + 1)), ExprContext.Load, Span(first, tree.Token(next + 2)));
                    next += 3;
                    break;
            }
        }
        return value;
    }

    private Expr Atom(PythonRuleContext tree, out int next)
    {
        next = 1;
        if (tree[0] is PythonRuleContext display)
        {
            return display.RuleIndex switch
            {
                P.RULE_group => Group(display),
                P.RULE_listDisplay => ListDisplay(display),
                _ => BraceDisplay(display),
            };
        }
        var token = tree.Token(0);
        switch (token.Type)
        {
            case L.NAME:
                return new Name(Name(token), ExprContext.Load, Span(token));
            case L.NUMBER:
                return Number(token);
            case L.STRING:
                while (tree.TokenType(next) == L.STRING)
                {
                    next++;
                }
                return Strings(tree, 0, next);
            default:
                return KeywordConstant(token);
        }
    }

    private static Constant KeywordConstant(PyToken token) => token.Type switch
    {
        L.NONE => new Constant(null, null, Span(token)),
        L.TRUE => new Constant(Constants.True, null, Span(token)),
        L.FALSE => new Constant(Constants.False, null, Span(token)),
        _ => new Constant(EllipsisConstant.Instance, null, Span(token)),
    };

    private Expr Strings(PythonRuleContext tree, int from, int to)
    {
        var tokens = new PyToken[to - from];
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = tree.Token(from + i);
        }
        return StringLiteral.Concatenate(source, tokens, allTokens.All[tokens[^1].TokenIndex + 1], warnings);
    }

    /// <summary><c>group</c>: parentheses, an empty tuple, a tuple, a generator expression or a yield.</summary>
    private Expr Group(PythonRuleContext tree)
    {
        if (tree.Count == 2)
        {
            return new Ast.Tuple([], ExprContext.Load, Span(tree));
        }
        var inner = tree.Rule(1);
        if (inner.RuleIndex == P.RULE_yieldExpression)
        {
            return YieldExpression(inner);
        }
        if (ComprehensionOf(inner) is { } comprehension)
        {
            return new GeneratorExp(ComprehensionElement(inner), Comprehensions(comprehension), Span(tree));
        }
        if (inner.Count == 1)
        {
            var item = inner.Rule(0);
            if (item.TokenType(0) == L.STAR)
            {
                throw Error(Span(item), "cannot use starred expression here");
            }
            return DisplayItem(item);
        }
        return new Ast.Tuple(DisplayItems(inner), ExprContext.Load, Span(tree));
    }

    /// <summary><c>listDisplay</c>.</summary>
    private Expr ListDisplay(PythonRuleContext tree)
    {
        if (tree.Count == 2)
        {
            return new List([], ExprContext.Load, Span(tree));
        }
        var inner = tree.Rule(1);
        return ComprehensionOf(inner) is { } comprehension
            ? new ListComp(ComprehensionElement(inner), Comprehensions(comprehension), Span(tree))
            : new List(DisplayItems(inner), ExprContext.Load, Span(tree));
    }

    private static PythonRuleContext? ComprehensionOf(PythonRuleContext items) =>
        items.Count == 2 && items[1] is PythonRuleContext comprehension ? comprehension : null;

    private Expr ComprehensionElement(PythonRuleContext items)
    {
        var item = items.Rule(0);
        if (item.TokenType(0) == L.STAR)
        {
            throw Error(Span(item), "iterable unpacking cannot be used in comprehension");
        }
        return DisplayItem(item);
    }

    private ImmutableArray<Expr> DisplayItems(PythonRuleContext tree)
    {
        var items = ImmutableArray.CreateBuilder<Expr>(tree.Count / 2 + 1);
        for (var i = 0; i < tree.Count; i += 2)
        {
            items.Add(DisplayItem(tree.Rule(i)));
        }
        return items.DrainToImmutable();
    }

    private Constant Number(PyToken token)
    {
        if (source.FeatureVersion < 6 && token.Text.Contains('_', StringComparison.Ordinal))
        {
            Require(6, "Underscores in numeric literals are", token);
        }
        return new Constant(NumberLiteral.Parse(source, token), null, Span(token));
    }

    /// <summary><c>displayItem : STAR bitwiseOr | expression (WALRUS expression)?</c>.</summary>
    private Expr DisplayItem(PythonRuleContext tree)
    {
        if (tree.Count == 1)
        {
            return AnyExpression(tree.Rule(0));
        }
        return tree.Count == 2
            ? new Starred(AnyExpression(tree.Rule(1)), ExprContext.Load, Span(tree))
            : Named(tree, 0, 3);
    }

    /// <summary><c>braceDisplay</c>: a dict or a set, or a comprehension of either.</summary>
    private Expr BraceDisplay(PythonRuleContext tree)
    {
        if (tree.Count == 2)
        {
            return new Dict([], [], Span(tree));
        }
        var first = tree.Rule(1);
        var isDict = IsDictItem(first);
        if (tree[2] is PythonRuleContext comprehension)
        {
            return BraceComprehension(tree, first, isDict, comprehension);
        }
        var count = (tree.Count - 1) / 2;
        var keys = isDict ? ImmutableArray.CreateBuilder<Expr?>(count) : null;
        var values = ImmutableArray.CreateBuilder<Expr>(count);
        for (var i = 1; i < tree.Count - 1; i += 2)
        {
            var item = tree.Rule(i);
            if (IsDictItem(item) != isDict)
            {
                throw DisplayChecks.Misfit(source, item, isDict);
            }
            if (keys is null)
            {
                values.Add(DisplayItem(item));
            }
            else if (item.Count == 2)
            {
                keys.Add(null);
                values.Add(AnyExpression(item.Rule(1)));
            }
            else
            {
                keys.Add(AnyExpression(item.Rule(0)));
                values.Add(AnyExpression(item.Rule(2)));
            }
        }
        return keys is null
            ? new Set(values.DrainToImmutable(), Span(tree))
            : new Dict(keys.DrainToImmutable(), values.DrainToImmutable(), Span(tree));
    }

    private Expr BraceComprehension(PythonRuleContext tree, PythonRuleContext item, bool isDict, PythonRuleContext comprehension)
    {
        if (item.TokenType(0) == L.STAR)
        {
            throw Error(Span(item), "iterable unpacking cannot be used in comprehension");
        }
        if (item.TokenType(0) == L.POWER)
        {
            throw Error(Span(item.Token(0)), "dict unpacking cannot be used in dict comprehension");
        }
        if (isDict)
        {
            var key = AnyExpression(item.Rule(0));
            var value = AnyExpression(item.Rule(2));
            return new DictComp(key, value, Comprehensions(comprehension), Span(tree));
        }
        return new SetComp(DisplayItem(item), Comprehensions(comprehension), Span(tree));
    }

    private static bool IsDictItem(PythonRuleContext item) => item.TokenType(0) == L.POWER || item.TokenType(1) == L.COLON;

    /// <summary><c>comprehension</c>.</summary>
    private ImmutableArray<Comprehension> Comprehensions(PythonRuleContext tree)
    {
        var generators = ImmutableArray.CreateBuilder<Comprehension>(tree.Count);
        for (var i = 0; i < tree.Count; i++)
        {
            // ASYNC? FOR targets IN disjunction (IF disjunction)*
            var part = tree.Rule(i);
            var at = part.TokenType(0) == L.ASYNC ? 2 : 1;
            var target = Targets(part.Rule(at));
            var iter = AnyExpression(part.Rule(at + 2));
            var ifs = ImmutableArray.CreateBuilder<Expr>();
            for (var condition = at + 4; condition < part.Count; condition += 2)
            {
                ifs.Add(AnyExpression(part.Rule(condition)));
            }
            if (at == 2)
            {
                Require(6, "Async comprehensions are", part);
            }
            generators.Add(new Comprehension(target, iter, ifs.DrainToImmutable(), at - 1));
        }
        return generators.DrainToImmutable();
    }

    /// <summary><c>slices</c>: one slice, or a tuple of them.</summary>
    private Expr Slices(PythonRuleContext tree)
    {
        if (tree.Count == 1 && tree.Rule(0).TokenType(0) != L.STAR)
        {
            return Slice(tree.Rule(0));
        }
        var elements = ImmutableArray.CreateBuilder<Expr>(tree.Count / 2 + 1);
        for (var i = 0; i < tree.Count; i += 2)
        {
            elements.Add(Slice(tree.Rule(i)));
        }
        return new Ast.Tuple(elements.DrainToImmutable(), ExprContext.Load, Span(tree));
    }

    /// <summary><c>slice : STAR expression | sliceTail | expression (WALRUS expression | sliceTail)?</c>.</summary>
    private Expr Slice(PythonRuleContext tree)
    {
        if (tree.TokenType(0) == L.STAR)
        {
            return new Starred(AnyExpression(tree.Rule(1)), ExprContext.Load, Span(tree));
        }
        var tail = tree.Rule(tree.Count - 1);
        if (tail.RuleIndex != P.RULE_sliceTail)
        {
            return Named(tree, 0, tree.Count);
        }
        var lower = tree.Count == 2 ? AnyExpression(tree.Rule(0)) : null;
        Expr? upper = null, step = null;
        var colons = 0;
        for (var i = 0; i < tail.Count; i++)
        {
            if (tail[i] is PyToken)
            {
                colons++;
            }
            else if (colons == 1)
            {
                upper = AnyExpression(tail.Rule(i));
            }
            else
            {
                step = AnyExpression(tail.Rule(i));
            }
        }
        return new Slice(lower, upper, step, Span(tree));
    }

    /// <summary><c>arguments</c> of a call or class.</summary>
    private (ImmutableArray<Expr> Positional, ImmutableArray<Keyword> Keywords) Arguments(
        PythonRuleContext tree, PyToken open, PyToken close, bool isClass = false)
    {
        var positional = ImmutableArray.CreateBuilder<Expr>();
        ImmutableArray<Keyword>.Builder? keywords = null;
        var seen = ArgumentChecks.Kind.Positional;
        for (var i = 0; i < tree.Count; i += 2)
        {
            var argument = tree.Rule(i);
            switch (argument.TokenType(0))
            {
                case L.STAR:
                    ArgumentChecks.Star(source, seen, argument.Token(0));
                    positional.Add(new Starred(AnyExpression(argument.Rule(1)), ExprContext.Load, Span(argument)));
                    continue;
                case L.POWER:
                    seen = ArgumentChecks.Kind.KeywordUnpacking;
                    (keywords ??= ImmutableArray.CreateBuilder<Keyword>()).Add(
                        new Keyword(null, AnyExpression(argument.Rule(1)), Span(argument)));
                    continue;
            }
            if (argument.TokenType(1) == L.ASSIGN)
            {
                var name = ArgumentChecks.KeywordName(source, argument, AnyExpression(argument.Rule(0)));
                (keywords ??= ImmutableArray.CreateBuilder<Keyword>()).Add(
                    new Keyword(name, AnyExpression(argument.Rule(2)), Span(argument)));
                seen = seen == ArgumentChecks.Kind.Positional ? ArgumentChecks.Kind.Keyword : seen;
            }
            else if (argument.Count is 2 or 4)
            {
                ArgumentChecks.Generator(source, argument, tree, isClass);
                positional.Add(new GeneratorExp(
                    Named(argument, 0, argument.Count - 1), Comprehensions(argument.Rule(argument.Count - 1)), Span(open, close)));
            }
            else
            {
                ArgumentChecks.Positional(source, seen, close);
                if (argument.Count == 3 && argument.Rule(0).First != argument.Rule(0).Last)
                {
                    throw Invalid(argument.Token(1));
                }
                positional.Add(Named(argument, 0, argument.Count));
            }
        }
        return (positional.DrainToImmutable(), keywords?.DrainToImmutable() ?? []);
    }
}
