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

    private Value _iterator = Value.Unbound;

    private protected PyFutureWait(Shape shape) : base(shape) { }

    internal sealed override SendStatus Send(VmThread thread, Value value, out Value result)
    {
        if (_iterator.IsUnbound)
            return GoOn(thread, out result);
        var status = Delegation.Send(thread, _iterator, value, out result);
        return AfterStep(thread, status, ref result);
    }

    internal sealed override SendStatus Throw(VmThread thread, PyException exception, out Value result)
    {
        var status = SendStatus.Raised;
        switch (_iterator.Ref)
        {
            case PyGenerator body:
                status = body.Throw(thread, exception, out result);
                break;
            case PyAwaitable awaitable:
                status = awaitable.Throw(thread, exception, out result);
                break;
            default:
                result = thread.Reraise(exception);
                break;
        }
        return AfterStep(thread, status, ref result);
    }

    internal sealed override Value Close(VmThread thread)
    {
        if (_iterator.IsUnbound)
            return Value.None;
        _iterator = Value.Unbound;
        return StopWaiting(thread);
    }

    [PyMethod("__await__")]
    internal Value Await() => this;

    /// <summary>Asked at first, and again whenever the future that it gave is done.</summary>
    /// <returns>The future to wait for; null when all is over, and then <paramref name="result"/> is the result or Error.</returns>
    private protected abstract PyObject? Next(VmThread thread, out Value result);

    /// <summary>The future is done, or nobody waits for it any more.</summary>
    private protected abstract Value StopWaiting(VmThread thread);

    private SendStatus GoOn(VmThread thread, out Value result)
    {
        if (Next(thread, out result) is not { } future)
            return result.IsError ? SendStatus.Raised : SendStatus.Returned;
        _iterator = future is PyFuture native ? new PyFutureIterator(native) : thread.CallMethod(future, AwaitName);
        var status = _iterator.IsError ? SendStatus.Raised : Delegation.Send(thread, _iterator, Value.None, out result);
        return AfterStep(thread, status, ref result);
    }

    private SendStatus AfterStep(VmThread thread, SendStatus status, ref Value result)
    {
        if (status == SendStatus.Yielded)
            return status;
        _iterator = Value.Unbound;
        var raised = status == SendStatus.Raised ? thread.TakePending() : null;
        if (StopWaiting(thread).IsError)
        {
            result = Value.Error;
            return SendStatus.Raised;
        }
        if (raised is null)
            return GoOn(thread, out result);
        result = thread.Reraise(raised);
        return SendStatus.Raised;
    }
}
