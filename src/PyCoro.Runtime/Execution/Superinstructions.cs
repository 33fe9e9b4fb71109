// Pairs of plain instructions that occur most, run as one: the first is rewritten to the combined opcode, which takes
// its second operand from the instruction behind it and skips it. The second stays in place, so jump targets, positions
// and exception ranges need no change, and jumping straight to it still works.

using PyCoro.Compiler.Bytecode;

namespace PyCoro.Runtime.Execution;

internal static class Superinstructions
{
    /// <summary>Rewrites the pairs in place.</summary>
    internal static void Combine(Instruction[] instructions, CodeObject source)
    {
        for (var i = 0; i + 1 < instructions.Length; i++)
        {
            var combined = Pair(instructions[i].Op, instructions[i + 1].Op);
            if (combined == Opcode.NOP)
                continue;
            instructions[i] = new Instruction(combined, instructions[i].Cache, instructions[i].Arg);
            i++;
        }
    }

    private static Opcode Pair(Opcode first, Opcode second) => (first, second) switch
    {
        (Opcode.LOAD_FAST, Opcode.LOAD_FAST) => Opcode.LOAD_FAST_LOAD_FAST,
        (Opcode.LOAD_FAST, Opcode.LOAD_CONST) => Opcode.LOAD_FAST_LOAD_CONST,
        (Opcode.STORE_FAST, Opcode.LOAD_FAST) => Opcode.STORE_FAST_LOAD_FAST,
        (Opcode.COMPARE_OP, Opcode.POP_JUMP_IF_TRUE or Opcode.POP_JUMP_IF_FALSE) => Opcode.COMPARE_OP_JUMP,
        _ => Opcode.NOP,
    };
}
