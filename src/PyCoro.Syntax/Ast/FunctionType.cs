// The root of `# type:` comments on functions: what ast.parse(mode='func_type') reads.

using System.Collections.Immutable;

namespace PyCoro.Syntax.Ast;

/// <summary><c>FunctionType(argtypes, returns)</c>.</summary>
public sealed class FunctionType(ImmutableArray<Expr> argtypes, Expr returns) : Mod()
{
    public ImmutableArray<Expr> ArgTypes { get; } = argtypes;
    public Expr Returns { get; } = returns;
    public override NodeKind Kind => NodeKind.FunctionType;
    public override string NodeName => "FunctionType";
    public override IEnumerable<NodeField> Fields => [new("argtypes", ArgTypes), new("returns", Returns)];
}
