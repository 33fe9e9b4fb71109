// Encodings that are none of the native ones: the module codecs knows them, and those that the program has registered.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Strings;

/// <summary>Coding by what the registry gives for a name: str.encode and bytes.decode where no native codec has it, and
/// codecs.encode and codecs.decode.</summary>
internal static class RegisteredCodecs
{
    private static readonly PyStr FindName = PyStr.Constant("_find");
    private static readonly PyStr IsTextEncoding = PyStr.Constant("_is_text_encoding");
    private static readonly PyStr NewName = PyStr.Constant("__new__");
    private static readonly PyStr InitName = PyStr.Constant("__init__");

    /// <summary>Encodes text by a registered codec; null when it raised.</summary>
    internal static PyBytes? Encode(VmThread thread, Value text, string encoding, string errors)
    {
        var made = Run(thread, text, encoding, errors, isEncoding: true, isText: true);
        if (!made.IsError && made.Ref is not PyBytes)
            thread.TypeError($"'{encoding}' encoder returned '{made.Type.Name}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types");
        return made.Ref as PyBytes;
    }

    /// <summary>Decodes to text by a registered codec; null when it raised.</summary>
    internal static PyStr? Decode(VmThread thread, Value bytes, string encoding, string errors)
    {
        if (bytes.Ref is ByteSequence { Span.Length: 0 })
            return Check(thread, encoding, errors) ? PyStr.Empty : null;
        var made = Run(thread, PyMemoryView.Of(bytes) ?? bytes, encoding, errors, isEncoding: false, isText: true);
        if (!made.IsError && made.Ref is not PyStr)
            thread.TypeError($"'{encoding}' decoder returned '{made.Type.Name}' instead of 'str'; use codecs.decode() to decode to arbitrary types");
        return made.Ref as PyStr;
    }

    /// <summary>Encodes or decodes anything by a registered codec.</summary>
    internal static Value Code(VmThread thread, Value input, string encoding, string errors, bool isEncoding) =>
        Run(thread, input, encoding, errors, isEncoding, isText: false);

    /// <summary>What the registry has for a name; LookupError or ValueError when it has nothing.</summary>
    internal static Value Find(VmThread thread, string encoding)
    {
        if (encoding.Contains('\0', StringComparison.Ordinal))
            return thread.ValueError("embedded null character");
        var codecs = Modules.Importing.Import(thread, "codecs");
        var found = codecs.IsError ? codecs : thread.CallMethod(codecs, FindName, Value.Str(encoding));
        return found.IsNone ? thread.Raise(ExceptionTypes.LookupError, $"unknown encoding: {encoding}") : found;
    }

    /// <summary>In development mode the names of encoding and error handler are looked up even when nothing needs them: false
    /// and LookupError when there is no such.</summary>
    internal static bool Check(VmThread thread, string? encoding, string? errors)
    {
        if (!thread.Interpreter.Options.Flags.DevMode)
            return true;
        return (encoding is null || Codecs.IsNative(encoding) || !Find(thread, encoding).IsError)
            && (errors is null || CodingErrors.Exists(thread, errors));
    }

    private static Value Run(VmThread thread, Value input, string encoding, string errors, bool isEncoding, bool isText)
    {
        var codec = Find(thread, encoding);
        if (codec.IsError)
            return codec;
        if (codec.Ref is not PyTuple { Items: [var encoder, var decoder, ..] } functions)
            return thread.TypeError("codec search functions must return 4-tuples");
        // A plain tuple, which any search function may give, says nothing about itself.
        if (isText && functions.Type.IsHeapType)
        {
            var answer = Attributes.TryGet(thread, codec, IsTextEncoding);
            if (answer.IsError)
                return answer;
            if (answer.IsFalse)
            {
                var instead = isEncoding ? "encode" : "decode";
                return thread.Raise(
                    ExceptionTypes.LookupError, $"'{encoding}' is not a text encoding; use codecs.{instead}() to handle arbitrary codecs");
            }
        }
        var result = thread.Call(isEncoding ? encoder : decoder, input, Value.Str(errors));
        if (result.IsError)
            return Explain(thread, encoding, isEncoding ? "encoding" : "decoding");
        return result.Ref is PyTuple { Items: [var made, _] }
            ? made
            : thread.TypeError(isEncoding ? "encoder must return a tuple (object, integer)" : "decoder must return a tuple (object,integer)");
    }

    // What a codec raises says little without the codec's name: it becomes the cause of another one that has it. Exceptions
    // that are more than their text stay as they are.
    private static Value Explain(VmThread thread, string encoding, string action)
    {
        if (!IsOnlyText(thread.Pending!))
            return Value.Error;
        var cause = thread.TakePending();
        if (Texts.Str(thread, cause) is not { } text)
            return Value.Error;
        var explained = PyException.Make(cause.Type, Value.Str($"{action} with '{encoding}' codec failed ({cause.Type.Name}: {text.Text})"));
        explained.Cause = cause;
        explained.SuppressContext = true;
        return thread.Raise(explained);
    }

    private static bool IsOnlyText(PyException exception)
    {
        if (ExceptionFields.KindOf(exception.Type) is not (ExceptionKind.Plain or ExceptionKind.KeyError)
            || exception.Type.IsSubtypeOf(ExceptionTypes.MemoryError)
            || exception.Args.Items is not ([] or [{ Ref: PyStr { Type.IsHeapType: false } }])
            || exception.Shape.Count > 0)
        {
            return false;
        }
        foreach (var type in exception.Type.Mro)
        {
            if (type.IsHeapType && (Has(type, NewName) || Has(type, InitName)))
                return false;
        }
        return true;

        static bool Has(PyType type, PyStr name) => !type.Dict.GetStr(name).IsUnbound;
    }
}
