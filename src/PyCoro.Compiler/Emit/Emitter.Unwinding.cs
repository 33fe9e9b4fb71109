// Leaving a statement early: `return`, `break` and `continue` run what the statements around them have to run, in the
// code of the jump itself. A finally body is therefore emitted once for each way out of it.

using PyCoro.Compiler.Bytecode;

namespace PyCoro.Compiler.Emit;

internal sealed partial class Emitter
{
    /// <summary>CPython's CO_MAXBLOCKS: how deep statements that must be unwound may nest.</summary>
    private const int MaxRegions = 20;

    private void PushRegion(Region region)
    {
        if (unit.Regions.Count >= MaxRegions)
            throw context.Error("too many statically nested blocks", position);
        unit.Regions.Add(region);
    }

    /// <summary>Emits the way out of the enclosing statements.</summary>
    /// <param name="keepTop">The top of the stack is the value to return: everything else goes from below it.</param>
    /// <param name="toLoop">Only up to the nearest loop.</param>
    /// <returns>The loop that was reached, still to be left.</returns>
    private Region? UnwindRegions(bool keepTop, bool toLoop)
    {
        if (unit.Regions.Count == 0)
            return null;
        var top = unit.Regions[^1];
        if (top.Kind == RegionKind.ExceptionGroupHandler)
            throw Error("'break', 'continue' and 'return' cannot appear in an except* block");
        if (toLoop && top.Kind is (RegionKind.WhileLoop or RegionKind.ForLoop))
            return top;
        // While its own way out is emitted a statement is not around it any more.
        unit.Regions.RemoveAt(unit.Regions.Count - 1);
        Unwind(top, keepTop);
        var loop = UnwindRegions(keepTop, toLoop);
        unit.Regions.Add(top);
        return loop;
    }

    private void Unwind(Region region, bool keepTop)
    {
        switch (region.Kind)
        {
            case RegionKind.ForLoop:
            case RegionKind.PopValue:
                PopBelow(keepTop);
                break;
            case RegionKind.TryExcept:
                CloseRange();
                break;
            case RegionKind.FinallyTry:
                CloseRange();
                if (keepTop)
                    PushRegion(new Region(RegionKind.PopValue));
                region.Unwind!();
                if (keepTop)
                    unit.Regions.RemoveAt(unit.Regions.Count - 1);
                position = NoPosition;
                break;
            case RegionKind.FinallyEnd:
                PopBelow(keepTop);
                SwapTop(keepTop);
                CloseRange();
                Emit(Opcode.POP_EXCEPT);
                break;
            case RegionKind.With:
            case RegionKind.AsyncWith:
                position = region.Node!.Span;
                CloseRange();
                SwapTop(keepTop);
                EmitExitWithNones();
                if (region.Kind == RegionKind.AsyncWith)
                {
                    Emit(Opcode.GET_AWAITABLE, 2);
                    EmitYieldFrom(3);
                }
                Emit(Opcode.POP_TOP);
                position = NoPosition;
                break;
            case RegionKind.HandlerCleanup:
                if (region.Unwind is not null)
                    CloseRange();
                SwapTop(keepTop);
                CloseRange();
                Emit(Opcode.POP_EXCEPT);
                region.Unwind?.Invoke();
                break;
        }
    }

    private void SwapTop(bool keepTop)
    {
        if (keepTop)
            Emit(Opcode.SWAP, 2);
    }

    private void PopBelow(bool keepTop)
    {
        SwapTop(keepTop);
        Emit(Opcode.POP_TOP);
    }
}
