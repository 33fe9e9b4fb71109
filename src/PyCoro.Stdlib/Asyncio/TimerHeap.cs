// The timers, earliest first. Timers with equal deadlines must leave in the order in which Python's heapq lets them leave,
// so the sifting is that algorithm: a removed root is replaced by the last leaf, which sinks to the bottom and rises again.
// The deadlines lie in the heap itself: comparing them touches no timer, of which there may be a million.

namespace PyCoro.Stdlib.Asyncio;

/// <summary>A binary heap of timers.</summary>
internal sealed class TimerHeap
{
    private const int SmallestCapacity = 16;

    private Entry[] _entries = new Entry[SmallestCapacity];

    internal int Count { get; private set; }

    internal IEnumerable<PyTimerHandle> All => _entries.Take(Count).Select(static entry => entry.Timer);

    internal PyTimerHandle First => _entries[0].Timer;

    internal double FirstWhen => _entries[0].When;

    internal void Push(PyTimerHandle timer)
    {
        if (Count == _entries.Length)
            Array.Resize(ref _entries, Count * 2);
        Rise(0, Count++, new Entry(timer.When, timer));
    }

    internal PyTimerHandle Pop()
    {
        var first = _entries[0].Timer;
        var last = _entries[--Count];
        _entries[Count] = default;
        if (Count > 0)
            Sink(0, last);
        else if (_entries.Length > SmallestCapacity)
            Clear();
        return first;
    }

    /// <summary>Drops the cancelled ones.</summary>
    internal void RemoveCancelled()
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            var timer = _entries[i].Timer;
            if (timer.IsCancelled)
                timer.IsScheduled = false;
            else
                _entries[kept++] = _entries[i];
        }
        _entries.AsSpan(kept, Count - kept).Clear();
        Count = kept;
        for (var i = kept / 2 - 1; i >= 0; i--)
            Sink(i, _entries[i]);
    }

    internal void Clear()
    {
        _entries = new Entry[SmallestCapacity];
        Count = 0;
    }

    private void Rise(int start, int position, Entry entry)
    {
        var entries = _entries;
        while (position > start)
        {
            var parent = (position - 1) >> 1;
            if (entry.When >= entries[parent].When)
                break;
            entries[position] = entries[parent];
            position = parent;
        }
        entries[position] = entry;
    }

    private void Sink(int position, Entry entry)
    {
        var entries = _entries;
        var end = Count;
        var start = position;
        for (var child = 2 * position + 1; child < end; child = 2 * position + 1)
        {
            if (child + 1 < end && !(entries[child].When < entries[child + 1].When))
                child++;
            entries[position] = entries[child];
            position = child;
        }
        Rise(start, position, entry);
    }

    private readonly struct Entry(double when, PyTimerHandle timer)
    {
        internal readonly double When = when;
        internal readonly PyTimerHandle Timer = timer;
    }
}
