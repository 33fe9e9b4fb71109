using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Strings;

/// <summary>The optional <c>start, end</c> of find, count, startswith and the like, which mean what they mean in a slice.</summary>
internal readonly record struct SearchBounds(int Start, int End)
{
    /// <summary>No text, not even an empty one, can lie in between.</summary>
    internal bool IsImpossible => Start > End;

    /// <summary>Reads them for a sequence of a length; false when it raised.</summary>
    internal static bool TryRead(VmThread thread, Value start, Value end, int length, out SearchBounds bounds)
    {
        bounds = new SearchBounds(0, length);
        if (!TryPlace(thread, start, 0, out var first) || !TryPlace(thread, end, length, out var last))
            return false;
        if (last > length)
            last = length;
        else if (last < 0)
            last = Math.Max(last + length, 0);
        if (first < 0)
            first = Math.Max(first + length, 0);
        bounds = new SearchBounds((int)Math.Min(first, (long)length + 1), (int)last);
        return true;
    }

    private static bool TryPlace(VmThread thread, Value value, long otherwise, out long place)
    {
        place = otherwise;
        if (value.IsUnbound || value.IsNone)
            return true;
        if (value.IsSmallInt)
        {
            place = value.Bits;
            return true;
        }
        if (value.Type.Has(Special.Index))
            return Conversions.TryIndexClamped(thread, value, out place);
        thread.TypeError("slice indices must be integers or None or have an __index__ method");
        return false;
    }
}
