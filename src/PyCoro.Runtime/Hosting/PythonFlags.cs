namespace PyCoro.Runtime.Hosting;

/// <summary>The switches of Python's command line that a program can see as <c>sys.flags</c>, <c>sys.warnoptions</c> and
/// <c>sys._xoptions</c> (using Python: Miscellaneous options). All off by default.</summary>
public sealed record PythonFlags
{
    /// <summary>-O: 1 leaves out assert statements, 2 docstrings too.</summary>
    public int Optimize { get; init; }

    /// <summary>-d: how often; there is no output of the parser that it could ask for.</summary>
    public int Debug { get; init; }

    /// <summary>-v: a line to standard error for each module that is loaded.</summary>
    public int Verbose { get; init; }

    /// <summary>-B; PyCoro writes no bytecode either way.</summary>
    public bool DontWriteBytecode { get; init; }

    /// <summary>-E: environment variables whose names begin with PYTHON mean nothing.</summary>
    public bool IgnoreEnvironment { get; init; }

    /// <summary>-I: implies -E, -P and -s.</summary>
    public bool Isolated { get; init; }

    /// <summary>-P: the script's folder is not on <c>sys.path</c>.</summary>
    public bool SafePath { get; init; }

    /// <summary>-s.</summary>
    public bool NoUserSite { get; init; }

    /// <summary>-S.</summary>
    public bool NoSite { get; init; }

    /// <summary>-q.</summary>
    public bool Quiet { get; init; }

    /// <summary>-u: nothing written to standard output or standard error waits in a buffer.</summary>
    public bool Unbuffered { get; init; }

    /// <summary>-W, in their order: filters of the module warnings.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>-X: names, and the values of those that have one.</summary>
    public IReadOnlyList<(string Name, string? Value)> Extensions { get; init; } = [];

    /// <summary>Folders that <c>sys.path</c> has before the library's.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>-X pycache_prefix: below which folder bytecode is kept; null for beside its source.</summary>
    public string? BytecodeFolder { get; init; }

    /// <summary><c>sys.flags.utf8_mode</c>. Text is UTF-8 either way; in this mode, what is no UTF-8 in standard input and
    /// output passes as escaped surrogates.</summary>
    public bool Utf8Mode { get; init; } = true;

    /// <summary>Encoding of the standard streams.</summary>
    public string StreamEncoding { get; init; } = "utf-8";

    /// <summary>Error handler of standard input and output.</summary>
    public string StreamErrors { get; init; } = "strict";

    /// <summary>Why nothing can be run with these flags; null when it can.</summary>
    public string? StartProblem { get; init; }

    /// <summary>-X dev.</summary>
    public bool DevMode => Extensions.Any(static option => option.Name == "dev");
}
