// What wait() awaits, and wait_for() too: one future that is set when enough of the given ones are done or the time is over. The
// wake-up takes the same turns of the loop as in CPython: a future is done, in the next turn it is counted, in the one after
// that the waiting task goes on.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio.Waiting;

/// <summary>When waiting for several futures is over.</summary>
internal enum Enough : byte
{
    AllDone,
    OneDone,
    OneFailed,
}

/// <summary>Waits for futures; the result are two sets, of those that are done and those that are not.</summary>
[PyType("_Settling", Module = "_asyncio")]
internal sealed partial class PySettling : PyFutureWait
{
    private static readonly PyStr CallLaterName = PyStr.Constant("call_later");
    private static readonly PyStr CancelName = PyStr.Constant("cancel");

    private readonly PyObject _loop;
    private readonly PyObject[] _futures;
    private readonly Value _timeout;
    private readonly Enough _enough;
    private readonly Count _count;
    private bool _cancels;
    private PyObject? _waiter;
    private Value _timer = Value.None;
    private int _left;

    internal PySettling(PyObject loop, PyObject[] futures, Value timeout, Enough enough) : base(TypeObject.RootShape)
    {
        _loop = loop;
        _futures = futures;
        _timeout = timeout;
        _enough = enough;
        _left = futures.Length;
        _count = new Count(this);
    }

    /// <summary>Cancels a future and waits until it is done.</summary>
    internal static PySettling Cancelling(PyObject loop, PyObject future) =>
        new(loop, [future], Value.None, Enough.AllDone) { _cancels = true };

    private protected override PyObject? Next(VmThread thread, out Value result)
    {
        result = Value.Error;
        if (_waiter is not null)
        {
            result = Sort(thread);
            return null;
        }
        _waiter = FutureLikes.Make(thread, _loop);
        if (_waiter is null)
            return null;
        if (!_timeout.IsNone)
        {
            _timer = thread.CallMethod(_loop, CallLaterName, _timeout, new PyWaiterRelease(), _waiter);
            if (_timer.IsError)
                return null;
        }
        foreach (var future in _futures)
        {
            if (FutureLikes.AddCallback(thread, future, _count).IsError)
                return null;
        }
        if (_cancels && FutureLikes.Cancel(thread, _futures[0]).IsError)
            return null;
        return _waiter;
    }

    private protected override Value StopWaiting(VmThread thread, bool goesOn)
    {
        if (CancelTimer(thread).IsError)
            return Value.Error;
        foreach (var future in _futures)
        {
            if (FutureLikes.RemoveCallback(thread, future, _count).IsError)
                return Value.Error;
        }
        return Value.None;
    }

    private Value CancelTimer(VmThread thread) => _timer.IsNone ? Value.None : thread.CallMethod(_timer, CancelName);

    private Value CountOff(VmThread thread, PyObject future)
    {
        if (--_left > 0 && _enough != Enough.OneDone)
        {
            if (_enough == Enough.AllDone)
                return Value.None;
            if (!FutureLikes.TryIsCancelled(thread, future, out var isCancelled))
                return Value.Error;
            var failure = isCancelled ? Value.None : FutureLikes.ExceptionOf(thread, future);
            if (failure.IsError || failure.IsNone)
                return failure;
        }
        return CancelTimer(thread).IsError ? Value.Error : FutureLikes.Release(thread, _waiter!);
    }

    private Value Sort(VmThread thread)
    {
        var (done, pending) = (new PySet(), new PySet());
        foreach (var future in _futures)
        {
            if (!FutureLikes.TryIsDone(thread, future, out var isDone) || !(isDone ? done : pending).TryAdd(thread, future))
                return Value.Error;
        }
        return PyTuple.Of(done, pending);
    }

    private sealed class Count(PySettling settling) : PyDoneCallback("_wait.<locals>._on_completion")
    {
        private protected override Value Run(VmThread thread, Value future) => settling.CountOff(thread, future.Ref!);
    }
}

/// <summary>The callback of a timer that ends the waiting for a future.</summary>
[PyType("function", Module = "asyncio.tasks")]
internal sealed partial class PyWaiterRelease : PyObject
{
    internal PyWaiterRelease() : base(TypeObject.RootShape) { }

    [PyMethod("__call__")]
    private Value Call(VmThread thread, Value waiter) => waiter.Ref is { } future ? FutureLikes.Release(thread, future) : thread.TypeError("a Future is required");

    [PyGetter("__qualname__")]
    private string QualName() => "_release_waiter";

    [PyGetter("__name__")]
    private string Name() => "_release_waiter";
}
