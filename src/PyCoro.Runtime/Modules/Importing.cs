// The import system (language reference, The import system): names are resolved to modules of the library, native or in
// Python, and to files along sys.path or a package's __path__. There is no importlib machinery between, so tracebacks have
// none of its frames either, as CPython hides them.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

internal static class Importing
{
    private static readonly PyStr All = PyStr.Constant("__all__");
    private static readonly PyStr DictKey = PyStr.Constant("__dict__");
    private static readonly PyStr FindModuleKey = PyStr.Constant("find_module");
    private static readonly PyStr FindSpecKey = PyStr.Constant("find_spec");
    private static readonly PyStr FileKey = PyStr.Constant("__file__");
    private static readonly PyStr ImportKey = PyStr.Constant("__import__");
    private static readonly PyStr LoaderKey = PyStr.Constant("__loader__");
    private static readonly PyStr NameKey = PyStr.Constant("__name__");
    private static readonly PyStr PackageKey = PyStr.Constant("__package__");
    private static readonly PyStr ParentKey = PyStr.Constant("parent");
    private static readonly PyStr PathKey = PyStr.Constant("__path__");
    private static readonly PyStr SpecKey = PyStr.Constant("__spec__");

    /// <summary>IMPORT_NAME, through <c>builtins.__import__</c> when a program has replaced it.</summary>
    internal static Value ImportName(VmThread thread, Frame frame, PyStr name, Value fromList, Value level)
    {
        var hook = Variables.LoadBuiltin(thread, frame, ImportKey);
        if (hook.IsError)
            return hook;
        if (hook.IsUnbound)
            return thread.Raise(ExceptionTypes.ImportError, "__import__ not found");
        if (hook.Ref is PyBuiltinFunction { Method.Name: "__import__" })
            return Import(thread, name.Text, frame.Globals, fromList, level.TryGetInt64(out var number) ? (int)number : 0);
        var names = frame.Namespace.IsUnbound ? Value.None : frame.Namespace;
        return thread.Call(hook, [name, frame.Globals, names, fromList, level], null);
    }

    /// <summary><c>__import__</c>: the first package of the name, or with a from-list the module itself.</summary>
    internal static Value Import(VmThread thread, string name, PyDict? globals, Value fromList, int level)
    {
        if (level < 0)
            return thread.ValueError("level must be >= 0");
        var absolute = name;
        if (level > 0)
        {
            var resolved = ResolveRelative(thread, name, globals, level);
            if (resolved is null)
                return Value.Error;
            absolute = resolved;
        }
        else if (name.Length == 0)
        {
            return thread.ValueError("Empty module name");
        }
        var module = ImportAbsolute(thread, absolute);
        if (module.IsError)
            return module;
        if (!Truth.TryTest(thread, fromList, out var hasFromList))
            return Value.Error;
        if (hasFromList)
            return ImportSubmodules(thread, module, absolute, fromList);
        if (!name.Contains('.'))
            return module;
        var first = name[..name.IndexOf('.')];
        if (level == 0)
            return ImportAbsolute(thread, first);
        return ImportAbsolute(thread, absolute[..(absolute.Length - (name.Length - first.Length))]);
    }

    /// <summary><c>importlib.import_module(name)</c> with a full name.</summary>
    internal static Value Import(VmThread thread, string name) => ImportAbsolute(thread, name);

    /// <summary>IMPORT_FROM.</summary>
    internal static Value ImportFrom(VmThread thread, Value module, PyStr name)
    {
        var found = Attributes.TryGet(thread, module, name);
        if (!found.IsUnbound)
            return found;
        var moduleName = Attributes.TryGet(thread, module, NameKey).Ref as PyStr;
        if (moduleName is not null)
        {
            var submodule = thread.Interpreter.Modules.GetStr(PyStr.Of($"{moduleName.Text}.{name.Text}"));
            if (!submodule.IsUnbound)
                return submodule;
        }
        var shown = moduleName?.Text ?? "<unknown module name>";
        var file = Attributes.TryGet(thread, module, FileKey).Ref as PyStr;
        var spec = Attributes.TryGet(thread, module, SpecKey);
        if (spec.IsError)
            return spec;
        var circular = SpecLoading.IsInitializing(thread, spec);
        var text = circular
            ? $"cannot import name '{name.Text}' from partially initialized module '{shown}' (most likely due to a circular import) ({file?.Text ?? "unknown location"})"
            : $"cannot import name '{name.Text}' from '{shown}' ({file?.Text ?? "unknown location"})";
        return RaiseImportError(thread, ExceptionTypes.ImportError, text, shown, file);
    }

