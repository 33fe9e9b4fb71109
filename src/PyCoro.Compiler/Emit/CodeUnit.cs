// A code object in the making: the block chain, the tables its operands index, and the stack of enclosing loops, try and
// with statements that `break`, `continue` and `return` have to leave properly.

using PyCoro.Compiler.Assembly;
using PyCoro.Compiler.Symbols;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Emit;

internal enum UnitKind
{
    Module,
    Class,
    Function,
    AsyncFunction,
    Lambda,
    Comprehension,
}

internal enum RegionKind
{
    WhileLoop,
    ForLoop,
    TryExcept,
    FinallyTry,
    FinallyEnd,
    With,
    AsyncWith,
    HandlerCleanup,
    PopValue,
    ExceptionHandler,
    ExceptionGroupHandler,
    AsyncComprehension,
}

/// <summary>A statement being compiled that jumps out of it must unwind.</summary>
/// <param name="Kind">What has to be done.</param>
/// <param name="Start">Where <c>continue</c> goes, for loops.</param>
/// <param name="Exit">Where <c>break</c> goes, for loops.</param>
/// <param name="Unwind">Emits what leaving early must do beyond the stack: a finally body, an exit call, a name's cleanup.</param>
/// <param name="Node">The with statement, for positions.</param>
internal sealed record Region(RegionKind Kind, Block? Start = null, Block? Exit = null, Action? Unwind = null, Node? Node = null);

internal sealed class CodeUnit
{
    private readonly Dictionary<string, int> nameIndices = [];
    private readonly Dictionary<string, int> variableIndices = [];
    private readonly Dictionary<string, int> derefIndices = [];

    public CodeUnit(CodeUnit? parent, Scope scope, UnitKind kind, string name, int firstLine)
    {
        Parent = parent;
        Scope = scope;
        Kind = kind;
        Name = name;
        FirstLine = firstLine;
        PrivateName = parent?.PrivateName;
        First = Current = new Block();
        foreach (var parameter in scope.Parameters)
            Variable(parameter);
        CellVars = FindCells(scope);
        FreeVars = [];
        foreach (var (free, symbol) in scope.Symbols)
        {
            if (symbol.Scope == NameScope.Free || (symbol.Use & NameUse.FreeInClass) != 0)
                FreeVars.Add(free);
        }
        FreeVars.Sort(StringComparer.Ordinal);
        for (var i = 0; i < CellVars.Count; i++)
            derefIndices[CellVars[i]] = i;
        for (var i = 0; i < FreeVars.Count; i++)
            derefIndices.TryAdd(FreeVars[i], CellVars.Count + i);
    }

    public CodeUnit? Parent { get; }
    public Scope Scope { get; }
    public UnitKind Kind { get; }
    public string Name { get; }
    public string QualName { get; set; } = "";
    public int FirstLine { get; }

    /// <summary>The class whose private names are mangled here.</summary>
    public string? PrivateName { get; set; }

    public ConstantPool Constants { get; } = new();
    public List<string> Names { get; } = [];
    public List<string> VarNames { get; } = [];
    public List<string> CellVars { get; }
    public List<string> FreeVars { get; }
    public int ArgCount { get; set; }
    public int PosOnlyArgCount { get; set; }
    public int KwOnlyArgCount { get; set; }

    public Block First { get; }
    public Block Current { get; private set; }
    public Handler? Handler { get; set; }
    public List<Region> Regions { get; } = [];

    public bool IsFunctionScope => Scope.Kind == ScopeKind.Function;

    /// <summary>The code of a module that awaits, where the caller of <c>compile()</c> allows it.</summary>
    public bool IsModuleCoroutine(CompilationContext context) =>
        Kind == UnitKind.Module && Scope.IsCoroutine && context.Options.AllowTopLevelAwait;

    public int NameIndex(string name)
    {
        if (!nameIndices.TryGetValue(name, out var index))
        {
            nameIndices.Add(name, index = Names.Count);
            Names.Add(name);
        }
        return index;
    }

    public int Variable(string name)
    {
        if (!variableIndices.TryGetValue(name, out var index))
        {
            variableIndices.Add(name, index = VarNames.Count);
            VarNames.Add(name);
        }
        return index;
    }

    /// <summary>Number of a cell or free variable: cells first. The assembler turns it into a slot.</summary>
    public int Deref(string name) => derefIndices[name];

    /// <summary>As <see cref="Deref"/>, when a class body has a cell of the same name and the outer one is meant.</summary>
    public int DerefFree(string name) => CellVars.Count + FreeVars.IndexOf(name);

    /// <summary>Goes on in a block that follows all code emitted so far.</summary>
    public void Use(Block block)
    {
        Current.Next = block;
        Current = block;
    }

    private static List<string> FindCells(Scope scope)
    {
        HashSet<string> cells = [];
        foreach (var (name, symbol) in scope.Symbols)
        {
            if (symbol.Scope == NameScope.Cell)
                cells.Add(name);
        }
        if (cells.Count == 0 && !scope.NeedsClassCell)
            return [];
        if (scope.NeedsClassCell)
            cells.Add("__class__");
        List<string> ordered = [.. scope.Parameters.Where(cells.Remove)];
        ordered.AddRange(cells.Order(StringComparer.Ordinal));
        return ordered;
    }
}
