// What happens to input that cannot be coded (library reference: codecs, Error Handlers). The standard handlers are done
// here without making an exception object; a registered one is called with it, as PEP 293 says.

using System.Globalization;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Syntax.Unicode;

namespace PyCoro.Runtime.Strings;

/// <summary>A stretch of bytes that a codec cannot decode.</summary>
internal readonly ref struct DecodingError(ReadOnlySpan<byte> bytes, string codec, int start, int end, string reason)
{
    internal ReadOnlySpan<byte> Bytes { get; } = bytes;
    internal string Codec { get; } = codec;
    internal int Start { get; } = start;
    internal int End { get; } = end;
    internal string Reason { get; } = reason;
}

/// <summary>A stretch of code points that a codec cannot encode.</summary>
internal readonly record struct EncodingError(PyStr Source, string Codec, int Start, int End, string Reason);

/// <summary>What a handler makes of an error.</summary>
internal enum ErrorTreatment
{
    /// <summary>Something stands for the bad stretch.</summary>
    Replaced,

    /// <summary>The error is to be raised.</summary>
    Raised,

    /// <summary>The handler is not for errors of this direction.</summary>
    NotForThis,

    /// <summary>No standard handler has the name.</summary>
    Unknown,
}

/// <summary>The error handlers.</summary>
internal static class CodingErrors
{
    /// <summary>Index of the field <c>object</c> of the three exceptions; start, end and reason follow.</summary>
    internal const int ObjectField = 1;

    private const string Replacement = "\uFFFD";

    /// <summary>What a standard handler makes of undecodable bytes: text that it appends, and where decoding goes on.</summary>
    internal static ErrorTreatment Replace(string? handler, DecodingError error, ref TextBuilder output, out int resumeAt)
    {
        resumeAt = error.End;
        switch (handler)
        {
            case null or "strict":
                return ErrorTreatment.Raised;
            case "ignore":
                return ErrorTreatment.Replaced;
            case "replace":
                output.Append(Replacement);
                return ErrorTreatment.Replaced;
            case "backslashreplace":
                foreach (var unit in error.Bytes[error.Start..error.End])
                    Reprs.AppendEscape(ref output, unit);
                return ErrorTreatment.Replaced;
            case "surrogateescape":
                resumeAt = error.Start;
                while (resumeAt < error.End && error.Bytes[resumeAt] >= 0x80)
                    output.Append((char)(0xDC00 + error.Bytes[resumeAt++]));
                return resumeAt > error.Start ? ErrorTreatment.Replaced : ErrorTreatment.Raised;
            case "surrogatepass":
                if (!TryReadSurrogate(error.Bytes[error.Start..], error.Codec, out var surrogate, out var size))
                    return ErrorTreatment.Raised;
                output.Append(surrogate);
                resumeAt = error.Start + size;
                return ErrorTreatment.Replaced;
            case "xmlcharrefreplace" or "namereplace":
                return ErrorTreatment.NotForThis;
            default:
                return ErrorTreatment.Unknown;
        }
    }

    /// <summary>What a standard handler makes of unencodable text: text for the encoder, or bytes that it appends.</summary>
    internal static ErrorTreatment Replace(string? handler, EncodingError error, ref ByteBuilder output, out string replacement)
    {
        replacement = "";
        switch (handler)
        {
            case null or "strict":
                return ErrorTreatment.Raised;
            case "ignore":
                return ErrorTreatment.Replaced;
            case "replace":
                replacement = new string('?', error.End - error.Start);
                return ErrorTreatment.Replaced;
            case "backslashreplace" or "xmlcharrefreplace" or "namereplace":
                replacement = Spelled(handler, error.Source.Part(error.Start, error.End).Text);
                return ErrorTreatment.Replaced;
            case "surrogateescape" or "surrogatepass":
                var written = output.Length;
                foreach (var point in new CodePoints(error.Source.Part(error.Start, error.End).Text))
                {
                    if (handler == "surrogateescape" && point is >= 0xDC80 and <= 0xDCFF)
                    {
                        output.Append((byte)(point - 0xDC00));
                    }
                    else if (handler == "surrogateescape" || point is < 0xD800 or > 0xDFFF
                        || !TryWriteSurrogate(ref output, error.Codec, point))
                    {
                        output.Shrink(output.Length - written);
                        return ErrorTreatment.Raised;
                    }
                }
                return ErrorTreatment.Replaced;
            default:
                return ErrorTreatment.Unknown;
        }
    }

    /// <summary>What a standard handler makes of untranslatable text.</summary>
    internal static ErrorTreatment Replace(string handler, string bad, int count, out string replacement)
    {
        replacement = "";
        switch (handler)
        {
            case "ignore":
                return ErrorTreatment.Replaced;
            case "replace":
                replacement = new string(Replacement[0], count);
                return ErrorTreatment.Replaced;
            case "backslashreplace":
                replacement = Spelled(handler, bad);
                return ErrorTreatment.Replaced;
            case "strict":
                return ErrorTreatment.Raised;
            default:
                return ErrorTreatment.NotForThis;
        }
    }

