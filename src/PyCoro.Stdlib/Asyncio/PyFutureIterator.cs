using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>What <c>await future</c> steps: yields the future once, then returns its result.</summary>
[PyType("FutureIter", Module = "_asyncio")]
internal sealed partial class PyFutureIterator : PyAwaitable
{
    private PyFuture? _future;

    internal PyFutureIterator(PyFuture future) : base(TypeObject.RootShape) => _future = future;

    internal override SendStatus Send(VmThread thread, Value value, out Value result)
    {
        if (_future is not { } future)
        {
            result = Value.None;
            return SendStatus.Returned;
        }
        var isDone = future.IsDone;
        var status = future.StepAwait(thread, out result);
        if (isDone)
            _future = null;
        return status;
    }

    internal override SendStatus Throw(VmThread thread, PyException exception, out Value result)
    {
        _future = null;
        result = thread.Reraise(exception);
        return SendStatus.Raised;
    }

    internal override Value Close(VmThread thread)
    {
        _future = null;
        return Value.None;
    }
}

/// <summary>The bare yield inside <c>asyncio.sleep(0)</c>: lets the others run once.</summary>
[PyType("_YieldOnce", Module = "_asyncio")]
internal sealed partial class PyYieldOnce : PyAwaitable
{
    private bool _hasYielded;

    internal PyYieldOnce() : base(TypeObject.RootShape) { }

    internal override SendStatus Send(VmThread thread, Value value, out Value result)
    {
        result = Value.None;
        if (_hasYielded)
            return SendStatus.Returned;
        _hasYielded = true;
        return SendStatus.Yielded;
    }

    internal override SendStatus Throw(VmThread thread, PyException exception, out Value result)
    {
        _hasYielded = true;
        result = thread.Reraise(exception);
        return SendStatus.Raised;
    }

    internal override Value Close(VmThread thread)
    {
        _hasYielded = true;
        return Value.None;
    }

    internal override PyAwaitable? AwaitPlainly() => this;

    [PyMethod("__await__")]
    private Value Await() => this;
}
