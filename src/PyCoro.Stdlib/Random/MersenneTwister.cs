// MT19937 (Matsumoto and Nishimura, 1998), because Python promises the same numbers for the same seed.

namespace PyCoro.Stdlib.Random;

/// <summary>The generator: 624 words of state.</summary>
internal sealed class MersenneTwister
{
    internal const int Size = 624;
    private const int Middle = 397;

    private readonly uint[] _words = new uint[Size];

    /// <summary>The words.</summary>
    internal Span<uint> Words => _words;

    /// <summary>The next word to give out; <see cref="Size"/> when new ones have to be made first.</summary>
    internal int Index { get; set; } = Size + 1;

    /// <summary>Starts from a key of any length.</summary>
    internal void Seed(ReadOnlySpan<uint> key)
    {
        SeedWord(19650218);
        var i = 1;
        var j = 0;
        for (var k = System.Math.Max(Size, key.Length); k > 0; k--)
        {
            _words[i] = (_words[i] ^ ((_words[i - 1] ^ (_words[i - 1] >> 30)) * 1664525)) + key[j] + (uint)j;
            i = Following(i);
            j = (j + 1) % key.Length;
        }
        for (var k = Size - 1; k > 0; k--)
        {
            _words[i] = (_words[i] ^ ((_words[i - 1] ^ (_words[i - 1] >> 30)) * 1566083941)) - (uint)i;
            i = Following(i);
        }
        _words[0] = 0x80000000;
        Index = Size;
    }

    /// <summary>32 random bits.</summary>
    internal uint Next()
    {
        if (Index >= Size)
            Refill();
        var word = _words[Index++];
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c5680;
        word ^= (word << 15) & 0xefc60000;
        return word ^ (word >> 18);
    }

    /// <summary>A float in [0, 1) with 53 random bits.</summary>
    internal double NextDouble()
    {
        var high = Next() >> 5;
        var low = Next() >> 6;
        return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
    }

    private void SeedWord(uint seed)
    {
        _words[0] = seed;
        for (var i = 1; i < Size; i++)
            _words[i] = 1812433253 * (_words[i - 1] ^ (_words[i - 1] >> 30)) + (uint)i;
    }

    private int Following(int i)
    {
        if (i + 1 < Size)
            return i + 1;
        _words[0] = _words[Size - 1];
        return 1;
    }

    private void Refill()
    {
        for (var i = 0; i < Size; i++)
        {
            var mixed = (_words[i] & 0x80000000) | (_words[(i + 1) % Size] & 0x7fffffff);
            _words[i] = _words[(i + Middle) % Size] ^ (mixed >> 1) ^ ((mixed & 1) != 0 ? 0x9908b0df : 0);
        }
        Index = 0;
    }
}
