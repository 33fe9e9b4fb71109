using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The specification for a module, used for loading.</summary>
[PyType("ModuleSpec", Module = "_frozen_importlib", Subclassable = true, HasDict = true)]
internal sealed partial class PyModuleSpec : PyObject
{
    private Value _cached = Value.Unbound;
    private Value _loaderState = Value.None;

    internal PyModuleSpec(Shape shape) : base(shape) { }

    internal PyModuleSpec(string name, Value loader, string? origin) : this(TypeObject.RootShape)
    {
        Name = name;
        Loader = loader;
        Origin = origin is null ? Value.None : Value.Str(origin);
    }

    /// <summary>The spec of a module or package in a file.</summary>
    internal static PyModuleSpec OfFile(string name, string file, bool isPackage, Value loader) => new(name, loader, file)
    {
        HasLocation = true,
        Locations = isPackage ? new PyList([Value.Str(Path.GetDirectoryName(file) ?? "")]) : Value.None,
    };

    /// <summary>The spec of a namespace package (PEP 420), whose portions are looked for again whenever they are asked for.</summary>
    internal static PyModuleSpec OfNamespace(string name, IEnumerable<string> folders)
    {
        var path = new PyNamespacePath(name, List(folders));
        return new PyModuleSpec(name, new PyNamespaceLoader(path), null) { Locations = path };
    }

    /// <summary>The spec of what one folder has of a namespace package.</summary>
    internal static PyModuleSpec OfPortion(string name, string folder) => new(name, Value.None, null) { Locations = List([folder]) };

    private static PyList List(IEnumerable<string> texts) => new([.. texts.Select(static text => Value.Str(text))]);

    /// <summary>The module's full name.</summary>
    internal string Name { get; private set; } = "";

    /// <summary>The module's code is running: it is not complete yet.</summary>
    internal bool IsInitializing { get; set; }

    /// <summary>Not of a subclass.</summary>
    internal bool IsExact => Type == TypeObject;

    internal Value Loader { get; private set; } = Value.None;

    internal Value Origin { get; private set; } = Value.None;

    /// <summary><c>submodule_search_locations</c>: None, or of a package the list of its folders.</summary>
    internal Value Locations { get; set; } = Value.None;

    /// <summary>Is the origin a place that can be loaded from?</summary>
    internal bool HasLocation { get; set; }

    /// <summary><c>parent</c>: the package the module is in, or is.</summary>
    internal string Parent => !Locations.IsNone ? Name : Name.Contains('.') ? Name[..Name.LastIndexOf('.')] : "";

    /// <summary>Where the bytecode would be kept of a source file (PEP 3147); None of other modules.</summary>
    internal Value Cached
    {
        get
        {
            if (!_cached.IsUnbound)
                return _cached;
            if (!HasLocation || Origin.Ref is not PyStr file)
                return Value.None;
            if (file.Text.EndsWith(SourceFinder.BytecodeSuffix, StringComparison.Ordinal))
                return _cached = file;
            if (!file.Text.EndsWith(SourceFinder.Suffix, StringComparison.Ordinal))
                return Value.None;
            return _cached = Value.Str(CacheOf(file.Text));
        }
    }

    /// <summary>Where the bytecode of a source file is kept, unless settings say otherwise.</summary>
    internal static string CacheOf(string source) =>
        Path.Combine(Path.GetDirectoryName(source) ?? "", "__pycache__", $"{Path.GetFileNameWithoutExtension(source)}.pycoro-311.pyc");

