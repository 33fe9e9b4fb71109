// Text encodings (library reference: codecs, Standard Encodings). Each codec turns good input into output and reports a bad
// stretch to its run; what happens then (the error handler) is one piece of code for all codecs, see CodingErrors.cs.
// The usual cases, UTF-8 and ASCII without errors, are done by .NET's vectorised converters.

using System.Collections.Frozen;
using System.Text;
using System.Text.Unicode;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Strings;

/// <summary>A text encoding.</summary>
internal abstract class TextCodec(string name)
{
    /// <summary>Its name.</summary>
    internal string Name { get; } = name;

    /// <summary>Can it go on after any piece, knowing nothing but the incomplete character at its end?</summary>
    internal virtual bool KeepsNoState => false;

    /// <summary>Is ASCII text its own encoding?</summary>
    internal virtual bool KeepsAscii => false;

    /// <summary>Its name in <c>codecs.lookup</c>.</summary>
    internal string LookupName => Name switch { "latin-1" => "iso8859-1", _ => Name };

    /// <summary>Its name in error messages.</summary>
    internal virtual string ErrorName => Name;

    /// <summary>Decodes as far as it can; false when it raised.</summary>
    internal abstract bool Decode(scoped ref DecodingRun run);

    /// <summary>Encodes all; false when it raised.</summary>
    internal abstract bool Encode(scoped ref EncodingRun run);
}

/// <summary>Finds codecs by name and runs them.</summary>
internal static class Codecs
{
    private static readonly TextCodec Utf8 = new Utf8Codec(withSignature: false);

    private static readonly FrozenDictionary<string, TextCodec> ByName = new Dictionary<string, TextCodec>
    {
        ["utf_8"] = Utf8,
        ["utf8"] = Utf8,
        ["u8"] = Utf8,
        ["utf"] = Utf8,
        ["cp65001"] = Utf8,
        ["utf_8_sig"] = new Utf8Codec(withSignature: true),
        ["ascii"] = SingleByteCodec.Ascii,
        ["us_ascii"] = SingleByteCodec.Ascii,
        ["646"] = SingleByteCodec.Ascii,
        ["iso646_us"] = SingleByteCodec.Ascii,
        ["latin_1"] = SingleByteCodec.Latin1,
        ["latin1"] = SingleByteCodec.Latin1,
        ["latin"] = SingleByteCodec.Latin1,
        ["l1"] = SingleByteCodec.Latin1,
        ["8859"] = SingleByteCodec.Latin1,
        ["cp819"] = SingleByteCodec.Latin1,
        ["iso8859_1"] = SingleByteCodec.Latin1,
        ["iso_8859_1"] = SingleByteCodec.Latin1,
        ["iso8859"] = SingleByteCodec.Latin1,
        ["unicode_escape"] = EscapeCodec.All,
        ["unicodeescape"] = EscapeCodec.All,
        ["raw_unicode_escape"] = EscapeCodec.PointsOnly,
        ["rawunicodeescape"] = EscapeCodec.PointsOnly,
        ["utf_7"] = new Utf7Codec(),
        ["utf7"] = new Utf7Codec(),
        ["u7"] = new Utf7Codec(),
        ["unicode_1_1_utf_7"] = new Utf7Codec(),
        ["utf_16"] = new WideCodec("utf-16", 2, ByteOrder.Marked),
        ["utf16"] = new WideCodec("utf-16", 2, ByteOrder.Marked),
        ["u16"] = new WideCodec("utf-16", 2, ByteOrder.Marked),
        ["utf_16_le"] = new WideCodec("utf-16-le", 2, ByteOrder.Little),
        ["utf_16le"] = new WideCodec("utf-16-le", 2, ByteOrder.Little),
        ["utf_16_be"] = new WideCodec("utf-16-be", 2, ByteOrder.Big),
        ["utf_16be"] = new WideCodec("utf-16-be", 2, ByteOrder.Big),
        ["utf_32"] = new WideCodec("utf-32", 4, ByteOrder.Marked),
        ["utf32"] = new WideCodec("utf-32", 4, ByteOrder.Marked),
        ["u32"] = new WideCodec("utf-32", 4, ByteOrder.Marked),
        ["utf_32_le"] = new WideCodec("utf-32-le", 4, ByteOrder.Little),
        ["utf_32le"] = new WideCodec("utf-32-le", 4, ByteOrder.Little),
        ["utf_32_be"] = new WideCodec("utf-32-be", 4, ByteOrder.Big),
        ["utf_32be"] = new WideCodec("utf-32-be", 4, ByteOrder.Big),
    }.ToFrozenDictionary();

