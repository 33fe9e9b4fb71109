// Decides where every name of every block lives. A block can only be settled after its children told which names they
// take from outside, so the analysis goes down with what is bound around and comes back with what is free inside.

using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Symbols;

internal sealed class ScopeAnalyzer(CompilationContext context)
{
    public void Analyze(Scope module) => Analyze(module, null, [], []);

    /// <param name="scope">The block.</param>
    /// <param name="bound">Names bound by enclosing functions; null for the module.</param>
    /// <param name="global">Names that an enclosing block declared global.</param>
    /// <param name="free">Receives the names that this block and its children take from enclosing functions.</param>
    private void Analyze(Scope scope, HashSet<string>? bound, HashSet<string> global, HashSet<string> free)
    {
        context.GuardStack("compilation");
        // Names of a class body are invisible in its methods: they see what was bound around the class.
        HashSet<string> boundForChildren = scope.Kind == ScopeKind.Class && bound is not null ? [.. bound] : [];
        HashSet<string> globalForChildren = scope.Kind == ScopeKind.Class ? [.. global] : [];
        HashSet<string> local = [];
        HashSet<string> freeHere = [];
        foreach (var (name, symbol) in scope.Symbols)
            symbol.Scope = Resolve(scope, name, symbol.Use, bound, global, local, freeHere);

        if (scope.Kind == ScopeKind.Class)
        {
            boundForChildren.Add("__class__");
        }
        else
        {
            if (scope.Kind == ScopeKind.Function)
                boundForChildren.UnionWith(local);
            if (bound is not null)
                boundForChildren.UnionWith(bound);
            globalForChildren.UnionWith(global);
        }

        foreach (var child in scope.Children)
        {
            HashSet<string> freeInChild = [];
            Analyze(child, [.. boundForChildren], [.. globalForChildren], freeInChild);
            freeHere.UnionWith(freeInChild);
        }

        if (scope.Kind == ScopeKind.Function)
        {
            foreach (var (name, symbol) in scope.Symbols)
            {
                if (symbol.Scope == NameScope.Local && freeHere.Remove(name))
                    symbol.Scope = NameScope.Cell;
            }
        }
        else if (scope.Kind == ScopeKind.Class && freeHere.Remove("__class__"))
        {
            scope.NeedsClassCell = true;
        }
        PassFreeNamesThrough(scope, bound, freeHere);
        free.UnionWith(freeHere);
    }

    private NameScope Resolve(
        Scope scope, string name, NameUse use, HashSet<string>? bound, HashSet<string> global, HashSet<string> local, HashSet<string> free)
    {
        if ((use & NameUse.Global) != 0)
        {
            if ((use & NameUse.Nonlocal) != 0)
                throw DirectiveError(scope, name, $"name '{name}' is nonlocal and global");
            global.Add(name);
            bound?.Remove(name);
            return NameScope.GlobalExplicit;
        }
        if ((use & NameUse.Nonlocal) != 0)
        {
            if (bound is null)
                throw DirectiveError(scope, name, "nonlocal declaration not allowed at module level");
            if (!bound.Contains(name))
                throw DirectiveError(scope, name, $"no binding for nonlocal '{name}' found");
            free.Add(name);
            return NameScope.Free;
        }
        if ((use & NameUse.Bound) != 0)
        {
            local.Add(name);
            global.Remove(name);
            return NameScope.Local;
        }
        if (bound is not null && bound.Contains(name))
        {
            free.Add(name);
            return NameScope.Free;
        }
        return NameScope.GlobalImplicit;
    }

    private static void PassFreeNamesThrough(Scope scope, HashSet<string>? bound, HashSet<string> free)
    {
        foreach (var name in free)
        {
            if (scope.Symbols.TryGetValue(name, out var symbol))
            {
                if (scope.Kind == ScopeKind.Class && (symbol.Use & (NameUse.Bound | NameUse.Global)) != 0)
                    symbol.Use |= NameUse.FreeInClass;
            }
            else if (bound is null || bound.Contains(name))
            {
                scope.Symbols[name] = new Symbol { Scope = NameScope.Free };
            }
        }
    }

    private Exception DirectiveError(Scope scope, string name, string message) =>
        context.Error(message, scope.Directives.TryGetValue(name, out var span) ? span : scope.Span);
}
