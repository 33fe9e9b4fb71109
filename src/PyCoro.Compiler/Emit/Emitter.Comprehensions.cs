// A comprehension is a function with one parameter, the iterator of its outermost `for`, called on the spot.

using System.Collections.Immutable;
using PyCoro.Compiler.Assembly;
using PyCoro.Compiler.Bytecode;
using PyCoro.Compiler.Symbols;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Emit;

internal sealed partial class Emitter
{
    private void EmitComprehension(
        Expr node, string name, ComprehensionKind kind, ImmutableArray<Comprehension> generators, Expr element, Expr? value)
    {
        var mayAwait = MayAwait || unit.Kind == UnitKind.Comprehension;
        var scope = scopes[node];
        var isAwaited = scope.IsCoroutine && kind != ComprehensionKind.Generator;
        Enter(scope, UnitKind.Comprehension, name, node.Span.Line);
        position = node.Span;
        if (isAwaited && !mayAwait)
            throw Error("asynchronous comprehension outside of an asynchronous function");
        unit.ArgCount = 1;
        if (kind != ComprehensionKind.Generator)
        {
            Emit(kind switch
            {
                ComprehensionKind.List => Opcode.BUILD_LIST,
                ComprehensionKind.Set => Opcode.BUILD_SET,
                _ => Opcode.BUILD_MAP,
            }, 0);
        }
        EmitGenerators(new ComprehensionParts(kind, generators, element, value), 0, 0);
        if (kind != ComprehensionKind.Generator)
            Emit(Opcode.RETURN_VALUE);
        var code = Leave();
        position = node.Span;
        EmitClosure(code, 0);
        EmitIterable(generators[0].Iter);
        Emit(generators[0].IsAsync != 0 ? Opcode.GET_AITER : Opcode.GET_ITER);
        // The function is the callable, the iterator lies where self would.
        Emit(Opcode.CALL, 0);
        if (isAwaited)
        {
            Emit(Opcode.GET_AWAITABLE, 0);
            EmitYieldFrom(3);
        }
    }

    private sealed record ComprehensionParts(
        ComprehensionKind Kind, ImmutableArray<Comprehension> Generators, Expr Element, Expr? Value);

    /// <param name="parts">The comprehension.</param>
    /// <param name="index">Which of its <c>for</c> clauses.</param>
    /// <param name="depth">How many iterators lie above the collection being built.</param>
    private void EmitGenerators(ComprehensionParts parts, int index, int depth)
    {
        var clause = parts.Generators[index];
        if (clause.IsAsync != 0)
            EmitAsyncClause(parts, clause, index, depth);
        else
            EmitSyncClause(parts, clause, index, depth);
    }

    private void EmitSyncClause(ComprehensionParts parts, Comprehension clause, int index, int depth)
    {
        var start = new Block();
        var ifCleanup = new Block();
        var anchor = new Block();
        // `for y in [f(x)]` is an assignment.
        var single = index > 0 ? SingleElement(clause.Iter) : null;
        if (single is not null)
        {
            Emit(single);
        }
        else
        {
            EmitClauseIterator(clause, index);
            depth++;
            unit.Use(start);
            EmitJump(Opcode.FOR_ITER, anchor);
        }
        Emit(clause.Target);
        foreach (var condition in clause.Ifs)
            JumpIf(condition, ifCleanup, false);
        EmitInner(parts, index, depth);
        unit.Use(ifCleanup);
        if (single is null)
        {
            EmitJump(Opcode.JUMP_FORWARD, start);
            unit.Use(anchor);
        }
    }

    private void EmitAsyncClause(ComprehensionParts parts, Comprehension clause, int index, int depth)
    {
        var start = new Block();
        var except = new Block();
        var ifCleanup = new Block();
        EmitClauseIterator(clause, index);
        unit.Use(start);
        PushRegion(new Region(RegionKind.AsyncComprehension));
        EmitNextAwaited(except);
        Emit(clause.Target);
        foreach (var condition in clause.Ifs)
            JumpIf(condition, ifCleanup, false);
        EmitInner(parts, index, depth + 1);
        unit.Use(ifCleanup);
        EmitJump(Opcode.JUMP_FORWARD, start);
        unit.Regions.RemoveAt(unit.Regions.Count - 1);
        unit.Use(except);
        Emit(Opcode.END_ASYNC_FOR);
    }

    private void EmitClauseIterator(Comprehension clause, int index)
    {
        if (index == 0)
        {
            Emit(Opcode.LOAD_FAST, 0);
            return;
        }
        EmitIterable(clause.Iter);
        Emit(clause.IsAsync != 0 ? Opcode.GET_AITER : Opcode.GET_ITER);
    }

    private static Expr? SingleElement(Expr iterable) =>
        iterable switch
        {
            List { Elts: [not Starred] } e => e.Elts[0],
            Tuple { Elts: [not Starred] } e => e.Elts[0],
            _ => null,
        };

    private void EmitInner(ComprehensionParts parts, int index, int depth)
    {
        if (index + 1 < parts.Generators.Length)
        {
            EmitGenerators(parts, index + 1, depth);
            return;
        }
        Emit(parts.Element);
        switch (parts.Kind)
        {
            case ComprehensionKind.Generator:
                EmitYieldValue();
                Emit(Opcode.POP_TOP);
                break;
            case ComprehensionKind.List:
                Emit(Opcode.LIST_APPEND, depth + 1);
                break;
            case ComprehensionKind.Set:
                Emit(Opcode.SET_ADD, depth + 1);
                break;
            default:
                Emit(parts.Value!);
                Emit(Opcode.MAP_ADD, depth + 1);
                break;
        }
    }
}
