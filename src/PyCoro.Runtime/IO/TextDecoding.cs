// From bytes to text and back in pieces, for text streams: the encodings of every day in C#, all others by the incremental
// codecs of the module codecs (library reference: codecs, Incremental Encoding and Decoding).

using System.Numerics;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Decodes a text that comes in pieces.</summary>
internal abstract class TextDecoding
{
    private static readonly PyStr MakeName = PyStr.Constant("incrementaldecoder");

    /// <summary>The decoder of an encoding; null when it raised.</summary>
    internal static TextDecoding? Find(VmThread thread, TextCodecName codec, string errors)
    {
        if (codec.Native is not null)
            return new NativeTextDecoding(codec.Native, errors);
        var decoder = thread.CallMethod(codec.Info, MakeName, Value.Str(errors));
        return decoder.IsError ? null : new PythonTextDecoding(decoder);
    }

    /// <summary>The text of the next piece; null when it raised.</summary>
    internal abstract string? Decode(VmThread thread, PyBytes input, bool isFinal);

    /// <summary>The bytes that wait for more, and the rest of the state; false when it raised.</summary>
    internal abstract bool TryGetState(VmThread thread, out byte[] pending, out BigInteger flags);

    /// <summary>Goes back to a state; false when it raised.</summary>
    internal abstract bool TrySetState(VmThread thread, byte[] pending, BigInteger flags);

    /// <summary>Begins anew; false when it raised.</summary>
    internal abstract bool Reset(VmThread thread);
}

/// <summary>Decodes by a codec in C# that has no state but incomplete characters.</summary>
internal sealed class NativeTextDecoding(TextCodec codec, string errors) : TextDecoding
{
    private byte[] _pending = [];

    internal override string? Decode(VmThread thread, PyBytes input, bool isFinal)
    {
        if (_pending.Length > 0)
            input = new PyBytes([.. _pending, .. input.Span]);
        if (Codecs.Decode(thread, codec, input, input.Span, errors, isFinal, out var consumed) is not { } text)
            return null;
        _pending = input.Span[consumed..].ToArray();
        return text.Text;
    }

    internal override bool TryGetState(VmThread thread, out byte[] pending, out BigInteger flags)
    {
        (pending, flags) = (_pending, BigInteger.Zero);
        return true;
    }

    internal override bool TrySetState(VmThread thread, byte[] pending, BigInteger flags)
    {
        _pending = pending;
        return true;
    }

    internal override bool Reset(VmThread thread)
    {
        _pending = [];
        return true;
    }
}

/// <summary>Decodes by an incremental decoder in Python.</summary>
internal sealed class PythonTextDecoding(Value decoder) : TextDecoding
{
    private static readonly PyStr DecodeName = PyStr.Constant("decode");
    private static readonly PyStr SetStateName = PyStr.Constant("setstate");
    private static readonly PyStr ResetName = PyStr.Constant("reset");

    internal override string? Decode(VmThread thread, PyBytes input, bool isFinal)
    {
        var text = thread.CallMethod(decoder, DecodeName, input, Value.Bool(isFinal));
        if (text.Ref is PyStr decoded)
            return decoded.Text;
        if (!text.IsError)
            thread.TypeError($"decoder should return a string result, not '{text.Type.Name}'");
        return null;
    }

    internal override bool TryGetState(VmThread thread, out byte[] pending, out BigInteger flags)
    {
        (pending, flags) = ([], BigInteger.Zero);
        if (!DecoderState.TryGet(thread, decoder, out var bytes, out var number))
            return false;
        pending = ((PyBytes)bytes.Ref!).Content;
        number.TryGetBigInteger(out flags);
        return true;
    }

    internal override bool TrySetState(VmThread thread, byte[] pending, BigInteger flags) =>
        !thread.CallMethod(decoder, SetStateName, PyTuple.Of(new PyBytes(pending), Value.Int(flags))).IsError;

    internal override bool Reset(VmThread thread) => !thread.CallMethod(decoder, ResetName).IsError;
}

/// <summary>An encoding that a text stream was opened with: a codec in C# without a state, or what the module codecs knows of it.</summary>
internal readonly record struct TextCodecName(TextCodec? Native, Value Info)
{
    private static readonly PyStr LookupName = PyStr.Constant("lookup");
    private static readonly PyStr IsTextName = PyStr.Constant("_is_text_encoding");

    /// <summary>Finds the encoding; null when it raised.</summary>
    internal static TextCodecName? Find(VmThread thread, string name)
    {
        if (name.Contains('\0'))
        {
            thread.ValueError("embedded null character");
            return null;
        }
        // A name that is no text at all.
        if (Codecs.Encode(thread, PyStr.Of(name), "utf-8", null) is null)
            return null;
        if (Codecs.Find(name) is { KeepsNoState: true } native)
            return new TextCodecName(native, Value.Unbound);
        var codecs = Modules.Importing.Import(thread, "codecs");
        var info = codecs.IsError ? codecs : thread.CallMethod(codecs, LookupName, Value.Str(name));
        var isText = info.IsError ? info : Attributes.TryGet(thread, info, IsTextName);
        if (isText.IsError)
            return null;
        if (isText.IsFalse)
        {
            thread.Raise(ExceptionTypes.LookupError, $"'{name}' is not a text encoding; use codecs.open() to handle arbitrary codecs");
            return null;
        }
        return new TextCodecName(null, info);
    }
}
