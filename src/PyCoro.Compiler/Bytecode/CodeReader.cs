using System.Numerics;
using System.Runtime.InteropServices;
using PyCoro.Syntax.Ast;
using static PyCoro.Compiler.Bytecode.CodeFormat;

namespace PyCoro.Compiler.Bytecode;

/// <summary>Reads what <see cref="CodeWriter"/> has written.</summary>
public ref struct CodeReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private string[] _texts;
    private int _at;

    private CodeReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _texts = [];
    }

    /// <summary>The code; null when it was stored by a compiler with other opcodes. The bytes are trusted otherwise: they come
    /// from this program's own build.</summary>
    public static CodeObject? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new CodeReader(bytes);
        if (MemoryMarshal.Read<uint>(reader.Take(sizeof(uint))) != Stamp)
            return null;
        var texts = new string[reader.Number()];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = reader.Characters();
        reader._texts = texts;
        return reader.Code();
    }

    private CodeObject Code()
    {
        var name = Text();
        var qualName = Text();
        var fileName = Text();
        var firstLine = Number();
        var flags = (CodeFlags)Number();
        var argCount = Number();
        var posOnly = Number();
        var kwOnly = Number();
        var stackSize = Number();
        var cacheCount = Number();
        var varNames = Texts();
        var cellVars = Texts();
        var freeVars = Texts();
        var slotNames = Texts();
        var names = Texts();
        var consts = Constants();
        var instructions = new Instruction[Number()];
        for (var i = 0; i < instructions.Length; i++)
        {
            var op = (Opcode)Number();
            var cache = (ushort)Number();
            instructions[i] = new Instruction(op, cache, Signed());
        }
        var positions = new SourceSpan[instructions.Length];
        var line = firstLine;
        for (var i = 0; i < positions.Length; i++)
        {
            line += Signed();
            var endLine = line + Signed();
            var column = Signed();
            positions[i] = new SourceSpan(line, column, endLine, Signed());
        }
        var table = new ExceptionRange[Number()];
        for (var i = 0; i < table.Length; i++)
        {
            var start = Number();
            var end = Number();
            var target = Number();
            var depth = Number();
            table[i] = new ExceptionRange(start, end, target, depth, Number() != 0);
        }
        return new CodeObject
        {
            Name = name,
            QualName = qualName,
            FileName = fileName,
            FirstLineNo = firstLine,
            Flags = flags,
            ArgCount = argCount,
            PosOnlyArgCount = posOnly,
            KwOnlyArgCount = kwOnly,
            VarNames = ImmutableCollectionsMarshal.AsImmutableArray(varNames),
            CellVars = ImmutableCollectionsMarshal.AsImmutableArray(cellVars),
            FreeVars = ImmutableCollectionsMarshal.AsImmutableArray(freeVars),
            SlotNames = ImmutableCollectionsMarshal.AsImmutableArray(slotNames),
            Names = ImmutableCollectionsMarshal.AsImmutableArray(names),
            Consts = ImmutableCollectionsMarshal.AsImmutableArray(consts),
            Instructions = ImmutableCollectionsMarshal.AsImmutableArray(instructions),
            Positions = ImmutableCollectionsMarshal.AsImmutableArray(positions),
            ExceptionTable = ImmutableCollectionsMarshal.AsImmutableArray(table),
            StackSize = stackSize,
            CacheCount = cacheCount,
        };
    }

    private object?[] Constants()
    {
        var count = Number();
        var constants = count == 0 ? [] : new object?[count];
        for (var i = 0; i < count; i++)
            constants[i] = Constant();
        return constants;
    }

    private object? Constant()
    {
        var tag = (Tag)_bytes[_at++];
        switch (tag)
        {
            case Tag.None:
                return null;
            case Tag.True:
                return true;
            case Tag.False:
                return false;
            case Tag.Int:
                return new BigInteger(Take(Number()));
            case Tag.Float:
                return Double();
            case Tag.Complex:
                var real = Double();
                return new Complex(real, Double());
            case Tag.Text:
                return Text();
            case Tag.Bytes:
                return Take(Number()).ToArray();
            case Tag.Ellipsis:
                return EllipsisConstant.Instance;
            case Tag.Tuple:
                return new ConstantTuple(ImmutableCollectionsMarshal.AsImmutableArray(Constants()));
            case Tag.FrozenSet:
                return new ConstantFrozenSet(ImmutableCollectionsMarshal.AsImmutableArray(Constants()));
            case Tag.Code:
                return Code();
            default:
                throw new InvalidDataException($"stored code holds a constant of kind {tag}");
        }
    }

    private string[] Texts()
    {
        var count = Number();
        var texts = count == 0 ? [] : new string[count];
        for (var i = 0; i < count; i++)
            texts[i] = Text();
        return texts;
    }

    private string Text() => _texts[Number()];

    private string Characters()
    {
        var head = Number();
        var length = head >> 1;
        return (head & 1) != 0
            ? System.Text.Encoding.Latin1.GetString(Take(length))
            : new string(MemoryMarshal.Cast<byte, char>(Take(length * sizeof(char))));
    }

    private double Double() => MemoryMarshal.Read<double>(Take(sizeof(double)));

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = _bytes.Slice(_at, count);
        _at += count;
        return taken;
    }

    private int Signed()
    {
        var number = Number();
        return (int)((uint)number >> 1) ^ -(number & 1);
    }

    private int Number()
    {
        var number = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var octet = _bytes[_at++];
            number |= (uint)(octet & 0x7F) << shift;
            if (octet < 0x80)
                return (int)number;
        }
    }
}
