using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Digests;

/// <summary>The object behind every type of <c>hashlib</c>; the types differ in their algorithm only.</summary>
internal abstract class PyHash(Shape shape, BlockHash hash) : PyObject(shape)
{
    /// <summary>The digest in the making.</summary>
    internal BlockHash Hash { get; private set; } = hash;

    /// <summary>algorithm name.</summary>
    [PyGetter("name")]
    internal string Name => Hash.Name;

    [PyGetter("block_size")]
    internal long BlockSize => Hash.BlockSize;

    [PyGetter("digest_size")]
    internal long DigestSize => Hash.DigestSize;

    /// <summary>Return a copy of the hash object.</summary>
    [PyMethod("copy")]
    internal Value Copy()
    {
        var copy = (PyHash)MemberwiseClone();
        copy.Hash = Hash.Copy();
        return copy;
    }

    /// <summary>Return the digest value as a bytes object.</summary>
    [PyMethod("digest")]
    internal Value Digest() => new PyBytes(Hash.Digest(Hash.DigestSize));

    /// <summary>Return the digest value as a string of hexadecimal digits.</summary>
    [PyMethod("hexdigest")]
    internal Value HexDigest() => Value.Str(Convert.ToHexStringLower(Hash.Digest(Hash.DigestSize)));

    /// <summary>Update this hash object's state with the provided string.</summary>
    [PyMethod("update", Signature = "obj, /")]
    internal Value Update(VmThread thread, Value obj)
    {
        if (!TryInput(thread, obj, out var bytes))
            return Value.Error;
        Hash.Update(bytes);
        return Value.None;
    }

    /// <summary>This object after it has taken its first input, if there is one; null when that raised.</summary>
    internal PyHash? Begin(VmThread thread, Value input) => input.IsUnbound || !Update(thread, input).IsError ? this : null;

    private static bool TryInput(VmThread thread, Value value, out ReadOnlySpan<byte> bytes)
    {
        if (Buffers.TryRead(value, out bytes))
            return Buffers.Require(thread, value, out bytes);
        thread.TypeError(value.Ref is PyStr ? "Strings must be encoded before hashing" : "object supporting the buffer API required");
        return false;
    }
}
