// Exact floats are unboxed (Values.Value): this class is for instances of subclasses. The methods are in FloatMethods.cs and
// FloatMethods.Conversion.cs.

using PyCoro.Runtime.Binding;

namespace PyCoro.Runtime.Objects;

/// <summary>Convert a string or number to a floating point number, if possible.</summary>
[PyType("float", Subclassable = true)]
public sealed partial class PyFloat : PyObject
{
    internal PyFloat(Shape shape, double number) : base(shape) => Number = number;

    /// <summary>The number.</summary>
    public double Number { get; }
}
