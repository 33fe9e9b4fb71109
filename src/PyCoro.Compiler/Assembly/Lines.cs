// Artificial code (the jump at the end of a loop, the implicit return) has no line; it gets the one of what runs before it, so
// that tracing shows the lines a reader expects. NOPs stay only where they are the sole sign of a line.

using PyCoro.Compiler.Bytecode;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Assembly;

internal static class Lines
{
    public static void Resolve(FlowGraph graph)
    {
        RemoveNops(graph);
        Propagate(graph);
        DuplicateExits(graph);
        graph.RemoveUnreachable();
        Propagate(graph);
    }

    private static void Propagate(FlowGraph graph)
    {
        foreach (var block in graph.Blocks)
        {
            var previous = new SourceSpan(-1, 0, 0, 0);
            foreach (var ir in block.Code)
            {
                if (ir.HasLine)
                    previous = ir.Span;
                else
                    ir.Span = previous;
            }
            if (block.Code.Count == 0)
                continue;
            if (block.FallsThrough && FlowGraph.SkipEmpty(block.Next) is { } next)
                Continue(next, previous);
            if (block.Last?.Target is { } to && FlowGraph.SkipEmpty(to) is { } target)
                Continue(target, previous);
        }
    }

    private static void Continue(Block block, SourceSpan span)
    {
        if (block.Predecessors == 1 && !block.Code[0].HasLine)
            block.Code[0].Span = span;
    }

    // Several ways lead to one exit without a line: each gets its own, with its own line.
    private static void DuplicateExits(FlowGraph graph)
    {
        List<(Block, Block)> copies = [];
        foreach (var block in graph.Blocks)
        {
            if (block.Last is not { Target: { } to, HasLine: true } jump || FlowGraph.SkipEmpty(to) is not { } exit)
                continue;
            if (exit.Predecessors < 2 || exit.Last is not { EndsFlow: true, Target: null } || exit.Code.Any(i => i.HasLine))
                continue;
            var copy = new Block { StartDepth = exit.StartDepth };
            foreach (var ir in exit.Code)
                copy.Code.Add(ir.Copy(ir.Handler));
            copy.Code[0].Span = jump.Span;
            copy.Predecessors = 1;
            exit.Predecessors--;
            jump.Target = copy;
            copies.Add((exit, copy));
        }
        if (copies.Count > 0)
            graph.InsertAfter(copies);
    }

    public static void RemoveNops(FlowGraph graph)
    {
        foreach (var block in graph.Blocks)
        {
            if (block.Last is { IsUnconditionalJump: true } jump && FlowGraph.SkipEmpty(jump.Target) is { } target
                && target == FlowGraph.SkipEmpty(block.Next))
                jump.MakeNop();
        }
        foreach (var block in graph.Blocks)
            RemoveNops(block);
    }

    private static void RemoveNops(Block block)
    {
        var kept = 0;
        var previousLine = -1;
        var code = block.Code;
        for (var i = 0; i < code.Count; i++)
        {
            var ir = code[i];
            if (ir.Op == Opcode.NOP && IsRedundant(block, i, previousLine))
                continue;
            code[kept++] = ir;
            previousLine = ir.Span.Line;
        }
        code.RemoveRange(kept, code.Count - kept);
    }

    private static bool IsRedundant(Block block, int index, int previousLine)
    {
        var nop = block.Code[index];
        if (!nop.HasLine || nop.Span.Line == previousLine)
            return true;
        if (index + 1 < block.Code.Count)
        {
            var next = block.Code[index + 1];
            if (next.HasLine)
                return next.Span.Line == nop.Span.Line;
            // The line moves on to the artificial instruction.
            next.Span = nop.Span;
            return true;
        }
        return FlowGraph.SkipEmpty(block.Next) is { } following && following.Code[0].Span.Line == nop.Span.Line;
    }
}
