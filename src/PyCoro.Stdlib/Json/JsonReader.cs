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
    private static readonly PyStr ErrorName = PyStr.Constant("JSONDecodeError");

    private readonly string _text = source.Text;

    /// <summary>The string behind the quote at <paramref name="place"/> - 1; <paramref name="place"/> goes behind its end.</summary>
    internal Value ReadString(ref int place)
    {
        var begin = place - 1;
        StringBuilder? built = null;
        var start = place;
        while (true)
        {
            if (place >= _text.Length)
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
                if (place + 5 > _text.Length || !ushort.TryParse(_text.AsSpan(place + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                    return Fail("Invalid \\uXXXX escape", place);
                built.Append((char)code);
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
