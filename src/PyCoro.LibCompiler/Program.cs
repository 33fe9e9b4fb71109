// PyCoro.LibCompiler LIB OUTPUT: compiles every module below the folder LIB to a file of the same relative path below OUTPUT.
// A module that does not compile fails the build, with the line as compilers report it.

using PyCoro.Compiler;
using PyCoro.Compiler.Bytecode;
using PyCoro.Syntax;

var (library, output) = (Path.GetFullPath(args[0]), args[1]);
var failed = false;
foreach (var file in Directory.EnumerateFiles(library, "*.py", SearchOption.AllDirectories))
{
    var relative = Path.GetRelativePath(library, file).Replace('\\', '/');
    var module = relative[..^".py".Length].Replace('/', '.');
    if (module.EndsWith(".__init__", StringComparison.Ordinal))
        module = module[..^".__init__".Length];
    var target = Path.Combine(output, relative + "c");
    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
    try
    {
        var name = $"<frozen {module}>";
        var parsed = PythonSource.Parse(PythonSource.Decode(File.ReadAllBytes(file), name), ParseMode.File);
        var compiled = PythonCompiler.Compile(parsed.Module, new CompileOptions(name, CompileMode.Exec, Source: parsed.Source));
        File.WriteAllBytes(target, CodeWriter.Write(compiled.Code));
    }
    catch (PythonSyntaxException error)
    {
        Console.Error.WriteLine($"{file}({error.Line},{error.Offset}): error PYCORO: {error.Message}");
        failed = true;
    }
}
return failed ? 1 : 0;
