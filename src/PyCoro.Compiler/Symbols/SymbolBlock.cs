// What programs may see of the scopes: the module symtable shows the blocks of a source without compiling it.

using System.Collections.Immutable;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Symbols;

/// <summary>What kind of block it is, with <c>_symtable</c>'s numbers.</summary>
public enum SymbolBlockKind
{
    /// <summary>A function, lambda or comprehension.</summary>
    Function,

    /// <summary>A class body.</summary>
    Class,

    /// <summary>The whole source.</summary>
    Module,
}

/// <summary>A block of a source with its names.</summary>
/// <param name="Name">The name of the function or class, or what stands for one.</param>
/// <param name="Kind">The kind of block.</param>
/// <param name="Line">The line it starts on; 0 for the module.</param>
/// <param name="IsNested">Some enclosing block is a function.</param>
/// <param name="Symbols">Its names with their flags, in the order in which they were met.</param>
/// <param name="Parameters">Its parameters in the order in which frames hold them.</param>
/// <param name="Children">The blocks in it.</param>
public sealed record SymbolBlock(
    string Name,
    SymbolBlockKind Kind,
    int Line,
    bool IsNested,
    ImmutableArray<KeyValuePair<string, int>> Symbols,
    ImmutableArray<string> Parameters,
    ImmutableArray<SymbolBlock> Children)
{
    private const int ScopeShift = 11;

    /// <summary>The blocks of a root; <see cref="PyCoro.Syntax.PythonSyntaxException"/> when its scopes are not valid Python.</summary>
    public static SymbolBlock Of(Mod module, CompileOptions options)
    {
        var context = new CompilationContext(options);
        context.Futures = FutureFeatures.Find(module, context);
        return Of(SymbolTable.Build(module, context)[module]);
    }

    private static SymbolBlock Of(Scope scope) => new(
        scope.Name,
        scope.Kind switch
        {
            ScopeKind.Module => SymbolBlockKind.Module,
            ScopeKind.Class => SymbolBlockKind.Class,
            _ => SymbolBlockKind.Function,
        },
        scope.Span.Line,
        scope.IsNested,
        [.. scope.Symbols.Select(static pair => KeyValuePair.Create(pair.Key, (int)pair.Value.Use | ((int)pair.Value.Scope << ScopeShift)))],
        [.. scope.Parameters],
        [.. scope.Children.Select(Of)]);
}
