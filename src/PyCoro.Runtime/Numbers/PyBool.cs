using PyCoro.Runtime.Binding;

namespace PyCoro.Runtime.Objects;

/// <summary><c>True</c> and <c>False</c>. The methods are in BoolMethods.cs.</summary>
[PyType("bool", Base = typeof(PyInt))]
public sealed partial class PyBool : PyInt
{
    /// <summary><c>True</c>.</summary>
    public static readonly PyBool True = new(1);

    /// <summary><c>False</c>.</summary>
    public static readonly PyBool False = new(0);

    private PyBool(int number) : base(TypeObject.RootShape, number) { }
}
