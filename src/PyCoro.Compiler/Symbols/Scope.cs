// One block of the program (module, class, function, lambda, comprehension) with what is known about its names. The
// builder fills it from the tree, the analyzer decides where each name lives, the emitter only asks.

using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Symbols;

internal enum ScopeKind
{
    Module,
    Class,
    Function,
}

internal enum ComprehensionKind
{
    None,
    List,
    Set,
    Dict,
    Generator,
}

/// <summary>What a block does with a name; the numbers are those that the module <c>_symtable</c> shows.</summary>
[Flags]
internal enum NameUse
{
    None = 0,
    Global = 1,
    Local = 2,
    Parameter = 4,
    Nonlocal = 8,
    Read = 16,

    /// <summary>Bound in a class body and free in one of its methods: both meanings are kept.</summary>
    FreeInClass = 64,
    Import = 128,
    Annotated = 256,
    ComprehensionTarget = 512,

    Bound = Local | Parameter | Import,
}

/// <summary>Where a name lives, as the execution model says (language reference: Resolution of names); the numbers are
/// <c>_symtable</c>'s too.</summary>
internal enum NameScope
{
    Unresolved,
    Local,
    GlobalExplicit,
    GlobalImplicit,
    Free,
    Cell,
}

internal sealed class Symbol
{
    public NameUse Use;
    public NameScope Scope;
}

internal sealed class Scope(string name, ScopeKind kind, bool isNested, SourceSpan span)
{
    public string Name { get; } = name;
    public ScopeKind Kind { get; } = kind;

    /// <summary>Some enclosing block is a function.</summary>
    public bool IsNested { get; } = isNested;

    public SourceSpan Span { get; } = span;
    public Dictionary<string, Symbol> Symbols { get; } = [];

    /// <summary>Parameters in the order in which frames hold them.</summary>
    public List<string> Parameters { get; } = [];

    public List<Scope> Children { get; } = [];

    /// <summary>Where names were declared global or nonlocal, for errors found only by the analysis.</summary>
    public Dictionary<string, SourceSpan> Directives { get; } = [];

    public ComprehensionKind Comprehension { get; set; }
    public bool IsGenerator { get; set; }
    public bool IsCoroutine { get; set; }
    public bool HasVarArgs { get; set; }
    public bool HasVarKeywords { get; set; }

    /// <summary>A method uses <c>__class__</c> or <c>super</c>: the class body makes the cell.</summary>
    public bool NeedsClassCell { get; set; }

    /// <summary>How many comprehension iterables surround the node being visited; walrus is forbidden there.</summary>
    public int IterableDepth { get; set; }

    /// <summary>The targets of a comprehension's <c>for</c> are being visited.</summary>
    public bool InComprehensionTarget { get; set; }

    public NameUse UseOf(string name) => Symbols.TryGetValue(name, out var symbol) ? symbol.Use : NameUse.None;

    public NameScope ScopeOf(string name) =>
        Symbols.TryGetValue(name, out var symbol) ? symbol.Scope : NameScope.Unresolved;
}
