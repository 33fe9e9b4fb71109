using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Digests;

/// <summary>A parameter that is an unsigned int of 64 bits.</summary>
internal static class UnsignedParameter
{
    /// <summary>The number; false when it is none, or does not fit.</summary>
    internal static bool TryRead(VmThread thread, Value value, out ulong number)
    {
        number = 0;
        var index = Conversions.Index(thread, value);
        if (index.IsError)
            return false;
        index.TryGetBigInteger(out var integer);
        if (integer.Sign < 0)
            thread.ValueError("value must be positive");
        else if (integer > ulong.MaxValue)
            thread.OverflowError("int too big to convert");
        else
            number = (ulong)integer;
        return thread.Pending is null;
    }
}
