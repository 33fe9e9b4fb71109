using PyCoro.Runtime.Strings;

namespace PyCoro.Stdlib.Regex;

internal sealed partial class PatternParser
{
    // After "(". Null for what is no part of the pattern: comments and flags.
    private Node? ReadGroup(int start, bool verbose, int nesting, bool isFirst, ref RegexFlags flags)
    {
        var captures = true;
        var isAtomic = false;
        string? name = null;
        var inner = flags;
        if (_source.Accept('?'))
        {
            var isEscape = _source.IsEscape;
            var escaped = _source.Escaped;
            var letter = _source.Take();
            if (letter == PatternSource.End)
                throw _source.Error("unexpected end of pattern");
            if (isEscape)
                throw _source.Error($"unknown extension ?\\{PatternSource.Text(escaped)}", 3);
            switch (letter)
            {
                case 'P':
                    if (_source.Accept('<'))
                    {
                        name = _source.TakeUntil('>', "group name");
                        _source.CheckName(name, 1);
                        break;
                    }
                    if (_source.Accept('='))
                        return ReadNamedReference(flags);
                    var after = _source.IsEscape ? "\\" + PatternSource.Text(_source.Escaped) : null;
                    var unknown = _source.Take();
                    if (unknown == PatternSource.End)
                        throw _source.Error("unexpected end of pattern");
                    after ??= PatternSource.Text(unknown);
                    throw _source.Error("unknown extension ?P" + after, PatternSource.CodePointCount(after) + 2);
                case ':':
                    captures = false;
                    break;
                case '#':
                    SkipComment(start);
                    return null;
                case '=' or '!' or '<':
                    return ReadAssertion(letter, start, verbose, nesting, flags);
                case '(':
                    return ReadCondition(start, verbose, nesting, flags);
                case '>':
                    captures = false;
                    isAtomic = true;
                    break;
                case '-' or 'a' or 'i' or 'L' or 'm' or 's' or 'u' or 'x' or 't':
                    if (!ReadFlags(letter, out var added, out var removed))
                    {
                        TakeGlobalFlags(start, verbose, nesting, isFirst, added, ref flags);
                        return null;
                    }
                    verbose = (verbose || (added & RegexFlags.Verbose) != 0) && (removed & RegexFlags.Verbose) == 0;
                    if ((added & RegexFlags.Types) != 0)
                        inner &= ~RegexFlags.Types;
                    inner = (inner | added) & ~removed;
                    captures = false;
                    break;
                default:
                    throw _source.Error("unknown extension ?" + PatternSource.Text(letter), 2);
            }
        }
        var group = -1;
        if (captures)
        {
            var length = name is null ? 0 : PatternSource.CodePointCount(name);
            group = Groups.Open(name, message => _source.Error(message, length + 1));
        }
        var body = ReadBranches(verbose, nesting + 1, inner);
        Close(start);
        if (captures)
        {
            Groups.Close(group, body);
            return new CaptureNode(group, body);
        }
        // A group of one repetition may be repeated itself, so it stays a sequence.
        return isAtomic ? new AtomicNode(body) : body;
    }

    private void Close(int start)
    {
        if (!_source.Accept(')'))
            throw _source.Error("missing ), unterminated subpattern", _source.Position - start);
    }

    private ReferenceNode ReadNamedReference(RegexFlags flags)
    {
        var name = _source.TakeUntil(')', "group name");
        _source.CheckName(name, 1);
        var length = PatternSource.CodePointCount(name);
        if (!Groups.TryFind(name, out var group))
            throw _source.Error($"unknown group name {(_source.IsText ? Reprs.Repr(name) : Reprs.Ascii(name))}", length + 1);
        if (!Groups.IsClosed(group))
            throw _source.Error("cannot refer to an open group", length + 1);
        CheckLookbehind(group);
        return new ReferenceNode(group, FoldOf(flags));
    }

    private void SkipComment(int start)
    {
        while (true)
        {
            if (_source.Next == PatternSource.End)
                throw _source.Error("missing ), unterminated comment", _source.Position - start);
            var isEscape = _source.IsEscape;
            if (_source.Take() == ')' && !isEscape)
                return;
        }
    }

    private Node ReadAssertion(int letter, int start, bool verbose, int nesting, RegexFlags flags)
    {
        var isBehind = letter == '<';
        var outer = _lookbehindGroups;
        if (isBehind)
        {
            var escape = _source.IsEscape ? "\\" + PatternSource.Text(_source.Escaped) : null;
            letter = _source.Take();
            if (letter == PatternSource.End)
                throw _source.Error("unexpected end of pattern");
            if (letter is not ('=' or '!'))
            {
                var what = escape ?? PatternSource.Text(letter);
                throw _source.Error("unknown extension ?<" + what, PatternSource.CodePointCount(what) + 2);
            }
            _lookbehindGroups ??= Groups.Next;
        }
        var body = ReadBranches(verbose, nesting + 1, flags);
        _lookbehindGroups = outer;
        Close(start);
        if (letter == '!' && !isBehind && body is SequenceNode { Parts.Count: 0 })
            return new FailureNode();
        return new AssertNode(body, isBehind, letter == '!');
    }

