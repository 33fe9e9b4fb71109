// Encodings that are none of the native ones: the module codecs knows them, and those that the program has registered.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Strings;

/// <summary>What str.encode and bytes.decode do with a name that no native codec has.</summary>
internal static class RegisteredCodecs
{
    private static readonly PyStr Lookup = PyStr.Constant("lookup");
    private static readonly PyStr IsTextEncoding = PyStr.Constant("_is_text_encoding");

    /// <summary>Encodes by a registered codec.</summary>
    internal static Value Encode(VmThread thread, Value text, string encoding, string errors)
    {
        var made = Run(thread, text, encoding, errors, "encode");
        return made.IsError || made.Ref is PyBytes
            ? made
            : thread.TypeError($"'{encoding}' encoder returned '{made.Type.Name}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types");
    }

    /// <summary>Decodes by a registered codec.</summary>
    internal static Value Decode(VmThread thread, Value bytes, string encoding, string errors)
    {
        var made = Run(thread, bytes, encoding, errors, "decode");
        return made.IsError || made.Ref is PyStr
            ? made
            : thread.TypeError($"'{encoding}' decoder returned '{made.Type.Name}' instead of 'str'; use codecs.decode() to decode to arbitrary types");
    }

    private static Value Run(VmThread thread, Value input, string encoding, string errors, string direction)
    {
        var codecs = Modules.Importing.Import(thread, "codecs");
        var codec = codecs.IsError ? codecs : thread.CallMethod(codecs, Lookup, Value.Str(encoding));
        if (codec.IsError)
            return codec;
        var isText = Attributes.TryGet(thread, codec, IsTextEncoding);
        if (isText.IsError)
            return isText;
        if (isText.IsFalse)
            return thread.Raise(ExceptionTypes.LookupError, $"'{encoding}' is not a text encoding; use codecs.{direction}() to handle arbitrary codecs");
        var result = thread.CallMethod(codec, PyStr.Of(direction), input, Value.Str(errors));
        if (result.IsError)
            return result;
        return result.Ref is PyTuple { Items: [var made, _] } ? made : thread.TypeError($"{direction}r must return a tuple (object,integer)");
    }
}
