// Statement nodes, one class for each constructor of `stmt` in the abstract grammar of the ast module (library reference: ast).

using System.Collections.Immutable;

namespace PyCoro.Syntax.Ast;

/// <summary><c>FunctionDef(name, args, body, decorator_list, returns, type_comment)</c>.</summary>
public sealed class FunctionDef(string name, Arguments args, ImmutableArray<Stmt> body, ImmutableArray<Expr> decoratorList, Expr? returns, string? typeComment, SourceSpan span) : Stmt(span)
{
    public string Name { get; } = name;
    public Arguments Args { get; } = args;
    public ImmutableArray<Stmt> Body { get; } = body;
    public ImmutableArray<Expr> DecoratorList { get; } = decoratorList;
    public Expr? Returns { get; } = returns;
    public string? TypeComment { get; } = typeComment;
    public override NodeKind Kind => NodeKind.FunctionDef;
    public override string NodeName => "FunctionDef";
    public override IEnumerable<NodeField> Fields => [new("name", Name), new("args", Args), new("body", Body), new("decorator_list", DecoratorList), new("returns", Returns), new("type_comment", TypeComment)];
}

/// <summary><c>AsyncFunctionDef(name, args, body, decorator_list, returns, type_comment)</c>.</summary>
public sealed class AsyncFunctionDef(string name, Arguments args, ImmutableArray<Stmt> body, ImmutableArray<Expr> decoratorList, Expr? returns, string? typeComment, SourceSpan span) : Stmt(span)
{
    public string Name { get; } = name;
    public Arguments Args { get; } = args;
    public ImmutableArray<Stmt> Body { get; } = body;
    public ImmutableArray<Expr> DecoratorList { get; } = decoratorList;
    public Expr? Returns { get; } = returns;
    public string? TypeComment { get; } = typeComment;
    public override NodeKind Kind => NodeKind.AsyncFunctionDef;
    public override string NodeName => "AsyncFunctionDef";
    public override IEnumerable<NodeField> Fields => [new("name", Name), new("args", Args), new("body", Body), new("decorator_list", DecoratorList), new("returns", Returns), new("type_comment", TypeComment)];
}

/// <summary><c>ClassDef(name, bases, keywords, body, decorator_list)</c>.</summary>
public sealed class ClassDef(string name, ImmutableArray<Expr> bases, ImmutableArray<Keyword> keywords, ImmutableArray<Stmt> body, ImmutableArray<Expr> decoratorList, SourceSpan span) : Stmt(span)
{
    public string Name { get; } = name;
    public ImmutableArray<Expr> Bases { get; } = bases;
    public ImmutableArray<Keyword> Keywords { get; } = keywords;
    public ImmutableArray<Stmt> Body { get; } = body;
    public ImmutableArray<Expr> DecoratorList { get; } = decoratorList;
    public override NodeKind Kind => NodeKind.ClassDef;
    public override string NodeName => "ClassDef";
    public override IEnumerable<NodeField> Fields => [new("name", Name), new("bases", Bases), new("keywords", Keywords), new("body", Body), new("decorator_list", DecoratorList)];
}

/// <summary><c>Return(value)</c>.</summary>
public sealed class Return(Expr? value, SourceSpan span) : Stmt(span)
{
    public Expr? Value { get; } = value;
    public override NodeKind Kind => NodeKind.Return;
    public override string NodeName => "Return";
    public override IEnumerable<NodeField> Fields => [new("value", Value)];
}

/// <summary><c>Delete(targets)</c>.</summary>
public sealed class Delete(ImmutableArray<Expr> targets, SourceSpan span) : Stmt(span)
{
    public ImmutableArray<Expr> Targets { get; } = targets;
    public override NodeKind Kind => NodeKind.Delete;
    public override string NodeName => "Delete";
    public override IEnumerable<NodeField> Fields => [new("targets", Targets)];
}

