// What a search found.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Regex;

/// <summary>The result of re.match() and re.search().
/// Match objects always have a boolean value of True.</summary>
[PyType("Match", Module = "re")]
internal sealed partial class PyMatch : PyObject
{
    private readonly Subject _subject;
    private readonly int _start;
    private readonly int _end;
    private readonly int[] _marks;
    private readonly int _lastGroup;

    internal PyMatch(PyPattern pattern, Subject subject, Matcher matcher) : base(TypeObject.RootShape)
    {
        Pattern = pattern;
        _subject = subject;
        _start = matcher.Start;
        _end = matcher.MatchEnd;
        _marks = matcher.Marks.Length == 0 ? [] : (int[])matcher.Marks.Clone();
        _lastGroup = matcher.LastGroup;
    }

    /// <summary>The regular expression object.</summary>
    [PyGetter("re", Member = true)]
    internal PyPattern Pattern { get; }

    /// <summary>The string passed to match() or search().</summary>
    [PyGetter("string", Member = true)]
    internal Value String => _subject.Source;

    /// <summary>The index into the string at which the RE engine started looking for a match.</summary>
    [PyGetter("pos", Member = true)]
    internal int Position => _subject.Start;

    /// <summary>The index into the string beyond which the RE engine will not go.</summary>
    [PyGetter("endpos", Member = true)]
    internal int EndPosition => _subject.End;

    /// <summary>The integer index of the last matched capturing group.</summary>
    [PyGetter("lastindex")]
    internal Value LastIndex => _lastGroup == 0 ? Value.None : Value.Int(_lastGroup);

    /// <summary>The name of the last matched capturing group.</summary>
    [PyGetter("lastgroup")]
    internal Value LastGroup
    {
        get
        {
            foreach (var (name, group) in Pattern.Names)
            {
                if (group == _lastGroup)
                    return Value.Str(name);
            }
            return Value.None;
        }
    }

    [PyGetter("regs")]
    internal Value Registers
    {
        get
        {
            var spans = new Value[Pattern.GroupCount + 1];
            for (var i = 0; i < spans.Length; i++)
                spans[i] = SpanOf(i);
            return new PyTuple(spans);
        }
    }

    /// <summary>group([group1, ...]) -> str or tuple.
    /// Return subgroup(s) of the match by indices or names.
    /// For 0 returns the entire match.</summary>
    [PyMethod("group")]
    internal Value Group(VmThread thread, ReadOnlySpan<Value> groups)
    {
        if (groups.Length == 0)
            return Text(0, Value.None);
        if (groups.Length == 1)
            return GetItem(thread, groups[0]);
        var items = new Value[groups.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = GetItem(thread, groups[i]);
            if (items[i].IsError)
                return items[i];
        }
        return new PyTuple(items);
    }

    /// <summary>Return self[key].</summary>
    [PyMethod("__getitem__")]
    internal Value GetItem(VmThread thread, Value key) =>
        TryIndex(thread, key, out var group) ? Text(group, Value.None) : Value.Error;

    /// <summary>Return a tuple containing all the subgroups of the match, from 1.</summary>
    [PyMethod("groups", Signature = "default=None")]
    internal Value Groups(Value @default)
    {
        var missing = @default.IsUnbound ? Value.None : @default;
        var items = new Value[Pattern.GroupCount];
        for (var i = 0; i < items.Length; i++)
            items[i] = Text(i + 1, missing);
        return new PyTuple(items);
    }

    /// <summary>Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.</summary>
    [PyMethod("groupdict", Signature = "default=None")]
    internal Value GroupDict(Value @default)
    {
        var missing = @default.IsUnbound ? Value.None : @default;
        var dict = new PyDict();
        foreach (var (name, group) in Pattern.Names)
            dict.SetStr(PyStr.Of(name), Text(group, missing));
        return dict;
    }

    /// <summary>Return index of the start of the substring matched by group.</summary>
    [PyMethod("start", Signature = "group=0, /")]
    internal Value Start(VmThread thread, Value group) =>
        TryIndex(thread, group, out var index) ? Value.Int(StartOf(index)) : Value.Error;

    /// <summary>Return index of the end of the substring matched by group.</summary>
    [PyMethod("end", Signature = "group=0, /")]
    internal Value End(VmThread thread, Value group) =>
        TryIndex(thread, group, out var index) ? Value.Int(EndOf(index)) : Value.Error;

    /// <summary>For match object m, return the 2-tuple (m.start(group), m.end(group)).</summary>
    [PyMethod("span", Signature = "group=0, /")]
    internal Value Span(VmThread thread, Value group) => TryIndex(thread, group, out var index) ? SpanOf(index) : Value.Error;

    /// <summary>Return the string obtained by doing backslash substitution on the string template, as done by the sub() method.</summary>
    [PyMethod("expand", Signature = "template")]
    internal Value Expand(VmThread thread, Value template)
    {
        if (Pattern.TemplateOf(thread, template) is not { } read)
            return Value.Error;
        var parts = new PyList();
        read.Append(parts, _subject, _start, _end, _marks);
        return PyPattern.Join(thread, template.Ref is PyStr, parts);
    }

    [PyMethod("__copy__")]
    internal Value Copy() => this;

    [PyMethod("__deepcopy__")]
    internal Value DeepCopy(Value memo) => this;

    /// <summary>See PEP 585</summary>
    [PyClassMethod("__class_getitem__")]
    internal static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);

    [PyMethod("__repr__")]
    internal Value Repr(VmThread thread)
    {
        if (Texts.Repr(thread, Text(0, Value.None)) is not { } text)
            return Value.Error;
        var shown = text.Text.Length > 50 ? text.Text[..50] : text.Text;
        return Value.Str($"<re.Match object; span=({_start}, {_end}), match={shown}>");
    }

    private int StartOf(int group) => group == 0 ? _start : HasMatched(group) ? _marks[2 * group - 2] : -1;

    private int EndOf(int group) => group == 0 ? _end : HasMatched(group) ? _marks[2 * group - 1] : -1;

    private bool HasMatched(int group) => _marks[2 * group - 2] is var start and >= 0 && _marks[2 * group - 1] >= start;

    private Value SpanOf(int group) => PyTuple.Of(Value.Int(StartOf(group)), Value.Int(EndOf(group)));

    private Value Text(int group, Value missing) => StartOf(group) is var start and >= 0 ? _subject.Part(start, EndOf(group)) : missing;

    private bool TryIndex(VmThread thread, Value key, out int group)
    {
        group = 0;
        if (key.IsUnbound)
            return true;
        if (key.IsSmallInt || key.Type.Has(Special.Index))
        {
            if (!Conversions.TryIndexClamped(thread, key, out var index))
                return false;
            if (index >= 0 && index <= Pattern.GroupCount)
            {
                group = (int)index;
                return true;
            }
        }
        else if (key.Ref is PyStr name && Pattern.TryFindGroup(name.Text, out group))
        {
            return true;
        }
        thread.IndexError("no such group");
        return false;
    }
}
