using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Passes on what a native function got as *args and **kwargs (calls take keyword values behind the positional
/// ones, with their names in a tuple).</summary>
internal static class KeywordCalls
{
    /// <summary><c>callable(*args, **keywords)</c>.</summary>
    internal static Value Call(VmThread thread, Value callable, ReadOnlySpan<Value> args, PyDict? keywords)
    {
        if (keywords is null || keywords.Count == 0)
            return thread.Call(callable, args, null);
        var all = new Value[args.Length + keywords.Count];
        var names = new Value[keywords.Count];
        args.CopyTo(all);
        var used = 0;
        for (var i = 0; i < keywords.EntryCount; i++)
        {
            ref var entry = ref keywords.EntryAt(i);
            if (entry.Key.IsUnbound)
                continue;
            if (entry.Key.Ref is not PyStr)
                return thread.TypeError("keywords must be strings");
            names[used] = entry.Key;
            all[args.Length + used++] = entry.Item;
        }
        return thread.Call(callable, all, PyTuple.Of(names));
    }
}
