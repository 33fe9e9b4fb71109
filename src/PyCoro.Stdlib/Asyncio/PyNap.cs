// asyncio.sleep() in a loop whose timers are the native ones: a timer that completes a future, and what awaits the two. Programs
// sleep in a million tasks at once, so neither keeps more than it needs; what Python can see of them is made when it looks.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Contextvars;

namespace PyCoro.Stdlib.Asyncio;

internal sealed partial class PyEventLoop
{
    /// <summary>Nothing that a timer and its future need is overridden, or has to be traced.</summary>
    internal bool HasNativeTimers
    {
        get
        {
            CheckOverrides();
            return _hasNativeTimers && !_debug;
        }
    }

    /// <summary>What the timer of a sleep shows as its callback.</summary>
    internal Value SleepCallback => _state!.SetResultUnlessCancelled;

    /// <summary>A sleep of so many seconds, a float or small int.</summary>
    internal Value StartNap(VmThread thread, Value delay, Value result)
    {
        if (CheckClosed(thread).IsError || !Conversions.TryDouble(thread, delay, out var seconds))
            return Value.Error;
        var timer = new PyNapTimer(Time(thread) + seconds, this, ContextCopy.OfCurrent(thread), result);
        AddTimer(timer);
        return new PyNap(timer);
    }
}

/// <summary>Completes the future of a sleep, if that still waits.</summary>
internal sealed class PyNapTimer : PyTimerHandle
{
    internal PyNapTimer(double when, PyEventLoop loop, ContextCopy context, Value result)
        : base(when, Value.Float(when), result, [], loop, context) => Future = new PyFuture(loop);

    /// <summary>What the sleeper waits for.</summary>
    internal PyFuture Future { get; }

    private protected override Value Callback => IsCancelled ? Value.None : ((PyEventLoop)Loop!).SleepCallback;

    private protected override Value[] Args => IsCancelled ? [] : [Future, base.Callback];

    internal override Value Run(VmThread thread)
    {
        if (Future.IsCancelled())
            return Value.None;
        return Future.SetResult(thread, base.Callback).IsError ? PyEventLoop.ReportCallback(thread, Loop!, Callback, Args, this) : Value.None;
    }
}

/// <summary>What a sleeping coroutine awaits.</summary>
[PyType("FutureIter", Module = "_asyncio")]
internal sealed partial class PyNap : PyAwaitable
{
    private PyNapTimer? _timer;

    internal PyNap(PyNapTimer timer) : base(TypeObject.RootShape) => _timer = timer;

    internal override PyAwaitable? AwaitPlainly() => this;

    internal override SendStatus Send(VmThread thread, Value value, out Value result)
    {
        if (_timer is not { } timer)
        {
            result = Value.None;
            return SendStatus.Returned;
        }
        var status = timer.Future.StepAwait(thread, out result);
        return status == SendStatus.Yielded || !Close(thread).IsError ? status : SendStatus.Raised;
    }

    internal override SendStatus Throw(VmThread thread, PyException exception, out Value result)
    {
        result = thread.Reraise(exception);
        Close(thread);
        return SendStatus.Raised;
    }

    internal override Value Close(VmThread thread)
    {
        var timer = _timer;
        _timer = null;
        return timer is null ? Value.None : timer.Cancel(thread);
    }

    [PyMethod("__await__")]
    private Value Await() => this;
}
