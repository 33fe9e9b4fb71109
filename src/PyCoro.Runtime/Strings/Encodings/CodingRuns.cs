using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Strings;

/// <summary>One call of a decoder: where it is, what it has made, and what to do about malformed input.</summary>
internal ref struct DecodingRun
{
    private readonly Value _source;
    private readonly string? _errors;

    // The exception that registered handlers get: one for the whole run, since they may change it.
    private PyException? _exception;

    internal DecodingRun(
        VmThread thread, TextCodec codec, Value source, ReadOnlySpan<byte> bytes, string? errors, bool isFinal)
    {
        Thread = thread;
        _source = source;
        _errors = errors;
        CodecName = codec.ErrorName;
        Bytes = bytes;
        IsFinal = isFinal;
        Output = new TextBuilder(bytes.Length);
    }

    /// <summary>The thread that codes.</summary>
    internal VmThread Thread { get; }

    /// <summary>For error messages; a codec may name a variant of itself.</summary>
    internal string CodecName { get; set; }

    /// <summary>The input; an error handler may put another in its place.</summary>
    internal ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>No more will come: an incomplete sequence at the end is an error.</summary>
    internal bool IsFinal { get; }

    /// <summary>Where decoding goes on.</summary>
    internal int Position { get; set; }

    /// <summary>The text so far.</summary>
    internal TextBuilder Output;

    /// <summary>The bytes from the position on cannot be decoded: asks the error handler. False when it raised.</summary>
    internal bool Malformed(int length, string reason)
    {
        var error = new DecodingError(Bytes, CodecName, Position, Math.Min(Position + length, Bytes.Length), reason);
        switch (CodingErrors.Replace(_errors, error, ref Output, out var resumeAt))
        {
            case ErrorTreatment.Replaced:
                Position = resumeAt;
                return true;
            case ErrorTreatment.Unknown:
                return AskHandler(error);
            case var treatment:
                return CodingErrors.Refuse(Thread, treatment, Exception(error));
        }
    }

    private bool AskHandler(DecodingError error)
    {
        var exception = Exception(error);
        if (!RegisteredHandler.TryCall(Thread, _errors!, exception, mayGiveBytes: false, out var replacement, out var place))
            return false;
        if (exception.Field(CodingErrors.ObjectField).Ref is not PyBytes { Content: var input })
        {
            CodingErrors.RefuseObject(Thread, exception, "bytes");
            return false;
        }
        Bytes = input;
        if (!RegisteredHandler.TryPlace(Thread, place, Bytes.Length, out var resumeAt))
            return false;
        Output.Append(((PyStr)replacement.Ref!).Text);
        Position = resumeAt;
        return true;
    }

    private PyException Exception(DecodingError error)
    {
        if (_exception is null)
            return _exception = CodingErrors.Exception(error, _source);
        CodingErrors.Move(_exception, error.Start, error.End, error.Reason);
        return _exception;
    }
}

/// <summary>One call of an encoder.</summary>
internal ref struct EncodingRun
{
    private readonly PyStr _source;
    private readonly string? _errors;
    private readonly string _codecName;
    private PyException? _exception;

    internal EncodingRun(VmThread thread, TextCodec codec, PyStr source, string? errors)
    {
        Thread = thread;
        _source = source;
        _errors = errors;
        _codecName = codec.ErrorName;
        Output = new ByteBuilder(source.Text.Length + 16);
    }

    /// <summary>The thread that codes.</summary>
    internal VmThread Thread { get; }

    /// <summary>The input.</summary>
    internal readonly string Text => _source.Text;

    /// <summary>UTF-16 place where encoding goes on.</summary>
    internal int Position { get; set; }

    /// <summary>The bytes so far.</summary>
    internal ByteBuilder Output;

    /// <summary>The text from the position to a UTF-16 place cannot be encoded: asks the error handler. The replacement is
    /// text the caller encodes, or bytes that are written already (then it is empty). False when it raised.</summary>
    internal bool Unencodable(int end, string reason, out string replacement)
    {
        var error = new EncodingError(_source, _codecName, _source.PointOf(Position), _source.PointOf(end), reason);
        switch (CodingErrors.Replace(_errors, error, ref Output, out replacement))
        {
            case ErrorTreatment.Replaced:
                Position = end;
                return true;
            case ErrorTreatment.Unknown:
                return AskHandler(error, out replacement);
            case var treatment:
                return CodingErrors.Refuse(Thread, treatment, Exception(error));
        }
    }

    /// <summary>Not even the replacement can be encoded. Always false.</summary>
    internal bool Fail(int start, int end, string reason)
    {
        Thread.Raise(Exception(new EncodingError(_source, _codecName, _source.PointOf(start), _source.PointOf(end), reason)));
        return false;
    }

    private bool AskHandler(EncodingError error, out string replacement)
    {
        replacement = "";
        if (!RegisteredHandler.TryCall(Thread, _errors!, Exception(error), mayGiveBytes: true, out var answer, out var place)
            || !RegisteredHandler.TryPlace(Thread, place, _source.Length, out var resumeAt))
        {
            return false;
        }
        if (answer.Ref is PyBytes raw)
            Output.Append(raw.Content);
        else
            replacement = ((PyStr)answer.Ref!).Text;
        Position = _source.UnitOf(resumeAt);
        return true;
    }

    private PyException Exception(EncodingError error)
    {
        if (_exception is null)
            return _exception = CodingErrors.Exception(error);
        CodingErrors.Move(_exception, error.Start, error.End, error.Reason);
        return _exception;
    }
}

/// <summary>Collects bytes.</summary>
internal struct ByteBuilder(int capacity)
{
    private byte[] _bytes = new byte[capacity];
    private int _count;

    /// <summary>Bytes so far.</summary>
    internal readonly int Length => _count;

    /// <summary>What was made so far; valid until more is.</summary>
    internal readonly ReadOnlySpan<byte> Span => _bytes.AsSpan(0, _count);

    internal void Append(byte unit) => Reserve(1)[0] = unit;

    internal void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    /// <summary>Text that is known to be ASCII.</summary>
    internal void AppendAscii(ReadOnlySpan<char> text)
    {
        var room = Reserve(text.Length);
        for (var i = 0; i < text.Length; i++)
            room[i] = (byte)text[i];
    }

    /// <summary>Room for so many bytes, which the caller fills.</summary>
    internal Span<byte> Reserve(int count)
    {
        if (count > _bytes.Length - _count)
            Array.Resize(ref _bytes, Math.Max(_count + count, _bytes.Length * 2));
        _count += count;
        return _bytes.AsSpan(_count - count, count);
    }

    /// <summary>Gives back room at the end that was reserved and not needed.</summary>
    internal void Shrink(int count) => _count -= count;

    internal readonly byte[] ToArray() => _bytes.AsSpan(0, _count).ToArray();
}
