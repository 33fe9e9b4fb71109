// isinstance and issubclass. The plain case, a class whose metaclass is type, is a walk along the MRO; everything else is
// asked through __instancecheck__ and __subclasscheck__ (data model, Customizing instance and subclass checks).

using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>isinstance() and issubclass().</summary>
internal static class TypeChecks
{
    private static readonly PyStr Class = PyStr.Constant("__class__");
    private static readonly PyStr Bases = PyStr.Constant("__bases__");

    /// <summary><c>isinstance(instance, classes)</c>; false when it raised.</summary>
    internal static bool TryIsInstance(VmThread thread, Value instance, Value classes, out bool result)
    {
        result = true;
        if (ReferenceEquals(instance.Type, classes.Ref))
            return true;
        if (classes.Ref is PyType plain && ReferenceEquals(plain.Type, PyType.TypeObject))
            return TryIsPlainInstance(thread, instance, plain, out result);
        if (classes.Ref is PyTuple tuple)
        {
            if (!thread.EnterNative())
                return false;
            var done = TryAny(thread, instance, tuple, TryIsInstance, out result);
            thread.LeaveNative(Value.None);
            return done;
        }
        var check = classes.Type.LookupSpecial(Special.InstanceCheck);
        if (!check.IsUnbound)
            return TryAsk(thread, check, classes, instance, out result);
        return TryIsInstanceOfAnything(thread, instance, classes, out result);
    }

    /// <summary><c>issubclass(subclass, classes)</c>; false when it raised.</summary>
    internal static bool TryIsSubclass(VmThread thread, Value subclass, Value classes, out bool result)
    {
        result = true;
        if (classes.Ref is PyType plain && ReferenceEquals(plain.Type, PyType.TypeObject) && subclass.Ref is PyType type)
        {
            result = type.IsSubtypeOf(plain);
            return true;
        }
        if (classes.Ref is PyTuple tuple)
        {
            if (!thread.EnterNative())
                return false;
            var done = TryAny(thread, subclass, tuple, TryIsSubclass, out result);
            thread.LeaveNative(Value.None);
            return done;
        }
        var check = classes.Type.LookupSpecial(Special.SubclassCheck);
        if (!check.IsUnbound && !ReferenceEquals(classes.Type, PyType.TypeObject))
            return TryAsk(thread, check, classes, subclass, out result);
        return TryIsSubclassOfAnything(thread, subclass, classes, out result);
    }

    /// <summary>What type.__instancecheck__ does: the type, then <c>__class__</c> when it says something else.</summary>
    internal static bool TryIsPlainInstance(VmThread thread, Value instance, PyType type, out bool result)
    {
        result = instance.Type.IsSubtypeOf(type);
        if (result || instance.Ref is null || !instance.Type.IsHeapType)
            return true;
        var claimed = Operations.Attributes.TryGet(thread, instance, Class);
        if (claimed.IsError)
            return false;
        result = claimed.Ref is PyType other && !ReferenceEquals(other, instance.Type) && other.IsSubtypeOf(type);
        return true;
    }

    /// <summary>What type.__subclasscheck__ does.</summary>
    internal static bool TryIsSubclassOfAnything(VmThread thread, Value subclass, Value classes, out bool result)
    {
        result = false;
        if (subclass.Ref is PyType type && classes.Ref is PyType other)
        {
            result = type.IsSubtypeOf(other);
            return true;
        }
        if (BasesOf(thread, subclass, "issubclass() arg 1 must be a class") is null
            || BasesOf(thread, classes, "issubclass() arg 2 must be a class, a tuple of classes, or a union") is null)
            return false;
        return TryDerives(thread, subclass, classes, out result);
    }

    private delegate bool Check(VmThread thread, Value value, Value classes, out bool result);

    private static bool TryAny(VmThread thread, Value value, PyTuple classes, Check check, out bool result)
    {
        foreach (var item in classes.Items)
        {
            if (!check(thread, value, item, out result))
                return false;
            if (result)
                return true;
        }
        result = false;
        return true;
    }

    private static bool TryAsk(VmThread thread, Value check, Value classes, Value value, out bool result)
    {
        result = false;
        var answer = thread.CallSpecial(check, classes, value);
        return !answer.IsError && Truth.TryTest(thread, answer, out result);
    }

    private static bool TryIsInstanceOfAnything(VmThread thread, Value instance, Value classes, out bool result)
    {
        result = false;
        if (BasesOf(thread, classes, "isinstance() arg 2 must be a type, a tuple of types, or a union") is null)
            return false;
        var claimed = Operations.Attributes.TryGet(thread, instance, Class);
        return !claimed.IsError && (claimed.IsUnbound || TryDerives(thread, claimed, classes, out result));
    }

    // Old-style class-like objects: anything with a tuple in __bases__ counts as a class.
    private static bool TryDerives(VmThread thread, Value subclass, Value classes, out bool result)
    {
        result = subclass.Is(classes);
        if (result)
            return true;
        if (BasesOf(thread, subclass, null) is not { } bases)
            return thread.Pending is null;
        foreach (var item in bases.Items)
        {
            if (!TryDerives(thread, item, classes, out result))
                return false;
            if (result)
                return true;
        }
        return true;
    }

    private static PyTuple? BasesOf(VmThread thread, Value candidate, string? complaint)
    {
        var bases = Operations.Attributes.TryGet(thread, candidate, Bases);
        if (bases.Ref is PyTuple tuple)
            return tuple;
        if (!bases.IsError && complaint is not null)
            thread.TypeError(complaint);
        return null;
    }
}
