// Simple statements and blocks. Compound ones have files of their own.

using System.Collections.Immutable;
using PyCoro.Compiler.Assembly;
using PyCoro.Compiler.Bytecode;
using PyCoro.Compiler.Symbols;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Emit;

internal sealed partial class Emitter
{
    private void EmitAll(ImmutableArray<Stmt> statements)
    {
        foreach (var statement in statements)
            Emit(statement);
    }

    /// <summary>The body of a module or class: annotations dict and docstring first.</summary>
    private void EmitBody(ImmutableArray<Stmt> body)
    {
        if (unit.Kind == UnitKind.Module && body.Length > 0)
            position = body[0].Span;
        if (FindsAnnotation(body))
            Emit(Opcode.SETUP_ANNOTATIONS);
        var start = 0;
        if (context.Options.Optimize < 2 && Docstring(body) is { } docstring)
        {
            start = 1;
            position = ((ExprStmt)body[0]).Value.Span;
            EmitConstant(docstring);
            position = NoPosition;
            Store("__doc__");
        }
        for (var i = start; i < body.Length; i++)
            Emit(body[i]);
    }

    private static string? Docstring(ImmutableArray<Stmt> body) =>
        body.Length > 0 && body[0] is ExprStmt { Value: Constant { Value: string text } } ? text : null;

    private static bool FindsAnnotation(ImmutableArray<Stmt> body)
    {
        foreach (var statement in body)
        {
            var found = statement switch
            {
                AnnAssign => true,
                For s => FindsAnnotation(s.Body) || FindsAnnotation(s.OrElse),
                AsyncFor s => FindsAnnotation(s.Body) || FindsAnnotation(s.OrElse),
                While s => FindsAnnotation(s.Body) || FindsAnnotation(s.OrElse),
                If s => FindsAnnotation(s.Body) || FindsAnnotation(s.OrElse),
                With s => FindsAnnotation(s.Body),
                AsyncWith s => FindsAnnotation(s.Body),
                Match s => s.Cases.Any(c => FindsAnnotation(c.Body)),
                Try s => FindsAnnotation(s.Body) || s.Handlers.Any(h => FindsAnnotation(h.Body))
                    || FindsAnnotation(s.OrElse) || FindsAnnotation(s.FinalBody),
                TryStar s => FindsAnnotation(s.Body) || s.Handlers.Any(h => FindsAnnotation(h.Body))
                    || FindsAnnotation(s.OrElse) || FindsAnnotation(s.FinalBody),
                _ => false,
            };
            if (found)
                return true;
        }
        return false;
    }

    private void Emit(Stmt statement)
    {
        context.GuardStack("compilation");
        position = statement.Span;
        switch (statement)
        {
            case FunctionDef s:
                EmitFunction(s, s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, UnitKind.Function);
                break;
            case AsyncFunctionDef s:
                EmitFunction(s, s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, UnitKind.AsyncFunction);
                break;
            case ClassDef s:
                EmitClass(s);
                break;
            case Return s:
                EmitReturn(s);
                break;
            case Delete s:
                foreach (var target in s.Targets)
                    Emit(target);
                break;
            case Assign s:
                EmitAssign(s);
                break;
            case AugAssign s:
                EmitAugAssign(s);
                break;
            case AnnAssign s:
                EmitAnnAssign(s);
                break;
            case For s:
                EmitFor(s);
                break;
            case AsyncFor s:
                EmitAsyncFor(s);
                break;
            case While s:
                EmitWhile(s);
                break;
            case If s:
                EmitIf(s);
                break;
            case With s:
                EmitWith(s.Items, s.Body, 0, s);
                break;
            case AsyncWith s:
                EmitAsyncWith(s, 0);
                break;
            case Match s:
                EmitMatch(s);
                break;
            case Raise s:
                EmitRaise(s);
                break;
            case Try s:
                EmitTry(s);
                break;
            case TryStar s:
                EmitTryStar(s);
                break;
            case Assert s:
                EmitAssert(s);
                break;
            case Import s:
                EmitImport(s);
                break;
            case ImportFrom s:
                EmitImportFrom(s);
                break;
            case ExprStmt s:
                EmitExpressionStatement(s.Value);
                break;
            case Break:
                EmitBreak();
                break;
            case Continue:
                EmitContinue();
                break;
            case Pass:
                Emit(Opcode.NOP);
                break;
            case Global or Nonlocal:
                break;
            default:
                throw new InvalidOperationException($"unknown statement {statement.NodeName}");
        }
    }

