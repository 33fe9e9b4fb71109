// Plain instructions that occur together most, run as one: the first is rewritten to the combined opcode, which takes its
// other operands from the one or two instructions behind it and skips them. Those stay in place, so jump targets,
// positions and exception ranges need no change, and jumping straight to them still works.

using PyCoro.Compiler.Bytecode;

namespace PyCoro.Runtime.Execution;

internal static class Superinstructions
{
    /// <summary>Rewrites what can be combined in place.</summary>
    internal static void Combine(Instruction[] instructions, CodeObject source)
    {
        for (var i = 0; i + 1 < instructions.Length; i++)
        {
            if (instructions[i].Op == Opcode.FOR_ITER)
            {
                // It looks whether a plain STORE_FAST follows, and stores the item itself.
                i++;
                continue;
            }
            var combined = Pair(instructions[i].Op, instructions[i + 1].Op);
            if (combined == Opcode.NOP)
                continue;
            var length = 2;
            if (i + 2 < instructions.Length && instructions[i + 2].Op == Opcode.BINARY_OP && WithOperator(combined) is not Opcode.NOP and var three)
            {
                combined = three;
                length = 3;
            }
            instructions[i] = new Instruction(combined, instructions[i].Cache, instructions[i].Arg);
            i += length - 1;
        }
    }

    // Its operands need not go over the stack.
    private static Opcode WithOperator(Opcode pair) => pair switch
    {
        Opcode.LOAD_FAST_LOAD_FAST => Opcode.BINARY_OP_FAST_FAST,
        Opcode.LOAD_FAST_LOAD_CONST => Opcode.BINARY_OP_FAST_CONST,
        _ => Opcode.NOP,
    };

    private static Opcode Pair(Opcode first, Opcode second) => (first, second) switch
    {
        (Opcode.LOAD_FAST, Opcode.LOAD_FAST) => Opcode.LOAD_FAST_LOAD_FAST,
        (Opcode.LOAD_FAST, Opcode.LOAD_CONST) => Opcode.LOAD_FAST_LOAD_CONST,
        (Opcode.LOAD_FAST, Opcode.LOAD_ATTR) => Opcode.LOAD_FAST_LOAD_ATTR,
        (Opcode.LOAD_FAST, Opcode.LOAD_METHOD) => Opcode.LOAD_FAST_LOAD_METHOD,
        (Opcode.STORE_FAST, Opcode.LOAD_FAST) => Opcode.STORE_FAST_LOAD_FAST,
        (Opcode.COMPARE_OP, Opcode.POP_JUMP_IF_TRUE or Opcode.POP_JUMP_IF_FALSE) => Opcode.COMPARE_OP_JUMP,
        (Opcode.CONTAINS_OP, Opcode.POP_JUMP_IF_TRUE or Opcode.POP_JUMP_IF_FALSE) => Opcode.CONTAINS_OP_JUMP,
        (Opcode.IS_OP, Opcode.POP_JUMP_IF_TRUE or Opcode.POP_JUMP_IF_FALSE) => Opcode.IS_OP_JUMP,
        _ => Opcode.NOP,
    };
}
