// A frame holds everything its function needs to go on: code, instruction pointer, slots (locals, cells, free variables)
// and operand stack. So any tier can leave it and enter it again at any instruction, and a generator is just a frame that
// is kept. Ordinary calls reuse frame objects and take their slots from the thread's stack; a frame that Python code got
// hold of (a traceback, sys._getframe) is marked as escaped and takes its slots along when it ends.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>A frame (data model, Frame objects). What Python sees of it is in FrameAttributes.cs.</summary>
[PyType("frame")]
public sealed partial class Frame : PyObject
{
    internal Frame() : base(TypeObject.RootShape) { }

    // Most frames lie on the thread's stack, of which only a part is theirs.
    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        foreach (var local in Stack.AsSpan(Base, Math.Min(Code.SlotCount, Stack.Length - Base)))
            visit(local);
        visit(Code);
        visit(Globals);
        visit(Builtins);
        if (Back is not null)
            visit(Back);
    }

    internal PyCode Code = null!;

    /// <summary>Where slots and operands lie: the thread's stack, or an array of the frame's own.</summary>
    internal Value[] Stack = null!;

    /// <summary>Index of slot 0 in <see cref="Stack"/>.</summary>
    internal int Base;

    /// <summary>Index in <see cref="Stack"/> behind the topmost operand, while the frame is not executing.</summary>
    internal int StackPointer;

    /// <summary>The instruction being executed: for a suspended frame the YIELD_VALUE or YIELD_FROM it waits at.</summary>
    internal int InstructionPointer;

    internal PyDict Globals = null!;

    internal PyDict Builtins = null!;

    /// <summary>The function called; null for modules, class bodies and eval.</summary>
    internal PyFunction? Function;

    /// <summary>f_locals of modules, class bodies and exec: usually a dict, any mapping is possible. Unbound for functions.</summary>
    internal Value Namespace;

    /// <summary>Runs module, class body or eval code: to be forgotten before the frame serves a function.</summary>
    internal bool HasNamespace;

    /// <summary>The frame that called this one, or drives its generator.</summary>
    internal Frame? Back;

    /// <summary>The generator that owns the frame.</summary>
    internal PyGenerator? Generator;

    /// <summary>The exception being handled in this frame: what a bare <c>raise</c> raises again.</summary>
    internal PyException? Handled;

    /// <summary>This activation was entered from C#: leaving it returns there.</summary>
    internal bool IsEntry;

    /// <summary>Python code may hold a reference: do not reuse.</summary>
    internal bool Escaped;

    /// <summary>A program holds it and may ask for its callers (<c>f_back</c>) when they have finished, too.</summary>
    internal bool Shown;

    /// <summary>What tracing keeps for it; null for frames that nobody traces.</summary>
    internal Execution.FrameTrace? Trace;

    /// <summary>The call's result is discarded because <c>__init__</c> made it; the instance is pushed instead.</summary>
    internal PyObject? Constructed;

    /// <summary>Takes over what a function brings to its calls. Pooled frames serve the same functions again and again: the
    /// caller asks first whether this is one.</summary>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    internal void SetFunction(PyFunction function)
    {
        Function = function;
        Globals = function.Globals;
        Builtins = function.Builtins;
        Namespace = Value.Unbound;
    }

    /// <summary>A local variable, cell or free variable.</summary>
    internal ref Value Slot(int index) => ref Stack[Base + index];

    /// <summary>Suspended at a YIELD_FROM: resuming executes that instruction again with the value sent.</summary>
    internal bool IsDelegating =>
        InstructionPointer >= 0 && Code.Instructions[InstructionPointer].Op == Compiler.Bytecode.Opcode.YIELD_FROM;

    /// <summary>The line being executed.</summary>
    internal int CurrentLine => Code.LineOf(InstructionPointer);
}