    private void EmitExpressionStatement(Expr value)
    {
        if (unit.Kind == UnitKind.Module && context.Options.Mode == CompileMode.Single && nesting <= 1)
        {
            Emit(value);
            Emit(Opcode.PRINT_EXPR);
            return;
        }
        value = folder.Fold(value);
        if (value is Constant)
        {
            Emit(Opcode.NOP);
            return;
        }
        Emit(value);
        position = NoPosition;
        Emit(Opcode.POP_TOP);
    }

    private void EmitReturn(Return s)
    {
        var value = s.Value is null ? null : folder.Fold(s.Value);
        var isComputed = value is not null and not Constant;
        if (unit.Scope.Kind != ScopeKind.Function)
            throw Error("'return' outside function");
        if (value is not null && unit.Scope.IsCoroutine && unit.Scope.IsGenerator)
            throw Error("'return' with value in async generator");
        if (isComputed)
        {
            Emit(value!);
        }
        else if (value is not null)
        {
            position = value.Span;
            Emit(Opcode.NOP);
        }
        if (value is null || value.Span.Line != s.Span.Line)
        {
            position = s.Span;
            Emit(Opcode.NOP);
        }
        var handler = unit.Handler;
        UnwindRegions(isComputed, toLoop: false);
        if (!isComputed)
            EmitConstant((value as Constant)?.Value);
        Emit(Opcode.RETURN_VALUE);
        unit.Handler = handler;
        unit.Use(new Block());
    }

    private void EmitBreak()
    {
        Emit(Opcode.NOP);
        var here = position;
        var handler = unit.Handler;
        var loop = UnwindRegions(keepTop: false, toLoop: true) ?? throw context.Error("'break' outside loop", here);
        Unwind(loop, keepTop: false);
        EmitJump(Opcode.JUMP_FORWARD, loop.Exit!);
        unit.Handler = handler;
    }

    private void EmitContinue()
    {
        Emit(Opcode.NOP);
        var here = position;
        var handler = unit.Handler;
        var loop = UnwindRegions(keepTop: false, toLoop: true) ?? throw context.Error("'continue' not properly in loop", here);
        EmitJump(Opcode.JUMP_FORWARD, loop.Start!);
        unit.Handler = handler;
    }

    private void EmitRaise(Raise s)
    {
        var count = 0;
        if (s.Exc is not null)
        {
            Emit(s.Exc);
            count++;
            if (s.Cause is not null)
            {
                Emit(s.Cause);
                count++;
            }
        }
        Emit(Opcode.RAISE_VARARGS, count);
        unit.Use(new Block());
    }

    private void EmitAssert(Assert s)
    {
        if (s.Test is Tuple { Elts.Length: > 0 } or Constant { Value: ConstantTuple { Items.Length: > 0 } })
            context.Warn("assertion is always true, perhaps remove parentheses?", position);
        if (context.Options.Optimize > 0)
            return;
        var end = new Block();
        JumpIf(s.Test, end, true);
        Emit(Opcode.LOAD_ASSERTION_ERROR);
        if (s.Msg is not null)
        {
            // The class is the callable, the message takes the place of self.
            Emit(s.Msg);
            Emit(Opcode.CALL, 0);
        }
        Emit(Opcode.RAISE_VARARGS, 1);
        unit.Use(end);
    }

    private void EmitImport(Import s)
    {
        foreach (var alias in s.Names)
        {
            EmitInt(0);
            EmitConstant(null);
            EmitName(Opcode.IMPORT_NAME, alias.Name);
            if (alias.AsName is not null)
                EmitImportAs(alias.Name.Split('.'), alias.AsName);
            else
                Store(alias.Name.Split('.')[0]);
        }
    }

    // `import a.b.c as d` binds c, but __import__ returns a.
    private void EmitImportAs(string[] path, string name)
    {
        for (var i = 1; i < path.Length; i++)
        {
            if (i > 1)
            {
                Emit(Opcode.SWAP, 2);
                Emit(Opcode.POP_TOP);
            }
            EmitName(Opcode.IMPORT_FROM, path[i]);
        }
        Store(name);
        if (path.Length > 1)
            Emit(Opcode.POP_TOP);
    }

    private void EmitImportFrom(ImportFrom s)
    {
        if (s is { Module: "__future__", Level: 0 } && s.Span.Line > context.Futures.LastLine)
            throw Error("from __future__ imports must occur at the beginning of the file");
        EmitInt(s.Level);
        EmitConstant(new ConstantTuple([.. s.Names.Select(object? (a) => a.Name)]));
        EmitName(Opcode.IMPORT_NAME, s.Module ?? "");
        foreach (var alias in s.Names)
        {
            if (alias.Name == "*")
            {
                Emit(Opcode.IMPORT_STAR);
                return;
            }
            EmitName(Opcode.IMPORT_FROM, alias.Name);
            Store(alias.AsName ?? alias.Name);
        }
        Emit(Opcode.POP_TOP);
    }
}
