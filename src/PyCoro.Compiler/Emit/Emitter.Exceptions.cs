// try in its three forms and with. The shapes are CPython 3.11's: a handler saves the handled exception with
// PUSH_EXC_INFO, is itself protected by a clean-up that restores it, and re-raises with the original position (lasti).

using System.Collections.Immutable;
using PyCoro.Compiler.Assembly;
using PyCoro.Compiler.Bytecode;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Emit;

internal sealed partial class Emitter
{
    private void EmitTry(Try s)
    {
        if (s.FinalBody.Length > 0)
            EmitTryFinally(s.FinalBody, () => EmitBodyOrHandlers(s.Body, s.Handlers, s.OrElse, EmitTryExcept));
        else
            EmitTryExcept(s.Body, s.Handlers, s.OrElse);
    }

    private void EmitTryStar(TryStar s)
    {
        if (s.FinalBody.Length > 0)
            EmitTryFinally(s.FinalBody, () => EmitBodyOrHandlers(s.Body, s.Handlers, s.OrElse, EmitTryExceptStar));
        else
            EmitTryExceptStar(s.Body, s.Handlers, s.OrElse);
    }

    private delegate void HandlerEmitter(ImmutableArray<Stmt> body, ImmutableArray<ExceptHandler> handlers, ImmutableArray<Stmt> orelse);

    private void EmitBodyOrHandlers(
        ImmutableArray<Stmt> body, ImmutableArray<ExceptHandler> handlers, ImmutableArray<Stmt> orelse, HandlerEmitter emit)
    {
        if (handlers.Length > 0)
            emit(body, handlers, orelse);
        else
            EmitAll(body);
    }

    private void EmitTryFinally(ImmutableArray<Stmt> finalBody, Action emitBody)
    {
        var onException = new Block();
        var cleanup = new Block();
        var exit = new Block();
        OpenRange(onException, pushLasti: false);
        unit.Use(new Block());
        PushRegion(new Region(RegionKind.FinallyTry, Unwind: () => EmitAll(finalBody)));
        emitBody();
        CloseRangeArtificially();
        unit.Regions.RemoveAt(unit.Regions.Count - 1);
        EmitAll(finalBody);
        EmitArtificialJump(exit);

        unit.Use(onException);
        position = NoPosition;
        PushRegion(new Region(RegionKind.FinallyEnd));
        OpenRange(cleanup, pushLasti: true);
        Emit(Opcode.PUSH_EXC_INFO);
        EmitAll(finalBody);
        unit.Regions.RemoveAt(unit.Regions.Count - 1);
        Emit(Opcode.RERAISE, 0);
        EmitCleanup(cleanup);
        unit.Use(exit);
    }

    /// <summary>Closes the handler's own range with the code that restores the handled exception and raises again.</summary>
    private void EmitCleanup(Block cleanup)
    {
        unit.Handler = unit.Handler!.Outer;
        unit.Use(cleanup);
        Emit(Opcode.COPY, 3);
        Emit(Opcode.POP_EXCEPT);
        Emit(Opcode.RERAISE, 1);
    }

    private void EmitTryExcept(ImmutableArray<Stmt> body, ImmutableArray<ExceptHandler> handlers, ImmutableArray<Stmt> orelse)
    {
        var except = new Block();
        var cleanup = new Block();
        var end = new Block();
        EmitTryBody(body, except);
        EmitAll(orelse);
        EmitArtificialJump(end);

        unit.Use(except);
        position = NoPosition;
        OpenRange(cleanup, pushLasti: true);
        Emit(Opcode.PUSH_EXC_INFO);
        PushRegion(new Region(RegionKind.ExceptionHandler));
        for (var i = 0; i < handlers.Length; i++)
        {
            var handler = handlers[i];
            position = handler.Span;
            if (handler.Type is null && i < handlers.Length - 1)
                throw Error("default 'except:' must be last");
            var next = new Block();
            if (handler.Type is not null)
            {
                Emit(handler.Type);
                Emit(Opcode.CHECK_EXC_MATCH);
                EmitJump(Opcode.POP_JUMP_IF_FALSE, next);
            }
            EmitHandlerBody(handler, end);
            unit.Use(next);
        }
        unit.Regions.RemoveAt(unit.Regions.Count - 1);
        position = NoPosition;
        Emit(Opcode.RERAISE, 0);
        EmitCleanup(cleanup);
        unit.Use(end);
    }

