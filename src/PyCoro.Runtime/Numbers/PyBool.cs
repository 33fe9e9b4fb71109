using PyCoro.Runtime.Binding;

namespace PyCoro.Runtime.Objects;

/// <summary>True or False, as x counts in a condition. These two are the only instances; there are no subclasses.</summary>
[PyType("bool", Base = typeof(PyInt))]
public sealed partial class PyBool : PyInt
{
    /// <summary><c>True</c>.</summary>
    public static readonly PyBool True = new(1);

    /// <summary><c>False</c>.</summary>
    public static readonly PyBool False = new(0);

    private PyBool(int number) : base(TypeObject.RootShape, number) { }
}
