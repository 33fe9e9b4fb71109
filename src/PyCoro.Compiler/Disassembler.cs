// Code as people read it, laid out like CPython's dis: line, jump target mark, index, opcode, operand and what it stands for.
// Nested code follows the code that holds it.

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
        var lastLine = -1;
        for (var i = 0; i < code.Instructions.Length; i++)
        {
            var instruction = code.Instructions[i];
            var info = OpcodeTable.Info(instruction.Op);
            var line = code.Positions[i].Line;
            var isNewLine = line != lastLine && line > 0;
            if (isNewLine && i > 0)
                output.WriteLine();
            lastLine = isNewLine ? line : lastLine;
            var lineText = isNewLine ? line.ToString(CultureInfo.InvariantCulture) : "";
            var row = $"{lineText,3} {(targets.Contains(i) ? ">>" : ""),5} {i,4} {info.Name,-20}";
            if (info.Operand != OperandKind.None)
                row += $" {instruction.Arg,5}{Meaning(code, instruction, info)}";
            output.WriteLine(row.TrimEnd());
        }
        WriteExceptionTable(code, output);
    }

    private static string Meaning(CodeObject code, Instruction instruction, OpcodeInfo info)
    {
        var arg = instruction.Arg;
        var text = info.Operand switch
        {
            OperandKind.Const => ConstantText.Repr(code.Consts[arg]),
            OperandKind.Name => code.Names[arg],
            OperandKind.Local => code.SlotNames[arg],
            OperandKind.Target => $"to {arg}",
            OperandKind.Op when instruction.Op == Opcode.COMPARE_OP => Comparisons[arg],
            OperandKind.Op when arg < BinaryOperators.Length => BinaryOperators[arg],
            OperandKind.Op when instruction.Op == Opcode.BINARY_OP => BinaryOperators[arg - BinaryOperators.Length] + "=",
            OperandKind.Flags when instruction.Op == Opcode.MAKE_FUNCTION && arg != 0 => FunctionParts(arg),
            _ => "",
        };
        return text.Length > 0 ? $" ({text})" : "";
    }

    private static string FunctionParts(int flags) =>
        string.Join(", ", new[] { "defaults", "kwdefaults", "annotations", "closure" }.Where((_, bit) => (flags & 1 << bit) != 0));

    private static void WriteExceptionTable(CodeObject code, TextWriter output)
    {
        if (code.ExceptionTable.Length == 0)
            return;
        output.WriteLine("ExceptionTable:");
        foreach (var range in code.ExceptionTable)
            output.WriteLine($"  {range.Start} to {range.End - 1} -> {range.Target} [{range.Depth}]{(range.PushLasti ? " lasti" : "")}");
    }
}
