using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Importlib;

/// <summary>What the import system would do with a name, for importlib.</summary>
[PyModule("_imp", Types =
[
    typeof(PyBuiltinImporter), typeof(PyFrozenImporter), typeof(PyPathFinder), typeof(PyFileFinder), typeof(PySourceFileLoader),
    typeof(PyNamespaceLoader), typeof(PyModuleSpec),
])]
internal static partial class ImportModule
{
    /// <summary>Asks the finders of sys.meta_path; a spec or None.</summary>
    [PyFunction("_find_spec", Signature = "name, path=None, target=None, /")]
    private static Value FindSpec(VmThread thread, string name, Value path, Value target) =>
        Importing.FindSpec(thread, name, path.IsNone ? Value.Unbound : path);

    /// <summary>Create a module based on the provided spec.</summary>
    [PyFunction("_module_from_spec", Signature = "spec")]
    private static Value ModuleFromSpec(VmThread thread, PyModuleSpec spec) => SpecLoading.MakeModule(thread, spec);

    /// <summary>Load the module of a spec as an import does.</summary>
    [PyFunction("_load", Signature = "spec")]
    private static Value Load(VmThread thread, PyModuleSpec spec) => SpecLoading.Load(thread, spec);

    /// <summary>Set what the import system sets in a module that is about to run again.</summary>
    [PyFunction("_init_module_attrs", Signature = "spec, module, *, override=False")]
    private static Value InitializeAttributes(VmThread thread, PyModuleSpec spec, Value module, bool overwrite) =>
        SpecLoading.InitializeAttributes(thread, module, spec, overwrite);

    /// <summary>Returns True if the module name corresponds to a built-in module.</summary>
    [PyFunction("is_builtin", Signature = "name, /")]
    private static int IsBuiltin(VmThread thread, string name) =>
        name is "sys" or "builtins" || thread.Interpreter.Options.Library.FindNative(name) is not null ? 1 : 0;

    /// <summary>Returns True if the module name corresponds to a frozen module.</summary>
    [PyFunction("is_frozen", Signature = "name, /")]
    private static bool IsFrozen(VmThread thread, string name) => thread.Interpreter.Options.Library.FindCode(name, out _) is not null;

    /// <summary>Whether modules in files come before frozen ones: PyCoro's frozen modules are its library and always come first.</summary>
    [PyFunction("_override_frozen_modules_for_tests", Signature = "override, /")]
    private static Value OverrideFrozenModules(int @override) => Value.None;

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

}
