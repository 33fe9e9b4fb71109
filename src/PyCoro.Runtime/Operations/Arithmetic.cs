// Binary and unary operators on any values (data model, Emulating numeric types). The tiers inline int and float cases and
// come here for the rest; there is no second place that knows the order of forward and reflected methods.

using System.Runtime.CompilerServices;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Numbers;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Operations;

internal static class Arithmetic
{
    private const int InPlaceFrom = (int)BinaryOperation.InplaceAdd;

    private static readonly Special[] Forward =
    [
        Special.Add, Special.And, Special.FloorDiv, Special.LShift, Special.MatMul, Special.Mul, Special.Mod,
        Special.Or, Special.Pow, Special.RShift, Special.Sub, Special.TrueDiv, Special.Xor,
    ];

    private static readonly Special[] Reflected =
    [
        Special.RAdd, Special.RAnd, Special.RFloorDiv, Special.RLShift, Special.RMatMul, Special.RMul, Special.RMod,
        Special.ROr, Special.RPow, Special.RRShift, Special.RSub, Special.RTrueDiv, Special.RXor,
    ];

    private static readonly Special[] InPlace =
    [
        Special.IAdd, Special.IAnd, Special.IFloorDiv, Special.ILShift, Special.IMatMul, Special.IMul, Special.IMod,
        Special.IOr, Special.IPow, Special.IRShift, Special.ISub, Special.ITrueDiv, Special.IXor,
    ];

    private static readonly string[] Symbols = ["+", "&", "//", "<<", "@", "*", "%", "|", "** or pow()", ">>", "-", "/", "^"];

    /// <summary><c>left op right</c> or <c>left op= right</c>.</summary>
    internal static Value Binary(VmThread thread, BinaryOperation op, Value left, Value right)
    {
        var index = (int)op;
        var inPlace = index >= InPlaceFrom;
        if (op is BinaryOperation.Add or BinaryOperation.InplaceAdd && left.Ref is { } a && right.Ref is { } b && ReferenceEquals(a.Shape, b.Shape))
        {
            // What programs add most, beside what the tiers add by themselves.
            if (ReferenceEquals(a.Shape, PyStr.TypeObject.RootShape))
                return PyStr.Concat(Unsafe.As<PyStr>(a), Unsafe.As<PyStr>(b));
            if (ReferenceEquals(a.Shape, PyInt.TypeObject.RootShape) && BigWords.Add(Unsafe.As<PyInt>(a), Unsafe.As<PyInt>(b)) is { IsUnbound: false } sum)
                return sum;
        }
        if ((left.Ref is PyBool || right.Ref is PyBool) && TryBools(op, left, right, out var count))
            return count;
        if ((left.IsFloat || right.IsFloat) && TryFloats(inPlace ? (BinaryOperation)(index - InPlaceFrom) : op, left, right, out var real))
            return real;
        // Ints that are too large for the tiers: nobody can have changed what their operators mean.
        if (ReferenceEquals(left.Type, PyInt.TypeObject) && ReferenceEquals(right.Type, PyInt.TypeObject)
            && PyInt.TryOperate(thread, (BinaryOperation)(inPlace ? index - InPlaceFrom : index), left, right, out var number))
        {
            return number;
        }
        if (inPlace)
        {
            index -= InPlaceFrom;
            var method = left.Type.LookupSpecial(InPlace[index]);
            if (!method.IsUnbound)
            {
                var result = thread.CallSpecial(method, left, right);
                if (!result.IsNotImplemented)
                    return result;
            }
        }
        var outcome = ForwardOrReflected(thread, Forward[index], Reflected[index], left, right);
        if (!outcome.IsNotImplemented)
            return outcome;
        var symbol = inPlace ? index == (int)BinaryOperation.Power ? "**=" : Symbols[index] + "=" : Symbols[index];
        return Unsupported(thread, symbol, left, right);
    }

    // A bool and a small int, or two bools, except where the result of two is a bool.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryBools(BinaryOperation op, Value left, Value right, out Value result)
    {
        result = Value.Unbound;
        if (!(left.IsSmallInt || left.Ref is PyBool) || !(right.IsSmallInt || right.Ref is PyBool))
            return false;
        if (left.Ref is PyBool && right.Ref is PyBool && (op is BinaryOperation.And or BinaryOperation.Or or BinaryOperation.Xor
            or BinaryOperation.InplaceAnd or BinaryOperation.InplaceOr or BinaryOperation.InplaceXor))
            return false;
        if (!SmallInts.TryOperate(op, NumberOf(left), NumberOf(right), out var number))
            return false;
        result = Value.Int(number);
        return true;

        static long NumberOf(Value value) => value.IsSmallInt ? value.Bits : value.IsTrue ? 1 : 0;
    }

