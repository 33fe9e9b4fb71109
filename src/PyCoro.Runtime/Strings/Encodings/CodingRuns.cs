using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Strings;

/// <summary>One call of a decoder: where it is, what it has made, and what to do about malformed input.</summary>
internal ref struct DecodingRun
{
    private readonly VmThread _thread;
    private readonly Value _source;
    private readonly string? _errors;

    internal DecodingRun(
        VmThread thread, TextCodec codec, Value source, ReadOnlySpan<byte> bytes, string? errors, bool isFinal)
    {
        _thread = thread;
        _source = source;
        _errors = errors;
        CodecName = codec.ErrorName;
        Bytes = bytes;
        IsFinal = isFinal;
        Output = new TextBuilder(bytes.Length);
    }

    /// <summary>For error messages; a codec may name a variant of itself.</summary>
    internal string CodecName { get; set; }

    /// <summary>The input.</summary>
    internal ReadOnlySpan<byte> Bytes { get; }

    /// <summary>No more will come: an incomplete sequence at the end is an error.</summary>
    internal bool IsFinal { get; }

    /// <summary>Where decoding goes on.</summary>
    internal int Position { get; set; }

    /// <summary>The text so far.</summary>
    internal TextBuilder Output;

    /// <summary>The bytes from the position on cannot be decoded: asks the error handler. False when it raised.</summary>
    internal bool Malformed(int length, string reason)
    {
        var error = new DecodingError(_source, CodecName, Position, Math.Min(Position + length, Bytes.Length), reason);
        if (!CodingErrors.Handle(_thread, _errors, Bytes, error, out var replacement, out var resumeAt))
            return false;
        Output.Append(replacement);
        Position = resumeAt;
        return true;
    }
}

/// <summary>One call of an encoder.</summary>
internal ref struct EncodingRun
{
    private readonly VmThread _thread;
    private readonly PyStr _source;
    private readonly string? _errors;
    private readonly string _codecName;

    internal EncodingRun(VmThread thread, TextCodec codec, PyStr source, string? errors)
    {
        _thread = thread;
        _source = source;
        _errors = errors;
        _codecName = codec.ErrorName;
        Output = new ByteBuilder(source.Text.Length + 16);
    }

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
        if (!CodingErrors.Handle(_thread, _errors, error, out replacement, out var bytes, out var resumeAt))
            return false;
        Output.Append(bytes);
        Position = _source.UnitOf(resumeAt);
        return true;
    }

    /// <summary>Not even the replacement can be encoded. Always false.</summary>
    internal readonly bool Fail(int start, int end, string reason)
    {
        CodingErrors.Raise(_thread, new EncodingError(_source, _codecName, _source.PointOf(start), _source.PointOf(end), reason));
        return false;
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
