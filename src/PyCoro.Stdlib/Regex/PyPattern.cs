// Compiled patterns: the searches. What replaces is in PyPattern.Replacing.cs.

using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Regex;

/// <summary>Compiled regular expression object.</summary>
[PyType("Pattern", Module = "re")]
internal sealed partial class PyPattern : PyObject
{
    private const string Range = "string, pos=0, endpos=9223372036854775807";

    private static readonly (RegexFlags Flag, string Name)[] FlagNames =
    [
        (RegexFlags.Template, "re.TEMPLATE"), (RegexFlags.IgnoreCase, "re.IGNORECASE"), (RegexFlags.Locale, "re.LOCALE"),
        (RegexFlags.Multiline, "re.MULTILINE"), (RegexFlags.DotAll, "re.DOTALL"), (RegexFlags.Unicode, "re.UNICODE"),
        (RegexFlags.Verbose, "re.VERBOSE"), (RegexFlags.Debug, "re.DEBUG"), (RegexFlags.Ascii, "re.ASCII"),
    ];

    private readonly GroupTable _groups;
    private readonly RegexFlags _flags;
    private readonly PyDict _groupIndex = new();

    private PyPattern(Value source, bool? isText, ParsedPattern parsed) : base(TypeObject.RootShape)
    {
        Source = source;
        IsText = isText;
        _flags = parsed.Flags;
        _groups = parsed.Groups;
        Program = RegexProgram.Make(parsed);
        foreach (var (name, group) in parsed.Groups.Named)
            _groupIndex.SetStr(PyStr.Of(name), Value.Int(group));
    }

    /// <summary>The pattern string.</summary>
    [PyGetter("pattern", Member = true)]
    internal Value Source { get; }

    /// <summary>Of str, of bytes, or (null) of either.</summary>
    internal bool? IsText { get; }

    internal RegexProgram Program { get; }

    /// <summary>The regex matching flags.</summary>
    [PyGetter("flags", Member = true)]
    internal int Flags => (int)_flags;

    /// <summary>The number of capturing groups in the pattern.</summary>
    [PyGetter("groups", Member = true)]
    internal int GroupCount => Program.Groups;

    /// <summary>A dictionary mapping group names to group numbers.</summary>
    [PyGetter("groupindex")]
    internal Value GroupIndex => new PyMappingProxy(_groupIndex);

    internal IReadOnlyList<(string Name, int Group)> Names => _groups.Named;

    internal static Value Compile(VmThread thread, Value source, RegexFlags flags)
    {
        int[] points;
        if (source.Ref is PyStr text)
            points = Subject.PointsOf(text);
        else if (PyCoro.Runtime.Strings.Buffers.TryRead(source, out var bytes))
            points = Array.ConvertAll(bytes.ToArray(), static unit => (int)unit);
        else
            return thread.TypeError("first argument must be string or compiled pattern");
        var warnings = new PatternWarnings();
        try
        {
            var parsed = PatternParser.Parse(points, source.Ref is PyStr, flags, warnings);
            if (!warnings.TryIssue(thread))
                return Value.Error;
            return new PyPattern(source, source.Ref is PyStr, parsed);
        }
        catch (RegexError error)
        {
            return warnings.TryIssue(thread) ? RegexState.Raise(thread, error, source) : Value.Error;
        }
    }

    internal bool TryFindGroup(string name, out int group) => _groups.TryFind(name, out group);

    /// <summary>Matches zero or more characters at the beginning of the string.</summary>
    [PyMethod("match", Signature = Range)]
    internal Value Match(VmThread thread, Value @string, long pos, long endpos) => MatchOnce(thread, @string, pos, endpos, MatchMode.Prefix);

    /// <summary>Matches against all of the string.</summary>
    [PyMethod("fullmatch", Signature = Range)]
    internal Value FullMatch(VmThread thread, Value @string, long pos, long endpos) => MatchOnce(thread, @string, pos, endpos, MatchMode.Full);

    /// <summary>Scan through string looking for a match, and return a corresponding match object instance.
    ///
    /// Return None if no position in the string matches.</summary>
    [PyMethod("search", Signature = Range)]
    internal Value Search(VmThread thread, Value @string, long pos, long endpos)
    {
        if (Subject.Make(thread, this, @string, pos, endpos) is not { } subject)
            return Value.Error;
        if (subject.IsInverted)
            return Value.None;
        var matcher = subject.NewMatcher(Program, thread);
        return matcher.Search(subject.Start, false) ? new PyMatch(this, subject, matcher) : Missed(matcher);
    }

    /// <summary>Return a list of all non-overlapping matches of pattern in string.</summary>
    [PyMethod("findall", Signature = Range)]
    internal Value FindAll(VmThread thread, Value @string, long pos, long endpos)
    {
        if (Subject.Make(thread, this, @string, pos, endpos) is not { } subject)
            return Value.Error;
        var found = new PyList();
        if (subject.IsInverted)
            return found;
        var matcher = subject.NewMatcher(Program, thread);
        var start = subject.Start;
        var mustAdvance = false;
        while (matcher.Search(start, mustAdvance))
        {
            found.Append(GroupCount switch
            {
                0 => subject.Part(matcher.Start, matcher.MatchEnd),
                1 => Group(subject, matcher, 1),
                _ => AllGroups(subject, matcher),
            });
            start = matcher.MatchEnd;
            mustAdvance = matcher.MatchEnd == matcher.Start;
        }
        return matcher.IsInterrupted ? Value.Error : found;
    }

