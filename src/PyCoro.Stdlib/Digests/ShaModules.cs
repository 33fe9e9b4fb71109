// The types and modules of MD5, SHA-1 and SHA-2. Their constructors are functions; the types cannot be called.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Digests;

/// <summary>An MD5 in the making.</summary>
[PyType("md5", Module = "_md5")]
internal sealed partial class PyMd5 : PyHash
{
    internal PyMd5(BlockHash hash) : base(TypeObject.RootShape, hash) { }
}

/// <summary>A SHA-1 in the making.</summary>
[PyType("sha1", Module = "_sha1")]
internal sealed partial class PySha1 : PyHash
{
    internal PySha1(BlockHash hash) : base(TypeObject.RootShape, hash) { }
}

/// <summary>A SHA-224 in the making.</summary>
[PyType("sha224", Module = "_sha256")]
internal sealed partial class PySha224 : PyHash
{
    internal PySha224(BlockHash hash) : base(TypeObject.RootShape, hash) { }
}

/// <summary>A SHA-256 in the making.</summary>
[PyType("sha256", Module = "_sha256")]
internal sealed partial class PySha256 : PyHash
{
    internal PySha256(BlockHash hash) : base(TypeObject.RootShape, hash) { }
}

/// <summary>A SHA-384 in the making.</summary>
[PyType("sha384", Module = "_sha512")]
internal sealed partial class PySha384 : PyHash
{
    internal PySha384(BlockHash hash) : base(TypeObject.RootShape, hash) { }
}

/// <summary>A SHA-512 in the making.</summary>
[PyType("sha512", Module = "_sha512")]
internal sealed partial class PySha512 : PyHash
{
    internal PySha512(BlockHash hash) : base(TypeObject.RootShape, hash) { }
}

/// <summary>The MD5 digest.</summary>
[PyModule("_md5")]
internal static partial class Md5Module
{
    [PyConstant("MD5Type")]
    private static PyType Md5Type => PyMd5.TypeObject;

    /// <summary>Return a new MD5 hash object; optionally initialized with a string.</summary>
    [PyFunction("md5", Signature = "string=b'', *, usedforsecurity=True")]
    private static PyHash? Md5(VmThread thread, Value @string, bool usedforsecurity) => new PyMd5(new Md5Hash()).Begin(thread, @string);
}

/// <summary>The SHA-1 digest.</summary>
[PyModule("_sha1")]
internal static partial class Sha1Module
{
    [PyConstant("SHA1Type")]
    private static PyType Sha1Type => PySha1.TypeObject;

    /// <summary>Return a new SHA1 hash object; optionally initialized with a string.</summary>
    [PyFunction("sha1", Signature = "string=b'', *, usedforsecurity=True")]
    private static PyHash? Sha1(VmThread thread, Value @string, bool usedforsecurity) => new PySha1(new Sha1Hash()).Begin(thread, @string);
}

/// <summary>The digests with words of 32 bits.</summary>
[PyModule("_sha256")]
internal static partial class Sha256Module
{
    [PyConstant("SHA224Type")]
    private static PyType Sha224Type => PySha224.TypeObject;

    /// <summary>Return a new SHA-224 hash object; optionally initialized with a string.</summary>
    [PyFunction("sha224", Signature = "string=b'', *, usedforsecurity=True")]
    private static PyHash? Sha224(VmThread thread, Value @string, bool usedforsecurity) => new PySha224(Sha256Hash.Sha224()).Begin(thread, @string);

    [PyConstant("SHA256Type")]
    private static PyType Sha256Type => PySha256.TypeObject;

    /// <summary>Return a new SHA-256 hash object; optionally initialized with a string.</summary>
    [PyFunction("sha256", Signature = "string=b'', *, usedforsecurity=True")]
    private static PyHash? Sha256(VmThread thread, Value @string, bool usedforsecurity) => new PySha256(Sha256Hash.Sha256()).Begin(thread, @string);
}

/// <summary>The digests with words of 64 bits.</summary>
[PyModule("_sha512")]
internal static partial class Sha512Module
{
    [PyConstant("SHA384Type")]
    private static PyType Sha384Type => PySha384.TypeObject;

    /// <summary>Return a new SHA-384 hash object; optionally initialized with a string.</summary>
    [PyFunction("sha384", Signature = "string=b'', *, usedforsecurity=True")]
    private static PyHash? Sha384(VmThread thread, Value @string, bool usedforsecurity) => new PySha384(Sha512Hash.Sha384()).Begin(thread, @string);

    [PyConstant("SHA512Type")]
    private static PyType Sha512Type => PySha512.TypeObject;

    /// <summary>Return a new SHA-512 hash object; optionally initialized with a string.</summary>
    [PyFunction("sha512", Signature = "string=b'', *, usedforsecurity=True")]
    private static PyHash? Sha512(VmThread thread, Value @string, bool usedforsecurity) => new PySha512(Sha512Hash.Sha512()).Begin(thread, @string);
}