    [PyMethod("__init__", Signature = "name, loader, *, origin=None, loader_state=None, is_package=None")]
    private Value Init(VmThread thread, string name, Value loader, Value origin, Value loaderState, Value isPackage)
    {
        Name = name;
        Loader = loader;
        Origin = origin.IsUnbound ? Value.None : origin;
        _loaderState = loaderState.IsUnbound ? Value.None : loaderState;
        if (!isPackage.IsUnbound && !isPackage.IsNone)
        {
            if (!Truth.TryTest(thread, isPackage, out var package))
                return Value.Error;
            if (package)
                Locations = new PyList();
        }
        return Value.None;
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        var text = $"ModuleSpec(name='{Name}', loader={Texts.Repr(thread, Loader)?.Text}";
        if (!Origin.IsNone)
            text += $", origin={Texts.Repr(thread, Origin)?.Text}";
        if (!Locations.IsNone)
            text += $", submodule_search_locations={Texts.Repr(thread, Locations)?.Text}";
        return thread.Pending is not null ? Value.Error : Value.Str(text + ")");
    }

    [PyGetter("name")]
    private string GetName() => Name;

    [PySetter("name")]
    private Value SetName(VmThread thread, Value value)
    {
        if (value.Ref is not PyStr text)
            return thread.TypeError("name must be a str");
        Name = text.Text;
        return Value.None;
    }

    [PyGetter("loader")]
    private Value GetLoader() => Loader;

    [PySetter("loader")]
    private Value SetLoader(Value value) => Loader = value.IsUnbound ? Value.None : value;

    [PyGetter("origin")]
    private Value GetOrigin() => Origin;

    [PySetter("origin")]
    private Value SetOrigin(Value value) => Origin = value.IsUnbound ? Value.None : value;

    [PyGetter("submodule_search_locations")]
    private Value GetLocations() => Locations;

    [PySetter("submodule_search_locations")]
    private Value SetLocations(Value value) => Locations = value.IsUnbound ? Value.None : value;

    [PyGetter("parent")]
    private string GetParent() => Parent;

    [PyGetter("has_location")]
    private bool GetHasLocation() => HasLocation;

    [PySetter("has_location")]
    private Value SetHasLocation(VmThread thread, Value value)
    {
        if (!Truth.TryTest(thread, value, out var located))
            return Value.Error;
        HasLocation = located;
        return Value.None;
    }

    // Some set it by CPython's own name.
    [PyGetter("_set_fileattr")]
    private bool GetSetsFile() => HasLocation;

    [PySetter("_set_fileattr")]
    private Value SetSetsFile(VmThread thread, Value value) => SetHasLocation(thread, value);

    [PyGetter("cached")]
    private Value GetCached() => Cached;

    [PySetter("cached")]
    private Value SetCached(Value value) => _cached = value.IsUnbound ? Value.None : value;

    [PyGetter("loader_state")]
    private Value GetLoaderState() => _loaderState;

    [PySetter("loader_state")]
    private Value SetLoaderState(Value value) => _loaderState = value.IsUnbound ? Value.None : value;

    [PyGetter("_initializing")]
    private bool GetInitializing() => IsInitializing;

    [PySetter("_initializing")]
    private Value SetInitializing(VmThread thread, Value value)
    {
        if (!Truth.TryTest(thread, value, out var running))
            return Value.Error;
        IsInitializing = running;
        return Value.None;
    }

    // What a spec says, without the state of its loading; anything may say the same.
    [PyMethod("__eq__")]
    private Value Equals(VmThread thread, Value other)
    {
        Span<(PyStr Key, Value Mine)> all =
        [
            (PyStr.Of("name"), Value.Str(Name)), (PyStr.Of("loader"), Loader), (PyStr.Of("origin"), Origin), (PyStr.Of("cached"), Cached),
            (PyStr.Of("submodule_search_locations"), Locations), (PyStr.Of("has_location"), HasLocation ? Value.True : Value.False),
        ];
        foreach (var (key, mine) in all)
        {
            var theirs = Attributes.TryGet(thread, other, key);
            if (theirs.IsSentinel)
                return theirs.IsError ? theirs : Value.NotImplemented;
            if (!Comparison.TryEquals(thread, mine, theirs, out var same))
                return Value.Error;
            if (!same)
                return Value.False;
        }
        return Value.True;
    }
}
