using System.Collections.Immutable;
using System.Numerics;
using PyCoro.Syntax.Ast;

namespace PyCoro.Runtime.SyntaxTrees;

internal sealed partial class TreeValidator
{
    private bool Patterns(ImmutableArray<Pattern> patterns, bool starAllowed)
    {
        foreach (var pattern in patterns)
        {
            if (!Pattern(pattern, starAllowed))
                return false;
        }
        return true;
    }

    private bool Pattern(Pattern? pattern, bool starAllowed)
    {
        if (pattern is null)
            return Fail("None disallowed in pattern list");
        if (!Enter() || !Place(pattern.Span))
            return false;
        var valid = pattern switch
        {
            MatchValue p => MatchedValue(p.Value),
            MatchSingleton { Value: not (null or bool) } => Fail("MatchSingleton can only contain True, False and None"),
            MatchSequence p => Patterns(p.Patterns, starAllowed: true),
            MatchMapping p => Mapping(p),
            MatchClass p => Class(p),
            MatchStar when !starAllowed => Fail("can't use MatchStar here"),
            MatchStar p => p.Name is null || Capture(p.Name),
            MatchAs { Pattern: not null, Name: null } => Fail("MatchAs must specify a target name if a pattern is given"),
            MatchAs p => (p.Name is null || Capture(p.Name)) && (p.Pattern is null || Pattern(p.Pattern, starAllowed: false)),
            MatchOr { Patterns.Length: < 2 } => Fail("MatchOr requires at least 2 patterns"),
            MatchOr p => Patterns(p.Patterns, starAllowed: false),
            _ => true,
        };
        _depth--;
        return valid;
    }

    private bool Mapping(MatchMapping p)
    {
        if (p.Keys.Length != p.Patterns.Length)
            return Fail("MatchMapping doesn't have the same number of keys as patterns");
        if (p.Rest is { } rest && !Capture(rest))
            return false;
        foreach (var key in p.Keys)
        {
            if (key is Constant { Value: null or bool } ? !Expr(key) : !MatchedValue(key))
                return false;
        }
        return Patterns(p.Patterns, starAllowed: false);
    }

    private bool Class(MatchClass p)
    {
        if (p.KwdAttrs.Length != p.KwdPatterns.Length)
            return Fail("MatchClass doesn't have the same number of keyword attributes as patterns");
        if (!Expr(p.Cls))
            return false;
        var cls = p.Cls;
        while (cls is Syntax.Ast.Attribute attribute)
            cls = attribute.Value;
        if (cls is not Name)
            return Fail("MatchClass cls field can only contain Name or Attribute nodes.");
        foreach (var name in p.KwdAttrs)
        {
            if (!Identifier(name))
                return false;
        }
        return Patterns(p.Patterns, starAllowed: false) && Patterns(p.KwdPatterns, starAllowed: false);
    }

    private bool Capture(string name) => name == "_" ? Fail("can't capture name '_' in patterns") : Identifier(name);

    private bool MatchedValue(Expr? value)
    {
        switch (value)
        {
            case null:
                return Fail("None disallowed in expression list");
            case Constant { Value: string or byte[] or BigInteger or double or Complex }:
                return Place(value.Span);
            case Constant:
                return Fail("unexpected constant inside of a literal pattern");
            case Syntax.Ast.Attribute or JoinedStr:
                return Expr(value);
            case UnaryOp { Op: UnaryOperator.USub, Operand: Constant { Value: BigInteger or double or Complex } }:
            case BinOp { Op: Operator.Add or Operator.Sub, Right: Constant { Value: Complex } } sum when IsReal(sum.Left):
                return Expr(value);
            default:
                return Fail("patterns may only match literals and attribute lookups");
        }
    }

    private static bool IsReal(Expr e) =>
        e is Constant { Value: BigInteger or double } or UnaryOp { Op: UnaryOperator.USub, Operand: Constant { Value: BigInteger or double } };
}
