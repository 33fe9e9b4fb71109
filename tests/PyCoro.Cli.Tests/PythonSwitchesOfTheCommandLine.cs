// Expectations are what python3 3.11 prints for the same command lines.

using Shouldly;
using Xunit;

namespace PyCoro.Cli.Tests;

public sealed class PythonSwitchesOfTheCommandLine : IDisposable
{
    private readonly CommandLine _pycoro = new();

    public void Dispose() => _pycoro.Dispose();

    [Theory]
    [InlineData("0 True", "-c", "import sys; print(sys.flags.optimize, __debug__)")]
    [InlineData("1 False", "-O", "-c", "import sys; assert 0; print(sys.flags.optimize, __debug__)")]
    [InlineData("None", "-OO", "-c", "def f():\n  'doc'\nprint(f.__doc__)")]
    [InlineData("1 1 True", "-Ic", "import sys; print(sys.flags.isolated, sys.flags.ignore_environment, sys.flags.safe_path)")]
    [InlineData("['default', 'error::DeprecationWarning'] {'dev': True} True", "-Werror::DeprecationWarning", "-X", "dev", "-c", "import sys; print(sys.warnoptions, sys._xoptions, sys.flags.dev_mode)")]
    [InlineData("{'a': 'b', 'c': True}", "-X", "a=b", "-Xc", "-E", "-c", "import sys; print(sys._xoptions)")]
    [InlineData("2 1", "-dd", "-B", "-c", "import sys; print(sys.flags.debug, sys.flags.dont_write_bytecode)")]
    [InlineData("/cache", "-X", "pycache_prefix=/cache", "-c", "import sys; print(sys.pycache_prefix)")]
    [InlineData("['-c', '-O']", "-Esc", "import sys; print(sys.argv)", "-O")]
    public void AreReadBeforeTheProgram(string output, params string[] arguments)
    {
        var outcome = _pycoro.Run(arguments);
        outcome.Errors.ShouldBe("");
        outcome.Output.ShouldBe(output + "\n");
    }

    [Fact]
    public void VerboseNamesTheModulesThatAreLoaded()
    {
        var outcome = _pycoro.Run("-v", "-c", "import sys, bisect; print(sys.flags.verbose)");
        outcome.Output.ShouldBe("1\n");
        outcome.Errors.ShouldContain("import 'bisect' # ");
    }

    [Fact]
    public void ScriptsFolderIsLeftOutOfTheSafePath()
    {
        _pycoro.Write("beside.py", "print('imported')");
        var script = _pycoro.Write("main.py", "import beside");
        _pycoro.Run(script).Output.ShouldBe("imported\n");
        _pycoro.Run("-P", script).Errors.ShouldEndWith("ModuleNotFoundError: No module named 'beside'\n");
    }

    [Theory]
    [InlineData("Argument expected for the -W option", "-W")]
    [InlineData("not implemented: Python's option -i", "-i", "-c", "1")]
    [InlineData("Unknown option: -j", "-j")]
    public void MistakesAreOneLineAndTheUsage(string message, params string[] arguments)
    {
        var outcome = _pycoro.Run(arguments);
        outcome.Status.ShouldBe(2);
        outcome.Errors.ShouldStartWith(message + "\nusage: ");
    }
}
