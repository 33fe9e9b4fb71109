namespace PyCoro.Runtime.Execution;

/// <summary>What an interpreter is given by the process, the host or the test that makes it.</summary>
public sealed record InterpreterOptions
{
    /// <summary>What the launcher's own messages begin with, as CPython's do with its path.</summary>
    public string ProgramName { get; init; } = "pycoro";

    /// <summary>Standard input; the process's own when null.</summary>
    public Stream? Input { get; init; }

    /// <summary>Standard output, written as UTF-8; the process's own when null.</summary>
    public Stream? Output { get; init; }

    /// <summary>Standard error, written as UTF-8; the process's own when null.</summary>
    public Stream? Errors { get; init; }

    /// <summary>The execution tier, <c>PYCORO_TIER</c>: 0 for the interpreter. It is the only one there is.</summary>
    public int Tier { get; init; }
}
