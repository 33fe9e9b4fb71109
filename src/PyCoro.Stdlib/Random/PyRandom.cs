using System.Numerics;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Digests;

namespace PyCoro.Stdlib.Random;

/// <summary>Random() -> create a random number generator with its own internal state.</summary>
[PyType("Random", Module = "_random", Subclassable = true)]
internal sealed partial class PyRandom : PyObject
{
    private readonly MersenneTwister _twister = new();

    private PyRandom(Shape shape) : base(shape) { }

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords)
    {
        var made = new PyRandom(type.RootShape);
        // A subclass seeds by its own rules; until it does the numbers must not be the same in every run.
        var seed = args.Length > 0 && ReferenceEquals(type, TypeObject) ? args[0] : Value.None;
        return made.Seed(thread, seed) is { IsError: true } failed ? failed : made;
    }

    /// <summary>random() -> x in the interval [0, 1).</summary>
    [PyMethod("random")]
    private double Next() => _twister.NextDouble();

    /// <summary>seed([n]) -> None.
    ///
    /// Defaults to use urandom and falls back to a combination
    /// of the current time and the process identifier.</summary>
    [PyMethod("seed", Signature = "n=None, /")]
    private Value Seed(VmThread thread, Value n)
    {
        if (n.IsUnbound || n.IsNone)
        {
            // A Guid is made of the kernel's random bytes, all but 6 bits of it. RandomNumberGenerator would load OpenSSL
            // first, which takes longer than the whole import of the module random; these numbers are no secrets.
            Span<Guid> entropy = stackalloc Guid[MersenneTwister.Size / 4];
            for (var i = 0; i < entropy.Length; i++)
                entropy[i] = Guid.NewGuid();
            _twister.Seed(System.Runtime.InteropServices.MemoryMarshal.Cast<Guid, uint>(entropy));
            return Value.None;
        }
        if (!n.TryGetBigInteger(out var number))
        {
            if (!Hashing.TryHash(thread, n, out var hash))
                return Value.Error;
            number = (ulong)hash;
        }
        var bytes = BigInteger.Abs(number).ToByteArray(isUnsigned: true);
        var words = new uint[System.Math.Max(1, (bytes.Length + 3) / 4)];
        for (var i = 0; i < bytes.Length; i++)
            words[i / 4] |= (uint)bytes[i] << (8 * (i % 4));
        _twister.Seed(words);
        return Value.None;
    }

    /// <summary>getrandbits(k) -> x.  Generates an int with k random bits.</summary>
    [PyMethod("getrandbits")]
    private Value GetRandomBits(VmThread thread, long k)
    {
        if (k < 0)
            return thread.ValueError("number of bits must be non-negative");
        if (k == 0)
            return Value.Int(0);
        if (k <= 32)
            return Value.Int(_twister.Next() >> (int)(32 - k));
        if (k > int.MaxValue)
            return thread.OverflowError("Python int too large to convert to C int");
        var bytes = new byte[(k + 31) / 32 * 4];
        for (var i = 0; i < bytes.Length; i += 4, k -= 32)
        {
            var word = _twister.Next();
            BitConverter.TryWriteBytes(bytes.AsSpan(i), k < 32 ? word >> (int)(32 - k) : word);
        }
        return Value.Int(new BigInteger(bytes, isUnsigned: true));
    }

    /// <summary>getstate() -> tuple containing the current state.</summary>
    [PyMethod("getstate")]
    private Value GetState()
    {
        var items = new Value[MersenneTwister.Size + 1];
        for (var i = 0; i < MersenneTwister.Size; i++)
            items[i] = Value.Int(_twister.Words[i]);
        items[^1] = Value.Int(_twister.Index);
        return new PyTuple(items);
    }

    /// <summary>setstate(state) -> None.  Restores generator state.</summary>
    [PyMethod("setstate")]
    private Value SetState(VmThread thread, Value state)
    {
        if (state.Ref is not PyTuple tuple)
            return thread.TypeError("state vector must be a tuple");
        if (tuple.Items.Length != MersenneTwister.Size + 1)
            return thread.ValueError("state vector is the wrong size");
        var words = new uint[MersenneTwister.Size];
        for (var i = 0; i < words.Length; i++)
        {
            if (!Conversions.TryIndex64(thread, tuple.Items[i], out var word))
                return Value.Error;
            words[i] = (uint)word;
        }
        if (!Conversions.TryIndex64(thread, tuple.Items[^1], out var index))
            return Value.Error;
        if (index is < 0 or > MersenneTwister.Size)
            return thread.ValueError("invalid state");
        words.CopyTo(_twister.Words);
        _twister.Index = (int)index;
        return Value.None;
    }
}

/// <summary>Module implements the Mersenne Twister random number generator.</summary>
[PyModule("_random", Types = [typeof(PyRandom)])]
internal static partial class RandomModule
{
    /// <summary>The SHA-512 digest of bytes, which seeds from text are mixed with.</summary>
    [PyFunction("_sha512")]
    private static Value Sha512(VmThread thread, Value data) =>
        Buffers.Require(thread, data, out var bytes) ? new PyBytes(Sha512Hash.DigestOf(bytes)) : Value.Error;
}
