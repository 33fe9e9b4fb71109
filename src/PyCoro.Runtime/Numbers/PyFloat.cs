using PyCoro.Runtime.Binding;

namespace PyCoro.Runtime.Objects;

/// <summary>An instance of a subclass of float; exact floats are unboxed <see cref="Values.Value"/>s. The methods are in
/// FloatMethods.cs.</summary>
[PyType("float", Subclassable = true)]
public sealed partial class PyFloat : PyObject
{
    internal PyFloat(Shape shape, double number) : base(shape) => Number = number;

    /// <summary>The number.</summary>
    public double Number { get; }
}
