// getattr, setattr and delattr (data model, Customizing attribute access): the one place that knows the order of data
// descriptor, instance attribute, other class attribute. Inline caches only remember what was found here.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Operations;

internal static class Attributes
{
    /// <summary><c>getattr(obj, name)</c>.</summary>
    internal static Value Get(VmThread thread, Value obj, PyStr name)
    {
        var type = obj.Type;
        var getAttribute = type.LookupSpecial(Special.GetAttribute);
        Value found;
        if (IsGeneric(getAttribute))
            found = GetGeneric(thread, obj, type, name, report: type.LookupSpecial(Special.GetAttr).IsUnbound);
        else
            found = thread.CallSpecial(getAttribute, obj, name);
        if (!found.IsSentinel)
            return found;
        var getAttr = type.LookupSpecial(Special.GetAttr);
        if (getAttr.IsUnbound)
            return NameMissing(thread, obj, name, found);
        if (found.IsError && !thread.ClearPending(ExceptionTypes.AttributeError))
            return found;
        return NameMissing(thread, obj, name, thread.CallSpecial(getAttr, obj, name));
    }

    /// <summary>An AttributeError that a program raised without saying of what is told, for suggestions.</summary>
    private static Value NameMissing(VmThread thread, Value obj, PyStr name, Value found)
    {
        if (found.IsError && thread.PendingIs(ExceptionTypes.AttributeError) && thread.Pending is { } error &&
            error.Field(ExceptionFields.Name).IsNone && error.Field(ExceptionFields.Obj).IsNone)
        {
            error.SetField(ExceptionFields.Name, name);
            error.SetField(ExceptionFields.Obj, obj);
        }
        return found;
    }

    /// <summary><c>getattr</c> with <see cref="Value.Unbound"/> instead of AttributeError.</summary>
    internal static Value TryGet(VmThread thread, Value obj, PyStr name)
    {
        var type = obj.Type;
        Value found;
        if (IsGeneric(type.LookupSpecial(Special.GetAttribute)) && type.LookupSpecial(Special.GetAttr).IsUnbound)
            found = GetGeneric(thread, obj, type, name, report: false);
        else
            found = Get(thread, obj, name);
        return found.IsError && thread.ClearPending(ExceptionTypes.AttributeError) ? Value.Unbound : found;
    }

    /// <summary><c>object.__getattribute__</c> or <c>type.__getattribute__</c>, whichever is the object's.
    /// Unbound when there is no such attribute and <paramref name="report"/> is false.</summary>
    internal static Value GetGeneric(VmThread thread, Value obj, PyType type, PyStr name, bool report)
    {
        if (obj.Ref is PyType cls)
            return cls.GetAttribute(thread, name, report);
        if (obj.Ref is PyModule module)
            return module.GetAttribute(thread, name, report);
        if (obj.Ref is PySuper super)
            return super.GetAttribute(thread, name, report);
        return GetFromInstance(thread, obj, type, name, report);
    }

    /// <summary><c>object.__getattribute__</c>.</summary>
    internal static Value GetFromInstance(VmThread thread, Value obj, PyType type, PyStr name, bool report)
    {
        var attribute = type.Lookup(name);
        if (!attribute.IsUnbound && IsDataDescriptor(attribute) && attribute.Type.Has(Special.Get))
            return BindDescriptor(thread, attribute, obj, type, report);
        if (obj.Ref is { } instance)
        {
            var own = InstanceAttributes.Get(thread, instance, name);
            if (!own.IsUnbound)
                return own;
        }
        if (!attribute.IsUnbound)
            return BindDescriptor(thread, attribute, obj, type, report);
        return report ? Missing(thread, obj, name) : Value.Unbound;
    }

    /// <summary>The method a call <c>obj.name(…)</c> runs, without making a bound method when it is a plain function of the
    /// class: then <paramref name="isUnbound"/> is true and the receiver goes first. <paramref name="decorated"/> is the
    /// classmethod or staticmethod of a function that was found instead; the result is bound then.</summary>
    internal static Value GetMethod(VmThread thread, Value obj, PyStr name, out Value decorated, out bool isUnbound)
    {
        var type = obj.Type;
        isUnbound = false;
        decorated = Value.Unbound;
        if (obj.Ref is PyType or PyModule or PySuper || !IsGeneric(type.LookupSpecial(Special.GetAttribute)))
            return Get(thread, obj, name);
        var attribute = type.Lookup(name);
        if (attribute.Ref is PyFunction or PyMethodDescriptor or PyMethodDecorator { Function.Ref: PyFunction, Type.IsHeapType: false })
        {
            if (obj.Ref is { } instance)
            {
                var own = InstanceAttributes.Get(thread, instance, name);
                if (!own.IsUnbound)
                    return own;
            }
            if (attribute.Ref is PyMethodDecorator)
            {
                decorated = attribute;
                return Bind(thread, attribute, obj, type);
            }
            isUnbound = true;
            return attribute;
        }
        return Get(thread, obj, name);
    }

    /// <summary><c>setattr(obj, name, value)</c>. None or Error.</summary>
    internal static Value Set(VmThread thread, Value obj, PyStr name, Value value)
    {
        var type = obj.Type;
        var setAttr = type.LookupSpecial(Special.SetAttr);
        return IsGeneric(setAttr) ? SetGeneric(thread, obj, type, name, value) : thread.CallSpecial(setAttr, obj, name, value);
    }

