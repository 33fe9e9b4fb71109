// What runs in the next iteration. An entry is a struct in a ring: switching between tasks allocates no handle.

using PyCoro.Runtime.Objects;

namespace PyCoro.Stdlib.Asyncio;

internal enum ReadyKind : byte
{
    /// <summary>Target is a <see cref="PyHandle"/>.</summary>
    Handle,

    /// <summary>Target is a task; Argument the exception to throw into it, or null.</summary>
    Step,

    /// <summary>Target is a done future; Argument a task that waits for it.</summary>
    WakeUp,

    /// <summary>Target is a done future; Argument an <see cref="IDoneListener"/>.</summary>
    Listener,

    /// <summary>Target is a done future; Argument a <see cref="DoneCallback"/>.</summary>
    Callback,
}

/// <summary>A callback that is ready.</summary>
internal struct ReadyEntry(ReadyKind kind, PyObject target, object? argument)
{
    internal ReadyKind Kind = kind;
    internal PyObject Target = target;
    internal object? Argument = argument;
}

/// <summary>A queue in a ring.</summary>
internal sealed class ReadyQueue
{
    private ReadyEntry[] _entries = new ReadyEntry[64];
    private int _head;

    internal int Count { get; private set; }

    internal void Enqueue(ReadyKind kind, PyObject target, object? argument)
    {
        if (Count == _entries.Length)
            Grow();
        ref var place = ref _entries[(_head + Count) & (_entries.Length - 1)];
        Count++;
        place.Kind = kind;
        place.Target = target;
        place.Argument = argument;
    }

    internal ReadyEntry Dequeue()
    {
        ref var place = ref _entries[_head];
        var entry = new ReadyEntry(place.Kind, place.Target, place.Argument);
        place.Target = null!;
        place.Argument = null;
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
