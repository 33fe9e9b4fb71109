// One step of a task, after PEP 3156 and CPython's _asyncio: resume the coroutine, then either finish the task or arrange
// for the next step. A bare yield goes to the end of the ready queue; a future gets the task as its listener.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio;

internal sealed partial class PyTask
{
    private static readonly PyStr BlockingName = PyStr.Constant("_asyncio_future_blocking");
    private static readonly PyStr AddDoneCallbackName = PyStr.Constant("add_done_callback");
    private static readonly PyStr ResultName = PyStr.Constant("result");
    private static readonly PyStr GetLoopName = PyStr.Constant("get_loop");
    private static readonly PyStr LoopName = PyStr.Constant("_loop");
    private static readonly PyTuple ContextKeyword = PyTuple.Of(PyStr.Constant("context"));

    /// <summary>What it waited for is done.</summary>
    public Value OnDone(VmThread thread, PyFuture future)
    {
        if (Context.Enter(thread) is not { } context)
            return Value.Error;
        thread.Observer?.TaskWoken(thread, this, future);
        var result = Step(thread, future.TakeException());
        Context.Leave(thread, context);
        return result;
    }

    /// <summary>A step inside the task's context, as the loop runs it.</summary>
    internal Value StepInContext(VmThread thread, PyException? exception)
    {
        if (Context.Enter(thread) is not { } context)
            return Value.Error;
        var result = Step(thread, exception);
        Context.Leave(thread, context);
        return result;
    }

    /// <summary>The future is done: go on with what it brought.</summary>
    internal Value Wakeup(VmThread thread, Value future)
    {
        if (future.Ref is PyFuture { IsExact: true } native)
            return Step(thread, native.TakeException());
        var result = thread.CallMethod(future, ResultName);
        return Step(thread, result.IsError ? thread.TakePending() : null);
    }

    /// <summary>Resumes the coroutine. Error only for KeyboardInterrupt and SystemExit, which leave the loop, and misuse.</summary>
    internal Value Step(VmThread thread, PyException? exception)
    {
        if (IsDone)
        {
            var repr = Texts.Repr(thread, this);
            var shown = repr is null ? null : exception is null ? PyStr.Of("None") : Texts.Repr(thread, exception);
            return shown is null ? Value.Error : thread.Raise(AsyncioExceptions.InvalidStateError, $"__step(): already done: {repr!.Text} {shown.Text}");
        }
        if (_mustCancel)
        {
            if (exception is null || !exception.Type.IsSubtypeOf(AsyncioExceptions.CancelledError))
                exception = MakeCancelledError();
            _mustCancel = false;
        }
        Waiter = null;
        thread.Observer?.TaskStepped(thread, this);
        if (EventLoops.EnterTask(thread, Loop!, this).IsError)
            return Value.Error;
        var status = exception is null ? Send(thread, out var result) : Throw(thread, exception, out result);
        var left = EventLoops.LeaveTask(thread, Loop!, this, status == SendStatus.Raised);
        if (left.IsError && status != SendStatus.Raised)
            return left;
        return status switch
        {
            SendStatus.Yielded => Arrange(thread, result),
            SendStatus.Returned => FinishWith(thread, result),
            _ => FinishWith(thread, thread.TakePending()),
        };
    }

    private SendStatus Send(VmThread thread, out Value result)
    {
        if (Coroutine is PyCoroutine coroutine)
            return coroutine.Send(thread, Value.None, out result);
        switch (Coroutine)
        {
            case PyGenerator body:
                return body.Send(thread, Value.None, out result);
            case PyAwaitable awaitable:
                return awaitable.Send(thread, Value.None, out result);
        }
        if (Coroutine!.Type.Has(Special.Next))
            return Delegation.Send(thread, Coroutine, Value.None, out result);
        result = thread.CallMethod(Coroutine, Delegation.SendName, Value.None);
        return Delegation.Finish(thread, ref result);
    }

    private SendStatus Throw(VmThread thread, PyException exception, out Value result)
    {
        switch (Coroutine)
        {
            case PyGenerator body:
                return body.Throw(thread, exception, out result);
            case PyAwaitable awaitable:
                return awaitable.Throw(thread, exception, out result);
        }
        result = thread.CallMethod(Coroutine!, Delegation.ThrowName, exception);
        return Delegation.Finish(thread, ref result);
    }

