// Which locals are surely bound when they are read: for those the machine need not check. A forward data-flow analysis over
// sets of bound locals; where ways meet, only what is bound on all of them counts, and a handler may be entered before
// any instruction of its range.

using PyCoro.Compiler.Bytecode;

namespace PyCoro.Compiler.Assembly;

internal static class DefiniteAssignment
{
    public static void Run(FlowGraph graph, int locals, int parameters)
    {
        if (locals == 0)
            return;
        var words = (locals + 63) / 64;
        var bound = new Dictionary<Block, ulong[]>(ReferenceEqualityComparer.Instance);
        var pending = new Queue<Block>();
        var entry = new ulong[words];
        for (var i = 0; i < parameters; i++)
            entry[i / 64] |= 1UL << (i % 64);
        bound[graph.First] = entry;
        pending.Enqueue(graph.First);
        while (pending.TryDequeue(out var block))
            Flow(block, (ulong[])bound[block].Clone());

        foreach (var block in graph.Blocks)
        {
            if (bound.TryGetValue(block, out var state))
                Rewrite(block, (ulong[])state.Clone());
        }

        void Flow(Block block, ulong[] state)
        {
            Handler? covered = null;
            foreach (var ir in block.Code)
            {
                var changes = ir.Op is Opcode.DELETE_FAST or Opcode.STORE_FAST or Opcode.LOAD_FAST;
                if (ir.Handler is not null && (ir.Handler != covered || changes))
                    Join(ir.Handler.Target, state);
                Apply(ir, state);
                if (ir.Handler is not null && changes)
                    Join(ir.Handler.Target, state);
                covered = ir.Handler;
            }
            if (block.Last?.Target is { } target)
                Join(target, state);
            if (block.FallsThrough && block.Next is { } next)
                Join(next, state);
        }

        void Join(Block block, ulong[] state)
        {
            if (!bound.TryGetValue(block, out var known))
            {
                bound[block] = (ulong[])state.Clone();
                pending.Enqueue(block);
                return;
            }
            var shrank = false;
            for (var i = 0; i < words; i++)
            {
                var common = known[i] & state[i];
                shrank |= common != known[i];
                known[i] = common;
            }
            if (shrank)
                pending.Enqueue(block);
        }
    }

    private static void Apply(Ir ir, ulong[] state)
    {
        switch (ir.Op)
        {
            case Opcode.STORE_FAST or Opcode.LOAD_FAST:
                state[ir.Arg / 64] |= 1UL << (ir.Arg % 64);
                break;
            case Opcode.DELETE_FAST:
                state[ir.Arg / 64] &= ~(1UL << (ir.Arg % 64));
                break;
        }
    }

    private static void Rewrite(Block block, ulong[] state)
    {
        foreach (var ir in block.Code)
        {
            if (ir.Op == Opcode.LOAD_FAST && (state[ir.Arg / 64] & 1UL << (ir.Arg % 64)) == 0)
            {
                Apply(ir, state);
                ir.Op = Opcode.LOAD_FAST_CHECK;
                continue;
            }
            Apply(ir, state);
        }
    }
}