/// <summary><c>Assign(targets, value, type_comment)</c>.</summary>
public sealed class Assign(ImmutableArray<Expr> targets, Expr value, string? typeComment, SourceSpan span) : Stmt(span)
{
    public ImmutableArray<Expr> Targets { get; } = targets;
    public Expr Value { get; } = value;
    public string? TypeComment { get; } = typeComment;
    public override NodeKind Kind => NodeKind.Assign;
    public override string NodeName => "Assign";
    public override IEnumerable<NodeField> Fields => [new("targets", Targets), new("value", Value), new("type_comment", TypeComment)];
}

/// <summary><c>AugAssign(target, op, value)</c>.</summary>
public sealed class AugAssign(Expr target, Operator op, Expr value, SourceSpan span) : Stmt(span)
{
    public Expr Target { get; } = target;
    public Operator Op { get; } = op;
    public Expr Value { get; } = value;
    public override NodeKind Kind => NodeKind.AugAssign;
    public override string NodeName => "AugAssign";
    public override IEnumerable<NodeField> Fields => [new("target", Target), new("op", Op), new("value", Value)];
}

/// <summary><c>AnnAssign(target, annotation, value, simple)</c>.</summary>
public sealed class AnnAssign(Expr target, Expr annotation, Expr? value, int simple, SourceSpan span) : Stmt(span)
{
    public Expr Target { get; } = target;
    public Expr Annotation { get; } = annotation;
    public Expr? Value { get; } = value;
    public int Simple { get; } = simple;
    public override NodeKind Kind => NodeKind.AnnAssign;
    public override string NodeName => "AnnAssign";
    public override IEnumerable<NodeField> Fields => [new("target", Target), new("annotation", Annotation), new("value", Value), new("simple", Simple)];
}

/// <summary><c>For(target, iter, body, orelse, type_comment)</c>.</summary>
public sealed class For(Expr target, Expr iter, ImmutableArray<Stmt> body, ImmutableArray<Stmt> orelse, string? typeComment, SourceSpan span) : Stmt(span)
{
    public Expr Target { get; } = target;
    public Expr Iter { get; } = iter;
    public ImmutableArray<Stmt> Body { get; } = body;
    public ImmutableArray<Stmt> OrElse { get; } = orelse;
    public string? TypeComment { get; } = typeComment;
    public override NodeKind Kind => NodeKind.For;
    public override string NodeName => "For";
    public override IEnumerable<NodeField> Fields => [new("target", Target), new("iter", Iter), new("body", Body), new("orelse", OrElse), new("type_comment", TypeComment)];
}

/// <summary><c>AsyncFor(target, iter, body, orelse, type_comment)</c>.</summary>
public sealed class AsyncFor(Expr target, Expr iter, ImmutableArray<Stmt> body, ImmutableArray<Stmt> orelse, string? typeComment, SourceSpan span) : Stmt(span)
{
    public Expr Target { get; } = target;
    public Expr Iter { get; } = iter;
    public ImmutableArray<Stmt> Body { get; } = body;
    public ImmutableArray<Stmt> OrElse { get; } = orelse;
    public string? TypeComment { get; } = typeComment;
    public override NodeKind Kind => NodeKind.AsyncFor;
    public override string NodeName => "AsyncFor";
    public override IEnumerable<NodeField> Fields => [new("target", Target), new("iter", Iter), new("body", Body), new("orelse", OrElse), new("type_comment", TypeComment)];
}

/// <summary><c>While(test, body, orelse)</c>.</summary>
public sealed class While(Expr test, ImmutableArray<Stmt> body, ImmutableArray<Stmt> orelse, SourceSpan span) : Stmt(span)
{
    public Expr Test { get; } = test;
    public ImmutableArray<Stmt> Body { get; } = body;
    public ImmutableArray<Stmt> OrElse { get; } = orelse;
    public override NodeKind Kind => NodeKind.While;
    public override string NodeName => "While";
    public override IEnumerable<NodeField> Fields => [new("test", Test), new("body", Body), new("orelse", OrElse)];
}

