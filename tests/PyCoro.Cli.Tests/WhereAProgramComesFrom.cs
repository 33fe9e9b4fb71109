using System.IO.Compression;

namespace PyCoro.Cli.Tests;

/// <summary>Files, code, modules, standard input: what <c>sys</c> and <c>__main__</c> say, and what happens when nothing is there.</summary>
public sealed class WhereAProgramComesFrom : IDisposable
{
    private const string Show = "import sys; print(sys.argv, repr(sys.path[0]), __name__, globals().get('__file__'))\n";

    private readonly CommandLine _command = new();

    public void Dispose() => _command.Dispose();

    [Theory]
    [InlineData]
    [InlineData("run")]
    public void FileWithArguments(params string[] before)
    {
        _command.Write("sub/x.py", Show);
        var outcome = _command.Run([.. before, "sub/x.py", "-c", "--help", "a b"]);
        outcome.ShouldBe(new Outcome(
            $"['sub/x.py', '-c', '--help', 'a b'] '{_command.Folder}/sub' __main__ {_command.Folder}/sub/x.py\n", "", 0));
    }

    [Fact]
    public void PathIsWhereALinkedScriptLies()
    {
        _command.Write("real/x.py", Show);
        File.CreateSymbolicLink(Path.Combine(_command.Folder, "link.py"), "real/x.py");
        _command.Run("link.py").Output
            .ShouldBe($"['link.py'] '{_command.Folder}/real' __main__ {_command.Folder}/link.py\n");
    }

    [Fact]
    public void Code() => _command.Run("-c", Show, "-x", "y")
        .ShouldBe(new Outcome("['-c', '-x', 'y'] '' __main__ None\n", "", 0));

    [Fact]
    public void StandardInput() => _command.RunWithInput(Show, "-", "a")
        .ShouldBe(new Outcome("['-', 'a'] '' __main__ <stdin>\n", "", 0));

    [Fact]
    public void StandardInputWithoutArguments() => _command.RunWithInput(Show)
        .ShouldBe(new Outcome("[''] '' __main__ <stdin>\n", "", 0));

    [Fact]
    public void Module()
    {
        _command.Write("mod.py", Show + "print(__spec__.name, repr(__package__))\n");
        _command.Run("-m", "mod", "z").ShouldBe(new Outcome(
            $"['{_command.Folder}/mod.py', 'z'] '{_command.Folder}' __main__ {_command.Folder}/mod.py\nmod ''\n", "", 0));
    }

    [Fact]
    public void PackageAsModule()
    {
        _command.Write("pack/__init__.py", "print('package')\n");
        _command.Write("pack/part.py", "name = 'part'\n");
        _command.Write("pack/__main__.py", "from .part import name\nprint(name, __name__, __package__, __spec__.name)\n");
        _command.Run("-m", "pack").ShouldBe(new Outcome("package\npart __main__ pack pack.__main__\n", "", 0));
    }

    [Fact]
    public void FolderWithMain()
    {
        _command.Write("app/__main__.py", Show);
        _command.Run("app", "x").ShouldBe(new Outcome(
            $"['app', 'x'] '{_command.Folder}/app' __main__ {_command.Folder}/app/__main__.py\n", "", 0));
        _command.Write("app/__main__.py", "import sys; print(sys.path[0], __cached__ == __spec__.cached)\n");
        _command.Run("-I", "app").Output.ShouldBe($"{_command.Folder}/app True\n");
    }

    [Fact]
    public void ArchiveWithMain()
    {
        _command.Write("app/__main__.py", "import part\n" + Show);
        _command.Write("app/part.py", "print('part of', __file__)\n");
        ZipFile.CreateFromDirectory(Path.Combine(_command.Folder, "app"), Path.Combine(_command.Folder, "app.pyz"));
        _command.Run("app.pyz", "x").ShouldBe(new Outcome(
            $"part of {_command.Folder}/app.pyz/part.py\n['app.pyz', 'x'] '{_command.Folder}/app.pyz' __main__ {_command.Folder}/app.pyz/__main__.py\n",
            "", 0));
    }

    [Fact]
    public void BytecodeAlone()
    {
        _command.Write("x.py", Show);
        _command.Write("compile.py", "import sys\nsys.dont_write_bytecode = False\nimport x, os\nos.rename(x.__cached__, 'alone.pyc')\n");
        _command.Run("compile.py").Status.ShouldBe(0);
        _command.Run("alone.pyc", "y").ShouldBe(new Outcome($"['alone.pyc', 'y'] '{_command.Folder}' __main__ {_command.Folder}/alone.pyc\n", "", 0));
        _command.Write("wrong.pyc", "nonsense");
        _command.Run("wrong.pyc").Status.ShouldBe(1);
    }

    [Fact]
    public void MissingFile() => _command.Run("missing.py").ShouldBe(new Outcome(
        "", $"pycoro: can't open file '{_command.Folder}/missing.py': [Errno 2] No such file or directory\n", 2));

    [Fact]
    public void FolderWithoutMain()
    {
        Directory.CreateDirectory(Path.Combine(_command.Folder, "empty"));
        _command.Run("empty").ShouldBe(new Outcome(
            "", $"pycoro: can't find '__main__' module in '{_command.Folder}/empty'\n", 1));
    }

    [Theory]
    [InlineData("nosuch", "No module named nosuch")]
    [InlineData("nosuch.x", "Error while finding module specification for 'nosuch.x' (ModuleNotFoundError: No module named 'nosuch')")]
    [InlineData("pack", "No module named pack.__main__; 'pack' is a package and cannot be directly executed")]
    [InlineData("mod.x", "Error while finding module specification for 'mod.x' (ModuleNotFoundError: __path__ attribute not found on 'mod' while trying to find 'mod.x')")]
    public void MissingModule(string name, string problem)
    {
        _command.Write("pack/__init__.py", "");
        _command.Write("mod.py", "");
        _command.Run("-m", name).ShouldBe(new Outcome("", $"pycoro: {problem}\n", 1));
    }

    [Fact]
    public void FileThatIsNoUtf8()
    {
        var path = _command.Write("bad.py", [.. "x = '"u8, 0xFF, .. "'\n"u8]);
        _command.Run("bad.py").ShouldBe(new Outcome(
            "",
            $"SyntaxError: Non-UTF-8 code starting with '\\xff' in file {path} on line 1, but no encoding declared; "
            + "see https://peps.python.org/pep-0263/ for details\n",
            1));
    }

    [Fact]
    public void SyntaxErrorInCode() => _command.Run("-c", "x = (1,").ShouldBe(new Outcome(
        "", "  File \"<string>\", line 1\n    x = (1,\n        ^\nSyntaxError: '(' was never closed\n", 1));
}
