// Parse tree to AST. The grammar accepts somewhat more than Python does where that keeps it to one token of lookahead;
// what is too much is rejected here, by the classes whose names end in Checks and by TargetConverter.
// Children are read by position: each method says in its summary which grammar rule it reads.

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Grammar;
using PyCoro.Syntax.Parsing;
using P = PyCoro.Syntax.Grammar.PythonParser;

namespace PyCoro.Syntax.Building;

internal sealed partial class AstBuilder(SourceText source, TokenBuffer allTokens, List<SyntaxWarning> warnings, TypeComments? comments)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary><c>fileInput</c>.</summary>
    public Module File(PythonRuleContext tree)
    {
        var body = ImmutableArray.CreateBuilder<Stmt>();
        for (var i = 0; i < tree.Count - 1; i++)
        {
            AddStatement(tree.Rule(i), body);
        }
        return new Module(body.ToImmutable(), comments is null ? [] : [.. comments.Ignores]);
    }

    /// <summary><c>interactiveInput</c>. CPython wants a statement, and a line end behind a compound one.</summary>
    public Interactive Interactive(PythonRuleContext tree)
    {
        var end = allTokens.All[^1];
        if (tree[0] is not PythonRuleContext statement
            || (statement.Rule(0).RuleIndex == P.RULE_compoundStatement && !source.Text.EndsWith('\n') && allTokens.All[^2].Type != PythonLexer.DEDENT))
        {
            throw Invalid(end);
        }
        var body = ImmutableArray.CreateBuilder<Stmt>();
        AddStatement(statement, body);
        return new Interactive(body.ToImmutable());
    }

    /// <summary><c>expressionInput</c>, where nothing can be starred.</summary>
    public Expression Expression(PythonRuleContext tree)
    {
        var value = tree.Rule(0);
        for (var i = 0; i < value.Count; i++)
        {
            if (value.TokenType(i) == PythonLexer.STAR)
            {
                throw Invalid(value.Token(i));
            }
        }
        return new(StarExpressions(value));
    }

    /// <summary><c>functionTypeInput</c>: plain types, then one with <c>*</c>, then one with <c>**</c>.</summary>
    public FunctionType FunctionType(PythonRuleContext tree)
    {
        var types = ImmutableArray.CreateBuilder<Expr>();
        var stars = 0;
        var i = 1;
        for (; tree[i] is PythonRuleContext argument; i += 2)
        {
            var own = argument.TokenType(0) switch
            {
                PythonLexer.STAR => 1,
                PythonLexer.POWER => 2,
                _ => 0,
            };
            if (own < stars || (own == stars && own > 0))
            {
                throw Invalid(argument.First);
            }
            stars = own;
            types.Add(AnyExpression(argument.Rule(argument.Count - 1)));
            if (tree.TokenType(i + 1) != PythonLexer.COMMA)
            {
                i++;
                break;
            }
        }
        return new FunctionType(types.DrainToImmutable(), AnyExpression(tree.Rule(i + 2)));
    }

    /// <summary><c>replacementField</c>.</summary>
    public Expr ReplacementField(PythonRuleContext tree)
    {
        var value = tree.Rule(0);
        if (value.Count == 2 && value.TokenType(0) == PythonLexer.STAR)
        {
            throw Error(Span(value), "cannot use starred expression here");
        }
        return YieldOrStarExpressions(value);
    }

    private static SourceSpan Span(PythonRuleContext tree) => Span(tree.First, tree.Last);

    private static SourceSpan Span(PyToken first, PyToken last) => new(first.Line, first.Column, last.EndLine, last.EndColumn);

    private static SourceSpan Span(PyToken token) => Span(token, token);

    private static PyToken FirstToken(object child) => child as PyToken ?? ((PythonRuleContext)child).First;

    private static PyToken LastToken(object child) => child as PyToken ?? ((PythonRuleContext)child).Last;

    // The token behind a tree: where CPython's parser would fail when the tree is not enough.
    private PyToken FollowingToken(PythonRuleContext tree) => allTokens.All[tree.Last.TokenIndex + 1];

    // The parser guards its own recursion, but the methods here may need more stack for the same nesting.
    private static void GuardStack(PythonRuleContext tree)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ParseTooDeepException(tree.First);
        }
    }

    private static ParseFailedException Invalid(PyToken token) => new(token);

    // Refuses syntax that the source may not use yet; most of it is seen when the token behind it is.
    private void Require(int minor, string what, PyToken last) => FeatureVersions.Require(source, minor, what, last);

    private void Require(int minor, string what, PythonRuleContext tree)
    {
        if (source.FeatureVersion < minor)
        {
            Require(minor, what, FollowingToken(tree));
        }
    }

    private PythonSyntaxException Error(SourceSpan span, string message) => Errors.SyntaxErrors.Between(source, span, message);

    // Names repeat all the time: one string for each. Non-ASCII names are compared after NFKC (language reference, 2.3).
    private string Name(PyToken token)
    {
        var text = source.Text.AsSpan(token.StartIndex, token.End - token.StartIndex);
        var lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var known))
        {
            return known;
        }
        var name = text.ToString();
        _names[name] = System.Text.Ascii.IsValid(name) ? name : Unicode.Normalization.Nfkc(name);
        return _names[name];
    }
}