/// <summary><c>If(test, body, orelse)</c>.</summary>
public sealed class If(Expr test, ImmutableArray<Stmt> body, ImmutableArray<Stmt> orelse, SourceSpan span) : Stmt(span)
{
    public Expr Test { get; } = test;
    public ImmutableArray<Stmt> Body { get; } = body;
    public ImmutableArray<Stmt> OrElse { get; } = orelse;
    public override NodeKind Kind => NodeKind.If;
    public override string NodeName => "If";
    public override IEnumerable<NodeField> Fields => [new("test", Test), new("body", Body), new("orelse", OrElse)];
}

/// <summary><c>With(items, body, type_comment)</c>.</summary>
public sealed class With(ImmutableArray<WithItem> items, ImmutableArray<Stmt> body, string? typeComment, SourceSpan span) : Stmt(span)
{
    public ImmutableArray<WithItem> Items { get; } = items;
    public ImmutableArray<Stmt> Body { get; } = body;
    public string? TypeComment { get; } = typeComment;
    public override NodeKind Kind => NodeKind.With;
    public override string NodeName => "With";
    public override IEnumerable<NodeField> Fields => [new("items", Items), new("body", Body), new("type_comment", TypeComment)];
}

/// <summary><c>AsyncWith(items, body, type_comment)</c>.</summary>
public sealed class AsyncWith(ImmutableArray<WithItem> items, ImmutableArray<Stmt> body, string? typeComment, SourceSpan span) : Stmt(span)
{
    public ImmutableArray<WithItem> Items { get; } = items;
    public ImmutableArray<Stmt> Body { get; } = body;
    public string? TypeComment { get; } = typeComment;
    public override NodeKind Kind => NodeKind.AsyncWith;
    public override string NodeName => "AsyncWith";
    public override IEnumerable<NodeField> Fields => [new("items", Items), new("body", Body), new("type_comment", TypeComment)];
}

/// <summary><c>Match(subject, cases)</c>.</summary>
public sealed class Match(Expr subject, ImmutableArray<MatchCase> cases, SourceSpan span) : Stmt(span)
{
    public Expr Subject { get; } = subject;
    public ImmutableArray<MatchCase> Cases { get; } = cases;
    public override NodeKind Kind => NodeKind.Match;
    public override string NodeName => "Match";
    public override IEnumerable<NodeField> Fields => [new("subject", Subject), new("cases", Cases)];
}

/// <summary><c>Raise(exc, cause)</c>.</summary>
public sealed class Raise(Expr? exc, Expr? cause, SourceSpan span) : Stmt(span)
{
    public Expr? Exc { get; } = exc;
    public Expr? Cause { get; } = cause;
    public override NodeKind Kind => NodeKind.Raise;
    public override string NodeName => "Raise";
    public override IEnumerable<NodeField> Fields => [new("exc", Exc), new("cause", Cause)];
}

/// <summary><c>Try(body, handlers, orelse, finalbody)</c>.</summary>
public sealed class Try(ImmutableArray<Stmt> body, ImmutableArray<ExceptHandler> handlers, ImmutableArray<Stmt> orelse, ImmutableArray<Stmt> finalbody, SourceSpan span) : Stmt(span)
{
    public ImmutableArray<Stmt> Body { get; } = body;
    public ImmutableArray<ExceptHandler> Handlers { get; } = handlers;
    public ImmutableArray<Stmt> OrElse { get; } = orelse;
    public ImmutableArray<Stmt> FinalBody { get; } = finalbody;
    public override NodeKind Kind => NodeKind.Try;
    public override string NodeName => "Try";
    public override IEnumerable<NodeField> Fields => [new("body", Body), new("handlers", Handlers), new("orelse", OrElse), new("finalbody", FinalBody)];
}

