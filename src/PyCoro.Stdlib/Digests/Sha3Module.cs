// The types of SHA-3 and SHAKE; each has a capacity and a length of its own, all else is the sponge's.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Digests;

/// <summary>A digest made by the sponge.</summary>
internal abstract class PySponge(Shape shape, BlockHash hash) : PyHash(shape, hash)
{
    private KeccakHash Sponge => (KeccakHash)Hash;

    [PyGetter("_capacity_bits")]
    internal long CapacityBits => Sponge.CapacityBits;

    [PyGetter("_rate_bits")]
    internal long RateBits => Sponge.BlockSize * 8;

    [PyGetter("_suffix")]
    internal Value Suffix => new PyBytes([Sponge.Suffix]);
}

/// <summary>SHA-3: the length of the digest is fixed.</summary>
internal abstract class PySha3(Shape shape, BlockHash hash) : PySponge(shape, hash)
{
    internal const byte DomainSuffix = 0x06;
}

/// <summary>SHAKE: the digest is as long as one asks for.</summary>
internal abstract class PyShake(Shape shape, BlockHash hash) : PySponge(shape, hash)
{
    internal const byte DomainSuffix = 0x1f;
    private const long LongestDigest = (1 << 29) - 1;

    /// <summary>Return the digest value as a bytes object.</summary>
    [PyMethod("digest", Signature = "length, /")]
    internal Value Digest(VmThread thread, Value length) => Squeeze(thread, length) is { } digest ? new PyBytes(digest) : Value.Error;

    /// <summary>Return the digest value as a string of hexadecimal digits.</summary>
    [PyMethod("hexdigest", Signature = "length, /")]
    internal Value HexDigest(VmThread thread, Value length) => Squeeze(thread, length) is { } digest ? Value.Str(Convert.ToHexStringLower(digest)) : Value.Error;

    private byte[]? Squeeze(VmThread thread, Value length)
    {
        if (!UnsignedParameter.TryRead(thread, length, out var count))
            return null;
        if (count <= LongestDigest)
            return Hash.Digest((int)count);
        thread.ValueError("length is too large");
        return null;
    }
}

/// <summary>sha3_224([data], *, usedforsecurity=True) -> SHA3 object
///
/// Return a new SHA3 hash object with a hashbit length of 28 bytes.</summary>
[PyType("sha3_224", Module = "_sha3")]
internal sealed partial class PySha3Of224 : PySha3
{
    private PySha3Of224(BlockHash hash) : base(TypeObject.RootShape, hash) { }

    [PyNew(Signature = "data=b'', /, *, usedforsecurity=True")]
    private static PyHash? New(VmThread thread, PyType type, Value data, bool usedforsecurity) =>
        new PySha3Of224(new KeccakHash("sha3_224", 28, 144, DomainSuffix)).Begin(thread, data);
}

/// <summary>sha3_256([data], *, usedforsecurity=True) -> SHA3 object
///
/// Return a new SHA3 hash object with a hashbit length of 32 bytes.</summary>
[PyType("sha3_256", Module = "_sha3")]
internal sealed partial class PySha3Of256 : PySha3
{
    private PySha3Of256(BlockHash hash) : base(TypeObject.RootShape, hash) { }

    [PyNew(Signature = "data=b'', /, *, usedforsecurity=True")]
    private static PyHash? New(VmThread thread, PyType type, Value data, bool usedforsecurity) =>
        new PySha3Of256(new KeccakHash("sha3_256", 32, 136, DomainSuffix)).Begin(thread, data);
}

/// <summary>sha3_384([data], *, usedforsecurity=True) -> SHA3 object
///
/// Return a new SHA3 hash object with a hashbit length of 48 bytes.</summary>
[PyType("sha3_384", Module = "_sha3")]
internal sealed partial class PySha3Of384 : PySha3
{
    private PySha3Of384(BlockHash hash) : base(TypeObject.RootShape, hash) { }

    [PyNew(Signature = "data=b'', /, *, usedforsecurity=True")]
    private static PyHash? New(VmThread thread, PyType type, Value data, bool usedforsecurity) =>
        new PySha3Of384(new KeccakHash("sha3_384", 48, 104, DomainSuffix)).Begin(thread, data);
}

/// <summary>sha3_512([data], *, usedforsecurity=True) -> SHA3 object
///
/// Return a new SHA3 hash object with a hashbit length of 64 bytes.</summary>
[PyType("sha3_512", Module = "_sha3")]
internal sealed partial class PySha3Of512 : PySha3
{
    private PySha3Of512(BlockHash hash) : base(TypeObject.RootShape, hash) { }

    [PyNew(Signature = "data=b'', /, *, usedforsecurity=True")]
    private static PyHash? New(VmThread thread, PyType type, Value data, bool usedforsecurity) =>
        new PySha3Of512(new KeccakHash("sha3_512", 64, 72, DomainSuffix)).Begin(thread, data);
}

/// <summary>shake_128([data], *, usedforsecurity=True) -> SHAKE object
///
/// Return a new SHAKE hash object.</summary>
[PyType("shake_128", Module = "_sha3")]
internal sealed partial class PyShake128 : PyShake
{
    private PyShake128(BlockHash hash) : base(TypeObject.RootShape, hash) { }

    [PyNew(Signature = "data=b'', /, *, usedforsecurity=True")]
    private static PyHash? New(VmThread thread, PyType type, Value data, bool usedforsecurity) =>
        new PyShake128(new KeccakHash("shake_128", 0, 168, DomainSuffix)).Begin(thread, data);
}

/// <summary>shake_256([data], *, usedforsecurity=True) -> SHAKE object
///
/// Return a new SHAKE hash object.</summary>
[PyType("shake_256", Module = "_sha3")]
internal sealed partial class PyShake256 : PyShake
{
    private PyShake256(BlockHash hash) : base(TypeObject.RootShape, hash) { }

    [PyNew(Signature = "data=b'', /, *, usedforsecurity=True")]
    private static PyHash? New(VmThread thread, PyType type, Value data, bool usedforsecurity) =>
        new PyShake256(new KeccakHash("shake_256", 0, 136, DomainSuffix)).Begin(thread, data);
}

/// <summary>The digests of the sponge.</summary>
[PyModule("_sha3", Types = [typeof(PySha3Of224), typeof(PySha3Of256), typeof(PySha3Of384), typeof(PySha3Of512), typeof(PyShake128), typeof(PyShake256)])]
internal static partial class Sha3Module
{
    [PyConstant("implementation")]
    private const string Implementation = "pycoro";
}
