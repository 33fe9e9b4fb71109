// Small rewrites inside a block: tests for None, tuples that are taken apart at once, swaps that only reorder stores.

using PyCoro.Compiler.Bytecode;

namespace PyCoro.Compiler.Assembly;

internal static class Peephole
{
    public static void Run(FlowGraph graph)
    {
        foreach (var block in graph.Blocks)
        {
            var code = block.Code;
            for (var i = 0; i < code.Count; i++)
            {
                if (code[i].Op == Opcode.BUILD_TUPLE && i + 1 < code.Count && code[i + 1].Op == Opcode.UNPACK_SEQUENCE
                    && code[i].Arg == code[i + 1].Arg && code[i].Arg is >= 1 and <= 3)
                    UnpackInPlace(code[i], code[i + 1]);
            }
            for (var i = code.Count - 1; i >= 0; i--)
            {
                if (code[i].Op == Opcode.SWAP)
                    ReorderStores(code, i);
            }
        }
    }

    // a, b = b, a: the values are on the stack, in the wrong order at most.
    private static void UnpackInPlace(Ir build, Ir unpack)
    {
        var count = build.Arg;
        build.MakeNop();
        unpack.MakeNop();
        if (count == 1)
            return;
        unpack.Op = Opcode.SWAP;
        unpack.Arg = count;
    }

    private static void ReorderStores(List<Ir> code, int swap)
    {
        var first = NextStore(code, swap, -1);
        if (first < 0)
            return;
        var last = first;
        for (var i = code[swap].Arg - 1; i > 0; i--)
        {
            last = NextStore(code, last, code[first].Span.Line);
            if (last < 0)
                return;
        }
        // Stores to one variable must stay in order: the last one wins.
        for (var i = first; i <= last; i++)
        {
            for (var j = i + 1; j <= last; j++)
            {
                if (code[i].Op == Opcode.STORE_FAST && code[j].Op == Opcode.STORE_FAST && code[i].Arg == code[j].Arg)
                    return;
            }
        }
        code[swap].MakeNop();
        (code[first], code[last]) = (code[last], code[first]);
    }

    private static int NextStore(List<Ir> code, int index, int line)
    {
        while (++index < code.Count)
        {
            var ir = code[index];
            if (line >= 0 && ir.Span.Line != line)
                return -1;
            if (ir.Op == Opcode.NOP)
                continue;
            return ir.Op is Opcode.STORE_FAST or Opcode.POP_TOP ? index : -1;
        }
        return -1;
    }
}