    /// <summary>IMPORT_STAR. None or Error.</summary>
    internal static Value ImportStar(VmThread thread, Frame frame, Value module)
    {
        var all = Attributes.TryGet(thread, module, All);
        if (all.IsError)
            return all;
        var skipPrivate = all.IsUnbound;
        if (all.IsUnbound)
        {
            var dict = Attributes.TryGet(thread, module, DictKey);
            if (dict.Ref is not PyDict names)
                return dict.IsError ? dict : thread.Raise(ExceptionTypes.ImportError, "from-import-* object has no __dict__ and no __all__");
            all = names.KeyList();
        }
        var items = Iteration.ToArray(thread, all);
        if (items is null)
            return Value.Error;
        foreach (var item in items)
        {
            if (item.Ref is not PyStr name)
            {
                var owner = (module.Ref as PyModule)?.NameOrDefault ?? "?";
                return thread.TypeError(skipPrivate
                    ? $"Key in {owner}.__dict__ must be str, not {item.Type.Name}"
                    : $"Item in {owner}.__all__ must be str, not {item.Type.Name}");
            }
            if (skipPrivate && name.Text.StartsWith('_'))
                continue;
            var value = Attributes.Get(thread, module, name);
            if (value.IsError || Variables.StoreName(thread, frame, name, value).IsError)
                return Value.Error;
        }
        return Value.None;
    }

    /// <summary><c>repr(module)</c>.</summary>
    internal static Value ReprModule(VmThread thread, PyModule module)
    {
        var spec = module.Dict.GetStr(SpecKey).Ref as PyModuleSpec;
        var name = Texts.Repr(thread, Value.Str(spec?.Name ?? module.NameOrDefault))?.Text;
        if (name is null)
            return Value.Error;
        var file = spec is null ? module.Dict.GetStr(FileKey) : spec.Origin;
        var loader = spec is null ? module.Dict.GetStr(LoaderKey) : spec.Loader;
        if (spec is null && !loader.IsSentinel && Attributes.TryGet(thread, loader, ModuleRepr) is { IsUnbound: false } own)
        {
            // Deprecated, and errors do not matter: there is another way to say it.
            var said = own.IsError ? own : thread.Call(own, module);
            if (!said.IsError)
                return said;
            if (!thread.ClearPending(ExceptionTypes.Exception))
                return said;
        }
        if (file.Ref is PyStr origin && (spec is null || spec.HasLocation))
            return Texts.Repr(thread, origin) is { } shown ? Value.Str($"<module {name} from {shown.Text}>") : Value.Error;
        if (spec is not null && file.Ref is PyStr place)
            return Value.Str($"<module {name} ({place.Text})>");
        if (loader.IsSentinel || loader.IsNone)
            return Value.Str($"<module {name}>");
        return Texts.Repr(thread, loader) is { } by ? Value.Str($"<module {name} ({by.Text})>") : Value.Error;
    }

    private static readonly PyStr ModuleRepr = PyStr.Constant("module_repr");

    private static bool RaiseImportEvent(VmThread thread, string name)
    {
        var interpreter = thread.Interpreter;
        return Auditing.Raise(
            thread, "import", Value.Str(name), Value.None, Setting("path"), Setting("meta_path"), Setting("path_hooks"));

        Value Setting(string key) => interpreter.GetSys(key) is { IsUnbound: false } value ? value : Value.None;
    }

    private static Value ImportAbsolute(VmThread thread, string name)
    {
        if (!thread.Interpreter.Loading.IsEmpty && !thread.Interpreter.Loading.Await(thread, name))
            return Value.Error;
        var known = thread.Interpreter.Modules.GetStr(thread.Interpreter.Intern(name));
        if (!known.IsUnbound)
        {
            return known.IsNone
                ? RaiseImportError(thread, ExceptionTypes.ModuleNotFoundError, $"import of {name} halted; None in sys.modules", name, null)
                : known;
        }
        var dot = name.LastIndexOf('.');
        Value parent = Value.Unbound;
        Value path = Value.Unbound;
        if (dot > 0)
        {
            parent = ImportAbsolute(thread, name[..dot]);
            if (parent.IsError)
                return parent;
            // Importing the parent may have imported this one.
            known = thread.Interpreter.Modules.GetStr(thread.Interpreter.Intern(name));
            if (!known.IsUnbound)
                return known;
            path = Attributes.TryGet(thread, parent, PathKey);
            if (path.IsError)
                return path;
            if (path.IsUnbound)
                return RaiseImportError(thread, ExceptionTypes.ModuleNotFoundError, $"No module named '{name}'; '{name[..dot]}' is not a package", name, null);
        }
        if (thread.Interpreter.Audit is not null && !RaiseImportEvent(thread, name))
            return Value.Error;
        thread.Interpreter.Loading.Begin(thread, name);
        // A name that ends with a dot has nothing behind it to look for.
        var module = dot >= 0 && dot == name.Length - 1 ? Value.Unbound : Load(thread, name, path);
        thread.Interpreter.Loading.End(thread, name);
        if (module.IsUnbound)
            return RaiseImportError(thread, ExceptionTypes.ModuleNotFoundError, $"No module named '{name}'", name, null);
        if (module.IsError || parent.IsUnbound)
            return module;
        var tail = name[(dot + 1)..];
        if (!Attributes.Set(thread, parent, PyStr.Of(tail), module).IsError)
            return module;
        // A module in sys.modules may be anything, and refuse attributes.
        return thread.ClearPending(ExceptionTypes.AttributeError)
            && Warnings.Issue(thread, ExceptionTypes.ImportWarning, $"Cannot set an attribute on '{name[..dot]}' for child module '{tail}'")
            ? module : Value.Error;
    }

