using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>File-based finder: one folder, and which loader serves files of which suffix.</summary>
[PyType("FileFinder", Module = "_frozen_importlib_external", Subclassable = true, HasDict = true)]
internal sealed partial class PyFileFinder : PyObject
{
    private readonly List<(string Suffix, Value Loader)> _loaders = [];

    internal PyFileFinder(Shape shape) : base(shape) { }

    /// <summary>The folder that is searched.</summary>
    [PyGetter("path")]
    internal string Folder { get; private set; } = "";

    /// <summary>Initialize with the path to search on and a variable number of
    /// 2-tuples containing the loader and the file suffixes the loader recognizes.</summary>
    [PyMethod("__init__", Signature = "path, *loader_details")]
    private Value Init(VmThread thread, Value path, ReadOnlySpan<Value> details)
    {
        if (path.Ref is not PyStr folder)
            return thread.TypeError($"expected str, bytes or os.PathLike object, not {path.Type.Name}");
        Folder = Path.GetFullPath(folder.Text.Length == 0 ? "." : folder.Text);
        foreach (var detail in details)
        {
            if (Iteration.ToArray(thread, detail) is not { } pair)
                return Value.Error;
            if (pair.Length != 2 || Iteration.ToArray(thread, pair[1]) is not { } suffixes)
                return thread.Pending is null ? thread.ValueError("a loader and its suffixes are expected") : Value.Error;
            foreach (var suffix in suffixes)
            {
                if (suffix.Ref is PyStr text)
                    _loaders.Add((text.Text, pair[0]));
            }
        }
        return Value.None;
    }

    /// <summary>Try to find a spec for the specified module: None, or the spec; without a loader for a portion of a namespace.</summary>
    [PyMethod("find_spec", Signature = "fullname, target=None")]
    private Value FindSpec(VmThread thread, string fullname, Value target)
    {
        var tail = fullname[(fullname.LastIndexOf('.') + 1)..];
        if (!SourceFinder.IsName(tail))
            return Value.None;
        var place = Path.Combine(Folder, tail);
        var isFolder = Directory.Exists(place);
        foreach (var isPackage in isFolder ? new[] { true, false } : [false])
        {
            foreach (var (suffix, make) in _loaders)
            {
                var file = (isPackage ? Path.Combine(place, "__init__") : place) + suffix;
                if (!File.Exists(file))
                    continue;
                var loader = thread.Call(make, Value.Str(fullname), Value.Str(file));
                return loader.IsError ? loader : PyModuleSpec.OfFile(fullname, file, isPackage, loader);
            }
        }
        return isFolder ? PyModuleSpec.OfPortion(fullname, place) : Value.None;
    }

    /// <summary>Find the loader of a module. Deprecated in favor of find_spec().</summary>
    [PyMethod("find_module", Signature = "fullname")]
    private Value FindModule(VmThread thread, string fullname) =>
        OldProtocol.Deprecate(thread, "find_module()", "find_spec()") ? OldProtocol.LoaderIn(thread, FindSpec(thread, fullname, Value.None)) : Value.Error;

    /// <summary>Find the loader of a module, and the portions of a namespace package. Deprecated in favor of find_spec().</summary>
    [PyMethod("find_loader", Signature = "fullname")]
    private Value FindLoader(VmThread thread, string fullname)
    {
        if (!OldProtocol.Deprecate(thread, "FileFinder.find_loader()", "find_spec()"))
            return Value.Error;
        var spec = FindSpec(thread, fullname, Value.None);
        if (spec.IsError)
            return spec;
        var found = spec.Ref as PyModuleSpec;
        return PyTuple.Of(found?.Loader ?? Value.None, found is { Loader.IsNone: true, Locations.IsNone: false } ? found.Locations : new PyList());
    }

    /// <summary>Nothing is remembered of the folder.</summary>
    [PyMethod("invalidate_caches")]
    private Value InvalidateCaches() => Value.None;

    /// <summary>A class method which returns a closure to use on sys.path_hook
    /// which will return an instance using the specified loaders and the path
    /// called on the closure.
    ///
    /// If the path called on the closure is not a directory, ImportError is
    /// raised.</summary>
    [PyClassMethod("path_hook", Signature = "*loader_details")]
    private static Value PathHook(PyType type, ReadOnlySpan<Value> details) => new PyPathHook(type, details.ToArray());

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread) => Texts.Repr(thread, Value.Str(Folder)) is { } path ? Value.Str($"FileFinder({path.Text})") : Value.Error;
}

/// <summary>What FileFinder.path_hook() gives: makes finders of folders.</summary>
[PyType("function", Module = "_frozen_importlib_external")]
internal sealed partial class PyPathHook : PyObject
{
    private readonly PyType _type;
    private readonly Value[] _details;

    internal PyPathHook(PyType type, Value[] details) : base(TypeObject.RootShape)
    {
        _type = type;
        _details = details;
    }

    /// <summary>Is it the one that <c>sys.path_hooks</c> begins with?</summary>
    internal bool IsDefault { get; private init; }

    /// <summary>The hook for folders with source files.</summary>
    internal static PyPathHook MakeDefault() =>
        new(PyFileFinder.TypeObject,
        [
            PyTuple.Of(PySourceFileLoader.TypeObject, new PyList([Value.Str(SourceFinder.Suffix)])),
            PyTuple.Of(PySourcelessFileLoader.TypeObject, new PyList([Value.Str(SourceFinder.BytecodeSuffix)])),
        ]) { IsDefault = true };

    [PyMethod("__call__", Signature = "path")]
    private Value Call(VmThread thread, Value path)
    {
        if (path.Ref is PyStr folder && (folder.Text.Length == 0 || Directory.Exists(folder.Text)))
            return thread.Call(_type, [path, .. _details], null);
        var error = PyException.Make(ExceptionTypes.ImportError, Value.Str("only directories are supported"));
        error.SetField(ExceptionFields.Path, path);
        return thread.Raise(error);
    }

    [PyMethod("__repr__")]
    private string Repr(VmThread thread) => $"<function FileFinder.path_hook.<locals>.path_hook_for_FileFinder at {Identity.Address(thread, this)}>";
}
