// What runs in the next iteration. An entry is a struct in a ring: switching between tasks allocates no handle.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Contextvars;

namespace PyCoro.Stdlib.Asyncio;

internal enum ReadyKind : byte
{
    /// <summary>Target is a <see cref="PyHandle"/>.</summary>
    Handle,

    /// <summary>Target is a task; Value the exception to throw into it, or None.</summary>
    Step,

    /// <summary>Target is a done future; Value an <see cref="IDoneListener"/>.</summary>
    Listener,

    /// <summary>Target is a done future; Value a callable.</summary>
    Callback,
}

/// <summary>A callback that is ready.</summary>
internal readonly record struct ReadyEntry(ReadyKind Kind, PyObject Target, Value Value, PyContext? Context);

/// <summary>A queue in a ring.</summary>
internal sealed class ReadyQueue
{
    private ReadyEntry[] _entries = new ReadyEntry[64];
    private int _head;

    internal int Count { get; private set; }

    internal void Enqueue(in ReadyEntry entry)
    {
        if (Count == _entries.Length)
            Grow();
        _entries[(_head + Count) & (_entries.Length - 1)] = entry;
        Count++;
    }

    internal ReadyEntry Dequeue()
    {
        ref var place = ref _entries[_head];
        var entry = place;
        place = default;
        _head = (_head + 1) & (_entries.Length - 1);
        Count--;
        return entry;
    }

    internal IEnumerable<ReadyEntry> All()
    {
        for (var i = 0; i < Count; i++)
            yield return _entries[(_head + i) & (_entries.Length - 1)];
    }

    internal void Clear()
    {
        _entries = new ReadyEntry[64];
        _head = 0;
        Count = 0;
    }

    private void Grow()
    {
        var larger = new ReadyEntry[_entries.Length * 2];
        for (var i = 0; i < Count; i++)
            larger[i] = _entries[(_head + i) & (_entries.Length - 1)];
        _entries = larger;
        _head = 0;
    }
}
