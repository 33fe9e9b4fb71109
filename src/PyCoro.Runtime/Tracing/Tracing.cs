// The events of sys.settrace and sys.setprofile (library reference, sys; PEP 626 says which lines). The traced loop calls
// Step before every instruction; calls, returns and exceptions report where the loop enters and leaves frames.

using System.Runtime.CompilerServices;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class Tracing
{
    /// <summary>Instead of an instruction: a hook raised, the exception is pending.</summary>
    internal const int Failed = -1;

    /// <summary>Instead of an instruction: nobody traces any more, the other loop is to go on.</summary>
    internal const int Leave = -2;

    /// <summary>Reports that an instruction is about to run. The instruction to run: another one when a trace function jumped.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int Step(VmThread thread, Frame frame)
    {
        if (!thread.IsTracing)
            return Leave;
        if (!thread.CheckTracedBudget())
            return Failed;
        var pc = frame.InstructionPointer;
        var instruction = frame.Code.Instructions[pc];
        var trace = frame.Trace;
        if (instruction.Op == Opcode.RESUME)
        {
            // 0 starts the body, 1 goes on behind a yield; behind a delegation its last resumption has been reported.
            if (instruction.Arg > 1)
                return pc;
            return ReportCall(thread, frame, isStart: instruction.Arg == 0) ? pc : Failed;
        }
        if (trace is null)
            return pc;
        if (trace.LeftInDelegation)
        {
            // What was thrown into the delegate and ended it lets the body go on behind the delegation: that is no call.
            trace.LeftInDelegation = false;
            if (instruction.Op == Opcode.YIELD_FROM)
            {
                if (!ReportCall(thread, frame, isStart: false))
                    return Failed;
                trace.Previous = pc;
            }
        }
        if (trace.Function.IsUnbound || thread.TraceFunction.IsUnbound)
            return pc;
        var previous = trace.Previous;
        trace.Previous = pc;
        var line = frame.Code.LineOf(pc);
        if (line != 0 && trace.Lines && (previous < 0 || pc < previous || line != frame.Code.LineOf(previous))
            && !Report(thread, frame, "line", Value.None))
            return Failed;
        if (trace.Opcodes && frame.InstructionPointer == pc && !Report(thread, frame, "opcode", Value.None))
            return Failed;
        return frame.InstructionPointer;
    }

    /// <summary>The frame returns or yields a value, or (None) passes an exception on. False when a hook raised.</summary>
    internal static bool ReportReturn(VmThread thread, Frame frame, Value result)
    {
        if (!thread.IsTracing)
            return true;
        if (frame.Trace is { Function.IsUnbound: false } trace && !thread.TraceFunction.IsUnbound)
        {
            if (!Report(thread, frame, "return", result))
                return false;
        }
        return thread.ProfileFunction.IsUnbound || Profile(thread, frame, "return", result);
    }

    /// <summary>The same while an exception is on its way, which stays pending unless the hook raises another one.</summary>
    internal static void ReportUnwinding(VmThread thread, Frame frame)
    {
        if (!thread.IsTracing)
            return;
        var pending = thread.TakePending();
        if (ReportReturn(thread, frame, Value.None))
            thread.Pending = pending;
    }

    /// <summary>The frame yields: as a return, and a delegation is remembered, which does not pass a RESUME on the way back.</summary>
    internal static bool ReportYield(VmThread thread, Frame frame, Value result)
    {
        if (!thread.IsTracing)
            return true;
        var delegates = frame.IsDelegating;
        if (delegates)
            EnsureTrace(frame).LeftInDelegation = true;
        if (ReportReturn(thread, frame, result))
            return true;
        if (delegates)
            frame.Trace!.LeftInDelegation = false;
        return false;
    }

    /// <summary>An exception was raised in the frame or came up to it, or was thrown into a body that was suspended there.</summary>
    internal static void ReportException(VmThread thread, Frame frame)
    {
        if (!thread.IsTracing)
            return;
        var pending = thread.TakePending();
        if (IsThrownInto(frame))
        {
            if (frame.Trace is { } resumed)
                resumed.LeftInDelegation = false;
            if (!ReportCall(thread, frame, isStart: false))
                return;
        }
        if (frame.Trace is not { Function.IsUnbound: false } || thread.TraceFunction.IsUnbound || ReportException(thread, frame, pending))
            thread.Pending = pending;
    }

    /// <summary>An awaited object ended, or a generator with a value: as a StopIteration, which
    /// trace functions get to see. False when one raised.</summary>
    internal static bool ReportStopIteration(VmThread thread, Frame frame, Value value)
    {
        if (!thread.IsTracing || frame.Trace is not { Function.IsUnbound: false } || thread.TraceFunction.IsUnbound)
            return true;
        Delegation.RaiseStopIteration(thread, value);
        return ReportException(thread, frame, thread.TakePending());
    }

    /// <summary>Is it a call that profilers hear of: of a function or method written in C#?</summary>
    internal static bool IsProfiledCall(VmThread thread, Value callee) =>
        thread.IsTracing && !thread.ProfileFunction.IsUnbound && callee.Ref is PyBuiltinFunction or PyMethodDescriptor;

    /// <summary>Makes such a call, with its events.</summary>
    internal static Value CallProfiled(VmThread thread, Frame frame, Value callee, ReadOnlySpan<Value> args, PyTuple? names)
    {
        if (callee.Ref is PyMethodDescriptor && args.Length > 0)
        {
            // Profilers get the bound method.
            var bound = Operations.Attributes.Bind(thread, callee, args[0], args[0].Type);
            if (!bound.IsError && bound.Ref is PyBuiltinFunction)
                return CallProfiled(thread, frame, bound, args[1..], names);
            thread.Pending = null;
        }
        if (!Profile(thread, frame, "c_call", callee))
            return Value.Error;
        var result = thread.Call(callee, args, names);
        if (!thread.IsTracing || thread.ProfileFunction.IsUnbound)
            return result;
        if (!result.IsError)
            return Profile(thread, frame, "c_return", callee) ? result : Value.Error;
        var pending = thread.TakePending();
        if (Profile(thread, frame, "c_exception", callee))
            thread.Pending = pending;
        return Value.Error;
    }

    /// <summary>The frame's tracing state, made when it has none.</summary>
    internal static FrameTrace EnsureTrace(Frame frame)
    {
        frame.Escaped = true;
        return frame.Trace ??= new FrameTrace();
    }

    /// <summary>The plain instruction in place of a combined one, whose second half may begin a line.</summary>
    internal static Opcode Plain(Opcode op) => op switch
    {
        Opcode.LOAD_FAST_LOAD_FAST or Opcode.LOAD_FAST_LOAD_CONST or Opcode.LOAD_FAST_LOAD_ATTR or Opcode.LOAD_FAST_LOAD_METHOD
            or Opcode.BINARY_OP_FAST_FAST or Opcode.BINARY_OP_FAST_CONST => Opcode.LOAD_FAST,
        Opcode.STORE_FAST_LOAD_FAST => Opcode.STORE_FAST,
        Opcode.COMPARE_OP_JUMP => Opcode.COMPARE_OP,
        Opcode.CONTAINS_OP_JUMP => Opcode.CONTAINS_OP,
        Opcode.IS_OP_JUMP => Opcode.IS_OP,
        _ => op,
    };

    private static bool IsThrownInto(Frame frame)
    {
        if (frame.Generator is null)
            return false;
        if (frame.Trace is { LeftInDelegation: true })
            return true;
        return frame.Code.Instructions[Math.Max(frame.InstructionPointer, 0)].Op is Opcode.YIELD_VALUE or Opcode.RETURN_GENERATOR;
    }

    private static bool ReportCall(VmThread thread, Frame frame, bool isStart)
    {
        if (!thread.TraceFunction.IsUnbound)
        {
            var trace = EnsureTrace(frame);
            frame.Shown = true;
            if (!Call(thread, frame, thread.TraceFunction, "call", Value.None))
                return false;
            trace.Previous = isStart ? -1 : frame.InstructionPointer;
        }
        return thread.ProfileFunction.IsUnbound || Profile(thread, frame, "call", Value.None);
    }

    private static bool ReportException(VmThread thread, Frame frame, PyException exception) =>
        Report(thread, frame, "exception", PyTuple.Of(exception.Type, exception, exception.Traceback is { } traceback ? traceback : Value.None));

    private static bool Report(VmThread thread, Frame frame, string name, Value argument) =>
        Call(thread, frame, frame.Trace!.Function, name, argument);

    // The result becomes the frame's trace function unless it is None; one that raises ends all tracing.
    private static bool Call(VmThread thread, Frame frame, Value function, string name, Value argument)
    {
        var trace = frame.Trace!;
        if (trace.Locals is not null)
            frame.RefreshLocals(thread);
        var result = thread.CallHook(function, frame, name, argument);
        if (trace.Locals is { } locals)
            frame.TakeLocals(thread, locals);
        if (result.IsError)
        {
            thread.SetTrace(Value.Unbound);
            trace.Function = Value.Unbound;
            return false;
        }
        if (!result.IsNone)
            trace.Function = result;
        return true;
    }

    private static bool Profile(VmThread thread, Frame frame, string name, Value argument)
    {
        if (!thread.IsTracing)
            return true;
        frame.Escaped = frame.Shown = true;
        if (!thread.CallHook(thread.ProfileFunction, frame, name, argument).IsError)
            return true;
        thread.SetProfile(Value.Unbound);
        return false;
    }
}
