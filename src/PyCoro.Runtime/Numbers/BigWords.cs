// Sums and products of ints just above 64 bits are the common case of big ints, and there BigInteger's operators spend most
// of their time around the arithmetic: 37 ns for a sum of 70 bits, 33 ns for a product of 80 (measured; docs/decisions.md).
// Here the words are read and made directly: 32-bit words, lowest first, the highest not 0. BigInteger keeps them in private
// fields. When a runtime should have others, that is noticed once and the public operators are used.

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Numbers;

/// <summary>Sums, products and bitwise operations of ints of exactly the type int, at least one of which is boxed.</summary>
internal static class BigWords
{
    /// <summary>Of longer products BigInteger's algorithms are better.</summary>
    private const int MostSteps = 64;

    /// <summary>Beyond this IntArithmetic looks whether the product is too long at all.</summary>
    private const int LongestFactor = 1 << 20;

    private static readonly bool IsAvailable = CanReadAndMake();

    /// <summary><c>left + right</c> of two boxed ints; unbound when it has to be computed otherwise.</summary>
    internal static Value Add(PyInt left, PyInt right)
    {
        BigInteger x = left.Number, y = right.Number;
        if (!IsAvailable || BitsOf(ref x) is not { } a || BitsOf(ref y) is not { } b)
            return Value.Unbound;
        var isNegative = x.Sign < 0;
        return isNegative == y.Sign < 0 ? AddSizes(a, b, isNegative) : SubtractSizes(a, b, isNegative);
    }

    /// <summary><c>left + right</c>; false when it has to be computed otherwise.</summary>
    internal static bool TryAdd(Value left, Value right, out Value sum)
    {
        if (!IsAvailable)
            return Not(out sum);
        var a = WordsOf(left, stackalloc uint[2], out var isNegative);
        var b = WordsOf(right, stackalloc uint[2], out var isOtherNegative);
        sum = isNegative == isOtherNegative ? AddSizes(a, b, isNegative) : SubtractSizes(a, b, isNegative);
        return true;
    }

    /// <summary><c>left - right</c>; false when it has to be computed otherwise.</summary>
    internal static bool TrySubtract(Value left, Value right, out Value difference)
    {
        if (!IsAvailable)
            return Not(out difference);
        var a = WordsOf(left, stackalloc uint[2], out var isNegative);
        var b = WordsOf(right, stackalloc uint[2], out var isOtherNegative);
        difference = isNegative != isOtherNegative ? AddSizes(a, b, isNegative) : SubtractSizes(a, b, isNegative);
        return true;
    }

    /// <summary><c>left * right</c>; false when it has to be computed otherwise.</summary>
    internal static bool TryMultiply(Value left, Value right, out Value product)
    {
        if (!IsAvailable)
            return Not(out product);
        var a = WordsOf(left, stackalloc uint[2], out var isNegative);
        var b = WordsOf(right, stackalloc uint[2], out var isOtherNegative);
        if (a.Length < b.Length)
        {
            var swapped = a;
            a = b;
            b = swapped;
        }
        if (a.Length > LongestFactor || b.Length > 2 && a.Length * b.Length > MostSteps)
            return Not(out product);
        if (b.Length == 0)
        {
            product = Value.Int(0);
            return true;
        }
        var bits = a.Length * 32 - BitOperations.LeadingZeroCount(a[^1]) + b.Length * 32 - BitOperations.LeadingZeroCount(b[^1]);
        var words = new uint[(bits + 31) / 32];
        if (b.Length == 1 && BitConverter.IsLittleEndian)
        {
            MultiplyByWord(a, b[0], words);
            product = Make(words, isNegative != isOtherNegative);
            return true;
        }
        for (var i = 0; i < b.Length; i++)
        {
            var carry = 0UL;
            var row = words.AsSpan(i);
            for (var j = 0; j < a.Length; j++)
            {
                carry += (ulong)a[j] * b[i] + row[j];
                row[j] = (uint)carry;
                carry >>= 32;
            }
            if (carry != 0)
                row[a.Length] = (uint)carry;
        }
        product = Make(words, isNegative != isOtherNegative);
        return true;
    }

