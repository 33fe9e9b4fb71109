using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Regex;

internal sealed partial class PyPattern
{
    private static readonly PyStr JoinName = PyStr.Constant("join");

    // The template used last, because a program mostly uses the same one again.
    private (PyObject Source, ReplacementTemplate Template)? _lastTemplate;

    /// <summary>Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl.</summary>
    [PyMethod("sub", Signature = "repl, string, count=0")]
    internal Value Substitute(VmThread thread, Value repl, Value @string, long count) => Replace(thread, repl, @string, count, out _);

    /// <summary>Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences of pattern with the replacement repl.</summary>
    [PyMethod("subn", Signature = "repl, string, count=0")]
    internal Value SubstituteAndCount(VmThread thread, Value repl, Value @string, long count)
    {
        var result = Replace(thread, repl, @string, count, out var made);
        return result.IsError ? result : PyTuple.Of(result, Value.Int(made));
    }

    /// <summary>A template read, with the one read last remembered; null when it is wrong.</summary>
    internal ReplacementTemplate? TemplateOf(VmThread thread, Value source)
    {
        if (_lastTemplate is { } last && ReferenceEquals(last.Source, source.Ref))
            return last.Template;
        var template = ReplacementTemplate.Read(thread, this, source);
        if (template is not null && source.Ref is PyStr or PyBytes)
            _lastTemplate = (source.Ref!, template);
        return template;
    }

    private Value Replace(VmThread thread, Value replacement, Value source, long count, out long made)
    {
        made = 0;
        var isFunction = replacement.Type.Has(Special.Call);
        ReplacementTemplate? template = null;
        if (!isFunction)
        {
            template = TemplateOf(thread, replacement);
            if (template is null)
                return Value.Error;
        }
        if (Subject.Make(thread, this, source, 0, long.MaxValue) is not { } subject)
            return Value.Error;
        var parts = new PyList();
        var matcher = subject.NewMatcher(Program, thread);
        var start = 0;
        var last = 0;
        var mustAdvance = false;
        while ((count == 0 || made < count) && matcher.Search(start, mustAdvance))
        {
            if (last < matcher.Start)
                parts.Append(subject.Part(last, matcher.Start));
            start = last = matcher.MatchEnd;
            mustAdvance = matcher.MatchEnd == matcher.Start;
            made++;
            if (template is not null)
            {
                template.Append(parts, subject, matcher.Start, matcher.MatchEnd, matcher.Marks);
                continue;
            }
            var item = thread.Call(replacement, new PyMatch(this, subject, matcher));
            if (item.IsError)
                return item;
            if (!item.IsNone)
                parts.Append(item);
        }
        if (matcher.IsInterrupted)
            return Value.Error;
        if (last < subject.End)
            parts.Append(subject.Part(last, subject.End));
        return Join(thread, subject.IsText, parts);
    }

    internal static Value Join(VmThread thread, bool isText, PyList parts)
    {
        if (parts.Count == 0)
            return isText ? PyStr.Empty : new PyBytes([]);
        if (parts.Count == 1 && parts.Items[0].Type is var type && ReferenceEquals(type, isText ? PyStr.TypeObject : PyBytes.TypeObject))
            return parts.Items[0];
        return thread.CallMethod(isText ? PyStr.Empty : new PyBytes([]), JoinName, parts);
    }
}
