// What was found along a class's MRO, by name. The builtin classes are shared by interpreters that run at the same time, and
// a look-up is too short to take a lock for: an entry never changes once it can be seen, so a reader finds a whole entry or
// none. Two writers at once may lose an entry of one another, which is then looked up again.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Types;

/// <summary>Remembers attributes of a class, and names that it has not. Thrown away whole when the class changes.</summary>
internal sealed class LookupCache
{
    private const int SmallestSize = 8;
    private const int LargestSize = 2048;

    // A name stands in one of so many places, counted from where its hash points to.
    private const int Window = 4;

    private Entry?[] _entries = new Entry?[SmallestSize];

    /// <summary>Is it known what the look-up of a name finds?</summary>
    public bool TryGet(PyStr name, out Value found)
    {
        var entries = _entries;
        var home = (int)name.Hash;
        for (var step = 0; step < Window && entries[(home + step) & (entries.Length - 1)] is { } entry; step++)
        {
            if (PyStr.Same(entry.Name, name))
            {
                found = entry.Found;
                return true;
            }
        }
        found = default;
        return false;
    }

    /// <summary>Remembers what the look-up of a name found; in a full cache it takes the place of another.</summary>
    public void Add(PyStr name, Value found)
    {
        var entry = new Entry(name, found);
        var entries = _entries;
        while (!TryPlace(entries, entry))
        {
            if (entries.Length == LargestSize)
            {
                entries[(int)name.Hash & (LargestSize - 1)] = entry;
                return;
            }
            entries = Grown(entries);
        }
        _entries = entries;
    }

    private static bool TryPlace(Entry?[] entries, Entry entry)
    {
        var home = (int)entry.Name.Hash;
        for (var step = 0; step < Window; step++)
        {
            ref var place = ref entries[(home + step) & (entries.Length - 1)];
            if (place is null || PyStr.Same(place.Name, entry.Name))
            {
                place = entry;
                return true;
            }
        }
        return false;
    }

    private static Entry?[] Grown(Entry?[] entries)
    {
        var larger = new Entry?[entries.Length * 2];
        foreach (var entry in entries)
        {
            if (entry is not null)
                TryPlace(larger, entry);
        }
        return larger;
    }

    private sealed class Entry(PyStr name, Value found)
    {
        public readonly PyStr Name = name;
        public readonly Value Found = found;
    }
}
