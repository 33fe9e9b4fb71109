// `+` and `*` of sequences. CPython tries them after the number protocol of both operands; here they are ordinary special
// methods, so they step back for an operand whose class was given a reflected method in Python, and raise the sequence's own
// message otherwise.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Operations;

/// <summary>What <c>+</c> and <c>*</c> of the sequences have in common.</summary>
internal static class SequenceOperators
{
    /// <summary>Can it be indexed, and is it no dict (C API, PySequence_Check)?</summary>
    internal static bool IsSequence(Value value) => value.Ref is not PyDict && !value.Type.LookupSpecial(Special.GetItem).IsUnbound;

    /// <summary>The result for an operand of another type: NotImplemented when it may know better, else a TypeError.</summary>
    internal static Value CannotConcatenate(VmThread thread, Value other, string message) =>
        HasPythonMethod(other, Special.RAdd) ? Value.NotImplemented : thread.TypeError(message);

    /// <summary>How often to repeat text or bytes; false when the result is <see cref="Refused"/>.</summary>
    internal static bool TryCount(VmThread thread, Value factor, int length, out int count) =>
        TryCount(thread, factor, length, FormatSpec.MaxLength, out count);

    /// <summary>How often to repeat so many items, 0 when there are none; false when the result is <see cref="Refused"/>.</summary>
    internal static bool TryCount(VmThread thread, Value factor, int length, long maxLength, out int count)
    {
        count = 0;
        long number;
        if (factor.IsSmallInt)
        {
            number = factor.Bits;
        }
        else if (!factor.Type.Has(Special.Index))
        {
            if (!HasPythonMethod(factor, Special.RMul) && !HasPythonMethod(factor, Special.Mul))
                thread.TypeError($"can't multiply sequence by non-int of type '{factor.Type.QualifiedNativeName}'");
            return false;
        }
        else if (!Conversions.TryCount(thread, factor, out number))
        {
            return false;
        }
        if (number <= 0 || length == 0)
            return true;
        if (number > maxLength / length)
        {
            thread.Raise(ExceptionTypes.MemoryError);
            return false;
        }
        count = (int)number;
        return true;
    }

    /// <summary>After <c>TryCount</c> said no: Error when something is pending, else NotImplemented.</summary>
    internal static Value Refused(VmThread thread) => thread.Pending is null ? Value.NotImplemented : Value.Error;

    private static bool HasPythonMethod(Value value, Special special)
    {
        var method = value.Type.LookupSpecial(special);
        return !method.IsUnbound && method.Ref is not PyMethodDescriptor;
    }
}
