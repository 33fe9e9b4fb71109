// Functions of whole numbers of any size.

using System.Numerics;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Mathematics;

internal static partial class MathModule
{
    /// <summary>Greatest Common Divisor.</summary>
    [PyFunction("gcd")]
    private static Value Gcd(VmThread thread, ReadOnlySpan<Value> args)
    {
        var result = BigInteger.Zero;
        foreach (var arg in args)
        {
            if (!TryWhole(thread, arg, out var number))
                return Value.Error;
            result = BigInteger.GreatestCommonDivisor(result, number);
        }
        return Value.Int(result);
    }

    /// <summary>Least Common Multiple.</summary>
    [PyFunction("lcm")]
    private static Value Lcm(VmThread thread, ReadOnlySpan<Value> args)
    {
        var result = BigInteger.One;
        foreach (var arg in args)
        {
            if (!TryWhole(thread, arg, out var number))
                return Value.Error;
            if (!result.IsZero)
            {
                result = number.IsZero
                    ? BigInteger.Zero
                    : BigInteger.Abs(result / BigInteger.GreatestCommonDivisor(result, number) * number);
            }
        }
        return Value.Int(result);
    }

    /// <summary>Return the integer part of the square root of the input.</summary>
    [PyFunction("isqrt")]
    private static Value Isqrt(VmThread thread, Value n)
    {
        if (!TryWhole(thread, n, out var number))
            return Value.Error;
        return number.Sign < 0
            ? thread.ValueError("isqrt() argument must be nonnegative")
            : Value.Int(IntegerSquareRoot(number));
    }

    /// <summary>Find n!; ValueError when n is negative.</summary>
    [PyFunction("factorial")]
    private static Value Factorial(VmThread thread, Value n)
    {
        if (!TryWhole(thread, n, out var number))
            return Value.Error;
        if (number > long.MaxValue)
            return thread.OverflowError($"factorial() argument should not exceed {long.MaxValue}");
        return number.Sign < 0
            ? thread.ValueError("factorial() not defined for negative values")
            : Value.Int(ProductOfRange(1, (long)number));
    }

    /// <summary>Number of ways to choose k items from n items without repetition and without order: n! / (k! * (n - k)!),
    /// 0 when k > n.</summary>
    [PyFunction("comb")]
    private static Value Combinations(VmThread thread, Value n, Value k)
    {
        if (!TryCounts(thread, n, k, out var total, out var chosen))
            return Value.Error;
        if (chosen > total)
            return Value.Int(0L);
        chosen = BigInteger.Min(chosen, total - chosen);
        return chosen > long.MaxValue
            ? thread.OverflowError($"min(n - k, k) must not exceed {long.MaxValue}")
            : Value.Int(ProductOfRange(total - chosen + 1, total) / ProductOfRange(1, chosen));
    }

    /// <summary>Number of ways to choose k items from n items without repetition and with order: n! / (n - k)!, 0 when k > n.
    /// Without k it is n!.</summary>
    [PyFunction("perm", Signature = "n, k=None, /")]
    private static Value Permutations(VmThread thread, Value n, Value k)
    {
        if (k.IsUnbound || k.IsNone)
            return Factorial(thread, n);
        if (!TryCounts(thread, n, k, out var total, out var chosen))
            return Value.Error;
        if (chosen > total)
            return Value.Int(0L);
        return chosen > long.MaxValue
            ? thread.OverflowError($"k must not exceed {long.MaxValue}")
            : Value.Int(ProductOfRange(total - chosen + 1, total));
    }

    private static bool TryWhole(VmThread thread, Value value, out BigInteger number)
    {
        if (value.TryGetBigInteger(out number))
            return true;
        var index = Conversions.Index(thread, value);
        return !index.IsError && index.TryGetBigInteger(out number);
    }

    private static bool TryCounts(VmThread thread, Value n, Value k, out BigInteger total, out BigInteger chosen)
    {
        chosen = default;
        if (!TryWhole(thread, n, out total) || !TryWhole(thread, k, out chosen))
            return false;
        if (total.Sign >= 0 && chosen.Sign >= 0)
            return true;
        thread.ValueError(total.Sign < 0 ? "n must be a non-negative integer" : "k must be a non-negative integer");
        return false;
    }

    /// <summary>first * (first + 1) * ... * last, by halves, so that the large multiplications are of equal sizes.</summary>
    private static BigInteger ProductOfRange(BigInteger first, BigInteger last)
    {
        if (last - first > 8)
        {
            var middle = (first + last) >> 1;
            return ProductOfRange(first, middle) * ProductOfRange(middle + 1, last);
        }
        var product = BigInteger.One;
        for (var factor = first; factor <= last; factor++)
            product *= factor;
        return product;
    }

    /// <summary>The largest integer whose square is not larger: Newton's method from above never steps below it.</summary>
    private static BigInteger IntegerSquareRoot(BigInteger number)
    {
        if (number < 1L << 52)
            return (long)Math.Sqrt((double)number);
        var root = FirstGuess(number);
        while (true)
        {
            var next = (root + number / root) >> 1;
            if (next >= root)
                return root;
            root = next;
        }
    }

    /// <summary>Not below the root, and close: by the root of the upper half of the digits.</summary>
    private static BigInteger FirstGuess(BigInteger number)
    {
        var half = (int)(number.GetBitLength() / 4);
        return (IntegerSquareRoot(number >> (2 * half)) + 1) << half;
    }
}