    /// <summary><c>delattr(obj, name)</c>. None or Error.</summary>
    internal static Value Delete(VmThread thread, Value obj, PyStr name)
    {
        var type = obj.Type;
        var delAttr = type.LookupSpecial(Special.DelAttr);
        return IsGeneric(delAttr) ? SetGeneric(thread, obj, type, name, Value.Unbound) : thread.CallSpecial(delAttr, obj, name);
    }

    /// <summary><c>object.__setattr__</c>, <c>type.__setattr__</c> and their <c>__delattr__</c> (value unbound).</summary>
    internal static Value SetGeneric(VmThread thread, Value obj, PyType type, PyStr name, Value value)
    {
        if (obj.Ref is PyType cls)
            return cls.SetAttribute(thread, name, value);
        var attribute = type.Lookup(name);
        if (!attribute.IsUnbound)
        {
            if (attribute.Ref is PyGetSetDescriptor getSet)
                return getSet.Set(thread, obj, value);
            if (attribute.Ref is PySlotDescriptor slot)
                return slot.Set(thread, obj, value);
            var special = attribute.Type.LookupSpecial(value.IsUnbound ? Special.Delete : Special.Set);
            if (!special.IsUnbound)
                return value.IsUnbound
                    ? thread.CallSpecial(special, attribute, obj)
                    : thread.CallSpecial(special, attribute, obj, value);
            if (attribute.Type.Has(value.IsUnbound ? Special.Set : Special.Delete))
                return thread.Raise(ExceptionTypes.AttributeError, value.IsUnbound ? "__delete__" : "__set__");
        }
        if (obj.Ref is PyModule module)
        {
            if (value.IsUnbound)
                return module.Dict.RemoveStr(name) ? Value.None : Missing(thread, obj, name);
            module.Dict.SetStr(name, value);
            return Value.None;
        }
        if (obj.Ref is { } instance && instance.Type.HasDict)
        {
            if (!value.IsUnbound)
                return InstanceAttributes.Set(instance, name, value);
            return InstanceAttributes.Remove(instance, name) ? Value.None : Missing(thread, obj, name);
        }
        if (attribute.IsUnbound)
            return Missing(thread, obj, name);
        return thread.RaiseAttributeError($"'{type.QualifiedNativeName}' object attribute '{name.Text}' is read-only", obj, name);
    }

    /// <summary>Binds what was found on a type: <c>__get__</c>. <paramref name="receiver"/> is unbound for access on the class.</summary>
    internal static Value Bind(VmThread thread, Value attribute, Value receiver, PyType type)
    {
        switch (attribute.Ref)
        {
            case PyFunction when !receiver.IsUnbound:
                return new PyBoundMethod(attribute, receiver);
            case PyFunction:
                return attribute;
            case PyMethodDescriptor method:
                return receiver.IsUnbound ? attribute : method.Bind(receiver);
            // A subclass of these may say itself what is bound.
            case PyClassMethod { Type.IsHeapType: false } classMethod:
                return classMethod.Bind(thread, type);
            case PyStaticMethod { Type.IsHeapType: false } staticMethod:
                return staticMethod.Function;
            case PyGetSetDescriptor getSet:
                return receiver.IsUnbound ? attribute : getSet.Get(thread, receiver);
            case PySlotDescriptor slot:
                return receiver.IsUnbound ? attribute : slot.Get(thread, receiver);
            case PyTupleGetter field:
                return receiver.IsUnbound ? attribute : field.Get(thread, receiver);
            case null or PyBuiltinFunction or PyType { IsHeapType: false }:
                return attribute;
        }
        var get = attribute.Type.LookupSpecial(Special.Get);
        // What the class has for __get__ is called as it is, like CPython's slot does: it is not bound first.
        return get.IsUnbound ? attribute : thread.Call(get, attribute, receiver.IsUnbound ? Value.None : receiver, type);
    }

    /// <summary>Has it <c>__set__</c> or <c>__delete__</c>?</summary>
    internal static bool IsDataDescriptor(Value attribute)
    {
        switch (attribute.Ref)
        {
            case null or PyFunction or PyMethodDescriptor or PyMethodDecorator { Type.IsHeapType: false } or PyBuiltinFunction or PyStr:
                return false;
            case PyGetSetDescriptor or PySlotDescriptor or PyProperty or PyTupleGetter:
                return true;
        }
        var type = attribute.Type;
        return !type.LookupSpecial(Special.Set).IsUnbound || !type.LookupSpecial(Special.Delete).IsUnbound;
    }

    /// <summary>AttributeError as CPython words it.</summary>
    internal static Value Missing(VmThread thread, Value obj, PyStr name) => thread.RaiseAttributeError(
        obj.Ref is PyType cls
            ? $"type object '{cls.Name}' has no attribute '{name.Text}'"
            : $"'{obj.Type.QualifiedNativeName}' object has no attribute '{name.Text}'",
        obj, name);

    private static Value BindDescriptor(VmThread thread, Value attribute, Value obj, PyType type, bool report)
    {
        var bound = Bind(thread, attribute, obj, type);
        // With no __getattr__ to ask next, an AttributeError of the descriptor is the result.
        return bound.IsError && !report && thread.ClearPending(ExceptionTypes.AttributeError) ? Value.Unbound : bound;
    }

    private static bool IsGeneric(Value special) =>
        special.Ref is PyMethodDescriptor { Owner: var owner } &&
        (ReferenceEquals(owner, PyObject.TypeObject) || ReferenceEquals(owner, PyType.TypeObject) ||
         ReferenceEquals(owner, PyModule.TypeObject) || ReferenceEquals(owner, PySuper.TypeObject));
}
