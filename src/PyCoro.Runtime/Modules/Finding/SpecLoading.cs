// From a spec to a module (language reference, The import system, Loading). What PyCoro's own finders found is loaded
// directly; other loaders are asked as the protocol says.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

internal static class SpecLoading
{
    // Where loaders are written in Python.
    private static readonly HashSet<string> OwnFiles = ["<frozen importlib._loaders>", "<frozen importlib._bytecode>", "<frozen zipimport>"];

    private static readonly PyStr CachedKey = PyStr.Constant("__cached__");
    private static readonly PyStr CreateKey = PyStr.Constant("create_module");
    private static readonly PyStr ExecKey = PyStr.Constant("exec_module");
    private static readonly PyStr FileKey = PyStr.Constant("__file__");
    private static readonly PyStr InitializingKey = PyStr.Constant("_initializing");
    private static readonly PyStr LoaderKey = PyStr.Constant("__loader__");
    private static readonly PyStr LoadModuleKey = PyStr.Constant("load_module");
    private static readonly PyStr NameKey = PyStr.Constant("__name__");
    private static readonly PyStr PackageKey = PyStr.Constant("__package__");
    private static readonly PyStr PathKey = PyStr.Constant("__path__");
    private static readonly PyStr SpecKey = PyStr.Constant("__spec__");

    /// <summary>Makes the module of a spec, enters it into sys.modules and runs it; the module or Error.</summary>
    internal static Value Load(VmThread thread, PyModuleSpec spec)
    {
        var interpreter = thread.Interpreter;
        var loader = spec.Loader;
        if (loader.Ref == PyBuiltinImporter.TypeObject)
            return Importing.LoadNative(thread, spec.Name);
        Func<PyCode?>? code = loader.Ref switch
        {
            PySourceFileLoader { IsExact: true } source when !PySourceFileLoader.KeepsBytecode(thread) => () => CompileFile(thread, source.File),
            PyType type when type == PyFrozenImporter.TypeObject =>
                () => PyFrozenImporter.Find(thread, spec.Name, out _) is { } found ? new PyCode(interpreter, found) : null,
            _ => null,
        };
        if (code is null && !loader.IsNone && !HasExec(thread, loader, out var failed))
            return failed ? Value.Error : LoadByOldProtocol(thread, spec, loader);
        PyCode? compiled = null;
        if (code is not null && (compiled = code()) is null)
            return Value.Error;
        Value module = Value.None;
        if (compiled is not null)
        {
            module = new PyModule(spec.Name);
            if (InitializeAttributes(thread, module, spec, overwrite: true).IsError)
                return Value.Error;
        }
        else if ((module = MakeModule(thread, spec)).IsError)
        {
            return module;
        }
        var key = interpreter.Intern(spec.Name);
        interpreter.Modules.SetStr(key, module);
        spec.IsInitializing = true;
        var result = compiled is not null && module.Ref is PyModule own ? interpreter.Execute(thread, compiled, own.Dict, own.Dict, null)
            : !loader.IsNone ? thread.CallMethod(loader, ExecKey, module)
            : spec.Locations.IsNone ? Importing.RaiseImportError(thread, ExceptionTypes.ImportError, "missing loader", spec.Name)
            : Value.None;
        spec.IsInitializing = false;
        if (result.IsError)
        {
            HideOwnFrames(thread);
            interpreter.Modules.RemoveStr(key);
            return result;
        }
        if (interpreter.Options.Flags.Verbose > 0)
            interpreter.WriteError(thread, $"import '{spec.Name}' # {Texts.Repr(thread, loader)?.Text}\n");
        // A module may replace itself in sys.modules.
        var final = interpreter.Modules.GetStr(key);
        return final.IsUnbound ? thread.Raise(ExceptionTypes.KeyError, Value.Str(spec.Name)) : final;
    }

    // Tracebacks begin in the module or in a loader of the program; how the library got there is of no interest.
    private static void HideOwnFrames(VmThread thread)
    {
        if (thread.Pending is not { } exception)
            return;
        while (exception.Traceback is { } entry && OwnFiles.Contains(entry.Frame.Code.Source.FileName))
            exception.Traceback = entry.Next;
    }