/// <summary><c>TryStar(body, handlers, orelse, finalbody)</c>.</summary>
public sealed class TryStar(ImmutableArray<Stmt> body, ImmutableArray<ExceptHandler> handlers, ImmutableArray<Stmt> orelse, ImmutableArray<Stmt> finalbody, SourceSpan span) : Stmt(span)
{
    public ImmutableArray<Stmt> Body { get; } = body;
    public ImmutableArray<ExceptHandler> Handlers { get; } = handlers;
    public ImmutableArray<Stmt> OrElse { get; } = orelse;
    public ImmutableArray<Stmt> FinalBody { get; } = finalbody;
    public override NodeKind Kind => NodeKind.TryStar;
    public override string NodeName => "TryStar";
    public override IEnumerable<NodeField> Fields => [new("body", Body), new("handlers", Handlers), new("orelse", OrElse), new("finalbody", FinalBody)];
}

/// <summary><c>Assert(test, msg)</c>.</summary>
public sealed class Assert(Expr test, Expr? msg, SourceSpan span) : Stmt(span)
{
    public Expr Test { get; } = test;
    public Expr? Msg { get; } = msg;
    public override NodeKind Kind => NodeKind.Assert;
    public override string NodeName => "Assert";
    public override IEnumerable<NodeField> Fields => [new("test", Test), new("msg", Msg)];
}

/// <summary><c>Import(names)</c>.</summary>
public sealed class Import(ImmutableArray<Alias> names, SourceSpan span) : Stmt(span)
{
    public ImmutableArray<Alias> Names { get; } = names;
    public override NodeKind Kind => NodeKind.Import;
    public override string NodeName => "Import";
    public override IEnumerable<NodeField> Fields => [new("names", Names)];
}

/// <summary><c>ImportFrom(module, names, level)</c>.</summary>
public sealed class ImportFrom(string? module, ImmutableArray<Alias> names, int level, SourceSpan span) : Stmt(span)
{
    public string? Module { get; } = module;
    public ImmutableArray<Alias> Names { get; } = names;
    public int Level { get; } = level;
    public override NodeKind Kind => NodeKind.ImportFrom;
    public override string NodeName => "ImportFrom";
    public override IEnumerable<NodeField> Fields => [new("module", Module), new("names", Names), new("level", Level)];
}

/// <summary><c>Global(names)</c>.</summary>
public sealed class Global(ImmutableArray<string> names, SourceSpan span) : Stmt(span)
{
    public ImmutableArray<string> Names { get; } = names;
    public override NodeKind Kind => NodeKind.Global;
    public override string NodeName => "Global";
    public override IEnumerable<NodeField> Fields => [new("names", Names)];
}

/// <summary><c>Nonlocal(names)</c>.</summary>
public sealed class Nonlocal(ImmutableArray<string> names, SourceSpan span) : Stmt(span)
{
    public ImmutableArray<string> Names { get; } = names;
    public override NodeKind Kind => NodeKind.Nonlocal;
    public override string NodeName => "Nonlocal";
    public override IEnumerable<NodeField> Fields => [new("names", Names)];
}

/// <summary><c>Expr(value)</c>.</summary>
public sealed class ExprStmt(Expr value, SourceSpan span) : Stmt(span)
{
    public Expr Value { get; } = value;
    public override NodeKind Kind => NodeKind.ExprStmt;
    public override string NodeName => "Expr";
    public override IEnumerable<NodeField> Fields => [new("value", Value)];
}

/// <summary><c>Pass()</c>.</summary>
public sealed class Pass(SourceSpan span) : Stmt(span)
{
    public override NodeKind Kind => NodeKind.Pass;
    public override string NodeName => "Pass";
    public override IEnumerable<NodeField> Fields => [];
}

/// <summary><c>Break()</c>.</summary>
public sealed class Break(SourceSpan span) : Stmt(span)
{
    public override NodeKind Kind => NodeKind.Break;
    public override string NodeName => "Break";
    public override IEnumerable<NodeField> Fields => [];
}

/// <summary><c>Continue()</c>.</summary>
public sealed class Continue(SourceSpan span) : Stmt(span)
{
    public override NodeKind Kind => NodeKind.Continue;
    public override string NodeName => "Continue";
    public override IEnumerable<NodeField> Fields => [];
}
