using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>A descriptor that decides what setting the attribute means (data model, Invoking Descriptors). No Python type of
/// its own.</summary>
public abstract class PyDataDescriptor : PyDescriptor
{
    private protected PyDataDescriptor(Shape shape, PyType owner) : base(shape, owner) { }

    [PyGetter("__doc__")]
    internal abstract string? Doc { get; }

    /// <summary>Is it a field, a <c>member_descriptor</c>?</summary>
    internal abstract bool IsMember { get; }

    /// <summary>Reads it from a receiver.</summary>
    internal abstract Value Get(VmThread thread, Value receiver);

    /// <summary>Sets it, or deletes it when the value is unbound. None or Error.</summary>
    internal abstract Value Set(VmThread thread, Value receiver, Value value);

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    internal string Repr() => $"<{(IsMember ? "member" : "attribute")} '{Name}' of '{Owner.QualifiedNativeName}' objects>";

    /// <summary>Return an attribute of instance, which is of type owner.</summary>
    [PyMethod("__get__", Signature = "instance, owner=None, /")]
    internal Value GetOrSelf(VmThread thread, Value instance, Value owner)
    {
        if (IsInvalidGet(thread, instance, owner))
            return Value.Error;
        return instance.IsNone ? this : Get(thread, instance);
    }

    /// <summary>Set an attribute of instance to value.</summary>
    [PyMethod("__set__")]
    internal Value SetValue(VmThread thread, Value instance, Value value) => Set(thread, instance, value);

    /// <summary>Delete an attribute of instance.</summary>
    [PyMethod("__delete__")]
    internal Value Delete(VmThread thread, Value instance) => Set(thread, instance, Value.Unbound);
}

/// <summary>The Python type of attributes that are plain fields in CPython, and of <c>__slots__</c>.</summary>
[PyType("member_descriptor", Instances = typeof(PyDataDescriptor))]
internal static partial class MemberDescriptorType;
