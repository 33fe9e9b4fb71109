// The finished scopes: which block belongs to which node.

using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Symbols;

internal sealed class SymbolTable
{
    private readonly Dictionary<Node, Scope> scopes = new(ReferenceEqualityComparer.Instance);

    /// <summary>The block that a module, class, function, lambda or comprehension node opens.</summary>
    public Scope this[Node node] => scopes[node];

    public void Add(Node node, Scope scope) => scopes.Add(node, scope);

    public static SymbolTable Build(Mod module, CompilationContext context)
    {
        var table = new SymbolTable();
        new SymbolTableBuilder(context, table).VisitModule(module);
        new ScopeAnalyzer(context).Analyze(table[module]);
        return table;
    }
}
