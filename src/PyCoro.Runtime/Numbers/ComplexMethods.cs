// complex's operators. The other operand may be a float or an int, which counts as a complex without imaginary part.

using System.Numerics;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Numbers;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyComplex
{
    /// <summary>Return self+value.</summary>
    [PyMethod("__add__")]
    private static Value Add(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, self, value, out var a, out var b, out var failure) ? new PyComplex(ComplexArithmetic.Add(a, b)) : failure;

    /// <summary>Return value+self.</summary>
    [PyMethod("__radd__")]
    private static Value AddReflected(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, value, self, out var a, out var b, out var failure) ? new PyComplex(ComplexArithmetic.Add(a, b)) : failure;

    /// <summary>Return self-value.</summary>
    [PyMethod("__sub__")]
    private static Value Subtract(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, self, value, out var a, out var b, out var failure) ? new PyComplex(ComplexArithmetic.Subtract(a, b)) : failure;

    /// <summary>Return value-self.</summary>
    [PyMethod("__rsub__")]
    private static Value SubtractReflected(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, value, self, out var a, out var b, out var failure) ? new PyComplex(ComplexArithmetic.Subtract(a, b)) : failure;

    /// <summary>Return self*value.</summary>
    [PyMethod("__mul__")]
    private static Value Multiply(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, self, value, out var a, out var b, out var failure) ? new PyComplex(ComplexArithmetic.Multiply(a, b)) : failure;

    /// <summary>Return value*self.</summary>
    [PyMethod("__rmul__")]
    private static Value MultiplyReflected(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, value, self, out var a, out var b, out var failure) ? new PyComplex(ComplexArithmetic.Multiply(a, b)) : failure;

    /// <summary>Return self/value.</summary>
    [PyMethod("__truediv__")]
    private static Value TrueDivide(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, self, value, out var a, out var b, out var failure) ? ComplexArithmetic.Divide(thread, a, b) : failure;

    /// <summary>Return value/self.</summary>
    [PyMethod("__rtruediv__")]
    private static Value TrueDivideReflected(VmThread thread, Value self, Value value) =>
        TryGetBoth(thread, value, self, out var a, out var b, out var failure) ? ComplexArithmetic.Divide(thread, a, b) : failure;

    /// <summary>Return pow(self, value, mod).</summary>
    [PyMethod("__pow__", Signature = "value, mod=None, /")]
    private static Value Power(VmThread thread, Value self, Value value, Value mod)
    {
        if (!TryGetBoth(thread, self, value, out var a, out var b, out var failure))
            return failure;
        return mod.IsUnbound || mod.IsNone ? ComplexArithmetic.Power(thread, a, b) : thread.ValueError("complex modulo");
    }

    /// <summary>Return pow(value, self, mod).</summary>
    [PyMethod("__rpow__", Signature = "value, mod=None, /")]
    private static Value PowerReflected(VmThread thread, Value self, Value value, Value mod) =>
        Power(thread, value, self, mod);

    /// <summary>-self</summary>
    [PyMethod("__neg__")]
    private Value Negative() => new PyComplex(new Complex(-Number.Real, -Number.Imaginary));

    /// <summary>+self</summary>
    [PyMethod("__pos__")]
    private Value Positive() => Exact;

    /// <summary>abs(self)</summary>
    [PyMethod("__abs__")]
    private Value Abs(VmThread thread)
    {
        var size = ComplexArithmetic.Abs(Number);
        return double.IsInfinity(size) && double.IsFinite(Number.Real) && double.IsFinite(Number.Imaginary)
            ? thread.OverflowError("absolute value too large")
            : Value.Float(size);
    }

    /// <summary>True if self else False</summary>
    [PyMethod("__bool__")]
    private Value Truth() => Value.Bool(Number.Real != 0 || Number.Imaginary != 0);

    /// <summary>Return self==value.</summary>
    [PyMethod("__eq__")]
    private Value Same(Value value) => TryEquals(value, out var equal) ? Value.Bool(equal) : Value.NotImplemented;

    /// <summary>Return self!=value.</summary>
    [PyMethod("__ne__")]
    private Value Differs(Value value) => TryEquals(value, out var equal) ? Value.Bool(!equal) : Value.NotImplemented;

    /// <summary>Return self&lt;value.</summary>
    [PyMethod("__lt__")]
    private Value Less(Value value) => Value.NotImplemented;

    /// <summary>Return self&lt;=value.</summary>
    [PyMethod("__le__")]
    private Value LessOrEqual(Value value) => Value.NotImplemented;

    /// <summary>Return self&gt;value.</summary>
    [PyMethod("__gt__")]
    private Value Greater(Value value) => Value.NotImplemented;

    /// <summary>Return self&gt;=value.</summary>
    [PyMethod("__ge__")]
    private Value GreaterOrEqual(Value value) => Value.NotImplemented;

    /// <summary>Return hash(self).</summary>
    [PyMethod("__hash__")]
    private Value Hash() => Value.Int(NumericHash.Of(Number));

    private bool TryEquals(Value value, out bool equal)
    {
        equal = false;
        if (value.Ref is PyComplex other)
        {
            equal = Number.Real == other.Number.Real && Number.Imaginary == other.Number.Imaginary;
            return true;
        }
        if (value.TryGetDouble(out var real))
        {
            equal = Number.Imaginary == 0 && Number.Real == real;
            return true;
        }
        if (!value.TryGetBigInteger(out var whole))
            return false;
        equal = Number.Imaginary == 0 && !double.IsNaN(Number.Real) && IntToFloat.Compare(whole, Number.Real) == 0;
        return true;
    }

    private static bool TryGetBoth(VmThread thread, Value left, Value right, out Complex a, out Complex b, out Value failure)
    {
        b = default;
        return TryGet(thread, left, out a, out failure) && TryGet(thread, right, out b, out failure);
    }

    private static bool TryGet(VmThread thread, Value value, out Complex number, out Value failure)
    {
        failure = default;
        if (value.Ref is PyComplex complex)
        {
            number = complex.Number;
            return true;
        }
        if (value.TryGetDouble(out var real))
        {
            number = new Complex(real, 0);
            return true;
        }
        number = default;
        if (!value.TryGetBigInteger(out var whole))
        {
            failure = Value.NotImplemented;
            return false;
        }
        failure = Value.Error;
        if (!IntToFloat.TryConvert(thread, whole, out real))
            return false;
        number = new Complex(real, 0);
        return true;
    }
}
