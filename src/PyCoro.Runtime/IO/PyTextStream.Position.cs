// tell() and seek() of text. A position is an opaque number (library reference: io.TextIOBase.tell): where to put the stream
// below, how the decoder stood there, how many bytes to feed it then and how many units of the text to skip. In most files
// the decoder stands at its beginning after each character, and the number is the plain place in the file.

using System.Numerics;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

internal sealed partial class PyTextStream
{
    /// <summary>Return the stream position as an opaque number.</summary>
    [PyMethod("tell")]
    private Value Tell(VmThread thread)
    {
        if (!IsOpen(thread))
            return Value.Error;
        if (!_isSeekable)
            return Unsupported(thread, "underlying stream is not seekable");
        if (!_tellsPosition)
            return thread.Raise(ExceptionTypes.OSError, "telling position disabled by next() call");
        if (WritePending(thread).IsError || thread.CallMethod(this, FlushName).IsError)
            return Value.Error;
        var position = thread.CallMethod(_buffer, TellName);
        if (position.IsError || _decoder is null || _snapshotInput is null)
            return position;
        if (!Conversions.TryIndex64(thread, position, out var place))
            return Value.Error;
        place -= _snapshotInput.Length;
        if (_next == 0)
            return Value.Int(new TextPosition(place, _snapshotFlags, 0, 0, false).Pack());
        if (!TryGetState(thread, out var pending, out var flags))
            return Value.Error;
        var found = Locate(thread, place);
        var failure = thread.Pending;
        thread.Pending = null;
        if (!TrySetState(thread, pending, flags))
            return Value.Error;
        return failure is not null ? thread.Reraise(failure) : Value.Int(found.Pack());
    }

    /// <summary>Change stream position.</summary>
    [PyMethod("seek", Signature = "cookie, whence=0, /")]
    private Value Seek(VmThread thread, Value cookie, long whence = 0)
    {
        if (!IsOpen(thread))
            return Value.Error;
        if (!_isSeekable)
            return Unsupported(thread, "underlying stream is not seekable");
        switch (whence)
        {
            case 0:
                return SeekTo(thread, cookie);
            case 1:
                if (!IsZero(thread, cookie, out var stays))
                    return Value.Error;
                if (!stays)
                    return Unsupported(thread, "can't do nonzero cur-relative seeks");
                var here = thread.CallMethod(this, TellName);
                return here.IsError ? here : SeekTo(thread, here);
            case 2:
                if (!IsZero(thread, cookie, out var ends))
                    return Value.Error;
                return ends ? SeekToEnd(thread) : Unsupported(thread, "can't do nonzero end-relative seeks");
            default:
                return thread.ValueError($"invalid whence ({whence}, should be 0, 1 or 2)");
        }
    }

    private Value SeekToEnd(VmThread thread)
    {
        if (thread.CallMethod(this, FlushName).IsError)
            return Value.Error;
        ForgetText();
        if (_decoder is not null && !Restart(thread))
            return Value.Error;
        var end = thread.CallMethod(_buffer, SeekName, Value.Int(0), Value.Int(2));
        if (end.IsError || !IsZero(thread, end, out var isAtStart))
            return Value.Error;
        return _encoder is null || _encoder.Reset(thread, isAtStart) ? end : Value.Error;
    }

    private Value SeekTo(VmThread thread, Value cookie)
    {
        var number = Conversions.Index(thread, cookie);
        if (number.IsError || !number.TryGetBigInteger(out var packed))
            return Value.Error;
        if (packed.Sign < 0)
            return thread.ValueError($"negative seek position {packed}");
        if (thread.CallMethod(this, FlushName).IsError)
            return Value.Error;
        var wanted = TextPosition.Unpack(packed);
        if (thread.CallMethod(_buffer, SeekName, Value.Int(wanted.Place)).IsError)
            return Value.Error;
        ForgetText();
        if (_decoder is not null)
        {
            var isAtStart = wanted is { Place: 0, Flags.IsZero: true };
            if (isAtStart ? !Restart(thread) : !TrySetState(thread, [], wanted.Flags))
                return Value.Error;
            if (wanted.Skip > 0 && !TrySkip(thread, wanted))
                return Value.Error;
            if (wanted.Skip == 0)
                (_snapshotInput, _snapshotFlags) = ([], wanted.Flags);
        }
        return _encoder is null || _encoder.Reset(thread, packed.IsZero) ? cookie : Value.Error;
    }

