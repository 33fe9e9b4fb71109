using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Built-in immutable sequence.
///
/// If no argument is given, the constructor returns an empty tuple.
/// If iterable is specified the tuple is initialized from iterable's items.
///
/// If the argument is a tuple, the return value is the same object.</summary>
/// <remarks>Library reference: Tuples. The methods are in TupleMethods.cs.</remarks>
[PyType("tuple", Subclassable = true)]
public sealed partial class PyTuple : PyObject
{
    /// <summary>A tuple that owns the array.</summary>
    internal PyTuple(Value[] items) : base(TypeObject.RootShape) => Items = items;

    internal PyTuple(Shape shape, Value[] items) : base(shape) => Items = items;

    /// <summary>The empty tuple.</summary>
    public static PyTuple Empty { get; } = new([]);

    /// <summary>The items; never changed once Python code has seen the tuple.</summary>
    internal Value[] Items { get; }

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        foreach (var item in Items)
            visit(item);
    }

    /// <summary>A tuple that owns the array; the empty one is shared.</summary>
    internal static PyTuple Of(params Value[] items) => items.Length == 0 ? Empty : new PyTuple(items);
}