    private void EmitTryBody(ImmutableArray<Stmt> body, Block except)
    {
        OpenRange(except, pushLasti: false);
        unit.Use(new Block());
        PushRegion(new Region(RegionKind.TryExcept));
        EmitAll(body);
        unit.Regions.RemoveAt(unit.Regions.Count - 1);
        CloseRangeArtificially();
    }

    private void EmitHandlerBody(ExceptHandler handler, Block end)
    {
        if (handler.Name is not { } name)
        {
            Emit(Opcode.POP_TOP);
            unit.Use(new Block());
            PushRegion(new Region(RegionKind.HandlerCleanup));
            EmitAll(handler.Body);
            unit.Regions.RemoveAt(unit.Regions.Count - 1);
            var cleanup = unit.Handler;
            position = NoPosition;
            CloseRange();
            Emit(Opcode.POP_EXCEPT);
            EmitJump(Opcode.JUMP_FORWARD, end);
            unit.Handler = cleanup;
            return;
        }
        var unbind = new Block();
        Store(name);
        EmitNamedBody(handler, name, unbind);
        var range = unit.Handler;
        position = NoPosition;
        CloseRange();
        Emit(Opcode.POP_EXCEPT);
        Unbind(name);
        EmitJump(Opcode.JUMP_FORWARD, end);
        unit.Handler = range;
        unit.Use(unbind);
        position = NoPosition;
        Unbind(name);
        Emit(Opcode.RERAISE, 1);
    }

    /// <summary>The body of <c>except … as name</c>, with the range that unbinds the name when it raises.</summary>
    private void EmitNamedBody(ExceptHandler handler, string name, Block unbind)
    {
        OpenRange(unbind, pushLasti: true);
        unit.Use(new Block());
        PushRegion(new Region(RegionKind.HandlerCleanup, Unwind: () => Unbind(name)));
        EmitAll(handler.Body);
        unit.Regions.RemoveAt(unit.Regions.Count - 1);
        position = NoPosition;
        CloseRange();
    }

    // name = None; del name
    private void Unbind(string name)
    {
        EmitConstant(null);
        Store(name);
        EmitVariable(name, ExprContext.Del);
    }

    private void EmitTryExceptStar(ImmutableArray<Stmt> body, ImmutableArray<ExceptHandler> handlers, ImmutableArray<Stmt> orelse)
    {
        var except = new Block();
        var cleanup = new Block();
        var otherwise = new Block();
        var end = new Block();
        EmitTryBody(body, except);
        EmitArtificialJump(otherwise);

        unit.Use(except);
        position = NoPosition;
        OpenRange(cleanup, pushLasti: true);
        Emit(Opcode.PUSH_EXC_INFO);
        PushRegion(new Region(RegionKind.ExceptionGroupHandler));
        position = handlers[0].Span;
        // The stack while the clauses run: previous, the group, what clauses raised, what is not matched yet.
        Emit(Opcode.COPY, 1);
        Emit(Opcode.BUILD_LIST, 0);
        Emit(Opcode.SWAP, 2);
        foreach (var handler in handlers)
            EmitStarClause(handler);
        unit.Regions.RemoveAt(unit.Regions.Count - 1);

        var reraise = new Block();
        position = NoPosition;
        Emit(Opcode.LIST_APPEND, 1);
        Emit(Opcode.PREP_RERAISE_STAR);
        Emit(Opcode.COPY, 1);
        EmitJump(Opcode.POP_JUMP_IF_NOT_NONE, reraise);
        var range = unit.Handler;
        Emit(Opcode.POP_TOP);
        CloseRange();
        Emit(Opcode.POP_EXCEPT);
        EmitJump(Opcode.JUMP_FORWARD, end);
        unit.Use(reraise);
        Emit(Opcode.SWAP, 2);
        Emit(Opcode.POP_EXCEPT);
        Emit(Opcode.RERAISE, 0);
        unit.Handler = range;
        EmitCleanup(cleanup);
        unit.Use(otherwise);
        EmitAll(orelse);
        unit.Use(end);
    }

