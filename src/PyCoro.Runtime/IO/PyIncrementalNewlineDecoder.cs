using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Codec used when reading a file in universal newlines mode.
///
/// It wraps another incremental decoder, translating \r\n and \r into \n.
/// It also records the types of newlines encountered.  When used with
/// translate=False, it ensures that the newline sequence is returned in
/// one piece. When used with decoder=None, it expects unicode strings as
/// decode input and translates newlines without first invoking an external
/// decoder.</summary>
[PyType("IncrementalNewlineDecoder", Module = "_io", Subclassable = true)]
internal sealed partial class PyIncrementalNewlineDecoder : PyObject
{
    private static readonly PyStr DecodeName = PyStr.Constant("decode");
    private static readonly PyStr SetStateName = PyStr.Constant("setstate");
    private static readonly PyStr ResetName = PyStr.Constant("reset");

    private Value _decoder = Value.Unbound;
    private NewlineDecoding _newlines = new(translates: false);

    internal PyIncrementalNewlineDecoder(Shape shape) : base(shape) { }

    [PyMethod("__init__", Signature = "decoder, translate, errors='strict'")]
    private Value Initialize(VmThread thread, Value decoder, bool translate, Value errors)
    {
        (_decoder, _newlines) = (decoder, new NewlineDecoding(translate));
        return Value.None;
    }

    [PyGetter("newlines")]
    private Value GetNewlines() => _newlines.Seen;

    [PyMethod("decode", Signature = "input, final=False")]
    private Value Decode(VmThread thread, Value input, bool final = false)
    {
        if (!IsReady(thread))
            return Value.Error;
        var decoded = _decoder.IsNone ? input : thread.CallMethod(_decoder, DecodeName, input, Value.Bool(final));
        if (decoded.IsError)
            return decoded;
        return decoded.Ref is PyStr text
            ? Value.Str(_newlines.Decode(text.Text, final))
            : thread.TypeError($"decoder should return a string result, not '{decoded.Type.Name}'");
    }

    [PyMethod("getstate")]
    private Value GetState(VmThread thread)
    {
        if (!IsReady(thread))
            return Value.Error;
        Value pending = new PyBytes([]);
        var flags = Value.Int(0);
        if (!_decoder.IsNone && !DecoderState.TryGet(thread, _decoder, out pending, out flags))
            return Value.Error;
        return flags.TryGetBigInteger(out var number)
            ? PyTuple.Of(pending, Value.Int(number << 1 | (_newlines.HoldsReturn ? 1 : 0)))
            : thread.TypeError("illegal decoder state");
    }

    [PyMethod("setstate", Signature = "state, /")]
    private Value SetState(VmThread thread, Value state)
    {
        if (!IsReady(thread))
            return Value.Error;
        if (state.Ref is not PyTuple parts)
            return thread.TypeError("state argument must be a tuple");
        if (parts.Items is not [var pending, var flags] || !flags.TryGetBigInteger(out var number))
            return thread.TypeError("setstate(): illegal state argument");
        _newlines.HoldsReturn = !number.IsEven;
        return _decoder.IsNone ? Value.None : thread.CallMethod(_decoder, SetStateName, PyTuple.Of(pending, Value.Int(number >> 1)));
    }

    [PyMethod("reset")]
    private Value Reset(VmThread thread)
    {
        if (!IsReady(thread))
            return Value.Error;
        _newlines.Reset();
        return _decoder.IsNone ? Value.None : thread.CallMethod(_decoder, ResetName);
    }

    private bool IsReady(VmThread thread)
    {
        if (_decoder.IsUnbound)
            thread.ValueError("IncrementalNewlineDecoder.__init__() not called");
        return !_decoder.IsUnbound;
    }
}

/// <summary>What <c>getstate()</c> of an incremental decoder gives (library reference: codecs.IncrementalDecoder.getstate).</summary>
internal static class DecoderState
{
    private static readonly PyStr GetStateName = PyStr.Constant("getstate");

    /// <summary>The bytes that wait, and the rest of the state as a number; false when it raised.</summary>
    internal static bool TryGet(VmThread thread, Value decoder, out Value pending, out Value flags)
    {
        pending = flags = Value.Error;
        var state = thread.CallMethod(decoder, GetStateName);
        if (state.IsError)
            return false;
        if (state.Ref is not PyTuple parts)
            thread.TypeError("illegal decoder state");
        else if (parts.Items is not [var bytes, var number] || !number.TryGetBigInteger(out _))
            thread.TypeError("illegal decoder state");
        else if (bytes.Ref is not PyBytes)
            thread.TypeError($"illegal decoder state: the first item should be a bytes object, not '{bytes.Type.Name}'");
        else
        {
            (pending, flags) = (bytes, number);
            return true;
        }
        return false;
    }
}
