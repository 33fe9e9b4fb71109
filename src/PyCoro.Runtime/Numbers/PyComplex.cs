using System.Numerics;
using PyCoro.Runtime.Binding;

namespace PyCoro.Runtime.Objects;

/// <summary>A complex number: complex(real=0, imag=0) is real + imag*1j, complex(text) reads one.</summary>
[PyType("complex", Subclassable = true)]
public sealed partial class PyComplex : PyObject
{
    internal PyComplex(Complex number) : base(TypeObject.RootShape) => Number = number;

    internal PyComplex(double real, double imaginary) : this(new Complex(real, imaginary)) { }

    internal PyComplex(Shape shape, Complex number) : base(shape) => Number = number;

    /// <summary>The number.</summary>
    public Complex Number { get; }
}