    /// <summary>Says in a module that it is part of the interpreter.</summary>
    internal static void MarkBuiltIn(PyModule module, string name)
    {
        module.Dict.SetStr(SpecKey, new PyModuleSpec(name, PyBuiltinImporter.TypeObject, "built-in"));
        module.Dict.SetStr(LoaderKey, PyBuiltinImporter.TypeObject);
        module.Dict.SetStr(PackageKey, Value.Str(name.Contains('.') ? name[..name.LastIndexOf('.')] : ""));
    }

    /// <summary>Makes a native module; unbound when there is none of the name.</summary>
    internal static Value LoadNative(VmThread thread, string name)
    {
        if (thread.Interpreter.Options.Library?.FindNative(name) is not { } native)
            return Value.Unbound;
        var module = thread.Interpreter.MakeNative(thread, native);
        MarkBuiltIn(module, name);
        return module;
    }

    /// <summary>Asks the finders on <c>sys.meta_path</c>: the spec, None when no one knows the module.</summary>
    internal static Value FindSpec(VmThread thread, string name, Value path)
    {
        if (thread.Interpreter.GetSys("meta_path").Ref is not PyList finders)
            return thread.Raise(ExceptionTypes.ImportError, "sys.meta_path is None, Python is likely shutting down");
        if (finders.Count == 0 && !Warnings.Issue(thread, ExceptionTypes.ImportWarning, "sys.meta_path is empty"))
            return Value.Error;
        foreach (var finder in finders.Span.ToArray())
        {
            var spec = AskFinder(thread, finder, name, path);
            if (spec.IsError || !spec.IsNone)
                return spec;
        }
        return Value.None;
    }

    private static Value AskFinder(VmThread thread, Value finder, string name, Value path)
    {
        if (finder.Ref == PyBuiltinImporter.TypeObject)
            return PyBuiltinImporter.Knows(thread, name) ? new PyModuleSpec(name, finder, "built-in") : Value.None;
        if (finder.Ref == PyFrozenImporter.TypeObject)
            return PyFrozenImporter.Find(thread, name, out var isPackage) is { } code ? PyFrozenImporter.MakeSpec(thread, name, code, isPackage) : Value.None;
        if (finder.Ref == PyPathFinder.TypeObject)
            return PathSearch.Find(thread, name, path);
        var find = Attributes.TryGet(thread, finder, FindSpecKey);
        if (!find.IsUnbound)
            return find.IsError ? find : thread.Call(find, Value.Str(name), path.IsUnbound ? Value.None : path, Value.None);
        return Warnings.Issue(thread, ExceptionTypes.ImportWarning, $"{finder.Type.Name}.find_spec() not found; falling back to find_module()")
            ? AskOldFinder(thread, finder, name, path)
            : Value.Error;
    }

    // The protocol before PEP 451.
    private static Value AskOldFinder(VmThread thread, Value finder, string name, Value path)
    {
        var find = Attributes.TryGet(thread, finder, FindModuleKey);
        if (find.IsSentinel)
            return find.IsError ? find : Value.None;
        var loader = thread.Call(find, Value.Str(name), path.IsUnbound ? Value.None : path);
        return loader.IsError || loader.IsNone ? loader : OldProtocol.SpecOf(thread, name, loader);
    }

    private static Value Load(VmThread thread, string name, Value path)
    {
        var spec = FindSpec(thread, name, path);
        if (spec.IsError || spec.IsNone)
            return spec.IsError ? spec : Value.Unbound;
        return spec.Ref is PyModuleSpec found
            ? SpecLoading.Load(thread, found)
            : thread.TypeError($"find_spec() should return a ModuleSpec, not {spec.Type.Name}");
    }

