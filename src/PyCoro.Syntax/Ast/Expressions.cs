// Expression nodes, one class for each constructor of `expr` in the abstract grammar of the ast module.

using System.Collections.Immutable;

namespace PyCoro.Syntax.Ast;

/// <summary><c>BoolOp(op, values)</c>.</summary>
public sealed class BoolOp(BoolOperator op, ImmutableArray<Expr> values, SourceSpan span) : Expr(span)
{
    public BoolOperator Op { get; } = op;
    public ImmutableArray<Expr> Values { get; } = values;
    public override NodeKind Kind => NodeKind.BoolOp;
    public override string NodeName => "BoolOp";
    public override IEnumerable<NodeField> Fields => [new("op", Op), new("values", Values)];
}

/// <summary><c>NamedExpr(target, value)</c>.</summary>
public sealed class NamedExpr(Expr target, Expr value, SourceSpan span) : Expr(span)
{
    public Expr Target { get; } = target;
    public Expr Value { get; } = value;
    public override NodeKind Kind => NodeKind.NamedExpr;
    public override string NodeName => "NamedExpr";
    public override IEnumerable<NodeField> Fields => [new("target", Target), new("value", Value)];
}

/// <summary><c>BinOp(left, op, right)</c>.</summary>
public sealed class BinOp(Expr left, Operator op, Expr right, SourceSpan span) : Expr(span)
{
    public Expr Left { get; } = left;
    public Operator Op { get; } = op;
    public Expr Right { get; } = right;
    public override NodeKind Kind => NodeKind.BinOp;
    public override string NodeName => "BinOp";
    public override IEnumerable<NodeField> Fields => [new("left", Left), new("op", Op), new("right", Right)];
}

/// <summary><c>UnaryOp(op, operand)</c>.</summary>
public sealed class UnaryOp(UnaryOperator op, Expr operand, SourceSpan span) : Expr(span)
{
    public UnaryOperator Op { get; } = op;
    public Expr Operand { get; } = operand;
    public override NodeKind Kind => NodeKind.UnaryOp;
    public override string NodeName => "UnaryOp";
    public override IEnumerable<NodeField> Fields => [new("op", Op), new("operand", Operand)];
}

/// <summary><c>Lambda(args, body)</c>.</summary>
public sealed class Lambda(Arguments args, Expr body, SourceSpan span) : Expr(span)
{
    public Arguments Args { get; } = args;
    public Expr Body { get; } = body;
    public override NodeKind Kind => NodeKind.Lambda;
    public override string NodeName => "Lambda";
    public override IEnumerable<NodeField> Fields => [new("args", Args), new("body", Body)];
}

/// <summary><c>IfExp(test, body, orelse)</c>.</summary>
public sealed class IfExp(Expr test, Expr body, Expr orelse, SourceSpan span) : Expr(span)
{
    public Expr Test { get; } = test;
    public Expr Body { get; } = body;
    public Expr OrElse { get; } = orelse;
    public override NodeKind Kind => NodeKind.IfExp;
    public override string NodeName => "IfExp";
    public override IEnumerable<NodeField> Fields => [new("test", Test), new("body", Body), new("orelse", OrElse)];
}

/// <summary><c>Dict(keys, values)</c>.</summary>
public sealed class Dict(ImmutableArray<Expr?> keys, ImmutableArray<Expr> values, SourceSpan span) : Expr(span)
{
    public ImmutableArray<Expr?> Keys { get; } = keys;
    public ImmutableArray<Expr> Values { get; } = values;
    public override NodeKind Kind => NodeKind.Dict;
    public override string NodeName => "Dict";
    public override IEnumerable<NodeField> Fields => [new("keys", Keys), new("values", Values)];
}

/// <summary><c>Set(elts)</c>.</summary>
public sealed class Set(ImmutableArray<Expr> elts, SourceSpan span) : Expr(span)
{
    public ImmutableArray<Expr> Elts { get; } = elts;
    public override NodeKind Kind => NodeKind.Set;
    public override string NodeName => "Set";
    public override IEnumerable<NodeField> Fields => [new("elts", Elts)];
}

/// <summary><c>ListComp(elt, generators)</c>.</summary>
public sealed class ListComp(Expr elt, ImmutableArray<Comprehension> generators, SourceSpan span) : Expr(span)
{
    public Expr Elt { get; } = elt;
    public ImmutableArray<Comprehension> Generators { get; } = generators;
    public override NodeKind Kind => NodeKind.ListComp;
    public override string NodeName => "ListComp";
    public override IEnumerable<NodeField> Fields => [new("elt", Elt), new("generators", Generators)];
}

