// Reading text: decoded text waits untranslated, so that tell() can say how many bytes of it have not been read; line ends
// are translated when a piece is handed out.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

internal sealed partial class PyTextStream
{
    private const int ReturnSeen = 1;
    private const int FeedSeen = 2;
    private const int BothSeen = 4;

    private string _text = "";
    private int _next;
    private byte[] _undecoded = [];
    private bool _atEnd;
    private int _newlinesSeen;

    [PyGetter("newlines")]
    private Value Newlines
    {
        get
        {
            Value[] seen =
            [
                .. new[] { (ReturnSeen, "\r"), (FeedSeen, "\n"), (BothSeen, "\r\n") }
                    .Where(kind => (_newlinesSeen & kind.Item1) != 0).Select(kind => Value.Str(kind.Item2)),
            ];
            return seen.Length switch { 0 => Value.None, 1 => seen[0], _ => PyTuple.Of(seen) };
        }
    }

    private bool TranslatesNewlines => _newline is null;

    private protected override Value NextLine(VmThread thread)
    {
        if (Type.IsHeapType)
            return base.NextLine(thread);
        return ReadLine(thread, -1) is not { } line ? Value.Error : line.Length == 0 ? Value.Unbound : Value.Str(line);
    }

    /// <summary>Read at most n characters from stream.</summary>
    [PyMethod("read", Signature = "size=-1, /")]
    private Value Read(VmThread thread, Value size)
    {
        if (!PyBinaryStream.TryCount(thread, size, out var count) || !TryReadable(thread))
            return Value.Error;
        var text = new System.Text.StringBuilder();
        var points = 0L;
        while (count < 0 || points < count)
        {
            if (_next == _text.Length || NeedsMore())
            {
                if (!TryFillText(thread, out var any))
                    return Value.Error;
                if (!any && _next == _text.Length)
                    break;
                continue;
            }
            var unit = _text[_next++];
            if (unit == '\r')
                unit = TakeReturn(unit, text);
            else if (unit == '\n')
                _newlinesSeen |= FeedSeen;
            text.Append(unit);
            if (!char.IsLowSurrogate(unit) || text.Length < 2 || !char.IsHighSurrogate(text[^2]))
                points++;
            if (points == count && char.IsHighSurrogate(unit) && _next < _text.Length && char.IsLowSurrogate(_text[_next]))
                text.Append(_text[_next++]);
        }
        return Value.Str(text.ToString());
    }

    // A return at the end of what is decoded may be the first half of a line end.
    private bool NeedsMore() => _next == _text.Length - 1 && _text[_next] == '\r' && !_atEnd && _newline is null or "";

    private char TakeReturn(char unit, System.Text.StringBuilder text)
    {
        var both = _next < _text.Length && _text[_next] == '\n';
        _newlinesSeen |= both ? BothSeen : ReturnSeen;
        if (!TranslatesNewlines)
        {
            _newlinesSeen &= both ? ~0 : ~0;
            return unit;
        }
        if (both)
            _next++;
        return '\n';
    }

    private string? ReadLine(VmThread thread, long limit)
    {
        if (!TryReadable(thread))
            return null;
        var from = _next;
        while (true)
        {
            var end = EndOfLine(from);
            if (end < 0 && !_atEnd)
            {
                var read = _text.Length - _next;
                if (limit >= 0 && read > limit)
                    return Take((int)limit);
                if (!TryFillText(thread, out _))
                    return null;
                // The line end may begin with the last unit of what was there.
                from = _next + Math.Max(0, read - 1);
                continue;
            }
            var length = (end < 0 ? _text.Length : end) - _next;
            return Take(limit >= 0 && limit < length ? (int)limit : length);
        }
    }

    private string Take(int length)
    {
        var piece = _text.Substring(_next, length);
        _next += length;
        if (!piece.AsSpan().ContainsAny('\r', '\n'))
            return piece;
        _newlinesSeen |= !piece.Contains('\r', StringComparison.Ordinal) ? FeedSeen
            : piece.Contains("\r\n", StringComparison.Ordinal) ? BothSeen : ReturnSeen;
        return TranslatesNewlines && piece.Contains('\r', StringComparison.Ordinal)
            ? piece.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : piece;
    }

    // The place after the line's end; negative when more text is needed to know.
    private int EndOfLine(int from)
    {
        if (_newline is "\r" or "\r\n" or "\n")
            return _text.IndexOf(_newline, from, StringComparison.Ordinal) is var at and >= 0 ? at + _newline.Length : -1;
        var found = _text.AsSpan(from).IndexOfAny('\r', '\n');
        if (found < 0)
            return -1;
        var place = from + found;
        if (_text[place] == '\n')
            return place + 1;
        if (place + 1 == _text.Length)
            return _atEnd ? place + 1 : -1;
        return _text[place + 1] == '\n' ? place + 2 : place + 1;
    }

    private bool TryFillText(VmThread thread, out bool any)
    {
        any = false;
        var chunk = Buffer.ReadOnce(thread, Value.Unbound);
        if (chunk.IsError)
            return false;
        var bytes = ((PyBytes)chunk.Ref!).Content;
        _atEnd = bytes.Length == 0;
        if (_undecoded.Length > 0)
            bytes = [.. _undecoded, .. bytes];
        _undecoded = [];
        if (bytes.Length == 0)
            return true;
        if (Codecs.Decode(thread, CodecOf(), new PyBytes(bytes), bytes, _errors, _atEnd, out var consumed) is not { } decoded)
            return false;
        _undecoded = bytes[consumed..];
        _text = _next == _text.Length ? decoded.Text : string.Concat(_text.AsSpan(_next), decoded.Text);
        _next = 0;
        any = true;
        return true;
    }

    // A mark at the start of the file decides the byte order; what comes later must not be taken for another mark.
    private TextCodec CodecOf() => Codecs.Find(_encoding)!;

    private void ForgetText()
    {
        _text = "";
        _next = 0;
        _undecoded = [];
        _atEnd = false;
    }

    /// <summary>Return the stream position as an opaque number.</summary>
    [PyMethod("tell")]
    private Value Tell(VmThread thread)
    {
        var position = Buffer.Tell(thread);
        if (position.IsError)
            return position;
        var ahead = _undecoded.Length;
        if (_next < _text.Length)
        {
            if (Codecs.Encode(thread, PyStr.Of(_text[_next..]), _encoding, _errors) is not { } bytes)
                return Value.Error;
            ahead += bytes.Length;
        }
        return Value.Int(position.Bits - ahead);
    }
}
