using PyCoro.Runtime.Strings;
using PyCoro.Syntax.Unicode;

namespace PyCoro.Stdlib.Regex;

internal sealed partial class PatternParser
{
    // Outside of a set.
    private Node ReadEscape(int escaped, RegexFlags flags)
    {
        var isUnicode = (flags & RegexFlags.Unicode) != 0;
        switch (escaped)
        {
            case 'A':
                return new PlaceNode(Place.Beginning);
            case 'Z':
                return new PlaceNode(Place.End);
            case 'b':
                return new PlaceNode(isUnicode ? Place.UnicodeBoundary : Place.AsciiBoundary);
            case 'B':
                return new PlaceNode(isUnicode ? Place.UnicodeNotBoundary : Place.AsciiNotBoundary);
            case 'd' or 'D' or 's' or 'S' or 'w' or 'W':
                return new CharacterNode(
                    CharacterTest.InSet, 0, new CharacterSet([], [new Category((char)escaped, isUnicode)], false, CaseFold.None));
            case '0':
                return Literal(Octal("0" + _source.TakeWhile(2, OctalDigits)), flags);
            case >= '1' and <= '9':
                return ReadNumber(escaped, flags);
        }
        return Literal(ReadCharacterEscape(escaped), flags);
    }

    private Node ReadNumber(int escaped, RegexFlags flags)
    {
        var digits = ((char)escaped).ToString();
        if (_source.Next is >= '0' and <= '9')
        {
            digits += (char)_source.Take();
            if (IsOctal(digits[0]) && IsOctal(digits[1]) && _source.Next > 0 && _source.Next < 0x80 && IsOctal((char)_source.Next))
            {
                digits += (char)_source.Take();
                var code = Octal(digits);
                if (code > 255)
                    throw _source.Error($"octal escape value \\{digits} outside of range 0-0o377", digits.Length + 1);
                return Literal(code, flags);
            }
        }
        var group = int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        if (group >= Groups.Next)
            throw _source.Error($"invalid group reference {group}", digits.Length);
        if (!Groups.IsClosed(group))
            throw _source.Error("cannot refer to an open group", digits.Length + 1);
        CheckLookbehind(group);
        return new ReferenceNode(group, FoldOf(flags));
    }

    private void CheckLookbehind(int group)
    {
        if (_lookbehindGroups is not { } first)
            return;
        if (!Groups.IsClosed(group))
            throw _source.Error("cannot refer to an open group");
        if (group >= first)
            throw _source.Error("cannot refer to group defined in the same lookbehind subpattern");
    }

    private static bool IsOctal(char digit) => digit is >= '0' and <= '7';

    private static int Octal(string digits) => Convert.ToInt32(digits, 8);

    // The escapes that mean a character, inside of a set and outside.
    private int ReadCharacterEscape(int escaped)
    {
        switch (escaped)
        {
            case 'a':
                return '\a';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'v':
                return '\v';
            case '\\':
                return '\\';
            case 'x':
                return ReadHex('x', 2);
            case 'u' when _source.IsText:
                return ReadHex('u', 4);
            case 'U' when _source.IsText:
                return ReadHex('U', 8);
            case 'N' when _source.IsText:
                return ReadNamed();
        }
        if (escaped < 0x80 && char.IsAsciiLetter((char)escaped))
            throw _source.Error($"bad escape \\{(char)escaped}", 2);
        return escaped;
    }

    private int ReadHex(char letter, int count)
    {
        var digits = _source.TakeWhile(count, HexDigits);
        if (digits.Length != count)
            throw _source.Error($"incomplete escape \\{letter}{digits}", digits.Length + 2);
        var point = Convert.ToUInt32(digits, 16);
        return point <= 0x10FFFF ? (int)point : throw _source.Error($"bad escape \\{letter}{digits}", digits.Length + 2);
    }

    private int ReadNamed()
    {
        if (!_source.Accept('{'))
            throw _source.Error("missing {");
        var name = _source.TakeUntil('}', "character name");
        return CharacterNames.Lookup(name) is var point and >= 0
            ? point
            : throw _source.Error($"undefined character name {Reprs.Repr(name)}", name.Length + @"\N{}".Length);
    }

