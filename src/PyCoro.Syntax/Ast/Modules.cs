// The roots: what a file, an interactive line and eval() parse to.

using System.Collections.Immutable;

namespace PyCoro.Syntax.Ast;

/// <summary><c>Module(body, type_ignores)</c>.</summary>
public sealed class Module(ImmutableArray<Stmt> body, ImmutableArray<TypeIgnore> typeIgnores) : Mod()
{
    public ImmutableArray<Stmt> Body { get; } = body;
    public ImmutableArray<TypeIgnore> TypeIgnores { get; } = typeIgnores;
    public override NodeKind Kind => NodeKind.Module;
    public override string NodeName => "Module";
    public override IEnumerable<NodeField> Fields => [new("body", Body), new("type_ignores", TypeIgnores)];
}

/// <summary><c>Interactive(body)</c>.</summary>
public sealed class Interactive(ImmutableArray<Stmt> body) : Mod()
{
    public ImmutableArray<Stmt> Body { get; } = body;
    public override NodeKind Kind => NodeKind.Interactive;
    public override string NodeName => "Interactive";
    public override IEnumerable<NodeField> Fields => [new("body", Body)];
}

/// <summary><c>Expression(body)</c>.</summary>
public sealed class Expression(Expr body) : Mod()
{
    public Expr Body { get; } = body;
    public override NodeKind Kind => NodeKind.Expression;
    public override string NodeName => "Expression";
    public override IEnumerable<NodeField> Fields => [new("body", Body)];
}
