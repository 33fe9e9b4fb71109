// if, while, for, async for: everything that only chooses what runs next.

using PyCoro.Compiler.Assembly;
using PyCoro.Compiler.Bytecode;
using PyCoro.Compiler.Folding;
using PyCoro.Compiler.Symbols;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Emit;

internal sealed partial class Emitter
{
    private void EmitIf(If s)
    {
        var end = new Block();
        var orelse = s.OrElse.Length > 0 ? new Block() : end;
        JumpIf(s.Test, orelse, false);
        EmitAll(s.Body);
        if (s.OrElse.Length > 0)
        {
            EmitArtificialJump(end);
            unit.Use(orelse);
            EmitAll(s.OrElse);
        }
        unit.Use(end);
    }

    private void EmitWhile(While s)
    {
        var loop = new Block();
        var anchor = new Block();
        var end = new Block();
        unit.Use(loop);
        PushRegion(new Region(RegionKind.WhileLoop, loop, end));
        var test = folder.Fold(s.Test);
        JumpIf(test, anchor, false);
        var atTest = position;
        if (test is Constant)
        {
            // The jump back stands for the test that always holds.
            var body = new Block();
            unit.Use(body);
            EmitAll(s.Body);
            position = test.Span;
            EmitJump(Opcode.JUMP_FORWARD, body);
        }
        else
        {
            EmitAll(s.Body);
            EmitArtificialJump(loop);
        }
        position = atTest;
        unit.Regions.RemoveAt(unit.Regions.Count - 1);
        unit.Use(anchor);
        EmitAll(s.OrElse);
        unit.Use(end);
    }

    private void EmitFor(For s)
    {
        var start = new Block();
        var cleanup = new Block();
        var end = new Block();
        PushRegion(new Region(RegionKind.ForLoop, start, end));
        EmitIterable(s.Iter);
        Emit(Opcode.GET_ITER);
        unit.Use(start);
        EmitJump(Opcode.FOR_ITER, cleanup);
        Emit(s.Target);
        EmitAll(s.Body);
        position = NoPosition;
        EmitJump(Opcode.JUMP_FORWARD, start);
        unit.Use(cleanup);
        unit.Regions.RemoveAt(unit.Regions.Count - 1);
        EmitAll(s.OrElse);
        unit.Use(end);
    }

    private void EmitAsyncFor(AsyncFor s)
    {
        if (!MayAwait)
            throw Error("'async for' outside async function");
        var start = new Block();
        var except = new Block();
        var end = new Block();
        Emit(s.Iter);
        Emit(Opcode.GET_AITER);
        unit.Use(start);
        PushRegion(new Region(RegionKind.ForLoop, start, end));
        EmitNextAwaited(except);
        Emit(s.Target);
        EmitAll(s.Body);
        position = NoPosition;
        EmitJump(Opcode.JUMP_FORWARD, start);
        unit.Regions.RemoveAt(unit.Regions.Count - 1);
        unit.Use(except);
        position = s.Iter.Span;
        Emit(Opcode.END_ASYNC_FOR);
        EmitAll(s.OrElse);
        unit.Use(end);
    }

    /// <summary>Awaits the next item; StopAsyncIteration leads to <paramref name="exhausted"/>.</summary>
    private void EmitNextAwaited(Block exhausted)
    {
        OpenRange(exhausted, pushLasti: false);
        Emit(Opcode.GET_ANEXT);
        EmitYieldFrom(3);
        CloseRange();
    }

    /// <summary>A display that is only iterated over needs no fresh list.</summary>
    private void EmitIterable(Expr iterable) => Emit(folder.FoldIterable(iterable));

    /// <summary>Evaluates a condition and jumps to <paramref name="target"/> when it is <paramref name="condition"/>.
    /// After a comparison the position stays there: that is what a failed assertion points at.</summary>
    private void JumpIf(Expr test, Block target, bool condition)
    {
        context.GuardStack("compilation");
        test = folder.Fold(test);
        if (test is Compare)
            position = test.Span;
        switch (test)
        {
            case UnaryOp { Op: UnaryOperator.Not } e:
                JumpIf(e.Operand, target, !condition);
                return;
            case BoolOp e:
                JumpIf(e, target, condition);
                return;
            case IfExp e:
                var end = new Block();
                var orelse = new Block();
                JumpIf(e.Test, orelse, false);
                JumpIf(e.Body, target, condition);
                EmitArtificialJump(end);
                unit.Use(orelse);
                JumpIf(e.OrElse, target, condition);
                unit.Use(end);
                return;
            case Compare { Ops.Length: > 1 } e:
                JumpIf(e, target, condition);
                return;
            case Constant e:
                // Nothing is tested, but whoever traces sees the line (PEP 626).
                position = e.Span;
                Emit(Opcode.NOP);
                if (ConstantFolder.IsTrue(e.Value) == condition)
                    EmitJump(Opcode.JUMP_FORWARD, target);
                return;
        }
        Emit(test);
        EmitJump(condition ? Opcode.POP_JUMP_IF_TRUE : Opcode.POP_JUMP_IF_FALSE, target);
    }

    private void JumpIf(BoolOp e, Block target, bool condition)
    {
        var shortCircuit = e.Op == BoolOperator.Or;
        var inner = shortCircuit == condition ? target : new Block();
        for (var i = 0; i < e.Values.Length - 1; i++)
            JumpIf(e.Values[i], inner, shortCircuit);
        JumpIf(e.Values[^1], target, condition);
        if (inner != target)
            unit.Use(inner);
    }

    private void JumpIf(Compare e, Block target, bool condition)
    {
        WarnAboutIdentity(e);
        var cleanup = new Block();
        var end = new Block();
        Emit(e.Left);
        for (var i = 0; i < e.Ops.Length - 1; i++)
        {
            Emit(e.Comparators[i]);
            Emit(Opcode.SWAP, 2);
            Emit(Opcode.COPY, 2);
            EmitComparison(e.Ops[i]);
            EmitJump(Opcode.POP_JUMP_IF_FALSE, cleanup);
        }
        Emit(folder.FoldContainer(e.Ops[^1], e.Comparators[^1]));
        EmitComparison(e.Ops[^1]);
        EmitJump(condition ? Opcode.POP_JUMP_IF_TRUE : Opcode.POP_JUMP_IF_FALSE, target);
        EmitArtificialJump(end);
        unit.Use(cleanup);
        Emit(Opcode.POP_TOP);
        if (!condition)
            EmitArtificialJump(target);
        unit.Use(end);
    }
}
