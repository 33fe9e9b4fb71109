// The standard library of an installed Python is the largest body of real code at hand: each file must compile to code that
// the verifier accepts. Everyday runs take a sample; PYCORO_ALL_LIBRARY=1 takes all of it.

using System.Diagnostics;
using PyCoro.Syntax;

namespace PyCoro.Compiler.Tests;

public sealed class LibraryTests
{
    private const int SampleOf = 12;

    [Fact]
    public void Conformance_scripts_compile_to_consistent_code()
    {
        var files = Directory.GetFiles(Path.Combine(Repository(), "tests", "conformance"), "*.py", SearchOption.AllDirectories);
        files.ShouldNotBeEmpty();
        foreach (var file in files)
            CompileAndVerify(file);
    }

    [Fact]
    public void Library_compiles_to_consistent_code()
    {
        if (Library() is not { } library)
            return; // no Python here: the scripts above are the test
        var all = Environment.GetEnvironmentVariable("PYCORO_ALL_LIBRARY") == "1";
        var files = Directory.GetFiles(library, "*.py", SearchOption.AllDirectories)
            .Where(f => !f.Contains("site-packages")).Order(StringComparer.Ordinal).ToArray();
        var compiled = 0;
        for (var i = 0; i < files.Length; i += all ? 1 : SampleOf)
            compiled += CompileAndVerify(files[i]) ? 1 : 0;
        compiled.ShouldBeGreaterThan(0);
    }

    /// <summary>False when the file is no Python 3.11: some of the library's tests are not meant to be.</summary>
    private static bool CompileAndVerify(string file)
    {
        try
        {
            var parsed = PythonSource.Parse(PythonSource.Decode(File.ReadAllBytes(file), file), ParseMode.File);
            var code = PythonCompiler.Compile(parsed.Module, new CompileOptions(file, CompileMode.Exec)).Code;
            CodeVerifier.Verify(code);
            StoredCode.Verify(code);
            return true;
        }
        catch (PythonSyntaxException)
        {
            return false;
        }
    }

    private static string Repository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "PyCoro.sln")))
            directory = directory.Parent;
        return directory.FullName;
    }

    private static string? Library()
    {
        try
        {
            var start = new ProcessStartInfo("python3", ["-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"])
            {
                RedirectStandardOutput = true,
            };
            using var process = Process.Start(start)!;
            var path = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return Directory.Exists(path) ? path : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
