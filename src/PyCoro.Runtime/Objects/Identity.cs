// id(): a number that stays with an object. .NET moves objects, so there is no address; an interpreter gives numbers out
// on the first question, in the same order in every run of the same program.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

internal sealed class Identity
{
    private readonly ConditionalWeakTable<PyObject, object> _numbers = [];
    private long _last = 0x7f0000000000;

    /// <summary><c>id(value)</c>.</summary>
    internal long Of(Value value)
    {
        if (value.Ref is { } obj && !value.IsFloat)
            return (long)_numbers.GetValue(obj, _ => Interlocked.Add(ref _last, 16));
        // Equal small ints and floats are the same object as far as anyone can tell.
        return unchecked((long)(((ulong)value.Bits * 0x9E3779B97F4A7C15UL) >> 18)) * 16L + (value.IsFloat ? 8 : 0);
    }

    /// <summary>As reprs show it.</summary>
    internal static string Address(VmThread thread, Value value) => $"0x{thread.Interpreter.Identities.Of(value):x}";
}
