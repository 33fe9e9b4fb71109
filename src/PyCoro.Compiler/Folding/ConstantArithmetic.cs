// Arithmetic on constants, only where the result is the same whatever the runtime does: what would raise, or grow beyond
// CPython's limits for folded values, is left to run time.

using System.Collections.Immutable;
using System.Numerics;
using PyCoro.Compiler.Bytecode;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Folding;

internal static class ConstantArithmetic
{
    private const int MaxIntBits = 128;
    private const int MaxTextLength = 4096;
    private const int MaxTupleLength = 256;
    private const int MaxNestedItems = 1024;

    public static bool TryUnary(UnaryOperator op, object? value, out object? result)
    {
        result = null;
        if (op == UnaryOperator.Not)
        {
            result = !ConstantFolder.IsTrue(value);
            return true;
        }
        result = (op, AsNumber(value)) switch
        {
            (UnaryOperator.USub, BigInteger i) => -i,
            (UnaryOperator.USub, double d) => -d,
            (UnaryOperator.USub, Complex c) => new Complex(-c.Real, -c.Imaginary),
            (UnaryOperator.UAdd, { } number) => number,
            (UnaryOperator.Invert, BigInteger i) => -i - 1,
            _ => null,
        };
        return result is not null;
    }

    public static bool TryBinary(Operator op, object? left, object? right, out object? result)
    {
        var a = AsNumber(left);
        var b = AsNumber(right);
        result = (a, b) switch
        {
            (BigInteger x, BigInteger y) => Integers(op, x, y, left is bool && right is bool),
            (Complex or double or BigInteger, Complex or double or BigInteger) when a is Complex || b is Complex =>
                Complexes(op, a, b),
            (double or BigInteger, double or BigInteger) => Floats(op, a, b),
            _ => Sequences(op, left, right),
        };
        return result is not null;
    }

    public static bool TrySubscript(object? container, object? key, out object? result)
    {
        result = null;
        if (AsNumber(key) is not BigInteger index)
            return false;
        switch (container)
        {
            case ConstantTuple tuple when TryIndex(index, tuple.Items.Length, out var i):
                result = tuple.Items[i];
                return true;
            case string text when !text.Any(char.IsSurrogate) && TryIndex(index, text.Length, out var i):
                result = text[i].ToString();
                return true;
            case byte[] bytes when TryIndex(index, bytes.Length, out var i):
                result = new BigInteger(bytes[i]);
                return true;
            default:
                return false;
        }
    }

    private static bool TryIndex(BigInteger index, int length, out int result)
    {
        if (index < 0)
            index += length;
        result = index >= 0 && index < length ? (int)index : -1;
        return result >= 0;
    }

    private static object? AsNumber(object? value) =>
        value switch
        {
            bool b => b ? BigInteger.One : BigInteger.Zero,
            BigInteger or double or Complex => value,
            _ => null,
        };

    private static object? Integers(Operator op, BigInteger x, BigInteger y, bool areBools)
    {
        switch (op)
        {
            case Operator.Add:
                return x + y;
            case Operator.Sub:
                return x - y;
            case Operator.Mult:
                return x.IsZero || y.IsZero || BitLength(x) + BitLength(y) <= MaxIntBits ? x * y : null;
            case Operator.Div:
                return y.IsZero || !IsExact(x) || !IsExact(y) ? null : (double)x / (double)y;
            case Operator.FloorDiv:
                return y.IsZero ? null : FloorDivide(x, y);
            case Operator.Mod:
                return y.IsZero ? null : x - FloorDivide(x, y) * y;
            case Operator.Pow:
                if (y.Sign < 0)
                    return x.IsZero || !IsExact(x) || !IsExact(y) ? null : Math.Pow((double)x, (double)y);
                return y.IsZero || x.IsZero || (y <= MaxIntBits && BitLength(x) * (int)y <= MaxIntBits) ? BigInteger.Pow(x, (int)y) : null;
            case Operator.LShift:
                return y.Sign < 0 || (!x.IsZero && (y > MaxIntBits || BitLength(x) > MaxIntBits - (int)y)) ? null
                    : x.IsZero ? x : x << (int)y;
            case Operator.RShift:
                return y.Sign < 0 || y > int.MaxValue ? null : x >> (int)y;
            case Operator.BitAnd:
                return areBools ? !(x & y).IsZero : x & y;
            case Operator.BitOr:
                return areBools ? !(x | y).IsZero : x | y;
            case Operator.BitXor:
                return areBools ? !(x ^ y).IsZero : x ^ y;
            default:
                return null;
        }
    }

