// Subscription, len() and `in` (data model, Emulating container types).

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Operations;

internal static class Items
{
    private static readonly PyStr ClassGetItem = PyStr.Constant("__class_getitem__");

    /// <summary><c>obj[key]</c>.</summary>
    internal static Value Get(VmThread thread, Value obj, Value key)
    {
        var method = obj.Type.LookupSpecial(Special.GetItem);
        if (!method.IsUnbound)
            return thread.CallSpecial(method, obj, key);
        if (obj.Ref is not PyType type)
            return thread.TypeError($"'{obj.Type.QualifiedNativeName}' object is not subscriptable");
        if (ReferenceEquals(type, PyType.TypeObject))
            return PyGenericAlias.Make(thread, type, key);
        var hook = Attributes.TryGet(thread, obj, ClassGetItem);
        if (hook.IsError)
            return hook;
        return hook.IsUnbound || hook.IsNone ? thread.TypeError($"type '{type.Name}' is not subscriptable") : thread.Call(hook, key);
    }

    /// <summary><c>obj[key] = value</c>. None or Error.</summary>
    internal static Value Set(VmThread thread, Value obj, Value key, Value value)
    {
        var method = obj.Type.LookupSpecial(Special.SetItem);
        return method.IsUnbound
            ? thread.TypeError($"'{obj.Type.QualifiedNativeName}' object does not support item assignment")
            : thread.CallSpecial(method, obj, key, value);
    }

    /// <summary><c>del obj[key]</c>. None or Error.</summary>
    internal static Value Delete(VmThread thread, Value obj, Value key)
    {
        var method = obj.Type.LookupSpecial(Special.DelItem);
        return method.IsUnbound
            ? thread.TypeError($"'{obj.Type.QualifiedNativeName}' object does not support item deletion")
            : thread.CallSpecial(method, obj, key);
    }

    /// <summary><c>len(obj)</c>; false when it raised.</summary>
    internal static bool TryLength(VmThread thread, Value obj, out long length)
    {
        length = 0;
        var method = obj.Type.LookupSpecial(Special.Len);
        if (method.IsUnbound)
        {
            thread.TypeError($"object of type '{obj.Type.QualifiedNativeName}' has no len()");
            return false;
        }
        var result = thread.CallSpecial(method, obj);
        if (result.IsError)
            return false;
        result = Conversions.Index(thread, result);
        if (result.IsError)
            return false;
        if (!result.TryGetInt64(out length))
        {
            var negative = result.TryGetBigInteger(out var big) && big.Sign < 0;
            if (negative)
                thread.ValueError("__len__() should return >= 0");
            else
                thread.OverflowError("cannot fit 'int' into an index-sized integer");
            return false;
        }
        if (length >= 0)
            return true;
        thread.ValueError("__len__() should return >= 0");
        return false;
    }

    /// <summary><c>item in container</c>; false when it raised.</summary>
    internal static bool TryContains(VmThread thread, Value container, Value item, out bool found)
    {
        found = false;
        if (container.Ref is PyStr { IsExact: true } text && item.Ref is PyStr sought)
        {
            found = text.Contains(sought);
            return true;
        }
        if (PyDict.IsPlain(container))
        {
            var value = Unsafe.As<PyDict>(container.Ref!).Get(thread, item);
            found = !value.IsUnbound;
            return !value.IsError;
        }
        switch (container.Ref)
        {
            case PySet set when ReferenceEquals(set.Shape.Type, PySet.TypeObject):
                return set.TryContains(thread, item, out found);
        }
        var method = container.Type.LookupSpecial(Special.Contains);
        if (method.IsNone)
        {
            thread.TypeError($"'{container.Type.QualifiedNativeName}' object is not a container");
            return false;
        }
        if (!method.IsUnbound)
        {
            var result = thread.CallSpecial(method, container, item);
            return !result.IsError && Truth.TryTest(thread, result, out found);
        }
        var iterator = Iteration.TryGetIter(thread, container);
        if (iterator.IsUnbound)
        {
            thread.TypeError($"argument of type '{container.Type.QualifiedNativeName}' is not iterable");
            return false;
        }
        if (iterator.IsError)
            return false;
        while (true)
        {
            var next = Iteration.Next(thread, iterator);
            if (next.IsUnbound)
                return true;
            if (next.IsError || !Comparison.TryEquals(thread, next, item, out found))
                return false;
            if (found)
                return true;
        }
    }
}