/// <summary><c>SetComp(elt, generators)</c>.</summary>
public sealed class SetComp(Expr elt, ImmutableArray<Comprehension> generators, SourceSpan span) : Expr(span)
{
    public Expr Elt { get; } = elt;
    public ImmutableArray<Comprehension> Generators { get; } = generators;
    public override NodeKind Kind => NodeKind.SetComp;
    public override string NodeName => "SetComp";
    public override IEnumerable<NodeField> Fields => [new("elt", Elt), new("generators", Generators)];
}

/// <summary><c>DictComp(key, value, generators)</c>.</summary>
public sealed class DictComp(Expr key, Expr value, ImmutableArray<Comprehension> generators, SourceSpan span) : Expr(span)
{
    public Expr Key { get; } = key;
    public Expr Value { get; } = value;
    public ImmutableArray<Comprehension> Generators { get; } = generators;
    public override NodeKind Kind => NodeKind.DictComp;
    public override string NodeName => "DictComp";
    public override IEnumerable<NodeField> Fields => [new("key", Key), new("value", Value), new("generators", Generators)];
}

/// <summary><c>GeneratorExp(elt, generators)</c>.</summary>
public sealed class GeneratorExp(Expr elt, ImmutableArray<Comprehension> generators, SourceSpan span) : Expr(span)
{
    public Expr Elt { get; } = elt;
    public ImmutableArray<Comprehension> Generators { get; } = generators;
    public override NodeKind Kind => NodeKind.GeneratorExp;
    public override string NodeName => "GeneratorExp";
    public override IEnumerable<NodeField> Fields => [new("elt", Elt), new("generators", Generators)];
}

/// <summary><c>Await(value)</c>.</summary>
public sealed class Await(Expr value, SourceSpan span) : Expr(span)
{
    public Expr Value { get; } = value;
    public override NodeKind Kind => NodeKind.Await;
    public override string NodeName => "Await";
    public override IEnumerable<NodeField> Fields => [new("value", Value)];
}

/// <summary><c>Yield(value)</c>.</summary>
public sealed class Yield(Expr? value, SourceSpan span) : Expr(span)
{
    public Expr? Value { get; } = value;
    public override NodeKind Kind => NodeKind.Yield;
    public override string NodeName => "Yield";
    public override IEnumerable<NodeField> Fields => [new("value", Value)];
}

/// <summary><c>YieldFrom(value)</c>.</summary>
public sealed class YieldFrom(Expr value, SourceSpan span) : Expr(span)
{
    public Expr Value { get; } = value;
    public override NodeKind Kind => NodeKind.YieldFrom;
    public override string NodeName => "YieldFrom";
    public override IEnumerable<NodeField> Fields => [new("value", Value)];
}

/// <summary><c>Compare(left, ops, comparators)</c>.</summary>
public sealed class Compare(Expr left, ImmutableArray<CmpOperator> ops, ImmutableArray<Expr> comparators, SourceSpan span) : Expr(span)
{
    public Expr Left { get; } = left;
    public ImmutableArray<CmpOperator> Ops { get; } = ops;
    public ImmutableArray<Expr> Comparators { get; } = comparators;
    public override NodeKind Kind => NodeKind.Compare;
    public override string NodeName => "Compare";
    public override IEnumerable<NodeField> Fields => [new("left", Left), new("ops", Ops), new("comparators", Comparators)];
}

/// <summary><c>Call(func, args, keywords)</c>.</summary>
public sealed class Call(Expr func, ImmutableArray<Expr> args, ImmutableArray<Keyword> keywords, SourceSpan span) : Expr(span)
{
    public Expr Func { get; } = func;
    public ImmutableArray<Expr> Args { get; } = args;
    public ImmutableArray<Keyword> Keywords { get; } = keywords;
    public override NodeKind Kind => NodeKind.Call;
    public override string NodeName => "Call";
    public override IEnumerable<NodeField> Fields => [new("func", Func), new("args", Args), new("keywords", Keywords)];
}

/// <summary><c>FormattedValue(value, conversion, format_spec)</c>.</summary>
public sealed class FormattedValue(Expr value, int conversion, Expr? formatSpec, SourceSpan span) : Expr(span)
{
    public Expr Value { get; } = value;
    public int Conversion { get; } = conversion;
    public Expr? FormatSpec { get; } = formatSpec;
    public override NodeKind Kind => NodeKind.FormattedValue;
    public override string NodeName => "FormattedValue";
    public override IEnumerable<NodeField> Fields => [new("value", Value), new("conversion", Conversion), new("format_spec", FormatSpec)];
}

