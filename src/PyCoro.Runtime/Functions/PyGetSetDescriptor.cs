using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>An attribute of a native type, as it lies in the type's dict: <c>getset_descriptor</c> or
/// <c>member_descriptor</c>, which differ in name and messages only.</summary>
[PyType("getset_descriptor")]
public sealed unsafe partial class PyGetSetDescriptor : PyDescriptor
{
    internal PyGetSetDescriptor(PyType owner, NativeAttribute attribute)
        : base((attribute.IsMember ? MemberDescriptorType.TypeObject : TypeObject).RootShape, owner) => Attribute = attribute;

    /// <summary>The C# attribute.</summary>
    internal NativeAttribute Attribute { get; }

    internal override string Name => Attribute.Name;

    [PyGetter("__doc__")]
    internal string? Doc => Attribute.Doc;

    /// <summary>Reads it from a receiver.</summary>
    internal Value Get(VmThread thread, Value receiver) =>
        AppliesTo(receiver) ? Attribute.Get(thread, receiver) : DoesNotApply(thread, receiver);

    /// <summary>Sets it, or deletes it when the value is unbound. None or Error.</summary>
    internal Value Set(VmThread thread, Value receiver, Value value)
    {
        if (!AppliesTo(receiver))
            return DoesNotApply(thread, receiver);
        if (Attribute.Set != null)
            return Attribute.Set(thread, receiver, value);
        return thread.Raise(ExceptionTypes.AttributeError, Attribute.IsMember
            ? "readonly attribute" : $"attribute '{Name}' of '{Owner.QualifiedNativeName}' objects is not writable");
    }

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    internal string Repr() => $"<{(Attribute.IsMember ? "member" : "attribute")} '{Name}' of '{Owner.QualifiedNativeName}' objects>";

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

/// <summary>The Python type of attributes that are plain fields in CPython.</summary>
[PyType("member_descriptor", Instances = typeof(PyGetSetDescriptor))]
internal static partial class MemberDescriptorType;
