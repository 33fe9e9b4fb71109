using System.Numerics;
using PyCoro.Runtime.Binding;

namespace PyCoro.Runtime.Objects;

/// <summary>Create a complex number from a real part and an optional imaginary part.
///
/// This is equivalent to (real + imag*1j) where imag defaults to 0.</summary>
[PyType("complex", Subclassable = true)]
public sealed partial class PyComplex : PyObject
{
    internal PyComplex(Complex number) : base(TypeObject.RootShape) => Number = number;

    internal PyComplex(double real, double imaginary) : this(new Complex(real, imaginary)) { }

    internal PyComplex(Shape shape, Complex number) : base(shape) => Number = number;

    /// <summary>The number.</summary>
    public Complex Number { get; }
}
