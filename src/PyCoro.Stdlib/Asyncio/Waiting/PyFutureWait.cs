// An awaitable that waits for one future after the other until it has what it wants: what a coroutine with `await` in a loop
// would be, without a frame. The task sees the future that is waited for, so cancelling works as with any other await.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio.Waiting;

/// <summary>Native code that awaits futures.</summary>
internal abstract class PyFutureWait : PyAwaitable
{
    private static readonly PyStr AwaitName = PyStr.Constant("__await__");

    private PyObject? _future;

    // Of a future that is no native one.
    private Value _iterator = Value.Unbound;

    private protected PyFutureWait(Shape shape) : base(shape) { }

    internal sealed override PyAwaitable? AwaitPlainly() => this;

    internal sealed override SendStatus Send(VmThread thread, Value value, out Value result)
    {
        while (true)
        {
            if (_future is null)
            {
                if (Next(thread, out result) is not { } next)
                    return result.IsError ? SendStatus.Raised : SendStatus.Returned;
                WaitFor(next);
                value = Value.None;
            }
            var status = Step(thread, value, out result);
            if (status == SendStatus.Yielded)
                return status;
            if (!TryStop(thread, status, out result))
                return SendStatus.Raised;
        }
    }

    internal sealed override SendStatus Throw(VmThread thread, PyException exception, out Value result)
    {
        var status = SendStatus.Raised;
        if (_iterator.Ref is PyGenerator or PyAwaitable)
        {
            status = PyGenerator.ThrowInto(thread, _iterator, exception, [exception], out result);
            if (status == SendStatus.Yielded)
                return status;
        }
        else
        {
            thread.Reraise(exception);
        }
        return TryStop(thread, status, out result) ? Send(thread, Value.None, out result) : SendStatus.Raised;
    }

    internal sealed override Value Close(VmThread thread)
    {
        if (_future is null)
            return Value.None;
        Forget();
        return StopWaiting(thread, goesOn: false);
    }

    [PyMethod("__await__")]
    internal Value Await() => this;

    /// <summary>Asked at first, and again whenever the future that it gave is done.</summary>
    /// <returns>The future to wait for; null when all is over, and then <paramref name="result"/> is the result or Error.</returns>
    private protected abstract PyObject? Next(VmThread thread, out Value result);

    /// <summary>The future is done and the waiting <paramref name="goesOn"/>, or it was broken off. None or Error.</summary>
    private protected abstract Value StopWaiting(VmThread thread, bool goesOn);

    /// <summary>Waits for a future first, without asking for it.</summary>
    private protected void WaitFor(PyObject future) => _future = future;

    private SendStatus Step(VmThread thread, Value value, out Value result)
    {
        if (_future is PyFuture native)
            return native.StepAwait(thread, out result);
        if (_iterator.IsUnbound)
        {
            result = thread.CallMethod(_future!, AwaitName);
            if (result.IsError)
                return SendStatus.Raised;
            _iterator = result;
        }
        return Delegation.Send(thread, _iterator, value, out result);
    }

    private bool TryStop(VmThread thread, SendStatus status, out Value result)
    {
        Forget();
        var raised = status == SendStatus.Raised ? thread.TakePending() : null;
        result = StopWaiting(thread, goesOn: raised is null);
        if (raised is not null && !result.IsError)
            result = thread.Reraise(raised);
        return !result.IsError;
    }

    private void Forget()
    {
        _future = null;
        _iterator = Value.Unbound;
    }
}
