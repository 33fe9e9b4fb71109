// `+` and `*` of the sequences that hold characters or bytes. CPython tries them after the number protocol of both operands;
// here they are ordinary special methods, so they step back for an operand whose class was given a reflected method in
// Python, and raise the sequence's own message otherwise.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Strings;

/// <summary>What <c>+</c> and <c>*</c> of str, bytes and bytearray have in common.</summary>
internal static class SequenceOperators
{
    /// <summary>The result for an operand of another type: NotImplemented when it may know better, else a TypeError.</summary>
    internal static Value CannotConcatenate(VmThread thread, Value other, string message) =>
        HasPythonMethod(other, Special.RAdd) ? Value.NotImplemented : thread.TypeError(message);

    /// <summary>How often to repeat; false when the result is <see cref="Refused"/>.</summary>
    internal static bool TryCount(VmThread thread, Value value, int length, out int count)
    {
        count = 0;
        long number;
        if (value.IsSmallInt)
        {
            number = value.Bits;
        }
        else if (!value.Type.Has(Special.Index))
        {
            if (!HasPythonMethod(value, Special.RMul) && !HasPythonMethod(value, Special.Mul))
                thread.TypeError($"can't multiply sequence by non-int of type '{value.Type.Name}'");
            return false;
        }
        else
        {
            var index = Conversions.Index(thread, value);
            if (index.IsError)
                return false;
            if (!index.TryGetInt64(out number))
            {
                thread.OverflowError($"cannot fit '{value.Type.Name}' into an index-sized integer");
                return false;
            }
        }
        if (number <= 0 || length == 0)
            return true;
        if (number > FormatSpec.MaxLength / length)
        {
            thread.Raise(ExceptionTypes.MemoryError);
            return false;
        }
        count = (int)number;
        return true;
    }

    /// <summary>After <see cref="TryCount"/> said no: Error when something is pending, else NotImplemented.</summary>
    internal static Value Refused(VmThread thread) => thread.Pending is null ? Value.NotImplemented : Value.Error;

    private static bool HasPythonMethod(Value value, Special special)
    {
        var method = value.Type.LookupSpecial(special);
        return !method.IsUnbound && method.Ref is not PyMethodDescriptor;
    }
}
