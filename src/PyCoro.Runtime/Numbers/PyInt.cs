using System.Numerics;
using PyCoro.Runtime.Binding;

namespace PyCoro.Runtime.Objects;

/// <summary>An int that does not fit 64 bits, a bool, or an instance of a subclass of int; all others are unboxed
/// <see cref="Values.Value"/>s. The methods are in IntMethods.cs.</summary>
[PyType("int", Subclassable = true)]
public partial class PyInt : PyObject
{
    internal PyInt(BigInteger number) : base(TypeObject.RootShape) => Number = number;

    internal PyInt(Shape shape, BigInteger number) : base(shape) => Number = number;

    /// <summary>The number.</summary>
    public BigInteger Number { get; }
}
