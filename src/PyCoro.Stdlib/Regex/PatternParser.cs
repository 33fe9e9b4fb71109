// Python's pattern syntax (library reference: re, Regular Expression Syntax), with the mistakes and the places of mistakes
// that CPython reports. Escapes and sets are in PatternParser.Characters.cs, what starts with "(?" in PatternParser.Groups.cs.

namespace PyCoro.Stdlib.Regex;

/// <summary>Makes nodes of a pattern.</summary>
internal sealed partial class PatternParser
{
    private const string Digits = "0123456789";
    private const string OctalDigits = "01234567";
    private const string HexDigits = "0123456789abcdefABCDEF";

    private readonly int[] _points;
    private readonly PatternSource _source;
    private readonly List<(int Group, int Position)> _conditions = [];

    // Groups from this number on were opened inside the lookbehind that is being read.
    private int? _lookbehindGroups;
    private int _depth;

    private PatternParser(int[] points, bool isText, RegexFlags flags, PatternWarnings warnings)
    {
        _points = points;
        GlobalFlags = flags;
        _source = new PatternSource(points, isText, warnings);
    }

    private GroupTable Groups { get; } = new();

    /// <summary>Flags of the whole pattern, those inside it included.</summary>
    private RegexFlags GlobalFlags { get; set; }

    /// <summary>Reads a pattern; <see cref="RegexError"/> when it is none.</summary>
    internal static ParsedPattern Parse(int[] points, bool isText, RegexFlags flags, PatternWarnings warnings)
    {
        var parser = new PatternParser(points, isText, flags, warnings);
        Node body;
        try
        {
            body = parser.ReadBranches((flags & RegexFlags.Verbose) != 0, 0, parser.Initial);
        }
        catch (VerboseFound)
        {
            parser = new PatternParser(points, isText, parser.GlobalFlags | RegexFlags.Verbose, warnings);
            body = parser.ReadBranches(true, 0, parser.Initial);
        }
        parser.FixFlags();
        if (parser._source.Next != PatternSource.End)
            throw parser._source.Error("unbalanced parenthesis");
        foreach (var (group, position) in parser._conditions)
        {
            if (group >= parser.Groups.Next)
                throw new RegexError($"invalid group reference {group}", position);
        }
        return new ParsedPattern(body, parser.GlobalFlags, parser.Groups);
    }

    private RegexFlags Initial => GlobalFlags | (_source.IsText && (GlobalFlags & RegexFlags.Ascii) == 0 ? RegexFlags.Unicode : 0);

    private void FixFlags()
    {
        if (_source.IsText)
        {
            if ((GlobalFlags & RegexFlags.Locale) != 0)
                throw new RegexError("cannot use LOCALE flag with a str pattern") { Kind = "ValueError" };
            if ((GlobalFlags & RegexFlags.Ascii) == 0)
                GlobalFlags |= RegexFlags.Unicode;
            else if ((GlobalFlags & RegexFlags.Unicode) != 0)
                throw new RegexError("ASCII and UNICODE flags are incompatible") { Kind = "ValueError" };
            return;
        }
        if ((GlobalFlags & RegexFlags.Unicode) != 0)
            throw new RegexError("cannot use UNICODE flag with a bytes pattern") { Kind = "ValueError" };
        if ((GlobalFlags & RegexFlags.Locale) != 0 && (GlobalFlags & RegexFlags.Ascii) != 0)
            throw new RegexError("ASCII and LOCALE flags are incompatible") { Kind = "ValueError" };
    }

    private Node ReadBranches(bool verbose, int nesting, RegexFlags flags)
    {
        if (++_depth > 400)
            throw new RegexError("maximum recursion depth exceeded during compilation") { Kind = "RecursionError" };
        var branches = new List<Node>();
        do
            branches.Add(ReadSequence(verbose, nesting + 1, nesting == 0 && branches.Count == 0, ref flags));
        while (_source.Accept('|'));
        _depth--;
        return branches.Count == 1 ? branches[0] : new BranchNode(branches);
    }

