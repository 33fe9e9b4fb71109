// Text in memory. Most programs write all and then ask for all, so text is first only collected; a program that does
// anything else gets an array of code points, in which a position is a place.

using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Text I/O implementation using an in-memory buffer.
///
/// The initial_value argument sets the value of object.  The newline
/// argument is like the one of TextIOWrapper's constructor.</summary>
[PyType("StringIO", Module = "_io", Base = typeof(PyTextIOBase), Subclassable = true, HasDict = true)]
internal sealed partial class PyStringIO : PyTextIOBase
{
    private StringBuilder? _collected;
    private long _collectedPoints;
    private int[] _points = [];
    private int _length;
    private int _position;
    private string? _newline = "\n";
    private NewlineDecoding? _newlines;
    private bool _isClosed;
    private bool _isReady;

    internal PyStringIO(Shape shape) : base(shape) { }

    [PyMethod("__init__", Signature = "initial_value='', newline='\\n'")]
    private Value Init(VmThread thread, Value initialValue, Value newline)
    {
        _isReady = false;
        if (!newline.IsUnbound && !newline.IsNone && newline.Ref is not PyStr)
            return thread.TypeError($"newline must be str or None, not {newline.Type.Name}");
        var lineEnd = newline.IsUnbound ? "\n" : (newline.Ref as PyStr)?.Text;
        if (lineEnd is not (null or "" or "\n" or "\r" or "\r\n"))
            return thread.ValueError($"illegal newline value: {Texts.Repr(thread, newline)?.Text}");
        if (!initialValue.IsUnbound && !initialValue.IsNone && initialValue.Ref is not PyStr)
            return thread.TypeError($"initial_value must be str or None, not {initialValue.Type.Name}");
        _newline = lineEnd;
        _newlines = lineEnd is null or "" ? new NewlineDecoding(translates: lineEnd is null) : null;
        (_collected, _collectedPoints, _points, _length, _position) = (new StringBuilder(), 0, [], 0, 0);
        (_isClosed, _isReady) = (false, true);
        if (initialValue.Ref is PyStr { Text.Length: > 0 } text)
        {
            Append(text);
            BeginEditing();
            _position = 0;
        }
        return Value.None;
    }

    [PyGetter("closed")]
    private Value GetClosed(VmThread thread) => _isReady ? Value.Bool(_isClosed) : Refuse(thread);

    [PyGetter("line_buffering")]
    private Value GetLineBuffering(VmThread thread) => IsOpen(thread) ? Value.False : Value.Error;

    [PyGetter("newlines")]
    private Value GetNewlines(VmThread thread) => IsOpen(thread) ? _newlines?.Seen ?? Value.None : Value.Error;

    [PyMethod("close")]
    private void Close() => (_isClosed, _collected, _points, _length) = (true, null, [], 0);

    [PyMethod("getvalue")]
    private Value GetValue(VmThread thread) => IsOpen(thread) ? Value.Str(Content()) : Value.Error;

    [PyMethod("write", Signature = "s, /")]
    private Value Write(VmThread thread, Value s)
    {
        if (!_isReady)
            return Refuse(thread);
        if (s.Ref is not PyStr text)
            return thread.TypeError($"string argument expected, got '{s.Type.Name}'");
        if (!IsOpen(thread))
            return Value.Error;
        if (text.Text.Length > 0)
            Append(text);
        return Value.Int(text.Length);
    }

    [PyMethod("read", Signature = "size=-1, /")]
    private Value Read(VmThread thread, Value size)
    {
        if (!IsOpen(thread) || !PyBufferedStream.TryCount(thread, size, out var count))
            return Value.Error;
        BeginEditing();
        return Take(count);
    }

    [PyMethod("readline", Signature = "size=-1, /")]
    private Value ReadLine(VmThread thread, Value size)
    {
        if (!IsOpen(thread) || !PyBufferedStream.TryCount(thread, size, out var count))
            return Value.Error;
        BeginEditing();
        var length = LengthOfLine();
        return Take(count >= 0 && count < length ? count : length);
    }

    private protected override Value NextLine(VmThread thread)
    {
        if (Type.IsHeapType)
            return base.NextLine(thread);
        if (!IsOpen(thread))
            return Value.Error;
        BeginEditing();
        return LengthOfLine() is > 0 and var length ? Take(length) : Value.Unbound;
    }

    [PyMethod("seek", Signature = "pos, whence=0, /")]
    private Value Seek(VmThread thread, Value pos, long whence = 0)
    {
        if (!IsOpen(thread) || !Conversions.TryIndex64(thread, pos, out var place))
            return Value.Error;
        if (whence is < 0 or > 2)
            return thread.ValueError($"Invalid whence ({whence}, should be 0, 1 or 2)");
        if (whence == 0 && place < 0)
            return thread.ValueError($"Negative seek position {place}");
        if (whence != 0 && place != 0)
            return thread.Raise(ExceptionTypes.OSError, "Can't do nonzero cur-relative seeks");
        BeginEditing();
        _position = whence switch { 1 => _position, 2 => _length, _ => (int)Math.Min(place, int.MaxValue) };
        return Value.Int(_position);
    }

