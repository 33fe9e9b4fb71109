// Expressions and patterns as the symbol table sees them: mostly a walk, except for comprehensions (blocks of their own
// whose outermost iterable belongs to the block around) and the walrus, which binds outside all comprehensions.

using System.Collections.Immutable;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Symbols;

internal sealed partial class SymbolTableBuilder
{
    private void VisitOptional(Expr? expression)
    {
        if (expression is not null)
            Visit(expression);
    }

    private void Visit(ImmutableArray<Expr> expressions)
    {
        foreach (var expression in expressions)
            Visit(expression);
    }

    private void Visit(Expr expression)
    {
        switch (expression)
        {
            case Name e:
                VisitName(e);
                return;
            case Constant:
                return;
        }
        context.GuardStack("compilation");
        switch (expression)
        {
            case BoolOp e:
                Visit(e.Values);
                break;
            case NamedExpr e:
                VisitNamedExpr(e);
                break;
            case BinOp e:
                Visit(e.Left);
                Visit(e.Right);
                break;
            case UnaryOp e:
                Visit(e.Operand);
                break;
            case Lambda e:
                VisitDefaults(e.Args);
                Enter(e, "lambda", ScopeKind.Function, e.Span);
                VisitParameters(e.Args);
                Visit(e.Body);
                Leave();
                break;
            case IfExp e:
                Visit(e.Test);
                Visit(e.Body);
                Visit(e.OrElse);
                break;
            case Dict e:
                foreach (var key in e.Keys)
                    VisitOptional(key);
                Visit(e.Values);
                break;
            case Set e:
                Visit(e.Elts);
                break;
            case ListComp e:
                VisitComprehension(e, "listcomp", ComprehensionKind.List, e.Generators, e.Elt, null);
                break;
            case SetComp e:
                VisitComprehension(e, "setcomp", ComprehensionKind.Set, e.Generators, e.Elt, null);
                break;
            case DictComp e:
                VisitComprehension(e, "dictcomp", ComprehensionKind.Dict, e.Generators, e.Key, e.Value);
                break;
            case GeneratorExp e:
                VisitComprehension(e, "genexpr", ComprehensionKind.Generator, e.Generators, e.Elt, null);
                break;
            case Await e:
                ForbidInAnnotation("await expression", e);
                Visit(e.Value);
                current.IsCoroutine = true;
                break;
            case Yield e:
                ForbidInAnnotation("yield expression", e);
                VisitOptional(e.Value);
                VisitYield(e);
                break;
            case YieldFrom e:
                ForbidInAnnotation("yield expression", e);
                Visit(e.Value);
                VisitYield(e);
                break;
            case Compare e:
                Visit(e.Left);
                Visit(e.Comparators);
                break;
            case Call e:
                Visit(e.Func);
                Visit(e.Args);
                foreach (var keyword in e.Keywords)
                    Visit(keyword.Value);
                break;
            case FormattedValue e:
                Visit(e.Value);
                VisitOptional(e.FormatSpec);
                break;
            case JoinedStr e:
                Visit(e.Values);
                break;
            case Attribute e:
                Visit(e.Value);
                break;
            case Subscript e:
                Visit(e.Value);
                Visit(e.Slice);
                break;
            case Starred e:
                Visit(e.Value);
                break;
            case List e:
                Visit(e.Elts);
                break;
            case Tuple e:
                Visit(e.Elts);
                break;
            case Slice e:
                VisitOptional(e.Lower);
                VisitOptional(e.Upper);
                VisitOptional(e.Step);
                break;
        }
    }

    private void VisitName(Name e)
    {
        Define(e.Id, e.Ctx == ExprContext.Load ? NameUse.Read : NameUse.Local, e.Span);
        // super() without arguments finds the class in this cell.
        if (e.Ctx == ExprContext.Load && e.Id == "super" && current.Kind == ScopeKind.Function)
            Define("__class__", NameUse.Read, e.Span);
    }

    private void VisitYield(Expr e)
    {
        current.IsGenerator = true;
        var place = current.Comprehension switch
        {
            ComprehensionKind.List => "'yield' inside list comprehension",
            ComprehensionKind.Set => "'yield' inside set comprehension",
            ComprehensionKind.Dict => "'yield' inside dict comprehension",
            ComprehensionKind.Generator => "'yield' inside generator expression",
            _ => null,
        };
        if (place is not null)
            throw context.Error(place, e.Span);
    }

