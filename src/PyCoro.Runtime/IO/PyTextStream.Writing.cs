// Writing text. Encoded text waits here until there is as much as the stream below takes at a time, something else is done
// with the stream, or a line ends that must show at once.

using System.Buffers;
using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

internal sealed partial class PyTextStream
{
    private byte[] _pending = [];
    private int _pendingCount;

    /// <summary>Writes text; Error when it raised, else None.</summary>
    internal Value Write(VmThread thread, string text)
    {
        if (_native is { IsKnownClosed: false } ? _encoder is null : !IsOpen(thread) || _encoder is null)
            return thread.Pending is null ? Unsupported(thread, "not writable") : Value.Error;
        var endsLine = IsLineBuffered && text.AsSpan().ContainsAny('\n', '\r');
        if (_newline is "\r\n" or "\r")
            text = text.Replace("\n", _newline, StringComparison.Ordinal);
        if (!TryKeepAscii(text))
        {
            if (_encoder!.Encode(thread, PyStr.Of(text)) is not { } bytes)
                return Value.Error;
            if (_pendingCount + bytes.Length > _chunkSize && _pendingCount > 0 && WritePending(thread).IsError)
                return Value.Error;
            Reserve(bytes.Length);
            bytes.CopyTo(_pending.AsSpan(_pendingCount));
            _pendingCount += bytes.Length;
        }
        if ((_pendingCount >= _chunkSize || endsLine || IsWriteThrough) && WritePending(thread).IsError)
            return Value.Error;
        if (endsLine && FlushBuffer(thread).IsError)
            return Value.Error;
        if (_decoder is null)
            return Value.None;
        ForgetText();
        return _decoder.Reset(thread) ? Value.None : Value.Error;
    }

    /// <summary>Hands everything written to the stream below, and that to the host.</summary>
    internal Value Flush(VmThread thread)
    {
        if (!IsOpen(thread))
            return Value.Error;
        _tellsPosition = _isSeekable;
        return WritePending(thread).IsError ? Value.Error : FlushBuffer(thread);
    }

    /// <summary>Writes what waits, at the end of the program, unless the stream was closed; Error when it raised.</summary>
    internal Value FlushAtExit(VmThread thread)
    {
        if (_buffer.IsUnbound)
            return Value.None;
        var closed = GetClosed(thread);
        return closed.IsError || !Truth.TryTest(thread, closed, out var isClosed) ? Value.Error : isClosed ? Value.None : Flush(thread);
    }

    /// <summary>Write string to stream.
    /// Returns the number of characters written (which is always equal to
    /// the length of the string).</summary>
    [PyMethod("write", Signature = "text, /")]
    private Value WriteFromPython(VmThread thread, Value text)
    {
        if (!IsReady(thread))
            return Value.Error;
        if (text.Ref is not PyStr units)
            return thread.TypeError($"write() argument must be str, not {text.Type.Name}");
        return Write(thread, units.Text).IsError ? Value.Error : Value.Int(units.Length);
    }

    [PyMethod("flush")]
    private Value FlushFromPython(VmThread thread) => Flush(thread);

    [PyMethod("truncate", Signature = "pos=None, /")]
    private Value Truncate(VmThread thread, Value pos)
    {
        if (!IsReady(thread) || thread.CallMethod(this, FlushName).IsError)
            return Value.Error;
        return thread.CallMethod(_buffer, TruncateName, pos.IsUnbound ? Value.None : pos);
    }

    /// <summary>Reconfigure the text stream with new parameters.
    ///
    /// This also does an implicit stream flush.</summary>
    [PyMethod("reconfigure", Signature = "*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None")]
    private Value Reconfigure(VmThread thread, Value encoding, Value errors, Value newline, Value lineBuffering, Value writeThrough)
    {
        if (!IsReady(thread))
            return Value.Error;
        var isRecoded = Given(encoding) || Given(errors) || !newline.IsUnbound;
        if (_hasRead && isRecoded)
            return Unsupported(thread, "It is not possible to set the encoding or newline of stream after the first read");
        var newLineEnd = _newline;
        if (!IsText(thread, "reconfigure()", "encoding", encoding) || !IsText(thread, "reconfigure()", "errors", errors) || !IsName(thread, errors)
            || !newline.IsUnbound && (!IsText(thread, "reconfigure()", "newline", newline) || !TryNewline(thread, newline, out newLineEnd))
            || !TryFlag(thread, lineBuffering, IsLineBuffered, out var buffersLines) || !TryFlag(thread, writeThrough, IsWriteThrough, out var through)
            || thread.CallMethod(this, FlushName).IsError
            || isRecoded && !TryRecode(thread, encoding, errors, newLineEnd))
            return Value.Error;
        (IsLineBuffered, IsWriteThrough) = (buffersLines, through);
        return Value.None;
    }

    private static bool Given(Value argument) => !argument.IsUnbound && !argument.IsNone;

    // Another encoding without a handler of errors of its own is strict.
    private bool TryRecode(VmThread thread, Value encoding, Value errors, string? newline)
    {
        var name = Given(encoding) ? NameOf(encoding) : _encodingName;
        if (TextCodecName.Find(thread, name) is not { } codec)
            return false;
        (_encodingName, _newline) = (name, newline);
        if (Given(errors))
            _errors = ((PyStr)errors.Ref!).Text;
        else if (Given(encoding))
            _errors = "strict";
        return SetCodec(thread, _buffer, codec) && PlaceEncoder(thread);
    }

    private static bool TryFlag(VmThread thread, Value given, bool current, out bool flag)
    {
        flag = current;
        if (given.IsUnbound || given.IsNone)
            return true;
        if (!Conversions.TryIndex64(thread, given, out var number))
            return false;
        flag = number != 0;
        return true;
    }

    private bool TryKeepAscii(string text)
    {
        if (!_encoder!.KeepsAscii || _pendingCount + text.Length > _chunkSize)
            return false;
        Reserve(text.Length);
        if (Ascii.FromUtf16(text, _pending.AsSpan(_pendingCount), out var count) != OperationStatus.Done)
            return false;
        _pendingCount += count;
        return true;
    }

    private void Reserve(int count)
    {
        if (_pending.Length - _pendingCount < count)
            Array.Resize(ref _pending, Math.Max(_pendingCount + count, Math.Min(_pending.Length * 2, _chunkSize) | 256));
    }

    private Value WritePending(VmThread thread)
    {
        if (_pendingCount == 0)
            return Value.None;
        var count = _pendingCount;
        _pendingCount = 0;
        return _native is not null
            ? _native.Write(thread, _pending.AsSpan(0, count))
            : thread.CallMethod(_buffer, WriteName, new PyBytes(_pending[..count]));
    }

    private Value FlushBuffer(VmThread thread) => _native is not null ? _native.Flush(thread) : thread.CallMethod(_buffer, FlushName);
}
