// The attributes an instance itself carries, wherever its shape keeps them: in slots or, in dictionary shape, in a dict.

using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

internal static class InstanceAttributes
{
    /// <summary>The attribute, unbound when the instance does not carry it.</summary>
    internal static Value Get(PyObject instance, PyStr name)
    {
        var shape = instance.Shape;
        if (shape.IsDictionary)
            return DictOf(instance).GetStr(name);
        var slot = shape.IndexOf(name);
        return slot < 0 ? Value.Unbound : instance.Slots![slot];
    }

    /// <summary>The attribute, also by a key of another type that says to be equal to the name. Error when that raised.</summary>
    internal static Value Get(VmThread thread, PyObject instance, PyStr name) =>
        instance.Shape.IsDictionary && DictOf(instance) is { HasOnlyStrKeys: false } dict
            ? dict.Get(thread, name)
            : Get(instance, name);

    /// <summary>Sets the attribute of an instance whose type has a dict. None.</summary>
    internal static Value Set(PyObject instance, PyStr name, Value value)
    {
        var shape = instance.Shape;
        if (shape.IsDictionary)
        {
            DictOf(instance).SetStr(name, value);
            return Value.None;
        }
        var slot = shape.IndexOf(name);
        if (slot >= 0)
        {
            instance.Slots![slot] = value;
            return Value.None;
        }
        var successor = shape.With(name);
        if (successor is null)
        {
            Materialize(instance).SetStr(name, value);
            return Value.None;
        }
        Append(instance, successor, value);
        return Value.None;
    }

    /// <summary>Stores one attribute more, for which <paramref name="successor"/> is the layout.</summary>
    internal static void Append(PyObject instance, Shape successor, Value value)
    {
        var slots = instance.Slots;
        var index = successor.Count - 1;
        if (slots is null)
            instance.Slots = slots = NewSlots(successor.Type, Math.Max(index + 1, successor.Type.ExpectedSlots));
        else if (index >= slots.Length)
            Array.Resize(ref instance.Slots, index + 1 + (index >> 1) + 1);
        instance.Slots![index] = value;
        instance.Shape = successor;
        if (index >= successor.Type.ExpectedSlots)
            successor.Type.ExpectedSlots = index + 1;
    }

    /// <summary>Removes the attribute; false when the instance does not carry it.</summary>
    internal static bool Remove(PyObject instance, PyStr name)
    {
        if (Get(instance, name).IsUnbound)
            return false;
        return Materialize(instance).RemoveStr(name);
    }

    /// <summary>The attributes as a dict that from now on is where they live: <c>__dict__</c>.</summary>
    internal static PyDict Materialize(PyObject instance)
    {
        var shape = instance.Shape;
        if (shape.IsDictionary)
            return DictOf(instance);
        var dict = new PyDict();
        var names = shape.Names();
        var first = shape.Type.SlotCount;
        for (var i = 0; i < names.Length; i++)
            dict.SetStr(names[i], instance.Slots![first + i]);
        Replace(instance, dict);
        return dict;
    }

    /// <summary>Assigns <c>__dict__</c>.</summary>
    internal static void Replace(PyObject instance, PyDict dict)
    {
        var first = instance.Shape.Type.SlotCount;
        var slots = NewSlots(instance.Shape.Type, first + 1);
        instance.Slots?.AsSpan(0, Math.Min(first, instance.Slots.Length)).CopyTo(slots);
        slots[first] = dict;
        instance.Slots = slots;
        instance.Shape = instance.Shape.Dictionary;
    }

    /// <summary>Moves the instance to another class of the same layout: <c>__class__</c> assignment.</summary>
    internal static void Rehome(PyObject instance, PyType type)
    {
        var old = instance.Shape;
        if (old.IsDictionary)
        {
            instance.Shape = type.RootShape.Dictionary;
            return;
        }
        var shape = type.RootShape;
        foreach (var name in old.Names())
            shape = shape.With(name)!;
        instance.Shape = shape;
    }

    /// <summary>Room for attributes, the <c>__slots__</c> unbound.</summary>
    internal static Value[] NewSlots(PyType type, int length)
    {
        var slots = new Value[length];
        for (var i = 0; i < type.SlotCount; i++)
            slots[i] = Value.Unbound;
        return slots;
    }

    private static PyDict DictOf(PyObject instance) => (PyDict)instance.Slots![instance.Shape.Type.SlotCount].Ref!;
}
