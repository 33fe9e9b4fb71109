using PyCoro.Runtime.Hosting;

namespace PyCoro;

/// <summary>What a program is given by the process, or by the host that runs it.</summary>
public sealed record PythonProgramOptions
{
    /// <summary>What messages about the program itself begin with, as CPython's do with its path.</summary>
    public string ProgramName { get; init; } = "pycoro";

    /// <summary>What <c>sys.executable</c> is, with which programs start others of their kind; this process's program when null.</summary>
    public string? Executable { get; init; }

    /// <summary>Standard input; the process's own when null.</summary>
    public Stream? Input { get; init; }

    /// <summary>Standard output, written as UTF-8; the process's own when null.</summary>
    public Stream? Output { get; init; }

    /// <summary>Standard error, written as UTF-8; the process's own when null.</summary>
    public Stream? Errors { get; init; }

    /// <summary>The library folder of a Python 3.11 (<c>lib/python3.11</c>), from which modules are imported that PyCoro does
    /// not have; <c>auto</c> looks for an installed one. Null: none.</summary>
    public string? StandardLibrary { get; init; }

    /// <summary>Nobody waits: when nothing can run, the clock jumps to the next moment that somebody waits for. What the program
    /// reads of the time agrees with that.</summary>
    public bool VirtualTime { get; init; }

    /// <summary>Ctrl-C (SIGINT) is the program's: KeyboardInterrupt, or what it sets for the signal. Else it is the host's,
    /// until the program sets a handler.</summary>
    public bool HandlesCtrlC { get; init; }

    /// <summary>The switches of Python's command line.</summary>
    public PythonFlags Flags { get; init; } = new();

    /// <summary>Told of exceptions that only a fault of PyCoro can cause, before the program sees them as SystemError.</summary>
    public Action<Exception>? InternalErrors { get; init; }
}
