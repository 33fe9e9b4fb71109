// id(): a number that stays with an object. .NET moves objects, so there is no address; numbers are given out on the first
// question and are the same in every run of the same program.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

internal static class Identity
{
    private static readonly ConditionalWeakTable<PyObject, object> Numbers = [];
    private static long s_last = 0x7f0000000000;

    /// <summary><c>id(value)</c>.</summary>
    internal static long Of(Value value)
    {
        if (value.Ref is { } obj && !value.IsFloat)
            return Of(obj);
        // Equal small ints and floats are the same object as far as anyone can tell.
        return HashCode.Combine(value.IsFloat, value.Bits) * 16L;
    }

    /// <summary><c>id(obj)</c>.</summary>
    internal static long Of(PyObject obj) => (long)Numbers.GetValue(obj, static _ => Interlocked.Add(ref s_last, 16));

    /// <summary>As reprs show it.</summary>
    internal static string Address(Value value) => $"0x{Of(value):x}";
}
