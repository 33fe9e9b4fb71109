// The path based finder (language reference, The import system): the entries of sys.path or of a package's __path__, each
// asked through its path entry finder. As long as a program has hooked nothing in, folders are searched directly and no
// finder object is made.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

internal static class PathSearch
{
    private static readonly PyStr FindSpecKey = PyStr.Constant("find_spec");
    private static readonly PyStr FindLoaderKey = PyStr.Constant("find_loader");
    private static readonly PyStr FindModuleKey = PyStr.Constant("find_module");
    private static readonly PyStr LoaderKey = PyStr.Constant("loader");
    private static readonly PyStr LocationsKey = PyStr.Constant("submodule_search_locations");

    /// <summary>The spec of a module, None when it is nowhere; a bound <paramref name="path"/> is its package's <c>__path__</c>.</summary>
    internal static Value Find(VmThread thread, string name, Value path)
    {
        if (path.IsUnbound)
            path = thread.Interpreter.GetSys("path");
        if (path.IsUnbound || Iteration.ToArray(thread, path) is not { } entries)
            return path.IsUnbound ? Value.None : Value.Error;
        var portions = new List<string>();
        var tail = name[(name.LastIndexOf('.') + 1)..];
        var isHooked = IsHooked(thread, out var cache, out var hooks);
        foreach (var entry in entries)
        {
            if (entry.Ref is not PyStr folder)
                continue;
            if (!isHooked)
            {
                var kind = SourceFinder.Find(folder.Text, tail, out var file);
                if (kind == SourceKind.Namespace)
                    portions.Add(file);
                else if (kind == SourceKind.Missing && PyArchiveHook.LeadsThroughFile(folder.Text))
                    isHooked = true;
                else if (kind != SourceKind.Missing)
                    return PyModuleSpec.OfFile(name, file, kind == SourceKind.Package, SourceFinder.LoaderOf(name, file));
                if (!isHooked)
                    continue;
            }
            var spec = AskFinder(thread, cache!, hooks!, folder, name);
            if (spec.IsError)
                return spec;
            if (spec.IsNone)
                continue;
            var loader = Attributes.Get(thread, spec, LoaderKey);
            if (loader.IsError || !loader.IsNone)
                return loader.IsError ? loader : spec;
            var locations = Attributes.Get(thread, spec, LocationsKey);
            if (locations.IsError)
                return locations;
            if (locations.IsNone)
                return thread.Raise(ExceptionTypes.ImportError, "spec missing loader");
            if (Iteration.ToArray(thread, locations) is not { } found)
                return Value.Error;
            foreach (var portion in found)
            {
                if (portion.Ref is PyStr text)
                    portions.Add(text.Text);
            }
        }
        return portions.Count == 0 ? Value.None : PyModuleSpec.OfNamespace(name, portions);
    }

    // Only the hooks that PyCoro put there, and nobody has put a finder into the cache.
    private static bool IsHooked(VmThread thread, out PyDict? cache, out PyList? hooks)
    {
        cache = thread.Interpreter.GetSys("path_importer_cache").Ref as PyDict;
        hooks = thread.Interpreter.GetSys("path_hooks").Ref as PyList;
        if (cache is null || hooks is null)
            return false;
        return cache.Count > 0 || hooks.Count != 2 || hooks.Span[0].Ref is not PyArchiveHook || hooks.Span[1].Ref is not PyPathHook { IsDefault: true };
    }

    private static Value AskFinder(VmThread thread, PyDict cache, PyList hooks, PyStr folder, string name)
    {
        if (SourceFinder.Absolute(folder.Text) is not { } absolute)
            return Value.None;
        var entry = folder.Text.Length == 0 ? PyStr.Of(absolute) : folder;
        var finder = cache.Get(thread, entry);
        if (finder.IsError)
            return finder;
        if (finder.IsUnbound)
        {
            finder = Value.None;
            if (hooks.Count == 0 && !Warnings.Issue(thread, ExceptionTypes.ImportWarning, "sys.path_hooks is empty"))
                return Value.Error;
            foreach (var hook in hooks.Span.ToArray())
            {
                finder = thread.Call(hook, entry);
                if (!finder.IsError)
                    break;
                if (!thread.PendingIs(ExceptionTypes.ImportError))
                    return finder;
                thread.TakePending();
                finder = Value.None;
            }
            if (!cache.Set(thread, entry, finder))
                return Value.Error;
        }
        if (finder.IsNone)
            return finder;
        var find = Attributes.TryGet(thread, finder, FindSpecKey);
        return !find.IsUnbound ? (find.IsError ? find : thread.Call(find, Value.Str(name))) : AskOldFinder(thread, finder, name);
    }

    // The protocols before PEP 451: a loader and portions of a namespace package, or a loader alone.
    private static Value AskOldFinder(VmThread thread, Value finder, string name)
    {
        var find = Attributes.TryGet(thread, finder, FindLoaderKey);
        if (find.IsError)
            return find;
        var answer = Value.None;
        var portions = Value.None;
        if (!find.IsUnbound)
        {
            if (!Warnings.Issue(thread, ExceptionTypes.ImportWarning, $"{finder.Type.Name}.find_spec() not found; falling back to find_loader()"))
                return Value.Error;
            answer = thread.Call(find, Value.Str(name));
            if (answer.IsError || Iteration.ToArray(thread, answer) is not { } pair)
                return Value.Error;
            if (pair.Length != 2)
                return thread.ValueError("find_loader() should return a loader and portions");
            (answer, portions) = (pair[0], pair[1]);
        }
        else
        {
            if (!Warnings.Issue(thread, ExceptionTypes.ImportWarning, $"{finder.Type.Name}.find_spec() not found; falling back to find_module()"))
                return Value.Error;
            find = Attributes.TryGet(thread, finder, FindModuleKey);
            if (find.IsSentinel)
                return find.IsError ? find : Value.None;
            answer = thread.Call(find, Value.Str(name));
        }
        return answer.IsError ? answer
            : !answer.IsNone ? OldProtocol.SpecOf(thread, name, answer)
            : portions.IsNone ? Value.None
            : new PyModuleSpec(name, Value.None, null) { Locations = portions };
    }
}
