// Code as people read it, laid out like CPython's dis: line, jump target mark, offset, opcode, operand and what it stands for.
// Nested code follows the code that holds it. It shows what the module dis shows, without an interpreter.

using System.Globalization;
using PyCoro.Compiler.Bytecode;
using PyCoro.Compiler.Unparsing;

namespace PyCoro.Compiler;

/// <summary>Lists code objects (library reference: dis).</summary>
public static class Disassembler
{
    private static readonly string[] BinaryOperators =
    [
        "+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^",
    ];

    private static readonly string[] Conversions = ["", "str", "repr", "ascii"];

    private static readonly string[] Comparisons = ["<", "<=", "==", "!=", ">", ">="];

    /// <summary>Writes the code, its exception table, and then every code object among its constants.</summary>
    public static void Write(CodeObject code, TextWriter output)
    {
        WriteOne(code, output);
        foreach (var nested in code.Consts.OfType<CodeObject>())
        {
            output.WriteLine();
            output.WriteLine($"Disassembly of {ConstantText.Repr(nested)}:");
            Write(nested, output);
        }
    }

    private static void WriteOne(CodeObject code, TextWriter output)
    {
        var targets = code.ExceptionTable.Select(r => r.Target).ToHashSet();
        foreach (var instruction in code.Instructions)
        {
            if (OpcodeTable.Info(instruction.Op).Operand == OperandKind.Target)
                targets.Add(instruction.Arg);
        }
        var lineWidth = Math.Max(3, Digits(code.Positions.Max(position => position.Line)));
        var offsetWidth = Math.Max(4, Digits(code.Bytes.Bytes.Length - 2));
        var lastLine = -1;
        for (var i = 0; i < code.Instructions.Length; i++)
        {
            var line = code.Positions[i].Line;
            var isNewLine = line != lastLine && (line > 0 || (i == 0 && code.BeginsAtLineZero));
            if (isNewLine && i > 0)
                output.WriteLine();
            lastLine = isNewLine ? line : lastLine;
            for (var offset = code.Bytes.StartOf(i); offset < code.Bytes.StartOf(i + 1); offset++)
            {
                var isFirst = offset == code.Bytes.StartOf(i);
                var lineText = isFirst && isNewLine ? line.ToString(CultureInfo.InvariantCulture) : "";
                var mark = isFirst && targets.Contains(i) ? ">>" : "";
                output.WriteLine($"{lineText.PadLeft(lineWidth)}     {mark,2} {Text(2 * offset).PadLeft(offsetWidth)} {Operation(code, i, offset)}".TrimEnd());
            }
        }
        WriteExceptionTable(code, output);
    }

    // An operand's higher bits stand in the instructions before.
    private static string Operation(CodeObject code, int index, int offset)
    {
        var instruction = code.Instructions[index];
        var info = OpcodeTable.Info(instruction.Op);
        if (info.Operand == OperandKind.None)
            return info.Name;
        var operand = (uint)(info.Operand == OperandKind.Target ? code.Bytes.StartOf(instruction.Arg) : instruction.Arg);
        var last = code.Bytes.OffsetOf(index);
        return offset == last
            ? $"{info.Name,-20} {operand,5}{Meaning(code, instruction, info)}"
            : $"{nameof(Opcode.EXTENDED_ARG),-20} {operand >> 8 * (last - offset),5}";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Digits(int number) => Text(number).Length;

    private static string Meaning(CodeObject code, Instruction instruction, OpcodeInfo info)
    {
        var arg = instruction.Arg;
        var text = info.Operand switch
        {
            OperandKind.Const => ConstantText.Repr(code.Consts[arg]),
            OperandKind.Name => code.Names[arg],
            OperandKind.Local or OperandKind.Cell => code.SlotNames[arg],
            OperandKind.Target => $"to {2 * code.Bytes.StartOf(arg)}",
            OperandKind.Op when instruction.Op == Opcode.COMPARE_OP => Comparisons[arg],
            OperandKind.Op when arg < BinaryOperators.Length => BinaryOperators[arg],
            OperandKind.Op when instruction.Op == Opcode.BINARY_OP => BinaryOperators[arg - BinaryOperators.Length] + "=",
            OperandKind.Flags when instruction.Op == Opcode.MAKE_FUNCTION => FunctionParts(arg),
            OperandKind.Flags when instruction.Op == Opcode.FORMAT_VALUE => FormatParts(arg),
            _ => "",
        };
        return text.Length > 0 ? $" ({text})" : "";
    }

    private static string FunctionParts(int flags) =>
        string.Join(", ", new[] { "defaults", "kwdefaults", "annotations", "closure" }.Where((_, bit) => (flags & 1 << bit) != 0));

    private static string FormatParts(int flags)
    {
        string[] parts = [Conversions[flags & 3], (flags & 4) != 0 ? "with format" : ""];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static void WriteExceptionTable(CodeObject code, TextWriter output)
    {
        if (code.ExceptionTable.Length == 0)
            return;
        output.WriteLine("ExceptionTable:");
        foreach (var range in code.ExceptionTable)
        {
            var (start, last, target) = (2 * code.Bytes.StartOf(range.Start), 2 * code.Bytes.StartOf(range.End) - 2, 2 * code.Bytes.StartOf(range.Target));
            output.WriteLine($"  {start} to {last} -> {target} [{range.Depth}]{(range.PushLasti ? " lasti" : "")}");
        }
    }
}
