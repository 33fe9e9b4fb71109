using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Binding;

/// <summary>What the source generator knows of a native type.</summary>
internal sealed class NativeTypeSpec
{
    /// <summary><c>__name__</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>__module__</c>.</summary>
    public string Module { get; init; } = "builtins";

    /// <summary><c>__doc__</c>.</summary>
    public string? Doc { get; init; }

    /// <summary>The base type; null only for object. A function, because static fields may be made in any order.</summary>
    public Func<PyType>? Base { get; init; }

    /// <summary>May Python classes derive from it?</summary>
    public bool Subclassable { get; init; }

    /// <summary>Do its own instances have a <c>__dict__</c>?</summary>
    public bool HasDict { get; init; }

    /// <summary>Makes an instance with a given layout, for subclasses; null when [PyNew] does it.</summary>
    public Func<Shape, PyObject>? Allocate { get; init; }

    /// <summary>Is the value an instance of the C# class (or of a subtype)? Checks receivers of methods.</summary>
    public required Func<Value, bool> IsInstance { get; init; }

    /// <summary>Fills the type's dict, on the first look into it.</summary>
    public required Action<NativeTypeBuilder> Populate { get; init; }
}