    private void ForbidInAnnotation(string what, Expr e)
    {
        if (inStringAnnotation && current.Name == "_annotation")
            throw context.Error($"'{what}' can not be used within an annotation", e.Span);
    }

    private void VisitNamedExpr(NamedExpr e)
    {
        ForbidInAnnotation("named expression", e);
        if (current.IterableDepth > 0)
            throw context.Error("assignment expression cannot be used in a comprehension iterable expression", e.Span);
        if (current.Comprehension != ComprehensionKind.None)
            BindOutsideComprehensions((Name)e.Target);
        Visit(e.Value);
        Visit(e.Target);
    }

    private void BindOutsideComprehensions(Name target)
    {
        var name = target.Id;
        var mangled = NameMangling.Mangle(className, name);
        for (var i = stack.Count - 1; i >= 0; i--)
        {
            var scope = stack[i];
            if (scope.Comprehension != ComprehensionKind.None)
            {
                if ((scope.UseOf(mangled) & NameUse.ComprehensionTarget) != 0)
                    throw context.Error($"assignment expression cannot rebind comprehension iteration variable '{name}'", target.Span);
                continue;
            }
            if (scope.Kind == ScopeKind.Class)
                throw context.Error("assignment expression within a comprehension cannot be used in a class body", target.Span);
            var isGlobal = scope.Kind == ScopeKind.Module || (scope.UseOf(mangled) & NameUse.Global) != 0;
            Define(name, isGlobal ? NameUse.Global : NameUse.Nonlocal, target.Span);
            current.Directives.TryAdd(mangled, target.Span);
            Define(name, scope.Kind == ScopeKind.Module ? NameUse.Global : NameUse.Local, scope, target.Span);
            return;
        }
    }

    private void VisitComprehension(
        Expr node, string name, ComprehensionKind kind, ImmutableArray<Comprehension> generators, Expr element, Expr? value)
    {
        var outermost = generators[0];
        current.IterableDepth++;
        Visit(outermost.Iter);
        current.IterableDepth--;

        Enter(node, name, ScopeKind.Function, node.Span);
        current.Comprehension = kind;
        current.IsCoroutine = outermost.IsAsync != 0;
        Define(".0", NameUse.Parameter, node.Span);
        VisitTarget(outermost.Target);
        Visit(outermost.Ifs);
        for (var i = 1; i < generators.Length; i++)
        {
            VisitTarget(generators[i].Target);
            current.IterableDepth++;
            Visit(generators[i].Iter);
            current.IterableDepth--;
            Visit(generators[i].Ifs);
            if (generators[i].IsAsync != 0)
                current.IsCoroutine = true;
        }
        VisitOptional(value);
        Visit(element);
        current.IsGenerator = kind == ComprehensionKind.Generator;
        var isAsync = current.IsCoroutine;
        Leave();
        // A module with an asynchronous generator expression awaits nothing, but CPython makes it a coroutine all the same.
        if (isAsync && (kind != ComprehensionKind.Generator || current.Kind == ScopeKind.Module))
            current.IsCoroutine = true;
    }

    private void VisitTarget(Expr target)
    {
        current.InComprehensionTarget = true;
        Visit(target);
        current.InComprehensionTarget = false;
    }

    private void VisitMatch(Match s)
    {
        Visit(s.Subject);
        foreach (var matchCase in s.Cases)
        {
            Visit(matchCase.Pattern);
            VisitOptional(matchCase.Guard);
            Visit(matchCase.Body);
        }
    }

    private void Visit(ImmutableArray<Pattern> patterns)
    {
        foreach (var pattern in patterns)
            Visit(pattern);
    }

    private void Visit(Pattern pattern)
    {
        context.GuardStack("compilation");
        switch (pattern)
        {
            case MatchValue p:
                Visit(p.Value);
                break;
            case MatchSequence p:
                Visit(p.Patterns);
                break;
            case MatchStar { Name: { } name }:
                Define(name, NameUse.Local, pattern.Span);
                break;
            case MatchMapping p:
                Visit(p.Keys);
                Visit(p.Patterns);
                if (p.Rest is { } rest)
                    Define(rest, NameUse.Local, p.Span);
                break;
            case MatchClass p:
                Visit(p.Cls);
                Visit(p.Patterns);
                Visit(p.KwdPatterns);
                break;
            case MatchAs p:
                if (p.Pattern is not null)
                    Visit(p.Pattern);
                if (p.Name is { } bound)
                    Define(bound, NameUse.Local, p.Span);
                break;
            case MatchOr p:
                Visit(p.Patterns);
                break;
        }
    }
}
