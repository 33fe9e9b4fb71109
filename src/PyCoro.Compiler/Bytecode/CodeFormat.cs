namespace PyCoro.Compiler.Bytecode;

/// <summary>What writer and reader of stored code agree on.</summary>
internal static class CodeFormat
{
    /// <summary>To be counted up when the layout changes, or what an operand means.</summary>
    private const uint Version = 1;

    /// <summary>Stands first. It depends on the names of the opcodes, so that code stored for another table is refused.</summary>
    internal static readonly uint Stamp = MakeStamp();

    internal enum Tag : byte
    {
        None,
        True,
        False,
        Int,
        Float,
        Complex,
        Text,
        Bytes,
        Ellipsis,
        Tuple,
        FrozenSet,
        Code,
    }

    private static uint MakeStamp()
    {
        // FNV-1a: .NET's own string hashes differ from process to process.
        var hash = 2166136261u ^ Version;
        for (var op = 0; op < OpcodeTable.Count; op++)
        {
            foreach (var letter in OpcodeTable.Info((Opcode)op).Name)
                hash = unchecked((hash ^ letter) * 16777619);
            hash = unchecked((hash ^ ' ') * 16777619);
        }
        return hash;
    }
}
