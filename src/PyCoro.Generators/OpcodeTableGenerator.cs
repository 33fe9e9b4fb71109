// Makes the enum Opcode and its metadata from opcodes.txt, so that the instruction set is written down once.

using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PyCoro.Generators;

[Generator]
public sealed class OpcodeTableGenerator : IIncrementalGenerator
{
    private static readonly Regex Columns = new(@"^(\S+)\s+(\S+)\s+(\S+)\s+(.*?)\s*--(?: (.*?))?(?:\s{2,}(.*))?$");

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var table = context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith("opcodes.txt"))
            .Select((file, cancel) => file.GetText(cancel)?.ToString() ?? "");
        context.RegisterSourceOutput(table, (output, text) =>
            output.AddSource("Opcode.g.cs", SourceText.From(Render(text), Encoding.UTF8)));
    }

    private static string Render(string table)
    {
        // As in CPython, one number divides the opcodes: programs ask whether an opcode is below it.
        var rows = Parse(table).OrderBy(row => row.Operand != "-").ToList();
        var source = new StringBuilder("#nullable enable\nnamespace PyCoro.Compiler.Bytecode;\n\n");
        source.Append("/// <summary>The operations of the virtual machine, from opcodes.txt.</summary>\npublic enum Opcode : byte\n{\n");
        foreach (var row in rows)
        {
            source.Append($"    /// <summary>{Escape(row.Meaning)}: <c>{Escape(row.Inputs)} -- {Escape(row.Outputs)}</c></summary>\n");
            source.Append($"    {row.Name},\n");
        }
        source.Append("}\n\n/// <summary>What opcodes.txt says of each opcode.</summary>\npublic static partial class OpcodeTable\n{\n");
        source.Append($"    /// <summary>How many opcodes there are.</summary>\n    public const int Count = {rows.Count};\n\n");
        source.Append($"    /// <summary>The first opcode with an operand: all before it have none.</summary>\n    public const int HaveArgument = {rows.Count(row => row.Operand == "-")};\n\n");
        source.Append("    private static readonly OpcodeInfo[] Rows =\n    [\n");
        foreach (var row in rows)
            source.Append($"        new(\"{row.Name}\", OperandKind.{Kind(row.Operand)}, {Bool(row.Flags, 'j')}, {Bool(row.Flags, 'c')}, {Bool(row.Flags, 'x')}, {Bool(row.Flags, 'm')}, \"{row.Inputs}\", \"{row.Outputs}\", \"{Quote(row.Meaning)}\"),\n");
        source.Append("    ];\n}\n");
        return source.ToString();
    }

    private static IEnumerable<(string Name, string Operand, string Flags, string Inputs, string Outputs, string Meaning)> Parse(string table)
    {
        foreach (var raw in table.Split('\n'))
        {
            var line = raw.TrimEnd();
            if (line.Length == 0 || line.StartsWith("//"))
                continue;
            var match = Columns.Match(line);
            // A line that does not parse must break the build, not vanish.
            yield return match.Success
                ? (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value, match.Groups[5].Value, match.Groups[6].Value)
                : ("#error opcodes.txt: " + line, "-", "-", "", "", "");
        }
    }

    private static string Kind(string operand) =>
        operand == "-" ? "None" : char.ToUpperInvariant(operand[0]) + operand.Substring(1);

    private static string Bool(string flags, char flag) => flags.IndexOf(flag) >= 0 ? "true" : "false";

    private static string Quote(string text) => text.Replace("\\", "\\\\").Replace("\"", "\\\"");

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
