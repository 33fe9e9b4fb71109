namespace PyCoro.Compiler.Bytecode;

/// <summary>What an instruction's operand means.</summary>
public enum OperandKind
{
    None,
    Const,
    Name,
    Local,
    Cell,
    Count,
    Target,
    Op,
    Flags,
}

/// <summary>A line of opcodes.txt.</summary>
/// <param name="Name">The opcode's name.</param>
/// <param name="Operand">What its operand means.</param>
/// <param name="Jumps">It may go on at its operand.</param>
/// <param name="HasCache">It owns an inline cache.</param>
/// <param name="EndsFlow">The next instruction is never reached from it.</param>
/// <param name="IsMachineMade">The compiler never emits it.</param>
/// <param name="Inputs">What it pops, the top on the right.</param>
/// <param name="Outputs">What it pushes.</param>
/// <param name="Meaning">One line for people.</param>
public sealed record OpcodeInfo(
    string Name, OperandKind Operand, bool Jumps, bool HasCache, bool EndsFlow, bool IsMachineMade, string Inputs, string Outputs, string Meaning);

public static partial class OpcodeTable
{
    /// <summary>The line of an opcode.</summary>
    public static OpcodeInfo Info(Opcode op) => Rows[(int)op];
}
