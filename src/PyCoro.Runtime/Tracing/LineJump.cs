// Assigning frame.f_lineno: a debugger's jump. The operand stack must be what the target expects, so the code is walked
// once to find what lies on the stack at every instruction; a jump may drop operands, but can make none up.

using PyCoro.Compiler.Assembly;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class LineJump
{
    private enum Kind
    {
        Object,

        /// <summary>The place below the arguments of a call: nothing that other code could do with.</summary>
        Null,
        Iterator,
        Exception,
        LastInstruction,
    }

    private sealed record Operands(Kind Top, Operands? Below)
    {
        internal int Depth { get; } = 1 + (Below?.Depth ?? 0);
    }

    /// <summary>Makes the frame, which waits in a line event, go on at a line. None, or ValueError in CPython's words.</summary>
    internal static Value Jump(VmThread thread, Frame frame, long line)
    {
        var source = frame.Code.Source;
        if (line < source.FirstLineNo)
            return thread.ValueError($"line {line} comes before the current code block");
        var positions = source.Positions;
        var starts = Enumerable.Range(0, positions.Length)
            .Where(at => positions[at].Line >= line && (at == 0 || positions[at].Line != positions[at - 1].Line)).ToArray();
        if (starts.Length == 0)
            return thread.ValueError($"line {line} comes after the current code block");
        var nearest = starts.Min(at => positions[at].Line);
        var reached = Walk(source, out var operands);
        var here = operands[frame.InstructionPointer];
        var best = -1;
        var bestDepth = -1;
        var complaint = "cannot find bytecode for specified line";
        foreach (var target in starts.Where(at => positions[at].Line == nearest))
        {
            var there = operands[target];
            if (!reached[target])
            {
                complaint = "can't jump into or out of unreachable code";
                continue;
            }
            if (!IsReachable(here, there))
                complaint = Explain(there);
            else if ((there?.Depth ?? 0) > bestDepth)
                (best, bestDepth) = (target, there?.Depth ?? 0);
        }
        if (best < 0)
            return thread.ValueError(complaint);
        Drop(thread, frame, here, bestDepth);
        frame.Code.CheckEveryLocal();
        frame.InstructionPointer = best;
        frame.Trace!.Previous = best;
        return Value.None;
    }

    private static void Drop(VmThread thread, Frame frame, Operands? operands, int depth)
    {
        for (; operands is not null && operands.Depth > depth; operands = operands.Below)
        {
            frame.StackPointer--;
            if (operands.Top != Kind.Exception)
                continue;
            // Leaving a handler: the exception handled before is the handled one again.
            var previous = frame.Stack[frame.StackPointer].Ref as PyException;
            if (frame.Handled is not null && previous is null)
                thread.Interpreter.HandlingFrames--;
            frame.Handled = previous;
        }
    }

    private static bool IsReachable(Operands? from, Operands? to)
    {
        while (from is not null && from.Depth > (to?.Depth ?? 0))
            from = from.Below;
        if ((from?.Depth ?? 0) != (to?.Depth ?? 0))
            return false;
        for (; to is not null; to = to.Below, from = from!.Below)
        {
            if (from!.Top != to.Top && (to.Top != Kind.Object || from.Top == Kind.Null))
                return false;
        }
        return true;
    }

    private static string Explain(Operands? to) => to?.Top switch
    {
        Kind.Exception => "can't jump into an 'except' block as there's no exception",
        Kind.LastInstruction => "can't jump into a re-raising block as there's no location",
        Kind.Iterator => "can't jump into the body of a for loop",
        _ => "incompatible stacks",
    };

    private static bool[] Walk(CodeObject source, out Operands?[] operands)
    {
        var code = source.Instructions;
        var found = new Operands?[code.Length];
        var reached = new bool[code.Length];
        var pending = new Stack<int>();
        Enter(0, null);
        while (pending.TryPop(out var at))
        {
            var stack = found[at];
            var instruction = code[at];
            foreach (var range in source.ExceptionTable)
            {
                if (at < range.Start || at >= range.End)
                    continue;
                var kept = stack;
                while (kept is not null && kept.Depth > range.Depth)
                    kept = kept.Below;
                if (range.PushLasti)
                    kept = new Operands(Kind.LastInstruction, kept);
                Enter(range.Target, new Operands(Kind.Exception, kept));
                break;
            }
            var info = OpcodeTable.Info(instruction.Op);
            if (info.Jumps)
                Enter(instruction.Arg, After(instruction, stack, jumps: true));
            if (!info.EndsFlow || instruction.Op == Opcode.RETURN_GENERATOR)
                Enter(at + 1, After(instruction, stack, jumps: false));
        }
        operands = found;
        return reached;

        void Enter(int at, Operands? stack)
        {
            if (at >= reached.Length || reached[at])
                return;
            reached[at] = true;
            found[at] = stack;
            pending.Push(at);
        }
    }

    private static Operands? After(Instruction instruction, Operands? stack, bool jumps)
    {
        switch (instruction.Op)
        {
            case Opcode.PUSH_EXC_INFO:
                return new Operands(Kind.Exception, stack);
            case Opcode.COPY:
                var copied = stack;
                for (var i = 1; i < instruction.Arg; i++)
                    copied = copied!.Below;
                return new Operands(copied!.Top, stack);
            case Opcode.SWAP:
                return Swap(stack!, instruction.Arg);
            case Opcode.PUSH_NULL:
                return new Operands(Kind.Null, stack);
            case Opcode.LOAD_METHOD:
                return new Operands(Kind.Null, new Operands(Kind.Object, stack!.Below));
            case Opcode.GET_ANEXT:
            case Opcode.FOR_ITER when !jumps:
                return new Operands(Kind.Object, stack);
            case Opcode.CHECK_EXC_MATCH:
                return new Operands(Kind.Object, stack!.Below);
            case Opcode.WITH_EXCEPT_START:
                return new Operands(Kind.Object, stack);
        }
        var (pops, pushes) = StackEffects.Of(instruction.Op, instruction.Arg, jumps);
        for (; pops > 0; pops--)
            stack = stack!.Below;
        var pushed = instruction.Op is Opcode.GET_ITER or Opcode.GET_AITER or Opcode.GET_YIELD_FROM_ITER ? Kind.Iterator : Kind.Object;
        for (; pushes > 0; pushes--)
            stack = new Operands(pushed, stack);
        return stack;
    }

    private static Operands Swap(Operands stack, int count)
    {
        var kinds = new List<Kind>();
        Operands? rest = stack;
        for (; kinds.Count < count; rest = rest!.Below)
            kinds.Add(rest!.Top);
        (kinds[0], kinds[^1]) = (kinds[^1], kinds[0]);
        for (var i = kinds.Count - 1; i >= 0; i--)
            rest = new Operands(kinds[i], rest);
        return rest!;
    }
}
