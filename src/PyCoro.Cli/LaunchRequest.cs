// Where CPython's command line ends for the interpreter, the script's own begins: everything after FILE, the code of -c or
// the module of -m belongs to the script, even if it looks like an option (using Python: Command line).

using PyCoro.Runtime.Hosting;

namespace PyCoro.Cli;

/// <summary>What a program is read from.</summary>
internal enum ProgramSource
{
    File,
    Code,
    Module,
    StandardInput,
}

/// <summary>A program to run and its arguments.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Target">The path, the code or the module's name; for standard input <c>-</c> or nothing, as <c>sys.argv[0]</c>.</param>
/// <param name="Arguments">The rest of <c>sys.argv</c>.</param>
internal sealed record LaunchRequest(ProgramSource Source, string Target, string[] Arguments)
{
    /// <summary>The environment variable that says what --stdlib says.</summary>
    public const string StandardLibraryVariable = "PYCORO_STDLIB";

    private const string StandardLibraryOption = "--stdlib";

    private const string VirtualTimeOption = "--virtual-time";

    private static readonly string[] Commands = ["run", "ast", "dis"];

    /// <summary>Where modules come from that PyCoro lacks; see <see cref="PythonProgramOptions.StandardLibrary"/>.</summary>
    public string? StandardLibrary { get; init; } = Environment.GetEnvironmentVariable(StandardLibraryVariable);

    /// <summary>See <see cref="PythonProgramOptions.VirtualTime"/>.</summary>
    public bool VirtualTime { get; init; }

    /// <summary>What Python's own switches say.</summary>
    public PythonFlags Flags { get; init; } = new();

    /// <summary>The request in a command line; null when it is another command, or wrong.</summary>
    public static LaunchRequest? TryRead(string[] args, Func<bool> inputIsRedirected)
    {
        if (args.Length > 0 && args[0].StartsWith(StandardLibraryOption + "=", StringComparison.Ordinal))
            return WithLibrary(args[0][(StandardLibraryOption.Length + 1)..], args[1..], inputIsRedirected);
        if (args.Length > 1 && args[0] == StandardLibraryOption)
            return WithLibrary(args[1], args[2..], inputIsRedirected);
        if (args.Length > 0 && args[0] == VirtualTimeOption)
            return TryRead(args[1..], inputIsRedirected) is { } request ? request with { VirtualTime = true } : null;
        if (args.Length == 0)
            return TryReadProgram(args, inputIsRedirected);
        if (args[0] == "run")
            return args.Length > 1 && !Commands.Contains(args[1]) ? TryRead(args[1..], static () => false) : null;
        return Commands.Contains(args[0]) ? null : TryReadProgram(args, inputIsRedirected);
    }

    private static LaunchRequest? WithLibrary(string folder, string[] rest, Func<bool> inputIsRedirected) =>
        TryRead(rest, inputIsRedirected) is { } request ? request with { StandardLibrary = folder } : null;

    private static LaunchRequest? TryReadProgram(string[] args, Func<bool> inputIsRedirected)
    {
        if (!PythonSwitches.TryRead(args, out var flags, out var rest))
            return null;
        var request = rest.Length > 0 ? TryReadTarget(rest) : inputIsRedirected() ? new(ProgramSource.StandardInput, "", []) : null;
        return request is null ? null : request with { Flags = flags };
    }

    private static LaunchRequest? TryReadTarget(string[] args)
    {
        var first = args[0];
        if (first == "-")
            return new(ProgramSource.StandardInput, first, args[1..]);
        if (first is "-c" or "-m")
        {
            var source = first == "-c" ? ProgramSource.Code : ProgramSource.Module;
            return args.Length > 1 ? new(source, args[1], args[2..]) : null;
        }
        return first.StartsWith('-') ? null : new(ProgramSource.File, first, args[1..]);
    }
}
