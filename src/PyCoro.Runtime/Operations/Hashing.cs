using PyCoro.Runtime.Numbers;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Operations;

/// <summary><c>hash(value)</c> (data model, object.__hash__).</summary>
internal static class Hashing
{
    /// <summary>The hash; false when the value is unhashable or <c>__hash__</c> raised.</summary>
    internal static bool TryHash(VmThread thread, Value value, out long hash)
    {
        if (value.IsSmallInt)
        {
            hash = NumericHash.Of(value.Bits);
            return true;
        }
        if (value.Ref is PyStr { IsExact: true } text)
        {
            hash = text.Hash;
            return true;
        }
        return TryHashObject(thread, value, out hash);
    }

    /// <summary>Hash by identity.</summary>
    internal static long OfIdentity(PyObject obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);

    private static bool TryHashObject(VmThread thread, Value value, out long hash)
    {
        hash = 0;
        var method = value.Type.LookupSpecial(Special.Hash);
        if (method.IsUnbound || method.IsNone)
        {
            thread.TypeError($"unhashable type: '{value.Type.QualifiedNativeName}'");
            return false;
        }
        var result = thread.CallSpecial(method, value);
        if (result.IsError)
            return false;
        if (!result.TryGetBigInteger(out var number))
        {
            thread.TypeError("__hash__ method should return an integer");
            return false;
        }
        // What fits the machine's word is taken as it is, not reduced.
        hash = !result.IsSmallInt ? NumericHash.Of(number) : number == -1 ? -2 : result.Bits;
        return true;
    }
}
