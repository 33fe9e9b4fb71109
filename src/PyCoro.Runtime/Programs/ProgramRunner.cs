// A program as CPython's main() runs it: where the source comes from decides sys.argv, sys.path[0] and what __main__ knows
// of itself; whatever happens afterwards is the same (ProgramEnd.cs).

using PyCoro.Compiler;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Programs;

/// <summary>Runs one program in an interpreter (using Python: Interface options). Every method returns the exit status.</summary>
/// <param name="made">The Interpreter. Another thread may still be making it: a script is read and compiled before it is needed,
/// which halves the time to the first instruction.</param>
/// <param name="programName">The command, for its own error messages.</param>
/// <param name="flags">The switches of the command line; the interpreter has the same.</param>
internal sealed class ProgramRunner(Lazy<Interpreter> made, string programName, PythonFlags flags)
{
    private const int CannotOpen = 2;
    private const string MainName = "__main__";

    // An archive ends with this record of 22 bytes, behind which a comment of 64 KB may stand.
    private const int LongestArchiveEnd = 22 + 0xffff;

    private ProgramEnd? _programEnd;

    private static ReadOnlySpan<byte> ArchiveEnd => "PK\x05\x06"u8;

    private Interpreter Interpreter => made.Value;

    private VmThread Thread => Interpreter.MainThread;

    private ProgramEnd End => _programEnd ??= new ProgramEnd(Interpreter);

