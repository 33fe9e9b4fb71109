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
        return Codecs.Encode(thread, source, encoding, (errors.Ref as PyStr)?.Text) is { } bytes
            ? PyTuple.Of(new PyBytes(bytes), Value.Int(source.Length))
            : Value.Error;
    }

    /// <summary>Decodes with a codec of the runtime: (text, number of bytes used).</summary>
    [PyFunction("_native_decode", Signature = "encoding, data, errors='strict', final=True, /")]
    private static Value NativeDecode(VmThread thread, string encoding, Value data, Value errors, bool final = true)
    {
        if (!Buffers.Require(thread, data, out var span))
            return Value.Error;
        if (Codecs.Find(encoding) is not { } codec)
            return thread.Raise(ExceptionTypes.LookupError, $"unknown encoding: {encoding}");
        var bytes = span.ToArray();
        return Codecs.Decode(thread, codec, new PyBytes(bytes), bytes, (errors.Ref as PyStr)?.Text, final, out var consumed) is { } text
            ? PyTuple.Of(text, Value.Int(consumed))
            : Value.Error;
    }

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