    /// <summary>Is there a handler of this name? LookupError when not.</summary>
    internal static bool Exists(VmThread thread, string handler)
    {
        var ignored = new ByteBuilder(0);
        if (thread.Interpreter.CodingErrorHandlers.ContainsKey(handler)
            || Replace(handler, new EncodingError(PyStr.Empty, "", 0, 0, ""), ref ignored, out _) != ErrorTreatment.Unknown)
        {
            return true;
        }
        thread.Raise(ExceptionTypes.LookupError, $"unknown error handler name '{handler}'");
        return false;
    }

    /// <summary>Raises what a treatment says that is no replacement. Always false.</summary>
    internal static bool Refuse(VmThread thread, ErrorTreatment treatment, PyException exception)
    {
        if (treatment == ErrorTreatment.NotForThis)
            thread.TypeError($"don't know how to handle {exception.Type.Name} in error callback");
        else
            thread.Raise(exception);
        return false;
    }

    /// <summary>TypeError for an exception whose object is missing or of another type.</summary>
    internal static Value RefuseObject(VmThread thread, PyException exception, string wanted)
    {
        var input = exception.Field(ObjectField);
        return thread.TypeError(input.IsUnbound || input.IsNone ? "object attribute not set" : $"object attribute must be {wanted}");
    }

    /// <summary>The exception of an error.</summary>
    internal static PyException Exception(EncodingError error) => PyException.Make(
        ExceptionTypes.UnicodeEncodeError,
        Value.Str(error.Codec),
        error.Source.Exact(),
        Value.Int(error.Start),
        Value.Int(error.End),
        Value.Str(error.Reason));

    /// <summary>The exception of an error in the bytes of an object.</summary>
    internal static PyException Exception(DecodingError error, Value source) => PyException.Make(
        ExceptionTypes.UnicodeDecodeError,
        Value.Str(error.Codec),
        source.Ref is PyBytes ? source : new PyBytes(error.Bytes.ToArray()),
        Value.Int(error.Start),
        Value.Int(error.End),
        Value.Str(error.Reason));

    /// <summary>Makes an exception tell of another place.</summary>
    internal static void Move(PyException exception, int start, int end, string reason)
    {
        exception.SetField(ObjectField + 1, Value.Int(start));
        exception.SetField(ObjectField + 2, Value.Int(end));
        exception.SetField(ObjectField + 3, Value.Str(reason));
    }

    private static string Spelled(string handler, string text)
    {
        var output = new TextBuilder(text.Length * 8);
        foreach (var point in new CodePoints(text))
        {
            if (handler == "xmlcharrefreplace")
                output.Append(string.Create(CultureInfo.InvariantCulture, $"&#{point};"));
            else if (handler == "namereplace" && CharacterNames.NameOf(point) is { } name)
                output.Append($"\\N{{{name}}}");
            else
                Reprs.AppendEscape(ref output, point);
        }
        return output.Finish();
    }

    private static bool TryReadSurrogate(ReadOnlySpan<byte> bytes, string codec, out char surrogate, out int size)
    {
        (var point, size) = Unpunctuated(codec) switch
        {
            "utf8" when bytes.Length >= 3 && bytes[0] == 0xED && bytes[1] is >= 0xA0 and <= 0xBF && bytes[2] is >= 0x80 and <= 0xBF =>
                (0xD000 | (bytes[1] & 0x3F) << 6 | bytes[2] & 0x3F, 3),
            "utf16" or "utf16le" when bytes.Length >= 2 => (bytes[0] | bytes[1] << 8, 2),
            "utf16be" when bytes.Length >= 2 => (bytes[0] << 8 | bytes[1], 2),
            "utf32" or "utf32le" when bytes.Length >= 4 && (bytes[2] | bytes[3]) == 0 => (bytes[0] | bytes[1] << 8, 4),
            "utf32be" when bytes.Length >= 4 && (bytes[0] | bytes[1]) == 0 => (bytes[2] << 8 | bytes[3], 4),
            _ => (0, 0),
        };
        surrogate = (char)point;
        return point is >= 0xD800 and <= 0xDFFF;
    }

    private static bool TryWriteSurrogate(ref ByteBuilder output, string codec, int point)
    {
        byte high = (byte)(point >> 8), low = (byte)point;
        switch (Unpunctuated(codec))
        {
            case "utf8" or "cputf8":
                output.Append([0xED, (byte)(0x80 | (point >> 6) & 0x3F), (byte)(0x80 | point & 0x3F)]);
                return true;
            case "utf16" or "utf16le":
                output.Append([low, high]);
                return true;
            case "utf16be":
                output.Append([high, low]);
                return true;
            case "utf32" or "utf32le":
                output.Append([low, high, 0, 0]);
                return true;
            case "utf32be":
                output.Append([0, 0, high, low]);
                return true;
            default:
                return false;
        }
    }

    // Codecs and programs spell UTF-16-LE in many ways.
    private static string Unpunctuated(string codec) =>
        codec.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
