using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
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
    // Positions count code points; as long as no character takes two units they are places in the text.
    private readonly StringBuilder _text = new();
    private string? _newline = "\n";
    private int _position;
    private bool _isClosed;

    internal PyStringIO(Shape shape) : base(shape) { }

    [PyMethod("__init__", Signature = "initial_value='', newline='\\n'")]
    private Value Init(VmThread thread, Value initialValue, Value newline)
    {
        if (!initialValue.IsUnbound && !initialValue.IsNone && initialValue.Ref is not PyStr)
            return thread.TypeError($"initial_value must be str or None, not {initialValue.Type.Name}");
        if (!newline.IsUnbound && !newline.IsNone && newline.Ref is not PyStr)
            return thread.TypeError($"newline must be str or None, not {newline.Type.Name}");
        _newline = newline.IsUnbound ? "\n" : (newline.Ref as PyStr)?.Text;
        if (_newline is not (null or "" or "\n" or "\r" or "\r\n"))
            return thread.ValueError($"illegal newline value: {Texts.Repr(thread, newline)?.Text}");
        _text.Clear();
        _isClosed = false;
        _position = 0;
        if (initialValue.Ref is PyStr text)
            Append(text.Text);
        _position = 0;
        return Value.None;
    }

    [PyGetter("closed")]
    private bool GetClosed() => _isClosed;

    [PyGetter("line_buffering")]
    private Value GetLineBuffering(VmThread thread) => IsOpen(thread) ? Value.False : Value.Error;

    [PyMethod("close")]
    private void Close() => _isClosed = true;

    [PyMethod("getvalue")]
    private Value GetValue(VmThread thread) => IsOpen(thread) ? Value.Str(_text.ToString()) : Value.Error;

    [PyMethod("write", Signature = "s, /")]
    private Value Write(VmThread thread, Value s)
    {
        if (s.Ref is not PyStr text)
            return thread.TypeError($"string argument expected, got '{s.Type.Name}'");
        if (!IsOpen(thread))
            return Value.Error;
        Append(text.Text);
        return Value.Int(text.Length);
    }

    [PyMethod("read", Signature = "size=-1, /")]
    private Value Read(VmThread thread, Value size) =>
        IsOpen(thread) && PyBinaryStream.TryCount(thread, size, out var count) ? Take(count < 0 ? int.MaxValue : (int)Math.Min(count, int.MaxValue)) : Value.Error;

    [PyMethod("readline", Signature = "size=-1, /")]
    private Value ReadLine(VmThread thread, Value size)
    {
        if (!IsOpen(thread) || !PyBinaryStream.TryCount(thread, size, out var count))
            return Value.Error;
        var end = _position;
        while (end < _text.Length)
        {
            var unit = _text[end++];
            if (unit == '\n' && _newline is null or "" or "\n")
                break;
            if (unit == '\r' && (_newline is "\r" || _newline == "" && !(end < _text.Length && _text[end] == '\n')))
                break;
            if (unit == '\n' && _newline == "\r\n" && end > _position + 1 && _text[end - 2] == '\r')
                break;
        }
        return Take((int)Math.Min(count < 0 ? int.MaxValue : count, end - _position));
    }

    [PyMethod("seek", Signature = "pos, whence=0, /")]
    private Value Seek(VmThread thread, long pos, long whence = 0)
    {
        if (!IsOpen(thread))
            return Value.Error;
        if (whence is < 0 or > 2)
            return thread.ValueError($"Invalid whence ({whence}, should be 0, 1 or 2)");
        if (whence == 0 && pos < 0)
            return thread.ValueError($"Negative seek position {pos}");
        if (whence != 0 && pos != 0)
            return thread.Raise(Exceptions.ExceptionTypes.OSError, "Can't do nonzero cur-relative seeks");
        _position = whence switch { 1 => _position, 2 => _text.Length, _ => (int)Math.Min(pos, int.MaxValue) };
        return Value.Int(_position);
    }

    [PyMethod("tell")]
    private Value Tell(VmThread thread) => IsOpen(thread) ? Value.Int(_position) : Value.Error;

    [PyMethod("truncate", Signature = "pos=None, /")]
    private Value Truncate(VmThread thread, Value pos)
    {
        long size = _position;
        if (!IsOpen(thread) || !pos.IsUnbound && !pos.IsNone && !Conversions.TryIndex64(thread, pos, out size))
            return Value.Error;
        if (size < 0)
            return thread.ValueError($"Negative size value {size}");
        if (size < _text.Length)
            _text.Length = (int)size;
        return Value.Int(size);
    }

    [PyMethod("readable")]
    [PyMethod("writable")]
    [PyMethod("seekable")]
    private Value CanAll(VmThread thread) => IsOpen(thread) ? Value.True : Value.Error;

    private bool IsOpen(VmThread thread)
    {
        if (_isClosed)
            thread.ValueError("I/O operation on closed file");
        return !_isClosed;
    }

    private void Append(string text)
    {
        if (_newline is null)
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        else if (_newline is "\r" or "\r\n")
            text = text.Replace("\n", _newline, StringComparison.Ordinal);
        if (_position > _text.Length)
            _text.Append('\0', _position - _text.Length);
        var overwritten = Math.Min(text.Length, _text.Length - _position);
        if (overwritten > 0)
            _text.Remove(_position, overwritten).Insert(_position, text);
        else
            _text.Append(text);
        _position += text.Length;
    }

    private Value Take(int count)
    {
        count = Math.Min(count, Math.Max(0, _text.Length - _position));
        _position += count;
        return count == 0 ? Value.Str("") : Value.Str(_text.ToString(_position - count, count));
    }
}
