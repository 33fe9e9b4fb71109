using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>What the three faces show in the same way.</summary>
internal abstract partial class PyGenerator
{
    private protected Value PublishFrame(VmThread thread)
    {
        if (Frame is not { } frame)
            return Value.None;
        frame.Escaped = true;
        // In `f().cr_frame` the body itself is dropped with this.
        if (Guard is not null && State == GeneratorState.Created && IsMadeJustBefore(Opcode.LOAD_ATTR) && thread.Top!.InstructionPointer == CreatedAt + 1
            && ReferenceEquals(thread.Top.Code, _creator))
        {
            FinalizeUnfinished(thread);
        }
        return frame;
    }

    private protected Value YieldFromOrNone()
    {
        var delegated = IsExecuting ? Value.Unbound : YieldFrom();
        return delegated.IsUnbound ? Value.None : delegated;
    }

    private protected Value FinalizeFromPython(VmThread thread)
    {
        FinalizeUnfinished(thread);
        return Value.None;
    }

    private protected Value Rename(VmThread thread, Value value) => Rename(thread, "__name__", value, ref Name);

    private protected Value Requalify(VmThread thread, Value value) => Rename(thread, "__qualname__", value, ref QualName);

    private static Value Rename(VmThread thread, string attribute, Value value, ref PyStr name)
    {
        if (value.Ref is not PyStr text)
            return thread.TypeError($"{attribute} must be set to a string object");
        name = text;
        return Value.None;
    }
}
