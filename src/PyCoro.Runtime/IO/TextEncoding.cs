// The other direction of TextDecoding.cs.

using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Encodes the pieces of a text.</summary>
internal abstract class TextEncoding
{
    private static readonly PyStr MakeName = PyStr.Constant("incrementalencoder");

    /// <summary>The encoder of an encoding; null when it raised.</summary>
    internal static TextEncoding? Find(VmThread thread, TextCodecName codec, string errors)
    {
        if (codec.Native is not null)
            return new NativeTextEncoding(codec.Native, errors);
        var encoder = thread.CallMethod(codec.Info, MakeName, Value.Str(errors));
        return encoder.IsError ? null : new PythonTextEncoding(encoder);
    }

    /// <summary>ASCII text is its own encoding.</summary>
    internal abstract bool KeepsAscii { get; }

    /// <summary>The bytes of the next piece; null when it raised.</summary>
    internal abstract byte[]? Encode(VmThread thread, PyStr text);

    /// <summary>Goes on at the start of a text, where a mark belongs, or inside of one; false when it raised.</summary>
    internal abstract bool Reset(VmThread thread, bool isAtStart);
}

/// <summary>Encodes by a codec in C# that has no state.</summary>
internal sealed class NativeTextEncoding(TextCodec codec, string errors) : TextEncoding
{
    internal override bool KeepsAscii => codec.KeepsAscii;

    internal override byte[]? Encode(VmThread thread, PyStr text) => Codecs.Encode(thread, codec, text, errors);

    internal override bool Reset(VmThread thread, bool isAtStart) => true;
}

/// <summary>Encodes by an incremental encoder in Python.</summary>
internal sealed class PythonTextEncoding(Value encoder) : TextEncoding
{
    private static readonly PyStr EncodeName = PyStr.Constant("encode");
    private static readonly PyStr SetStateName = PyStr.Constant("setstate");
    private static readonly PyStr ResetName = PyStr.Constant("reset");

    internal override bool KeepsAscii => false;

    internal override byte[]? Encode(VmThread thread, PyStr text)
    {
        var bytes = thread.CallMethod(encoder, EncodeName, text);
        if (bytes.Ref is PyBytes encoded)
            return encoded.Content;
        if (!bytes.IsError)
            thread.TypeError($"encoder should return a bytes object, not '{bytes.Type.Name}'");
        return null;
    }

    internal override bool Reset(VmThread thread, bool isAtStart) =>
        !(isAtStart ? thread.CallMethod(encoder, ResetName) : thread.CallMethod(encoder, SetStateName, Value.Int(0))).IsError;
}
