// Locks and queues are Python; what they spend their time in is here: a task that has to wait gets a future in a line, and
// keeps its place until it runs again, or until the line is told to dismiss it. So a place that is done belongs to a task that
// has its turn, or is cancelled.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Asyncio.Waiting;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>The line in which tasks stand while a lock or a queue has nothing for them: a future for each, the first in front.</summary>
[PyType("WaitingLine", Module = "_asyncio")]
internal sealed partial class PyWaitingLine : PyObject
{
    private readonly LinkedList<PyObject> _places = [];

    internal PyWaitingLine() : base(TypeObject.RootShape) { }

    [PyNew]
    private static Value New(VmThread thread, PyType type) => new PyWaitingLine();

    [PyMethod("__len__")]
    private long Length() => _places.Count;

    [PyMethod("__iter__")]
    private Value Iter(VmThread thread) => Iteration.GetIter(thread, new PyList([.. _places.Select(static place => Value.Of(place))]));

    [PyMethod("__getitem__")]
    private Value GetItem(VmThread thread, Value index) => Items.Get(thread, PyTuple.Of([.. _places.Select(static place => Value.Of(place))]), index);

    [PyMethod("append")]
    private Value Append(VmThread thread, Value place)
    {
        if (place.Ref is not { } future)
            return thread.TypeError("a Future is required");
        _places.AddLast(future);
        return Value.None;
    }

    /// <summary>Stand in the line until woken.
    ///
    /// When the task is cancelled instead, 'abandoned' is told whether its turn had come: then somebody else must have it.</summary>
    [PyMethod("park", Signature = "loop, abandoned=None")]
    private Value Park(VmThread thread, Value loop, Value abandoned)
    {
        if (loop.Ref is not { } owner)
            return thread.TypeError("an event loop is required");
        return PyParking.In(thread, this, owner, abandoned.IsUnbound ? Value.None : abandoned) is { } parking ? parking : Value.Error;
    }

    /// <summary>A place at the end; null when making the future raised.</summary>
    internal LinkedListNode<PyObject>? Add(VmThread thread, PyObject loop) =>
        FutureLikes.Make(thread, loop) is { } future ? _places.AddLast(future) : null;

    /// <summary>Give a turn to at most 'limit' tasks (all without one) and count them.</summary>
    [PyMethod("wake", Signature = "limit=None")]
    private Value Wake(VmThread thread, Value limit)
    {
        var left = long.MaxValue;
        if (!limit.IsUnbound && !limit.IsNone && !Conversions.TryIndex64(thread, limit, out left))
            return Value.Error;
        var woken = Wake(thread, left);
        return woken < 0 ? Value.Error : Value.Int(woken);
    }

    /// <summary>The same; negative when it raised.</summary>
    internal long Wake(VmThread thread, long left)
    {
        var woken = 0L;
        for (var node = _places.First; node is not null && woken < left;)
        {
            // Callbacks of a future are only scheduled, but those of one written in Python may do anything.
            var next = node.Next;
            if (!FutureLikes.TryIsDone(thread, node.Value, out var isDone))
                return -1;
            if (!isDone)
            {
                if (FutureLikes.SetResult(thread, node.Value, Value.None).IsError)
                    return -1;
                woken++;
            }
            node = next;
        }
        return woken;
    }

    /// <summary>Gives a turn to the first who has none, and takes it and all before it out of the line; false when it raised.</summary>
    internal bool Dismiss(VmThread thread)
    {
        while (_places.First is { } node)
        {
            _places.Remove(node);
            if (!FutureLikes.TryIsDone(thread, node.Value, out var isDone))
                return false;
            if (!isDone)
                return !FutureLikes.SetResult(thread, node.Value, Value.None).IsError;
        }
        return true;
    }

    /// <summary>Whether all who stood here have given up, or nobody came.</summary>
    [PyMethod("deserted")]
    private Value IsDeserted(VmThread thread)
    {
        foreach (var place in _places)
        {
            if (!FutureLikes.TryIsCancelled(thread, place, out var isCancelled))
                return Value.Error;
            if (!isCancelled)
                return Value.False;
        }
        return Value.True;
    }

    /// <summary>Whether someone stands in front whose turn has not come.</summary>
    [PyMethod("first_sleeps")]
    private Value FirstSleeps(VmThread thread)
    {
        if (_places.First is not { } first)
            return Value.False;
        return FutureLikes.TryIsDone(thread, first.Value, out var isDone) ? Value.Bool(!isDone) : Value.Error;
    }

    internal void Leave(LinkedListNode<PyObject> node)
    {
        if (ReferenceEquals(node.List, _places))
            _places.Remove(node);
    }
}
