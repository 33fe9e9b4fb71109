using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Encodings;

/// <summary>The runtime's text encodings, for codecs.py.</summary>
[PyModule("_codecs")]
internal static partial class CodecsModule
{
    /// <summary>The name of a codec of the runtime, in any spelling; None when it has no such codec.</summary>
    [PyFunction("_native_name", Signature = "encoding, /")]
    private static Value NativeName(string encoding) => Codecs.Find(encoding) is { } codec ? Value.Str(codec.Name) : Value.None;

    /// <summary>Encodes with a codec of the runtime: (bytes, length of the text).</summary>
    [PyFunction("_native_encode", Signature = "encoding, text, errors='strict', /")]
    private static Value NativeEncode(VmThread thread, string encoding, Value text, Value errors)
    {
        if (text.Ref is not PyStr source)
            return thread.TypeError($"{encoding.Replace('-', '_')}_encode() argument 1 must be str, not {text.Type.Name}");
        return Codecs.Find(encoding) is { } codec
            ? Encoded(thread, codec, source, (errors.Ref as PyStr)?.Text)
            : thread.Raise(ExceptionTypes.LookupError, $"unknown encoding: {encoding}");
    }

    /// <summary>Decodes with a codec of the runtime: (text, number of bytes used).</summary>
    [PyFunction("_native_decode", Signature = "encoding, data, errors='strict', final=True, /")]
    private static Value NativeDecode(VmThread thread, string encoding, Value data, Value errors, bool final = true) =>
        Codecs.Find(encoding) is { } codec
            ? Decoded(thread, codec, data, (errors.Ref as PyStr)?.Text, final)
            : thread.Raise(ExceptionTypes.LookupError, $"unknown encoding: {encoding}");

    private static Value Encoded(VmThread thread, TextCodec codec, PyStr text, string? errors) =>
        Codecs.Encode(thread, codec, text, errors) is { } bytes
            ? PyTuple.Of(new PyBytes(bytes), Value.Int(text.Length))
            : Value.Error;

    private static Value Decoded(VmThread thread, TextCodec codec, Value data, string? errors, bool isFinal)
    {
        // Escapes are read from text too.
        if (codec is EscapeCodec ? !TryBytes(thread, data, out var span) : !Buffers.Require(thread, data, out span))
            return Value.Error;
        var bytes = data.Ref as PyBytes ?? new PyBytes(span.ToArray());
        return Codecs.Decode(thread, codec, bytes, bytes.Span, errors, isFinal, out var consumed) is { } text
            ? PyTuple.Of(text, Value.Int(consumed))
            : Value.Error;
    }

    /// <summary>Looks up a codec tuple in the Python codec registry and returns a CodecInfo object.</summary>
    [PyFunction("lookup", Signature = "encoding, /")]
    private static Value Lookup(VmThread thread, string encoding) => RegisteredCodecs.Find(thread, encoding);

    /// <summary>Encodes obj using the codec registered for encoding.</summary>
    [PyFunction("encode", Signature = "obj, encoding='utf-8', errors='strict'")]
    private static Value Encode(VmThread thread, Value obj, string encoding = "utf-8", string errors = "strict") =>
        RegisteredCodecs.Code(thread, obj, encoding, errors, isEncoding: true);

    /// <summary>Decodes obj using the codec registered for encoding.</summary>
    [PyFunction("decode", Signature = "obj, encoding='utf-8', errors='strict'")]
    private static Value Decode(VmThread thread, Value obj, string encoding = "utf-8", string errors = "strict") =>
        RegisteredCodecs.Code(thread, obj, encoding, errors, isEncoding: false);

    /// <summary>Calls a standard error handler.</summary>
    [PyFunction("_handle", Signature = "errors, error, /")]
    private static Value Handle(VmThread thread, string errors, Value error) => HandlerCalls.Call(thread, errors, error);

    /// <summary>Register the specified error handler under the name errors.</summary>
    [PyFunction("_register_error", Signature = "errors, handler, /")]
    private static Value RegisterError(VmThread thread, string errors, Value handler)
    {
        if (handler.Type.LookupSpecial(Runtime.Types.Special.Call).IsUnbound && handler.Ref is not (PyFunction or PyBuiltinFunction))
            return thread.TypeError("handler must be callable");
        thread.Interpreter.CodingErrorHandlers[errors] = handler;
        return Value.None;
    }

    /// <summary>The registered handler of a name; None when there is none.</summary>
    [PyFunction("_registered_error", Signature = "errors, /")]
    private static Value RegisteredError(VmThread thread, string errors) =>
        thread.Interpreter.CodingErrorHandlers.TryGetValue(errors, out var handler) ? handler : Value.None;
}
