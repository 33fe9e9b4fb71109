// Expressions whose value is known are computed once, here, within the size limits that CPython uses so that code objects do
// not swell. Folding is asked for node by node while emitting; what was found for a node is remembered, because its
// parents ask too.

using System.Collections.Immutable;
using System.Numerics;
using PyCoro.Compiler.Bytecode;
using PyCoro.Compiler.Emit;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Folding;

internal sealed class ConstantFolder(CompilationContext context)
{
    private readonly Dictionary<Expr, Expr> folded = new(ReferenceEqualityComparer.Instance);

    /// <summary>The same expression, a constant in its place, or a simpler form of it.</summary>
    public Expr Fold(Expr e)
    {
        switch (e)
        {
            case Name { Ctx: ExprContext.Load, Id: "__debug__" }:
                return new Constant(context.Options.Optimize == 0, null, e.Span);
            case BinOp or UnaryOp or Subscript { Ctx: ExprContext.Load } or Tuple { Ctx: ExprContext.Load }:
                if (!folded.TryGetValue(e, out var result))
                    folded.Add(e, result = Compute(e));
                return result;
            default:
                return e;
        }
    }

    /// <summary>The values of expressions that are all constant.</summary>
    public ImmutableArray<object?>? ConstantItems(ImmutableArray<Expr> elements)
    {
        var items = ImmutableArray.CreateBuilder<object?>(elements.Length);
        foreach (var element in elements)
        {
            if (Fold(element) is not Constant constant)
                return null;
            items.Add(constant.Value);
        }
        return items.ToImmutable();
    }

    /// <summary>The right side of <c>in</c>, or another place that only looks through the items: a constant when it can be.</summary>
    public Expr FoldContainer(CmpOperator op, Expr e) => op is CmpOperator.In or CmpOperator.NotIn ? FoldIterable(e) : e;

    /// <summary>A list or set display that nobody else can see: a tuple or frozenset does.</summary>
    public Expr FoldIterable(Expr e)
    {
        switch (e)
        {
            case List list when !list.Elts.Any(x => x is Starred):
                return ConstantItems(list.Elts) is { } items
                    ? new Constant(new ConstantTuple(items), null, e.Span)
                    : new Tuple(list.Elts, ExprContext.Load, e.Span);
            case Set set when ConstantItems(set.Elts) is { } members:
                return new Constant(FrozenSet(members), null, e.Span);
            default:
                return e;
        }
    }

    public static bool IsTrue(object? value) =>
        value switch
        {
            null => false,
            bool b => b,
            BigInteger i => !i.IsZero,
            double d => d != 0,
            Complex c => c != Complex.Zero,
            string s => s.Length > 0,
            byte[] b => b.Length > 0,
            ConstantTuple t => t.Items.Length > 0,
            ConstantFrozenSet f => f.Items.Length > 0,
            _ => true,
        };

    /// <summary>A value that is the same for constants which are equal in Python: 1, 1.0 and True.</summary>
    public static object EqualityKey(object? value) =>
        value switch
        {
            null => DBNull.Value,
            bool b => new BigInteger(b ? 1 : 0),
            double d when d == Math.Floor(d) && !double.IsInfinity(d) => new BigInteger(d),
            Complex { Imaginary: 0 } c => EqualityKey(c.Real),
            _ => value,
        };

    /// <summary>The set of some constants; of equal ones the first stays.</summary>
    public static ConstantFrozenSet FrozenSet(ImmutableArray<object?> items)
    {
        HashSet<object> seen = new(ConstantComparer.Instance);
        return new ConstantFrozenSet([.. items.Where(item => seen.Add(EqualityKey(item)))]);
    }

    private Expr Compute(Expr e)
    {
        context.GuardStack("compilation");
        switch (e)
        {
            case BinOp { Left: var left, Right: var right } op:
                var foldedLeft = Fold(left);
                if (op.Op == Operator.Mod && foldedLeft is Constant { Value: string format } && Fold(right) is Tuple arguments)
                {
                    if (FormatFolding.ToFString(format, arguments, e.Span) is { } joined)
                        return joined;
                }
                return foldedLeft is Constant a && Fold(right) is Constant b
                    && ConstantArithmetic.TryBinary(op.Op, a.Value, b.Value, out var binary)
                    ? new Constant(binary, null, e.Span)
                    : e;
            case UnaryOp op:
                return ComputeUnary(op, Fold(op.Operand));
            case Subscript { Value: var value, Slice: var index }:
                return Fold(value) is Constant container && Fold(index) is Constant key
                    && ConstantArithmetic.TrySubscript(container.Value, key.Value, out var item)
                    ? new Constant(item, null, e.Span)
                    : e;
            case Tuple tuple:
                return ConstantItems(tuple.Elts) is { } items ? new Constant(new ConstantTuple(items), null, e.Span) : e;
            default:
                return e;
        }
    }

    private static Expr ComputeUnary(UnaryOp e, Expr operand)
    {
        if (operand is Constant constant)
        {
            return ConstantArithmetic.TryUnary(e.Op, constant.Value, out var result)
                ? new Constant(result, null, e.Span)
                : e;
        }
        // Of one comparison `not` makes the opposite one, where there is one that means exactly that.
        if (e.Op == UnaryOperator.Not && operand is Compare { Ops: [var op] } compare)
        {
            CmpOperator? opposite = op switch
            {
                CmpOperator.Is => CmpOperator.IsNot,
                CmpOperator.IsNot => CmpOperator.Is,
                CmpOperator.In => CmpOperator.NotIn,
                CmpOperator.NotIn => CmpOperator.In,
                _ => null,
            };
            if (opposite is { } found)
                return new Compare(compare.Left, [found], compare.Comparators, compare.Span);
        }
        return e;
    }
}
