using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The descriptor of one of a class's <c>__slots__</c> (data model, __slots__): a <c>member_descriptor</c>.</summary>
internal sealed class PySlotDescriptor : PyDataDescriptor
{
    internal PySlotDescriptor(PyType owner, PyStr name, int index) : base(MemberDescriptorType.TypeObject.RootShape, owner)
    {
        Key = name;
        Index = index;
    }

    internal override string Name => Key.Text;

    /// <summary>The name, as dicts have it.</summary>
    internal PyStr Key { get; }

    internal override string? Doc => null;

    internal override bool IsMember => true;

    /// <summary>Its place in <see cref="PyObject.Slots"/>.</summary>
    internal int Index { get; }

    /// <summary>Reads the slot of an instance.</summary>
    internal override Value Get(VmThread thread, Value receiver)
    {
        if (!Check(receiver))
            return DoesNotApply(thread, receiver);
        var value = receiver.Ref!.Slots![Index];
        return value.IsUnbound ? Missing(thread, receiver) : value;
    }

    /// <summary>Sets it, or deletes it when the value is unbound. None or Error.</summary>
    internal override Value Set(VmThread thread, Value receiver, Value value)
    {
        if (!Check(receiver))
            return DoesNotApply(thread, receiver);
        ref var slot = ref receiver.Ref!.Slots![Index];
        if (value.IsUnbound && slot.IsUnbound)
            return thread.Raise(Exceptions.ExceptionTypes.AttributeError, Name);
        slot = value;
        return Value.None;
    }

    private Value Missing(VmThread thread, Value receiver) =>
        thread.RaiseAttributeError($"'{receiver.Type.Name}' object has no attribute '{Name}'", receiver, Key);

    private bool Check(Value receiver)
    {
        if (receiver.Ref is not { } obj || !obj.Type.IsSubtypeOf(Owner))
            return false;
        obj.Slots ??= InstanceAttributes.NewSlots(obj.Type, obj.Type.SlotCount);
        return true;
    }
}
