// Reading text: a piece of the file is decoded at a time, line ends translated at once. What has been decoded and not handed
// out is _text from _next on; the snapshot says how the decoder stood before that piece, so that tell() can work it out.

using System.Numerics;
using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

internal sealed partial class PyTextStream
{
    private string _text = "";
    private int _next;
    private bool _hasRead;
    private byte[]? _snapshotInput;
    private BigInteger _snapshotFlags;

    private protected override Value NextLine(VmThread thread)
    {
        _tellsPosition = false;
        if (Type.IsHeapType)
        {
            var line = base.NextLine(thread);
            if (line.IsUnbound)
                _tellsPosition = _isSeekable;
            return line.IsSentinel || line.Ref is PyStr
                ? line
                : thread.Raise(ExceptionTypes.OSError, $"readline() should have returned a str object, not '{line.Type.Name}'");
        }
        if (ReadLine(thread, -1) is not { } text)
            return Value.Error;
        if (text.Length > 0)
            return Value.Str(text);
        _snapshotInput = null;
        _tellsPosition = _isSeekable;
        return Value.Unbound;
    }

    /// <summary>Read at most n characters from stream.</summary>
    [PyMethod("read", Signature = "size=-1, /")]
    private Value Read(VmThread thread, Value size)
    {
        if (!PyBufferedStream.TryCount(thread, size, out var count) || !IsReadyToRead(thread))
            return Value.Error;
        if (count < 0)
            return ReadToEnd(thread);
        var result = new StringBuilder();
        while (true)
        {
            count -= Take(result, count);
            if (count <= 0 || !TryReadPiece(thread, count, out var isAtEnd))
                return count <= 0 ? Value.Str(result.ToString()) : Value.Error;
            if (isAtEnd)
                return Value.Str(result.ToString());
        }
    }

    /// <summary>Read until newline or EOF.
    ///
    /// Returns an empty string if EOF is hit immediately.</summary>
    [PyMethod("readline", Signature = "size=-1, /")]
    private Value ReadLineFromPython(VmThread thread, long size = -1) => ReadLine(thread, size) is { } line ? Value.Str(line) : Value.Error;

    private bool IsReadyToRead(VmThread thread)
    {
        if (_native is { IsKnownClosed: false } ? _decoder is null : !IsOpen(thread) || _decoder is null)
        {
            if (thread.Pending is null)
                Unsupported(thread, "not readable");
            return false;
        }
        return _pendingCount == 0 || !WritePending(thread).IsError;
    }

    private Value ReadToEnd(VmThread thread)
    {
        var bytes = _native is not null ? _native.ReadToEnd(thread) : thread.CallMethod(_buffer, ReadName);
        if (bytes.IsError)
            return bytes;
        var input = BytesOf(thread, bytes, "read");
        if (input is null || DecodePiece(thread, input, isFinal: true) is not { } rest)
            return Value.Error;
        var all = _next == _text.Length ? rest : string.Concat(_text.AsSpan(_next), rest);
        ForgetText();
        return Value.Str(all);
    }

    private string? ReadLine(VmThread thread, long limit)
    {
        if (!IsReadyToRead(thread))
            return null;
        StringBuilder? line = null;
        while (true)
        {
            if (_next < _text.Length)
            {
                var follows = line is { Length: > 0 } && line[^1] == '\r';
                var end = EndOfLine(follows);
                var (stop, count) = Advance(limit);
                if (end >= 0 && end <= stop)
                    return Finish(line, end);
                if (count == limit)
                    return Finish(line, stop);
                (line ??= new StringBuilder()).Append(_text, _next, stop - _next);
                _next = stop;
                limit -= limit < 0 ? 0 : count;
            }
            else if (limit == 0)
            {
                return line?.ToString() ?? "";
            }
            if (!TryReadPiece(thread, 0, out var isAtEnd))
                return null;
            if (isAtEnd)
            {
                ForgetText();
                return line?.ToString() ?? "";
            }
        }
    }

    private string Finish(StringBuilder? line, int end)
    {
        var piece = _next == 0 && end == _text.Length ? _text : _text[_next..end];
        _next = end;
        return line is null ? piece : line.Append(piece).ToString();
    }

