// Stack depth from the opcode table's own columns, so that a changed line of the table changes the computation with it.

using System.Globalization;
using PyCoro.Compiler.Bytecode;

namespace PyCoro.Compiler.Assembly;

/// <summary>How many values an instruction pops and pushes.</summary>
public static class StackEffects
{
    private readonly record struct Column(int Fixed, int PerOperand);

    // Every program's start pays for this table and for each generic type that a query over values would need.
    private static readonly Column[] Inputs = new Column[OpcodeTable.Count];
    private static readonly Column[] Outputs = new Column[OpcodeTable.Count];

    static StackEffects()
    {
        for (var i = 0; i < OpcodeTable.Count; i++)
        {
            var info = OpcodeTable.Info((Opcode)i);
            Inputs[i] = Parse(info.Inputs);
            Outputs[i] = Parse(info.Outputs);
        }
    }

    /// <summary>Values popped and pushed; <paramref name="jumps"/> says which way a conditional one goes.</summary>
    public static (int Pops, int Pushes) Of(Opcode op, int arg, bool jumps)
    {
        var inputs = Inputs[(int)op];
        var outputs = Outputs[(int)op];
        var pops = inputs.Fixed + inputs.PerOperand * arg;
        var pushes = outputs.Fixed + outputs.PerOperand * arg;
        return op switch
        {
            Opcode.FORMAT_VALUE => (pops + (arg >> 2 & 1), pushes),
            Opcode.CALL_FUNCTION_EX => (pops + (arg & 1), pushes),
            Opcode.MAKE_FUNCTION => (pops + int.PopCount(arg), pushes),
            Opcode.RAISE_VARARGS => (arg, 0),
            Opcode.UNPACK_EX => (pops, (arg & 0xff) + 1 + (arg >> 8)),
            Opcode.JUMP_IF_TRUE_OR_POP or Opcode.JUMP_IF_FALSE_OR_POP => (pops, jumps ? 1 : 0),
            // A generator is entered with the value that next() or send(None) passes in.
            Opcode.RETURN_GENERATOR => (0, 1),
            Opcode.FOR_ITER when jumps => (pops, 0),
            _ => (pops, pushes),
        };
    }

    // "callable args [kwargs]": a word is one value, a*n and a*2n are counted by the operand, brackets are optional.
    private static Column Parse(string column)
    {
        var fixedCount = 0;
        var perOperand = 0;
        foreach (var word in column.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.StartsWith('['))
                continue;
            var star = word.IndexOf('*');
            if (star < 0)
                fixedCount++;
            else if (word.EndsWith('n'))
                perOperand += word.Length == star + 2 ? 1 : int.Parse(word.AsSpan(star + 1, word.Length - star - 2), CultureInfo.InvariantCulture);
        }
        return new Column(fixedCount, perOperand);
    }
}
