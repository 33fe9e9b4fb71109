using System.Collections.Immutable;
using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Grammar;
using L = PyCoro.Syntax.Grammar.PythonLexer;
using P = PyCoro.Syntax.Grammar.PythonParser;

namespace PyCoro.Syntax.Building;

// Parameters of functions and lambdas (language reference, 8.7). The grammar takes them in any order; here the order
// is checked, with CPython's messages.
internal sealed partial class AstBuilder
{
    /// <summary><c>parameters</c> and <c>lambdaParameters</c>.</summary>
    private Arguments Parameters(PythonRuleContext? tree)
    {
        if (tree is null)
        {
            return new Arguments([], [], null, [], [], null, []);
        }
        ImmutableArray<Arg> positionalOnly = [];
        var arguments = ImmutableArray.CreateBuilder<Arg>();
        var keywordOnly = ImmutableArray.CreateBuilder<Arg>();
        var keywordDefaults = ImmutableArray.CreateBuilder<Expr?>();
        var defaults = ImmutableArray.CreateBuilder<Expr>();
        Arg? variable = null, keywords = null;
        bool star = false, slash = false;
        for (var i = 0; i < tree.Count; i += 2)
        {
            var parameter = tree.Rule(i);
            var kind = parameter.TokenType(0);
            if (keywords is not null)
            {
                throw Error(Span(parameter), "arguments cannot follow var-keyword argument");
            }
            switch (kind)
            {
                case L.SLASH:
                    if (slash)
                    {
                        throw Error(Span(parameter), "/ may appear only once");
                    }
                    if (star)
                    {
                        throw Error(Span(parameter), "/ must be ahead of *");
                    }
                    if (i == 0)
                    {
                        throw Invalid(parameter.First);
                    }
                    Require(8, "Positional-only parameters are", tree.Rule(i));
                    slash = true;
                    positionalOnly = arguments.DrainToImmutable();
                    continue;
                case L.STAR:
                    if (star)
                    {
                        throw Error(Span(parameter.First), "* argument may appear only once");
                    }
                    star = true;
                    variable = StarParameter(tree, i, parameter);
                    continue;
                case L.POWER:
                    keywords = Parameter(parameter, 1, CommentOf(tree, i), out var unwanted);
                    if (unwanted is not null)
                    {
                        throw Error(Span(EqualsOf(parameter)), "var-keyword argument cannot have default value");
                    }
                    continue;
            }
            var argument = Parameter(parameter, 0, CommentOf(tree, i), out var value);
            if (star)
            {
                keywordOnly.Add(argument);
                keywordDefaults.Add(value);
                continue;
            }
            arguments.Add(argument);
            if (value is not null)
            {
                defaults.Add(value);
            }
            else if (defaults.Count > 0)
            {
                throw Error(argument.Span, "non-default argument follows default argument");
            }
        }
        return new Arguments(
            positionalOnly, arguments.DrainToImmutable(), variable, keywordOnly.DrainToImmutable(),
            keywordDefaults.DrainToImmutable(), keywords, defaults.DrainToImmutable());
    }

    // `*name`, or a bare `*`, which needs a name behind it.
    private Arg? StarParameter(PythonRuleContext tree, int index, PythonRuleContext parameter)
    {
        if (parameter.TokenType(1) == L.NAME)
        {
            var argument = Parameter(parameter, 1, CommentOf(tree, index), out var unwanted);
            if (unwanted is not null)
            {
                throw Error(Span(EqualsOf(parameter)), "var-positional argument cannot have default value");
            }
            return argument;
        }
        if (parameter.Count > 1)
        {
            throw Error(Span(EqualsOf(parameter)), "var-positional argument cannot have default value");
        }
        if (index + 2 >= tree.Count || tree.Rule(index + 2).TokenType(0) == L.POWER)
        {
            throw ParameterChecks.NothingAfterStar(
                source, parameter.First, tree.RuleIndex == P.RULE_lambdaParameters, allTokens);
        }
        if (tree.RuleIndex == P.RULE_parameters && comments?.Refuse(tree.Token(index + 1), "bare * has associated type comment") is { } error)
        {
            throw error;
        }
        return null;
    }

    // The type comment of the parameter at a child: behind its comma, or behind the last one without a comma.
    private string? CommentOf(PythonRuleContext tree, int index) =>
        comments is null || tree.RuleIndex == P.RULE_lambdaParameters ? null
        : comments.Claim(index + 1 < tree.Count ? tree.Token(index + 1) : tree.Rule(index).Last);

    // NAME (COLON (STAR bitwiseOr | expression))? (ASSIGN expression)?, from child `at`.
    private Arg Parameter(PythonRuleContext tree, int at, string? comment, out Expr? value)
    {
        var name = tree.Token(at++);
        Expr? annotation = null;
        var last = name;
        if (tree.TokenType(at) == L.COLON)
        {
            at++;
            if (tree.TokenType(at) == L.STAR)
            {
                var star = tree.Token(at++);
                annotation = new Starred(AnyExpression(tree.Rule(at)), ExprContext.Load, Span(star, tree.Rule(at).Last));
            }
            else
            {
                annotation = AnyExpression(tree.Rule(at));
            }
            last = tree.Rule(at++).Last;
        }
        value = tree.TokenType(at) == L.ASSIGN ? AnyExpression(tree.Rule(at + 1)) : null;
        return new Arg(Name(name), annotation, comment, Span(name, last));
    }

    private static PyToken EqualsOf(PythonRuleContext parameter)
    {
        for (var i = 0; i < parameter.Count; i++)
        {
            if (parameter.TokenType(i) == L.ASSIGN)
            {
                return parameter.Token(i);
            }
        }
        return parameter.First;
    }
}
