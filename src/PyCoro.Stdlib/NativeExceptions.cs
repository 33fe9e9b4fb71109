using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;

namespace PyCoro.Stdlib;

/// <summary>Exception classes of native modules: plain ones, which only carry their arguments.</summary>
internal static class NativeExceptions
{
    /// <summary>A class to be kept in a static field of the module.</summary>
    internal static PyType Define(string module, string name, Func<PyType> parent, string? doc = null) => new(new NativeTypeSpec
    {
        Name = name,
        Module = module,
        Doc = doc,
        Base = parent,
        Subclassable = true,
        HasDict = true,
        IsInstance = static value => value.Ref is PyException,
        Allocate = static shape => new PyException(shape),
        Populate = static _ => { },
    });
}
