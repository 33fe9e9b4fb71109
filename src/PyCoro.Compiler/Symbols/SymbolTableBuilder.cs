// Walks the tree once and notes, for every block, how it uses each name. Errors that need nothing but this order of
// reading (use before `global`, duplicate arguments, walrus in a comprehension's iterable) are found here.

using System.Collections.Immutable;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Symbols;

internal sealed partial class SymbolTableBuilder(CompilationContext context, SymbolTable table)
{
    // Each block spells the names of all around it in its qualified name: without a limit, nesting would cost its square.
    // CPython's parser and compiler give up at about the same depth.
    private const int MaxNesting = 2990;

    private readonly List<Scope> stack = [];
    private Scope current = null!;
    private Scope module = null!;
    private string? className;

    // Set inside annotations that `from __future__ import annotations` turns into strings: they bind and use nothing.
    private bool inStringAnnotation;

    public void VisitModule(Mod root)
    {
        Enter(root, "top", ScopeKind.Module, new SourceSpan(0, 0, 0, 0));
        module = current;
        switch (root)
        {
            case Module m:
                Visit(m.Body);
                break;
            case Interactive i:
                Visit(i.Body);
                break;
            case Expression e:
                Visit(e.Body);
                break;
        }
        Leave();
    }

    private void Enter(Node node, string name, ScopeKind kind, SourceSpan span)
    {
        if (stack.Count >= MaxNesting)
            throw context.TooDeep("compilation");
        var nested = current is not null && (current.IsNested || current.Kind == ScopeKind.Function);
        var scope = new Scope(name, kind, nested, span);
        if (current is not null)
            scope.IterableDepth = current.IterableDepth;
        if (!inStringAnnotation)
        {
            current?.Children.Add(scope);
            table.Add(node, scope);
        }
        stack.Add(scope);
        current = scope;
    }

    private void Leave()
    {
        stack.RemoveAt(stack.Count - 1);
        current = stack.Count > 0 ? stack[^1] : null!;
    }

    private void Define(string name, NameUse use, SourceSpan span) => Define(name, use, current, span);

    private void Define(string name, NameUse use, Scope scope, SourceSpan span)
    {
        if (inStringAnnotation)
            return;
        var mangled = NameMangling.Mangle(className, name);
        if (!scope.Symbols.TryGetValue(mangled, out var symbol))
            scope.Symbols.Add(mangled, symbol = new Symbol());
        else if ((use & symbol.Use & NameUse.Parameter) != 0)
            throw context.Error($"duplicate argument '{name}' in function definition", span);
        symbol.Use |= use;
        if (current.InComprehensionTarget)
        {
            if ((symbol.Use & (NameUse.Global | NameUse.Nonlocal)) != 0)
                throw context.Error($"comprehension inner loop cannot rebind assignment expression target '{name}'", span);
            symbol.Use |= NameUse.ComprehensionTarget;
        }
        if ((use & NameUse.Parameter) != 0)
            scope.Parameters.Add(mangled);
        if ((use & NameUse.Global) != 0 && scope != module)
        {
            if (!module.Symbols.TryGetValue(mangled, out var global))
                module.Symbols.Add(mangled, global = new Symbol());
            global.Use |= NameUse.Global;
        }
    }

    private void Visit(ImmutableArray<Stmt> statements)
    {
        foreach (var statement in statements)
            Visit(statement);
    }

    private void Visit(Stmt statement)
    {
        context.GuardStack("compilation");
        switch (statement)
        {
            case FunctionDef f:
                VisitFunction(f, f.Name, f.Args, f.Body, f.DecoratorList, f.Returns, isAsync: false);
                break;
            case AsyncFunctionDef f:
                VisitFunction(f, f.Name, f.Args, f.Body, f.DecoratorList, f.Returns, isAsync: true);
                break;
            case ClassDef c:
                VisitClass(c);
                break;
            case Return s:
                VisitOptional(s.Value);
                break;
            case Delete s:
                Visit(s.Targets);
                break;
            case Assign s:
                Visit(s.Targets);
                Visit(s.Value);
                break;
            case AugAssign s:
                Visit(s.Target);
                Visit(s.Value);
                break;
            case AnnAssign s:
                VisitAnnAssign(s);
                break;
            case For s:
                VisitLoop(s.Target, s.Iter, s.Body, s.OrElse);
                break;
            case AsyncFor s:
                current.IsCoroutine = true;
                VisitLoop(s.Target, s.Iter, s.Body, s.OrElse);
                break;
            case While s:
                Visit(s.Test);
                Visit(s.Body);
                Visit(s.OrElse);
                break;
            case If s:
                Visit(s.Test);
                Visit(s.Body);
                Visit(s.OrElse);
                break;
            case With s:
                VisitWith(s.Items, s.Body);
                break;
            case AsyncWith s:
                current.IsCoroutine = true;
                VisitWith(s.Items, s.Body);
                break;
            case Match s:
                VisitMatch(s);
                break;
            case Raise s:
                VisitOptional(s.Exc);
                VisitOptional(s.Cause);
                break;
            case Try s:
                VisitTry(s.Body, s.Handlers, s.OrElse, s.FinalBody);
                break;
            case TryStar s:
                VisitTry(s.Body, s.Handlers, s.OrElse, s.FinalBody);
                break;
            case Assert s:
                Visit(s.Test);
                VisitOptional(s.Msg);
                break;
            case Import s:
                VisitAliases(s.Names);
                break;
            case ImportFrom s:
                VisitAliases(s.Names);
                break;
            case Global s:
                Declare(s.Names, NameUse.Global, "global", s.Span);
                break;
            case Nonlocal s:
                Declare(s.Names, NameUse.Nonlocal, "nonlocal", s.Span);
                break;
            case ExprStmt s:
                Visit(s.Value);
                break;
        }
    }

