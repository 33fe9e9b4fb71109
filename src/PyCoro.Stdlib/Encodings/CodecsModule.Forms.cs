using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Encodings;

/// <summary>Coding by a map, escapes of bytes, and bytes as they are.</summary>
internal static partial class CodecsModule
{
    [PyFunction("charmap_build", Signature = "map, /")]
    private static Value CharmapBuild(VmThread thread, Value map) => map.Ref switch
    {
        PyStr { Length: > 0 } table => PyEncodingMap.Build(thread, table.Text),
        PyStr => thread.TypeError("bad argument type for built-in operation"),
        _ => thread.TypeError($"charmap_build() argument must be str, not {map.Type.QualifiedNativeName}"),
    };

    [PyFunction("charmap_encode", Signature = "str, errors=None, mapping=None, /")]
    private static Value CharmapEncode(VmThread thread, Value str, string? errors, Value mapping)
    {
        if (str.Ref is not PyStr text)
            return thread.TypeError($"charmap_encode() argument 1 must be str, not {str.Type.QualifiedNativeName}");
        TextCodec codec = mapping.IsUnbound || mapping.IsNone ? SingleByteCodec.Latin1 : new CharacterMapCodec(mapping);
        return Encoded(thread, codec, text, errors);
    }

    [PyFunction("charmap_decode", Signature = "data, errors=None, mapping=None, /")]
    private static Value CharmapDecode(VmThread thread, Value data, string? errors, Value mapping) => Decoded(
        thread,
        mapping.IsUnbound || mapping.IsNone ? SingleByteCodec.Latin1 : new CharacterMapCodec(mapping),
        data,
        errors,
        isFinal: true);

    [PyFunction("escape_encode", Signature = "data, errors=None, /")]
    private static Value EscapeEncode(VmThread thread, Value data, string? errors) => data.Ref is PyBytes bytes
        ? PyTuple.Of(new PyBytes(ByteEscapes.Encode(bytes.Span)), Value.Int(bytes.Span.Length))
        : thread.TypeError($"escape_encode() argument 1 must be bytes, not {data.Type.QualifiedNativeName}");

    [PyFunction("escape_decode", Signature = "data, errors=None, /")]
    private static Value EscapeDecode(VmThread thread, Value data, string? errors)
    {
        if (!TryBytes(thread, data, out var text))
            return Value.Error;
        return ByteEscapes.Decode(thread, text, errors ?? "strict") is { } bytes
            ? PyTuple.Of(new PyBytes(bytes), Value.Int(text.Length))
            : Value.Error;
    }

    [PyFunction("readbuffer_encode", Signature = "data, errors=None, /")]
    private static Value ReadbufferEncode(VmThread thread, Value data, string? errors) => TryBytes(thread, data, out var bytes)
        ? PyTuple.Of(new PyBytes(bytes.ToArray()), Value.Int(bytes.Length))
        : Value.Error;

    // Text counts as its UTF-8.
    private static bool TryBytes(VmThread thread, Value data, out ReadOnlySpan<byte> bytes)
    {
        if (data.Ref is not PyStr text)
            return Buffers.Require(thread, data, out bytes);
        var coded = Codecs.Encode(thread, text, "utf-8", null);
        bytes = coded;
        return coded is not null;
    }
}