    // Two floats, or a float and an int that fits 64 bits.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryFloats(BinaryOperation op, Value left, Value right, out Value result)
    {
        result = Value.Unbound;
        if (!(left.IsFloat || left.IsSmallInt) || !(right.IsFloat || right.IsSmallInt))
            return false;
        var x = left.IsFloat ? left.AsDouble : left.Bits;
        var y = right.IsFloat ? right.AsDouble : right.Bits;
        switch (op)
        {
            case BinaryOperation.Add:
                result = Value.Float(x + y);
                return true;
            case BinaryOperation.Subtract:
                result = Value.Float(x - y);
                return true;
            case BinaryOperation.Multiply:
                result = Value.Float(x * y);
                return true;
            case BinaryOperation.TrueDivide when y != 0:
                result = Value.Float(x / y);
                return true;
            default:
                return false;
        }
    }

    /// <summary><c>divmod(left, right)</c>.</summary>
    internal static Value DivMod(VmThread thread, Value left, Value right)
    {
        var outcome = ForwardOrReflected(thread, Special.DivMod, Special.RDivMod, left, right);
        return outcome.IsNotImplemented ? Unsupported(thread, "divmod()", left, right) : outcome;
    }

    /// <summary><c>pow(left, right, modulus)</c>; a modulus of None means there is none.</summary>
    internal static Value Power(VmThread thread, Value left, Value right, Value modulus)
    {
        if (modulus.IsNone)
            return Binary(thread, BinaryOperation.Power, left, right);
        var method = left.Type.LookupSpecial(Special.Pow);
        var outcome = method.IsUnbound ? Value.NotImplemented : thread.CallSpecial(method, left, right, modulus);
        // Native types of the other operands are asked too (float refuses a modulus in its own words); classes are not.
        if (outcome.IsNotImplemented && right.Type.LookupSpecial(Special.RPow) is { Ref: PyMethodDescriptor } second)
            outcome = thread.CallSpecial(second, right, left, modulus);
        if (outcome.IsNotImplemented && modulus.Type.LookupSpecial(Special.RPow) is { Ref: PyMethodDescriptor } third)
            outcome = thread.CallSpecial(third, modulus, left, modulus);
        return outcome.IsNotImplemented
            ? thread.TypeError($"unsupported operand type(s) for ** or pow(): '{left.Type.QualifiedNativeName}', '{right.Type.QualifiedNativeName}', '{modulus.Type.QualifiedNativeName}'")
            : outcome;
    }

    /// <summary><c>-value</c>.</summary>
    internal static Value Negative(VmThread thread, Value value) => Unary(thread, Special.Neg, "-", value);

    /// <summary><c>+value</c>.</summary>
    internal static Value Positive(VmThread thread, Value value) => Unary(thread, Special.Pos, "+", value);

    /// <summary><c>~value</c>.</summary>
    internal static Value Invert(VmThread thread, Value value) => Unary(thread, Special.Invert, "~", value);

    private static Value Unary(VmThread thread, Special special, string symbol, Value value)
    {
        var method = value.Type.LookupSpecial(special);
        return method.IsUnbound
            ? thread.TypeError($"bad operand type for unary {symbol}: '{value.Type.QualifiedNativeName}'")
            : thread.CallSpecial(method, value);
    }

    private static Value ForwardOrReflected(VmThread thread, Special forward, Special reflected, Value left, Value right)
    {
        var leftType = left.Type;
        var rightType = right.Type;
        var leftMethod = leftType.LookupSpecial(forward);
        var rightMethod = ReferenceEquals(leftType, rightType) ? Value.Unbound : rightType.LookupSpecial(reflected);
        // A subclass goes first, but only when it provides a different implementation.
        if (!rightMethod.IsUnbound && rightType.IsSubtypeOf(leftType) && !rightMethod.Is(leftType.LookupSpecial(reflected)))
        {
            var first = thread.CallSpecial(rightMethod, right, left);
            if (!first.IsNotImplemented)
                return first;
            rightMethod = Value.Unbound;
        }
        if (!leftMethod.IsUnbound)
        {
            var result = thread.CallSpecial(leftMethod, left, right);
            if (!result.IsNotImplemented)
                return result;
        }
        return rightMethod.IsUnbound ? Value.NotImplemented : thread.CallSpecial(rightMethod, right, left);
    }

    private static Value Unsupported(VmThread thread, string symbol, Value left, Value right)
    {
        if (symbol == ">>" && left.Ref is PyBuiltinFunction { Method.Name: "print" })
            return thread.TypeError($"unsupported operand type(s) for >>: '{left.Type.QualifiedNativeName}' and '{right.Type.QualifiedNativeName}'. Did you mean \"print(<message>, file=<output_stream>)\"?");
        return thread.TypeError($"unsupported operand type(s) for {symbol}: '{left.Type.QualifiedNativeName}' and '{right.Type.QualifiedNativeName}'");
    }
}
