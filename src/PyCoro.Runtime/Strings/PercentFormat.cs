// printf-style formatting (library reference: printf-style String Formatting) of str and of bytes. The format is parsed here
// once for both; the numbers come from PercentNumbers as ASCII, and what %s means is the difference.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Numbers;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Strings;

/// <summary><c>format % values</c>.</summary>
internal ref struct PercentFormat
{
    private readonly VmThread _thread;
    private readonly ReadOnlySpan<char> _format;
    private readonly bool _isBytes;
    private readonly Value _values;
    private readonly PyTuple? _tuple;
    private readonly bool _isMapping;
    private TextBuilder _output;
    private int _position;
    private int _nextValue;
    private Value _mapped;

    private PercentFormat(VmThread thread, ReadOnlySpan<char> format, Value values, bool isBytes)
    {
        _thread = thread;
        _format = format;
        _values = values;
        _isBytes = isBytes;
        _tuple = values.Ref as PyTuple;
        _isMapping = _tuple is null && values.Type.Has(Special.GetItem)
            && values.Ref is not PyStr && !(isBytes && values.Ref is ByteSequence);
        _output = new TextBuilder(format.Length + 64);
        _mapped = Value.Unbound;
    }

    /// <summary><c>str % values</c>.</summary>
    internal static Value Text(VmThread thread, string format, Value values)
    {
        var run = new PercentFormat(thread, format, values, isBytes: false);
        return run.Run() ? Value.Str(run._output.Finish()) : Value.Error;
    }

    /// <summary><c>bytes % values</c>; null when it raised. Bytes are Latin-1 text on the way.</summary>
    internal static byte[]? Bytes(VmThread thread, ReadOnlySpan<byte> format, Value values)
    {
        var run = new PercentFormat(thread, System.Text.Encoding.Latin1.GetString(format), values, isBytes: true);
        return run.Run() ? System.Text.Encoding.Latin1.GetBytes(run._output.Finish()) : null;
    }

    private bool Run()
    {
        while (true)
        {
            var found = _format[_position..].IndexOf('%');
            if (found < 0)
                break;
            _output.Append(_format.Slice(_position, found));
            _position += found + 1;
            if (!Conversion())
            {
                _output.Release();
                return false;
            }
        }
        _output.Append(_format[_position..]);
        var allUsed = _tuple is not null ? _nextValue >= _tuple.Items.Length : _nextValue > 0 || _isMapping;
        if (allUsed)
            return true;
        _output.Release();
        return Fail(ExceptionTypes.TypeError, $"not all arguments converted during {(_isBytes ? "bytes" : "string")} formatting");
    }

    private bool Conversion()
    {
        _mapped = Value.Unbound;
        if (Peek() == '%')
        {
            _position++;
            _output.Append('%');
            return true;
        }
        if (Peek() == '(' && !ReadKey())
            return false;
        var flags = ReadFlags();
        if (!ReadNumber(out var width, long.MaxValue, "width too big", "ssize_t"))
            return false;
        if (width < 0 && width != Absent)
        {
            flags |= PercentFlags.Left;
            width = -width;
        }
        var precision = Absent;
        if (Peek() == '.')
        {
            _position++;
            if (!ReadNumber(out precision, int.MaxValue, _isBytes ? "prec too big" : "precision too big", "int"))
                return false;
            precision = Math.Max(precision, 0);
        }
        if (Peek() is 'h' or 'l' or 'L')
            _position++;
        if (_position >= _format.Length)
            return Fail(ExceptionTypes.ValueError, "incomplete format");
        var conversion = _format[_position++];
        var value = NextValue();
        return !value.IsError && Convert(conversion, value, flags, width == Absent ? 0 : width, precision == Absent ? -1 : precision);
    }

    private const int Absent = int.MinValue;

    private bool Convert(char conversion, Value value, PercentFlags flags, int width, int precision)
    {
        string? text;
        switch (conversion)
        {
            case 'd' or 'i' or 'u' or 'o' or 'x' or 'X' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G':
                if (value.IsSmallInt && width == 0 && precision < 0 && flags == PercentFlags.None && conversion == 'd')
                {
                    var room = _output.Reserve(20);
                    value.Bits.TryFormat(room, out var written, default, System.Globalization.CultureInfo.InvariantCulture);
                    _output.Shrink(room.Length - written);
                    return true;
                }
                text = PercentNumbers.Format(_thread, value, conversion, flags, width, precision);
                if (text is null)
                    return false;
                _output.Append(text);
                return true;
            case 's' when !_isBytes:
                text = Texts.Str(_thread, value)?.Text;
                break;
            case 's' or 'b' when _isBytes:
                text = BytesOf(value);
                break;
            case 'r' when !_isBytes:
                text = Texts.Repr(_thread, value)?.Text;
                break;
            case 'a' or 'r':
                text = Texts.Ascii(_thread, value)?.Text;
                break;
            case 'c':
                text = Character(value);
                break;
            default:
                return Unsupported();
        }
        if (text is null)
            return false;
        if (precision >= 0 && conversion != 'c')
            text = Beginning(text, precision);
        AppendPadded(text, width, (flags & PercentFlags.Left) != 0);
        return true;
    }

    private readonly bool Unsupported()
    {
        var point = CodePoints.At(_format, _position - 1);
        if (_isBytes && point > 127)
            return Fail(ExceptionTypes.OverflowError, "character argument not in range(0x110000)");
        var shown = _isBytes || point is >= 31 and < 127 ? (char)point : '?';
        return Fail(
            ExceptionTypes.ValueError,
            $"unsupported format character '{shown}' (0x{point:x}) at index {IndexOf(_position - 1)}");
    }

    private void AppendPadded(string text, int width, bool left)
    {
        var missing = width == 0 ? 0 : width - new PyStr(text).Length;
        if (missing > 0 && !left)
            _output.Append(' ', missing);
        _output.Append(text);
        if (missing > 0 && left)
            _output.Append(' ', missing);
    }

    private static string Beginning(string text, int points)
    {
        var str = new PyStr(text);
        return points >= str.Length ? text : text[..str.UnitOf(points)];
    }

    private string? Character(Value value)
    {
        if (!_isBytes && value.Ref is PyStr text)
        {
            if (text.Length == 1)
                return text.Text;
            Fail(ExceptionTypes.TypeError, "%c requires int or char");
            return null;
        }
        if (_isBytes && value.Ref is ByteSequence bytes)
        {
            if (bytes.Span.Length == 1)
                return ((char)bytes.Span[0]).ToString();
        }
        else if (value.Type.Has(Special.Index))
        {
            if (!Conversions.TryIndexClamped(_thread, value, out var point))
                return null;
            if (point >= 0 && point <= (_isBytes ? 0xFF : 0x10FFFF))
                return point < 0x10000 ? ((char)point).ToString() : char.ConvertFromUtf32((int)point);
            Fail(ExceptionTypes.OverflowError, _isBytes ? "%c arg not in range(256)" : "%c arg not in range(0x110000)");
            return null;
        }
        Fail(
            ExceptionTypes.TypeError,
            _isBytes ? "%c requires an integer in range(256) or a single byte" : "%c requires int or char");
        return null;
    }

    private string? BytesOf(Value value)
    {
        if (Buffers.TryRead(value, out var bytes))
            return System.Text.Encoding.Latin1.GetString(bytes);
        var method = value.Type.LookupSpecial(Special.Bytes);
        if (method.IsUnbound)
        {
            Fail(
                ExceptionTypes.TypeError,
                $"%b requires a bytes-like object, or an object that implements __bytes__, not '{value.Type.Name}'");
            return null;
        }
        var result = _thread.CallSpecial(method, value);
        if (result.Ref is PyBytes made)
            return System.Text.Encoding.Latin1.GetString(made.Span);
        if (!result.IsError)
            Fail(ExceptionTypes.TypeError, $"__bytes__ returned non-bytes (type {result.Type.Name})");
        return null;
    }

    private bool ReadKey()
    {
        if (!_isMapping)
            return Fail(ExceptionTypes.TypeError, "format requires a mapping");
        var start = ++_position;
        var depth = 1;
        for (; _position < _format.Length && depth > 0; _position++)
            depth += _format[_position] switch { '(' => 1, ')' => -1, _ => 0 };
        if (depth > 0)
            return Fail(ExceptionTypes.ValueError, "incomplete format key");
        var key = _format[start..(_position - 1)].ToString();
        _mapped = Items.Get(
            _thread, _values, _isBytes ? new PyBytes(System.Text.Encoding.Latin1.GetBytes(key)) : Value.Str(key));
        _nextValue = 1;
        return !_mapped.IsError;
    }

    private PercentFlags ReadFlags()
    {
        var flags = PercentFlags.None;
        while (true)
        {
            var flag = Peek() switch
            {
                '-' => PercentFlags.Left,
                '+' => PercentFlags.Sign,
                ' ' => PercentFlags.Blank,
                '#' => PercentFlags.Alternate,
                '0' => PercentFlags.Zero,
                _ => PercentFlags.None,
            };
            if (flag == PercentFlags.None)
                return flags;
            flags |= flag;
            _position++;
        }
    }

    private bool ReadNumber(out int number, long limit, string tooBig, string typeInC)
    {
        number = Absent;
        if (Peek() == '*')
        {
            _position++;
            var value = NextValue();
            if (value.IsError)
                return false;
            if (!value.TryGetBigInteger(out var given))
                return Fail(ExceptionTypes.TypeError, "* wants int");
            if (given < -limit || given > limit)
                return Fail(ExceptionTypes.OverflowError, $"Python int too large to convert to C {typeInC}");
            if (given < -FormatSpec.MaxLength || given > FormatSpec.MaxLength)
                return OutOfMemory();
            number = (int)given;
            return true;
        }
        long sum = 0;
        var start = _position;
        while (Peek() is >= '0' and <= '9')
        {
            var digit = _format[_position++] - '0';
            if (sum > (limit - digit) / 10)
                return Fail(ExceptionTypes.ValueError, tooBig);
            sum = sum * 10 + digit;
        }
        if (_position > start)
            number = (int)sum;
        return sum <= FormatSpec.MaxLength || OutOfMemory();
    }

    private readonly bool OutOfMemory()
    {
        _thread.Raise(ExceptionTypes.MemoryError);
        return false;
    }

    private Value NextValue()
    {
        if (!_mapped.IsUnbound)
            return _mapped;
        if (_tuple is not null && _nextValue < _tuple.Items.Length)
            return _tuple.Items[_nextValue++];
        if (_tuple is null && _nextValue == 0)
        {
            _nextValue = 1;
            return _values;
        }
        return _thread.TypeError("not enough arguments for format string");
    }

    private readonly int Peek() => _position < _format.Length ? _format[_position] : -1;

    private readonly int IndexOf(int unit) => new PyStr(_format.ToString()).PointOf(unit);

    private readonly bool Fail(PyType type, string message)
    {
        _thread.Raise(type, message);
        return false;
    }
}
