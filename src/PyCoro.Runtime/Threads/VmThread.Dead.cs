// What a thread remembers and no program can see: it would keep objects alive that are garbage to Python.

using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Threads;

public sealed partial class VmThread
{
    /// <summary>The loop was left for <see cref="MakeWaitingCall"/>.</summary>
    internal bool HasWaitingCall;

    /// <summary>The loop was left because a variable of something that wants to be finalised was deleted.</summary>
    internal bool HasDeleted;

    /// <summary>A check of this thread makes the interpreter's pending calls: those that it makes itself make none.</summary>
    internal bool RunsPendingCalls;

    private Frame? _standing;

    /// <summary>What the thread's running code refers to.</summary>
    internal void VisitRoots(Action<Value> visit)
    {
        if (Pending is not null)
            visit(Pending);
        if (CurrentContext is not null)
            visit(CurrentContext);
        visit(AsyncGenHooks.FirstIteration);
        visit(AsyncGenHooks.Finalizer);
        for (var frame = Top; frame is not null; frame = frame.Back)
        {
            visit(frame);
            // Operands, too, as far as they may reach.
            foreach (var value in frame.Stack.AsSpan(frame.Base, Math.Min(frame.Code.FrameSize, frame.Stack.Length - frame.Base)))
                visit(value);
        }
    }

    /// <summary>Forgets operands that have been popped, and what idle frames served last. The thread stands still.</summary>
    internal void ForgetDeadFrames()
    {
        Array.Clear(_bodyFrames);
        Array.Clear(_bodyFrameCounts);
        for (var i = _pooled; i < _pool.Length; i++)
            _pool[i] = new Frame();
        // A frame that called C# has not said how far its operands reach; one that called Python has.
        var isKnown = false;
        for (var frame = Top; frame is not null; isKnown = !frame.IsEntry, frame = frame.Back)
        {
            if ((isKnown || ReferenceEquals(frame, _standing)) && frame.Stack is { } stack)
                stack.AsSpan(frame.StackPointer..(frame.Base + frame.Code.FrameSize)).Clear();
        }
    }

    /// <summary>Collects behind a <c>del</c>. The index of the instruction to go on with.</summary>
    private int CollectDeleted(Frame frame)
    {
        HasDeleted = false;
        _standing = frame;
        Interpreter.Collector.CollectDeleted(this);
        _standing = null;
        return frame.InstructionPointer + 1;
    }

    /// <summary>Makes the call the innermost frame stands at, which wants no interpreter loop on the C# stack below it: the
    /// locals of the loop hold values that nothing refers to any more. The index of the instruction to go on with.</summary>
    private int MakeWaitingCall(Frame frame)
    {
        HasWaitingCall = false;
        var pc = frame.InstructionPointer;
        var count = frame.Code.Instructions[pc].Arg;
        var callee = frame.StackPointer - count - 2;
        var function = (PyBuiltinFunction)frame.Stack[callee].Ref!;
        _standing = frame;
        var result = function.Call(this, frame.Stack.AsSpan(callee + 2, count), null);
        _standing = null;
        frame.StackPointer = callee;
        if (result.IsError)
            return pc;
        frame.Stack[frame.StackPointer++] = result;
        return pc + 1;
    }
}