    private Node ReadSet(int start, RegexFlags flags)
    {
        var ranges = new List<(int First, int Last)>();
        var categories = new List<Category>();
        var isNegative = false;
        if (_source.Next == '[')
            _source.Warnings.AddFuture("Possible nested set", _source.Position);
        if (_source.Accept('^'))
            isNegative = true;
        var isFirst = true;
        while (true)
        {
            var here = _source.Position;
            if (_source.Next == PatternSource.End)
                throw _source.Error("unterminated character set", _source.Position - start);
            if (!_source.IsEscape && _source.Next == ']' && !isFirst)
            {
                _source.Take();
                break;
            }
            var first = ReadSetItem(flags, out var category, out var isEscape, out var text);
            if (!isEscape && !isFirst)
                WarnOfSetOperators(first, here);
            isFirst = false;
            if (!_source.Accept('-'))
            {
                Add(ranges, categories, first, category);
                continue;
            }
            if (_source.Next == PatternSource.End)
                throw _source.Error("unterminated character set", _source.Position - start);
            if (!_source.IsEscape && _source.Next == ']')
            {
                _source.Take();
                Add(ranges, categories, first, category);
                ranges.Add(('-', '-'));
                break;
            }
            if (!_source.IsEscape && _source.Next == '-')
                _source.Warnings.AddFuture("Possible set difference", here + text.Length);
            var last = ReadSetItem(flags, out var lastCategory, out _, out var lastText);
            if (category is not null || lastCategory is not null || last < first)
            {
                var what = $"{text}-{lastText}";
                throw _source.Error($"bad character range {what}", PatternSource.CodePointCount(what));
            }
            ranges.Add((first, last));
        }
        return MakeSet(ranges, categories, isNegative, flags);
    }

    private static Node MakeSet(List<(int First, int Last)> ranges, List<Category> categories, bool isNegative, RegexFlags flags)
    {
        if (categories.Count == 0 && ranges.Count == 1 && ranges[0].First == ranges[0].Last)
            return Literal(ranges[0].First, flags, isNegative);
        return new CharacterNode(CharacterTest.InSet, 0, new CharacterSet(ranges, categories, isNegative, FoldOf(flags)));
    }

    private static void Add(List<(int First, int Last)> ranges, List<Category> categories, int character, Category? category)
    {
        if (category is { } known)
            categories.Add(known);
        else
            ranges.Add((character, character));
    }

    // A character or a category, and how it is written.
    private int ReadSetItem(RegexFlags flags, out Category? category, out bool isEscape, out string text)
    {
        category = null;
        isEscape = _source.IsEscape;
        var start = _source.Position;
        var escaped = _source.Escaped;
        var token = _source.Take();
        if (!isEscape)
        {
            text = PatternSource.Text(token);
            return token;
        }
        text = "\\" + PatternSource.Text(escaped);
        if (escaped is 'd' or 'D' or 's' or 'S' or 'w' or 'W')
        {
            category = new Category((char)escaped, (flags & RegexFlags.Unicode) != 0);
            return 0;
        }
        if (escaped == 'b')
            return '\b';
        int character;
        if (escaped < 0x80 && IsOctal((char)escaped))
        {
            var digits = (char)escaped + _source.TakeWhile(2, OctalDigits);
            character = Octal(digits);
            if (character > 255)
                throw _source.Error($"octal escape value \\{digits} outside of range 0-0o377", digits.Length + 1);
        }
        else if (escaped < 0x80 && char.IsAsciiDigit((char)escaped))
        {
            throw _source.Error($"bad escape \\{(char)escaped}", 2);
        }
        else
        {
            character = ReadCharacterEscape(escaped);
        }
        text = string.Concat(_points[start.._source.Position].Select(PatternSource.Text));
        return character;
    }

    private void WarnOfSetOperators(int character, int here)
    {
        if (character is not ('-' or '&' or '~' or '|') || _source.Next != character)
            return;
        var what = character switch
        {
            '-' => "difference",
            '&' => "intersection",
            '~' => "symmetric difference",
            _ => "union",
        };
        _source.Warnings.AddFuture($"Possible set {what}", here);
    }
}