    private void EmitStarClause(ExceptHandler handler)
    {
        var noMatch = new Block();
        var raised = new Block();
        var next = new Block();
        position = handler.Span;
        Emit(handler.Type!);
        Emit(Opcode.CHECK_EG_MATCH);
        Emit(Opcode.COPY, 1);
        EmitJump(Opcode.POP_JUMP_IF_NONE, noMatch);
        if (handler.Name is { } name)
        {
            Store(name);
            EmitNamedBody(handler, name, raised);
            Unbind(name);
        }
        else
        {
            Emit(Opcode.POP_TOP);
            OpenRange(raised, pushLasti: true);
            PushRegion(new Region(RegionKind.HandlerCleanup));
            EmitAll(handler.Body);
            unit.Regions.RemoveAt(unit.Regions.Count - 1);
            position = NoPosition;
            CloseRange();
        }
        EmitJump(Opcode.JUMP_FORWARD, next);
        unit.Use(raised);
        if (handler.Name is not null)
            Unbind(handler.Name);
        Emit(Opcode.LIST_APPEND, 3);
        Emit(Opcode.POP_TOP);
        EmitJump(Opcode.JUMP_FORWARD, next);
        unit.Use(noMatch);
        position = handler.Span;
        Emit(Opcode.POP_TOP);
        unit.Use(next);
    }

    private void EmitWith(ImmutableArray<WithItem> items, ImmutableArray<Stmt> body, int index, With s)
    {
        var final = new Block();
        var exit = new Block();
        Emit(items[index].ContextExpr);
        Emit(Opcode.BEFORE_WITH);
        OpenRange(final, pushLasti: true, ignoredValues: 1);
        unit.Use(new Block());
        PushRegion(new Region(RegionKind.With, Node: s));
        if (items[index].OptionalVars is { } target)
            Emit(target);
        else
            Emit(Opcode.POP_TOP);
        if (index + 1 < items.Length)
            EmitWith(items, body, index + 1, s);
        else
            EmitAll(body);
        CloseRangeArtificially();
        unit.Regions.RemoveAt(unit.Regions.Count - 1);
        position = s.Span;
        EmitExitWithNones();
        Emit(Opcode.POP_TOP);
        EmitJump(Opcode.JUMP_FORWARD, exit);

        var cleanup = new Block();
        unit.Use(final);
        OpenRange(cleanup, pushLasti: true);
        Emit(Opcode.PUSH_EXC_INFO);
        Emit(Opcode.WITH_EXCEPT_START);
        EmitWithExceptFinish(cleanup, exit);
        unit.Use(exit);
    }

    private void EmitAsyncWith(AsyncWith s, int index)
    {
        if (!MayAwait)
            throw Error("'async with' outside async function");
        var final = new Block();
        var exit = new Block();
        Emit(s.Items[index].ContextExpr);
        Emit(Opcode.BEFORE_ASYNC_WITH);
        Emit(Opcode.GET_AWAITABLE, 1);
        EmitYieldFrom(3);
        OpenRange(final, pushLasti: true, ignoredValues: 1);
        unit.Use(new Block());
        PushRegion(new Region(RegionKind.AsyncWith, Node: s));
        if (s.Items[index].OptionalVars is { } target)
            Emit(target);
        else
            Emit(Opcode.POP_TOP);
        if (index + 1 < s.Items.Length)
            EmitAsyncWith(s, index + 1);
        else
            EmitAll(s.Body);
        CloseRangeArtificially();
        unit.Regions.RemoveAt(unit.Regions.Count - 1);
        position = s.Span;
        EmitExitWithNones();
        Emit(Opcode.GET_AWAITABLE, 2);
        EmitYieldFrom(3);
        Emit(Opcode.POP_TOP);
        EmitJump(Opcode.JUMP_FORWARD, exit);

        var cleanup = new Block();
        unit.Use(final);
        OpenRange(cleanup, pushLasti: true);
        Emit(Opcode.PUSH_EXC_INFO);
        Emit(Opcode.WITH_EXCEPT_START);
        Emit(Opcode.GET_AWAITABLE, 2);
        EmitYieldFrom(3);
        EmitWithExceptFinish(cleanup, exit);
        unit.Use(exit);
    }

    // The bound exit method lies on the stack: exit(None, None, None), the first None in the place of self.
    private void EmitExitWithNones()
    {
        EmitConstant(null);
        EmitConstant(null);
        EmitConstant(null);
        Emit(Opcode.CALL, 2);
    }

    private void EmitWithExceptFinish(Block cleanup, Block exit)
    {
        var suppress = new Block();
        EmitJump(Opcode.POP_JUMP_IF_TRUE, suppress);
        Emit(Opcode.RERAISE, 2);
        var saved = position;
        var range = unit.Handler;
        position = NoPosition;
        EmitCleanup(cleanup);
        position = saved;
        unit.Handler = range;
        unit.Use(suppress);
        Emit(Opcode.POP_TOP);
        CloseRange();
        Emit(Opcode.POP_EXCEPT);
        Emit(Opcode.POP_TOP);
        Emit(Opcode.POP_TOP);
        EmitJump(Opcode.JUMP_FORWARD, exit);
    }
}
