// Sums, products and lengths of many numbers.

using System.Runtime.InteropServices;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Numbers;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Mathematics;

internal static partial class MathModule
{
    /// <summary>Return the sum of the floats in seq, rounded only once.</summary>
    [PyFunction("fsum", Signature = "seq, /")]
    private static Value FSum(VmThread thread, Value seq)
    {
        var iterator = Iteration.GetIter(thread, seq);
        if (iterator.IsError)
            return iterator;
        var sum = new ExactSum();
        while (true)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsUnbound)
                break;
            if (item.IsError || !Conversions.TryDouble(thread, item, out var number))
                return Value.Error;
            if (!sum.TryAdd(number))
                return thread.OverflowError("intermediate overflow in fsum");
        }
        return sum.HasOppositeInfinities ? thread.ValueError("-inf + inf in fsum") : Value.Float(sum.Total());
    }

    /// <summary>Multiply start by all items of the iterable; without items the result is start.</summary>
    [PyFunction("prod", Signature = "iterable, /, *, start=1")]
    private static Value Prod(VmThread thread, Value iterable, Value start)
    {
        var product = start.IsUnbound ? Value.Int(1L) : start;
        var iterator = Iteration.GetIter(thread, iterable);
        if (iterator.IsError)
            return iterator;
        while (true)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsUnbound)
                return product;
            if (item.IsError)
                return item;
            product = product.IsSmallInt && item.IsSmallInt
                ? IntArithmetic.Multiply(product.Bits, item.Bits)
                : Arithmetic.Binary(thread, BinaryOperation.Multiply, product, item);
            if (product.IsError)
                return product;
        }
    }

    /// <summary>Euclidean distance of a point from the origin, in any number of dimensions.</summary>
    [PyFunction("hypot")]
    private static Value Hypot(VmThread thread, ReadOnlySpan<Value> args)
    {
        Span<double> vector = args.Length <= 16 ? stackalloc double[args.Length] : new double[args.Length];
        for (var i = 0; i < args.Length; i++)
        {
            if (!Conversions.TryDouble(thread, args[i], out vector[i]))
                return Value.Error;
        }
        return Value.Float(FloatMath.Length(vector));
    }

    /// <summary>Return the Euclidean distance between two points, given as sequences of as many coordinates each.</summary>
    [PyFunction("dist")]
    private static Value Dist(VmThread thread, Value p, Value q)
    {
        var from = p.Ref is PyTuple start ? start.Items : Iteration.ToArray(thread, p);
        if (from is null)
            return Value.Error;
        var to = q.Ref is PyTuple end ? end.Items : Iteration.ToArray(thread, q);
        if (to is null)
            return Value.Error;
        if (from.Length != to.Length)
            return thread.ValueError("both points must have the same number of dimensions");
        var vector = new double[from.Length];
        for (var i = 0; i < vector.Length; i++)
        {
            if (!Conversions.TryDouble(thread, from[i], out var a) || !Conversions.TryDouble(thread, to[i], out var b))
                return Value.Error;
            vector[i] = a - b;
        }
        return Value.Float(FloatMath.Length(vector));
    }

    /// <summary>A sum that loses nothing: floats that do not overlap, smallest first, whose sum is exact (Shewchuk, Adaptive
    /// Precision Floating-Point Arithmetic, 1997).</summary>
    private sealed class ExactSum
    {
        private readonly List<double> _parts = [];
        private double _special;
        private double _infinities;

        internal bool HasOppositeInfinities => double.IsNaN(_infinities);

        /// <summary>False when an intermediate sum is too large for a float.</summary>
        internal bool TryAdd(double number)
        {
            var sum = number;
            var kept = 0;
            var parts = CollectionsMarshal.AsSpan(_parts);
            foreach (var part in parts)
            {
                var (large, small) = Math.Abs(sum) < Math.Abs(part) ? (part, sum) : (sum, part);
                sum = large + small;
                var lost = small - (sum - large);
                if (lost != 0)
                    parts[kept++] = lost;
            }
            _parts.RemoveRange(kept, _parts.Count - kept);
            if (sum == 0)
                return true;
            if (double.IsFinite(sum))
            {
                _parts.Add(sum);
                return true;
            }
            // An infinity or NaN among the numbers decides the result; one that arose here does not.
            if (double.IsFinite(number))
                return false;
            if (double.IsInfinity(number))
                _infinities += number;
            _special += number;
            _parts.Clear();
            return true;
        }

        /// <summary>The sum rounded once, half to even.</summary>
        internal double Total()
        {
            if (_special != 0)
                return _special;
            var i = _parts.Count;
            if (i == 0)
                return 0.0;
            var total = _parts[--i];
            var lost = 0.0;
            while (i > 0 && lost == 0)
            {
                var before = total;
                var part = _parts[--i];
                total = before + part;
                lost = part - (total - before);
            }
            // Exactly half of the last place was lost: the next part says which way the exact sum lies.
            if (i > 0 && lost != 0 && lost < 0 == _parts[i - 1] < 0)
            {
                var doubled = lost * 2.0;
                var other = total + doubled;
                if (doubled == other - total)
                    return other;
            }
            return total;
        }
    }
}