    private static int BitLength(BigInteger value) => (int)BigInteger.Abs(value).GetBitLength();

    // Division of larger ones rounds in a way of its own, which is the runtime's business.
    private static bool IsExact(BigInteger value) => BitLength(value) <= 53;

    private static BigInteger FloorDivide(BigInteger x, BigInteger y)
    {
        var quotient = BigInteger.DivRem(x, y, out var remainder);
        return !remainder.IsZero && remainder.Sign != y.Sign ? quotient - 1 : quotient;
    }

    private static object? Floats(Operator op, object? left, object? right)
    {
        if (AsDouble(left) is not { } x || AsDouble(right) is not { } y)
            return null;
        switch (op)
        {
            case Operator.Add:
                return x + y;
            case Operator.Sub:
                return x - y;
            case Operator.Mult:
                return x * y;
            case Operator.Div:
                return y == 0 ? null : x / y;
            case Operator.Pow when x > 0 && double.IsFinite(Math.Pow(x, y)):
                return Math.Pow(x, y);
            // Python's rounding of // and %, and the special cases of **, belong to the runtime's float.
            default:
                return null;
        }
    }

    private static double? AsDouble(object? value) =>
        value switch
        {
            double d => d,
            BigInteger i when IsExact(i) => (double)i,
            _ => null,
        };

    private static object? Complexes(Operator op, object? left, object? right)
    {
        if (AsComplex(left) is not { } x || AsComplex(right) is not { } y)
            return null;
        return op switch
        {
            Operator.Add => new Complex(x.Real + y.Real, x.Imaginary + y.Imaginary),
            Operator.Sub => new Complex(x.Real - y.Real, x.Imaginary - y.Imaginary),
            Operator.Mult => new Complex(
                x.Real * y.Real - x.Imaginary * y.Imaginary, x.Real * y.Imaginary + x.Imaginary * y.Real),
            _ => null,
        };
    }

    private static Complex? AsComplex(object? value) => value is Complex c ? c : AsDouble(value) is { } d ? new Complex(d, 0) : null;

    private static object? Sequences(Operator op, object? left, object? right)
    {
        switch (op, left, right)
        {
            case (Operator.Add, string a, string b):
                return a + b;
            case (Operator.Add, byte[] a, byte[] b):
                return a.Concat(b).ToArray();
            case (Operator.Add, ConstantTuple a, ConstantTuple b):
                return new ConstantTuple(a.Items.AddRange(b.Items));
            case (Operator.Mult, BigInteger or bool, string or byte[] or ConstantTuple):
                return Repeat(right, (BigInteger)AsNumber(left)!);
            case (Operator.Mult, string or byte[] or ConstantTuple, BigInteger or bool):
                return Repeat(left, (BigInteger)AsNumber(right)!);
            default:
                return null;
        }
    }

    private static object? Repeat(object? sequence, BigInteger times)
    {
        var count = times.Sign < 0 ? 0 : times > MaxTextLength ? MaxTextLength + 1 : (int)times;
        switch (sequence)
        {
            case string s:
                return (long)s.Length * count > MaxTextLength ? null : string.Concat(Enumerable.Repeat(s, count));
            case byte[] b:
                return (long)b.Length * count > MaxTextLength ? null : Enumerable.Repeat(b, count).SelectMany(x => x).ToArray();
            case ConstantTuple t:
                return (long)t.Items.Length * count > MaxTupleLength || (long)CountItems(t) * count > MaxNestedItems
                    ? null
                    : new ConstantTuple([.. Enumerable.Repeat(t.Items, count).SelectMany(x => x)]);
            default:
                return null;
        }
    }

    private static int CountItems(ConstantTuple tuple) =>
        tuple.Items.Sum(item => item is ConstantTuple inner ? 1 + CountItems(inner) : 1);
}
