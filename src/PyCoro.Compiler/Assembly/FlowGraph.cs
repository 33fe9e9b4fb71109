// The blocks in code order, and what the passes ask of them: who is reachable, who is first.

namespace PyCoro.Compiler.Assembly;

internal sealed class FlowGraph
{
    public FlowGraph(Block first)
    {
        First = first;
        ListBlocks();
    }

    public Block First { get; }

    public List<Block> Blocks { get; private set; } = [];

    /// <summary>The first block from here on that has code.</summary>
    public static Block? SkipEmpty(Block? block)
    {
        while (block is { Code.Count: 0 })
            block = block.Next;
        return block;
    }

    /// <summary>Removes blocks that are empty or that neither a jump, nor the block before, nor an exception can enter;
    /// numbers the others and counts the ways into each.</summary>
    public void RemoveUnreachable()
    {
        // From the end, so that a run of empty blocks, as nested expressions leave it, is skipped in one step.
        for (var i = Blocks.Count - 1; i >= 0; i--)
            Blocks[i].Next = SkipEmpty(Blocks[i].Next);
        foreach (var block in Blocks)
        {
            block.IsReachable = false;
            block.Predecessors = 0;
            if (block.Last is { Target: { } target } jump)
                jump.Target = SkipEmpty(target);
        }
        var pending = new Stack<Block>();
        Reach(First);
        while (pending.TryPop(out var block))
        {
            Handler? previous = null;
            foreach (var ir in block.Code)
            {
                if (ir.Handler is { } handler && handler != previous)
                    Reach(handler.Target);
                previous = ir.Handler;
            }
            if (block.Last?.Target is { } jumpedTo)
                Reach(jumpedTo);
            if (block.FallsThrough && block.Next is { } next)
                Reach(next);
        }

        List<Block> kept = [];
        foreach (var block in Blocks)
        {
            if (!block.IsReachable || block.Code.Count == 0)
                continue;
            if (kept.Count > 0)
                kept[^1].Next = block;
            block.Number = kept.Count;
            block.Next = null;
            kept.Add(block);
        }
        Blocks = kept;

        void Reach(Block block)
        {
            block.Predecessors++;
            if (block.IsReachable)
                return;
            block.IsReachable = true;
            pending.Push(block);
        }
    }

    /// <summary>Puts blocks behind others, all at once: each insertion into the list would move what follows.</summary>
    public void InsertAfter(IEnumerable<(Block Block, Block Added)> insertions)
    {
        foreach (var (block, added) in insertions)
        {
            added.Next = block.Next;
            block.Next = added;
        }
        ListBlocks();
    }

    private void ListBlocks()
    {
        Blocks = [];
        for (var block = First; block is not null; block = block.Next)
            Blocks.Add(block);
    }
}
