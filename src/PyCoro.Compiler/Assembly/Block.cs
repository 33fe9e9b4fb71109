// Code on its way from the emitter to the assembler: basic blocks of instructions whose jumps name blocks. Which handler
// protects an instruction is known when it is emitted, because try and with nest as the source does; so there are no
// set-up and tear-down instructions to interpret afterwards, only a mark where a range opens, to learn its stack depth.

using PyCoro.Compiler.Bytecode;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Assembly;

/// <summary>What catches the exceptions of a protected range.</summary>
/// <param name="target">The handler's code.</param>
/// <param name="pushLasti">The failing index is pushed below the exception, so that it can be raised again as if from there.</param>
/// <param name="outer">The handler around this one.</param>
internal sealed class Handler(Block target, bool pushLasti, Handler? outer)
{
    public Block Target { get; } = target;
    public bool PushLasti { get; } = pushLasti;
    public Handler? Outer { get; } = outer;

    /// <summary>How much of the stack is kept.</summary>
    public int Depth { get; set; } = -1;
}

/// <summary>An instruction before it has an index.</summary>
internal sealed class Ir(Opcode op, int arg, SourceSpan span, Handler? handler)
{
    public Opcode Op { get; set; } = op;
    public int Arg { get; set; } = arg;
    public SourceSpan Span { get; set; } = span;
    public Handler? Handler { get; } = handler;
    public Block? Target { get; set; }

    /// <summary>A NOP that opens a protected range; <see cref="Arg"/> values on top of the stack are not kept.</summary>
    public Handler? Opens { get; set; }

    /// <summary>A LOAD_CONST of None: the only constant whose value matters after the tree is gone.</summary>
    public bool LoadsNone { get; set; }

    public bool HasLine => Span.Line >= 0;
    public bool IsUnconditionalJump => Op is Opcode.JUMP_FORWARD or Opcode.JUMP_BACKWARD;
    public bool EndsFlow => OpcodeTable.Info(Op).EndsFlow && Op != Opcode.RETURN_GENERATOR;

    public Ir Copy(Handler? handler) => new(Op, Arg, Span, handler) { Target = Target, LoadsNone = LoadsNone };

    public void MakeNop()
    {
        Op = Opcode.NOP;
        Arg = 0;
        Target = null;
    }
}

/// <summary>Instructions that are entered only at the first one and left only after the last one.</summary>
internal sealed class Block
{
    public List<Ir> Code { get; } = [];

    /// <summary>The block that follows in the order of the code.</summary>
    public Block? Next { get; set; }

    public bool IsReachable { get; set; }
    public int StartDepth { get; set; } = -1;
    public int Start { get; set; } = -1;
    public int Predecessors { get; set; }

    /// <summary>Temporary number for data-flow passes.</summary>
    public int Number { get; set; }

    public Ir? Last => Code.Count > 0 ? Code[^1] : null;
    public bool FallsThrough => Last is not { EndsFlow: true };
}
