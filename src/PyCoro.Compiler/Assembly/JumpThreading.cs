// Jumps that only lead to other jumps go to the end of the chain at once, tests of a value just tested are decided, and
// a jump to a short exit becomes the exit itself. Conditional jumps only ever go forward: the one backward jump there is
// checks the instruction budget.

using PyCoro.Compiler.Bytecode;

namespace PyCoro.Compiler.Assembly;

internal static class JumpThreading
{
    private const int LongestCopiedExit = 4;

    public static void Run(FlowGraph graph)
    {
        foreach (var block in graph.Blocks)
            MergeNoneTest(block.Code);
        foreach (var block in graph.Blocks)
        {
            // A chain of jumps may be a cycle, `while True: pass`.
            for (var steps = 0; steps < 100 && Thread(block); steps++)
            {
            }
        }
        graph.RemoveUnreachable();
        // What jumped to an exit is now one itself.
        for (var copied = true; copied;)
        {
            copied = false;
            Lines.RemoveNops(graph);
            foreach (var block in graph.Blocks)
                copied |= CopyExit(block);
            graph.RemoveUnreachable();
        }
    }

    // x is None: needs neither the constant nor the bool.
    private static void MergeNoneTest(List<Ir> code)
    {
        if (code.Count < 2 || code[^1].Op is not (Opcode.POP_JUMP_IF_TRUE or Opcode.POP_JUMP_IF_FALSE)
            || code[^2].Op != Opcode.IS_OP || code.Count < 3 || code[^3].Op != Opcode.LOAD_CONST || !code[^3].LoadsNone)
            return;
        var jumpsWhenNone = code[^1].Op == Opcode.POP_JUMP_IF_TRUE == (code[^2].Arg == 0);
        code[^1].Op = jumpsWhenNone ? Opcode.POP_JUMP_IF_NONE : Opcode.POP_JUMP_IF_NOT_NONE;
        code[^2].MakeNop();
        code[^3].MakeNop();
    }

    private static bool Thread(Block block)
    {
        if (block.Last is not { Target: { } to } jump || FlowGraph.SkipEmpty(to) is not { } target)
            return false;
        var next = target.Code[0];
        if (next.Op == Opcode.JUMP_FORWARD)
            return jump.Op != Opcode.FOR_ITER && Follow(block, jump, next);
        if (jump.Op is not (Opcode.JUMP_IF_FALSE_OR_POP or Opcode.JUMP_IF_TRUE_OR_POP))
            return false;
        var falls = jump.Op == Opcode.JUMP_IF_FALSE_OR_POP;
        switch (next.Op)
        {
            case Opcode.JUMP_IF_FALSE_OR_POP when falls:
            case Opcode.JUMP_IF_TRUE_OR_POP when !falls:
                return Follow(block, jump, next);
            case Opcode.POP_JUMP_IF_FALSE when falls:
            case Opcode.POP_JUMP_IF_TRUE when !falls:
                jump.Op = next.Op;
                jump.Target = next.Target;
                return true;
            case Opcode.POP_JUMP_IF_TRUE or Opcode.JUMP_IF_TRUE_OR_POP when falls:
            case Opcode.POP_JUMP_IF_FALSE or Opcode.JUMP_IF_FALSE_OR_POP when !falls:
                jump.Op = falls ? Opcode.POP_JUMP_IF_FALSE : Opcode.POP_JUMP_IF_TRUE;
                jump.Target = target.Next;
                return true;
            default:
                return false;
        }
    }

    private static bool Follow(Block block, Ir jump, Ir next)
    {
        if (jump.Target == next.Target || (next.HasLine && next.Span.Line != jump.Span.Line))
            return false;
        if (!jump.IsUnconditionalJump && next.Target!.Number <= block.Number)
            return false;
        jump.Target = next.Target;
        return true;
    }

    private static bool CopyExit(Block block)
    {
        if (block.Last is not { IsUnconditionalJump: true, Target: { } to } jump || FlowGraph.SkipEmpty(to) is not { } exit)
            return false;
        if (exit == block || exit.Code.Count > LongestCopiedExit || exit.Last is not { EndsFlow: true, Target: null })
            return false;
        jump.MakeNop();
        foreach (var ir in exit.Code)
            block.Code.Add(ir.Copy(ir.Handler));
        return true;
    }
}
