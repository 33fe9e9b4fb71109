// co_code: the instructions as CPython 3.11 writes its own, two bytes each, opcode and the low byte of the operand; what does
// not fit stands before it in EXTENDED_ARGs. Offsets that programs see (f_lasti, co_lines(), jump targets) count in it.

namespace PyCoro.Compiler.Bytecode;

/// <summary>Instructions as bytes, and where each of them begins. An offset counts units of two bytes.</summary>
public sealed class ByteForm
{
    private const int BitsPerByte = 8;

    // Null where no operand is long: the offset is the index then.
    private readonly int[]? _starts;

    private ByteForm(byte[] bytes, int[]? starts)
    {
        Bytes = bytes;
        _starts = starts;
    }

    /// <summary>The content of <c>co_code</c>.</summary>
    public byte[] Bytes { get; }

    /// <summary>The form of instructions.</summary>
    public static ByteForm Of(ReadOnlySpan<Instruction> instructions)
    {
        var starts = Layout(instructions);
        var bytes = new byte[(starts is null ? instructions.Length : starts[^1]) * 2];
        for (var i = 0; i < instructions.Length; i++)
        {
            var end = starts is null ? i + 1 : starts[i + 1];
            var start = starts is null ? i : starts[i];
            var operand = Operand(instructions[i], starts);
            for (var unit = end - 1; unit >= start; unit--, operand >>= BitsPerByte)
            {
                bytes[2 * unit] = (byte)(unit == end - 1 ? instructions[i].Op : Opcode.EXTENDED_ARG);
                bytes[2 * unit + 1] = (byte)operand;
            }
        }
        return new(bytes, starts);
    }

    /// <summary>Where an instruction begins, its EXTENDED_ARGs included: what jumps to it name. The number of instructions has the end.</summary>
    public int StartOf(int instruction) => _starts is null ? instruction : _starts[instruction];

    /// <summary>Where its opcode stands, behind its EXTENDED_ARGs: what is called the last instruction.</summary>
    public int OffsetOf(int instruction) =>
        _starts is null || instruction < 0 || instruction >= _starts.Length - 1 ? instruction : _starts[instruction + 1] - 1;

    /// <summary>The instruction that an offset is a part of.</summary>
    public int InstructionAt(int offset)
    {
        if (_starts is null || offset < 0)
            return offset;
        var place = Array.BinarySearch(_starts, offset);
        return place >= 0 ? place : ~place - 1;
    }

    // Longer jump targets move what lies behind them, which may make others longer: they only grow, so this ends.
    private static int[]? Layout(ReadOnlySpan<Instruction> instructions)
    {
        int[]? starts = null;
        while (true)
        {
            var next = new int[instructions.Length + 1];
            for (var i = 0; i < instructions.Length; i++)
                next[i + 1] = next[i] + Math.Max(Width(Operand(instructions[i], starts)), starts is null ? 1 : starts[i + 1] - starts[i]);
            if (next[^1] == (starts is null ? instructions.Length : starts[^1]))
                return starts;
            starts = next;
        }
    }

    private static uint Operand(Instruction instruction, int[]? starts) =>
        starts is not null && OpcodeTable.Info(instruction.Op).Operand == OperandKind.Target ? (uint)starts[instruction.Arg] : (uint)instruction.Arg;

    private static int Width(uint operand) => operand < 1 << 8 ? 1 : operand < 1 << 16 ? 2 : operand < 1 << 24 ? 3 : 4;
}
