// Bytes as text and back: base64, hexadecimal and checksums here, the two mail encodings in BinasciiModule.Mail.cs.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Encodings;

/// <summary>Conversion between binary data and ASCII</summary>
[PyModule("binascii")]
internal static partial class BinasciiModule
{
    private const string Base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const byte Padding = (byte)'=';

    private static readonly PyType Error = Define("Error", static () => ExceptionTypes.ValueError);
    private static readonly PyType Incomplete = Define("Incomplete", static () => ExceptionTypes.Exception);

    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        module.Dict.SetStr(thread.Interpreter.Intern("Error"), Error);
        module.Dict.SetStr(thread.Interpreter.Intern("Incomplete"), Incomplete);
        return Value.None;
    }

    /// <summary>Hexadecimal representation of binary data.</summary>
    [PyFunction("hexlify", Signature = "data, sep=None, bytes_per_sep=1")]
    [PyFunction("b2a_hex", Signature = "data, sep=None, bytes_per_sep=1")]
    private static Value ToHex(VmThread thread, Value data, Value sep, int bytesPerSep = 1)
    {
        if (!Buffers.Require(thread, data, out var bytes))
            return Value.Error;
        var text = HexText.Make(thread, bytes, sep, bytesPerSep);
        return text.Ref is PyStr digits ? new PyBytes(System.Text.Encoding.Latin1.GetBytes(digits.Text)) : text;
    }

    /// <summary>Binary data of hexadecimal representation.</summary>
    [PyFunction("unhexlify", Signature = "hexstr, /")]
    [PyFunction("a2b_hex", Signature = "hexstr, /")]
    private static Value FromHex(VmThread thread, Value hexstr)
    {
        if (!TryReadAscii(thread, hexstr, out var text))
            return Value.Error;
        if (text.Length % 2 != 0)
            return thread.Raise(Error, "Odd-length string");
        var result = new byte[text.Length / 2];
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiHexDigit((char)text[i]))
                return thread.Raise(Error, "Non-hexadecimal digit found");
            result[i / 2] = (byte)(result[i / 2] << 4 | Convert.ToInt32(((char)text[i]).ToString(), 16));
        }
        return new PyBytes(result);
    }

    /// <summary>Base64-code line of data.</summary>
    [PyFunction("b2a_base64", Signature = "data, /, *, newline=True")]
    private static Value ToBase64(VmThread thread, Value data, bool newline = true)
    {
        if (!Buffers.Require(thread, data, out var bytes))
            return Value.Error;
        var length = (bytes.Length + 2) / 3 * 4;
        var result = new byte[newline ? length + 1 : length];
        System.Buffers.Text.Base64.EncodeToUtf8(bytes, result, out _, out _);
        if (newline)
            result[^1] = (byte)'\n';
        return new PyBytes(result);
    }

    /// <summary>Decode a line of base64 data.
    ///
    ///   strict_mode
    ///     When set to True, bytes that are not in the base64 standard are not allowed.
    ///     The same applies to excess data after padding (= / ==).</summary>
    [PyFunction("a2b_base64", Signature = "data, /, *, strict_mode=False")]
    private static Value FromBase64(VmThread thread, Value data, bool strictMode = false)
    {
        if (!TryReadAscii(thread, data, out var text))
            return Value.Error;
        if (strictMode && text.Length > 0 && text[0] == Padding)
            return thread.Raise(Error, "Leading padding not allowed");
        var result = new List<byte>(text.Length / 4 * 3 + 3);
        var (digits, pads, left) = (0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Padding)
            {
                // Two digits and two pads, or three and one, end the data.
                if (digits >= 2 && digits + ++pads >= 4)
                {
                    if (strictMode && i + 1 < text.Length)
                        return thread.Raise(Error, "Excess data after padding");
                    return new PyBytes([.. result]);
                }
                continue;
            }
            var digit = Base64Alphabet.IndexOf((char)text[i], StringComparison.Ordinal);
            if (digit < 0)
            {
                if (strictMode)
                    return thread.Raise(Error, "Only base64 data is allowed");
                continue;
            }
            if (strictMode && pads > 0)
                return thread.Raise(Error, "Discontinuous padding not allowed");
            pads = 0;
            switch (digits)
            {
                case 0:
                    break;
                case 1:
                    result.Add((byte)(left << 2 | digit >> 4));
                    break;
                case 2:
                    result.Add((byte)((left & 0xF) << 4 | digit >> 2));
                    break;
                default:
                    result.Add((byte)((left & 0x3) << 6 | digit));
                    break;
            }
            left = digit;
            digits = (digits + 1) % 4;
        }
        if (digits == 1)
            return thread.Raise(Error, $"Invalid base64-encoded string: number of data characters ({result.Count / 3 * 4 + 1}) cannot be 1 more than a multiple of 4");
        return digits != 0 ? thread.Raise(Error, "Incorrect padding") : new PyBytes([.. result]);
    }

    /// <summary>Compute CRC-32 incrementally.</summary>
    [PyFunction("crc32", Signature = "data, crc=0, /")]
    private static Value Crc32(VmThread thread, Value data, Value crc)
    {
        if (!Buffers.Require(thread, data, out var bytes) || !TryReadStart(thread, crc, out var state))
            return Value.Error;
        return Value.Int(Checksums.Crc32(bytes, (uint)state));
    }

    /// <summary>Compute CRC-CCITT incrementally.</summary>
    [PyFunction("crc_hqx", Signature = "data, crc, /")]
    private static Value CrcHqx(VmThread thread, Value data, Value crc)
    {
        if (!Buffers.Require(thread, data, out var bytes) || !TryReadStart(thread, crc, out var start))
            return Value.Error;
        const int Polynomial = 0x1021;
        var state = (int)(start & 0xFFFF);
        foreach (var item in bytes)
        {
            state ^= item << 8;
            for (var bit = 0; bit < 8; bit++)
                state = ((state << 1) ^ ((state & 0x8000) != 0 ? Polynomial : 0)) & 0xFFFF;
        }
        return Value.Int(state);
    }

    private static bool TryReadStart(VmThread thread, Value value, out long state)
    {
        state = 0;
        if (value.IsUnbound)
            return true;
        var number = Runtime.Operations.Conversions.Index(thread, value);
        if (number.IsError)
            return false;
        state = number.IsSmallInt ? number.Bits : (long)(ulong)(((PyInt)number.Ref!).Number & ulong.MaxValue);
        return true;
    }

    // What the decoding functions take: bytes, or text of ASCII characters only.
    private static bool TryReadAscii(VmThread thread, Value value, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (value.Ref is PyStr text)
        {
            if (text.Text.AsSpan().ContainsAnyExceptInRange('\0', '\x7F'))
            {
                thread.ValueError("string argument should contain only ASCII characters");
                return false;
            }
            bytes = System.Text.Encoding.Latin1.GetBytes(text.Text);
            return true;
        }
        if (Buffers.TryRead(value, out bytes))
            return true;
        thread.TypeError($"argument should be bytes, buffer or ASCII string, not '{value.Type.Name}'");
        return false;
    }

    private static PyType Define(string name, Func<PyType> parent) => new(new NativeTypeSpec
    {
        Name = name,
        Module = "binascii",
        Base = parent,
        Subclassable = true,
        HasDict = true,
        IsInstance = static value => value.Ref is PyException,
        Allocate = static shape => new PyException(shape),
        Populate = static _ => { },
    });
}