    /// <summary>A script, bytecode, or a folder or archive with a module <c>__main__</c>.</summary>
    public int RunFile(string path, IReadOnlyList<string> arguments)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            return RunFolder(path, Path.TrimEndingDirectorySeparator(full), arguments);
        byte[] source;
        try
        {
            source = File.ReadAllBytes(full);
        }
        catch (Exception exception) when (FileProblem.IsOne(exception))
        {
            return Refuse($"can't open file '{full}': {FileProblem.Describe(full, exception)}", CannotOpen);
        }
        if (source.AsSpan(Math.Max(0, source.Length - LongestArchiveEnd)).IndexOf(ArchiveEnd) >= 0)
            return RunFolder(path, full, arguments);
        if (path.EndsWith(SourceFinder.BytecodeSuffix, StringComparison.Ordinal))
            return RunBytecode(path, full, arguments);
        var translation = SourceCompiler.Translate(source, full, flags.Optimize);
        SetArguments(path, arguments);
        InsertPath(Path.GetDirectoryName(ResolveLink(full)) ?? "/");
        var globals = MakeMain(full, Value.None, Value.None);
        return Run(globals, SourceCompiler.Finish(Thread, translation));
    }

    /// <summary><c>-c CODE</c>.</summary>
    public int RunCode(string code, IReadOnlyList<string> arguments)
    {
        SetArguments("-c", arguments);
        InsertPath("");
        var globals = MakeMain(null, Value.None, Value.None);
        return Run(globals, SourceCompiler.CompileText(Thread, code, SourceCompiler.DefaultOptions(Thread, "<string>", CompileMode.Exec)));
    }

    /// <summary>Standard input; <paramref name="name"/> is <c>-</c>, or empty when the command line says nothing.</summary>
    public int RunInput(string name, IReadOnlyList<string> arguments)
    {
        using var source = new MemoryStream();
        Interpreter.Options.Input?.CopyTo(source);
        SetArguments(name, arguments);
        InsertPath("");
        var globals = MakeMain("<stdin>", Value.None, Value.None);
        return Run(globals, SourceCompiler.CompileFile(Thread, source.ToArray(), "<stdin>"));
    }

    /// <summary><c>-m MODULE</c>: a module, or the <c>__main__</c> of a package (library reference: runpy).</summary>
    public int RunModule(string name, IReadOnlyList<string> arguments)
    {
        SetArguments("-m", arguments);
        InsertPath(Environment.CurrentDirectory);
        var found = new MainModuleFinder(Thread).Find(name);
        if (found.Problem is { } problem)
            return Refuse(problem, ExitStatusOf.Failure);
        if (found.Failed)
            return End.Finish(Value.Error);
        if (found.File.Length > 0)
            SetArguments(found.File, arguments);
        var package = found.Name.LastIndexOf('.') is var dot and >= 0 ? found.Name[..dot] : "";
        var globals = MakeMain(found.File, Value.Str(package), found.Spec is { } spec ? spec : Value.None);
        return Run(globals, found.Load(Thread));
    }

    private int RunFolder(string path, string full, IReadOnlyList<string> arguments)
    {
        SetArguments(path, arguments);
        InsertPath(full, always: true);
        var found = PathSearch.Find(Thread, MainName, PyTuple.Of(Value.Str(full)));
        if (found.IsError)
            return End.Finish(found);
        if (found.Ref is not PyModuleSpec { HasLocation: true } spec)
            return Refuse($"can't find '{MainName}' module in '{full}'", ExitStatusOf.Failure);
        var globals = MakeMain((spec.Origin.Ref as PyStr)?.Text, Value.Str(""), spec);
        return Run(globals, MainModuleFinder.LoadCode(Thread, spec));
    }

    private int RunBytecode(string path, string full, IReadOnlyList<string> arguments)
    {
        SetArguments(path, arguments);
        InsertPath(Path.GetDirectoryName(ResolveLink(full)) ?? "/");
        var loader = new PySourcelessFileLoader(MainName, full);
        var globals = MakeMain(full, Value.None, Value.None);
        globals.SetStr(Interpreter.Intern("__loader__"), loader);
        return Run(globals, MainModuleFinder.LoadCode(Thread, PyModuleSpec.OfFile(MainName, full, false, loader)));
    }

    private int Run(PyDict globals, PyCode? code)
    {
        try
        {
            return End.Finish(code is null ? Value.Error : Interpreter.Execute(Thread, code, globals, globals, null));
        }
        catch (DeadlockException)
        {
            End.Abandon();
            throw;
        }
    }

    private int Refuse(string problem, int status)
    {
        Interpreter.WriteError(Thread, $"{programName}: {problem}\n");
        End.Finish(Value.None);
        return status;
    }

    private void SetArguments(string first, IReadOnlyList<string> rest)
    {
        var all = new PyList();
        all.Append(Value.Str(first));
        foreach (var argument in rest)
            all.Append(Value.Str(argument));
        Interpreter.Sys.Dict.SetStr(Interpreter.Intern("argv"), all);
    }

    // What is run itself is searched in any case; the folder of a script only when that is thought safe.
    private void InsertPath(string folder, bool always = false)
    {
        var key = Interpreter.Intern("path");
        var all = new PyList();
        if (always || !flags.SafePath)
            all.Append(Value.Str(folder));
        foreach (var other in flags.Path)
            all.Append(Value.Str(other));
        if (Interpreter.Sys.Dict.GetStr(key).Ref is PyList others)
        {
            foreach (var other in others.Span)
                all.Append(other);
        }
        Interpreter.Sys.Dict.SetStr(key, all);
    }

    private PyDict MakeMain(string? file, Value package, Value spec)
    {
        // The module works the options of the command line into the filters, and complains of wrong ones.
        if (flags.Warnings.Count > 0 && Importing.Import(Thread, "warnings").IsError)
            Thread.Pending = null;
        var main = new PyModule("__main__");
        Set("__package__", package);
        Set("__spec__", spec);
        Set("__loader__", spec.Ref is PyModuleSpec known ? known.Loader
            : file is null ? PyBuiltinImporter.TypeObject : new PySourceFileLoader("__main__", file));
        Set("__annotations__", new PyDict());
        Set("__builtins__", Interpreter.Builtins);
        if (file is not null)
        {
            Set("__file__", Value.Str(file));
            Set("__cached__", spec.Ref is PyModuleSpec { Cached: var cached } ? cached : Value.None);
        }
        Interpreter.Modules.SetStr(Interpreter.Intern("__main__"), main);
        return main.Dict;

        void Set(string name, Value value) => main.Dict.SetStr(Interpreter.Intern(name), value);
    }

    // sys.path[0] is where the script lies, not where a link to it does.
    private static string ResolveLink(string file) =>
        File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;
}
