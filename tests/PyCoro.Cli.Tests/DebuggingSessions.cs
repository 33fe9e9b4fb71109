// Sessions with the debugger and the interactive interpreter of an installed library, their commands on standard input:
// what they print is compared with what python3 prints for the same session at the same time.

using Shouldly;

namespace PyCoro.Cli.Tests;

public sealed class DebuggingSessions : IDisposable
{
    private const string Program = """
        def scale(x, by=2):
            y = x * by
            return y

        def numbers():
            for i in range(2):
                yield scale(i)

        total = 0
        for n in numbers():
            total += n
        print('total', total)
        """;

    private readonly CommandLine _pycoro = new();

    public void Dispose() => _pycoro.Dispose();

    [OracleTheory]
    [InlineData("b scale\nc\nw\na\np x, by\nn\np y\ns\nr\nc\nq\n", "-m", "pdb", "program.py")]
    [InlineData("n\nn\nn\ns\ns\nunt\nb 11, n > 1\nc\np n, total\n!total = 40\nc\nq\n", "-m", "pdb", "program.py")]
    [InlineData("tbreak 2\nc\nj 3\nc\ny = 7\nj 3\nc\nq\n", "-m", "pdb", "program.py")]
    [InlineData("display total\nb 11\nc\nc\nup\ndown\nl\nwhatis scale\nq\n", "-m", "pdb", "program.py")]
    [InlineData("w\np x\nu\np n\nc\n", "stops.py")]
    [InlineData("p values\nq\n", "fails.py")]
    [InlineData("x = 6\nx * 7\ndef f():\n    return x\n\nf()\n1 / 0\n", "-m", "code")]
    [InlineData("await asyncio.sleep(0, 5)\nx = 3\nx\nasync def f():\n    return x + 4\n\nawait f()\nawait f() +\nif x:\n    await f()\n\n", "-m", "asyncio")]
    [InlineData("async def f(): raise SystemExit(x)\n\nx = 5\nawait f()\nx\n", "-m", "asyncio")]
    [InlineData("raise KeyboardInterrupt\n_ = 2\n_\nawait asyncio.sleep(0, exit(4))\n", "-m", "asyncio")]
    [InlineData("Tim\n", "-c", "print('hello', input('name? '))")]
    public void PrintWhatPythonPrints(string input, params string[] arguments)
    {
        _pycoro.Write("program.py", Program);
        _pycoro.Write("stops.py", "def f(x):\n    breakpoint()\n    x += 1\n    return x\n\nn = 5\nprint(f(n))\n");
        _pycoro.Write("fails.py", "import pdb\ndef f(values):\n    return values[2]\ntry:\n    f([1])\nexcept IndexError:\n    pdb.post_mortem()\n");
        var mine = Normal(_pycoro.RunWithInput(input, ["--stdlib", UsesOfAnInstalledLibrary.Library!, .. arguments]));
        using var python = UsesOfAnInstalledLibrary.StartPython(_pycoro.Folder, arguments);
        python.StandardInput.Write(input);
        mine.ShouldBe(Normal(CommandLine.End(python)));
    }

    [Fact]
    public void ExecReplacesTheProcess()
    {
        var outcome = _pycoro.Run("-c", """
            import os
            os.execlpe('sh', 'sh', '-c', 'echo $0 $NAME; exit 3', 'zero', {'NAME': 'value', 'PATH': os.defpath})
            """);
        (outcome.Output, outcome.Status).ShouldBe(("zero value\n", 3));
    }

    // The banner of the interactive interpreter names the version and the build.
    private static Outcome Normal(Outcome outcome) =>
        outcome with { Errors = string.Join('\n', outcome.Errors.Split('\n').Where(line => !line.StartsWith("Python 3.11", StringComparison.Ordinal) && !line.StartsWith("asyncio REPL", StringComparison.Ordinal) && !line.StartsWith("[GCC", StringComparison.Ordinal))) };
}
