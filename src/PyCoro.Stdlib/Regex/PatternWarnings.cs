using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Regex;

/// <summary>What is doubtful in a pattern or template; issued when it was read, or before the error that ended reading.</summary>
internal sealed class PatternWarnings
{
    private readonly List<(PyType Category, string Text)> _found = [];

    /// <summary>Something will mean another thing one day.</summary>
    internal void AddFuture(string what, int position) => _found.Add((ExceptionTypes.FutureWarning, $"{what} at position {position}"));

    /// <summary>The name is no longer to be used.</summary>
    internal void AddName(string name, bool isText, int position) => _found.Add(
        (ExceptionTypes.DeprecationWarning, $"bad character in group name {(isText ? Reprs.Repr(name) : Reprs.Ascii(name))} at position {position}"));

    /// <summary>Issues them; false when a filter made an exception of one.</summary>
    internal bool TryIssue(VmThread thread)
    {
        foreach (var (category, text) in _found)
        {
            if (thread.Call(RegexState.Of(thread).Warn, Value.Str(text), category).IsError)
                return false;
        }
        _found.Clear();
        return true;
    }
}
