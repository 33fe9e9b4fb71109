using System.Runtime.CompilerServices;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Operations;

/// <summary>Truth value testing (library reference: Truth Value Testing).</summary>
internal static class Truth
{
    /// <summary><c>bool(value)</c>; false when <c>__bool__</c> or <c>__len__</c> raised.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryTest(VmThread thread, Value value, out bool truth)
    {
        if (value.IsSmallInt)
        {
            truth = value.Bits != 0;
            return true;
        }
        if (value.Ref is PyBool)
        {
            truth = value.IsTrue;
            return true;
        }
        return TryTestObject(thread, value, out truth);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryTestObject(VmThread thread, Value value, out bool truth)
    {
        truth = true;
        switch (value.Ref)
        {
            case PyNone:
                truth = false;
                return true;
            case FloatTag:
                truth = value.AsDouble != 0;
                return true;
        }
        var type = value.Type;
        if (!type.IsHeapType)
        {
            switch (value.Ref)
            {
                case PyStr text:
                    truth = text.Text.Length != 0;
                    return true;
                case PyList list:
                    truth = list.Count != 0;
                    return true;
                case PyDict dict:
                    truth = dict.Count != 0;
                    return true;
                case PyTuple tuple:
                    truth = tuple.Items.Length != 0;
                    return true;
            }
        }
        var method = type.LookupSpecial(Special.Bool);
        if (!method.IsUnbound)
        {
            var result = thread.CallSpecial(method, value);
            if (result.IsError)
                return false;
            if (result.Ref is not PyBool)
            {
                thread.TypeError($"__bool__ should return bool, returned {result.Type.QualifiedNativeName}");
                return false;
            }
            truth = result.IsTrue;
            return true;
        }
        method = type.LookupSpecial(Special.Len);
        if (method.IsUnbound)
            return true;
        if (method.IsNone)
            return !thread.CallSpecial(method, value).IsError;
        if (!Items.TryLength(thread, value, out var length))
            return false;
        truth = length != 0;
        return true;
    }
}
