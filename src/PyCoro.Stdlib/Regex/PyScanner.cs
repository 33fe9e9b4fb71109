// One match after the other in a string: pattern.scanner() and the iterator of finditer().

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Regex;

/// <summary>Goes on behind each match.</summary>
[PyType("SRE_Scanner", Module = "_sre")]
internal sealed partial class PyScanner : PyObject
{
    private readonly Subject _subject;
    private readonly Matcher _matcher;
    private int _next;
    private bool _mustAdvance;
    private bool _isFinished;

    internal PyScanner(PyPattern pattern, Subject subject, VmThread thread) : base(TypeObject.RootShape)
    {
        Pattern = pattern;
        _subject = subject;
        _matcher = subject.NewMatcher(pattern.Program, thread);
        _next = subject.Start;
        _isFinished = subject.IsInverted;
    }

    [PyGetter("pattern", Member = true)]
    internal PyPattern Pattern { get; }

    [PyMethod("match")]
    internal Value Match() => Step(isSearch: false);

    [PyMethod("search")]
    internal Value Search() => Step(isSearch: true);

    private Value Step(bool isSearch)
    {
        if (_isFinished)
            return Value.None;
        var found = isSearch ? _matcher.Search(_next, _mustAdvance) : _matcher.MatchAt(_next, MatchMode.Prefix, _mustAdvance);
        if (!found)
        {
            _isFinished = true;
            return _matcher.IsInterrupted ? Value.Error : Value.None;
        }
        _next = _matcher.MatchEnd;
        _mustAdvance = _matcher.MatchEnd == _matcher.Start;
        return new PyMatch(Pattern, _subject, _matcher);
    }
}

/// <summary>The iterator of finditer().</summary>
[PyType("callable_iterator")]
internal sealed partial class PyMatchIterator : PyIterator
{
    private readonly PyScanner _scanner;

    internal PyMatchIterator(PyScanner scanner) : base(TypeObject.RootShape) => _scanner = scanner;

    internal override Value Next(VmThread thread)
    {
        var match = _scanner.Search();
        return match.IsNone ? Value.Unbound : match;
    }
}
