// What the parser guarantees but a tree made by a script may break: contexts, counts, empty bodies, places. The compiler
// relies on all of it, so that no such tree reaches it. Messages are CPython's.

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Syntax.Ast;

namespace PyCoro.Runtime.SyntaxTrees;

/// <summary>Checks trees that scripts made.</summary>
internal sealed partial class TreeValidator
{
    private readonly VmThread _thread;
    private int _depth;

    private TreeValidator(VmThread thread) => _thread = thread;

    /// <summary>Is the tree one that the parser could have made? False when it raised.</summary>
    internal static bool Validate(VmThread thread, Mod tree)
    {
        var validator = new TreeValidator(thread);
        return tree switch
        {
            Module module => validator.Statements(module.Body),
            Interactive interactive => validator.Statements(interactive.Body),
            Expression expression => validator.Expr(expression.Body),
            _ => true,
        };
    }

    private bool Fail(string message) => Fail(ExceptionTypes.ValueError, message);

    private bool Fail(PyType type, string message)
    {
        _thread.Raise(type, message);
        return false;
    }

    private bool Enter()
    {
        if (++_depth <= DepthLimit.Of(_thread) && RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return true;
        _thread.Raise(ExceptionTypes.RecursionError, "maximum recursion depth exceeded during compilation");
        return false;
    }

    private bool Place(SourceSpan s)
    {
        if (s.Line > s.EndLine)
            return Fail($"AST node line range ({s.Line}, {s.EndLine}) is not valid");
        if ((s.Line < 0 && s.EndLine != s.Line) || (s.Column < 0 && s.Column != s.EndColumn))
            return Fail($"AST node column range ({s.Column}, {s.EndColumn}) for line range ({s.Line}, {s.EndLine}) is not valid");
        if (s.Line == s.EndLine && s.Column > s.EndColumn)
            return Fail($"line {s.Line}, column {s.Column}-{s.EndColumn} is not a valid range");
        return true;
    }

    private bool Identifier(string? name) =>
        name is not ("None" or "True" or "False") || Fail($"identifier field can't represent '{name}' constant");

    private bool NotEmpty<T>(ImmutableArray<T> items, string what, string owner) =>
        items.Length > 0 || Fail($"empty {what} on {owner}");

    private bool Statements(ImmutableArray<Stmt> statements)
    {
        foreach (var statement in statements)
        {
            if (statement is null ? !Fail("None disallowed in statement list") : !Stmt(statement))
                return false;
        }
        return true;
    }

    private bool Body(ImmutableArray<Stmt> body, string owner) => NotEmpty(body, "body", owner) && Statements(body);

    private bool Stmt(Stmt statement)
    {
        if (!Enter() || !Place(statement.Span))
            return false;
        var valid = statement switch
        {
            FunctionDef s => Body(s.Body, s.NodeName) && Arguments(s.Args) && Exprs(s.DecoratorList) && OptionalExpr(s.Returns),
            AsyncFunctionDef s => Body(s.Body, s.NodeName) && Arguments(s.Args) && Exprs(s.DecoratorList) && OptionalExpr(s.Returns),
            ClassDef s => Body(s.Body, s.NodeName) && Exprs(s.Bases) && Keywords(s.Keywords) && Exprs(s.DecoratorList),
            Return s => OptionalExpr(s.Value),
            Delete s => Targets(s.Targets, ExprContext.Del, s.NodeName),
            Assign s => Targets(s.Targets, ExprContext.Store, s.NodeName) && Expr(s.Value),
            AugAssign s => Expr(s.Target, ExprContext.Store) && Expr(s.Value) && SingleTarget(s.Target, "augmented assignment"),
            AnnAssign s => AnnAssign(s),
            For s => Expr(s.Target, ExprContext.Store) && Expr(s.Iter) && Body(s.Body, s.NodeName) && Statements(s.OrElse),
            AsyncFor s => Expr(s.Target, ExprContext.Store) && Expr(s.Iter) && Body(s.Body, s.NodeName) && Statements(s.OrElse),
            While s => Expr(s.Test) && Body(s.Body, s.NodeName) && Statements(s.OrElse),
            If s => Expr(s.Test) && Body(s.Body, s.NodeName) && Statements(s.OrElse),
            With s => WithItems(s.Items, s.NodeName) && Body(s.Body, s.NodeName),
            AsyncWith s => WithItems(s.Items, s.NodeName) && Body(s.Body, s.NodeName),
            Match s => Expr(s.Subject) && NotEmpty(s.Cases, "cases", s.NodeName) && Cases(s.Cases),
            Raise { Exc: null, Cause: not null } => Fail("Raise with cause but no exception"),
            Raise s => OptionalExpr(s.Exc) && OptionalExpr(s.Cause),
            Try s => TryBlocks(s.Body, s.Handlers, s.OrElse, s.FinalBody, s.NodeName),
            TryStar s => TryBlocks(s.Body, s.Handlers, s.OrElse, s.FinalBody, s.NodeName),
            Assert s => Expr(s.Test) && OptionalExpr(s.Msg),
            Import s => NotEmpty(s.Names, "names", s.NodeName),
            ImportFrom { Level: < 0 } => Fail("Negative ImportFrom level"),
            ImportFrom s => NotEmpty(s.Names, "names", s.NodeName),
            Global s => NotEmpty(s.Names, "names", s.NodeName),
            Nonlocal s => NotEmpty(s.Names, "names", s.NodeName),
            ExprStmt s => Expr(s.Value),
            _ => true,
        };
        _depth--;
        return valid;
    }

    private bool AnnAssign(AnnAssign s) =>
        s.Target is not Name && s.Simple != 0
            ? Fail(ExceptionTypes.TypeError, "AnnAssign with simple non-Name target")
            : Expr(s.Target, ExprContext.Store) && OptionalExpr(s.Value) && Expr(s.Annotation) && SingleTarget(s.Target, "annotated assignment");

    private bool SingleTarget(Expr target, string statement) => target is Name or Syntax.Ast.Attribute or Subscript
        || Fail(ExceptionTypes.SystemError, $"invalid node type ({(int)target.Kind - (int)NodeKind.BoolOp + 1}) for {statement}");

    private bool Targets(ImmutableArray<Expr> targets, ExprContext context, string owner) =>
        NotEmpty(targets, "targets", owner) && Exprs(targets, context);

    private bool WithItems(ImmutableArray<WithItem> items, string owner)
    {
        if (!NotEmpty(items, "items", owner))
            return false;
        foreach (var item in items)
        {
            if (!Expr(item.ContextExpr) || (item.OptionalVars is { } target && !Expr(target, ExprContext.Store)))
                return false;
        }
        return true;
    }

    private bool Cases(ImmutableArray<MatchCase> cases)
    {
        foreach (var item in cases)
        {
            if (!Pattern(item.Pattern, starAllowed: false) || !OptionalExpr(item.Guard) || !Body(item.Body, item.NodeName))
                return false;
        }
        return true;
    }

    private bool TryBlocks(
        ImmutableArray<Stmt> body, ImmutableArray<ExceptHandler> handlers, ImmutableArray<Stmt> orelse, ImmutableArray<Stmt> final, string owner)
    {
        if (!Body(body, owner))
            return false;
        if (handlers.Length == 0 && final.Length == 0)
            return Fail($"{owner} has neither except handlers nor finalbody");
        if (handlers.Length == 0 && orelse.Length > 0)
            return Fail($"{owner} has orelse but no except handlers");
        foreach (var handler in handlers)
        {
            if (handler is null)
                return Fail("None disallowed in handler list");
            if (!Place(handler.Span) || !OptionalExpr(handler.Type) || !Body(handler.Body, handler.NodeName))
                return false;
        }
        return Statements(final) && Statements(orelse);
    }

    private bool Arguments(Arguments a)
    {
        if (!Args(a.PosOnlyArgs) || !Args(a.Args)
            || (a.VarArg is { } star && !OptionalExpr(star.Annotation)) || !Args(a.KwOnlyArgs) || (a.KwArg is { } keywords && !OptionalExpr(keywords.Annotation)))
            return false;
        if (a.Defaults.Length > a.PosOnlyArgs.Length + a.Args.Length)
            return Fail("more positional defaults than args on arguments");
        if (a.KwDefaults.Length != a.KwOnlyArgs.Length)
            return Fail("length of kwonlyargs is not the same as kw_defaults on arguments");
        return Exprs(a.Defaults) && Exprs(a.KwDefaults, ExprContext.Load, nullAllowed: true);
    }

    private bool Args(ImmutableArray<Arg> args)
    {
        foreach (var arg in args)
        {
            if (!Place(arg.Span) || !OptionalExpr(arg.Annotation))
                return false;
        }
        return true;
    }

    private bool Keywords(ImmutableArray<Keyword> keywords)
    {
        foreach (var keyword in keywords)
        {
            if (!Expr(keyword.Value))
                return false;
        }
        return true;
    }
}