    /// <summary><c>importlib.util.module_from_spec(spec)</c>.</summary>
    internal static Value MakeModule(VmThread thread, PyModuleSpec spec)
    {
        var module = Value.None;
        if (!spec.Loader.IsNone)
        {
            var create = Attributes.TryGet(thread, spec.Loader, CreateKey);
            if (create.IsError)
                return create;
            if (!create.IsUnbound)
                module = thread.Call(create, spec);
            else if (HasExec(thread, spec.Loader, out var failed) || failed)
                return failed ? Value.Error : thread.Raise(ExceptionTypes.ImportError, "loaders that define exec_module() must also define create_module()");
            if (module.IsError)
                return module;
        }
        if (module.IsNone)
            module = new PyModule(spec.Name);
        return InitializeAttributes(thread, module, spec, overwrite: false) is { IsError: true } error ? error : module;
    }

    /// <summary>Sets <c>__name__</c> and the others that the import system gives; those that are there stay unless
    /// <paramref name="overwrite"/> says otherwise.</summary>
    internal static Value InitializeAttributes(VmThread thread, Value module, PyModuleSpec spec, bool overwrite)
    {
        var loader = spec.Loader;
        if (loader.IsNone && !spec.Locations.IsNone)
            loader = new PyNamespaceLoader(spec.Locations);
        Span<(PyStr Key, Value Value)> all =
        [
            (NameKey, Value.Str(spec.Name)),
            (LoaderKey, loader),
            (PackageKey, Value.Str(spec.Parent)),
            (SpecKey, spec),
            (PathKey, spec.Locations.IsNone ? Value.Unbound : spec.Locations),
            // A namespace package says that it has no file; other modules without one say nothing.
            (FileKey, spec.HasLocation ? spec.Origin : loader.Ref is PyNamespaceLoader ? Value.None : Value.Unbound),
            (CachedKey, spec.HasLocation && spec.Cached is { IsNone: false } cached ? cached : Value.Unbound),
        ];
        foreach (var (key, value) in all)
        {
            if (value.IsUnbound)
                continue;
            if (module.Ref is PyModule { IsExact: true } own)
            {
                if (overwrite || key == NameKey || key == SpecKey || own.Dict.GetStr(key) is { IsUnbound: true } or { IsNone: true })
                    own.Dict.SetStr(key, value);
                continue;
            }
            if (!overwrite && key != SpecKey)
            {
                var known = Attributes.TryGet(thread, module, key);
                if (known.IsError)
                    return known;
                if (!known.IsUnbound && !known.IsNone)
                    continue;
            }
            // An object that refuses an attribute goes without it.
            if (Attributes.Set(thread, module, key, value).IsError && !thread.ClearPending(ExceptionTypes.AttributeError))
                return Value.Error;
        }
        return Value.None;
    }

    /// <summary>Is the module whose spec this is still running its code?</summary>
    internal static bool IsInitializing(VmThread thread, Value spec) =>
        spec.Ref is PyModuleSpec { IsExact: true } own ? own.IsInitializing
            : !spec.IsSentinel && !spec.IsNone && Attributes.TryGet(thread, spec, InitializingKey) is { IsError: false, IsTrue: true };

    private static bool HasExec(VmThread thread, Value loader, out bool failed)
    {
        var exec = Attributes.TryGet(thread, loader, ExecKey);
        failed = exec.IsError;
        return !exec.IsSentinel;
    }

    private static Value LoadByOldProtocol(VmThread thread, PyModuleSpec spec, Value loader)
    {
        if (!Warnings.Issue(thread, ExceptionTypes.ImportWarning, $"{loader.Type.Name}.exec_module() not found; falling back to load_module()"))
            return Value.Error;
        var made = thread.CallMethod(loader, LoadModuleKey, Value.Str(spec.Name));
        if (made.IsError)
        {
            thread.Interpreter.Modules.RemoveStr(thread.Interpreter.Intern(spec.Name));
            return made;
        }
        var module = thread.Interpreter.Modules.GetStr(thread.Interpreter.Intern(spec.Name));
        if (module.IsUnbound)
            return thread.Raise(ExceptionTypes.KeyError, Value.Str(spec.Name));
        return InitializeAttributes(thread, module, spec, overwrite: false) is { IsError: true } error ? error : module;
    }

    private static PyCode? CompileFile(VmThread thread, string file) =>
        PyFileLoader.ReadFile(thread, file) is { } bytes ? SourceCompiler.CompileFile(thread, bytes, file) : null;
}