    private static Value ImportSubmodules(VmThread thread, Value module, string name, Value fromList, bool isAll = false)
    {
        var path = Attributes.TryGet(thread, module, PathKey);
        if (path.IsSentinel)
            return path.IsError ? path : module;
        var items = Iteration.ToArray(thread, fromList);
        if (items is null)
            return Value.Error;
        foreach (var item in items)
        {
            if (item.Ref is not PyStr attribute)
                return thread.TypeError($"Item in {(isAll ? $"{name}.__all__" : "``from list''")} must be str, not {item.Type.Name}");
            if (attribute.Text == "*")
            {
                if (isAll)
                    continue;
                var all = Attributes.TryGet(thread, module, All);
                if (all.IsError || (!all.IsUnbound && ImportSubmodules(thread, module, name, all, isAll: true).IsError))
                    return Value.Error;
                continue;
            }
            var existing = Attributes.TryGet(thread, module, attribute);
            if (existing.IsError)
                return existing;
            if (!existing.IsUnbound)
                continue;
            var full = $"{name}.{attribute.Text}";
            var imported = ImportAbsolute(thread, full);
            if (!imported.IsError)
                continue;
            // Not a submodule either: IMPORT_FROM will say so.
            if (thread.PendingIs(ExceptionTypes.ModuleNotFoundError) && thread.Pending!.Field(ExceptionFields.Name).Ref is PyStr missing && missing.Text == full
                && thread.Interpreter.Modules.GetStr(thread.Interpreter.Intern(full)).IsUnbound)
                thread.TakePending();
            else
                return imported;
        }
        return module;
    }

    private static string? ResolveRelative(VmThread thread, string name, PyDict? globals, int level)
    {
        if (globals is null)
        {
            thread.Raise(ExceptionTypes.KeyError, "'__name__' not in globals");
            return null;
        }
        if (PackageOf(thread, globals) is not { } package)
            return null;
        if (package.Length == 0)
        {
            thread.Raise(ExceptionTypes.ImportError, "attempted relative import with no known parent package");
            return null;
        }
        for (var i = 1; i < level; i++)
        {
            var dot = package.LastIndexOf('.');
            if (dot < 0)
            {
                thread.Raise(ExceptionTypes.ImportError, "attempted relative import beyond top-level package");
                return null;
            }
            package = package[..dot];
        }
        return name.Length == 0 ? package : $"{package}.{name}";
    }

    // What relative names are relative to: __package__, else what __spec__ says, else what can be told from __name__.
    private static string? PackageOf(VmThread thread, PyDict globals)
    {
        var package = globals.GetStr(PackageKey);
        var spec = globals.GetStr(SpecKey);
        var hasSpec = !spec.IsUnbound && !spec.IsNone;
        if (!package.IsUnbound && !package.IsNone)
        {
            if (package.Ref is not PyStr text)
                return Refuse("package must be a string");
            if (!hasSpec || spec.Ref is PyModuleSpec { IsExact: true } own && own.Parent == text.Text)
                return text.Text;
            var declared = Attributes.Get(thread, spec, ParentKey);
            if (declared.IsError || !Comparison.TryEquals(thread, package, declared, out var agree))
                return null;
            return agree || Warnings.Issue(thread, ExceptionTypes.ImportWarning, "__package__ != __spec__.parent") ? text.Text : null;
        }
        if (hasSpec)
        {
            var parent = Attributes.Get(thread, spec, ParentKey);
            return parent.IsError ? null : parent.Ref is PyStr text ? text.Text : Refuse("__spec__.parent must be a string");
        }
        if (!Warnings.Issue(
                thread, ExceptionTypes.ImportWarning, "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__"))
            return null;
        var moduleName = globals.GetStr(NameKey);
        if (moduleName.IsUnbound)
        {
            thread.Raise(ExceptionTypes.KeyError, "'__name__' not in globals");
            return null;
        }
        if (moduleName.Ref is not PyStr full)
            return Refuse("__name__ must be a string");
        return !globals.GetStr(PathKey).IsUnbound ? full.Text
            : full.Text.Contains('.') ? full.Text[..full.Text.LastIndexOf('.')] : "";

        string? Refuse(string problem)
        {
            thread.TypeError(problem);
            return null;
        }
    }

    /// <summary>Raises an ImportError about a module.</summary>
    internal static Value RaiseImportError(VmThread thread, PyType type, string text, string name, PyStr? path = null)
    {
        var exception = PyException.Make(type, Value.Str(text));
        exception.SetField(ExceptionFields.Name, Value.Str(name));
        if (path is not null)
            exception.SetField(ExceptionFields.Path, path);
        return thread.Raise(exception);
    }
}
