using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Meta path finder for sys.path and package __path__ attributes.</summary>
[PyType("PathFinder", Module = "_frozen_importlib_external")]
internal sealed partial class PyPathFinder : PyObject
{
    private static readonly PyStr InvalidateKey = PyStr.Constant("invalidate_caches");

    internal PyPathFinder() : base(TypeObject.RootShape) { }

    /// <summary>Try to find a spec for 'fullname' on sys.path or 'path'.</summary>
    [PyStaticMethod("find_spec", Signature = "fullname, path=None, target=None")]
    private static Value FindSpec(VmThread thread, string fullname, Value path, Value target) =>
        PathSearch.Find(thread, fullname, path.IsNone ? Value.Unbound : path);

    /// <summary>Find the loader of a module. Deprecated in favor of find_spec().</summary>
    [PyStaticMethod("find_module", Signature = "fullname, path=None")]
    private static Value FindModule(VmThread thread, string fullname, Value path) =>
        OldProtocol.Deprecate(thread, "PathFinder.find_module()", "find_spec()") ? OldProtocol.LoaderIn(thread, FindSpec(thread, fullname, path.IsUnbound ? Value.None : path, Value.None)) : Value.Error;

    /// <summary>Call the invalidate_caches() method on all path entry finders
    /// stored in sys.path_importer_caches (where implemented).</summary>
    [PyStaticMethod("invalidate_caches")]
    private static Value InvalidateCaches(VmThread thread)
    {
        if (thread.Interpreter.GetSys("path_importer_cache").Ref is not PyDict cache)
            return Value.None;
        foreach (var key in cache.KeyList().Span.ToArray())
        {
            var finder = cache.Get(thread, key);
            if (finder.IsError)
                return finder;
            // Where nobody found anything somebody may now; and relative entries depend on the current folder.
            if (finder.IsNone || key.Ref is not PyStr { Text: var path } || !Path.IsPathRooted(path))
            {
                if (cache.Remove(thread, key).IsError)
                    return Value.Error;
                continue;
            }
            var method = finder.IsSentinel ? Value.Unbound : Attributes.TryGet(thread, finder, InvalidateKey);
            if (method.IsError || (!method.IsUnbound && thread.Call(method).IsError))
                return Value.Error;
        }
        return Value.None;
    }

    /// <summary>Find distributions: what importlib.metadata knows of the folders in the context's path.</summary>
    [PyStaticMethod("find_distributions", Signature = "*args, **kwargs")]
    private static Value FindDistributions(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs)
    {
        var metadata = Importing.Import(thread, "importlib.metadata");
        if (metadata.IsError)
            return metadata;
        var finder = Attributes.Get(thread, metadata, PyStr.Of("MetadataPathFinder"));
        var find = finder.IsError ? finder : Attributes.Get(thread, finder, PyStr.Of("find_distributions"));
        return find.IsError ? find : KeywordCalls.Call(thread, find, args, kwargs);
    }
}