    private Value FinishWith(VmThread thread, Value result)
    {
        Owner?.Remove(this);
        if (!_mustCancel)
            return SetResult(thread, result);
        // Cancelled during its last step: the result is lost, as in CPython.
        _mustCancel = false;
        return base.Cancel(thread, CancelMessage) is { IsError: true } error ? error : Value.None;
    }

    private Value FinishWith(VmThread thread, PyException exception)
    {
        Owner?.Remove(this);
        if (exception.Type.IsSubtypeOf(AsyncioExceptions.CancelledError))
        {
            KeepCancelledException(exception);
            return base.Cancel(thread, CancelMessage) is { IsError: true } error ? error : Value.None;
        }
        if (SetException(thread, exception) is { IsError: true } failed)
            return failed;
        return exception.Type.IsSubtypeOf(ExceptionTypes.KeyboardInterrupt) || exception.Type.IsSubtypeOf(ExceptionTypes.SystemExit)
            ? thread.Reraise(exception)
            : Value.None;
    }

    /// <summary>The coroutine yielded: arrange for the next step.</summary>
    private Value Arrange(VmThread thread, Value yielded)
    {
        if (yielded.IsNone)
            return EventLoops.ScheduleStep(thread, this, null);
        if (ReferenceEquals(yielded.Ref, this))
            return Refuse(thread, $"Task cannot await on itself: {Shown(thread, this)}");
        if (yielded.Ref is PyFuture { IsExact: true } future)
        {
            if (!ReferenceEquals(future.Loop, Loop))
                return Refuse(thread, $"Task {Shown(thread, this)} got Future {Shown(thread, yielded)} attached to a different loop");
            if (!future.IsBlocking)
                return Refuse(thread, $"yield was used instead of yield from in task {Shown(thread, this)} with {Shown(thread, yielded)}");
            future.IsBlocking = false;
            if (future.AddListener(thread, this).IsError)
                return Value.Error;
            return WaitFor(thread, future);
        }
        var blocking = Attributes.TryGet(thread, yielded, BlockingName);
        if (blocking.IsError)
            return blocking;
        if (!blocking.IsUnbound && !blocking.IsNone)
            return ArrangeForeign(thread, yielded, blocking);
        return Refuse(thread, yielded.Ref is PySyncGenerator
            ? $"yield was used instead of yield from for generator in task {Shown(thread, this)} with {Shown(thread, yielded)}"
            : $"Task got bad yield: {Shown(thread, yielded)}");
    }

    /// <summary>A future whose class is written in Python: by its attributes (library reference: Extending asyncio).</summary>
    private Value ArrangeForeign(VmThread thread, Value future, Value blocking)
    {
        if (!Truth.TryTest(thread, blocking, out var isBlocking))
            return Value.Error;
        var loop = LoopOf(thread, future);
        if (loop.IsError)
            return loop;
        if (!ReferenceEquals(loop.Ref, Loop))
            return Refuse(thread, $"Task {Shown(thread, this)} got Future {Shown(thread, future)} attached to a different loop");
        if (!isBlocking)
            return Refuse(thread, $"yield was used instead of yield from in task {Shown(thread, this)} with {Shown(thread, future)}");
        if (Attributes.Set(thread, future, BlockingName, Value.False).IsError)
            return Value.Error;
        var method = Attributes.Get(thread, future, AddDoneCallbackName);
        if (method.IsError || thread.Call(method, [new PyTaskWakeup(this), Context.Get()], ContextKeyword).IsError)
            return Value.Error;
        return WaitFor(thread, future.Ref!);
    }

    /// <summary>By get_loop(); future-likes from before 3.7 have an attribute only.</summary>
    private static Value LoopOf(VmThread thread, Value future)
    {
        var method = Attributes.TryGet(thread, future, GetLoopName);
        if (method.IsError)
            return method;
        return method.IsUnbound ? Attributes.Get(thread, future, LoopName) : thread.Call(method);
    }

    private Value WaitFor(VmThread thread, PyObject future)
    {
        Waiter = future;
        if (!_mustCancel)
            return Value.None;
        var cancelled = CancelAny(thread, future, CancelMessage);
        if (cancelled.IsTrue)
            _mustCancel = false;
        return cancelled.IsError ? cancelled : Value.None;
    }

    private Value Refuse(VmThread thread, string message) =>
        thread.Pending is not null
            ? Value.Error
            : EventLoops.ScheduleStep(thread, this, PyException.Make(ExceptionTypes.RuntimeError, Value.Str(message)));

    private static string Shown(VmThread thread, Value value) => Texts.Repr(thread, value)?.Text ?? "";
}
