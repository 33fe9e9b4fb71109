// The timers, earliest first. Timers with equal deadlines must leave in the order in which Python's heapq lets them leave,
// so the sifting is that algorithm: a removed root is replaced by the last leaf, which sinks to the bottom and rises again.

namespace PyCoro.Stdlib.Asyncio;

/// <summary>A binary heap of timers.</summary>
internal sealed class TimerHeap
{
    private readonly List<PyTimerHandle> _timers = [];

    internal int Count => _timers.Count;

    internal IReadOnlyList<PyTimerHandle> All => _timers;

    internal PyTimerHandle First => _timers[0];

    internal void Push(PyTimerHandle timer)
    {
        _timers.Add(timer);
        Rise(0, _timers.Count - 1);
    }

    internal PyTimerHandle Pop()
    {
        var last = _timers[^1];
        _timers.RemoveAt(_timers.Count - 1);
        if (_timers.Count == 0)
            return last;
        var first = _timers[0];
        _timers[0] = last;
        Sink(0);
        return first;
    }

    /// <summary>Drops the cancelled ones.</summary>
    internal void RemoveCancelled()
    {
        foreach (var timer in _timers)
        {
            if (timer.IsCancelled)
                timer.IsScheduled = false;
        }
        _timers.RemoveAll(static timer => timer.IsCancelled);
        for (var i = _timers.Count / 2 - 1; i >= 0; i--)
            Sink(i);
    }

    internal void Clear() => _timers.Clear();

    private void Rise(int start, int position)
    {
        var timer = _timers[position];
        while (position > start)
        {
            var parent = (position - 1) >> 1;
            if (timer.When >= _timers[parent].When)
                break;
            _timers[position] = _timers[parent];
            position = parent;
        }
        _timers[position] = timer;
    }

    private void Sink(int position)
    {
        var end = _timers.Count;
        var start = position;
        var timer = _timers[position];
        for (var child = 2 * position + 1; child < end; child = 2 * position + 1)
        {
            if (child + 1 < end && !(_timers[child].When < _timers[child + 1].When))
                child++;
            _timers[position] = _timers[child];
            position = child;
        }
        _timers[position] = timer;
        Rise(start, position);
    }
}
