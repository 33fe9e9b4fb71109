using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Importlib;

/// <summary>What the import system would do with a name, for importlib.</summary>
[PyModule("_imp")]
internal static partial class ImportModule
{
    /// <summary>Where a module would come from: (kind, file, folders); None when it is nowhere.</summary>
    [PyFunction("_find", Signature = "name, path=None, /")]
    private static Value Find(VmThread thread, string name, Value path)
    {
        var library = thread.Interpreter.Options.Library;
        if (name is "sys" or "builtins" || library.FindNative(name) is not null)
            return Found("built-in", "", []);
        if (library.FindCode(name, out var isPackage) is { } code)
            return Found(isPackage ? "frozen package" : "frozen", code.FileName, []);
        return SourceFinder.Find(thread, name, path.IsNone ? Value.Unbound : path, out var location) switch
        {
            SourceKind.Missing => Value.None,
            SourceKind.Failed => Value.Error,
            SourceKind.Namespace => Found("namespace", "", location.Portions),
            SourceKind.Package => Found("package", location.File, [location.Directory]),
            _ => Found("module", location.File, []),
        };
    }

    /// <summary>The code of a module of the library that is written in Python.</summary>
    [PyFunction("_library_code", Signature = "name, /")]
    private static Value LibraryCode(VmThread thread, string name) =>
        thread.Interpreter.Options.Library.FindCode(name, out _) is { } code ? new PyCode(thread.Interpreter, code) : Value.None;

    /// <summary>Returns True if the module name corresponds to a built-in module.</summary>
    [PyFunction("is_builtin", Signature = "name, /")]
    private static int IsBuiltin(VmThread thread, string name) =>
        name is "sys" or "builtins" || thread.Interpreter.Options.Library.FindNative(name) is not null ? 1 : 0;

    /// <summary>Returns True if the module name corresponds to a frozen module.</summary>
    [PyFunction("is_frozen", Signature = "name, /")]
    private static bool IsFrozen(VmThread thread, string name) => thread.Interpreter.Options.Library.FindCode(name, out _) is not null;

    /// <summary>Returns the list of file suffixes used to identify extension modules.</summary>
    [PyFunction("extension_suffixes")]
    private static Value ExtensionSuffixes() => new PyList();

    /// <summary>Acquires the interpreter's import lock for the current thread.</summary>
    [PyFunction("acquire_lock")]
    [PyFunction("release_lock")]
    private static Value Lock() => Value.None;

    /// <summary>Return True if the import lock is currently held, else False.</summary>
    [PyFunction("lock_held")]
    private static bool LockHeld() => false;

    private static PyTuple Found(string kind, string file, List<string> folders) =>
        PyTuple.Of(Value.Str(kind), Value.Str(file), new PyList([.. folders.Select(Value.Str)]));
}