    // The place after the line's end; negative when more text is needed to know.
    private int EndOfLine(bool followsReturn)
    {
        if (_newline is null or "\n")
            return _text.IndexOf('\n', _next) is var feed and >= 0 ? feed + 1 : -1;
        if (_newline == "\r\n" && followsReturn && _text[_next] == '\n')
            return _next + 1;
        if (_newline.Length > 0)
            return _text.IndexOf(_newline, _next, StringComparison.Ordinal) is var at and >= 0 ? at + _newline.Length : -1;
        var found = _text.AsSpan(_next).IndexOfAny('\r', '\n');
        if (found < 0)
            return -1;
        var place = _next + found;
        return _text[place] == '\r' && place + 1 < _text.Length && _text[place + 1] == '\n' ? place + 2 : place + 1;
    }

    // Hands out so many characters; tells how many there were.
    private long Take(StringBuilder output, long count)
    {
        var (end, taken) = Advance(count);
        output.Append(_text, _next, end - _next);
        _next = end;
        return taken;
    }

    // The place so many characters on, which may be two units each, or the end; and how many there are. Negative: all.
    private (int End, long Count) Advance(long wanted)
    {
        if (wanted < 0)
            return (_text.Length, -2);
        var end = _next;
        var count = 0L;
        for (; count < wanted && end < _text.Length; count++)
            end += char.IsHighSurrogate(_text[end]) && end + 1 < _text.Length && char.IsLowSurrogate(_text[end + 1]) ? 2 : 1;
        return (end, count);
    }

    // Decodes the next piece of the file into _text, when all of that has been handed out.
    private bool TryReadPiece(VmThread thread, long wanted, out bool isAtEnd)
    {
        isAtEnd = false;
        _hasRead = true;
        var pending = Array.Empty<byte>();
        if (_tellsPosition && !TryGetState(thread, out pending, out _snapshotFlags))
            return false;
        var size = Value.Int(Math.Max(_chunkSize, wanted));
        var chunk = _native is not null
            ? _native.ReadOnce(thread, size)
            : thread.CallMethod(_buffer, _hasReadOnce ? ReadOnceName : ReadName, size);
        if (chunk.IsError || BytesOf(thread, chunk, _hasReadOnce ? "read1" : "read") is not { } input)
            return false;
        var isFinal = input.Content.Length == 0;
        if (DecodePiece(thread, input, isFinal) is not { } text)
            return false;
        (_text, _next) = (text, 0);
        isAtEnd = isFinal && text.Length == 0;
        if (_tellsPosition)
            _snapshotInput = pending.Length == 0 ? input.Content : [.. pending, .. input.Span];
        return true;
    }

    private string? DecodePiece(VmThread thread, PyBytes input, bool isFinal)
    {
        var text = _decoder!.Decode(thread, input, isFinal);
        return text is null || _newlines is null ? text : _newlines.Decode(text, isFinal);
    }

    private PyBytes? BytesOf(VmThread thread, Value chunk, string method)
    {
        if (chunk.Ref is PyBytes bytes)
            return bytes;
        if (Buffers.TryRead(chunk, out var memory))
            return new PyBytes(memory.ToArray());
        thread.TypeError($"underlying {method}() should have returned a bytes-like object, not '{chunk.Type.Name}'");
        return null;
    }

    // A return that waits for the next piece is part of the decoder's state.
    private bool TryGetState(VmThread thread, out byte[] pending, out BigInteger flags)
    {
        if (!_decoder!.TryGetState(thread, out pending, out flags))
            return false;
        if (_newlines is not null)
            flags = flags << 1 | (_newlines.HoldsReturn ? 1 : 0);
        return true;
    }

    private bool TrySetState(VmThread thread, byte[] pending, BigInteger flags)
    {
        if (_newlines is null)
            return _decoder!.TrySetState(thread, pending, flags);
        _newlines.HoldsReturn = !flags.IsEven;
        return _decoder!.TrySetState(thread, pending, flags >> 1);
    }

    private void ForgetText()
    {
        _text = "";
        _next = 0;
        _hasRead = false;
        _snapshotInput = null;
    }
}
