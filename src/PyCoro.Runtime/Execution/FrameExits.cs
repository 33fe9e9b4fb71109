// How a frame is left: by a return, a yield, or an exception without a handler in it. Each way answers with the frame in
// which the loop goes on; null when the loop itself is left, because C# had entered it with that frame.

using System.Runtime.CompilerServices;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class FrameExits
{
    /// <summary>A function, module or class body returns; its result is what the caller gets then, Error with an exception
    /// pending when a construction fails by it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Frame? Return(VmThread thread, Frame frame, ref Value result)
    {
        var caller = frame.Back;
        var isEntry = frame.IsEntry;
        if (frame.Constructed is { } constructed)
            result = Calls.FinishConstruction(thread, constructed, result);
        thread.PopFrame(frame);
        if (isEntry)
        {
            thread.Top = caller;
            thread.Yielded = false;
            return null;
        }
        if (!result.IsError)
            caller!.Stack[caller.StackPointer++] = result;
        return caller;
    }

    /// <summary>A body yields: what resumed it has the value on its stack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Frame? Yield(VmThread thread, Frame frame, Value result)
    {
        var generator = frame.Generator!;
        var root = generator.Root!;
        var suspended = root.Frame!;
        var resumer = root.Suspend(thread, generator, result);
        if (suspended.IsEntry)
        {
            thread.Yielded = true;
            return null;
        }
        resumer!.Stack[resumer.StackPointer++] = result;
        return resumer;
    }

    /// <summary>A body returns. The frame goes on at <paramref name="target"/>, unless an exception is pending now.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Frame? Finish<TMode>(VmThread thread, Frame frame, Value result, out int target) where TMode : struct, ILoopMode
    {
        var next = frame.Generator!.Finish(thread, result, out var hasParent, out var leavesLoop);
        target = 0;
        if (leavesLoop)
        {
            thread.Yielded = false;
            return null;
        }
        target = next!.InstructionPointer + 1;
        if (hasParent)
        {
            // The delegating frame's YIELD_FROM ends with the result in place of its iterator.
            next.Stack[next.StackPointer - 1] = result;
            return next;
        }
        ref var resumer = ref next.Code.Instructions[next.InstructionPointer];
        if (resumer.Op != Opcode.FOR_ITER)
        {
            Delegation.RaiseStopIteration(thread, result);
        }
        else if (!TMode.IsTraced || result.IsNone || Tracing.ReportStopIteration(thread, next, result))
        {
            // A for loop's generator is exhausted: drop it and jump behind the loop.
            next.StackPointer--;
            target = resumer.Arg;
        }
        return next;
    }

    /// <summary>Gives the pending exception to the handler that protects an instruction of the frame, which finds it on its
    /// stack: the handler's first instruction; -1 when there is none.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int EnterHandler(VmThread thread, Frame frame, int instruction)
    {
        if (Raising.FindHandler(frame, instruction) is not { } range)
            return -1;
        frame.StackPointer = frame.Base + frame.Code.SlotCount + range.Depth;
        if (range.PushLasti)
            frame.Stack[frame.StackPointer++] = Value.Int(frame.InstructionPointer);
        frame.Stack[frame.StackPointer++] = thread.TakePending();
        return range.Target;
    }

    /// <summary>The pending exception leaves the frame.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static Frame? Unwind<TMode>(VmThread thread, Frame frame) where TMode : struct, ILoopMode
    {
        if (TMode.IsTraced)
            Tracing.ReportUnwinding(thread, frame);
        if (frame.Generator is { } failed)
        {
            Raising.LeaveGenerator(thread, failed);
            var next = failed.Finish(thread, Value.Error, out _, out var leavesLoop);
            return leavesLoop ? null : next;
        }
        var caller = frame.Back;
        var isEntry = frame.IsEntry;
        thread.PopFrame(frame);
        if (!isEntry)
            return caller;
        thread.Top = caller;
        return null;
    }
}
