// The base of all objects on the heap: a shape, which says the type and where each instance attribute lies, and the
// attributes themselves. Every object has room for attributes (8 bytes when unused), so that subclasses of any builtin
// type, functions, exceptions and plain instances are one case for attribute access and its inline caches.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Any Python object that is no small int or float. Its Python face, the type <c>object</c>, is in ObjectType.cs.</summary>
public abstract partial class PyObject
{
    /// <summary>Type and attribute layout.</summary>
    internal Shape Shape;

    /// <summary>Instance attributes, indexed by <see cref="Shape"/>; with <see cref="Objects.Shape.IsDictionary"/> the
    /// dict lies in <c>Slots[0]</c>, behind the <c>__slots__</c>.</summary>
    internal Value[]? Slots;

    /// <summary>An object of a type's layout.</summary>
    private protected PyObject(Shape shape) => Shape = shape;

    /// <summary><c>type(self)</c>.</summary>
    public PyType Type => Shape.Type;

    /// <summary>What an <c>await</c> of it steps, where that is known without asking its type for <c>__await__</c>; else null.</summary>
    internal virtual PyAwaitable? AwaitPlainly() => null;

    /// <summary>Tells what the object refers to, for those who walk over the heap. Each type with places of its own for values adds
    /// them.</summary>
    internal virtual void VisitReferents(Action<Value> visit)
    {
        if (Type.IsHeapType)
            visit(Type);
        foreach (var value in Slots ?? [])
            visit(value);
    }
}

/// <summary>An instance of a class written in Python without a builtin base that keeps data of its own.</summary>
public sealed class PyInstance : PyObject
{
    internal PyInstance(Shape shape) : base(shape) { }
}
