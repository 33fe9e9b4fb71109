// The types of BLAKE2. Their many keyword parameters are the parameter block of the algorithm (BLAKE2 paper, 2.5).

using System.Buffers.Binary;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Digests;

/// <summary>What a BLAKE2 is begun with, as Python passes it.</summary>
internal readonly ref struct Blake2Parameters
{
    internal required long DigestSize { get; init; }
    internal required Value Key { get; init; }
    internal required Value Salt { get; init; }
    internal required Value Person { get; init; }
    internal required long Fanout { get; init; }
    internal required long Depth { get; init; }
    internal required Value LeafSize { get; init; }
    internal required Value NodeOffset { get; init; }
    internal required long NodeDepth { get; init; }
    internal required long InnerSize { get; init; }
    internal required bool IsLastNode { get; init; }

    /// <summary>Begins a BLAKE2b; null when a parameter is out of range.</summary>
    internal BlockHash? BeginLong(VmThread thread)
    {
        Span<byte> block = stackalloc byte[64];
        if (!TryWrite(thread, block, digestLimit: 64, saltSize: 16, offsetSize: 8, out var key))
            return null;
        return WithKey(new Blake2Hash<ulong>("blake2b", (int)DigestSize, block, IsLastNode), key);
    }

    /// <summary>Begins a BLAKE2s; null when a parameter is out of range.</summary>
    internal BlockHash? BeginShort(VmThread thread)
    {
        Span<byte> block = stackalloc byte[32];
        if (!TryWrite(thread, block, digestLimit: 32, saltSize: 8, offsetSize: 6, out var key))
            return null;
        return WithKey(new Blake2Hash<uint>("blake2s", (int)DigestSize, block, IsLastNode), key);
    }

    private static BlockHash WithKey(BlockHash hash, ReadOnlySpan<byte> key)
    {
        if (key.Length == 0)
            return hash;
        Span<byte> block = stackalloc byte[hash.BlockSize];
        block.Clear();
        key.CopyTo(block);
        hash.Update(block);
        return hash;
    }

    /// <summary>Lays the block out: digest size, key size, fanout, depth, leaf size, node offset, node depth, inner size;
    /// salt and person stand at its end.</summary>
    private bool TryWrite(VmThread thread, Span<byte> block, int digestLimit, int saltSize, int offsetSize, out ReadOnlySpan<byte> key)
    {
        key = default;
        if (!InRange(thread, DigestSize, 1, digestLimit, $"digest_size must be between 1 and {digestLimit} bytes")
            || !TryText(thread, Salt, "salt", saltSize, out var salt)
            || !TryText(thread, Person, "person", saltSize, out var person)
            || !InRange(thread, Fanout, 0, byte.MaxValue, "fanout must be between 0 and 255")
            || !InRange(thread, Depth, 1, byte.MaxValue, "depth must be between 1 and 255")
            || !TryNumber(thread, LeafSize, "leaf_size", sizeof(uint), out var leafSize)
            || !TryNumber(thread, NodeOffset, "node_offset", offsetSize, out var nodeOffset)
            || !InRange(thread, NodeDepth, 0, byte.MaxValue, "node_depth must be between 0 and 255")
            || !InRange(thread, InnerSize, 0, digestLimit, $"inner_size must be between 0 and is {digestLimit}")
            || !TryText(thread, Key, "key", digestLimit, out key))
        {
            return false;
        }
        block.Clear();
        block[0] = (byte)DigestSize;
        block[1] = (byte)key.Length;
        block[2] = (byte)Fanout;
        block[3] = (byte)Depth;
        BinaryPrimitives.WriteUInt32LittleEndian(block[4..], (uint)leafSize);
        BinaryPrimitives.WriteUInt64LittleEndian(block[8..], nodeOffset);
        block[8 + offsetSize] = (byte)NodeDepth;
        block[9 + offsetSize] = (byte)InnerSize;
        salt.CopyTo(block[^(2 * saltSize)..]);
        person.CopyTo(block[^saltSize..]);
        return true;
    }

    private static bool InRange(VmThread thread, long value, int least, int most, string message)
    {
        if (value >= least && value <= most)
            return true;
        thread.ValueError(message);
        return false;
    }

    private static bool TryText(VmThread thread, Value value, string name, int limit, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (value.IsUnbound)
            return true;
        if (!Buffers.Require(thread, value, out bytes))
            return false;
        if (bytes.Length <= limit)
            return true;
        thread.ValueError($"maximum {name} length is {limit} bytes");
        return false;
    }

    private static bool TryNumber(VmThread thread, Value value, string name, int size, out ulong number)
    {
        number = 0;
        if (value.IsUnbound)
            return true;
        if (!UnsignedParameter.TryRead(thread, value, out number))
            return false;
        if (size == sizeof(ulong) || number >> (size * 8) == 0)
            return true;
        thread.OverflowError($"{name} is too large");
        return false;
    }
}

