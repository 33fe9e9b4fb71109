using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>What Python sees of a frame (data model, Frame objects).</summary>
public sealed partial class Frame
{
    /// <summary><c>f_locals</c>: the namespace itself, or for a function a dict that shows its variables as they are now. It
    /// is the same one every time; a trace function's changes to it come back to the variables.</summary>
    internal Value Locals(VmThread thread)
    {
        if (Namespace.Ref is not null and not Sentinel)
            return Namespace;
        Tracing.EnsureTrace(this).Locals ??= new PyDict();
        return RefreshLocals(thread);
    }

    /// <summary>Brings <see cref="FrameTrace.Locals"/> up to date.</summary>
    internal PyDict RefreshLocals(VmThread thread)
    {
        var dict = Trace!.Locals!;
        var source = Code.Source;
        var firstFree = source.SlotNames.Length - source.FreeVars.Length;
        for (var i = 0; i < source.SlotNames.Length; i++)
        {
            var value = Slot(i);
            // A frame that has not begun has not copied what its function closes over.
            if (value.IsUnbound && i >= firstFree && Function?.Closure is { } closure)
                value = closure.Items[i - firstFree];
            if (value.Ref is PyCell cell && IsCell(source, i))
                value = cell.Content;
            var name = thread.Interpreter.Intern(source.SlotNames[i]);
            if (!value.IsUnbound)
                dict.SetStr(name, value);
            else
                dict.RemoveStr(name);
        }
        return dict;
    }

    /// <summary>Gives the variables the values that they have in a dict.</summary>
    internal void TakeLocals(VmThread thread, PyDict dict)
    {
        var source = Code.Source;
        for (var i = 0; i < source.SlotNames.Length; i++)
        {
            var value = dict.GetStr(thread.Interpreter.Intern(source.SlotNames[i]));
            ref var slot = ref Slot(i);
            ref var place = ref slot.Ref is PyCell cell && IsCell(source, i) ? ref cell.Content : ref slot;
            if (value.IsUnbound && !place.IsUnbound)
                Code.CheckEveryLocal();
            place = value;
        }
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
        {
            generator.FinalizeUnfinished(thread);
            return Value.None;
        }
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
    private Value GetBuiltins() => Builtins is BuiltinsMapping foreign ? foreign.Mapping : Builtins;

    [PyGetter("f_locals")]
    private Value GetLocals(VmThread thread) => Locals(thread);

    [PyGetter("f_lineno")]
    private Value GetLine()
    {
        var line = CurrentLine;
        return line == 0 && !IsEntering ? Value.None : Value.Int(line);
    }

    [PySetter("f_lineno")]
    private Value SetLine(VmThread thread, Value value)
    {
        if (value.IsUnbound)
            return thread.Raise(ExceptionTypes.AttributeError, "cannot delete attribute");
        if (!value.IsSmallInt && value.Ref is not PyInt)
            return thread.ValueError("lineno must be an integer");
        switch (thread.TracedEvent)
        {
            case null:
            case "call" when IsEntering:
                return thread.ValueError("can't jump from the 'call' trace event of a new frame");
            case not "line":
                return thread.ValueError("can only jump from a 'line' trace event");
        }
        if (Trace is not { Function.IsUnbound: false })
            return thread.ValueError("f_lineno can only be set by a trace function.");
        return LineJump.Jump(thread, this, value.IsSmallInt ? value.Bits : long.MaxValue);
    }

    [PyGetter("f_lasti", Member = true)]
    private long GetLasti() => InstructionPointer < 0 ? -1 : Code.Source.Bytes.OffsetOf(InstructionPointer) * 2;

    [PyGetter("f_trace")]
    private Value GetTrace() => Trace is { Function.IsUnbound: false } trace ? trace.Function : Value.None;

    [PySetter("f_trace")]
    private Value SetTrace(Value value)
    {
        var trace = Tracing.EnsureTrace(this);
        trace.Function = value.IsNone ? Value.Unbound : value;
        // The line that executes has begun already.
        trace.Previous = InstructionPointer;
        return Value.None;
    }

    [PyGetter("f_trace_lines", Member = true)]
    private bool GetTraceLines() => Trace is not { Lines: false };

    [PySetter("f_trace_lines")]
    private Value SetTraceLines(VmThread thread, Value value)
    {
        if (value.Ref is not PyBool)
            return thread.TypeError("attribute value type must be bool");
        Tracing.EnsureTrace(this).Lines = value.IsTrue;
        return Value.None;
    }

    [PyGetter("f_trace_opcodes", Member = true)]
    private bool GetTraceOpcodes() => Trace is { Opcodes: true };

    [PySetter("f_trace_opcodes")]
    private Value SetTraceOpcodes(VmThread thread, Value value)
    {
        if (value.Ref is not PyBool)
            return thread.TypeError("attribute value type must be bool");
        Tracing.EnsureTrace(this).Opcodes = value.IsTrue;
        return Value.None;
    }

    private bool IsEntering =>
        InstructionPointer < 0 || Code.Instructions[InstructionPointer] is { Op: Compiler.Bytecode.Opcode.RESUME, Arg: 0 };

    private static bool IsCell(Compiler.Bytecode.CodeObject source, int slot) =>
        slot >= source.VarNames.Length || source.CellVars.Contains(source.SlotNames[slot]);
}
