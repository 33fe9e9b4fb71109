// Modules that PyCoro does not have come from the library of an installed CPython 3.11, in place. What real uses of them
// print is compared with what python3 itself prints at the same time, so nothing is recorded here.

using System.Diagnostics;
using System.Text.RegularExpressions;
using Shouldly;

namespace PyCoro.Cli.Tests;

/// <summary>A theory that is skipped, and says so, where <c>python3</c> is no CPython 3.11.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OracleTheoryAttribute : TheoryAttribute
{
    public OracleTheoryAttribute()
    {
        if (UsesOfAnInstalledLibrary.Library is null)
            Skip = "there is no python3 of version 3.11 on this machine";
    }
}

public sealed partial class UsesOfAnInstalledLibrary : IDisposable
{
    private readonly CommandLine _pycoro = new();

    /// <summary>The library folder of the machine's Python 3.11; null when there is none.</summary>
    internal static string? Library { get; } = FindLibrary();

    public void Dispose() => _pycoro.Dispose();

    [OracleTheory]
    [InlineData("-m", "json.tool", "data.json")]
    [InlineData("-m", "json.tool", "--sort-keys", "--compact", "data.json")]
    [InlineData("-m", "tokenize", "double.py")]
    [InlineData("-m", "ast", "double.py")]
    [InlineData("-m", "calendar", "2026", "11")]
    [InlineData("-m", "timeit", "-n", "1", "-r", "1", "pass")]
    [InlineData("-m", "unittest", "-v", "test_double")]
    [InlineData("-m", "doctest", "-v", "double.py")]
    [InlineData("-c", "import this")]
    [InlineData("-c", """
        import difflib
        print('\n'.join(difflib.unified_diff('a b c'.split(), 'a x c'.split(), lineterm='')))
        print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach']))
        """)]
    [InlineData("-c", """
        from html.parser import HTMLParser
        class Printer(HTMLParser):
            def handle_starttag(self, tag, attrs): print('start', tag, attrs)
            def handle_data(self, data): print('data', repr(data))
        Printer().feed('<p class=x>Hi &amp; <b>bye</b></p><!-- c -->')
        """)]
    [InlineData("-c", """
        import configparser, sys
        config = configparser.ConfigParser()
        config.read_string('[a]\nx = 1\ny = %(x)s2\n[b]\nz: yes\n')
        print(config['a']['y'], config.getboolean('b', 'z'), config.sections())
        config.write(sys.stdout)
        """)]
    [InlineData("-c", """
        import sched
        scheduler = sched.scheduler(lambda: 0, lambda delay: None)
        for priority in 3, 1, 2: scheduler.enter(0, priority, print, (priority,))
        scheduler.run()
        """)]
    [InlineData("-c", """import shlex; print(shlex.split('a "b c" d\\ e #x', comments=True), shlex.quote("it's"), shlex.join(['a b', 'c']))""")]
    [InlineData("-c", "import fnmatch; print(fnmatch.filter(['a.py', 'b.txt', 'c.py'], '*.py'), fnmatch.translate('[!a]?.*'))")]
    [InlineData("-c", "import pprint; pprint.pprint({'k%d' % i: list(range(i * 3)) for i in range(8)}, width=50)")]
    [InlineData("-c", "import textwrap; print(textwrap.fill('The quick brown fox jumps over. ' * 3, 40, initial_indent='* ')); print(textwrap.dedent('   a\\n     b'))")]
    [InlineData("-c", """
        from _pydecimal import Decimal, getcontext
        getcontext().prec = 40
        print(Decimal(2).sqrt(), Decimal('1.1') + 2, Decimal(1) / 7, Decimal('-3.50').normalize())
        """)]
    [InlineData("-c", "from fractions import Fraction as F; print(F(1, 3) + F('0.25'), F(3.5), F(22, 7).limit_denominator(5), round(F(7, 2)))")]
    [InlineData("-c", "import statistics as s; print(s.mean([1, 2, 4]), s.median([5, 1, 3]), s.stdev([1, 2, 3, 4]), s.mode('aab'), s.quantiles(range(10)), s.NormalDist(0, 1).cdf(1))")]
    [InlineData("-c", "from string import Template; print(Template('$who likes ${what}, $$5').substitute(who='tim', what='tea'), Template('$x $y').safe_substitute(x=1))")]
    public void PrintWhatPythonPrints(params string[] arguments)
    {
        _pycoro.Write("data.json", """{"b": [1, 2.5, null], "a": "x"}""");
        _pycoro.Write("double.py", "def double(x):\n    \"\"\"\n    >>> double(1)\n    2\n    \"\"\"\n    return x * 2\n");
        _pycoro.Write("test_double.py", "import double, unittest\n\nclass Test(unittest.TestCase):\n    def test_one(self): self.assertEqual(double.double(1), 2)\n");
        var mine = _pycoro.Run(["--stdlib", Library!, .. arguments]);
        using var python = StartPython(_pycoro.Folder, arguments);
        var theirs = CommandLine.End(python);
        (WithoutTimes(mine.Output), WithoutTimes(mine.Errors), mine.Status).ShouldBe((WithoutTimes(theirs.Output), WithoutTimes(theirs.Errors), theirs.Status));
        theirs.Status.ShouldBe(0);
    }

    private static string WithoutTimes(string text) => Times().Replace(text, "N s");

    [GeneratedRegex(@"[0-9.]+ ?([num]?sec|s)\b")]
    private static partial Regex Times();

    internal static Process StartPython(string folder, params string[] arguments) => Process.Start(new ProcessStartInfo("python3", arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string? FindLibrary()
    {
        try
        {
            using var python = StartPython(".", "-c", "import sys, sysconfig; print(sysconfig.get_path('stdlib') if sys.version_info[:2] == (3, 11) else '', end='')");
            return CommandLine.End(python) is { Status: 0, Output.Length: > 0 } found ? found.Output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