/// <summary>Return a new BLAKE2b hash object.</summary>
[PyType("blake2b", Module = "_blake2")]
internal sealed partial class PyBlake2b : PyHash
{
    private PyBlake2b(BlockHash hash) : base(TypeObject.RootShape, hash) { }

    [PyConstant("SALT_SIZE")]
    internal const long SaltSize = 16;

    [PyConstant("PERSON_SIZE")]
    internal const long PersonSize = 16;

    [PyConstant("MAX_KEY_SIZE")]
    internal const long MaxKeySize = 64;

    [PyConstant("MAX_DIGEST_SIZE")]
    internal const long MaxDigestSize = 64;

    [PyNew(Signature = "data=b'', /, *, digest_size=64, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True")]
    private static PyHash? New(
        VmThread thread, PyType type, Value data, long digestSize, Value key, Value salt, Value person, long fanout, long depth,
        Value leafSize, Value nodeOffset, long nodeDepth, long innerSize, bool lastNode, bool usedforsecurity)
    {
        var hash = new Blake2Parameters
        {
            DigestSize = digestSize,
            Key = key,
            Salt = salt,
            Person = person,
            Fanout = fanout,
            Depth = depth,
            LeafSize = leafSize,
            NodeOffset = nodeOffset,
            NodeDepth = nodeDepth,
            InnerSize = innerSize,
            IsLastNode = lastNode,
        }.BeginLong(thread);
        return hash is null ? null : new PyBlake2b(hash).Begin(thread, data);
    }
}

/// <summary>Return a new BLAKE2s hash object.</summary>
[PyType("blake2s", Module = "_blake2")]
internal sealed partial class PyBlake2s : PyHash
{
    private PyBlake2s(BlockHash hash) : base(TypeObject.RootShape, hash) { }

    [PyConstant("SALT_SIZE")]
    internal const long SaltSize = 8;

    [PyConstant("PERSON_SIZE")]
    internal const long PersonSize = 8;

    [PyConstant("MAX_KEY_SIZE")]
    internal const long MaxKeySize = 32;

    [PyConstant("MAX_DIGEST_SIZE")]
    internal const long MaxDigestSize = 32;

    [PyNew(Signature = "data=b'', /, *, digest_size=32, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True")]
    private static PyHash? New(
        VmThread thread, PyType type, Value data, long digestSize, Value key, Value salt, Value person, long fanout, long depth,
        Value leafSize, Value nodeOffset, long nodeDepth, long innerSize, bool lastNode, bool usedforsecurity)
    {
        var hash = new Blake2Parameters
        {
            DigestSize = digestSize,
            Key = key,
            Salt = salt,
            Person = person,
            Fanout = fanout,
            Depth = depth,
            LeafSize = leafSize,
            NodeOffset = nodeOffset,
            NodeDepth = nodeDepth,
            InnerSize = innerSize,
            IsLastNode = lastNode,
        }.BeginShort(thread);
        return hash is null ? null : new PyBlake2s(hash).Begin(thread, data);
    }
}

/// <summary>The digests BLAKE2b and BLAKE2s.</summary>
[PyModule("_blake2", Types = [typeof(PyBlake2b), typeof(PyBlake2s)])]
internal static partial class Blake2Module
{
    [PyConstant("BLAKE2B_SALT_SIZE")]
    private const long LongSaltSize = PyBlake2b.SaltSize;

    [PyConstant("BLAKE2B_PERSON_SIZE")]
    private const long LongPersonSize = PyBlake2b.PersonSize;

    [PyConstant("BLAKE2B_MAX_KEY_SIZE")]
    private const long LongMaxKeySize = PyBlake2b.MaxKeySize;

    [PyConstant("BLAKE2B_MAX_DIGEST_SIZE")]
    private const long LongMaxDigestSize = PyBlake2b.MaxDigestSize;

    [PyConstant("BLAKE2S_SALT_SIZE")]
    private const long ShortSaltSize = PyBlake2s.SaltSize;

    [PyConstant("BLAKE2S_PERSON_SIZE")]
    private const long ShortPersonSize = PyBlake2s.PersonSize;

    [PyConstant("BLAKE2S_MAX_KEY_SIZE")]
    private const long ShortMaxKeySize = PyBlake2s.MaxKeySize;

    [PyConstant("BLAKE2S_MAX_DIGEST_SIZE")]
    private const long ShortMaxDigestSize = PyBlake2s.MaxDigestSize;
}
