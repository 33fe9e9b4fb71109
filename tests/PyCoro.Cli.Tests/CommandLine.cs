// The command as a user has it: a process of its own, its streams, its exit status.

using System.Diagnostics;
using System.Text;

namespace PyCoro.Cli.Tests;

/// <summary>What a run left behind.</summary>
internal sealed record Outcome(string Output, string Errors, int Status);

/// <summary>Runs the command in a folder of its own, which is removed afterwards.</summary>
internal sealed class CommandLine : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "PyCoro.Cli");

    /// <summary>The folder the command runs in, without symbolic links.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("pycoro-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public Outcome Run(params string[] arguments) => RunWithInput("", arguments);

    public Outcome RunWithInput(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Write(input);
        return End(process);
    }

    /// <summary>With a variable of the environment.</summary>
    public Outcome RunWith(string? variable, string? value, params string[] arguments) => End(Start(Program, arguments, variable, value));

    /// <summary>A line for the shell, in which <c>$0</c> is the command.</summary>
    public Outcome RunInShell(string line) => End(Start("/bin/sh", ["-c", line, Program], null, null));

    public Process Start(params string[] arguments) => Start(Program, arguments, null, null);

    private Process Start(string program, string[] arguments, string? variable, string? value)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // What the shell of whoever tests says to python must not show: a variable may change what a program prints and when.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("PYTHON", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        // UTF-8 whatever the locale says.
        start.Environment["LC_ALL"] = "C";
        if (variable is not null)
            start.Environment[variable] = value;
        return Process.Start(start)!;
    }

    public static Outcome End(Process process)
    {
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(60)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("the command did not end within 60 s");
        }
        return new Outcome(output.Result, errors.Result, process.ExitCode);
    }
}
