// co_exceptiontable: the protected ranges as CPython 3.11 packs them (its document "Exception handling notes"). PyCoro keeps
// them unpacked; programs that read the table, dis among them, get it in this form.

namespace PyCoro.Compiler.Bytecode;

/// <summary>Packs protected ranges.</summary>
public static class ExceptionTableFormat
{
    private const int BitsPerByte = 6;
    private const int Continues = 1 << BitsPerByte;
    private const byte StartsEntry = 0x80;

    /// <summary>The table: start, length, target, and depth with the flag of each range, by the offsets of <c>co_code</c>.</summary>
    public static byte[] Encode(CodeObject code)
    {
        var bytes = new List<byte>();
        var offsets = code.Bytes;
        foreach (var range in code.ExceptionTable)
        {
            var entry = bytes.Count;
            var start = offsets.StartOf(range.Start);
            Write(bytes, start);
            Write(bytes, offsets.StartOf(range.End) - start);
            Write(bytes, offsets.StartOf(range.Target));
            Write(bytes, range.Depth << 1 | (range.PushLasti ? 1 : 0));
            bytes[entry] |= StartsEntry;
        }
        return [.. bytes];
    }

    // The highest bits first; all bytes but the last say that more follow.
    private static void Write(List<byte> bytes, int value)
    {
        if (value >= Continues)
        {
            WriteLeading(bytes, value >> BitsPerByte);
        }
        bytes.Add((byte)(value & (Continues - 1)));
    }

    private static void WriteLeading(List<byte> bytes, int value)
    {
        if (value >= Continues)
        {
            WriteLeading(bytes, value >> BitsPerByte);
        }
        bytes.Add((byte)(value & (Continues - 1) | Continues));
    }
}
