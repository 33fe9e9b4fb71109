// binascii: bytes as printable text and back. The encodings have a file each; here are arguments and the checksums.

using System.Numerics;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Binary;

/// <summary>Conversion between binary data and ASCII</summary>
[PyModule("binascii")]
internal static partial class BinasciiModule
{
    [PyConstant("Error")]
    internal static readonly PyType Error = NativeExceptions.Define("binascii", "Error", static () => ExceptionTypes.ValueError);

    [PyConstant("Incomplete")]
    internal static readonly PyType Incomplete = NativeExceptions.Define("binascii", "Incomplete", static () => ExceptionTypes.Exception);

    /// <summary>Decode a line of base64 data.
    ///
    ///   strict_mode
    ///     When set to True, bytes that are not part of the base64 standard are not allowed.
    ///     The same applies to excess data after padding (= / ==).</summary>
    [PyFunction("a2b_base64", Signature = "data, /, *, strict_mode=False")]
    private static Value FromBase64(VmThread thread, Value data, bool strictMode)
    {
        if (!TryAscii(thread, data, out var text))
            return Value.Error;
        var bytes = Base64Text.Parse(text, strictMode, out var error);
        return bytes is null ? thread.Raise(Error, error!) : new PyBytes(bytes);
    }

    /// <summary>Base64-code line of data.</summary>
    [PyFunction("b2a_base64", Signature = "data, /, *, newline=True")]
    private static Value ToBase64(VmThread thread, Value data, bool newline = true) =>
        Buffers.Require(thread, data, out var bytes) ? new PyBytes(Base64Text.Make(bytes, newline)) : Value.Error;

    /// <summary>Decode a line of uuencoded data.</summary>
    [PyFunction("a2b_uu")]
    private static Value FromUu(VmThread thread, Value data)
    {
        if (!TryAscii(thread, data, out var text))
            return Value.Error;
        var bytes = UuText.Parse(text, out var error);
        return bytes is null ? thread.Raise(Error, error!) : new PyBytes(bytes);
    }

    /// <summary>Uuencode line of data.</summary>
    [PyFunction("b2a_uu", Signature = "data, /, *, backtick=False")]
    private static Value ToUu(VmThread thread, Value data, bool backtick)
    {
        if (!Buffers.Require(thread, data, out var bytes))
            return Value.Error;
        return bytes.Length > UuText.LongestLine ? thread.Raise(Error, "At most 45 bytes at once") : new PyBytes(UuText.Make(bytes, backtick));
    }

    /// <summary>Decode a string of qp-encoded data.</summary>
    [PyFunction("a2b_qp", Signature = "data, header=False")]
    private static Value FromQuotedPrintable(VmThread thread, Value data, bool header) =>
        TryAscii(thread, data, out var text) ? new PyBytes(QuotedPrintableText.Parse(text, header)) : Value.Error;

    /// <summary>Encode a string using quoted-printable encoding.
    ///
    /// On encoding, when istext is set, newlines are not encoded, and white
    /// space at end of lines is.  When istext is not set, \r and \n (CR/LF)
    /// are both encoded.  When quotetabs is set, space and tabs are encoded.</summary>
    [PyFunction("b2a_qp", Signature = "data, quotetabs=False, istext=True, header=False")]
    private static Value ToQuotedPrintable(VmThread thread, Value data, bool quotetabs, bool istext = true, bool header = false)
    {
        if (!Buffers.Require(thread, data, out var bytes))
            return Value.Error;
        return new PyBytes(new QuotedPrintableText(bytes, quotetabs, istext, header).Make());
    }

    /// <summary>Hexadecimal representation of binary data.
    ///
    ///   sep
    ///     An optional single character or byte to separate hex bytes.
    ///   bytes_per_sep
    ///     How many bytes between separators.  Positive values count from the
    ///     right, negative values count from the left.
    ///
    /// The return value is a bytes object.  This function is also
    /// available as "b2a_hex()".</summary>
    [PyFunction("hexlify", Signature = "data, sep=None, bytes_per_sep=1")]
    [PyFunction("b2a_hex", Signature = "data, sep=None, bytes_per_sep=1")]
    private static Value ToHex(VmThread thread, Value data, Value sep, int bytesPerSep = 1)
    {
        if (!Buffers.Require(thread, data, out var bytes))
            return Value.Error;
        var text = HexText.Make(thread, bytes, sep, bytesPerSep);
        return text.Ref is PyStr digits ? new PyBytes(System.Text.Encoding.Latin1.GetBytes(digits.Text)) : text;
    }

    /// <summary>Binary data of hexadecimal representation.
    ///
    /// hexstr must contain an even number of hex digits (upper or lower case).</summary>
    [PyFunction("unhexlify")]
    [PyFunction("a2b_hex")]
    private static Value FromHex(VmThread thread, Value hexstr)
    {
        if (!TryAscii(thread, hexstr, out var text))
            return Value.Error;
        if (text.Length % 2 != 0)
            return thread.Raise(Error, "Odd-length string");
        var bytes = new byte[text.Length / 2];
        return Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done
            ? new PyBytes(bytes)
            : thread.Raise(Error, "Non-hexadecimal digit found");
    }

    /// <summary>Compute CRC-32 incrementally.</summary>
    [PyFunction("crc32", Signature = "data, crc=0, /")]
    private static Value Crc32(VmThread thread, Value data, Value crc) => Checksums.Crc32(thread, data, crc);

    /// <summary>Compute CRC-CCITT incrementally.</summary>
    [PyFunction("crc_hqx")]
    private static Value CrcCcitt(VmThread thread, Value data, Value crc)
    {
        if (!Buffers.Require(thread, data, out var bytes) || !Checksums.TryStart(thread, crc, out var start))
            return Value.Error;
        var sum = (ushort)start;
        foreach (var unit in bytes)
        {
            sum ^= (ushort)(unit << 8);
            for (var bit = 0; bit < 8; bit++)
                sum = (ushort)((sum << 1) ^ ((sum & 0x8000) != 0 ? 0x1021 : 0));
        }
        return Value.Int(sum);
    }

    /// <summary>The bytes of a bytes-like object or of text in ASCII.</summary>
    private static bool TryAscii(VmThread thread, Value value, out ReadOnlySpan<byte> bytes)
    {
        if (value.Ref is PyStr text)
        {
            bytes = System.Text.Encoding.Latin1.GetBytes(text.Text);
            if (System.Text.Ascii.IsValid(text.Text))
                return true;
            thread.ValueError("string argument should contain only ASCII characters");
            return false;
        }
        if (Buffers.TryRead(value, out bytes))
            return Buffers.Require(thread, value, out bytes);
        thread.TypeError($"argument should be bytes, buffer or ASCII string, not '{value.Type.Name}'");
        return false;
    }
}
