using System.Text.RegularExpressions;

namespace PyCoro.Cli.Tests;

/// <summary>Everything but running a program.</summary>
public sealed class OtherCommands : IDisposable
{
    private readonly CommandLine _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public void AstPrintsAsCPythonDoes()
    {
        _command.Write("x.py", "x = 1\n");
        _command.Run("ast", "x.py").ShouldBe(new Outcome("""
            Module(
               body=[
                  Assign(
                     targets=[
                        Name(id='x', ctx=Store())],
                     value=Constant(value=1))],
               type_ignores=[])

            """, "", 0));
    }

    [Fact]
    public void AstWithPositions()
    {
        _command.RunWithInput("pass", "ast", "-a", "-").ShouldBe(new Outcome("""
            Module(
               body=[
                  Pass(
                     lineno=1,
                     col_offset=0,
                     end_lineno=1,
                     end_col_offset=4)],
               type_ignores=[])

            """, "", 0));
    }

    [Fact]
    public void DisListsNestedCode()
    {
        _command.Write("x.py", "def f():\n    yield 1\n");
        var outcome = _command.Run("dis", "x.py");
        outcome.Status.ShouldBe(0);
        outcome.Output.ShouldContain("MAKE_FUNCTION");
        outcome.Output.ShouldContain("YIELD_VALUE");
    }

    [Fact]
    public void DisShowsWhatTheModuleDisShows()
    {
        var manyNames = string.Concat(Enumerable.Range(0, 300).Select(i => $"x{i} = {i}\n"));
        _command.Write("x.py", manyNames + "def f(a, *, b=1):\n    try:\n        for i in a: yield f'{i!r:>3}'\n    except E:\n        return lambda: a\n");
        _command.Write("list.py", "import dis\ndis.dis(compile(open('x.py').read(), 'x.py', 'exec'))\n");
        var byModule = _command.Run("list.py").Output;
        _command.Run("dis", "x.py").Output.ShouldBe(Regex.Replace(byModule, " at 0x[0-9a-f]+", ""));
    }

    [Theory]
    [InlineData("ast")]
    [InlineData("dis")]
    public void ToolsReportSyntaxErrors(string tool)
    {
        _command.Write("x.py", "x = (1,\n");
        _command.Run(tool, "x.py").ShouldBe(new Outcome(
            "", "  File \"x.py\", line 1\n    x = (1,\n        ^\nSyntaxError: '(' was never closed\n", 1));
    }

    [Theory]
    [InlineData("ast")]
    [InlineData("dis")]
    public void ToolsReportMissingFiles(string tool) => _command.Run(tool, "no.py").ShouldBe(new Outcome(
        "", $"pycoro: can't open file '{_command.Folder}/no.py': [Errno 2] No such file or directory\n", 2));

    [Fact]
    public void Version() => _command.Run("--version").Output.ShouldMatch(@"^Python 3\.11\.\d+ \(PyCoro \d+\.\d+\.\d+\)\n$");

    [Fact]
    public void HelpNamesEveryCommand()
    {
        var help = _command.Run("--help").Output;
        foreach (var command in new[] { "run", "ast", "dis", "-c CODE", "-m MODULE" })
            help.ShouldContain(command);
    }

    [Theory]
    [InlineData("-c", "Argument expected for the -c option")]
    [InlineData("-m", "Argument expected for the -m option")]
    [InlineData("--frob", "Unknown option: --frob")]
    public void WrongCommandLine(string argument, string complaint)
    {
        var outcome = _command.Run(argument);
        outcome.Status.ShouldBe(2);
        outcome.Errors.ShouldStartWith(complaint + "\nusage: pycoro ");
    }

    [Fact]
    public void ALibraryFolderThatIsNotThereIsRefused() =>
        _command.Run("--stdlib", "/no/such/folder", "-c", "pass")
            .ShouldBe(new Outcome("", "pycoro: --stdlib: there is no folder '/no/such/folder'\n", 2));
}
