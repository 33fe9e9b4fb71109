// The three constants that are the only instances of their types.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary><c>None</c>.</summary>
[PyType("NoneType", IsDocumented = false)]
public sealed partial class PyNone : PyObject
{
    /// <summary>The only one.</summary>
    public static readonly PyNone Instance = new();

    private PyNone() : base(TypeObject.RootShape) { }

    [PyNew]
    private static Value New(VmThread thread, PyType type) => Instance;

    [PyMethod("__repr__")]
    private Value Repr() => Value.Str("None");

    [PyMethod("__bool__")]
    private bool Truth() => false;
}

/// <summary><c>NotImplemented</c>.</summary>
[PyType("NotImplementedType", IsDocumented = false)]
public sealed partial class PyNotImplemented : PyObject
{
    /// <summary>The only one.</summary>
    public static readonly PyNotImplemented Instance = new();

    private PyNotImplemented() : base(TypeObject.RootShape) { }

    [PyNew]
    private static Value New(VmThread thread, PyType type) => Instance;

    [PyMethod("__repr__")]
    private Value Repr() => Value.Str("NotImplemented");

    /// <summary>True if self else False</summary>
    [PyMethod("__bool__")]
    private Value Truth(VmThread thread) =>
        Modules.Warnings.Issue(thread, ExceptionTypes.DeprecationWarning, "NotImplemented should not be used in a boolean context")
            ? Value.True
            : Value.Error;

    [PyMethod("__reduce__")]
    private Value Reduce() => Value.Str("NotImplemented");
}

/// <summary><c>Ellipsis</c>, <c>...</c>.</summary>
[PyType("ellipsis", IsDocumented = false)]
public sealed partial class PyEllipsis : PyObject
{
    /// <summary>The only one.</summary>
    public static readonly PyEllipsis Instance = new();

    private PyEllipsis() : base(TypeObject.RootShape) { }

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords) =>
        args.Length == 0 && keywords is null ? Instance : thread.TypeError("EllipsisType takes no arguments");

    [PyMethod("__repr__")]
    private Value Repr() => Value.Str("Ellipsis");

    [PyMethod("__reduce__")]
    private Value Reduce() => Value.Str("Ellipsis");
}
