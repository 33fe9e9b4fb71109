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
internal readonly record struct DecodingError(Value Source, string Codec, int Start, int End, string Reason);

/// <summary>A stretch of code points that a codec cannot encode.</summary>
internal readonly record struct EncodingError(PyStr Source, string Codec, int Start, int End, string Reason);

/// <summary>The error handlers.</summary>
internal static class CodingErrors
{
    /// <summary>Raises UnicodeEncodeError.</summary>
    internal static void Raise(VmThread thread, EncodingError error) => thread.Raise(Exception(error));

    /// <summary>What replaces undecodable bytes and where decoding goes on; false when it raised.</summary>
    internal static bool Handle(
        VmThread thread, string? handler, ReadOnlySpan<byte> bytes, DecodingError error, out string replacement, out int resumeAt)
    {
        replacement = "";
        resumeAt = error.End;
        var bad = bytes[error.Start..error.End];
        switch (handler)
        {
            case null or "strict":
                return Raise(thread, bytes, error);
            case "ignore":
                return true;
            case "replace":
                replacement = "\uFFFD";
                return true;
            case "backslashreplace":
                foreach (var unit in bad)
                    replacement += string.Create(CultureInfo.InvariantCulture, $"\\x{unit:x2}");
                return true;
            case "surrogateescape":
                var escaped = 0;
                while (escaped < bad.Length && bad[escaped] >= 0x80)
                    replacement += (char)(0xDC00 + bad[escaped++]);
                resumeAt = error.Start + escaped;
                return escaped > 0 || Raise(thread, bytes, error);
            case "surrogatepass":
                if (!TryReadSurrogate(bytes[error.Start..], error.Codec, out var surrogate, out var size))
                    return Raise(thread, bytes, error);
                replacement = surrogate.ToString();
                resumeAt = error.Start + size;
                return true;
            case "xmlcharrefreplace" or "namereplace":
                thread.TypeError("don't know how to handle UnicodeDecodeError in error callback");
                return false;
            default:
                if (!RegisteredHandler.TryCall(
                    thread, handler, Exception(bytes, error), bytes.Length, false, out var given, out resumeAt))
                {
                    return false;
                }
                replacement = ((PyStr)given.Ref!).Text;
                return true;
        }
    }

    /// <summary>What replaces unencodable text (as text, or as bytes) and the code point where encoding goes on; false
    /// when it raised.</summary>
    internal static bool Handle(
        VmThread thread, string? handler, EncodingError error, out string replacement, out byte[] bytes, out int resumeAt)
    {
        replacement = "";
        bytes = [];
        resumeAt = error.End;
        var bad = error.Source.Part(error.Start, error.End).Text;
        switch (handler)
        {
            case null or "strict":
                Raise(thread, error);
                return false;
            case "ignore":
                return true;
            case "replace":
                replacement = new string('?', error.End - error.Start);
                return true;
            case "backslashreplace":
                replacement = Reprs.EscapeNonAscii(bad);
                return true;
            case "xmlcharrefreplace":
                foreach (var point in new CodePoints(bad))
                    replacement += string.Create(CultureInfo.InvariantCulture, $"&#{point};");
                return true;
            case "surrogateescape":
                bytes = new byte[bad.Length];
                for (var i = 0; i < bad.Length; i++)
                {
                    if (bad[i] is < '\uDC80' or > '\uDCFF')
                        return Fail(thread, error);
                    bytes[i] = (byte)(bad[i] - 0xDC00);
                }
                return true;
            case "surrogatepass":
                var output = new ByteBuilder(bad.Length * 4);
                foreach (var point in new CodePoints(bad))
                {
                    if (point is < 0xD800 or > 0xDFFF || !TryWriteSurrogate(ref output, error.Codec, point))
                        return Fail(thread, error);
                }
                bytes = output.ToArray();
                return true;
            case "namereplace":
                replacement = Named(bad);
                return true;
            default:
                if (!RegisteredHandler.TryCall(
                    thread, handler, Exception(error), error.Source.Length, true, out var answer, out resumeAt))
                {
                    return false;
                }
                if (answer.Ref is PyBytes raw)
                    bytes = raw.Content;
                else
                    replacement = ((PyStr)answer.Ref!).Text;
                return true;
        }
    }

    private static string Named(string text)
    {
        var output = new TextBuilder(stackalloc char[128]);
        foreach (var point in new CodePoints(text))
        {
            if (CharacterNames.NameOf(point) is { } name)
                output.Append($"\\N{{{name}}}");
            else
                Reprs.AppendEscape(ref output, point);
        }
        return output.Finish();
    }

    private static bool Fail(VmThread thread, EncodingError error)
    {
        Raise(thread, error);
        return false;
    }

    private static bool Raise(VmThread thread, ReadOnlySpan<byte> bytes, DecodingError error)
    {
        thread.Raise(Exception(bytes, error));
        return false;
    }

    private static PyException Exception(EncodingError error) => PyException.Make(
        ExceptionTypes.UnicodeEncodeError,
        Value.Str(error.Codec),
        error.Source.Exact(),
        Value.Int(error.Start),
        Value.Int(error.End),
        Value.Str(error.Reason));

    private static PyException Exception(ReadOnlySpan<byte> bytes, DecodingError error) => PyException.Make(
        ExceptionTypes.UnicodeDecodeError,
        Value.Str(error.Codec),
        error.Source.Ref is PyBytes ? error.Source : new PyBytes(bytes.ToArray()),
        Value.Int(error.Start),
        Value.Int(error.End),
        Value.Str(error.Reason));

    private static bool TryReadSurrogate(ReadOnlySpan<byte> bytes, string codec, out char surrogate, out int size)
    {
        (var point, size) = codec switch
        {
            "utf-8" when bytes.Length >= 3 && bytes[0] == 0xED && bytes[1] is >= 0xA0 and <= 0xBF && bytes[2] is >= 0x80 and <= 0xBF =>
                (0xD000 | (bytes[1] & 0x3F) << 6 | bytes[2] & 0x3F, 3),
            "utf-16-le" when bytes.Length >= 2 => (bytes[0] | bytes[1] << 8, 2),
            "utf-16-be" when bytes.Length >= 2 => (bytes[0] << 8 | bytes[1], 2),
            "utf-32-le" when bytes.Length >= 4 && (bytes[2] | bytes[3]) == 0 => (bytes[0] | bytes[1] << 8, 4),
            "utf-32-be" when bytes.Length >= 4 && (bytes[0] | bytes[1]) == 0 => (bytes[2] << 8 | bytes[3], 4),
            _ => (0, 0),
        };
        surrogate = (char)point;
        return point is >= 0xD800 and <= 0xDFFF;
    }

    private static bool TryWriteSurrogate(ref ByteBuilder output, string codec, int point)
    {
        byte high = (byte)(point >> 8), low = (byte)point;
        switch (codec)
        {
            case "utf-8":
                output.Append([0xED, (byte)(0x80 | (point >> 6) & 0x3F), (byte)(0x80 | point & 0x3F)]);
                return true;
            case "utf-16" or "utf-16-le":
                output.Append([low, high]);
                return true;
            case "utf-16-be":
                output.Append([high, low]);
                return true;
            case "utf-32" or "utf-32-le":
                output.Append([low, high, 0, 0]);
                return true;
            case "utf-32-be":
                output.Append([0, 0, high, low]);
                return true;
            default:
                return false;
        }
    }
}
