// The syntax of format strings (library reference: Format String Syntax): literal text and replacement fields. Shared by
// str.format and string.Formatter.

using PyCoro.Runtime.Threads;

namespace PyCoro.Runtime.Strings;

/// <summary>Walks a format string: each step is some literal text and perhaps a field after it.</summary>
internal ref struct FormatParser(ReadOnlySpan<char> format)
{
    private readonly ReadOnlySpan<char> _format = format;
    private int _position;

    /// <summary>Text before the field, braces undoubled.</summary>
    internal ReadOnlySpan<char> Literal { get; private set; }

    /// <summary>Is there a field after the literal?</summary>
    internal bool HasField { get; private set; }

    /// <summary>What stands before <c>!</c> and <c>:</c>.</summary>
    internal ReadOnlySpan<char> FieldName { get; private set; }

    /// <summary>The code point after <c>!</c>, or 0.</summary>
    internal int Conversion { get; private set; }

    /// <summary>What stands after <c>:</c>, with its own fields unexpanded.</summary>
    internal ReadOnlySpan<char> Spec { get; private set; }

    /// <summary>The spec has fields itself.</summary>
    internal bool SpecHasFields { get; private set; }

    /// <summary>The next step; false at the end, or with a ValueError pending.</summary>
    internal bool MoveNext(VmThread thread)
    {
        HasField = SpecHasFields = false;
        Conversion = 0;
        FieldName = Spec = default;
        if (_position >= _format.Length)
            return false;
        var rest = _format[_position..];
        var brace = rest.IndexOfAny('{', '}');
        if (brace < 0)
        {
            Literal = rest;
            _position = _format.Length;
            return true;
        }
        var isDoubled = brace + 1 < rest.Length && rest[brace + 1] == rest[brace];
        if (isDoubled)
        {
            Literal = rest[..(brace + 1)];
            _position += brace + 2;
            return true;
        }
        if (rest[brace] == '}' || brace + 1 == rest.Length)
            return Fail(thread, $"Single '{rest[brace]}' encountered in format string");
        Literal = rest[..brace];
        _position += brace + 1;
        HasField = true;
        return ReadField(thread);
    }

    private bool ReadField(VmThread thread)
    {
        var start = _position;
        var end = '\0';
        while (_position < _format.Length && end == '\0')
        {
            switch (_format[_position++])
            {
                case '{':
                    return Fail(thread, "unexpected '{' in field name");
                case '[':
                    while (_position < _format.Length && _format[_position] != ']')
                        _position++;
                    break;
                case '}' or ':' or '!':
                    end = _format[_position - 1];
                    break;
            }
        }
        if (end == '\0')
            return Fail(thread, "expected '}' before end of string");
        FieldName = _format[start..(_position - 1)];
        if (end == '}')
            return true;
        if (end == '!')
        {
            if (_position >= _format.Length)
                return Fail(thread, "end of string while looking for conversion specifier");
            Conversion = CodePoints.At(_format, _position);
            _position += Conversion > 0xFFFF ? 2 : 1;
            if (_position < _format.Length)
            {
                var after = _format[_position++];
                if (after == '}')
                    return true;
                if (after != ':')
                    return Fail(thread, "expected ':' after conversion specifier");
            }
        }
        return ReadSpec(thread);
    }

    private bool ReadSpec(VmThread thread)
    {
        var start = _position;
        for (var depth = 1; _position < _format.Length;)
        {
            switch (_format[_position++])
            {
                case '{':
                    SpecHasFields = true;
                    depth++;
                    break;
                case '}' when --depth == 0:
                    Spec = _format[start..(_position - 1)];
                    return true;
            }
        }
        return Fail(thread, "unmatched '{' in format spec");
    }

    private static bool Fail(VmThread thread, string message)
    {
        thread.ValueError(message);
        return false;
    }
}

/// <summary>Walks a field name: the first part, then attributes and indices.</summary>
internal ref struct FieldNameParser
{
    private ReadOnlySpan<char> _rest;

    internal FieldNameParser(ReadOnlySpan<char> name)
    {
        var end = name.IndexOfAny('.', '[');
        First = end < 0 ? name : name[..end];
        _rest = end < 0 ? default : name[end..];
    }

    /// <summary>What comes first: a name, a number or nothing.</summary>
    internal ReadOnlySpan<char> First { get; }

    /// <summary>The current part is <c>.name</c>, not <c>[index]</c>.</summary>
    internal bool IsAttribute { get; private set; }

    /// <summary>The current part.</summary>
    internal ReadOnlySpan<char> Part { get; private set; }

    /// <summary>The next part; false at the end, or with a ValueError pending.</summary>
    internal bool MoveNext(VmThread thread)
    {
        if (_rest.Length == 0)
            return false;
        IsAttribute = _rest[0] == '.';
        if (!IsAttribute && _rest[0] != '[')
            return Fail(thread, "Only '.' or '[' may follow ']' in format field specifier");
        _rest = _rest[1..];
        int end;
        if (IsAttribute)
        {
            end = _rest.IndexOfAny('.', '[');
            if (end < 0)
                end = _rest.Length;
        }
        else
        {
            end = _rest.IndexOf(']');
            if (end < 0)
                return Fail(thread, "Missing ']' in format string");
        }
        Part = _rest[..end];
        _rest = _rest[(IsAttribute ? end : end + 1)..];
        return Part.Length > 0 || Fail(thread, "Empty attribute in format string");
    }

    /// <summary>A part as a number: -1 when it is none; false when it has too many digits (ValueError).</summary>
    internal static bool TryNumber(VmThread thread, ReadOnlySpan<char> part, out long number)
    {
        number = -1;
        long sum = 0;
        for (var i = 0; i < part.Length; i++)
        {
            var digit = CharacterData.DecimalValue(CodePoints.At(part, i));
            if (digit < 0)
                return true;
            if (sum > (long.MaxValue - digit) / 10)
                return Fail(thread, "Too many decimal digits in format string");
            sum = sum * 10 + digit;
            if (char.IsHighSurrogate(part[i]))
                i++;
        }
        if (part.Length > 0)
            number = sum;
        return true;
    }

    private static bool Fail(VmThread thread, string message)
    {
        thread.ValueError(message);
        return false;
    }
}
