using System.Collections.Immutable;
using PyCoro.Syntax.Ast;

namespace PyCoro.Syntax.Building;

/// <summary>Turns an expression that was read into one that is assigned to or deleted: CPython builds targets that way
/// too. Only what can be a target arrives here.</summary>
internal static class TargetConverter
{
    public static Expr Convert(Expr expr, ExprContext context) => expr switch
    {
        Name name => new Name(name.Id, context, name.Span),
        Ast.Attribute attribute => new Ast.Attribute(attribute.Value, attribute.Attr, context, attribute.Span),
        Subscript subscript => new Subscript(subscript.Value, subscript.Slice, context, subscript.Span),
        Starred starred => new Starred(Convert(starred.Value, context), context, starred.Span),
        List list => new List(Convert(list.Elts, context), context, list.Span),
        Ast.Tuple tuple => new Ast.Tuple(Convert(tuple.Elts, context), context, tuple.Span),
        _ => throw new InvalidOperationException($"{expr.NodeName} is no target"),
    };

    private static ImmutableArray<Expr> Convert(ImmutableArray<Expr> elements, ExprContext context)
    {
        var converted = ImmutableArray.CreateBuilder<Expr>(elements.Length);
        foreach (var element in elements)
        {
            converted.Add(Convert(element, context));
        }
        return converted.MoveToImmutable();
    }
}
