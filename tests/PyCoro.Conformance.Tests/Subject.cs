// Scripts run inside the test process, each in an interpreter of its own, which is fast and shows that interpreters share
// nothing. PYCORO_COMMAND names a program to run them with instead: the published pycoro, or python3 to test the tests.

using System.Diagnostics;
using System.Text;

namespace PyCoro.Conformance.Tests;

/// <summary>What a run of a script left behind.</summary>
internal sealed record RunResult(string Output, string Errors, int Status);

/// <summary>What runs the scripts.</summary>
internal abstract class Subject
{
    public static Subject FromEnvironment() =>
        Environment.GetEnvironmentVariable("PYCORO_COMMAND") is { Length: > 0 } command
            ? new ProcessSubject(command)
            : new InProcessSubject();

    public abstract RunResult Run(string script, string tier, TimeSpan limit);
}

/// <summary>Runs a script with a program.</summary>
internal sealed class ProcessSubject(string command) : Subject
{
    public override RunResult Run(string script, string tier, TimeSpan limit)
    {
        var start = new ProcessStartInfo(command, [script])
        {
            WorkingDirectory = Path.GetDirectoryName(script),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var variable in start.Environment.Keys.Where(static name => name.StartsWith("PYTHON", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(variable);
        start.Environment["PYCORO_TIER"] = tier;
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        start.Environment["PYTHONUTF8"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{script} did not end within {limit.TotalSeconds} s");
        }
        return new RunResult(output.Result, errors.Result, process.ExitCode);
    }
}