    /// <summary><c>left % right</c> of positive numbers where it needs no division, as after a sum of two remainders; false
    /// when it has to be computed otherwise.</summary>
    internal static bool TryModulo(Value left, Value right, out Value remainder)
    {
        if (!IsAvailable || right.Ref is null)
            return Not(out remainder);
        var a = WordsOf(left, stackalloc uint[2], out var isNegative);
        var b = WordsOf(right, stackalloc uint[2], out var isOtherNegative);
        if (isNegative || isOtherNegative || a.Length > b.Length)
            return Not(out remainder);
        if (Compare(a, b) < 0)
        {
            remainder = left;
            return true;
        }
        // Less than twice the divisor if the highest words say so.
        if (a[^1] >= 2UL * b[^1])
            return Not(out remainder);
        remainder = SubtractSizes(a, b, isNegative: false);
        return true;
    }

    /// <summary><c>left &amp; right</c> of numbers that are not negative; false when it has to be computed otherwise.</summary>
    internal static bool TryAnd(Value left, Value right, out Value result)
    {
        if (!IsAvailable)
            return Not(out result);
        var shorter = WordsOf(left, stackalloc uint[2], out var isNegative);
        var longer = WordsOf(right, stackalloc uint[2], out var isOtherNegative);
        if (isNegative || isOtherNegative)
            return Not(out result);
        if (longer.Length < shorter.Length)
        {
            var swapped = shorter;
            shorter = longer;
            longer = swapped;
        }
        var words = new uint[shorter.Length];
        longer = longer[..shorter.Length];
        var done = 0;
        for (; done + Vector<uint>.Count <= words.Length; done += Vector<uint>.Count)
            (new Vector<uint>(shorter[done..]) & new Vector<uint>(longer[done..])).CopyTo(words, done);
        for (; done < words.Length; done++)
            words[done] = shorter[done] & longer[done];
        result = Make(words, isNegative: false);
        return true;
    }

    /// <summary>A size times one word, two words of it at a time; the product has room for as many bits as it may have.</summary>
    private static void MultiplyByWord(ReadOnlySpan<uint> size, uint factor, Span<uint> product)
    {
        var pairs = MemoryMarshal.Cast<uint, ulong>(size);
        var output = MemoryMarshal.Cast<uint, ulong>(product);
        var carry = 0UL;
        for (var i = 0; i < pairs.Length; i++)
        {
            var high = Math.BigMul(pairs[i], factor, out ulong low);
            low += carry;
            carry = high + (low < carry ? 1UL : 0UL);
            output[i] = low;
        }
        if ((size.Length & 1) != 0)
        {
            carry += (ulong)size[^1] * factor;
            product[size.Length - 1] = (uint)carry;
            carry >>= 32;
        }
        if (carry != 0)
            product[size.Length] = (uint)carry;
    }

    private static Value AddSizes(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, bool isNegative)
    {
        if (a.Length < b.Length)
        {
            var swapped = a;
            a = b;
            b = swapped;
        }
        var words = new uint[a.Length];
        var carry = AddWords(a, b, words);
        if (carry != 0)
        {
            Array.Resize(ref words, words.Length + 1);
            words[^1] = 1;
        }
        return Make(words, isNegative);
    }

