// int's operators. Both operands are ints of any kind (small, big, bool, subclass), else the answer is NotImplemented and the
// other operand's type is asked. What they compute is in IntArithmetic.

using System.Numerics;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Numbers;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public partial class PyInt
{
    /// <summary>Return self+value.</summary>
    [PyMethod("__add__")]
    private static Value Add(Value self, Value value)
    {
        if (self.IsSmallInt && value.IsSmallInt)
            return IntArithmetic.Add(self.Bits, value.Bits);
        return TryGetBoth(self, value, out var a, out var b) ? Value.Int(a + b) : Value.NotImplemented;
    }

    /// <summary>Return value+self.</summary>
    [PyMethod("__radd__")]
    private static Value AddReflected(Value self, Value value) => Add(value, self);

    /// <summary>Return self-value.</summary>
    [PyMethod("__sub__")]
    private static Value Subtract(Value self, Value value)
    {
        if (self.IsSmallInt && value.IsSmallInt)
            return IntArithmetic.Subtract(self.Bits, value.Bits);
        return TryGetBoth(self, value, out var a, out var b) ? Value.Int(a - b) : Value.NotImplemented;
    }

    /// <summary>Return value-self.</summary>
    [PyMethod("__rsub__")]
    private static Value SubtractReflected(Value self, Value value) => Subtract(value, self);

    /// <summary>Return self*value.</summary>
    [PyMethod("__mul__")]
    private static Value Multiply(VmThread thread, Value self, Value value)
    {
        if (self.IsSmallInt && value.IsSmallInt)
            return IntArithmetic.Multiply(self.Bits, value.Bits);
        return TryGetBoth(self, value, out var a, out var b) ? IntArithmetic.Multiply(thread, a, b) : Value.NotImplemented;
    }

    /// <summary>Return value*self.</summary>
    [PyMethod("__rmul__")]
    private static Value MultiplyReflected(VmThread thread, Value self, Value value) => Multiply(thread, value, self);

    /// <summary>Return self/value.</summary>
    [PyMethod("__truediv__")]
    private static Value TrueDivide(VmThread thread, Value self, Value value)
    {
        if (self.IsSmallInt && value.IsSmallInt)
            return IntArithmetic.TrueDivide(thread, self.Bits, value.Bits);
        return TryGetBoth(self, value, out var a, out var b) ? IntArithmetic.TrueDivide(thread, a, b) : Value.NotImplemented;
    }

    /// <summary>Return value/self.</summary>
    [PyMethod("__rtruediv__")]
    private static Value TrueDivideReflected(VmThread thread, Value self, Value value) => TrueDivide(thread, value, self);

    /// <summary>Return self//value.</summary>
    [PyMethod("__floordiv__")]
    private static Value FloorDivide(VmThread thread, Value self, Value value)
    {
        if (self.IsSmallInt && value.IsSmallInt)
            return IntArithmetic.FloorDivide(thread, self.Bits, value.Bits);
        return TryGetBoth(self, value, out var a, out var b) ? IntArithmetic.FloorDivide(thread, a, b) : Value.NotImplemented;
    }

    /// <summary>Return value//self.</summary>
    [PyMethod("__rfloordiv__")]
    private static Value FloorDivideReflected(VmThread thread, Value self, Value value) => FloorDivide(thread, value, self);

    /// <summary>Return self%value.</summary>
    [PyMethod("__mod__")]
    private static Value Modulo(VmThread thread, Value self, Value value)
    {
        if (self.IsSmallInt && value.IsSmallInt)
            return IntArithmetic.Modulo(thread, self.Bits, value.Bits);
        return TryGetBoth(self, value, out var a, out var b) ? IntArithmetic.Modulo(thread, a, b) : Value.NotImplemented;
    }

    /// <summary>Return value%self.</summary>
    [PyMethod("__rmod__")]
    private static Value ModuloReflected(VmThread thread, Value self, Value value) => Modulo(thread, value, self);

    /// <summary>Return self&lt;&lt;value.</summary>
    [PyMethod("__lshift__")]
    private static Value LeftShift(VmThread thread, Value self, Value value)
    {
        if (self.IsSmallInt && value.IsSmallInt)
            return IntArithmetic.LeftShift(thread, self.Bits, value.Bits);
        return TryGetBoth(self, value, out var a, out var b) ? IntArithmetic.LeftShift(thread, a, b) : Value.NotImplemented;
    }

    /// <summary>Return value&lt;&lt;self.</summary>
    [PyMethod("__rlshift__")]
    private static Value LeftShiftReflected(VmThread thread, Value self, Value value) => LeftShift(thread, value, self);

    /// <summary>Return self&gt;&gt;value.</summary>
    [PyMethod("__rshift__")]
    private static Value RightShift(VmThread thread, Value self, Value value)
    {
        if (self.IsSmallInt && value.IsSmallInt)
            return IntArithmetic.RightShift(thread, self.Bits, value.Bits);
        return TryGetBoth(self, value, out var a, out var b) ? IntArithmetic.RightShift(thread, a, b) : Value.NotImplemented;
    }

    /// <summary>Return value&gt;&gt;self.</summary>
    [PyMethod("__rrshift__")]
    private static Value RightShiftReflected(VmThread thread, Value self, Value value) => RightShift(thread, value, self);

    /// <summary>Return self&amp;value.</summary>
    [PyMethod("__and__")]
    internal static Value And(Value self, Value value)
    {
        if (self.IsSmallInt && value.IsSmallInt)
            return Value.Int(self.Bits & value.Bits);
        return TryGetBoth(self, value, out var a, out var b) ? Value.Int(a & b) : Value.NotImplemented;
    }

    /// <summary>Return value&amp;self.</summary>
    [PyMethod("__rand__")]
    private static Value AndReflected(Value self, Value value) => And(value, self);

    /// <summary>Return self^value.</summary>
    [PyMethod("__xor__")]
    internal static Value Xor(Value self, Value value)
    {
        if (self.IsSmallInt && value.IsSmallInt)
            return Value.Int(self.Bits ^ value.Bits);
        return TryGetBoth(self, value, out var a, out var b) ? Value.Int(a ^ b) : Value.NotImplemented;
    }

    /// <summary>Return value^self.</summary>
    [PyMethod("__rxor__")]
    private static Value XorReflected(Value self, Value value) => Xor(value, self);

    /// <summary>Return self|value.</summary>
    [PyMethod("__or__")]
    internal static Value Or(Value self, Value value)
    {
        if (self.IsSmallInt && value.IsSmallInt)
            return Value.Int(self.Bits | value.Bits);
        return TryGetBoth(self, value, out var a, out var b) ? Value.Int(a | b) : Value.NotImplemented;
    }

    /// <summary>Return value|self.</summary>
    [PyMethod("__ror__")]
    private static Value OrReflected(Value self, Value value) => Or(value, self);

    /// <summary>Return divmod(self, value).</summary>
    [PyMethod("__divmod__")]
    private static Value DivMod(VmThread thread, Value self, Value value)
    {
        if (!TryGetBoth(self, value, out var a, out var b))
            return Value.NotImplemented;
        if (b.IsZero)
            return IntArithmetic.ZeroDivision(thread, "integer division or modulo by zero");
        var quotient = IntArithmetic.FloorDivRem(a, b, out var remainder);
        return PyTuple.Of(Value.Int(quotient), Value.Int(remainder));
    }

    /// <summary>Return divmod(value, self).</summary>
    [PyMethod("__rdivmod__")]
    private static Value DivModReflected(VmThread thread, Value self, Value value) => DivMod(thread, value, self);

    /// <summary>Return pow(self, value, mod).</summary>
    [PyMethod("__pow__", Signature = "value, mod=None, /")]
    private static Value Power(VmThread thread, Value self, Value value, Value mod)
    {
        if (mod.IsUnbound || mod.IsNone)
        {
            if (self.IsSmallInt && value.IsSmallInt)
                return IntArithmetic.Power(thread, self.Bits, value.Bits);
            return TryGetBoth(self, value, out var a, out var b) ? IntArithmetic.Power(thread, a, b) : Value.NotImplemented;
        }
        return TryGetBoth(self, value, out var number, out var exponent) && mod.TryGetBigInteger(out var modulus)
            ? IntArithmetic.Power(thread, number, exponent, modulus)
            : Value.NotImplemented;
    }

    /// <summary>Return pow(value, self, mod).</summary>
    [PyMethod("__rpow__", Signature = "value, mod=None, /")]
    private static Value PowerReflected(VmThread thread, Value self, Value value, Value mod) =>
        Power(thread, value, self, mod);

    /// <summary>-self</summary>
    [PyMethod("__neg__")]
    private static Value Negative(Value self) =>
        self.IsSmallInt ? IntArithmetic.Negate(self.Bits) : Value.Int(-Any(self));

    /// <summary>+self</summary>
    [PyMethod("__pos__")]
    private static Value Positive(Value self) => Exact(self);

    /// <summary>~self</summary>
    [PyMethod("__invert__")]
    private static Value Invert(Value self) => self.IsSmallInt ? Value.Int(~self.Bits) : Value.Int(-Any(self) - 1);

    /// <summary>abs(self)</summary>
    [PyMethod("__abs__")]
    private static Value Abs(Value self) =>
        self.IsSmallInt
            ? self.Bits >= 0 ? self : IntArithmetic.Negate(self.Bits)
            : Value.Int(BigInteger.Abs(Any(self)));

    /// <summary>True if self else False</summary>
    [PyMethod("__bool__")]
    private static Value Truth(Value self) => Value.Bool(self.IsSmallInt ? self.Bits != 0 : !Any(self).IsZero);

    /// <summary>Return self&lt;value.</summary>
    [PyMethod("__lt__")]
    private static Value Less(Value self, Value value)
    {
        if (self.IsSmallInt && value.IsSmallInt)
            return Value.Bool(self.Bits < value.Bits);
        return TryGetBoth(self, value, out var a, out var b) ? Value.Bool(a < b) : Value.NotImplemented;
    }

    /// <summary>Return self&lt;=value.</summary>
    [PyMethod("__le__")]
    private static Value LessOrEqual(Value self, Value value)
    {
        if (self.IsSmallInt && value.IsSmallInt)
            return Value.Bool(self.Bits <= value.Bits);
        return TryGetBoth(self, value, out var a, out var b) ? Value.Bool(a <= b) : Value.NotImplemented;
    }

    /// <summary>Return self==value.</summary>
    [PyMethod("__eq__")]
    private static Value Same(Value self, Value value)
    {
        if (self.IsSmallInt && value.IsSmallInt)
            return Value.Bool(self.Bits == value.Bits);
        return TryGetBoth(self, value, out var a, out var b) ? Value.Bool(a == b) : Value.NotImplemented;
    }

    /// <summary>Return self!=value.</summary>
    [PyMethod("__ne__")]
    private static Value Differs(Value self, Value value)
    {
        if (self.IsSmallInt && value.IsSmallInt)
            return Value.Bool(self.Bits != value.Bits);
        return TryGetBoth(self, value, out var a, out var b) ? Value.Bool(a != b) : Value.NotImplemented;
    }

    /// <summary>Return self&gt;value.</summary>
    [PyMethod("__gt__")]
    private static Value Greater(Value self, Value value)
    {
        if (self.IsSmallInt && value.IsSmallInt)
            return Value.Bool(self.Bits > value.Bits);
        return TryGetBoth(self, value, out var a, out var b) ? Value.Bool(a > b) : Value.NotImplemented;
    }

    /// <summary>Return self&gt;=value.</summary>
    [PyMethod("__ge__")]
    private static Value GreaterOrEqual(Value self, Value value)
    {
        if (self.IsSmallInt && value.IsSmallInt)
            return Value.Bool(self.Bits >= value.Bits);
        return TryGetBoth(self, value, out var a, out var b) ? Value.Bool(a >= b) : Value.NotImplemented;
    }

    /// <summary>Return hash(self).</summary>
    [PyMethod("__hash__")]
    private static Value Hash(Value self) =>
        Value.Int(self.IsSmallInt ? NumericHash.Of(self.Bits) : NumericHash.Of(Any(self)));

    /// <summary>An operator on two ints that are exactly ints; false for one that ints do not have.</summary>
    internal static bool TryOperate(VmThread thread, BinaryOperation op, Value left, Value right, out Value result)
    {
        result = op switch
        {
            BinaryOperation.Add => BigWords.TryAdd(left, right, out var sum) ? sum : Add(left, right),
            BinaryOperation.And => BigWords.TryAnd(left, right, out var both) ? both : And(left, right),
            BinaryOperation.FloorDivide => FloorDivide(thread, left, right),
            BinaryOperation.LShift => LeftShift(thread, left, right),
            BinaryOperation.Multiply => BigWords.TryMultiply(left, right, out var product) ? product : Multiply(thread, left, right),
            BinaryOperation.Remainder => BigWords.TryModulo(left, right, out var rest) ? rest : Modulo(thread, left, right),
            BinaryOperation.Or => Or(left, right),
            BinaryOperation.Power => Power(thread, left, right, Value.None),
            BinaryOperation.RShift => RightShift(thread, left, right),
            BinaryOperation.Subtract => BigWords.TrySubtract(left, right, out var difference) ? difference : Subtract(left, right),
            BinaryOperation.TrueDivide => TrueDivide(thread, left, right),
            BinaryOperation.Xor => Xor(left, right),
            _ => Value.Unbound,
        };
        return !result.IsUnbound;
    }

    /// <summary>The order of two ints that are exactly ints. One that is boxed does not fit 64 bits: its sign is enough
    /// beside one that does.</summary>
    internal static int CompareExact(Value left, Value right)
    {
        if (left.Ref is null)
            return right.Ref is null ? left.Bits.CompareTo(right.Bits) : -Any(right).Sign;
        return right.Ref is null ? Any(left).Sign : Any(left).CompareTo(Any(right));
    }

    /// <summary>The number of a receiver.</summary>
    private static BigInteger Any(Value self)
    {
        self.TryGetBigInteger(out var number);
        return number;
    }

    /// <summary>The same number as exactly an int.</summary>
    private static Value Exact(Value self) =>
        self.Ref is null || ReferenceEquals(self.Type, TypeObject) ? self : Value.Int(Any(self));

    private static bool TryGetBoth(Value left, Value right, out BigInteger a, out BigInteger b) =>
        left.TryGetBigInteger(out a) & right.TryGetBigInteger(out b);
}
