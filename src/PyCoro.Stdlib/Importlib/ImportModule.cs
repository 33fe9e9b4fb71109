using System.Buffers.Binary;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Importlib;

/// <summary>What the import system would do with a name, for importlib.</summary>
[PyModule("_imp", Types =
[
    typeof(PyBuiltinImporter), typeof(PyFrozenImporter), typeof(PyPathFinder), typeof(PyFileFinder), typeof(PySourceFileLoader),
    typeof(PySourcelessFileLoader), typeof(PyNamespaceLoader), typeof(PyModuleSpec),
])]
internal static partial class ImportModule
{
    [PyConstant("check_hash_based_pycs")] private const string CheckHashBasedFiles = "default";

    /// <summary>What bytecode files begin with: it tells the layout of stored code.</summary>
    [PyFunction("_magic_number")]
    private static Value MagicNumber()
    {
        var stamp = CodeWriter.FormatStamp;
        return new PyBytes([(byte)stamp, (byte)(stamp >> 8), (byte)'\r', (byte)'\n']);
    }

    /// <summary>The hash of source that hash-based bytecode files have.</summary>
    [PyFunction("source_hash", Signature = "key, source")]
    private static Value SourceHash(VmThread thread, long key, Value source)
    {
        if (!Buffers.Require(thread, source, out var bytes))
            return Value.Error;
        var hash = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(hash, TextHash.Keyed((ulong)key, 0, bytes));
        return new PyBytes(hash);
    }

    /// <summary>Source as text: its encoding is declared in it, line ends become newlines.</summary>
    [PyFunction("_decode_source")]
    private static Value DecodeSource(VmThread thread, Value source)
    {
        if (!Buffers.Require(thread, source, out var bytes))
            return Value.Error;
        return SourceCompiler.Decode(thread, bytes, "<string>") is { } text ? Value.Str(text) : Value.Error;
    }

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

    /// <summary>Returns True if the module name is of a frozen package.</summary>
    [PyFunction("is_frozen_package", Signature = "name, /")]
    private static Value IsFrozenPackage(VmThread thread, string name) =>
        thread.Interpreter.Options.Library.FindCode(name, out var isPackage) is not null ? Value.Bool(isPackage) : NotFrozen(thread, name);

    /// <summary>Returns the list of available frozen modules.</summary>
    [PyFunction("_frozen_module_names")]
    private static Value FrozenModuleNames(VmThread thread) => new PyList(ValueArrays.OfTexts([.. thread.Interpreter.Options.Library.CodeNames]));

    /// <summary>Create a code object for a frozen module.</summary>
    [PyFunction("get_frozen_object", Signature = "name, data=None, /")]
    private static Value FrozenCode(VmThread thread, string name, Value data) =>
        thread.Interpreter.Options.Library.FindCode(name, out _) is { } code ? new PyCode(thread.Interpreter, code) : NotFrozen(thread, name);

    /// <summary>Initializes a frozen module.</summary>
    [PyFunction("init_frozen", Signature = "name, /")]
    private static Value InitializeFrozen(VmThread thread, string name) =>
        thread.Interpreter.Options.Library.FindCode(name, out _) is not null ? Importing.Import(thread, name) : Value.None;

    /// <summary>Changes code.co_filename to specify the passed-in file path: of a copy, which is returned.</summary>
    [PyFunction("_fix_co_filename", Signature = "code, path, /")]
    private static Value FixFileName(VmThread thread, PyCode code, string path) =>
        thread.Raise(ExceptionTypes.NotImplementedError, "_imp._fix_co_filename is not implemented: code objects do not change");

    private static Value NotFrozen(VmThread thread, string name) =>
        Importing.RaiseImportError(thread, ExceptionTypes.ImportError, $"No such frozen object named {name}", name);

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
