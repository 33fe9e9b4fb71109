// Python's own switches, which stand before what is to be run: programs start others as [sys.executable, '-I', '-c', …], and
// people have them in their fingers. One-letter switches may be joined (-Es), their arguments too (-Werror).

using PyCoro.Runtime.Hosting;

namespace PyCoro.Cli;

/// <summary>Reads the switches of CPython's command line.</summary>
internal static class PythonSwitches
{
    /// <summary>Takes the switches off the front.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="flags">What they say, together with the environment.</param>
    /// <param name="rest">What is left: the program and its arguments, or what is no switch of Python.</param>
    /// <returns>Whether all that look like switches are known.</returns>
    public static bool TryRead(string[] args, out PythonFlags flags, out string[] rest)
    {
        flags = new PythonFlags();
        var warnings = new List<string>();
        var extensions = new List<(string, string?)>();
        var next = 0;
        for (; next < args.Length && IsSwitch(args[next]); next++)
        {
            var letters = args[next][1..];
            for (var i = 0; i < letters.Length; i++)
            {
                if (letters[i] is 'W' or 'X')
                {
                    if (i + 1 == letters.Length && next + 1 == args.Length)
                    {
                        rest = args[next..];
                        return false;
                    }
                    var argument = i + 1 < letters.Length ? letters[(i + 1)..] : args[++next];
                    if (letters[i] == 'W')
                        warnings.Add(argument);
                    else
                        extensions.Add(argument.IndexOf('=') is var equals and >= 0 ? (argument[..equals], argument[(equals + 1)..]) : (argument, null));
                    break;
                }
                // -c and -m end the switches, even behind others: -Ic CODE.
                if (letters[i] is 'c' or 'm')
                {
                    var joined = letters[(i + 1)..];
                    string[] target = joined.Length > 0 ? ["-" + letters[i], joined] : ["-" + letters[i]];
                    rest = [.. target, .. args[(next + 1)..]];
                    flags = Complete(flags, warnings, extensions);
                    return true;
                }
                if (With(flags, letters[i]) is not { } changed)
                {
                    rest = args[next..];
                    return false;
                }
                flags = changed;
            }
        }
        rest = args[next..];
        flags = Complete(flags, warnings, extensions);
        return true;
    }

    private static bool IsSwitch(string argument) => argument.Length > 1 && argument[0] == '-' && argument[1] != '-';

    private static PythonFlags? With(PythonFlags flags, char letter) => letter switch
    {
        'O' => flags with { Optimize = flags.Optimize + 1 },
        'd' => flags with { Debug = flags.Debug + 1 },
        'v' => flags with { Verbose = flags.Verbose + 1 },
        'B' => flags with { DontWriteBytecode = true },
        'E' => flags with { IgnoreEnvironment = true },
        'I' => flags with { Isolated = true, IgnoreEnvironment = true, SafePath = true, NoUserSite = true },
        'P' => flags with { SafePath = true },
        's' => flags with { NoUserSite = true },
        'S' => flags with { NoSite = true },
        'q' => flags with { Quiet = true },
        'u' => flags with { Unbuffered = true },
        // Hashes are the same in every run; there is nothing to switch.
        'R' => flags,
        _ => null,
    };

    private static PythonFlags Complete(PythonFlags flags, List<string> warnings, List<(string, string?)> extensions)
    {
        flags = flags with { Extensions = extensions, BytecodeFolder = extensions.LastOrDefault(static option => option.Item1 == "pycache_prefix").Item2 };
        var all = new List<string>();
        if (!flags.IgnoreEnvironment)
        {
            if (Variable("PYTHONDEVMODE") is not null && !flags.DevMode)
                flags = flags with { Extensions = [.. extensions, ("dev", null)] };
            flags = flags with
            {
                Optimize = AtLeast(flags.Optimize, "PYTHONOPTIMIZE"),
                Debug = AtLeast(flags.Debug, "PYTHONDEBUG"),
                Verbose = AtLeast(flags.Verbose, "PYTHONVERBOSE"),
                BytecodeFolder = extensions.Exists(static option => option.Item1 == "pycache_prefix") ? flags.BytecodeFolder : Variable("PYTHONPYCACHEPREFIX"),
                DontWriteBytecode = flags.DontWriteBytecode || Variable("PYTHONDONTWRITEBYTECODE") is not null,
                SafePath = flags.SafePath || Variable("PYTHONSAFEPATH") is not null,
                NoUserSite = flags.NoUserSite || Variable("PYTHONNOUSERSITE") is not null,
                Unbuffered = flags.Unbuffered || Variable("PYTHONUNBUFFERED") is not null,
                Path = Variable("PYTHONPATH")?.Split(Path.PathSeparator) ?? [],
            };
            all.AddRange(Variable("PYTHONWARNINGS")?.Split(',') ?? []);
        }
        if (flags.DevMode)
            all.Insert(0, "default");
        flags = TextEncodings.Complete(flags);
        return flags with { Warnings = [.. all, .. warnings], Optimize = Math.Min(flags.Optimize, 2) };
    }

    // A variable that is no number counts as one.
    private static int AtLeast(int given, string variable) =>
        Math.Max(given, Variable(variable) is { } level ? int.TryParse(level, out var number) ? number : 1 : 0);

    // An empty variable is as good as none.
    internal static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
