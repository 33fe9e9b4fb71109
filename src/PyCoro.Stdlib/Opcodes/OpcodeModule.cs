// _opcode: the instruction set for the library's opcode and dis, straight from the table that everything else is made from.

using PyCoro.Compiler.Assembly;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Opcodes;

/// <summary>What the module opcode needs of the compiler.</summary>
[PyModule("_opcode")]
internal static partial class OpcodeModule
{
    [PyConstant("HAVE_ARGUMENT")] private const int HaveArgument = OpcodeTable.HaveArgument;

    /// <summary>Name, kind of operand, and whether only the virtual machine writes it: of each opcode, by number.</summary>
    [PyFunction("table")]
    private static Value Table()
    {
        var rows = new PyList();
        for (var op = 0; op < OpcodeTable.Count; op++)
        {
            var info = OpcodeTable.Info((Opcode)op);
            rows.Append(PyTuple.Of(Value.Str(info.Name), Value.Str(KindName(info.Operand)), Value.Bool(info.IsMachineMade)));
        }
        return rows;
    }

    /// <summary>Compute the stack effect of the opcode.</summary>
    [PyFunction("stack_effect", Signature = "opcode, oparg=None, /, *, jump=None")]
    private static Value StackEffect(VmThread thread, int opcode, long? oparg, Value jump)
    {
        if (jump is { IsUnbound: false, IsNone: false } && jump.Ref is not PyBool)
            return thread.ValueError("stack_effect: jump must be False, True or None");
        if (opcode is < 0 or >= OpcodeTable.Count || oparg is < 0 or > int.MaxValue)
            return thread.ValueError("invalid opcode or oparg");
        if (opcode >= HaveArgument && oparg is null)
            return thread.ValueError("stack_effect: opcode requires oparg but oparg was not specified");
        if (opcode < HaveArgument && oparg is not null)
            return thread.ValueError("stack_effect: opcode does not permit oparg but oparg was specified");
        var stays = Effect((Opcode)opcode, oparg, jumps: false);
        var jumps = OpcodeTable.Info((Opcode)opcode).Jumps ? Effect((Opcode)opcode, oparg, jumps: true) : stays;
        return Value.Int(jump.Ref is not PyBool ? Math.Max(stays, jumps) : jump.IsTrue ? jumps : stays);
    }

    /// <summary>Return the specialization stats: None, there are none.</summary>
    [PyFunction("get_specialization_stats")]
    private static Value SpecializationStats() => Value.None;

    private static int Effect(Opcode op, long? operand, bool jumps)
    {
        var (pops, pushes) = StackEffects.Of(op, (int)(operand ?? 0), jumps);
        return pushes - pops;
    }

    private static string KindName(OperandKind kind) => kind switch
    {
        OperandKind.None => "",
        OperandKind.Const => "const",
        OperandKind.Name => "name",
        OperandKind.Local => "local",
        OperandKind.Cell => "cell",
        OperandKind.Count => "count",
        OperandKind.Target => "target",
        OperandKind.Op => "op",
        OperandKind.Flags => "flags",
        _ => throw new InvalidOperationException($"operand kind {kind}"),
    };
}
