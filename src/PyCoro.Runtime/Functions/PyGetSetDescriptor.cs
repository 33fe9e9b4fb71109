using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>An attribute of a native type, as it lies in the type's dict: <c>getset_descriptor</c> or
/// <c>member_descriptor</c>, which differ in name and messages only.</summary>
[PyType("getset_descriptor")]
public sealed unsafe partial class PyGetSetDescriptor : PyDataDescriptor
{
    internal PyGetSetDescriptor(PyType owner, NativeAttribute attribute)
        : base((attribute.IsMember ? MemberDescriptorType.TypeObject : TypeObject).RootShape, owner) => Attribute = attribute;

    /// <summary>The C# attribute.</summary>
    internal NativeAttribute Attribute { get; }

    internal override string Name => Attribute.Name;

    internal override string? Doc => Attribute.Doc;

    internal override bool IsMember => Attribute.IsMember;

    internal override Value Get(VmThread thread, Value receiver) =>
        AppliesTo(receiver) ? Attribute.Get(thread, receiver) : DoesNotApply(thread, receiver);

    internal override Value Set(VmThread thread, Value receiver, Value value)
    {
        if (!AppliesTo(receiver))
            return DoesNotApply(thread, receiver);
        if (Attribute.Set != null)
            return Attribute.Set(thread, receiver, value);
        return thread.Raise(ExceptionTypes.AttributeError, Attribute.IsMember
            ? "readonly attribute" : $"attribute '{Name}' of '{Owner.QualifiedNativeName}' objects is not writable");
    }
}