    /// <summary>The codec of a name, in any spelling; null when there is none.</summary>
    internal static TextCodec? Find(string name)
    {
        var normal = new TextBuilder(stackalloc char[64]);
        foreach (var unit in name)
        {
            if (char.IsAsciiLetterOrDigit(unit))
                normal.Append(char.ToLowerInvariant(unit));
            else if (normal.Length > 0 && normal.Written[^1] != '_')
                normal.Append('_');
        }
        var wanted = normal.Finish().TrimEnd('_');
        return ByName.GetValueOrDefault(wanted) ?? CodePageCatalogue.Find(wanted);
    }

    /// <summary>Decodes all of the bytes; null when it raised.</summary>
    /// <param name="thread">The thread that raises.</param>
    /// <param name="source">The object the bytes are of, for the exception.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="encoding">The codec's name, UTF-8 when null.</param>
    /// <param name="errors">The error handler's name, strict when null.</param>
    internal static PyStr? Decode(VmThread thread, Value source, ReadOnlySpan<byte> bytes, string? encoding, string? errors)
    {
        // CPython does not even look the codec up for an empty input.
        if (!RegisteredCodecs.Check(thread, encoding, errors))
            return null;
        if (bytes.Length == 0 && source.Ref is ByteSequence)
            return PyStr.Empty;
        var codec = encoding is null or "utf-8" or "UTF-8" ? Utf8 : FindOrRaise(thread, encoding);
        return codec is null ? null : Decode(thread, codec, source, bytes, errors, isFinal: true, out _);
    }

    /// <summary>Decodes; an incomplete sequence at the end is left when more will come.</summary>
    internal static PyStr? Decode(
        VmThread thread, TextCodec codec, Value source, ReadOnlySpan<byte> bytes, string? errors, bool isFinal, out int consumed)
    {
        consumed = bytes.Length;
        if ((ReferenceEquals(codec, Utf8) || ReferenceEquals(codec, SingleByteCodec.Ascii)) && System.Text.Ascii.IsValid(bytes)
            || ReferenceEquals(codec, SingleByteCodec.Latin1))
        {
            return bytes.Length == 1 ? PyStr.Of((char)bytes[0]) : PyStr.Of(Encoding.Latin1.GetString(bytes));
        }
        if (ReferenceEquals(codec, Utf8) && System.Text.Unicode.Utf8.IsValid(bytes))
            return PyStr.Of(Encoding.UTF8.GetString(bytes));
        var run = new DecodingRun(thread, codec, source, bytes, errors, isFinal);
        if (!codec.Decode(ref run))
        {
            run.Output.Release();
            return null;
        }
        consumed = run.Position;
        return PyStr.Of(run.Output.Finish());
    }

    /// <summary>Encodes; null when it raised.</summary>
    internal static byte[]? Encode(VmThread thread, PyStr text, string? encoding, string? errors)
    {
        var codec = encoding is null or "utf-8" or "UTF-8" ? Utf8 : FindOrRaise(thread, encoding);
        return codec is null ? null : Encode(thread, codec, text, errors);
    }

    /// <summary>Encodes; null when it raised.</summary>
    internal static byte[]? Encode(VmThread thread, TextCodec codec, PyStr text, string? errors)
    {
        var units = text.Text;
        if ((ReferenceEquals(codec, Utf8) || codec is SingleByteCodec) && System.Text.Ascii.IsValid(units))
            return Encoding.ASCII.GetBytes(units);
        var run = new EncodingRun(thread, codec, text, errors);
        return codec.Encode(ref run) ? run.Output.ToArray() : null;
    }

    /// <summary>Encodes by a native codec or, where no such has the name, by a registered one; null when it raised.</summary>
    internal static PyBytes? EncodeByAny(VmThread thread, PyStr text, string? encoding, string? errors)
    {
        if (encoding is not null && !IsNative(encoding))
            return RegisteredCodecs.Encode(thread, text, encoding, errors ?? "strict");
        if (!RegisteredCodecs.Check(thread, encoding, errors))
            return null;
        return Encode(thread, text, encoding, errors) is { } bytes ? new PyBytes(bytes) : null;
    }

    /// <summary>Is the encoding one of those here? What no encoding can be called is answered here too.</summary>
    internal static bool IsNative(string name) => name is "utf-8" or "UTF-8" || name.Contains('\0') || Find(name) is not null;

    private static TextCodec? FindOrRaise(VmThread thread, string name)
    {
        if (name.Contains('\0'))
        {
            thread.ValueError("embedded null character");
            return null;
        }
        var codec = Find(name);
        if (codec is null)
            thread.Raise(ExceptionTypes.LookupError, $"unknown encoding: {name}");
        return codec;
    }
}