    private bool TrySkip(VmThread thread, TextPosition wanted)
    {
        var chunk = thread.CallMethod(_buffer, ReadName, Value.Int(wanted.Feed));
        if (chunk.IsError || BytesOf(thread, chunk, "read") is not { } input || DecodePiece(thread, input, wanted.IsFinal) is not { } text)
            return false;
        if (text.Length < wanted.Skip)
        {
            thread.Raise(ExceptionTypes.OSError, "can't restore logical file position");
            return false;
        }
        (_snapshotInput, _snapshotFlags, _text, _next) = (input.Content, wanted.Flags, text, wanted.Skip);
        return true;
    }

    // From where the decoder holds no bytes back, as late as possible, to the unit that is read next.
    private TextPosition Locate(VmThread thread, long place)
    {
        var input = _snapshotInput!;
        var safe = new TextPosition(place, _snapshotFlags, 0, _next, false);
        if (!TrySetState(thread, [], _snapshotFlags))
            return default;
        var (fed, units, safeAt) = (0, 0, 0);
        while (units < _next && fed < input.Length)
        {
            // A unit takes at least one byte nearly always; where it does not, one byte at a time is fed from the start.
            var count = Math.Min(Math.Max(1, safe.IsExact ? 1 : _next - units), input.Length - fed);
            if (DecodePiece(thread, new PyBytes(input[fed..(fed + count)]), isFinal: false) is not { } text || !TryGetState(thread, out var pending, out var flags))
                return default;
            if (units + text.Length > _next && count > 1)
            {
                if (!TrySetState(thread, [], _snapshotFlags))
                    return default;
                (fed, units, safeAt) = (0, 0, 0);
                safe = new TextPosition(place, _snapshotFlags, 0, _next, false) { IsExact = true };
                continue;
            }
            fed += count;
            units += text.Length;
            if (pending.Length == 0 && units <= _next)
            {
                safeAt = fed;
                safe = new TextPosition(place + fed, flags, 0, _next - units, false) { IsExact = safe.IsExact };
            }
        }
        if (safe.Skip == 0)
            return safe;
        if (units >= _next)
            return safe with { Feed = fed - safeAt };
        if (DecodePiece(thread, new PyBytes([]), isFinal: true) is not { } last)
            return default;
        if (units + last.Length < _next)
            thread.Raise(ExceptionTypes.OSError, "can't reconstruct logical file position");
        return safe with { Feed = fed - safeAt, IsFinal = true };
    }

    private bool Restart(VmThread thread)
    {
        _newlines?.Reset();
        return _decoder!.Reset(thread);
    }

    private static bool IsZero(VmThread thread, Value number, out bool isZero) => Comparison.TryEquals(thread, number, Value.Int(0), out isZero);
}

/// <summary>A position in a text file.</summary>
/// <param name="Place">Where the stream of bytes is put.</param>
/// <param name="Flags">How the decoder stands there.</param>
/// <param name="Feed">Bytes to decode from there.</param>
/// <param name="Skip">Units of the decoded text that have been read.</param>
/// <param name="IsFinal">The bytes are the last of the file.</param>
internal readonly record struct TextPosition(long Place, BigInteger Flags, int Feed, int Skip, bool IsFinal)
{
    private const int PlaceBits = 63;
    private const int CountBits = 32;

    /// <summary>Found byte by byte.</summary>
    internal bool IsExact { get; init; }

    /// <summary>As one number; the plain place where nothing else matters.</summary>
    internal BigInteger Pack() =>
        Place | (BigInteger)(IsFinal ? 1 : 0) << PlaceBits | (BigInteger)Feed << PlaceBits + 1 | (BigInteger)Skip << PlaceBits + 1 + CountBits
        | Flags << PlaceBits + 1 + CountBits * 2;

    /// <summary>The position that a number means.</summary>
    internal static TextPosition Unpack(BigInteger number)
    {
        var place = (long)(number & long.MaxValue);
        number >>= PlaceBits;
        var isFinal = !number.IsEven;
        number >>= 1;
        var feed = (int)(number & int.MaxValue);
        var skip = (int)(number >> CountBits & int.MaxValue);
        return new TextPosition(place, number >> CountBits * 2, feed, skip, isFinal);
    }
}
