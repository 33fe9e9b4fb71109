using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>What the descriptors of native types have in common (data model, Implementing Descriptors). No Python type
/// of its own: its members belong to each type derived from it.</summary>
public abstract class PyDescriptor : PyObject
{
    private protected PyDescriptor(Shape shape, PyType owner) : base(shape) => Owner = owner;

    /// <summary><c>__objclass__</c>: the type that defines it.</summary>
    [PyGetter("__objclass__", Member = true)]
    public PyType Owner { get; }

    /// <summary><c>__name__</c>.</summary>
    [PyGetter("__name__", Member = true)]
    internal abstract string Name { get; }

    [PyGetter("__qualname__")]
    internal string QualName => Owner.QualName + "." + Name;

    /// <summary>May it be used on the value?</summary>
    internal bool AppliesTo(Value receiver) =>
        ReferenceEquals(receiver.Type, Owner) ||
        (Owner.Native is { } native ? native.IsInstance(receiver) : receiver.Type.IsSubtypeOf(Owner));

    /// <summary>TypeError: it may not be used on the value.</summary>
    internal Value DoesNotApply(VmThread thread, Value receiver) => thread.TypeError(
        $"descriptor '{Name}' for '{Owner.QualifiedNativeName}' objects doesn't apply to a '{receiver.Type.QualifiedNativeName}' object");

    /// <summary><c>__get__</c> without instance and owner makes no sense; TypeError and true then.</summary>
    internal static bool IsInvalidGet(VmThread thread, Value instance, Value owner)
    {
        if (!instance.IsNone || !(owner.IsUnbound || owner.IsNone))
            return false;
        thread.TypeError("__get__(None, None) is invalid");
        return true;
    }
}
