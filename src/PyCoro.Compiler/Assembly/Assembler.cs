// From blocks to the finished code object: the passes in their order, then indices, slots, caches and the exception table.

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PyCoro.Compiler.Bytecode;
using PyCoro.Compiler.Emit;
using PyCoro.Compiler.Symbols;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Assembly;

internal sealed class Assembler(CodeUnit unit, CompilationContext context)
{
    public CodeObject Assemble()
    {
        var graph = new FlowGraph(unit.First);
        graph.RemoveUnreachable();
        var stackSize = StackDepth.Compute(graph);
        Peephole.Run(graph);
        JumpThreading.Run(graph);
        Lines.Resolve(graph);
        graph.RemoveUnreachable();
        Lines.RemoveNops(graph);
        DefiniteAssignment.Run(graph, unit.VarNames.Count, unit.Scope.Parameters.Count);
        InsertPrefix(graph);
        return Write(graph, stackSize);
    }

    private ImmutableArray<string> OtherCells => [.. unit.CellVars.Where(c => !unit.Scope.Parameters.Contains(c))];

    private void InsertPrefix(FlowGraph graph)
    {
        var start = new SourceSpan(-1, 0, 0, 0);
        List<Ir> prefix = [];
        if (unit.FreeVars.Count > 0)
            prefix.Add(new Ir(Opcode.COPY_FREE_VARS, unit.FreeVars.Count, start, null));
        for (var i = 0; i < unit.CellVars.Count; i++)
            prefix.Add(new Ir(Opcode.MAKE_CELL, i, start, null));
        graph.First.Code.InsertRange(0, prefix);
    }

    private CodeObject Write(FlowGraph graph, int stackSize)
    {
        var cells = OtherCells;
        List<int> slots = [];
        foreach (var cell in unit.CellVars)
            slots.Add(unit.Scope.Parameters.Contains(cell) ? unit.VarNames.IndexOf(cell) : unit.VarNames.Count + cells.IndexOf(cell));
        for (var i = 0; i < unit.FreeVars.Count; i++)
            slots.Add(unit.VarNames.Count + cells.Length + i);

        var count = 0;
        foreach (var block in graph.Blocks)
        {
            block.Start = count;
            count += block.Code.Count;
        }
        var instructions = new Instruction[count];
        var positions = new SourceSpan[count];
        var caches = 0;
        var index = 0;
        foreach (var block in graph.Blocks)
        {
            foreach (var ir in block.Code)
            {
                var op = Resolve(ir, index, slots, out var arg);
                var cache = OpcodeTable.Info(op).HasCache && caches < ushort.MaxValue ? ++caches : 0;
                instructions[index] = new Instruction(op, (ushort)cache, arg);
                positions[index] = ir.HasLine ? ir.Span : default;
                index++;
            }
        }
        return new CodeObject
        {
            Name = unit.Name,
            QualName = unit.QualName,
            FileName = context.Options.FileName,
            FirstLineNo = unit.FirstLine,
            Flags = Flags(),
            ArgCount = unit.ArgCount,
            PosOnlyArgCount = unit.PosOnlyArgCount,
            KwOnlyArgCount = unit.KwOnlyArgCount,
            VarNames = [.. unit.VarNames],
            CellVars = [.. unit.CellVars],
            FreeVars = [.. unit.FreeVars],
            SlotNames = [.. unit.VarNames, .. cells, .. unit.FreeVars],
            Names = [.. unit.Names],
            Consts = unit.Constants.ToImmutable(),
            Instructions = ImmutableCollectionsMarshal.AsImmutableArray(instructions),
            Positions = ImmutableCollectionsMarshal.AsImmutableArray(positions),
            ExceptionTable = ExceptionTable(graph),
            StackSize = stackSize,
            CacheCount = caches + 1,
        };
    }

    private static Opcode Resolve(Ir ir, int index, List<int> slots, out int arg)
    {
        if (ir.Target is { } target)
        {
            arg = target.Start;
            if (target.Start > index)
                return ir.Op;
            if (!ir.IsUnconditionalJump)
                throw new InvalidOperationException($"{ir.Op} at {index} jumps backward");
            return Opcode.JUMP_BACKWARD;
        }
        arg = ir.Op is Opcode.MAKE_CELL or Opcode.LOAD_CLOSURE or Opcode.LOAD_DEREF or Opcode.LOAD_CLASSDEREF
            or Opcode.STORE_DEREF or Opcode.DELETE_DEREF ? slots[ir.Arg] : ir.Arg;
        return ir.Op;
    }

    // Every instruction names its innermost handler, so the ranges are disjoint and their order does not matter.
    private static ImmutableArray<ExceptionRange> ExceptionTable(FlowGraph graph)
    {
        List<ExceptionRange>? table = null;
        Handler? current = null;
        var start = 0;
        var index = 0;
        foreach (var block in graph.Blocks)
        {
            foreach (var ir in block.Code)
            {
                if (ir.Handler != current)
                {
                    Close();
                    current = ir.Handler;
                    start = index;
                }
                index++;
            }
        }
        Close();
        return table is null ? [] : [.. table];

        void Close()
        {
            if (current is not null)
                (table ??= []).Add(new ExceptionRange(start, index, current.Target.Start, current.Depth, current.PushLasti));
        }
    }

    private CodeFlags Flags()
    {
        var flags = context.Futures.Flags;
        var scope = unit.Scope;
        if (scope.Kind != ScopeKind.Function)
            return unit.IsModuleCoroutine(context) ? flags | CodeFlags.Coroutine : flags;
        flags |= CodeFlags.NewLocals | CodeFlags.Optimized;
        if (scope.IsNested)
            flags |= CodeFlags.Nested;
        flags |= (scope.IsGenerator, scope.IsCoroutine) switch
        {
            (true, false) => CodeFlags.Generator,
            (false, true) => CodeFlags.Coroutine,
            (true, true) => CodeFlags.AsyncGenerator,
            _ => CodeFlags.None,
        };
        if (scope.HasVarArgs)
            flags |= CodeFlags.VarArgs;
        if (scope.HasVarKeywords)
            flags |= CodeFlags.VarKeywords;
        return flags;
    }
}
