using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;

namespace PyCoro.Runtime.Types;

/// <summary>Builtin types that derive from builtin types, for <c>__subclasses__()</c>.</summary>
internal static class NativeSubclasses
{
    /// <summary>The builtin subclasses of a builtin type that programs walk: bool and the exceptions.</summary>
    internal static IEnumerable<PyType> Of(PyType type)
    {
        if (ReferenceEquals(type, PyInt.TypeObject))
            return [PyBool.TypeObject];
        return ExceptionTypes.All.Where(exception => ReferenceEquals(exception.Base, type));
    }
}
