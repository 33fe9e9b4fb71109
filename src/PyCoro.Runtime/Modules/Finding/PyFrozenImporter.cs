using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Meta path import for frozen modules: those of the library that are written in Python.
///
/// All methods are either class or static methods to avoid the need to
/// instantiate the class.</summary>
[PyType("FrozenImporter", Module = "_frozen_importlib")]
internal sealed partial class PyFrozenImporter : PyObject
{
    internal PyFrozenImporter() : base(TypeObject.RootShape) { }

    internal static CodeObject? Find(VmThread thread, string name, out bool isPackage)
    {
        isPackage = false;
        return thread.Interpreter.Options.Library?.FindCode(name, out isPackage);
    }

    internal static PyModuleSpec MakeSpec(VmThread thread, string name, CodeObject code, bool isPackage) => new(name, TypeObject, code.FileName)
    {
        Locations = isPackage ? LibraryPath(thread, name) : Value.None,
        HasLocation = true,
    };

    /// <summary>The spec of a frozen module; None for others.</summary>
    [PyStaticMethod("find_spec", Signature = "fullname, path=None, target=None")]
    private static Value FindSpec(VmThread thread, string fullname, Value path, Value target) =>
        Find(thread, fullname, out var isPackage) is { } code ? MakeSpec(thread, fullname, code, isPackage) : Value.None;

    /// <summary>Find the loader of a module. Deprecated in favor of find_spec().</summary>
    [PyStaticMethod("find_module", Signature = "fullname, path=None")]
    private static Value FindModule(VmThread thread, string fullname, Value path) =>
        OldProtocol.Deprecate(thread, "FrozenImporter.find_module()", "find_spec()") ? OldProtocol.LoaderIn(thread, FindSpec(thread, fullname, Value.None, Value.None)) : Value.Error;

    /// <summary>Return repr for the module. Deprecated: the import system does the job itself.</summary>
    [PyStaticMethod("module_repr", Signature = "module")]
    private static Value ModuleRepr(VmThread thread, Value module) => OldProtocol.Repr(thread, "FrozenImporter", module, "frozen");

    /// <summary>Use default semantics for module creation.</summary>
    [PyStaticMethod("create_module", Signature = "spec")]
    private static Value CreateModule(Value spec) => Value.None;

    /// <summary>Run the module's code in it.</summary>
    [PyStaticMethod("exec_module", Signature = "module")]
    private static Value ExecModule(VmThread thread, PyModule module)
    {
        var name = (module.Dict.GetStr(PyStr.Of("__spec__")).Ref as PyModuleSpec)?.Name ?? module.NameOrDefault;
        return Find(thread, name, out _) is { } code
            ? thread.Interpreter.Execute(thread, code, module.Dict, module.Dict) is { IsError: true } error ? error : Value.None
            : NotFrozen(thread, name);
    }

    /// <summary>Load a frozen module; the one that is loaded already, if it is.</summary>
    [PyStaticMethod("load_module", Signature = "fullname")]
    private static Value LoadModule(VmThread thread, string fullname) =>
        Find(thread, fullname, out _) is null ? NotFrozen(thread, fullname) : Importing.Import(thread, fullname);

    /// <summary>Return the code object for the frozen module.</summary>
    [PyStaticMethod("get_code", Signature = "fullname")]
    private static Value GetCode(VmThread thread, string fullname) =>
        Find(thread, fullname, out _) is { } code ? new PyCode(thread.Interpreter, code) : NotFrozen(thread, fullname);

    /// <summary>Return None as frozen modules do not have source code.</summary>
    [PyStaticMethod("get_source", Signature = "fullname")]
    private static Value GetSource(VmThread thread, string fullname) => Find(thread, fullname, out _) is null ? NotFrozen(thread, fullname) : Value.None;

    /// <summary>Return True if the frozen module is a package.</summary>
    [PyStaticMethod("is_package", Signature = "fullname")]
    private static Value IsPackage(VmThread thread, string fullname) =>
        Find(thread, fullname, out var isPackage) is null ? NotFrozen(thread, fullname) : isPackage ? Value.True : Value.False;

    private static Value NotFrozen(VmThread thread, string name) =>
        Importing.RaiseImportError(thread, ExceptionTypes.ImportError, $"'{name}' is not a frozen module", name);

    // A package of PyCoro's may lack a module that the package of the same name has in the installed library.
    private static PyList LibraryPath(VmThread thread, string name)
    {
        if (thread.Interpreter.Options.StandardLibrary is not { } library)
            return new PyList();
        var folder = Path.Combine(library, name.Replace('.', Path.DirectorySeparatorChar));
        return Directory.Exists(folder) ? new PyList([Value.Str(folder)]) : new PyList();
    }
}
