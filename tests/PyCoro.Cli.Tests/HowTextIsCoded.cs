// Expectations are what python3 3.11 prints with the same environment and switches.

using Shouldly;
using Xunit;

namespace PyCoro.Cli.Tests;

/// <summary>Encoding of the standard streams, streams that are missing, and names of codecs in development mode.</summary>
public sealed class HowTextIsCoded : IDisposable
{
    private const string Show = "import sys; print(sys.stdout.encoding, sys.stdin.errors, sys.stderr.errors, sys.flags.utf8_mode)";

    private readonly CommandLine _command = new();

    public void Dispose() => _command.Dispose();

    [Theory]
    [InlineData("utf-8 surrogateescape backslashreplace 1\n", null, null)]
    [InlineData("iso8859-1 strict backslashreplace 1\n", "PYTHONIOENCODING", "latin-1")]
    [InlineData("iso8859-1 replace backslashreplace 1\n", "PYTHONIOENCODING", "latin-1:replace")]
    [InlineData("utf-8 replace backslashreplace 1\n", "PYTHONIOENCODING", ":replace")]
    [InlineData("utf-8 surrogateescape backslashreplace 1\n", "PYTHONIOENCODING", ":")]
    [InlineData("utf-8 surrogateescape backslashreplace 1\n", "PYTHONUTF8", "1")]
    [InlineData("utf-8 surrogateescape backslashreplace 1\n", "LC_ALL", "C.UTF-8", "-X", "utf8")]
    [InlineData("utf-8 surrogateescape backslashreplace 0\n", "LC_ALL", "C.UTF-8")]
    [InlineData("utf-8 surrogateescape backslashreplace 1\n", "PYTHONIOENCODING", "latin-1", "-E")]
    public void StreamsFollowTheEnvironment(string output, string? variable, string? value, params string[] switches) =>
        _command.RunWith(variable, value, [.. switches, "-c", Show]).ShouldBe(new Outcome(output, "", 0));

    [Theory]
    [InlineData("PYTHONUTF8", "x", "preconfig_init_utf8_mode: invalid PYTHONUTF8 environment variable value\nPython runtime state: preinitializing\n")]
    [InlineData("PYTHONIOENCODING", "none", "init_stdio_encoding: failed to get the Python codec name of the stdio encoding\nPython runtime state: core initialized\nLookupError: unknown encoding: none\n")]
    public void WrongOnesEndIt(string variable, string value, string problem)
    {
        var outcome = _command.RunWith(variable, value, "-c", Show);
        outcome.Status.ShouldBe(1);
        outcome.Errors.ShouldStartWith("Fatal Python error: " + problem);
    }

    [Theory]
    [InlineData("print(1)", ">&-", 0)]
    [InlineData("import sys; print(sys.stdout)\nassert sys.stdout is sys.__stdout__ is None", ">&-", 0)]
    [InlineData("import sys; assert sys.stdin is None", "<&-", 0)]
    [InlineData("raise SystemExit(5)", ">&- 2>&-", 5)]
    [InlineData("print(1)", ">/dev/full 2>/dev/null", 120)]
    [InlineData("import sys; sys.stdout.detach(); print(2)", "2>/dev/null", 120)]
    public void StreamsMayBeMissing(string code, string redirection, int status)
    {
        var script = _command.Write("script.py", code);
        _command.RunInShell($"\"$0\" {script} {redirection}").ShouldBe(new Outcome("", "", status));
    }

    [Theory]
    [InlineData("'a'.encode('utf-8', 'no')", "unknown error handler name 'no'")]
    [InlineData("b''.decode('utf-8', 'no')", "unknown error handler name 'no'")]
    [InlineData("b''.decode('no')", "unknown encoding: no")]
    [InlineData("str(b'', 'no')", "unknown encoding: no")]
    [InlineData("bytes('', 'utf-8', 'no')", "unknown error handler name 'no'")]
    [InlineData("open('/dev/null', errors='no')", "unknown error handler name 'no'")]
    public void NamesAreCheckedInDevelopmentMode(string code, string problem)
    {
        _command.Run("-X", "dev", "-c", code).ShouldBe(new Outcome(
            "", $"Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\nLookupError: {problem}\n", 1));
        _command.Run("-c", code).ShouldBe(new Outcome("", "", 0));
    }
}
