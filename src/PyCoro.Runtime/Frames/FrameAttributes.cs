using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>What Python sees of a frame (data model, Frame objects).</summary>
public sealed partial class Frame
{
    /// <summary><c>f_locals</c>: the namespace itself, or for a function a snapshot of its variables.</summary>
    internal Value Locals(VmThread thread)
    {
        if (!Namespace.IsUnbound)
            return Namespace;
        var dict = new PyDict();
        var source = Code.Source;
        for (var i = 0; i < source.SlotNames.Length; i++)
        {
            var value = Slot(i);
            if (value.Ref is PyCell cell && IsCell(source, i))
                value = cell.Content;
            if (!value.IsUnbound)
                dict.SetStr(thread.Interpreter.Intern(source.SlotNames[i]), value);
        }
        return dict;
    }

    [PyMethod("__repr__")]
    private string Repr(VmThread thread) =>
        $"<frame at {Identity.Address(thread, this)}, file '{Code.Source.FileName}', line {CurrentLine}, code {Code.Name.Text}>";

    [PyMethod("clear")]
    private Value Clear(VmThread thread)
    {
        if (Generator is { State: GeneratorState.Running })
            return thread.RuntimeError("cannot clear an executing frame");
        for (var frame = thread.Top; frame is not null; frame = frame.Back)
        {
            if (ReferenceEquals(frame, this))
                return thread.RuntimeError("cannot clear an executing frame");
        }
        if (Generator is { } generator)
            return generator.Close(thread);
        Stack.AsSpan(Base, Math.Min(Code.SlotCount, Stack.Length - Base)).Fill(Value.Unbound);
        return Value.None;
    }

    [PyGetter("f_code", Member = true)]
    private Value GetCode() => Code;

    [PyGetter("f_back")]
    private Value GetBack()
    {
        if (Back is not { } back || Generator is { IsExecuting: false })
            return Value.None;
        back.Escaped = back.Shown = true;
        return back;
    }

    [PyGetter("f_globals", Member = true)]
    private Value GetGlobals() => Globals;

    [PyGetter("f_builtins", Member = true)]
    private Value GetBuiltins() => Builtins;

    [PyGetter("f_locals")]
    private Value GetLocals(VmThread thread) => Locals(thread);

    [PyGetter("f_lineno")]
    private Value GetLine()
    {
        var line = CurrentLine;
        return line == 0 ? Value.None : Value.Int(line);
    }

    [PyGetter("f_lasti", Member = true)]
    private long GetLasti() => InstructionPointer < 0 ? -1 : InstructionPointer * 2;

    [PyGetter("f_trace")]
    private Value GetTrace() => Value.None;

    private static bool IsCell(Compiler.Bytecode.CodeObject source, int slot) =>
        slot >= source.VarNames.Length || source.CellVars.Contains(source.SlotNames[slot]);
}
