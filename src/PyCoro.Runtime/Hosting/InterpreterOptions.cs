using PyCoro.Runtime.Modules;

namespace PyCoro.Runtime.Hosting;

/// <summary>What an interpreter gets from its host.</summary>
internal sealed class InterpreterOptions
{
    /// <summary>The modules that are part of PyCoro.</summary>
    public required IModuleLibrary Library { get; init; }

    /// <summary>Standard input; null: there is none.</summary>
    public Stream? Input { get; init; }

    /// <summary>Standard output.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error.</summary>
    public required Stream Error { get; init; }

    /// <summary>Standard output is a terminal: flushed at each line.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>The clock.</summary>
    public IClock Clock { get; init; } = new SystemClock();

    /// <summary>The folder of another Python's library; its pure-Python modules stand in for what PyCoro lacks.</summary>
    public string? StandardLibrary { get; init; }

    /// <summary>The interrupt of the system, SIGINT, is the interpreter's from the start.</summary>
    public bool HandlesInterrupt { get; init; }

    /// <summary>The program that runs scripts; empty when none is known.</summary>
    public string Executable { get; init; } = "";

    /// <summary>The switches of the command line.</summary>
    public PythonFlags Flags { get; init; } = new();

    /// <summary>The operating system as scripts reach it.</summary>
    public IOperatingSystem OperatingSystem { get; init; } = new PosixSystem();

    /// <summary>Told of exceptions that only a bug of PyCoro can cause, before they become SystemError.</summary>
    public Action<Exception>? InternalErrors { get; init; }
}
