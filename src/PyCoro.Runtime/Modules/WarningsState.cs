using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

/// <summary>An interpreter's filters and what is remembered of warnings shown, as the module warnings last had them.</summary>
internal sealed class WarningsState
{
    /// <summary><c>warnings.filters</c>, at first the default ones (library reference: Default Warning Filter).</summary>
    internal Value Filters { get; set; } = new PyList(
    [
        Filter("default", ExceptionTypes.DeprecationWarning, Value.Str("__main__")),
        Filter("ignore", ExceptionTypes.DeprecationWarning, Value.None),
        Filter("ignore", ExceptionTypes.PendingDeprecationWarning, Value.None),
        Filter("ignore", ExceptionTypes.ImportWarning, Value.None),
        Filter("ignore", ExceptionTypes.ResourceWarning, Value.None),
    ]);

    /// <summary><c>warnings.onceregistry</c>.</summary>
    internal Value OnceRegistry { get; set; } = new PyDict();

    /// <summary><c>warnings.defaultaction</c>.</summary>
    internal Value DefaultAction { get; set; } = Value.Str("default");

    /// <summary>Changes with the filters; registries of another version are out of date.</summary>
    internal long FiltersVersion { get; set; }

    private static Value Filter(string action, PyType category, Value module) =>
        PyTuple.Of(Value.Str(action), Value.None, category, module, Value.Int(0));
}
