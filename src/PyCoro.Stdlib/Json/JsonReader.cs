// Reads the strings and numbers of JSON out of UTF-16; positions in errors are code points.

using System.Globalization;
using System.Numerics;
using System.Text;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Json;

/// <summary>Reads parts of a JSON text.</summary>
internal sealed class JsonReader(VmThread thread, PyStr source, bool isStrict)
{
    private const int ShortString = 24;

    // So many digits always fit 64 bits.
    private const int MaxQuickDigits = 18;

    private static readonly PyStr ErrorName = PyStr.Constant("JSONDecodeError");

    /// <summary>What ends a plain stretch of a string: a quote, a backslash or a control character.</summary>
    private static readonly System.Buffers.SearchValues<char> StringStops =
        System.Buffers.SearchValues.Create("\"\\" + new string(Enumerable.Range(0, ' ').Select(static code => (char)code).ToArray()));

    private readonly string _text = source.Text;

    /// <summary>Where a plain stretch of a string ends; -1 when the text is over before.</summary>
    internal int FindStop(int place)
    {
        // Most strings are short: a search by vectors would take longer to begin.
        var near = Math.Min(_text.Length, place + ShortString);
        for (; place < near; place++)
        {
            if (_text[place] is '"' or '\\' or < ' ')
                return place;
        }
        var far = _text.AsSpan(place).IndexOfAny(StringStops);
        return far < 0 ? -1 : place + far;
    }

    /// <summary>The string behind the quote at <paramref name="place"/> - 1; <paramref name="place"/> goes behind its end.</summary>
    internal Value ReadString(ref int place)
    {
        var begin = place - 1;
        StringBuilder? built = null;
        var start = place;
        while (true)
        {
            place = FindStop(place);
            if (place < 0)
                return Fail("Unterminated string starting at", begin);
            var unit = _text[place];
            if (unit == '"')
            {
                var rest = _text.AsSpan(start, place - start);
                place++;
                return Value.Str(built is null ? rest.ToString() : built.Append(rest).ToString());
            }
            if (unit < ' ' && isStrict)
                return Fail("Invalid control character at", place);
            if (unit != '\\')
            {
                place++;
                continue;
            }
            built ??= new StringBuilder();
            built.Append(_text, start, place - start);
            place++;
            if (place >= _text.Length)
                return Fail("Unterminated string starting at", begin);
            if (_text[place] == 'u')
            {
                if (!TryReadCode(place + 1, out var code))
                    return Fail("Invalid \\uXXXX escape", place);
                built.Append(code);
                place += 5;
            }
            else
            {
                var escape = "\"\\/bfnrt".IndexOf(_text[place], StringComparison.Ordinal);
                if (escape < 0)
                    return Fail("Invalid \\escape", place - 1);
                built.Append("\"\\/\b\f\n\r\t"[escape]);
                place++;
            }
            start = place;
        }
    }

    private bool TryReadCode(int place, out char code)
    {
        code = default;
        if (place + 4 > _text.Length)
            return false;
        foreach (var digit in _text.AsSpan(place, 4))
        {
            if (!char.IsAsciiHexDigit(digit))
                return false;
            code = (char)((code << 4) | (digit <= '9' ? digit - '0' : (digit | ' ') - 'a' + 10));
        }
        return true;
    }

    /// <summary>A number at the place; Unbound when there is none.</summary>
    internal Value ReadNumber(ref int place, Value parseInt, Value parseFloat)
    {
        var start = place;
        var end = place;
        if (end < _text.Length && _text[end] == '-')
            end++;
        if (end >= _text.Length || !char.IsAsciiDigit(_text[end]))
            return Value.Unbound;
        end = _text[end] == '0' ? end + 1 : SkipDigits(end);
        var isFloat = false;
        if (end + 1 < _text.Length && _text[end] == '.' && char.IsAsciiDigit(_text[end + 1]))
        {
            isFloat = true;
            end = SkipDigits(end + 1);
        }
        if (end < _text.Length && _text[end] is 'e' or 'E')
        {
            var digits = end + 1;
            if (digits < _text.Length && _text[digits] is '+' or '-')
                digits++;
            if (digits < _text.Length && char.IsAsciiDigit(_text[digits]))
            {
                isFloat = true;
                end = SkipDigits(digits);
            }
        }
        place = end;
        var text = _text.AsSpan(start, end - start);
        if (isFloat)
        {
            return ReferenceEquals(parseFloat.Ref, PyFloat.TypeObject)
                ? Value.Float(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))
                : thread.Call(parseFloat, Value.Str(text.ToString()));
        }
        if (!ReferenceEquals(parseInt.Ref, PyInt.TypeObject))
            return thread.Call(parseInt, Value.Str(text.ToString()));
        if (text.Length <= MaxQuickDigits)
        {
            var isNegative = text[0] == '-';
            var number = 0L;
            foreach (var digit in isNegative ? text[1..] : text)
                number = (10 * number) + digit - '0';
            return Value.Int(isNegative ? -number : number);
        }
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small))
            return Value.Int(small);
        return thread.Call(PyInt.TypeObject, Value.Str(text.ToString()));
    }

    /// <summary>Raises JSONDecodeError at a UTF-16 place.</summary>
    internal Value Fail(string message, int unit)
    {
        var module = Importing.Import(thread, "json.decoder");
        if (module.IsError)
            return module;
        var type = Attributes.Get(thread, module, ErrorName);
        if (type.IsError)
            return type;
        var made = thread.Call(type, Value.Str(message), source, Value.Int(source.PointOf(unit)));
        return made.Ref is PyException exception ? thread.Raise(exception) : made;
    }

    internal int SkipSpaces(int place)
    {
        while (place < _text.Length && _text[place] is ' ' or '\t' or '\n' or '\r')
            place++;
        return place;
    }

    private int SkipDigits(int place)
    {
        while (place < _text.Length && char.IsAsciiDigit(_text[place]))
            place++;
        return place;
    }
}
