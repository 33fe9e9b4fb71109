// Which expressions can be assigned to, deleted or annotated (language reference, 7.2), and what CPython calls the others.

using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Errors;
using PyCoro.Syntax.Grammar;

namespace PyCoro.Syntax.Building;

/// <summary>Where a target stands: it decides which wording an error has.</summary>
internal enum TargetPlace
{
    Assignment,
    Loop,
    With,
    Deletion,
}

internal static class TargetChecks
{
    /// <summary>CPython's name for a kind of expression in messages.</summary>
    public static string NameOf(Expr expr) => expr switch
    {
        Ast.Attribute => "attribute",
        Subscript => "subscript",
        Starred => "starred",
        Name => "name",
        List => "list",
        Ast.Tuple => "tuple",
        Lambda => "lambda",
        Call => "function call",
        BoolOp or BinOp or UnaryOp => "expression",
        GeneratorExp => "generator expression",
        Yield or YieldFrom => "yield expression",
        Await => "await expression",
        ListComp => "list comprehension",
        SetComp => "set comprehension",
        DictComp => "dict comprehension",
        Dict => "dict literal",
        Set => "set display",
        JoinedStr or FormattedValue => "f-string expression",
        Constant { Value: null } => "None",
        Constant { Value: true } => "True",
        Constant { Value: false } => "False",
        Constant { Value: EllipsisConstant } => "ellipsis",
        Constant => "literal",
        Compare => "comparison",
        IfExp => "conditional expression",
        NamedExpr => "named expression",
        _ => expr.NodeName,
    };

    /// <summary>The innermost part of an expression that is no target, or null.</summary>
    public static Expr? FindInvalid(Expr expr, TargetPlace place)
    {
        switch (expr)
        {
            case List list:
                return FindInvalid(list.Elts, place);
            case Ast.Tuple tuple:
                return FindInvalid(tuple.Elts, place);
            case Starred starred:
                return place == TargetPlace.Deletion ? starred : FindInvalid(starred.Value, place);
            case Compare compare when place == TargetPlace.Loop:
                return compare.Ops[0] == CmpOperator.In ? FindInvalid(compare.Left, place) : compare;
            case Name or Subscript or Ast.Attribute:
                return null;
            default:
                return expr;
        }
    }

    public static PythonSyntaxException Cannot(SourceText source, Expr invalid, TargetPlace place, bool maybeEquals = false)
    {
        var verb = place == TargetPlace.Deletion ? "delete" : "assign to";
        var hint = maybeEquals ? " here. Maybe you meant '==' instead of '='?" : "";
        return SyntaxErrors.At(source, invalid, $"cannot {verb} {NameOf(invalid)}{hint}");
    }

    /// <summary>The error for an assignment whose target, or a part of it, cannot be assigned to.</summary>
    /// <param name="source">The source.</param>
    /// <param name="target">The target.</param>
    /// <param name="invalid">The part of it that is none.</param>
    /// <param name="tree">The target's <c>assignable</c>.</param>
    /// <param name="chained">Whether it is one of several: then nobody meant a comparison.</param>
    public static PythonSyntaxException CannotAssign(
        SourceText source, Expr target, Expr invalid, PythonRuleContext tree, bool chained)
    {
        if (target is Yield or YieldFrom && tree.Rule(0).RuleIndex == PythonParser.RULE_yieldExpression)
        {
            return SyntaxErrors.At(source, target, "assignment to yield expression not possible");
        }
        var isPlainTuple = tree.Rule(0).Count > 1 && tree.Last.Type != PythonLexer.TRAILING_COMMA;
        var last = isPlainTuple && target is Ast.Tuple { Elts: [.., var end] } ? end : target;
        var maybeEquals = !chained && ReferenceEquals(last, invalid) && invalid is not (Constant { Value: null or bool or EllipsisConstant } or GeneratorExp or Compare or BoolOp
            or UnaryOp { Op: UnaryOperator.Not } or Lambda or IfExp or Starred);
        return Cannot(source, invalid, TargetPlace.Assignment, maybeEquals);
    }

    public static Exception NotNamedTarget(SourceText source, Expr target, PyToken walrus) =>
        target is List or Ast.Tuple or GeneratorExp or Starred or Constant { Value: null or bool } or Name
            ? target is Name ? new ParseFailedException(walrus) : SyntaxErrors.At(source, target, $"cannot use assignment expressions with {NameOf(target)}")
            : SyntaxErrors.At(source, target, $"cannot use assignment expressions with {NameOf(target)}");

    private static Expr? FindInvalid(IEnumerable<Expr> elements, TargetPlace place)
    {
        foreach (var element in elements)
        {
            if (FindInvalid(element, place) is { } invalid)
            {
                return invalid;
            }
        }
        return null;
    }
}
