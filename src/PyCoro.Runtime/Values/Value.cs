// Every Python value is 16 bytes without boxing: a small int has no reference at all (so storing one needs no GC write
// barrier), a float refers to one frozen tag object and keeps its bits beside it, everything else is an object.
// Two references never reach Python code: Unbound (an empty variable, an exhausted iterator, an omitted argument) and
// Error (the operation failed and the exception is pending on the thread).

using System.Numerics;
using System.Runtime.CompilerServices;
using PyCoro.Runtime.Objects;

namespace PyCoro.Runtime.Values;

/// <summary>A Python value. <c>default</c> is the int 0.</summary>
public readonly struct Value
{
    /// <summary>null for an int that fits 64 bits, <see cref="FloatTag"/> for a float, else the object.</summary>
    public readonly PyObject? Ref;

    /// <summary>The int, or the float's bits.</summary>
    public readonly long Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Value(PyObject? reference, long bits)
    {
        Ref = reference;
        Bits = bits;
    }

    /// <summary>An object as a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Of(PyObject reference) => new(reference, 0);

    /// <summary>A value of the two parts of another one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value OfHalves(PyObject? reference, long bits) => new(reference, bits);

    /// <summary>An int.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Int(long number) => new(null, number);

    /// <summary>An int of any size; one that fits 64 bits is stored small, so that equal exact ints look alike.</summary>
    public static Value Int(BigInteger number) =>
        number.GetBitLength() < 64 ? new(null, (long)number) : new(new PyInt(number), 0);

    /// <summary>A float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Float(double number) => new(FloatTag.Instance, BitConverter.DoubleToInt64Bits(number));

    /// <summary>A bool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Bool(bool condition) => new(condition ? PyBool.True : PyBool.False, 0);

    /// <summary>A str.</summary>
    public static Value Str(string text) => new(PyStr.Of(text), 0);

    /// <summary><c>None</c>.</summary>
    public static Value None
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(PyNone.Instance, 0);
    }

    /// <summary><c>True</c>.</summary>
    public static Value True => new(PyBool.True, 0);

    /// <summary><c>False</c>.</summary>
    public static Value False => new(PyBool.False, 0);

    /// <summary><c>NotImplemented</c>.</summary>
    public static Value NotImplemented => new(PyNotImplemented.Instance, 0);

    /// <summary>Nothing here: an unbound variable, no next item, an omitted argument.</summary>
    public static Value Unbound
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Sentinel.Unbound, 0);
    }

    /// <summary>The operation failed; <c>VmThread.Pending</c> says why.</summary>
    public static Value Error
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Sentinel.Error, 0);
    }

    /// <summary>The loop wants to be entered again; only its driver sees this.</summary>
    internal static Value Reenter => new(Sentinel.Reenter, 0);

    /// <summary>Exactly an int that fits 64 bits (bool and subclasses excluded).</summary>
    public bool IsSmallInt
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Ref is null;
    }

    /// <summary>Exactly a float (subclasses excluded).</summary>
    public bool IsFloat
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ReferenceEquals(Ref, FloatTag.Instance);
    }

    /// <summary>The float behind <see cref="IsFloat"/>.</summary>
    public double AsDouble
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => BitConverter.Int64BitsToDouble(Bits);
    }

    /// <summary>Is it <see cref="Error"/>?</summary>
    public bool IsError
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ReferenceEquals(Ref, Sentinel.Error);
    }

    /// <summary>Is it <see cref="Unbound"/>?</summary>
    public bool IsUnbound
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ReferenceEquals(Ref, Sentinel.Unbound);
    }

    /// <summary>Is it <see cref="Unbound"/> or <see cref="Error"/>: no Python value?</summary>
    public bool IsSentinel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Ref is Sentinel;
    }

    /// <summary>Is it <c>None</c>?</summary>
    public bool IsNone
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ReferenceEquals(Ref, PyNone.Instance);
    }

    /// <summary>Is it <c>NotImplemented</c>?</summary>
    public bool IsNotImplemented => ReferenceEquals(Ref, PyNotImplemented.Instance);

    /// <summary>Is it <c>True</c>?</summary>
    public bool IsTrue => ReferenceEquals(Ref, PyBool.True);

    /// <summary>Is it <c>False</c>?</summary>
    public bool IsFalse => ReferenceEquals(Ref, PyBool.False);

    /// <summary><c>type(value)</c>.</summary>
    public PyType Type
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Ref is null ? PyInt.TypeObject : Ref.Shape.Type;
    }

    /// <summary>Python's <c>is</c>: the same object; for ints and floats the same type and bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(Value other) => ReferenceEquals(Ref, other.Ref) && Bits == other.Bits;

    /// <summary>The object as <typeparamref name="T"/> (its Python type or a subtype), else null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? As<T>() where T : PyObject => Ref as T;

    /// <summary>Any int, subclasses and bool included, as a BigInteger.</summary>
    public bool TryGetBigInteger(out BigInteger number)
    {
        if (Ref is null)
        {
            number = Bits;
            return true;
        }
        if (Ref is PyInt boxed)
        {
            number = boxed.Number;
            return true;
        }
        number = default;
        return false;
    }

    /// <summary>Any int, subclasses and bool included, that fits 64 bits.</summary>
    public bool TryGetInt64(out long number)
    {
        if (Ref is null)
        {
            number = Bits;
            return true;
        }
        if (Ref is PyInt boxed && boxed.Number >= long.MinValue && boxed.Number <= long.MaxValue)
        {
            number = (long)boxed.Number;
            return true;
        }
        number = 0;
        return false;
    }

    /// <summary>Any float, subclasses included.</summary>
    public bool TryGetDouble(out double number)
    {
        if (IsFloat)
        {
            number = AsDouble;
            return true;
        }
        if (Ref is PyFloat boxed)
        {
            number = boxed.Number;
            return true;
        }
        number = 0;
        return false;
    }

    /// <summary>Objects convert to values silently, since a value is what every API takes.</summary>
    public static implicit operator Value(PyObject reference) => new(reference, 0);

    /// <summary>For the debugger only; Python's repr needs a thread.</summary>
    public override string ToString() => Ref switch
    {
        null => Bits.ToString(System.Globalization.CultureInfo.InvariantCulture),
        FloatTag => AsDouble.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => Ref.ToString() ?? "",
    };
}
