using PyCoro.Runtime.Objects;

namespace PyCoro.Runtime.Threads;

/// <summary>What a thread waits for without end, as the report of a deadlock tells it.</summary>
internal interface IAwaited
{
    /// <summary>Who could end the wait by giving it up; null when that is nobody in particular.</summary>
    VmThread? Holder => null;

    /// <summary>Where the holder took it, if that is known.</summary>
    CodePlace? TakenAt => null;

    /// <summary>The wait is for the end of the holder itself.</summary>
    bool IsEndOfHolder => false;

    /// <summary>What it is, behind "waits for"; <paramref name="name"/>: the variable in which the program has it.</summary>
    string Describe(string? name);
}

/// <summary>A place in a program.</summary>
/// <param name="Code">The code.</param>
/// <param name="Instruction">The index of the instruction in it.</param>
internal readonly record struct CodePlace(PyCode Code, int Instruction)
{
    /// <summary>Where the thread's innermost function is; null when it runs no Python code.</summary>
    internal static CodePlace? Of(VmThread thread) => thread.Top is { } frame ? new CodePlace(frame.Code, frame.InstructionPointer) : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Code.Source.FileName}, line {Code.LineOf(Instruction)}";
}
