// How deep the operand stack gets, and how much of it each handler keeps: found by walking the blocks from the entry.
// Two ways into a block must agree on the depth; if they do not, the emitter is wrong and this says so at once.

using PyCoro.Compiler.Bytecode;

namespace PyCoro.Compiler.Assembly;

internal static class StackDepth
{
    public static int Compute(FlowGraph graph)
    {
        var deepest = 0;
        var pending = new Stack<Block>();
        Enter(graph.First, 0);
        while (pending.TryPop(out var block))
        {
            var depth = block.StartDepth;
            foreach (var ir in block.Code)
            {
                if (ir.Opens is { } handler)
                {
                    handler.Depth = depth - ir.Arg;
                    Enter(handler.Target, handler.Depth + (handler.PushLasti ? 2 : 1));
                    ir.Opens = null;
                    ir.Arg = 0;
                }
                if (ir.Target is { } target)
                    Enter(target, After(ir, depth, jumps: true));
                depth = After(ir, depth, jumps: false);
                deepest = Math.Max(deepest, depth);
            }
            if (block.FallsThrough && block.Next is { } next)
                Enter(next, depth);
        }
        return deepest;

        void Enter(Block block, int depth)
        {
            deepest = Math.Max(deepest, depth);
            if (block.StartDepth < 0)
            {
                block.StartDepth = depth;
                pending.Push(block);
            }
            else if (block.StartDepth != depth)
            {
                throw new InvalidOperationException($"stack depths {block.StartDepth} and {depth} meet");
            }
        }
    }

    private static int After(Ir ir, int depth, bool jumps)
    {
        var (pops, pushes) = StackEffects.Of(ir.Op, ir.Arg, jumps);
        if (pops > depth)
            throw new InvalidOperationException($"{ir.Op} pops {pops} of {depth} values");
        return depth - pops + pushes;
    }
}
