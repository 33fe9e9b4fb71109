// pow(a, b, m) for an odd m of several words, as cryptography asks for it: P. L. Montgomery, "Modular multiplication without
// trial division" (1985), in the word-wise form that Koc, Acar and Kaliski call CIOS, with a fixed window over the exponent.
// .NET's ModPow takes more than twice the time.

using System.Numerics;
using System.Runtime.InteropServices;

namespace PyCoro.Runtime.Numbers;

/// <summary>Powers modulo an odd number.</summary>
internal ref struct ModularPower
{
    private const int WordBits = 64;

    private readonly ReadOnlySpan<ulong> _modulus;

    /// <summary>The x with <c>x * modulus == -1</c> modulo 2**64.</summary>
    private readonly ulong _inverse;

    private readonly Span<ulong> _work;

    private ModularPower(ReadOnlySpan<ulong> modulus)
    {
        _modulus = modulus;
        _work = new ulong[modulus.Length + 2];
        // Newton's iteration doubles the bits that are right; an odd number is its own inverse in the lowest three.
        var inverse = modulus[0];
        for (var bits = 3; bits < WordBits; bits *= 2)
            inverse *= 2 - modulus[0] * inverse;
        _inverse = 0 - inverse;
    }

    /// <summary>Is this the way to compute a power?</summary>
    internal static bool IsWorthwhile(BigInteger exponent, BigInteger modulus) =>
        !modulus.IsEven && modulus.GetBitLength() > WordBits && exponent.GetBitLength() > 4;

    /// <summary><c>pow(number, exponent, modulus)</c>; exponent and modulus are positive, the modulus is odd.</summary>
    internal static BigInteger Compute(BigInteger number, BigInteger exponent, BigInteger modulus)
    {
        var count = (int)((modulus.GetBitLength() + WordBits - 1) / WordBits);
        var power = new ModularPower(Words(modulus, count));
        // In Montgomery's form x stands for x * 2**bits.
        var bits = count * WordBits;
        var one = Words((BigInteger.One << bits) % modulus, count);
        var factor = Words((IntArithmetic.FloorRemainder(number, modulus) << bits) % modulus, count);
        var result = power.Raise(one, factor, exponent);
        var plain = new ulong[count];
        plain[0] = 1;
        power.Multiply(result, plain, result);
        return new BigInteger(MemoryMarshal.AsBytes(result), isUnsigned: true);
    }

    private readonly Span<ulong> Raise(ReadOnlySpan<ulong> one, ulong[] factor, BigInteger exponent)
    {
        var length = (int)exponent.GetBitLength();
        var window = length > 200 ? 5 : length > 24 ? 3 : 1;
        var table = new ulong[1 << window][];
        table[1] = factor;
        for (var i = 2; i < table.Length; i++)
        {
            table[i] = new ulong[factor.Length];
            Multiply(table[i - 1], factor, table[i]);
        }
        var exponentWords = Words(exponent, length / WordBits + 1);
        var result = one.ToArray();
        for (var place = (length + window - 1) / window * window - window; place >= 0; place -= window)
        {
            for (var i = 0; i < window; i++)
                Multiply(result, result, result);
            var digit = 0;
            for (var bit = place + window - 1; bit >= place; bit--)
                digit = digit << 1 | (bit < length ? (int)(exponentWords[bit / WordBits] >> (bit % WordBits) & 1) : 0);
            if (digit != 0)
                Multiply(result, table[digit], result);
        }
        return result;
    }

    /// <summary>output = a * b / 2**bits modulo the modulus; the output may be one of the factors.</summary>
    private readonly void Multiply(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, Span<ulong> output)
    {
        var modulus = _modulus;
        var count = modulus.Length;
        var work = _work;
        work.Clear();
        foreach (var word in a)
        {
            // Add a word's multiple of b, and the multiple of the modulus that makes the lowest word 0, which falls out.
            var carry = 0UL;
            for (var j = 0; j < b.Length; j++)
                work[j] = MultiplyAdd(word, b[j], work[j], ref carry);
            var top = work[count] + carry;
            work[count + 1] = top < carry ? 1UL : 0UL;
            work[count] = top;
            var quotient = work[0] * _inverse;
            carry = 0;
            MultiplyAdd(quotient, modulus[0], work[0], ref carry);
            for (var j = 1; j < modulus.Length; j++)
                work[j - 1] = MultiplyAdd(quotient, modulus[j], work[j], ref carry);
            top = work[count] + carry;
            work[count - 1] = top;
            work[count] = work[count + 1] + (top < carry ? 1UL : 0UL);
        }
        if (work[count] != 0 || !IsBelow(work[..count], modulus))
            SubtractInPlace(work, modulus);
        work[..count].CopyTo(output);
    }

    /// <summary>The lower word of x * y + z + carry; the upper one becomes the carry.</summary>
    private static ulong MultiplyAdd(ulong x, ulong y, ulong z, ref ulong carry)
    {
        var high = Math.BigMul(x, y, out ulong low);
        low += z;
        high += low < z ? 1UL : 0UL;
        low += carry;
        high += low < carry ? 1UL : 0UL;
        carry = high;
        return low;
    }

    private static bool IsBelow(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        for (var i = a.Length - 1; i >= 0; i--)
        {
            if (a[i] != b[i])
                return a[i] < b[i];
        }
        return false;
    }

    private static void SubtractInPlace(Span<ulong> a, ReadOnlySpan<ulong> b)
    {
        var borrow = 0UL;
        for (var i = 0; i < b.Length; i++)
        {
            var less = a[i] - b[i];
            var next = less > a[i] ? 1UL : 0UL;
            a[i] = less - borrow;
            borrow = next + (a[i] > less ? 1UL : 0UL);
        }
    }

    private static ulong[] Words(BigInteger number, int count)
    {
        var words = new ulong[count];
        number.TryWriteBytes(MemoryMarshal.AsBytes(words.AsSpan()), out _, isUnsigned: true);
        return words;
    }
}
