// float's operators. The other operand is a float or an int, which is converted first (OverflowError when it is too large);
// comparisons never convert, they compare exactly.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Numbers;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyFloat
{
    /// <summary>Return self+value.</summary>
    [PyMethod("__add__")]
    private static Value Add(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, self, value, out var a, out var b, out var failure) ? Value.Float(a + b) : failure;

    /// <summary>Return value+self.</summary>
    [PyMethod("__radd__")]
    private static Value AddReflected(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, value, self, out var a, out var b, out var failure) ? Value.Float(a + b) : failure;

    /// <summary>Return self-value.</summary>
    [PyMethod("__sub__")]
    private static Value Subtract(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, self, value, out var a, out var b, out var failure) ? Value.Float(a - b) : failure;

    /// <summary>Return value-self.</summary>
    [PyMethod("__rsub__")]
    private static Value SubtractReflected(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, value, self, out var a, out var b, out var failure) ? Value.Float(a - b) : failure;

    /// <summary>Return self*value.</summary>
    [PyMethod("__mul__")]
    private static Value Multiply(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, self, value, out var a, out var b, out var failure) ? Value.Float(a * b) : failure;

    /// <summary>Return value*self.</summary>
    [PyMethod("__rmul__")]
    private static Value MultiplyReflected(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, value, self, out var a, out var b, out var failure) ? Value.Float(a * b) : failure;

    /// <summary>Return self/value.</summary>
    [PyMethod("__truediv__")]
    private static Value TrueDivide(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, self, value, out var a, out var b, out var failure) ? FloatArithmetic.Divide(thread, a, b) : failure;

    /// <summary>Return value/self.</summary>
    [PyMethod("__rtruediv__")]
    private static Value TrueDivideReflected(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, value, self, out var a, out var b, out var failure) ? FloatArithmetic.Divide(thread, a, b) : failure;

    /// <summary>Return self//value.</summary>
    [PyMethod("__floordiv__")]
    private static Value FloorDivide(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, self, value, out var a, out var b, out var failure) ? FloatArithmetic.FloorDivide(thread, a, b) : failure;

    /// <summary>Return value//self.</summary>
    [PyMethod("__rfloordiv__")]
    private static Value FloorDivideReflected(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, value, self, out var a, out var b, out var failure) ? FloatArithmetic.FloorDivide(thread, a, b) : failure;

    /// <summary>Return self%value.</summary>
    [PyMethod("__mod__")]
    private static Value Modulo(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, self, value, out var a, out var b, out var failure) ? FloatArithmetic.Modulo(thread, a, b) : failure;

    /// <summary>Return value%self.</summary>
    [PyMethod("__rmod__")]
    private static Value ModuloReflected(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, value, self, out var a, out var b, out var failure) ? FloatArithmetic.Modulo(thread, a, b) : failure;

    /// <summary>Return divmod(self, value).</summary>
    [PyMethod("__divmod__")]
    private static Value DivMod(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, self, value, out var a, out var b, out var failure)
            ? FloatArithmetic.DivMod(thread, a, b)
            : failure;

    /// <summary>Return divmod(value, self).</summary>
    [PyMethod("__rdivmod__")]
    private static Value DivModReflected(VmThread thread, Value self, Value value) => DivMod(thread, value, self);

    /// <summary>Return pow(self, value, mod).</summary>
    [PyMethod("__pow__", Signature = "value, mod=None, /")]
    private static Value Power(VmThread thread, Value self, Value value, Value mod)
    {
        if (!mod.IsUnbound && !mod.IsNone)
            return thread.TypeError("pow() 3rd argument not allowed unless all arguments are integers");
        return TryGetBoth(thread, self, value, out var a, out var b, out var failure)
            ? FloatArithmetic.Power(thread, a, b)
            : failure;
    }

    /// <summary>Return pow(value, self, mod).</summary>
    [PyMethod("__rpow__", Signature = "value, mod=None, /")]
    private static Value PowerReflected(VmThread thread, Value self, Value value, Value mod) =>
        Power(thread, value, self, mod);

    /// <summary>-self</summary>
    [PyMethod("__neg__")]
    private static Value Negative(Value self) => Value.Float(-Any(self));

    /// <summary>+self</summary>
    [PyMethod("__pos__")]
    private static Value Positive(Value self) => Value.Float(Any(self));

    /// <summary>abs(self)</summary>
    [PyMethod("__abs__")]
    private static Value Abs(Value self) => Value.Float(Math.Abs(Any(self)));

    /// <summary>True if self else False</summary>
    [PyMethod("__bool__")]
    private static Value Truth(Value self) => Value.Bool(Any(self) != 0);

    /// <summary>Return self&lt;value.</summary>
    [PyMethod("__lt__")]
    private static Value Less(Value self, Value value)
    {
        var number = Any(self);
        if (value.TryGetDouble(out var other))
            return Value.Bool(number < other);
        return TryCompare(number, value, out var order) ? Value.Bool(order < 0) : UnorderedWith(value, false);
    }

    /// <summary>Return self&lt;=value.</summary>
    [PyMethod("__le__")]
    private static Value LessOrEqual(Value self, Value value)
    {
        var number = Any(self);
        if (value.TryGetDouble(out var other))
            return Value.Bool(number <= other);
        return TryCompare(number, value, out var order) ? Value.Bool(order <= 0) : UnorderedWith(value, false);
    }

    /// <summary>Return self==value.</summary>
    [PyMethod("__eq__")]
    private static Value Same(Value self, Value value)
    {
        var number = Any(self);
        if (value.TryGetDouble(out var other))
            return Value.Bool(number == other);
        return TryCompare(number, value, out var order) ? Value.Bool(order == 0) : UnorderedWith(value, false);
    }

    /// <summary>Return self!=value.</summary>
    [PyMethod("__ne__")]
    private static Value Differs(Value self, Value value)
    {
        var number = Any(self);
        if (value.TryGetDouble(out var other))
            return Value.Bool(number != other);
        return TryCompare(number, value, out var order) ? Value.Bool(order != 0) : UnorderedWith(value, true);
    }

    /// <summary>Return self&gt;value.</summary>
    [PyMethod("__gt__")]
    private static Value Greater(Value self, Value value)
    {
        var number = Any(self);
        if (value.TryGetDouble(out var other))
            return Value.Bool(number > other);
        return TryCompare(number, value, out var order) ? Value.Bool(order > 0) : UnorderedWith(value, false);
    }

    /// <summary>Return self&gt;=value.</summary>
    [PyMethod("__ge__")]
    private static Value GreaterOrEqual(Value self, Value value)
    {
        var number = Any(self);
        if (value.TryGetDouble(out var other))
            return Value.Bool(number >= other);
        return TryCompare(number, value, out var order) ? Value.Bool(order >= 0) : UnorderedWith(value, false);
    }

    /// <summary>Return hash(self).</summary>
    [PyMethod("__hash__")]
    private static Value Hash(Value self) => Value.Int(
        self.Ref is PyFloat boxed && double.IsNaN(boxed.Number) ? Hashing.OfIdentity(boxed) : NumericHash.Of(Any(self)));

    /// <summary>The number of a receiver.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Any(Value self) => self.IsFloat ? self.AsDouble : ((PyFloat)self.Ref!).Number;

    /// <summary>Sign of the difference to an int; false when the other is no int, or this is NaN.</summary>
    private static bool TryCompare(double number, Value other, out int order)
    {
        order = 0;
        if (double.IsNaN(number))
            return false;
        if (other.IsSmallInt)
        {
            order = -IntToFloat.Compare(other.Bits, number);
            return true;
        }
        if (!other.TryGetBigInteger(out var big))
            return false;
        order = -IntToFloat.Compare(big, number);
        return true;
    }

    /// <summary>NaN compared with an int, or something that is no number.</summary>
    private static Value UnorderedWith(Value other, bool differs) =>
        other.Ref is null or PyInt ? Value.Bool(differs) : Value.NotImplemented;

    private static bool TryGetBoth(VmThread thread, Value left, Value right, out double a, out double b, out Value failure)
    {
        b = 0;
        return TryGet(thread, left, out a, out failure) && TryGet(thread, right, out b, out failure);
    }

    private static bool TryGet(VmThread thread, Value value, out double number, out Value failure)
    {
        failure = default;
        if (value.TryGetDouble(out number))
            return true;
        if (value.IsSmallInt)
        {
            number = value.Bits;
            return true;
        }
        if (value.TryGetBigInteger(out var big))
        {
            failure = Value.Error;
            return IntToFloat.TryConvert(thread, big, out number);
        }
        failure = Value.NotImplemented;
        return false;
    }
}