    // Global flags at the beginning hold for the branches behind, so flags are handed on.
    private SequenceNode ReadSequence(bool verbose, int nesting, bool isFirst, ref RegexFlags flags)
    {
        var parts = new List<Node>();
        while (_source.Next is not (PatternSource.End or '|' or ')'))
        {
            var isEscape = _source.IsEscape;
            var start = _source.Position;
            var escaped = _source.Escaped;
            var token = _source.Take();
            if (isEscape)
            {
                parts.Add(ReadEscape(escaped, flags));
                continue;
            }
            if (verbose && IsIgnored(token))
                continue;
            switch (token)
            {
                case '[':
                    parts.Add(ReadSet(start, flags));
                    break;
                case '*' or '+' or '?' or '{':
                    ReadRepeat(token, start, parts, flags);
                    break;
                case '.':
                    parts.Add(new CharacterNode((flags & RegexFlags.DotAll) != 0 ? CharacterTest.Any : CharacterTest.NotLineFeed));
                    break;
                case '(':
                    if (ReadGroup(start, verbose, nesting, isFirst && parts.Count == 0, ref flags) is { } group)
                        parts.Add(group);
                    break;
                case '^':
                    parts.Add(new PlaceNode((flags & RegexFlags.Multiline) != 0 ? Place.BeginningOfLine : Place.Beginning));
                    break;
                case '$':
                    parts.Add(new PlaceNode((flags & RegexFlags.Multiline) != 0 ? Place.EndOfLine : Place.EndOrLastLineFeed));
                    break;
                default:
                    parts.Add(Literal(token, flags));
                    break;
            }
        }
        return new SequenceNode(parts);
    }

    private bool IsIgnored(int token)
    {
        if (token is ' ' or '\t' or '\n' or '\r' or '\v' or '\f')
            return true;
        if (token != '#')
            return false;
        while (_source.Next != PatternSource.End)
        {
            var isEscape = _source.IsEscape;
            if (_source.Take() == '\n' && !isEscape)
                break;
        }
        return true;
    }

    private void ReadRepeat(int token, int start, List<Node> parts, RegexFlags flags)
    {
        var least = token == '+' ? 1 : 0;
        var most = token == '?' ? 1 : Node.Unlimited;
        if (token == '{' && !TryReadBounds(parts, start, flags, out least, out most))
            return;
        var item = parts.Count > 0 ? parts[^1] : null;
        if (item is null or PlaceNode)
            throw _source.Error("nothing to repeat", _source.Position - start);
        if (item is RepeatNode)
            throw _source.Error("multiple repeat", _source.Position - start);
        var greed = _source.Accept('?') ? Greed.Lazy : _source.Accept('+') ? Greed.Possessive : Greed.Greedy;
        parts[^1] = new RepeatNode(item, least, most, greed);
    }

    private bool TryReadBounds(List<Node> parts, int start, RegexFlags flags, out int least, out int most)
    {
        least = 0;
        most = Node.Unlimited;
        if (_source.Next == '}')
        {
            parts.Add(Literal('{', flags));
            return false;
        }
        var taken = new List<int>();
        var low = TakeDigits(taken);
        var high = low;
        if (_source.Accept(','))
        {
            taken.Add(',');
            high = TakeDigits(taken);
        }
        if (!_source.Accept('}'))
        {
            // Not a repetition: the brace is a character, and so is what follows.
            parts.Add(Literal('{', flags));
            foreach (var character in taken)
                parts.Add(Literal(character, flags));
            return false;
        }
        if (low.Length > 0)
            least = Bound(low);
        if (high.Length > 0)
        {
            most = Bound(high);
            if (most < least)
                throw _source.Error("min repeat greater than max repeat", _source.Position - start - 1);
        }
        return true;
    }

    private string TakeDigits(List<int> taken)
    {
        var digits = new System.Text.StringBuilder();
        while (_source.Next is >= '0' and <= '9')
        {
            taken.Add(_source.Next);
            digits.Append((char)_source.Take());
        }
        return digits.ToString();
    }

    private static int Bound(string digits) =>
        ulong.TryParse(digits, out var number) && number < uint.MaxValue
            ? (int)Math.Min(number, Node.Unlimited - 1)
            : throw new RegexError("the repetition number is too large") { Kind = "OverflowError" };

    private static CaseFold FoldOf(RegexFlags flags) => (flags & RegexFlags.IgnoreCase) == 0
        ? CaseFold.None
        : (flags & RegexFlags.Unicode) != 0 ? CaseFold.Unicode : CaseFold.Ascii;

    private static CharacterNode Literal(int character, RegexFlags flags, bool isNegative = false)
    {
        var fold = FoldOf(flags);
        return CaseFolding.HasCase(character, fold)
            ? new CharacterNode(CharacterTest.InSet, character, new CharacterSet([(character, character)], [], isNegative, fold))
            : new CharacterNode(isNegative ? CharacterTest.NotEqual : CharacterTest.Equal, character);
    }

    private sealed class VerboseFound : Exception;
}

/// <summary>A pattern that was read.</summary>
internal sealed record ParsedPattern(Node Body, RegexFlags Flags, GroupTable Groups);