    private void VisitFunction(
        Stmt node, string name, Arguments args, ImmutableArray<Stmt> body, ImmutableArray<Expr> decorators, Expr? returns, bool isAsync)
    {
        Define(name, NameUse.Local, node.Span);
        VisitDefaults(args);
        foreach (var arg in args.PosOnlyArgs.Concat(args.Args))
            VisitAnnotation(arg.Annotation);
        VisitAnnotation(args.VarArg?.Annotation);
        VisitAnnotation(args.KwArg?.Annotation);
        foreach (var arg in args.KwOnlyArgs)
            VisitAnnotation(arg.Annotation);
        VisitAnnotation(returns);
        Visit(decorators);
        Enter(node, name, ScopeKind.Function, node.Span);
        current.IsCoroutine = isAsync;
        VisitParameters(args);
        Visit(body);
        Leave();
    }

    private void VisitDefaults(Arguments args)
    {
        Visit(args.Defaults);
        foreach (var value in args.KwDefaults)
            VisitOptional(value);
    }

    private void VisitParameters(Arguments args)
    {
        foreach (var arg in args.PosOnlyArgs.Concat(args.Args).Concat(args.KwOnlyArgs))
            Define(arg.Name, NameUse.Parameter, arg.Span);
        if (args.VarArg is { } star)
        {
            Define(star.Name, NameUse.Parameter, star.Span);
            current.HasVarArgs = true;
        }
        if (args.KwArg is { } keywords)
        {
            Define(keywords.Name, NameUse.Parameter, keywords.Span);
            current.HasVarKeywords = true;
        }
    }

    private void VisitClass(ClassDef c)
    {
        Define(c.Name, NameUse.Local, c.Span);
        Visit(c.Bases);
        foreach (var keyword in c.Keywords)
            Visit(keyword.Value);
        Visit(c.DecoratorList);
        Enter(c, c.Name, ScopeKind.Class, c.Span);
        var outerClass = className;
        className = c.Name;
        Visit(c.Body);
        className = outerClass;
        Leave();
    }

    private void VisitAnnAssign(AnnAssign s)
    {
        if (s.Target is Name name)
        {
            var use = current.UseOf(NameMangling.Mangle(className, name.Id));
            if ((use & (NameUse.Global | NameUse.Nonlocal)) != 0 && current != module && s.Simple != 0)
            {
                var kind = (use & NameUse.Global) != 0 ? "global" : "nonlocal";
                throw context.Error($"annotated name '{name.Id}' can't be {kind}", s.Span);
            }
            if (s.Simple != 0)
                Define(name.Id, NameUse.Annotated | NameUse.Local, name.Span);
            else if (s.Value is not null)
                Define(name.Id, NameUse.Local, name.Span);
        }
        else
        {
            Visit(s.Target);
        }
        VisitAnnotation(s.Annotation);
        VisitOptional(s.Value);
    }

    private void VisitAnnotation(Expr? annotation)
    {
        if (annotation is null)
            return;
        if (!context.Futures.Annotations || inStringAnnotation)
        {
            Visit(annotation);
            return;
        }
        inStringAnnotation = true;
        Enter(annotation, "_annotation", ScopeKind.Function, annotation.Span);
        Visit(annotation);
        Leave();
        inStringAnnotation = false;
    }

    private void VisitLoop(Expr target, Expr iter, ImmutableArray<Stmt> body, ImmutableArray<Stmt> orelse)
    {
        Visit(target);
        Visit(iter);
        Visit(body);
        Visit(orelse);
    }

    private void VisitWith(ImmutableArray<WithItem> items, ImmutableArray<Stmt> body)
    {
        foreach (var item in items)
        {
            Visit(item.ContextExpr);
            VisitOptional(item.OptionalVars);
        }
        Visit(body);
    }

    private void VisitTry(
        ImmutableArray<Stmt> body, ImmutableArray<ExceptHandler> handlers, ImmutableArray<Stmt> orelse, ImmutableArray<Stmt> final)
    {
        Visit(body);
        Visit(orelse);
        foreach (var handler in handlers)
        {
            VisitOptional(handler.Type);
            if (handler.Name is { } name)
                Define(name, NameUse.Local, handler.Span);
            Visit(handler.Body);
        }
        Visit(final);
    }

    private void VisitAliases(ImmutableArray<Alias> aliases)
    {
        foreach (var alias in aliases)
        {
            if (alias.Name == "*")
            {
                if (current.Kind != ScopeKind.Module)
                    throw context.Error("import * only allowed at module level", alias.Span);
                continue;
            }
            var dot = alias.Name.IndexOf('.');
            Define(alias.AsName ?? (dot < 0 ? alias.Name : alias.Name[..dot]), NameUse.Import, alias.Span);
        }
    }

    private void Declare(ImmutableArray<string> names, NameUse directive, string word, SourceSpan span)
    {
        foreach (var name in names)
        {
            var mangled = NameMangling.Mangle(className, name);
            var use = current.UseOf(mangled);
            var message = (use & NameUse.Parameter) != 0 ? $"name '{name}' is parameter and {word}"
                : (use & NameUse.Read) != 0 ? $"name '{name}' is used prior to {word} declaration"
                : (use & NameUse.Annotated) != 0 ? $"annotated name '{name}' can't be {word}"
                : (use & NameUse.Local) != 0 ? $"name '{name}' is assigned to before {word} declaration"
                : null;
            if (message is not null)
                throw context.Error(message, span);
            Define(name, directive, span);
            current.Directives.TryAdd(mangled, span);
        }
    }
}
