using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Meta path import for built-in modules.
///
/// All methods are either class or static methods to avoid the need to
/// instantiate the class.</summary>
[PyType("BuiltinImporter", Module = "_frozen_importlib")]
internal sealed partial class PyBuiltinImporter : PyObject
{
    internal PyBuiltinImporter() : base(TypeObject.RootShape) { }

    internal static bool Knows(VmThread thread, string name) =>
        name is "sys" or "builtins" || thread.Interpreter.Options.Library?.FindNative(name) is not null;

    /// <summary>The spec of a built-in module; None for others.</summary>
    [PyStaticMethod("find_spec", Signature = "fullname, path=None, target=None")]
    private static Value FindSpec(VmThread thread, string fullname, Value path, Value target) =>
        Knows(thread, fullname) ? new PyModuleSpec(fullname, TypeObject, "built-in") : Value.None;

    /// <summary>Find the loader of a module. Deprecated in favor of find_spec().</summary>
    [PyStaticMethod("find_module", Signature = "fullname, path=None")]
    private static Value FindModule(VmThread thread, string fullname, Value path) =>
        OldProtocol.Deprecate(thread, "BuiltinImporter.find_module()", "find_spec()") ? OldProtocol.LoaderIn(thread, FindSpec(thread, fullname, Value.None, Value.None)) : Value.Error;

    /// <summary>Return repr for the module. Deprecated: the import system does the job itself.</summary>
    [PyStaticMethod("module_repr", Signature = "module")]
    private static Value ModuleRepr(VmThread thread, Value module) => OldProtocol.Repr(thread, "BuiltinImporter", module, "built-in");

    /// <summary>Create a built-in module</summary>
    [PyStaticMethod("create_module", Signature = "spec")]
    private static Value CreateModule(VmThread thread, PyModuleSpec spec)
    {
        var modules = thread.Interpreter.Modules;
        var key = thread.Interpreter.Intern(spec.Name);
        var known = modules.GetStr(key);
        if (known.Ref is PyModule)
            return known;
        var made = Importing.LoadNative(thread, spec.Name);
        if (made.IsUnbound)
            return NotBuiltIn(thread, spec.Name);
        // Who asked for it enters it into sys.modules, or leaves there what he has put in its place.
        if (known.IsUnbound)
            modules.RemoveStr(key);
        else
            modules.SetStr(key, known);
        return made;
    }

    /// <summary>Exec a built-in module</summary>
    [PyStaticMethod("exec_module", Signature = "module")]
    private static Value ExecModule(Value module) => Value.None;

    /// <summary>Load the module; the one that is loaded already, if it is.</summary>
    [PyStaticMethod("load_module", Signature = "fullname")]
    private static Value LoadModule(VmThread thread, string fullname) =>
        Knows(thread, fullname) ? Importing.Import(thread, fullname) : NotBuiltIn(thread, fullname);

    /// <summary>Return None as built-in modules do not have code objects.</summary>
    [PyStaticMethod("get_code", Signature = "fullname")]
    private static Value GetCode(VmThread thread, string fullname) => Knows(thread, fullname) ? Value.None : NotBuiltIn(thread, fullname);

    /// <summary>Return None as built-in modules do not have source code.</summary>
    [PyStaticMethod("get_source", Signature = "fullname")]
    private static Value GetSource(VmThread thread, string fullname) => Knows(thread, fullname) ? Value.None : NotBuiltIn(thread, fullname);

    /// <summary>Return False as built-in modules are never packages.</summary>
    [PyStaticMethod("is_package", Signature = "fullname")]
    private static Value IsPackage(VmThread thread, string fullname) => Knows(thread, fullname) ? Value.False : NotBuiltIn(thread, fullname);

    private static Value NotBuiltIn(VmThread thread, string name) =>
        Importing.RaiseImportError(thread, ExceptionTypes.ImportError, $"'{name}' is not a built-in module", name);
}
