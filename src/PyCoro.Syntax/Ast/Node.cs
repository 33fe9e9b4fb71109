// The abstract syntax tree: immutable nodes with exactly the classes, fields and positions of CPython's ast module, so
// that `pycoro ast` can be compared with `python3 -m ast` letter by letter and traceback carets come out the same.

namespace PyCoro.Syntax.Ast;

/// <summary>Where a node stands: lines from 1, columns from 0 in UTF-8 bytes, the end exclusive (library reference: ast).</summary>
public readonly record struct SourceSpan(int Line, int Column, int EndLine, int EndColumn);

/// <summary>A field of a node by its Python name, as <c>ast.AST._fields</c> lists it.</summary>
/// <param name="Name">Python's name of the field.</param>
/// <param name="Value">A node, an array of nodes or strings, an operator enum, a string, an int, a constant or null.</param>
public readonly record struct NodeField(string Name, object? Value);

/// <summary>Base of all nodes.</summary>
public abstract class Node(SourceSpan span)
{
    /// <summary>Where the node stands; <c>default</c> for nodes that carry no position in CPython.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>The node's class.</summary>
    public abstract NodeKind Kind { get; }

    /// <summary>Name of the class in Python's ast module.</summary>
    public abstract string NodeName { get; }

    /// <summary>The fields in the order of <c>_fields</c>.</summary>
    public abstract IEnumerable<NodeField> Fields { get; }
}

/// <summary>A statement.</summary>
public abstract class Stmt(SourceSpan span) : Node(span);

/// <summary>An expression.</summary>
public abstract class Expr(SourceSpan span) : Node(span);

/// <summary>A pattern of a match statement.</summary>
public abstract class Pattern(SourceSpan span) : Node(span);

/// <summary>A root.</summary>
public abstract class Mod() : Node(default);

/// <summary>The value of the constant <c>...</c>; other constants are null (None), bool, BigInteger (every int),
/// double, Complex, string (lone surrogates allowed) and byte[].</summary>
public sealed class EllipsisConstant
{
    private EllipsisConstant() { }

    /// <summary>The only one.</summary>
    public static EllipsisConstant Instance { get; } = new();
}
