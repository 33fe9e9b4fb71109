// What the compiler makes of a module, class body, function, lambda or comprehension. It is immutable and knows nothing
// of the runtime: constants are CLR values, so that code can be compiled once, stored, and shared by interpreters.

using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Bytecode;

/// <summary>One instruction, 8 bytes: jumps are absolute instruction indices, so there is no EXTENDED_ARG.</summary>
/// <param name="op">The operation.</param>
/// <param name="cache">Index of the inline cache, 0 when it has none (or the code has more than 65,535 of them).</param>
/// <param name="arg">The operand, 0 when there is none.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly struct Instruction(Opcode op, ushort cache, int arg)
{
    /// <summary>The operation.</summary>
    public readonly Opcode Op = op;

    /// <summary>Index of the inline cache; 0 is never a real one.</summary>
    public readonly ushort Cache = cache;

    /// <summary>The operand.</summary>
    public readonly int Arg = arg;
}

/// <summary>A protected range, <paramref name="End"/> exclusive. When an instruction of it fails, the stack is cut to <paramref name="Depth"/>, the
/// failing index is pushed as an int if <paramref name="PushLasti"/>, then the exception, and execution goes on at
/// <paramref name="Target"/>. The innermost range is listed first.</summary>
public readonly record struct ExceptionRange(int Start, int End, int Target, int Depth, bool PushLasti);

/// <summary>A tuple among the constants; its items are constants.</summary>
public sealed record ConstantTuple(ImmutableArray<object?> Items);

/// <summary>A frozenset among the constants, from <c>x in {1, 2}</c>.</summary>
public sealed record ConstantFrozenSet(ImmutableArray<object?> Items);

/// <summary><c>co_flags</c>, CPython's numbers (library reference: inspect, Code Objects Bit Flags).</summary>
[Flags]
public enum CodeFlags
{
    None = 0,
    Optimized = 0x1,
    NewLocals = 0x2,
    VarArgs = 0x4,
    VarKeywords = 0x8,
    Nested = 0x10,
    Generator = 0x20,
    Coroutine = 0x80,
    IterableCoroutine = 0x100,
    AsyncGenerator = 0x200,
    FutureDivision = 0x20000,
    FutureAbsoluteImport = 0x40000,
    FutureWithStatement = 0x80000,
    FuturePrintFunction = 0x100000,
    FutureUnicodeLiterals = 0x200000,
    FutureBarryAsBdfl = 0x400000,
    FutureGeneratorStop = 0x800000,
    FutureAnnotations = 0x1000000,
    AnyFuture = 0x1FE0000,
}

/// <summary>Compiled code, the <c>co_*</c> of Python's code objects (data model, Code objects).</summary>
public sealed class CodeObject
{
    private ByteForm? _bytes;

    public required string Name { get; init; }
    public required string QualName { get; init; }
    public required string FileName { get; init; }
    public required int FirstLineNo { get; init; }
    public required CodeFlags Flags { get; init; }

    /// <summary>Positional parameters, positional-only ones included.</summary>
    public required int ArgCount { get; init; }
    public required int PosOnlyArgCount { get; init; }
    public required int KwOnlyArgCount { get; init; }

    /// <summary>Local variables: positional, keyword-only, *args, **kwargs, then the others. A parameter that is also a
    /// cell is listed here and in <see cref="CellVars"/>, and keeps its local slot.</summary>
    public required ImmutableArray<string> VarNames { get; init; }
    public required ImmutableArray<string> CellVars { get; init; }
    public required ImmutableArray<string> FreeVars { get; init; }

    /// <summary>Name of every frame slot: <see cref="VarNames"/>, then the cells that are no parameters, then
    /// <see cref="FreeVars"/>. Operands of kind <c>local</c> index it (CPython's fast locals).</summary>
    public required ImmutableArray<string> SlotNames { get; init; }
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>null (None), bool, <see cref="BigInteger"/>, double, <see cref="Complex"/>, string, byte[],
    /// <see cref="EllipsisConstant"/>, <see cref="ConstantTuple"/>, <see cref="ConstantFrozenSet"/>,
    /// <see cref="CodeObject"/>. A function's docstring, or None, is the first constant.</summary>
    public required ImmutableArray<object?> Consts { get; init; }
    public required ImmutableArray<Instruction> Instructions { get; init; }

    /// <summary>Source position of each instruction; Line 0 means none, Column -1 a line without columns.</summary>
    public required ImmutableArray<SourceSpan> Positions { get; init; }
    public required ImmutableArray<ExceptionRange> ExceptionTable { get; init; }

    /// <summary>Deepest operand stack.</summary>
    public required int StackSize { get; init; }

    /// <summary>How many inline caches the instructions use, the unused entry 0 included.</summary>
    public required int CacheCount { get; init; }

    /// <summary>A module begins at line 0, before its first line; other code at the line of its definition.</summary>
    public bool BeginsAtLineZero => Instructions[0].Op == Opcode.RESUME && Positions[0].Line == 0;

    /// <summary>The instructions as bytes; made when asked for.</summary>
    public ByteForm Bytes => _bytes ??= ByteForm.Of(Instructions.AsSpan());

    /// <summary>The same instructions with other names, counts or places: <c>code.replace()</c>. Lists of names have the
    /// lengths that they had.</summary>
    public CodeObject With(CodeChanges changes)
    {
        var varNames = changes.VarNames ?? VarNames;
        var cellVars = changes.CellVars ?? CellVars;
        var freeVars = changes.FreeVars ?? FreeVars;
        // Of the cells only those that are no parameters have slots of their own.
        var ownCells = CellVars.Zip(cellVars).Where(pair => !VarNames.Contains(pair.First)).Select(static pair => pair.Second);
        return new()
        {
            Name = changes.Name ?? Name,
            QualName = changes.QualName ?? QualName,
            FileName = changes.FileName ?? FileName,
            FirstLineNo = changes.FirstLineNo ?? FirstLineNo,
            Flags = Flags,
            ArgCount = changes.ArgCount ?? ArgCount,
            PosOnlyArgCount = changes.PosOnlyArgCount ?? PosOnlyArgCount,
            KwOnlyArgCount = changes.KwOnlyArgCount ?? KwOnlyArgCount,
            VarNames = varNames,
            CellVars = cellVars,
            FreeVars = freeVars,
            SlotNames = [.. varNames, .. ownCells, .. freeVars],
            Names = changes.Names ?? Names,
            Consts = changes.Consts ?? Consts,
            Instructions = Instructions,
            Positions = changes.Positions ?? Positions,
            ExceptionTable = ExceptionTable,
            StackSize = Math.Max(changes.StackSize ?? StackSize, StackSize),
            CacheCount = CacheCount,
        };
    }
}

/// <summary>What <see cref="CodeObject.With"/> changes; null stays as it is.</summary>
public sealed record CodeChanges
{
    public string? Name { get; init; }
    public string? QualName { get; init; }
    public string? FileName { get; init; }
    public int? FirstLineNo { get; init; }
    public int? ArgCount { get; init; }
    public int? PosOnlyArgCount { get; init; }
    public int? KwOnlyArgCount { get; init; }
    public int? StackSize { get; init; }
    public ImmutableArray<string>? VarNames { get; init; }
    public ImmutableArray<string>? CellVars { get; init; }
    public ImmutableArray<string>? FreeVars { get; init; }
    public ImmutableArray<string>? Names { get; init; }
    public ImmutableArray<SourceSpan>? Positions { get; init; }
    public ImmutableArray<object?>? Consts { get; init; }
}
