using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The specification for a module, used for loading.</summary>
[PyType("ModuleSpec", Module = "importlib.machinery", Subclassable = true, HasDict = true)]
internal sealed partial class PyModuleSpec : PyObject
{
    private Value _locations = Value.None;
    private Value _loader = Value.None;
    private Value _origin = Value.None;

    internal PyModuleSpec(Shape shape) : base(shape) { }

    internal PyModuleSpec(string name, string? origin, Value locations) : this(TypeObject.RootShape)
    {
        Name = name;
        _origin = origin is null ? Value.None : Value.Str(origin);
        _locations = locations;
        HasLocation = origin is not null && origin != "built-in";
    }

    /// <summary>The module's full name.</summary>
    internal string Name { get; private set; } = "";

    /// <summary>The module's code is running: it is not complete yet.</summary>
    internal bool IsInitializing { get; set; }

    private bool HasLocation { get; set; }

    [PyMethod("__init__", Signature = "name, loader, *, origin=None, loader_state=None, is_package=None")]
    private Value Init(VmThread thread, string name, Value loader, Value origin, Value loaderState, Value isPackage)
    {
        Name = name;
        _loader = loader;
        _origin = origin.IsUnbound ? Value.None : origin;
        if (!isPackage.IsUnbound && !isPackage.IsNone)
        {
            if (!Truth.TryTest(thread, isPackage, out var package))
                return Value.Error;
            if (package)
                _locations = new PyList();
        }
        return Value.None;
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        var text = $"ModuleSpec(name='{Name}', loader={Texts.Repr(thread, _loader)?.Text}";
        if (!_origin.IsNone)
            text += $", origin={Texts.Repr(thread, _origin)?.Text}";
        if (!_locations.IsNone)
            text += $", submodule_search_locations={Texts.Repr(thread, _locations)?.Text}";
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
    private Value GetLoader() => _loader;

    [PySetter("loader")]
    private Value SetLoader(Value value) => _loader = value.IsUnbound ? Value.None : value;

    [PyGetter("origin")]
    private Value GetOrigin() => _origin;

    [PySetter("origin")]
    private Value SetOrigin(Value value) => _origin = value.IsUnbound ? Value.None : value;

    [PyGetter("submodule_search_locations")]
    private Value GetLocations() => _locations;

    [PySetter("submodule_search_locations")]
    private Value SetLocations(Value value) => _locations = value.IsUnbound ? Value.None : value;

    [PyGetter("parent")]
    private string GetParent() => !_locations.IsNone ? Name : Name.Contains('.') ? Name[..Name.LastIndexOf('.')] : "";

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

    [PyGetter("cached")]
    private Value GetCached() => Value.None;

    [PyGetter("loader_state")]
    private Value GetLoaderState() => Value.None;

    [PyGetter("_initializing")]
    private bool GetInitializing() => IsInitializing;
}
