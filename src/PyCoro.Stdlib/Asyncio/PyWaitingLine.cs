// Locks and queues are Python; what they spend their time in is here: a task that has to wait gets a future in a line, and
// keeps its place until it runs again. So a place that is done belongs to a task that has its turn, or is cancelled.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>The line in which tasks stand while a lock or a queue has nothing for them: a future for each, the first in front.</summary>
[PyType("WaitingLine", Module = "_asyncio")]
internal sealed partial class PyWaitingLine : PyObject
{
    private static readonly PyStr CreateFutureName = PyStr.Constant("create_future");
    private static readonly PyStr DoneName = PyStr.Constant("done");
    private static readonly PyStr CancelledName = PyStr.Constant("cancelled");
    private static readonly PyStr SetResultName = PyStr.Constant("set_result");

    private readonly LinkedList<PyObject> _places = [];

    private PyWaitingLine() : base(TypeObject.RootShape) { }

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
        Value place;
        if (loop.Ref is PyEventLoop { IsDebug: false } native)
            place = new PyFuture(native) { Result = Value.None };
        else
            place = thread.CallMethod(loop, CreateFutureName);
        if (place.IsError)
            return place;
        return new PyParking(this, place.Ref!, _places.AddLast(place.Ref!), abandoned.IsUnbound ? Value.None : abandoned);
    }

    /// <summary>Give a turn to at most 'limit' tasks (all without one) and count them.</summary>
    [PyMethod("wake", Signature = "limit=None")]
    private Value Wake(VmThread thread, Value limit)
    {
        var left = long.MaxValue;
        if (!limit.IsUnbound && !limit.IsNone && !Conversions.TryIndex64(thread, limit, out left))
            return Value.Error;
        var woken = 0;
        for (var node = _places.First; node is not null && woken < left;)
        {
            // Callbacks of a future are only scheduled, but those of one written in Python may do anything.
            var next = node.Next;
            if (!TryIsDone(thread, node.Value, out var isDone))
                return Value.Error;
            if (!isDone)
            {
                var result = node.Value is PyFuture { IsExact: true } native
                    ? native.SetResult(thread, Value.None)
                    : thread.CallMethod(node.Value, SetResultName, Value.None);
                if (result.IsError)
                    return result;
                woken++;
            }
            node = next;
        }
        return Value.Int(woken);
    }

    /// <summary>Whether all who stood here have given up, or nobody came.</summary>
    [PyMethod("deserted")]
    private Value IsDeserted(VmThread thread)
    {
        foreach (var place in _places)
        {
            if (!TryIsCancelled(thread, place, out var isCancelled))
                return Value.Error;
            if (!isCancelled)
                return Value.False;
        }
        return Value.True;
    }

    /// <summary>The number of tasks whose turn has not come.</summary>
    [PyMethod("count_asleep")]
    private Value CountAsleep(VmThread thread)
    {
        var count = 0;
        foreach (var place in _places)
        {
            if (!TryIsDone(thread, place, out var isDone))
                return Value.Error;
            count += isDone ? 0 : 1;
        }
        return Value.Int(count);
    }

    /// <summary>Whether someone stands in front whose turn has not come.</summary>
    [PyMethod("first_sleeps")]
    private Value FirstSleeps(VmThread thread)
    {
        if (_places.First is not { } first)
            return Value.False;
        return TryIsDone(thread, first.Value, out var isDone) ? Value.Bool(!isDone) : Value.Error;
    }

    internal void Leave(LinkedListNode<PyObject> node)
    {
        if (ReferenceEquals(node.List, _places))
            _places.Remove(node);
    }

    internal static bool TryIsDone(VmThread thread, PyObject place, out bool isDone)
    {
        if (place is PyFuture { IsExact: true } native)
        {
            isDone = native.IsDone;
            return true;
        }
        return TryAsk(thread, place, DoneName, out isDone);
    }

    internal static bool TryIsCancelled(VmThread thread, PyObject place, out bool isCancelled)
    {
        if (place is PyFuture { IsExact: true } native)
        {
            isCancelled = native.IsCancelled();
            return true;
        }
        return TryAsk(thread, place, CancelledName, out isCancelled);
    }

    private static bool TryAsk(VmThread thread, PyObject place, PyStr question, out bool answer)
    {
        answer = false;
        var result = thread.CallMethod(place, question);
        return !result.IsError && Truth.TryTest(thread, result, out answer);
    }
}

/// <summary>What a task awaits while it stands in a line: awaits the future of its place, and leaves the line.</summary>
[PyType("_Parking", Module = "_asyncio")]
internal sealed partial class PyParking : PyAwaitable
{
    private readonly PyWaitingLine _line;
    private readonly PyObject _place;
    private readonly LinkedListNode<PyObject> _node;
    private readonly Value _abandoned;
    private Value _iterator = Value.Unbound;

    internal PyParking(PyWaitingLine line, PyObject place, LinkedListNode<PyObject> node, Value abandoned) : base(TypeObject.RootShape)
    {
        _line = line;
        _place = place;
        _node = node;
        _abandoned = abandoned;
    }

    internal override SendStatus Send(VmThread thread, Value value, out Value result)
    {
        if (_iterator.IsUnbound && !TryBegin(thread))
        {
            result = Value.Error;
            return End(thread, SendStatus.Raised, ref result);
        }
        SendStatus status;
        if (_iterator.Ref is PyAwaitable awaitable)
            status = awaitable.Send(thread, value, out result);
        else
            status = Runtime.Execution.Delegation.Send(thread, _iterator, value, out result);
        return End(thread, status, ref result);
    }

    internal override SendStatus Throw(VmThread thread, PyException exception, out Value result)
    {
        SendStatus status;
        if (_iterator.Ref is PyAwaitable awaitable)
        {
            status = awaitable.Throw(thread, exception, out result);
        }
        else
        {
            result = thread.Reraise(exception);
            status = SendStatus.Raised;
        }
        return End(thread, status, ref result);
    }

    internal override Value Close(VmThread thread)
    {
        _line.Leave(_node);
        return Abandon(thread);
    }

    [PyMethod("__await__")]
    private Value Await() => this;

    private bool TryBegin(VmThread thread)
    {
        _iterator = _place is PyFuture native ? new PyFutureIterator(native) : thread.CallMethod(_place, PyStr.Constant("__await__"));
        return !_iterator.IsError;
    }

    private SendStatus End(VmThread thread, SendStatus status, ref Value result)
    {
        if (status == SendStatus.Yielded)
            return status;
        _line.Leave(_node);
        if (status == SendStatus.Returned)
        {
            result = Value.None;
            return status;
        }
        var raised = thread.TakePending();
        result = Abandon(thread);
        if (!result.IsError)
            result = thread.Reraise(raised);
        return SendStatus.Raised;
    }

    /// <summary>The task does not go on: tells whether it had its turn.</summary>
    private Value Abandon(VmThread thread)
    {
        if (_abandoned.IsNone)
            return Value.None;
        if (!PyWaitingLine.TryIsDone(thread, _place, out var isDone) || !PyWaitingLine.TryIsCancelled(thread, _place, out var isCancelled))
            return Value.Error;
        return thread.Call(_abandoned, Value.Bool(isDone && !isCancelled));
    }
}
