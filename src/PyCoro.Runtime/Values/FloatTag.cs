using PyCoro.Runtime.Objects;

namespace PyCoro.Runtime.Values;

/// <summary>The one object that marks a <see cref="Value"/> as a float. Its shape is float's, so that asking a value
/// for its type needs no case of its own.</summary>
internal sealed class FloatTag : PyObject
{
    internal static readonly FloatTag Instance = new();

    private FloatTag() : base(PyFloat.TypeObject.RootShape) { }
}
