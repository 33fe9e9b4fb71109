using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The descriptor of one of a class's <c>__slots__</c> (data model, __slots__).</summary>
[PyType("member_descriptor")]
internal sealed partial class PySlotDescriptor : PyObject
{
    internal PySlotDescriptor(PyType owner, PyStr name, int index) : base(TypeObject.RootShape)
    {
        Owner = owner;
        Name = name;
        Index = index;
    }

    /// <summary>The class with the slot.</summary>
    internal PyType Owner { get; }

    /// <summary>The slot's name.</summary>
    internal PyStr Name { get; }

    /// <summary>Its place in <see cref="PyObject.Slots"/>.</summary>
    internal int Index { get; }

    internal bool IsSettled => true;

    /// <summary>Reads the slot of an instance.</summary>
    internal Value Get(VmThread thread, Value receiver)
    {
        if (!Check(thread, receiver))
            return Value.Error;
        var value = receiver.Ref!.Slots![Index];
        return value.IsUnbound ? thread.RaiseAttributeError(MissingText(receiver), receiver, Name) : value;
    }

    /// <summary>Sets it, or deletes it when the value is unbound. None or Error.</summary>
    internal Value Set(VmThread thread, Value receiver, Value value)
    {
        if (!Check(thread, receiver))
            return Value.Error;
        ref var slot = ref receiver.Ref!.Slots![Index];
        if (value.IsUnbound && slot.IsUnbound)
            return thread.RaiseAttributeError(MissingText(receiver), receiver, Name);
        slot = value;
        return Value.None;
    }

    [PyMethod("__get__", Signature = "instance, owner=None, /")]
    private Value GetFromPython(VmThread thread, Value instance, Value owner) => instance.IsNone ? this : Get(thread, instance);

    [PyMethod("__set__")]
    private Value SetFromPython(VmThread thread, Value instance, Value value) => Set(thread, instance, value);

    [PyMethod("__delete__")]
    private Value DeleteFromPython(VmThread thread, Value instance) => Set(thread, instance, Value.Unbound);

    [PyMethod("__repr__")]
    private string Repr() => $"<member '{Name.Text}' of '{Owner.Name}' objects>";

    [PyGetter("__name__")]
    private Value GetName() => Name;

    [PyGetter("__objclass__")]
    private Value GetOwner() => Owner;

    [PyGetter("__qualname__")]
    private string GetQualName() => $"{Owner.QualName}.{Name.Text}";

    [PyGetter("__doc__")]
    private Value GetDoc() => Value.None;

    private string MissingText(Value receiver) => $"'{receiver.Type.Name}' object has no attribute '{Name.Text}'";

    private bool Check(VmThread thread, Value receiver)
    {
        if (receiver.Ref is { } obj && obj.Type.IsSubtypeOf(Owner))
        {
            obj.Slots ??= InstanceAttributes.NewSlots(obj.Type, obj.Type.SlotCount);
            return true;
        }
        thread.TypeError($"descriptor '{Name.Text}' for '{Owner.Name}' objects doesn't apply to a '{receiver.Type.Name}' object");
        return false;
    }
}