    /// <summary>Adds a size to one that is at least as long; the carry that is left.</summary>
    private static uint AddWords(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, Span<uint> sum)
    {
        var carry = 0UL;
        var i = 0;
        if (BitConverter.IsLittleEndian)
        {
            // Two words at a time. That a carry runs through a pair of ones is so rare that the branch is always guessed, and
            // the processor need not wait for one pair's carry to add the next pair.
            var pairs = MemoryMarshal.Cast<uint, ulong>(b);
            ref var first = ref Unsafe.As<uint, ulong>(ref MemoryMarshal.GetReference(a));
            ref var output = ref Unsafe.As<uint, ulong>(ref MemoryMarshal.GetReference(sum));
            for (var pair = 0; pair < pairs.Length; pair++)
            {
                var x = Unsafe.Add(ref first, pair);
                var both = x + pairs[pair];
                var result = both + carry;
                Unsafe.Add(ref output, pair) = result;
                carry = result < both ? 1UL : both < x ? 1UL : 0UL;
            }
            i = 2 * pairs.Length;
        }
        for (; i < b.Length; i++)
        {
            carry += (ulong)a[i] + b[i];
            sum[i] = (uint)carry;
            carry >>= 32;
        }
        for (; i < a.Length; i++)
        {
            carry += a[i];
            sum[i] = (uint)carry;
            carry >>= 32;
        }
        return (uint)carry;
    }

    /// <summary>a - b, with the sign turned when <paramref name="isNegative"/>.</summary>
    private static Value SubtractSizes(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, bool isNegative)
    {
        var order = Compare(a, b);
        if (order == 0)
            return Value.Int(0);
        if (order < 0)
        {
            var swapped = a;
            a = b;
            b = swapped;
            isNegative = !isNegative;
        }
        var words = new uint[a.Length];
        var borrow = 0L;
        for (var i = 0; i < b.Length; i++)
        {
            borrow += (long)a[i] - b[i];
            words[i] = (uint)borrow;
            borrow >>= 32;
        }
        for (var i = b.Length; i < a.Length; i++)
        {
            borrow += a[i];
            words[i] = (uint)borrow;
            borrow >>= 32;
        }
        return Make(words, isNegative);
    }

    private static int Compare(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        if (a.Length != b.Length)
            return a.Length.CompareTo(b.Length);
        for (var i = a.Length - 1; i >= 0; i--)
        {
            if (a[i] != b[i])
                return a[i].CompareTo(b[i]);
        }
        return 0;
    }

    /// <summary>The int of a size and a sign; the array belongs to it.</summary>
    private static Value Make(uint[] words, bool isNegative)
    {
        var length = words.Length;
        while (length > 0 && words[length - 1] == 0)
            length--;
        if (length <= 2)
        {
            var size = length == 0 ? 0UL : length == 1 ? words[0] : (ulong)words[1] << 32 | words[0];
            if (size <= long.MaxValue)
                return Value.Int(isNegative ? -(long)size : (long)size);
            if (isNegative && size == 1UL << 63)
                return Value.Int(long.MinValue);
        }
        if (length != words.Length)
            words = words.AsSpan(0, length).ToArray();
        return new PyInt(Create(isNegative ? -1 : 1, words));
    }

    /// <summary>The size of an int as words, and its sign; a small one is laid out in the room for two words.</summary>
    private static ReadOnlySpan<uint> WordsOf(Value value, Span<uint> room, out bool isNegative)
    {
        long small;
        if (value.Ref is null)
        {
            small = value.Bits;
        }
        else
        {
            var number = Unsafe.As<PyInt>(value.Ref).Number;
            isNegative = number.Sign < 0;
            if (BitsOf(ref number) is { } words)
                return words;
            small = (long)number;
        }
        isNegative = small < 0;
        var size = isNegative ? 0UL - (ulong)small : (ulong)small;
        room[0] = (uint)size;
        room[1] = (uint)(size >> 32);
        return room[..(room[1] != 0 ? 2 : room[0] != 0 ? 1 : 0)];
    }

    private static bool Not(out Value result)
    {
        result = Value.Unbound;
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool CanReadAndMake()
    {
        try
        {
            var number = -((BigInteger.One << 64) + 3);
            return BitsOf(ref number) is [3, 0, 1] && Create(-1, [3, 0, 1]) == number;
        }
        catch (MissingMemberException)
        {
            return false;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_bits")]
    private static extern ref uint[]? BitsOf(ref BigInteger number);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern BigInteger Create(int sign, uint[] bits);
}
