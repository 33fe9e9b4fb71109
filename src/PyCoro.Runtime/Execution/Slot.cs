// Writes to slots and operand places. Storing a reference costs a GC write barrier; storing null does not, so ints are
// written in two halves, which the JIT compiles to two plain stores.

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class Slot
{
    /// <summary>Copies a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Copy(ref Value target, in Value source)
    {
        if (source.Ref is null)
            SetInt(ref target, source.Bits);
        else
            target = source;
    }

    /// <summary>Reads a value that may have been written a moment ago. It was written in two halves: reading it as one would
    /// wait until both have left the processor's store buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value Read(in Value source) => Value.OfHalves(source.Ref, source.Bits);

    /// <summary>Stores an int.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void SetInt(ref Value target, long number)
    {
        ref var halves = ref Unsafe.As<Value, Halves>(ref target);
        halves.Ref = null;
        halves.Bits = number;
    }

    /// <summary>Stores a float where a float was: the tag is there already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void SetFloat(ref Value target, double number) =>
        Unsafe.As<Value, Halves>(ref target).Bits = BitConverter.DoubleToInt64Bits(number);

    /// <summary>Index of a place in its stack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int IndexOf(Value[] stack, ref Value place) =>
        (int)(Unsafe.ByteOffset(ref MemoryMarshal.GetArrayDataReference(stack), ref place) / Unsafe.SizeOf<Value>());

    private struct Halves
    {
        internal PyObject? Ref;
        internal long Bits;
    }
}