    private Node ReadCondition(int start, bool verbose, int nesting, RegexFlags flags)
    {
        var name = _source.TakeUntil(')', "group name");
        var length = PatternSource.CodePointCount(name);
        int group;
        if (Identifiers.IsIdentifier(name))
        {
            _source.CheckName(name, 1);
            if (!Groups.TryFind(name, out group))
                throw _source.Error($"unknown group name {(_source.IsText ? Reprs.Repr(name) : Reprs.Ascii(name))}", length + 1);
        }
        else
        {
            if (!TryParseNumber(name, out var number))
                throw _source.Error($"bad character in group name {Reprs.Repr(name)}", length + 1);
            if (!name.All(char.IsAsciiDigit))
                _source.Warnings.AddName(name, _source.IsText, _source.Position - length - 1);
            if (number == 0)
                throw _source.Error("bad group number", length + 1);
            if (number >= 1073741823)
                throw _source.Error($"invalid group reference {number}", length + 1);
            group = (int)number;
            if (group >= Groups.Next)
                _conditions.Add((group, _source.Position - length - 1));
        }
        CheckLookbehind(group);
        var yes = ReadSequence(verbose, nesting + 1, false, ref flags);
        SequenceNode? no = null;
        if (_source.Accept('|'))
        {
            no = ReadSequence(verbose, nesting + 1, false, ref flags);
            if (_source.Next == '|')
                throw _source.Error("conditional backref with more than two branches");
        }
        Close(start);
        return new ConditionNode(group, yes, no);
    }

    /// <summary>A number as int() reads it: spaces around it, a sign, underscores and digits of any script.</summary>
    internal static bool TryParseNumber(string name, out long number)
    {
        number = 0;
        if (name.Contains("__", StringComparison.Ordinal) || name.StartsWith('_') || name.EndsWith('_'))
            return false;
        var trimmed = name.Trim().Replace("_", "", StringComparison.Ordinal);
        var digits = trimmed.StartsWith('+') ? trimmed[1..] : trimmed;
        foreach (var digit in digits)
        {
            var value = System.Globalization.CharUnicodeInfo.GetDecimalDigitValue(digit);
            if (value < 0)
                return false;
            number = Math.Min((10 * number) + value, int.MaxValue);
        }
        return digits.Length > 0;
    }

    // Flags in "(?…": true when they hold for a group, false for the whole pattern.
    private bool ReadFlags(int letter, out RegexFlags added, out RegexFlags removed)
    {
        added = 0;
        removed = 0;
        if (letter != '-')
        {
            while (true)
            {
                var flag = FlagOf(letter);
                if (_source.IsText && letter == 'L')
                    throw _source.Error("bad inline flags: cannot use 'L' flag with a str pattern");
                if (!_source.IsText && letter == 'u')
                    throw _source.Error("bad inline flags: cannot use 'u' flag with a bytes pattern");
                added |= flag;
                if ((flag & RegexFlags.Types) != 0 && (added & RegexFlags.Types) != flag)
                    throw _source.Error("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
                letter = TakeFlag("missing -, : or )");
                if (letter is ')' or '-' or ':')
                    break;
                if (FlagOf(letter) == 0)
                    throw _source.Error(IsLetter(letter) ? "unknown flag" : "missing -, : or )", Math.Max(1, Width(letter)));
            }
        }
        if (letter == ')')
        {
            GlobalFlags |= added;
            return false;
        }
        if ((added & RegexFlags.Global) != 0)
            throw _source.Error("bad inline flags: cannot turn on global flag", 1);
        if (letter == '-')
        {
            letter = TakeFlag("missing flag");
            if (FlagOf(letter) == 0)
                throw _source.Error(IsLetter(letter) ? "unknown flag" : "missing flag", Width(letter));
            while (true)
            {
                var flag = FlagOf(letter);
                if ((flag & RegexFlags.Types) != 0)
                    throw _source.Error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
                removed |= flag;
                letter = TakeFlag("missing :");
                if (letter == ':')
                    break;
                if (FlagOf(letter) == 0)
                    throw _source.Error(IsLetter(letter) ? "unknown flag" : "missing :", Width(letter));
            }
        }
        if ((removed & RegexFlags.Global) != 0)
            throw _source.Error("bad inline flags: cannot turn off global flag", 1);
        if ((added & removed) != 0)
            throw _source.Error("bad inline flags: flag turned on and off", 1);
        return true;
    }

    private static int Width(int letter) => letter == '\\' ? 2 : 1;

    private static bool IsLetter(int letter) => CharacterData.IsAlpha(letter);

    private int TakeFlag(string missing)
    {
        var letter = _source.Take();
        return letter == PatternSource.End ? throw _source.Error(missing) : letter;
    }

    private void TakeGlobalFlags(int start, bool verbose, int nesting, bool isFirst, RegexFlags added, ref RegexFlags flags)
    {
        if (!verbose && (added & RegexFlags.Verbose) != 0 && isFirst && nesting == 1)
            throw new VerboseFound();
        if (!isFirst || nesting != 1)
            throw _source.Error("global flags not at the start of the expression", _source.Position - start);
        flags |= added;
        if ((added & RegexFlags.Ascii) != 0)
            flags &= ~RegexFlags.Unicode;
    }

    private static RegexFlags FlagOf(int letter) => letter switch
    {
        'i' => RegexFlags.IgnoreCase,
        'L' => RegexFlags.Locale,
        'm' => RegexFlags.Multiline,
        's' => RegexFlags.DotAll,
        'x' => RegexFlags.Verbose,
        'a' => RegexFlags.Ascii,
        't' => RegexFlags.Template,
        'u' => RegexFlags.Unicode,
        _ => 0,
    };
}
