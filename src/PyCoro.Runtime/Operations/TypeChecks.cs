// isinstance() and issubclass() (library reference: Built-in Functions; PEP 3119 for the hooks).

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Operations;

internal static class TypeChecks
{
    private static readonly PyStr BasesName = PyStr.Constant("__bases__");
    private static readonly PyStr ClassName = PyStr.Constant("__class__");

    /// <summary><c>isinstance(obj, classinfo)</c>: True, False or Error.</summary>
    internal static Value IsInstance(VmThread thread, Value obj, Value classInfo)
    {
        if (ReferenceEquals(obj.Type, classInfo.Ref))
            return Value.True;
        if (classInfo.Ref is PyType type && ReferenceEquals(type.Type, PyType.TypeObject))
            return IsPlainInstance(thread, obj, type);
        if (classInfo.Ref is PyUnionType union)
            return Any(thread, obj, union.Members, IsInstance);
        if (classInfo.Ref is PyTuple tuple)
            return Any(thread, obj, tuple.Items, IsInstance);
        var hook = classInfo.Type.LookupSpecial(Special.InstanceCheck);
        if (!hook.IsUnbound)
            return AsBool(thread, thread.CallSpecial(hook, classInfo, obj));
        if (classInfo.Ref is PyType plain)
            return IsPlainInstance(thread, obj, plain);
        if (!HasBases(thread, classInfo))
            return thread.Pending is not null ? Value.Error : thread.TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
        var cls = Attributes.TryGet(thread, obj, ClassName);
        return cls.IsSentinel ? cls.IsUnbound ? Value.False : cls : IsAbstractSubclass(thread, cls, classInfo);
    }

    /// <summary><c>issubclass(cls, classinfo)</c>: True, False or Error.</summary>
    internal static Value IsSubclass(VmThread thread, Value cls, Value classInfo)
    {
        if (classInfo.Ref is PyType type && ReferenceEquals(type.Type, PyType.TypeObject))
            return cls.Ref is PyType derived ? Value.Bool(derived.IsSubtypeOf(type)) : IsPlainSubclass(thread, cls, classInfo);
        if (classInfo.Ref is PyUnionType union)
            return Any(thread, cls, union.Members, IsSubclass);
        if (classInfo.Ref is PyTuple tuple)
            return Any(thread, cls, tuple.Items, IsSubclass);
        var hook = classInfo.Type.LookupSpecial(Special.SubclassCheck);
        return hook.IsUnbound ? IsPlainSubclass(thread, cls, classInfo) : AsBool(thread, thread.CallSpecial(hook, classInfo, cls));
    }

    /// <summary><c>type.__instancecheck__</c>.</summary>
    internal static Value IsPlainInstance(VmThread thread, Value obj, PyType type)
    {
        if (obj.Type.IsSubtypeOf(type))
            return Value.True;
        if (!obj.Type.IsHeapType)
            return Value.False;
        // A proxy may claim another class by __class__.
        var cls = Attributes.TryGet(thread, obj, ClassName);
        if (cls.IsError)
            return cls;
        return Value.Bool(cls.Ref is PyType claimed && !ReferenceEquals(claimed, obj.Type) && claimed.IsSubtypeOf(type));
    }

    /// <summary><c>type.__subclasscheck__</c>.</summary>
    internal static Value IsPlainSubclass(VmThread thread, Value cls, Value classInfo)
    {
        if (cls.Ref is PyType derived && classInfo.Ref is PyType type)
            return Value.Bool(derived.IsSubtypeOf(type));
        if (!HasBases(thread, cls))
            return thread.Pending is not null ? Value.Error : thread.TypeError("issubclass() arg 1 must be a class");
        if (!HasBases(thread, classInfo))
            return thread.Pending is not null ? Value.Error : thread.TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union");
        return IsAbstractSubclass(thread, cls, classInfo);
    }

    private static Value IsAbstractSubclass(VmThread thread, Value cls, Value classInfo)
    {
        if (cls.Is(classInfo))
            return Value.True;
        var bases = Attributes.TryGet(thread, cls, BasesName);
        if (bases.Ref is not PyTuple tuple)
            return bases.IsError ? bases : Value.False;
        if (!thread.EnterNative())
            return Value.Error;
        foreach (var item in tuple.Items)
        {
            var result = IsAbstractSubclass(thread, item, classInfo);
            if (result.IsError || result.IsTrue)
                return thread.LeaveNative(result);
        }
        return thread.LeaveNative(Value.False);
    }

    private static bool HasBases(VmThread thread, Value cls) =>
        cls.Ref is PyType || Attributes.TryGet(thread, cls, BasesName).Ref is PyTuple;

    private static Value Any(VmThread thread, Value obj, Value[] items, Func<VmThread, Value, Value, Value> check)
    {
        if (!thread.EnterNative())
            return Value.Error;
        foreach (var item in items)
        {
            var result = check(thread, obj, item.IsNone ? PyNone.TypeObject : item);
            if (result.IsError || result.IsTrue)
                return thread.LeaveNative(result);
        }
        return thread.LeaveNative(Value.False);
    }

    private static Value AsBool(VmThread thread, Value outcome) =>
        outcome.IsError || !Truth.TryTest(thread, outcome, out var truth) ? Value.Error : Value.Bool(truth);
}