/// <summary><c>JoinedStr(values)</c>.</summary>
public sealed class JoinedStr(ImmutableArray<Expr> values, SourceSpan span) : Expr(span)
{
    public ImmutableArray<Expr> Values { get; } = values;
    public override NodeKind Kind => NodeKind.JoinedStr;
    public override string NodeName => "JoinedStr";
    public override IEnumerable<NodeField> Fields => [new("values", Values)];
}

/// <summary><c>Constant(value, kind)</c>.</summary>
public sealed class Constant(object? value, string? kind, SourceSpan span) : Expr(span)
{
    public object? Value { get; } = value;
    public string? Prefix { get; } = kind;
    public override NodeKind Kind => NodeKind.Constant;
    public override string NodeName => "Constant";
    public override IEnumerable<NodeField> Fields => [new("value", Value), new("kind", Prefix)];
}

/// <summary><c>Attribute(value, attr, ctx)</c>.</summary>
public sealed class Attribute(Expr value, string attr, ExprContext ctx, SourceSpan span) : Expr(span)
{
    public Expr Value { get; } = value;
    public string Attr { get; } = attr;
    public ExprContext Ctx { get; } = ctx;
    public override NodeKind Kind => NodeKind.Attribute;
    public override string NodeName => "Attribute";
    public override IEnumerable<NodeField> Fields => [new("value", Value), new("attr", Attr), new("ctx", Ctx)];
}

/// <summary><c>Subscript(value, slice, ctx)</c>.</summary>
public sealed class Subscript(Expr value, Expr slice, ExprContext ctx, SourceSpan span) : Expr(span)
{
    public Expr Value { get; } = value;
    public Expr Slice { get; } = slice;
    public ExprContext Ctx { get; } = ctx;
    public override NodeKind Kind => NodeKind.Subscript;
    public override string NodeName => "Subscript";
    public override IEnumerable<NodeField> Fields => [new("value", Value), new("slice", Slice), new("ctx", Ctx)];
}

/// <summary><c>Starred(value, ctx)</c>.</summary>
public sealed class Starred(Expr value, ExprContext ctx, SourceSpan span) : Expr(span)
{
    public Expr Value { get; } = value;
    public ExprContext Ctx { get; } = ctx;
    public override NodeKind Kind => NodeKind.Starred;
    public override string NodeName => "Starred";
    public override IEnumerable<NodeField> Fields => [new("value", Value), new("ctx", Ctx)];
}

/// <summary><c>Name(id, ctx)</c>.</summary>
public sealed class Name(string id, ExprContext ctx, SourceSpan span) : Expr(span)
{
    public string Id { get; } = id;
    public ExprContext Ctx { get; } = ctx;
    public override NodeKind Kind => NodeKind.Name;
    public override string NodeName => "Name";
    public override IEnumerable<NodeField> Fields => [new("id", Id), new("ctx", Ctx)];
}

/// <summary><c>List(elts, ctx)</c>.</summary>
public sealed class List(ImmutableArray<Expr> elts, ExprContext ctx, SourceSpan span) : Expr(span)
{
    public ImmutableArray<Expr> Elts { get; } = elts;
    public ExprContext Ctx { get; } = ctx;
    public override NodeKind Kind => NodeKind.List;
    public override string NodeName => "List";
    public override IEnumerable<NodeField> Fields => [new("elts", Elts), new("ctx", Ctx)];
}

/// <summary><c>Tuple(elts, ctx)</c>.</summary>
public sealed class Tuple(ImmutableArray<Expr> elts, ExprContext ctx, SourceSpan span) : Expr(span)
{
    public ImmutableArray<Expr> Elts { get; } = elts;
    public ExprContext Ctx { get; } = ctx;
    public override NodeKind Kind => NodeKind.Tuple;
    public override string NodeName => "Tuple";
    public override IEnumerable<NodeField> Fields => [new("elts", Elts), new("ctx", Ctx)];
}

/// <summary><c>Slice(lower, upper, step)</c>.</summary>
public sealed class Slice(Expr? lower, Expr? upper, Expr? step, SourceSpan span) : Expr(span)
{
    public Expr? Lower { get; } = lower;
    public Expr? Upper { get; } = upper;
    public Expr? Step { get; } = step;
    public override NodeKind Kind => NodeKind.Slice;
    public override string NodeName => "Slice";
    public override IEnumerable<NodeField> Fields => [new("lower", Lower), new("upper", Upper), new("step", Step)];
}
