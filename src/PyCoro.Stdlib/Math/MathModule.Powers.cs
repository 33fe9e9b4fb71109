// Logarithms and powers. Logarithms take ints of any size: what does not fit a float is split into a float and a power of
// two first.

using System.Numerics;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Numbers;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Mathematics;

internal static partial class MathModule
{
    /// <summary>Return the logarithm of x to the given base, the natural logarithm without one.</summary>
    [PyFunction("log")]
    private static Value Log(VmThread thread, ReadOnlySpan<Value> args)
    {
        if (args.Length is 0 or > 2)
            return thread.TypeError("math.log requires 1 to 2 arguments");
        var numerator = Logarithm(thread, args[0], Math.Log);
        if (numerator.IsError || args.Length == 1)
            return numerator;
        var denominator = Logarithm(thread, args[1], Math.Log);
        return denominator.IsError ? denominator : FloatArithmetic.Divide(thread, numerator.AsDouble, denominator.AsDouble);
    }

    /// <summary>Return the base 2 logarithm of x.</summary>
    [PyFunction("log2")]
    private static Value Log2(VmThread thread, Value x) => Logarithm(thread, x, Math.Log2);

    /// <summary>Return the base 10 logarithm of x.</summary>
    [PyFunction("log10")]
    private static Value Log10(VmThread thread, Value x) => Logarithm(thread, x, Math.Log10);

    /// <summary>Return the natural logarithm of 1+x, accurate for x near zero.</summary>
    [PyFunction("log1p")]
    private static Value Log1p(VmThread thread, double x)
    {
        return x <= -1 ? DomainError(thread) : Value.Float(FloatMath.LogOnePlus(x));
    }

    /// <summary>Return exp(x)-1, accurate for x near zero.</summary>
    [PyFunction("expm1")]
    private static Value Expm1(VmThread thread, double x) => InRange(thread, x, FloatMath.ExpMinusOne(x));

    /// <summary>Return 2 raised to the power of x.</summary>
    [PyFunction("exp2")]
    private static Value Exp2(VmThread thread, double x) => InRange(thread, x, Math.Pow(2.0, x));

    /// <summary>Return x**y (x to the power of y).</summary>
    [PyFunction("pow")]
    private static Value Pow(VmThread thread, double x, double y)
    {
        var result = Math.Pow(x, y);
        if (double.IsFinite(result) || !double.IsFinite(x) || !double.IsFinite(y))
            return Value.Float(result);
        return double.IsNaN(result) || x == 0 ? DomainError(thread) : RangeError(thread);
    }

    private static Value Logarithm(VmThread thread, Value value, Func<double, double> function)
    {
        if (value.TryGetBigInteger(out var whole))
        {
            if (whole.Sign <= 0)
                return DomainError(thread);
            var nearest = IntToFloat.Nearest(whole);
            if (double.IsFinite(nearest))
                return Value.Float(function(nearest));
            var exponent = whole.GetBitLength();
            var mantissa = IntToFloat.Quotient(whole, BigInteger.One << (int)exponent);
            return Value.Float(function(mantissa) + function(2.0) * exponent);
        }
        if (!Conversions.TryDouble(thread, value, out var number))
            return Value.Error;
        return number > 0 || double.IsNaN(number) ? Value.Float(function(number)) : DomainError(thread);
    }
}