    [PyMethod("tell")]
    private Value Tell(VmThread thread) => IsOpen(thread) ? Value.Int(_collected is null ? _position : _collectedPoints) : Value.Error;

    [PyMethod("truncate", Signature = "pos=None, /")]
    private Value Truncate(VmThread thread, Value pos)
    {
        if (!IsOpen(thread) || !PyBufferedStream.TryCount(thread, pos, out var size))
            return Value.Error;
        BeginEditing();
        if (pos.IsUnbound || pos.IsNone)
            size = _position;
        if (size < 0)
            return thread.ValueError($"Negative size value {size}");
        _length = (int)Math.Min(_length, size);
        return Value.Int(size);
    }

    [PyMethod("readable")]
    [PyMethod("writable")]
    [PyMethod("seekable")]
    private Value CanAll(VmThread thread) => IsOpen(thread) ? Value.True : Value.Error;

    [PyMethod("__getstate__")]
    private Value GetState(VmThread thread)
    {
        if (!IsOpen(thread))
            return Value.Error;
        var position = _collected is null ? _position : _collectedPoints;
        return PyTuple.Of(
            Value.Str(Content()), _newline is null ? Value.None : Value.Str(_newline), Value.Int(position), MemoryStreamState.AttributesOf(this));
    }

    [PyMethod("__setstate__", Signature = "state, /")]
    private Value SetState(VmThread thread, Value state)
    {
        if (_isReady && _isClosed)
            return Refuse(thread);
        if (state.Ref is not PyTuple { Items: [var content, var newline, var position, var attributes] })
            return thread.TypeError($"{Type.QualifiedNativeName}.__setstate__ argument should be 4-tuple, got {state.Type.Name}");
        // The text has been translated already.
        if (Init(thread, Value.Str(""), newline).IsError)
            return Value.Error;
        if (content.Ref is not PyStr text)
            return thread.TypeError($"first item of state must be str, not {content.Type.Name}");
        BeginEditing();
        Insert(text.Text);
        return MemoryStreamState.TryPosition(thread, position, "third", out _position)
            ? MemoryStreamState.SetAttributes(thread, this, attributes, "fourth")
            : Value.Error;
    }

    private Value Refuse(VmThread thread) =>
        thread.ValueError(_isReady ? "I/O operation on closed file" : "I/O operation on uninitialized object");

    private bool IsOpen(VmThread thread)
    {
        if (_isReady && !_isClosed)
            return true;
        Refuse(thread);
        return false;
    }

    private void Append(PyStr text)
    {
        var units = _newlines is not null ? _newlines.Decode(text.Text, isFinal: true) : text.Text;
        if (_newline is "\r" or "\r\n")
            units = units.Replace("\n", _newline, StringComparison.Ordinal);
        if (_collected is null)
        {
            Insert(units);
            return;
        }
        _collected.Append(units);
        _collectedPoints += ReferenceEquals(units, text.Text) ? text.Length : PyStr.Of(units).Length;
    }

    private void BeginEditing()
    {
        if (_collected is null)
            return;
        var text = _collected.ToString();
        _collected = null;
        Insert(text);
    }

    // Writes at the position, over what is there.
    private void Insert(string units)
    {
        if (_position + units.Length > _points.Length)
            Array.Resize(ref _points, Math.Max(_position + units.Length, (int)Math.Min(_points.Length * 2L, Array.MaxLength)));
        if (_position > _length)
            _points.AsSpan(_length, _position - _length).Clear();
        for (var i = 0; i < units.Length; i++)
        {
            var isPair = char.IsHighSurrogate(units[i]) && i + 1 < units.Length && char.IsLowSurrogate(units[i + 1]);
            _points[_position++] = isPair ? char.ConvertToUtf32(units[i], units[++i]) : units[i];
        }
        _length = Math.Max(_length, _position);
    }

    private string Content() => _collected?.ToString() ?? Text(0, _length);

    private Value Take(long count)
    {
        var left = Math.Max(0, _length - _position);
        var length = count < 0 ? left : (int)Math.Min(count, left);
        _position += length;
        return Value.Str(length == 0 ? "" : Text(_position - length, length));
    }

    private string Text(int start, int length)
    {
        var output = new TextBuilder(stackalloc char[256]);
        foreach (var point in _points.AsSpan(start, length))
        {
            if (point > char.MaxValue)
            {
                output.Append((char)(0xD800 + (point - 0x10000 >> 10)));
                output.Append((char)(0xDC00 + (point - 0x10000 & 0x3FF)));
            }
            else
            {
                output.Append((char)point);
            }
        }
        return output.Finish();
    }

    private int LengthOfLine()
    {
        if (_position >= _length)
            return 0;
        var rest = _points.AsSpan(_position, _length - _position);
        int end;
        switch (_newline)
        {
            case null or "\n":
                end = rest.IndexOf('\n');
                return end < 0 ? rest.Length : end + 1;
            case "\r":
                end = rest.IndexOf('\r');
                return end < 0 ? rest.Length : end + 1;
            case "\r\n":
                end = rest.IndexOf(['\r', '\n']);
                return end < 0 ? rest.Length : end + 2;
            default:
                end = rest.IndexOfAny('\r', '\n');
                return end < 0 ? rest.Length : rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? end + 2 : end + 1;
        }
    }
}
