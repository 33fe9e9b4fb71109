// Parts of statements and expressions that are neither by themselves.

using System.Collections.Immutable;

namespace PyCoro.Syntax.Ast;

/// <summary><c>ExceptHandler(type, name, body)</c>.</summary>
public sealed class ExceptHandler(Expr? type, string? name, ImmutableArray<Stmt> body, SourceSpan span) : Node(span)
{
    public Expr? Type { get; } = type;
    public string? Name { get; } = name;
    public ImmutableArray<Stmt> Body { get; } = body;
    public override NodeKind Kind => NodeKind.ExceptHandler;
    public override string NodeName => "ExceptHandler";
    public override IEnumerable<NodeField> Fields => [new("type", Type), new("name", Name), new("body", Body)];
}

/// <summary><c>arguments(posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults)</c>.</summary>
public sealed class Arguments(ImmutableArray<Arg> posonlyargs, ImmutableArray<Arg> args, Arg? vararg, ImmutableArray<Arg> kwonlyargs, ImmutableArray<Expr?> kwDefaults, Arg? kwarg, ImmutableArray<Expr> defaults) : Node(default)
{
    public ImmutableArray<Arg> PosOnlyArgs { get; } = posonlyargs;
    public ImmutableArray<Arg> Args { get; } = args;
    public Arg? VarArg { get; } = vararg;
    public ImmutableArray<Arg> KwOnlyArgs { get; } = kwonlyargs;
    public ImmutableArray<Expr?> KwDefaults { get; } = kwDefaults;
    public Arg? KwArg { get; } = kwarg;
    public ImmutableArray<Expr> Defaults { get; } = defaults;
    public override NodeKind Kind => NodeKind.Arguments;
    public override string NodeName => "arguments";
    public override IEnumerable<NodeField> Fields => [new("posonlyargs", PosOnlyArgs), new("args", Args), new("vararg", VarArg), new("kwonlyargs", KwOnlyArgs), new("kw_defaults", KwDefaults), new("kwarg", KwArg), new("defaults", Defaults)];
}

/// <summary><c>arg(arg, annotation, type_comment)</c>.</summary>
public sealed class Arg(string arg, Expr? annotation, string? typeComment, SourceSpan span) : Node(span)
{
    public string Name { get; } = arg;
    public Expr? Annotation { get; } = annotation;
    public string? TypeComment { get; } = typeComment;
    public override NodeKind Kind => NodeKind.Arg;
    public override string NodeName => "arg";
    public override IEnumerable<NodeField> Fields => [new("arg", Name), new("annotation", Annotation), new("type_comment", TypeComment)];
}

/// <summary><c>keyword(arg, value)</c>.</summary>
public sealed class Keyword(string? arg, Expr value, SourceSpan span) : Node(span)
{
    public string? Arg { get; } = arg;
    public Expr Value { get; } = value;
    public override NodeKind Kind => NodeKind.Keyword;
    public override string NodeName => "keyword";
    public override IEnumerable<NodeField> Fields => [new("arg", Arg), new("value", Value)];
}

/// <summary><c>alias(name, asname)</c>.</summary>
public sealed class Alias(string name, string? asname, SourceSpan span) : Node(span)
{
    public string Name { get; } = name;
    public string? AsName { get; } = asname;
    public override NodeKind Kind => NodeKind.Alias;
    public override string NodeName => "alias";
    public override IEnumerable<NodeField> Fields => [new("name", Name), new("asname", AsName)];
}

/// <summary><c>withitem(context_expr, optional_vars)</c>.</summary>
public sealed class WithItem(Expr contextExpr, Expr? optionalVars) : Node(default)
{
    public Expr ContextExpr { get; } = contextExpr;
    public Expr? OptionalVars { get; } = optionalVars;
    public override NodeKind Kind => NodeKind.WithItem;
    public override string NodeName => "withitem";
    public override IEnumerable<NodeField> Fields => [new("context_expr", ContextExpr), new("optional_vars", OptionalVars)];
}

/// <summary><c>match_case(pattern, guard, body)</c>.</summary>
public sealed class MatchCase(Pattern pattern, Expr? guard, ImmutableArray<Stmt> body) : Node(default)
{
    public Pattern Pattern { get; } = pattern;
    public Expr? Guard { get; } = guard;
    public ImmutableArray<Stmt> Body { get; } = body;
    public override NodeKind Kind => NodeKind.MatchCase;
    public override string NodeName => "match_case";
    public override IEnumerable<NodeField> Fields => [new("pattern", Pattern), new("guard", Guard), new("body", Body)];
}

/// <summary><c>comprehension(target, iter, ifs, is_async)</c>.</summary>
public sealed class Comprehension(Expr target, Expr iter, ImmutableArray<Expr> ifs, int isAsync) : Node(default)
{
    public Expr Target { get; } = target;
    public Expr Iter { get; } = iter;
    public ImmutableArray<Expr> Ifs { get; } = ifs;
    public int IsAsync { get; } = isAsync;
    public override NodeKind Kind => NodeKind.Comprehension;
    public override string NodeName => "comprehension";
    public override IEnumerable<NodeField> Fields => [new("target", Target), new("iter", Iter), new("ifs", Ifs), new("is_async", IsAsync)];
}

/// <summary><c>TypeIgnore(lineno, tag)</c>.</summary>
public sealed class TypeIgnore(int lineno, string tag) : Node(default)
{
    public int LineNo { get; } = lineno;
    public string Tag { get; } = tag;
    public override NodeKind Kind => NodeKind.TypeIgnore;
    public override string NodeName => "TypeIgnore";
    public override IEnumerable<NodeField> Fields => [new("lineno", LineNo), new("tag", Tag)];
}
