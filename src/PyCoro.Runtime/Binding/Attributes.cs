// How a C# class says its Python contract. The source generator reads these attributes and writes the type object, the
// argument parsing with Python's messages, docstrings and signatures; see docs/architecture.md, "Native types".
//
// Rules the generator follows:
// - A method may take VmThread first. A static method of a type takes the receiver next, as `Value self` or as its class;
//   an instance method is called on it. The methods of object, int and float must be static: not all values are objects.
// - Parameter types: Value, long, int (both by __index__), double (by __float__), bool (by truth), string, BigInteger
//   and any PyObject class (checked, TypeError otherwise). A nullable one (string?, long?, PyList?) takes None as null.
//   `ReadOnlySpan<Value>` last takes *args, `PyDict?` marked [Keywords] takes **kwargs (null when there are none).
//   `ReadOnlySpan<Value>` and [Keywords] `PyTuple?` alone take all arguments unparsed, keyword values last with their names.
// - Without Signature all parameters are positional-only and named by their C# names in snake_case; a C# default makes
//   one optional. With Signature (Python's syntax, without self: "iterable=(), /, *, key=None") it rules: an omitted
//   parameter of type Value is Value.Unbound, of another type its C# default, or the signature's if it is a literal.
// - Results: Value (Error when failed), bool, long, int, double, string, BigInteger, PyObject classes, void (None). A null
//   (string?, PyList?) is the failure when an exception is pending, else None.
// - The docstring is the method's XML summary.
// - Members of a C# base class without [PyType] belong to each Python type derived from it (PyIterator); those of one with
//   [PyType] are inherited by the MRO, if it is the Python base.
// - A type with Subclassable, a constructor (Shape) and __init__ but without [PyNew] gets a __new__ that only allocates.

namespace PyCoro.Runtime.Binding;

/// <summary>The class is a Python type; the generator makes its <c>TypeObject</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class PyTypeAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary><c>__module__</c>.</summary>
    public string Module { get; set; } = "builtins";

    /// <summary>C# class of the base type; <c>object</c> when null. The C# base class need not be the same.</summary>
    public Type? Base { get; set; }

    /// <summary>Python classes may derive from it: the class needs a constructor <c>(Shape shape)</c> (or
    /// [PyNew] allocates by itself).</summary>
    public bool Subclassable { get; set; }

    /// <summary>C# class of the instances, when it is not this one: two Python types share a C# class. The type has the
    /// members of both; the class makes its instances with the shape of the type they are of.</summary>
    public Type? Instances { get; set; }

    /// <summary>Instances of the type itself (not of subclasses) have a <c>__dict__</c>.</summary>
    public bool HasDict { get; set; }

    /// <summary>The summary is its <c>__doc__</c>: by default that of every type but the builtin ones that programs cannot call.</summary>
    public bool IsDocumented { get; set; }
}

/// <summary>An instance method, special methods included.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class PyMethodAttribute(string name) : Attribute
{
    public string Name { get; } = name;
    public string? Signature { get; set; }
}

/// <summary>All six comparisons, which Python has as methods of their own: an instance method that takes the thread, which of them
/// it is (a <c>CompareOperation</c>) and the other value. The class may still declare one of them itself.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PyComparisonAttribute : Attribute;

/// <summary><c>__new__</c>: static, takes the PyType to make an instance of as its first parameter after the thread.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PyNewAttribute : Attribute
{
    public string? Signature { get; set; }
}

/// <summary>A class method; static, takes the PyType after the thread.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PyClassMethodAttribute(string name) : Attribute
{
    public string Name { get; } = name;
    public string? Signature { get; set; }
}

/// <summary>A static method.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PyStaticMethodAttribute(string name) : Attribute
{
    public string Name { get; } = name;
    public string? Signature { get; set; }
}

/// <summary>Getter of an attribute: a method without parameters (but the thread), or a property.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
internal sealed class PyGetterAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>Show it as member_descriptor, as CPython does for plain fields.</summary>
    public bool Member { get; set; }
}

/// <summary>Setter of an attribute; the value is <c>Value.Unbound</c> when it is deleted.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PySetterAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>A constant of a type or module: a static field or property of type Value, long, int, double, bool, string, PyType or PyObject.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
internal sealed class PyConstantAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>The static class is a module; the generator makes its <c>NativeModule Definition</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PyModuleAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>Types to put into the module.</summary>
    public Type[] Types { get; set; } = [];
}

/// <summary>A function of a module.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class PyFunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
    public string? Signature { get; set; }
}

/// <summary>Runs when the module is made: <c>static Value Initialize(VmThread thread, PyModule module)</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PyModuleInitAttribute : Attribute;

/// <summary>The parameter takes **kwargs.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class KeywordsAttribute : Attribute;
