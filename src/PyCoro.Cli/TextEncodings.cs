using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Strings;

namespace PyCoro.Cli;

/// <summary>How the standard streams are coded: by -X utf8 and the environment (using Python: PYTHONUTF8, PYTHONIOENCODING;
/// PEP 538 and 540). There is no locale but UTF-8; the one that the environment names only says what becomes of other bytes.</summary>
internal static class TextEncodings
{
    private const string ModeProblem = "preconfig_init_utf8_mode: invalid ";

    /// <summary>Completes the flags, of which the switches are read.</summary>
    internal static PythonFlags Complete(PythonFlags flags)
    {
        var locale = PythonSwitches.Variable("LC_ALL") ?? PythonSwitches.Variable("LC_CTYPE") ?? PythonSwitches.Variable("LANG") ?? "C";
        var isPlain = locale is "C" or "POSIX";
        var mode = isPlain;
        if (flags.Extensions.LastOrDefault(static option => option.Name == "utf8") is { Name: not null } option)
        {
            if (option.Value is not (null or "0" or "1"))
                return flags with { StartProblem = $"{ModeProblem}-X utf8 option value\nPython runtime state: preinitializing\n" };
            mode = option.Value != "0";
        }
        else if (!flags.IgnoreEnvironment && PythonSwitches.Variable("PYTHONUTF8") is { } given)
        {
            if (given is not ("0" or "1"))
                return flags with { StartProblem = $"{ModeProblem}PYTHONUTF8 environment variable value\nPython runtime state: preinitializing\n" };
            mode = given == "1";
        }
        var isLenient = mode || isPlain || locale is "C.UTF-8" or "C.utf8" or "UTF-8";
        flags = flags with { Utf8Mode = mode, StreamErrors = isLenient ? "surrogateescape" : "strict" };
        return flags.IgnoreEnvironment || PythonSwitches.Variable("PYTHONIOENCODING") is not { } coding ? flags : WithCoding(flags, coding);
    }

    // ENCODING:HANDLER, where either may be missing; an encoding without a handler is strict.
    private static PythonFlags WithCoding(PythonFlags flags, string coding)
    {
        var parts = coding.Split(':', 2);
        if (parts[0].Length > 0)
        {
            if (Codecs.Find(parts[0]) is not { } codec)
            {
                return flags with
                {
                    StartProblem = "init_stdio_encoding: failed to get the Python codec name of the stdio encoding\n"
                        + $"Python runtime state: core initialized\nLookupError: unknown encoding: {parts[0]}\n",
                };
            }
            if (!codec.KeepsNoState)
                return flags with { StartProblem = $"not implemented: PYTHONIOENCODING={parts[0]}, an encoding with a state\n" };
            flags = flags with { StreamEncoding = codec.LookupName, StreamErrors = "strict" };
        }
        return parts is [_, { Length: > 0 } errors] ? flags with { StreamErrors = errors } : flags;
    }
}
