using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Operations;

/// <summary>Numbers out of values by <c>__index__</c> and <c>__float__</c>.</summary>
internal static class Conversions
{
    /// <summary><c>operator.index(value)</c>.</summary>
    internal static Value Index(VmThread thread, Value value)
    {
        if (value.IsSmallInt)
            return value;
        if (value.Ref is PyInt integer)
            return Value.Int(integer.Number);
        var method = value.Type.LookupSpecial(Special.Index);
        if (method.IsUnbound)
            return thread.TypeError($"'{value.Type.QualifiedNativeName}' object cannot be interpreted as an integer");
        var result = thread.CallSpecial(method, value);
        if (result.IsError || result.IsSmallInt)
            return result;
        return result.Ref is PyInt number
            ? ExactInt(thread, number, "__index__")
            : thread.TypeError($"__index__ returned non-int (type {result.Type.QualifiedNativeName})");
    }

    /// <summary>A size that must fit 64 bits; false when it raised (TypeError, OverflowError).</summary>
    internal static bool TryIndex64(VmThread thread, Value value, out long number)
    {
        if (TryFit(thread, value, out number, out var isTooLarge))
            return true;
        if (isTooLarge)
            thread.OverflowError("Python int too large to convert to C ssize_t");
        return false;
    }

    /// <summary>The key of a subscript; false when it raised (TypeError, IndexError).</summary>
    internal static bool TrySubscript(VmThread thread, Value key, out long number)
    {
        if (TryFit(thread, key, out number, out var isTooLarge))
            return true;
        if (isTooLarge)
            thread.IndexError($"cannot fit '{key.Type.QualifiedNativeName}' into an index-sized integer");
        return false;
    }

    /// <summary>How often or how much, as sequences count; false when it raised (TypeError, OverflowError).</summary>
    internal static bool TryCount(VmThread thread, Value value, out long number)
    {
        if (TryFit(thread, value, out number, out var isTooLarge))
            return true;
        if (isTooLarge)
            thread.OverflowError($"cannot fit '{value.Type.QualifiedNativeName}' into an index-sized integer");
        return false;
    }

    private static bool TryFit(VmThread thread, Value value, out long number, out bool isTooLarge)
    {
        isTooLarge = false;
        var index = Index(thread, value);
        if (!index.IsError && index.IsSmallInt)
        {
            number = index.Bits;
            return true;
        }
        number = 0;
        isTooLarge = !index.IsError;
        return false;
    }

    /// <summary>An index, cut to the 64-bit range as slices do; false when it raised.</summary>
    internal static bool TryIndexClamped(VmThread thread, Value value, out long number)
    {
        number = 0;
        var index = Index(thread, value);
        if (index.IsError)
            return false;
        number = index.IsSmallInt ? index.Bits : ((PyInt)index.Ref!).Number.Sign < 0 ? long.MinValue : long.MaxValue;
        return true;
    }

    /// <summary>A float by <c>__float__</c> or <c>__index__</c>; false when it raised.</summary>
    internal static bool TryDouble(VmThread thread, Value value, out double number)
    {
        if (value.TryGetDouble(out number))
            return true;
        if (value.IsSmallInt)
        {
            number = value.Bits;
            return true;
        }
        var method = value.Type.LookupSpecial(Special.Float);
        if (!method.IsUnbound)
        {
            var result = thread.CallSpecial(method, value);
            if (result.IsError)
                return false;
            if (result.TryGetDouble(out number))
                return result.IsFloat || WarnOfSubclass(thread, $"{value.Type.QualifiedNativeName}.__float__", "float", result);
            thread.TypeError($"{value.Type.QualifiedNativeName}.__float__ returned non-float (type {result.Type.QualifiedNativeName})");
            return false;
        }
        if (value.Type.LookupSpecial(Special.Index).IsUnbound)
        {
            thread.TypeError($"must be real number, not {value.Type.QualifiedNativeName}");
            return false;
        }
        var index = Index(thread, value);
        return !index.IsError && TryDouble(thread, index, out number);
    }

    /// <summary>What a special method returned as an int of no subclass, which is deprecated.</summary>
    internal static Value ExactInt(VmThread thread, PyInt number, string method) =>
        ReferenceEquals(number.Type, PyInt.TypeObject) || WarnOfSubclass(thread, method, "int", number)
            ? Value.Int(number.Number)
            : Value.Error;

    /// <summary>A special method has returned an instance of a subclass; false when the warning became an exception.</summary>
    internal static bool WarnOfSubclass(VmThread thread, string method, string kind, Value result) => Warnings.Issue(
        thread,
        ExceptionTypes.DeprecationWarning,
        $"{method} returned non-{kind} (type {result.Type.QualifiedNativeName}).  "
        + $"The ability to return an instance of a strict subclass of {kind} is deprecated, "
        + "and may be removed in a future version of Python.");
}