    /// <summary>Return an iterator over all non-overlapping matches for the RE pattern in string.
    ///
    /// For each match, the iterator returns a match object.</summary>
    [PyMethod("finditer", Signature = Range)]
    internal Value FindIterator(VmThread thread, Value @string, long pos, long endpos) =>
        Subject.Make(thread, this, @string, pos, endpos) is { } subject
            ? new PyMatchIterator(new PyScanner(this, subject, thread))
            : Value.Error;

    [PyMethod("scanner", Signature = Range)]
    internal Value Scanner(VmThread thread, Value @string, long pos, long endpos) =>
        Subject.Make(thread, this, @string, pos, endpos) is { } subject ? new PyScanner(this, subject, thread) : Value.Error;

    /// <summary>Split string by the occurrences of pattern.</summary>
    [PyMethod("split", Signature = "string, maxsplit=0")]
    internal Value Split(VmThread thread, Value @string, long maxsplit)
    {
        if (Subject.Make(thread, this, @string, 0, long.MaxValue) is not { } subject)
            return Value.Error;
        var parts = new PyList();
        var matcher = subject.NewMatcher(Program, thread);
        var start = 0;
        var last = 0;
        var mustAdvance = false;
        for (long n = 0; (maxsplit == 0 || n < maxsplit) && matcher.Search(start, mustAdvance); n++)
        {
            parts.Append(subject.Part(last, matcher.Start));
            for (var group = 1; group <= GroupCount; group++)
                parts.Append(Group(subject, matcher, group, Value.None));
            start = last = matcher.MatchEnd;
            mustAdvance = matcher.MatchEnd == matcher.Start;
        }
        if (matcher.IsInterrupted)
            return Value.Error;
        parts.Append(subject.Part(last, subject.End));
        return parts;
    }

    [PyMethod("__copy__")]
    internal Value Copy() => this;

    [PyMethod("__deepcopy__")]
    internal Value DeepCopy(Value memo) => this;

    [PyMethod("__reduce_ex__")]
    internal Value Reduce(VmThread thread, Value protocol)
    {
        var module = PyCoro.Runtime.Modules.Importing.Import(thread, "re");
        if (module.IsError)
            return module;
        var compile = Attributes.Get(thread, module, PyStr.Constant("_compile"));
        return compile.IsError ? compile : PyTuple.Of(compile, PyTuple.Of(Source, Value.Int(Flags)));
    }

    /// <summary>See PEP 585</summary>
    [PyClassMethod("__class_getitem__")]
    internal static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);

    [PyMethod("__hash__")]
    internal Value Hash(VmThread thread) =>
        Hashing.TryHash(thread, Source, out var hash) ? Value.Int(hash * 31 ^ Flags) : Value.Error;

    [PyMethod("__eq__")]
    internal Value Equal(VmThread thread, Value value)
    {
        if (value.Ref is not PyPattern other)
            return Value.NotImplemented;
        if (ReferenceEquals(this, other))
            return Value.True;
        if (_flags != other._flags || IsText != other.IsText)
            return Value.False;
        return Comparison.TryEquals(thread, Source, other.Source, out var equal) ? Value.Bool(equal) : Value.Error;
    }

    [PyMethod("__repr__")]
    internal Value Repr(VmThread thread)
    {
        var flags = IsText == true && (_flags & RegexFlags.Types) == RegexFlags.Unicode ? _flags & ~RegexFlags.Unicode : _flags;
        if (Texts.Repr(thread, Source) is not { } source)
            return Value.Error;
        var text = new StringBuilder("re.compile(").Append(source.Text.Length > 200 ? source.Text[..200] : source.Text);
        var separator = ", ";
        foreach (var (flag, name) in FlagNames)
        {
            if ((flags & flag) == 0)
                continue;
            text.Append(separator).Append(name);
            separator = "|";
            flags &= ~flag;
        }
        if (flags != 0)
            text.Append(separator).Append("0x").Append(((int)flags).ToString("x", System.Globalization.CultureInfo.InvariantCulture));
        return Value.Str(text.Append(')').ToString());
    }

    private static Value Missed(Matcher matcher) => matcher.IsInterrupted ? Value.Error : Value.None;

    private Value MatchOnce(VmThread thread, Value source, long pos, long endpos, MatchMode mode)
    {
        if (Subject.Make(thread, this, source, pos, endpos) is not { } subject)
            return Value.Error;
        if (subject.IsInverted)
            return Value.None;
        var matcher = subject.NewMatcher(Program, thread);
        return matcher.MatchAt(subject.Start, mode) ? new PyMatch(this, subject, matcher) : Missed(matcher);
    }

    private PyTuple AllGroups(Subject subject, Matcher matcher)
    {
        var items = new Value[GroupCount];
        for (var i = 0; i < items.Length; i++)
            items[i] = Group(subject, matcher, i + 1);
        return new PyTuple(items);
    }

    private static Value Group(Subject subject, Matcher matcher, int group) => Group(subject, matcher, group, subject.Part(0, 0));

    private static Value Group(Subject subject, Matcher matcher, int group, Value missing)
    {
        var start = matcher.Marks[2 * group - 2];
        var end = matcher.Marks[2 * group - 1];
        return start < 0 || end < start ? missing : subject.Part(start, end);
    }
}
