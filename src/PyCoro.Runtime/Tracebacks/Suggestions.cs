using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Tracebacks;

/// <summary>"Did you mean" behind NameError and AttributeError (What's New In Python 3.10, Better error messages).</summary>
internal static class Suggestions
{
    private const int MaxCandidates = 750;
    private const int MaxNameLength = 40;
    private const int MoveCost = 2;
    private const int CaseCost = 1;

    /// <summary>". Did you mean: 'x'?", or nothing.</summary>
    internal static string For(VmThread thread, PyException exception)
    {
        var isName = exception.Type.IsSubtypeOf(ExceptionTypes.NameError);
        if (!isName && !exception.Type.IsSubtypeOf(ExceptionTypes.AttributeError))
            return "";
        if (exception.Field(ExceptionFields.Name).Ref is not PyStr wrong)
            return "";
        var candidates = isName ? NamesInScope(thread, exception) : AttributesOf(thread, exception);
        thread.Pending = null;
        var best = Closest(wrong.Text, candidates);
        return best is null ? "" : $". Did you mean: '{best}'?";
    }

    private static IEnumerable<string> NamesInScope(VmThread thread, PyException exception)
    {
        var traceback = exception.Traceback;
        while (traceback?.Next is { } next)
            traceback = next;
        if (traceback is null)
            return [];
        var frame = traceback.Frame;
        return Keys(frame.Locals(thread)).Concat(Keys(frame.Globals)).Concat(Keys(frame.Builtins));
    }

    private static IEnumerable<string> AttributesOf(VmThread thread, PyException exception)
    {
        var obj = exception.Field(ExceptionFields.Obj);
        if (exception.Fields is null)
            return [];
        var dir = obj.Type.LookupSpecial(Special.Dir);
        var names = dir.IsUnbound ? Value.Error : thread.CallSpecial(dir, obj);
        if (names.IsError)
            return [];
        var items = Iteration.ToArray(thread, names);
        return items is null ? [] : items.Select(static item => item.Ref is PyStr text ? text.Text : "").Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Keys(Value mapping)
    {
        if (mapping.Ref is not PyDict dict)
            yield break;
        for (var place = 0; place < dict.EntryCount; place++)
        {
            if (dict.EntryAt(place).Key.Ref is PyStr name)
                yield return name.Text;
        }
    }

    private static string? Closest(string wrong, IEnumerable<string> candidates)
    {
        var list = candidates.ToList();
        if (list.Count >= MaxCandidates || wrong.Length > MaxNameLength)
            return null;
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in list)
        {
            if (candidate == wrong || candidate.Length == 0 || candidate.Length > MaxNameLength)
                continue;
            var limit = Math.Min((wrong.Length + candidate.Length + 3) * MoveCost / 6, bestDistance - 1);
            var distance = Distance(wrong, candidate, limit);
            if (distance > limit)
                continue;
            best = candidate;
            bestDistance = distance;
        }
        return best;
    }

    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) * MoveCost > limit)
            return limit + 1;
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j * MoveCost;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i * MoveCost;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? CaseCost : MoveCost;
                var above = row[j];
                row[j] = Math.Min(diagonal + cost, Math.Min(above, row[j - 1]) + MoveCost);
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
