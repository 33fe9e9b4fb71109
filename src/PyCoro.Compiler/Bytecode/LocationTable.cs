// co_linetable: the positions of instructions as CPython 3.11 packs them (its document "Locations table"). PyCoro keeps
// positions unpacked; programs that read or replace the table get it in this form, of which the long entries suffice.

using System.Collections.Immutable;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Bytecode;

/// <summary>Packs and unpacks positions.</summary>
public static class LocationTable
{
    private const int NoColumns = 13;
    private const int Long = 14;
    private const int None = 15;
    private const int LongestRun = 8;

    /// <summary>Positions by the offsets of <c>co_code</c>: an instruction's EXTENDED_ARGs have its own.</summary>
    public static IEnumerable<SourceSpan> ByOffset(CodeObject code)
    {
        for (var i = 0; i < code.Positions.Length; i++)
        {
            for (var offset = code.Bytes.StartOf(i); offset < code.Bytes.StartOf(i + 1); offset++)
                yield return code.Positions[i];
        }
    }

    /// <summary>The table of a code object.</summary>
    public static byte[] Encode(CodeObject code)
    {
        var bytes = new List<byte>();
        var positions = ByOffset(code).ToArray();
        var line = code.FirstLineNo;
        for (var start = 0; start < positions.Length;)
        {
            var position = positions[start];
            var end = start + 1;
            while (end < positions.Length && end - start < LongestRun && positions[end].Equals(position))
                end++;
            var kind = position.Line == 0 ? None : position.Column < 0 ? NoColumns : Long;
            bytes.Add((byte)(0x80 | (kind << 3) | (end - start - 1)));
            if (kind != None)
            {
                WriteSigned(bytes, position.Line - line);
                line = position.Line;
            }
            if (kind == Long)
            {
                Write(bytes, position.EndLine - position.Line);
                Write(bytes, position.Column + 1);
                Write(bytes, position.EndColumn + 1);
            }
            start = end;
        }
        return [.. bytes];
    }

    /// <summary>The positions of instructions in a table: those it says nothing of have none.</summary>
    public static ImmutableArray<SourceSpan> Decode(ReadOnlySpan<byte> table, int firstLine, ByteForm form, int instructions)
    {
        var offsets = Decode(table, firstLine, form.StartOf(instructions));
        return [.. Enumerable.Range(0, instructions).Select(i => offsets[form.OffsetOf(i)])];
    }

    private static SourceSpan[] Decode(ReadOnlySpan<byte> table, int firstLine, int count)
    {
        var positions = new SourceSpan[count];
        var line = firstLine;
        var place = 0;
        for (var i = 0; i < table.Length && place < count;)
        {
            var kind = (table[i] >> 3) & 15;
            var length = (table[i++] & 7) + 1;
            var span = default(SourceSpan);
            switch (kind)
            {
                case None:
                    break;
                case NoColumns:
                    line += ReadSigned(table, ref i);
                    span = new SourceSpan(line, -1, line, -1);
                    break;
                case Long:
                    line += ReadSigned(table, ref i);
                    var endLine = line + Read(table, ref i);
                    var column = Read(table, ref i) - 1;
                    span = new SourceSpan(line, column, endLine, Read(table, ref i) - 1);
                    break;
                case 10 or 11 or 12:
                    line += kind - 10;
                    var from = ReadByte(table, ref i);
                    span = new SourceSpan(line, from, line, ReadByte(table, ref i));
                    break;
                default:
                    // The short form: eight times the kind plus three bits, and a width of four bits.
                    var packed = ReadByte(table, ref i);
                    var begin = kind * 8 + (packed >> 4);
                    span = new SourceSpan(line, begin, line, begin + (packed & 15));
                    break;
            }
            for (; length > 0 && place < count; length--)
                positions[place++] = span;
        }
        return positions;
    }

    // Six bits a byte, the lowest first; 0x40 says that more follow.
    private static void Write(List<byte> bytes, int number)
    {
        var rest = (uint)number;
        for (; rest >= 0x40; rest >>= 6)
            bytes.Add((byte)(0x40 | (rest & 0x3f)));
        bytes.Add((byte)rest);
    }

    private static void WriteSigned(List<byte> bytes, int number) => Write(bytes, number < 0 ? (-number << 1) | 1 : number << 1);

    private static int ReadByte(ReadOnlySpan<byte> table, ref int place) => place < table.Length ? table[place++] : 0;

    private static int Read(ReadOnlySpan<byte> table, ref int place)
    {
        var number = 0;
        for (var shift = 0; ; shift += 6)
        {
            var next = ReadByte(table, ref place);
            number |= (next & 0x3f) << shift;
            if ((next & 0x40) == 0)
                return number;
        }
    }

    private static int ReadSigned(ReadOnlySpan<byte> table, ref int place)
    {
        var number = Read(table, ref place);
        return (number & 1) != 0 ? -(number >> 1) : number >> 1;
    }
}
