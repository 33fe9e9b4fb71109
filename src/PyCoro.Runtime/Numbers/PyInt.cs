// Most ints are unboxed (Values.Value): this class is for those that do not fit 64 bits, for bools and for instances of
// subclasses. The methods are in IntMethods.cs and IntMethods.Conversion.cs.

using System.Numerics;
using PyCoro.Runtime.Binding;

namespace PyCoro.Runtime.Objects;

/// <summary>An integer of any size, made from a number, cut off towards zero, or from a text in a base from 2 to 36;
/// base 0 takes it from the text's prefix.</summary>
[PyType("int", Subclassable = true)]
public partial class PyInt : PyObject
{
    internal PyInt(BigInteger number) : base(TypeObject.RootShape) => Number = number;

    internal PyInt(Shape shape, BigInteger number) : base(shape) => Number = number;

    /// <summary>The number.</summary>
    public BigInteger Number { get; }
}
