using System.Collections.Immutable;
using PyCoro.Runtime.Exceptions;
using PyCoro.Syntax.Ast;

namespace PyCoro.Runtime.SyntaxTrees;

internal sealed partial class TreeValidator
{
    private bool OptionalExpr(Expr? e) => e is null || Expr(e);

    private bool Exprs<T>(ImmutableArray<T> items, ExprContext context = ExprContext.Load, bool nullAllowed = false) where T : Expr?
    {
        foreach (var item in items)
        {
            if (item is null)
            {
                if (!nullAllowed)
                    return Fail("None disallowed in expression list");
            }
            else if (!Expr(item, context))
            {
                return false;
            }
        }
        return true;
    }

    private bool Expr(Expr e, ExprContext context = ExprContext.Load)
    {
        if (!Enter() || !Place(e.Span) || !Context(e, context))
            return false;
        var valid = e switch
        {
            BoolOp { Values.Length: < 2 } => Fail("BoolOp with less than 2 values"),
            BoolOp b => Exprs(b.Values),
            NamedExpr { Target: not Name } => Fail(ExceptionTypes.TypeError, "NamedExpr target must be a Name"),
            NamedExpr n => Expr(n.Value),
            BinOp b => Expr(b.Left) && Expr(b.Right),
            UnaryOp u => Expr(u.Operand),
            Lambda l => Arguments(l.Args) && Expr(l.Body),
            IfExp i => Expr(i.Test) && Expr(i.Body) && Expr(i.OrElse),
            Dict d when d.Keys.Length != d.Values.Length => Fail("Dict doesn't have the same number of keys as values"),
            // A key that is None stands for `**value`.
            Dict d => Exprs(d.Keys, ExprContext.Load, nullAllowed: true) && Exprs(d.Values),
            Set s => Exprs(s.Elts),
            ListComp c => Comprehensions(c.Generators) && Expr(c.Elt),
            SetComp c => Comprehensions(c.Generators) && Expr(c.Elt),
            GeneratorExp c => Comprehensions(c.Generators) && Expr(c.Elt),
            DictComp c => Comprehensions(c.Generators) && Expr(c.Key) && Expr(c.Value),
            Await a => Expr(a.Value),
            Yield y => OptionalExpr(y.Value),
            YieldFrom y => Expr(y.Value),
            Compare { Comparators.Length: 0 } => Fail("Compare with no comparators"),
            Compare c when c.Comparators.Length != c.Ops.Length => Fail("Compare has a different number of comparators and operands"),
            Compare c => Exprs(c.Comparators) && Expr(c.Left),
            Call c => Expr(c.Func) && Exprs(c.Args) && Keywords(c.Keywords),
            FormattedValue f => FormattedValue(f),
            JoinedStr j => Exprs(j.Values),
            Syntax.Ast.Attribute a => Expr(a.Value),
            Subscript s => Expr(s.Slice) && Expr(s.Value),
            Starred s => Expr(s.Value, context),
            Slice s => OptionalExpr(s.Lower) && OptionalExpr(s.Upper) && OptionalExpr(s.Step),
            List l => Exprs(l.Elts, context),
            Syntax.Ast.Tuple t => Exprs(t.Elts, context),
            _ => true,
        };
        _depth--;
        return valid;
    }

    private bool FormattedValue(FormattedValue f)
    {
        if (f.Conversion is not (-1 or 's' or 'r' or 'a'))
            return Fail(ExceptionTypes.SystemError, $"Unrecognized conversion character {f.Conversion}");
        return Expr(f.Value) && OptionalExpr(f.FormatSpec);
    }

    private bool Context(Expr e, ExprContext wanted)
    {
        ExprContext actual;
        switch (e)
        {
            case Syntax.Ast.Attribute a: actual = a.Ctx; break;
            case Subscript s: actual = s.Ctx; break;
            case Starred s: actual = s.Ctx; break;
            case Name n:
                if (!Identifier(n.Id))
                    return false;
                actual = n.Ctx;
                break;
            case List l: actual = l.Ctx; break;
            case Syntax.Ast.Tuple t: actual = t.Ctx; break;
            default:
                return wanted == ExprContext.Load || Fail($"expression which can't be assigned to in {wanted} context");
        }
        return actual == wanted || Fail($"expression must have {wanted} context but has {actual} instead");
    }

    private bool Comprehensions(ImmutableArray<Comprehension> generators)
    {
        if (generators.Length == 0)
            return Fail("comprehension with no generators");
        foreach (var generator in generators)
        {
            if (!Expr(generator.Target, ExprContext.Store) || !Expr(generator.Iter) || !Exprs(generator.Ifs))
                return false;
        }
        return true;
    }
}
