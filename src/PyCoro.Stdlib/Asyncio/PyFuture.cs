// The Future. Its callbacks never run inside the call that completes it: they go to the loop's ready queue, in the order they
// were added, which is what fixes the order of events in a script. Callbacks that are C# (a task waiting, a gather)
// implement IDoneListener and go there without a handle around them. A pending future is small: what only failed, cancelled
// or traced ones have is in FutureDetails.cs.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Contextvars;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>Where a future stands.</summary>
internal enum FutureState : byte
{
    Pending,
    Cancelled,
    Finished,
}

/// <summary>A native object that waits for a future.</summary>
internal interface IDoneListener
{
    /// <summary>Runs in the loop iteration after the future is done. Error only for what must leave the loop.</summary>
    Value OnDone(VmThread thread, PyFuture future);

    /// <summary>What the future's <c>_callbacks</c> shows for it.</summary>
    PyObject AsCallback();
}

/// <summary>A result that is not there yet (library reference: asyncio, Futures).</summary>
[PyType("Future", Module = "_asyncio", Subclassable = true, HasDict = true)]
internal partial class PyFuture : PyObject
{
    private static readonly PyStr CancelName = PyStr.Constant("cancel");
    private static readonly PyTuple CancelKeywords = PyTuple.Of(PyStr.Constant("msg"));
    private static readonly PyStr ExceptionHandlerName = PyStr.Constant("call_exception_handler");

    // An IDoneListener, a DoneCallback, or a CallbackList of these.
    private object? _callbacks;
    private FutureDetails? _details;

    internal PyFuture(Shape shape) : base(shape) { }

    internal PyFuture(PyObject loop) : this(TypeObject.RootShape)
    {
        Loop = loop;
        _outcome = Value.None;
    }

    /// <summary>The event loop; null before <c>__init__</c>.</summary>
    internal PyObject? Loop;

    /// <summary>The result of a finished future, or its exception.</summary>
    private Value _outcome;

    internal FutureState State;

    private bool _hasFailed;

    /// <summary>For whoever looks for futures given twice; clear otherwise.</summary>
    internal bool IsMarked;

    /// <summary><c>_asyncio_future_blocking</c>: yielded by <c>await</c>, not by a plain <c>yield</c>.</summary>
    internal bool IsBlocking;

    /// <summary>The result of a finished future without exception.</summary>
    internal Value Result => _hasFailed ? Value.None : _outcome;

    /// <summary>The exception of a finished future that has one.</summary>
    internal PyException? Exception => _hasFailed ? Unsafe.As<PyException>(_outcome.Ref) : null;

    internal bool IsDone => State != FutureState.Pending;

    /// <summary>No Python subclass may have changed what its methods do.</summary>
    internal bool IsExact
    {
        get
        {
            var type = Type;
            return ReferenceEquals(type, TypeObject) || ReferenceEquals(type, PyTask.TypeObject) || ReferenceEquals(type, PyGatheringFuture.TypeObject);
        }
    }

    /// <summary>The words of "Future exception was never retrieved".</summary>
    private protected virtual string Noun => Type.Name;

    [PyMethod("__init__", Signature = "*, loop=None")]
    private Value Init(VmThread thread, Value loop) => Initialize(thread, loop);

    /// <summary>Return True if the future is done.</summary>
    [PyMethod("done")]
    private bool Done() => IsDone;

    /// <summary>Return True if the future was cancelled.</summary>
    [PyMethod("cancelled")]
    internal bool IsCancelled() => State == FutureState.Cancelled;

    /// <summary>Return the result this future represents.</summary>
    [PyMethod("result")]
    internal Value GetResult(VmThread thread)
    {
        switch (State)
        {
            case FutureState.Cancelled:
                return thread.Raise(MakeCancelledError());
            case FutureState.Pending:
                return thread.Raise(AsyncioExceptions.InvalidStateError, "Result is not set.");
        }
        if (Exception is not { } exception)
            return _outcome;
        UseKeptTraceback(exception);
        return thread.Raise(exception);
    }

    /// <summary>A step of an <c>await</c>: yields the future until it is done.</summary>
    internal SendStatus StepAwait(VmThread thread, out Value result)
    {
        if (IsDone)
        {
            result = GetResult(thread);
            return result.IsError ? SendStatus.Raised : SendStatus.Returned;
        }
        if (IsBlocking)
        {
            result = thread.RuntimeError("await wasn't used with future");
            return SendStatus.Raised;
        }
        IsBlocking = true;
        result = this;
        return SendStatus.Yielded;
    }

    internal override PyAwaitable? AwaitPlainly() => IsExact ? new PyFutureIterator(this) : null;

    /// <summary>Return the exception that was set on this future.</summary>
    [PyMethod("exception")]
    private Value GetException(VmThread thread)
    {
        switch (State)
        {
            case FutureState.Cancelled:
                return thread.Raise(MakeCancelledError());
            case FutureState.Pending:
                return thread.Raise(AsyncioExceptions.InvalidStateError, "Exception is not set.");
        }
        MarkRetrieved();
        return ExceptionOrNone();
    }

    /// <summary>Mark the future done and set its result.</summary>
    [PyMethod("set_result")]
    private Value SetResultFromPython(VmThread thread, Value result) => SetResult(thread, result);

    /// <summary>Mark the future done and set an exception.</summary>
    [PyMethod("set_exception")]
    private Value SetExceptionFromPython(VmThread thread, Value exception) =>
        CheckLoop(thread) is { IsError: true } error ? error : SetException(thread, exception);

    /// <summary>Add a callback to be run when the future becomes done.</summary>
    [PyMethod("add_done_callback", Signature = "fn, /, *, context=<unrepresentable>")]
    private Value AddDoneCallback(VmThread thread, Value fn, Value context)
    {
        if (CheckLoop(thread) is { IsError: true } error)
            return error;
        if (!context.IsUnbound && !context.IsNone && context.Ref is not PyContext)
            return thread.TypeError($"a Context was expected, got '{context.Type.Name}'");
        return AddCallback(thread, new DoneCallback(fn, context.Ref is PyContext given ? new ContextCopy(given) : ContextCopy.OfCurrent(thread)));
    }

    /// <summary>Remove all instances of a callback from the "call when done" list.</summary>
    [PyMethod("remove_done_callback")]
    private Value RemoveDoneCallback(VmThread thread, Value fn)
    {
        if (CheckLoop(thread) is { IsError: true } error)
            return error;
        var kept = new CallbackList();
        var removed = 0;
        foreach (var callback in Callbacks())
        {
            if (!Comparison.TryEquals(thread, DoneCallback.Shown(callback), fn, out var equal))
                return Value.Error;
            if (equal)
                removed++;
            else
                kept.Add(callback);
        }
        if (removed > 0)
            Replace(kept);
        return Value.Int(removed);
    }

    /// <summary>Cancel the future and schedule callbacks.</summary>
    [PyMethod("cancel", Signature = "msg=None")]
    private Value CancelFromPython(VmThread thread, Value msg)
    {
        if (CheckLoop(thread) is { IsError: true } error)
            return error;
        return Cancel(thread, msg.IsUnbound ? Value.None : msg);
    }

    /// <summary>Return the event loop the Future is bound to.</summary>
    [PyMethod("get_loop")]
    private Value GetLoop(VmThread thread) => CheckLoop(thread) is { IsError: true } error ? error : Loop!;

    [PyMethod("_make_cancelled_error")]
    private Value MakeCancelledErrorFromPython() => MakeCancelledError();

    [PyMethod("__await__")]
    private Value Await() => new PyFutureIterator(this);

    [PyMethod("__iter__")]
    private Value Iter() => new PyFutureIterator(this);

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        var state = AsyncioState.Of(thread);
        return thread.Call(this is PyTask ? state.TaskRepr : state.FutureRepr, this);
    }

    [PyClassMethod("__class_getitem__")]
    private static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);

    [PyGetter("_state")]
    private string StateName() => State switch
    {
        FutureState.Pending => "PENDING",
        FutureState.Cancelled => "CANCELLED",
        _ => "FINISHED",
    };

    [PyGetter("_asyncio_future_blocking")]
    private bool GetBlocking() => IsBlocking;

    [PySetter("_asyncio_future_blocking")]
    private Value SetBlocking(VmThread thread, Value value)
    {
        if (value.IsUnbound)
            return thread.Raise(ExceptionTypes.AttributeError, "cannot delete attribute");
        if (!Truth.TryTest(thread, value, out var truth))
            return Value.Error;
        IsBlocking = truth;
        return Value.None;
    }

    [PyGetter("_loop")]
    private Value LoopOrNone() => Loop is null ? Value.None : Loop;

    [PyGetter("_callbacks")]
    private Value GetCallbacks()
    {
        if (_callbacks is null)
            return Value.None;
        var list = new PyList();
        foreach (var callback in Callbacks())
            list.Append(PyTuple.Of(DoneCallback.Shown(callback), callback is DoneCallback own ? own.Context.Get() : Value.None));
        return list;
    }

    [PyGetter("_result")]
    private Value ResultOrNone() => State == FutureState.Finished ? Result : Value.None;

    [PyGetter("_exception")]
    private Value ExceptionOrNone() => Exception is { } exception ? exception : Value.None;

    [PyGetter("_source_traceback")]
    private Value GetSourceTraceback() => _details?.SourceTraceback is { } traceback ? traceback : Value.None;

    [PyGetter("_cancel_message")]
    private Value GetCancelMessage() => CancelMessage;

    [PySetter("_cancel_message")]
    private Value SetCancelMessage(VmThread thread, Value value)
    {
        KeepCancelMessage(value.IsUnbound ? Value.None : value);
        return Value.None;
    }

    [PyGetter("_log_traceback")]
    private bool GetLogTraceback() => _details?.Watch is not null;

    [PySetter("_log_traceback")]
    private Value SetLogTraceback(VmThread thread, Value value)
    {
        if (value.IsUnbound)
            return thread.Raise(ExceptionTypes.AttributeError, "cannot delete attribute");
        if (!Truth.TryTest(thread, value, out var truth))
            return Value.Error;
        if (truth)
            return thread.ValueError("_log_traceback can only be set to False");
        MarkRetrieved();
        return Value.None;
    }

    /// <summary>The part of <c>__init__</c> that futures and tasks share.</summary>
    private protected Value Initialize(VmThread thread, Value loop)
    {
        if (loop.IsUnbound || loop.IsNone)
        {
            loop = EventLoops.Get(thread);
            if (loop.IsError)
                return loop;
        }
        if (loop.Ref is null)
            return thread.Raise(ExceptionTypes.AttributeError, $"'{loop.Type.Name}' object has no attribute 'get_debug'");
        Loop = loop.Ref;
        if (Loop is not PyEventLoop { IsDebug: false } && !TryTrace(thread))
            return Value.Error;
        State = FutureState.Pending;
        _hasFailed = false;
        _outcome = Value.None;
        _callbacks = null;
        return Value.None;
    }

    /// <summary>In debug mode: remembers where it was made. False when that raised.</summary>
    internal bool TryTrace(VmThread thread)
    {
        var traced = PyEventLoop.TryTrace(thread, Loop, out var traceback);
        if (traceback is not null)
            Details.SourceTraceback = traceback;
        return traced;
    }

    internal Value SetResult(VmThread thread, Value result)
    {
        if (CheckLoop(thread) is { IsError: true } error)
            return error;
        if (IsDone)
            return thread.Raise(AsyncioExceptions.InvalidStateError, "invalid state");
        _outcome = result;
        State = FutureState.Finished;
        return ScheduleCallbacks(thread);
    }

    internal Value SetException(VmThread thread, Value given)
    {
        if (IsDone)
            return thread.Raise(AsyncioExceptions.InvalidStateError, "invalid state");
        if (PyException.IsExceptionClass(given))
        {
            given = thread.Call(given);
            if (given.IsError)
                return given;
        }
        if (given.Ref is not PyException exception)
            return thread.TypeError("invalid exception object");
        if (exception.Type.IsSubtypeOf(ExceptionTypes.StopIteration))
            return thread.TypeError("StopIteration interacts badly with generators and cannot be raised into a Future");
        _outcome = exception;
        _hasFailed = true;
        var details = Details;
        details.ExceptionTraceback = exception.Traceback;
        State = FutureState.Finished;
        if (ScheduleCallbacks(thread) is { IsError: true } error)
            return error;
        details.Watch = AsyncioState.Of(thread).Watch(thread, this);
        return Value.None;
    }

    /// <summary><c>cancel(msg)</c>. A bool or Error.</summary>
    internal virtual Value Cancel(VmThread thread, Value message)
    {
        MarkRetrieved();
        if (IsDone)
            return Value.False;
        State = FutureState.Cancelled;
        KeepCancelMessage(message);
        return ScheduleCallbacks(thread) is { IsError: true } error ? error : Value.True;
    }

    /// <summary>Cancels any future-like object: by its method when it is no native one. A bool or Error.</summary>
    internal static Value CancelAny(VmThread thread, PyObject future, Value message)
    {
        if (future is PyFuture { IsExact: true } native)
            return native.Cancel(thread, message);
        var method = Attributes.Get(thread, future, CancelName);
        if (method.IsError)
            return method;
        var result = thread.Call(method, [message], CancelKeywords);
        if (result.IsError || !Truth.TryTest(thread, result, out var truth))
            return Value.Error;
        return Value.Bool(truth);
    }

    /// <summary>The task's coroutine ended by this CancelledError: it is what awaiting the task raises.</summary>
    private protected void KeepCancelledException(PyException exception) => Details.CancelledException = exception;

    internal PyException MakeCancelledError()
    {
        if (_details?.CancelledException is { } exception)
        {
            _details.CancelledException = null;
            return exception;
        }
        return CancelMessage is { IsNone: false } message
            ? PyException.Make(AsyncioExceptions.CancelledError, message)
            : PyException.Make(AsyncioExceptions.CancelledError);
    }

    private protected void KeepCancelMessage(Value message)
    {
        if (!message.IsNone || _details is not null)
            Details.CancelMessage = message.IsNone ? null : PyTuple.Of(message);
    }

    private protected Value CancelMessage => _details?.CancelMessage is { } message ? message.Items[0] : Value.None;

    /// <summary>What gather() makes the argument of the CancelledError that stands for a cancelled child.</summary>
    internal Value CancelMessageOrEmpty => _details?.CancelMessage is { } message ? message.Items[0] : PyStr.Empty;

    /// <summary>The exception to throw into who waits, its traceback as it was when it was set; marks it as looked at.</summary>
    internal PyException? TakeException()
    {
        if (State == FutureState.Cancelled)
            return MakeCancelledError();
        if (Exception is not { } exception)
            return null;
        UseKeptTraceback(exception);
        return exception;
    }

    /// <summary>Raising it must not pile up traceback entries: the first time it starts with those it came with, then anew.</summary>
    private void UseKeptTraceback(PyException exception)
    {
        MarkRetrieved();
        exception.Traceback = _details!.ExceptionTraceback;
        _details.ExceptionTraceback = null;
    }

    internal void MarkRetrieved()
    {
        if (_details?.Watch is not { } watch)
            return;
        watch.Settle();
        _details.Watch = null;
    }

    /// <summary>Adds a native listener.</summary>
    internal Value AddListener(VmThread thread, IDoneListener listener) => AddCallback(thread, listener);

    /// <summary>Removes a native listener.</summary>
    internal void RemoveListener(IDoneListener listener)
    {
        var kept = new CallbackList();
        foreach (var callback in Callbacks())
        {
            if (!ReferenceEquals(callback, listener))
                kept.Add(callback);
        }
        Replace(kept);
    }

    /// <summary>Is it the only one that waits for this future?</summary>
    internal bool IsOnlyListener(IDoneListener listener) => ReferenceEquals(_callbacks, listener);

    internal Value CheckLoop(VmThread thread) =>
        Loop is null ? thread.RuntimeError($"{(this is PyTask ? "Task" : "Future")} object is not initialized.") : Value.None;

    internal void ReportNeverRetrieved(VmThread thread)
    {
        if (_details is not null)
            _details.Watch = null;
        if (Exception is not { } exception)
            return;
        var context = new PyDict();
        context.SetStr(PyStr.Constant("message"), Value.Str($"{Noun} exception was never retrieved"));
        context.SetStr(PyStr.Constant("exception"), exception);
        context.SetStr(PyStr.Constant("future"), this);
        ReportTo(thread, context);
    }

    private protected void ReportTo(VmThread thread, PyDict context)
    {
        if (_details?.SourceTraceback is { } traceback)
            context.SetStr(PyStr.Constant("source_traceback"), traceback);
        var result = thread.CallMethod(Loop!, ExceptionHandlerName, context);
        if (result.IsError)
            thread.Interpreter.ReportUnraisable(thread, this);
    }

    private FutureDetails Details => _details ??= new FutureDetails();

    private Value AddCallback(VmThread thread, object callback)
    {
        if (IsDone)
            return EventLoops.ScheduleCallback(thread, Loop!, callback, this);
        switch (_callbacks)
        {
            case null:
                _callbacks = callback;
                break;
            case CallbackList several:
                several.Add(callback);
                break;
            default:
                _callbacks = new CallbackList { _callbacks, callback };
                break;
        }
        return Value.None;
    }

    private Value ScheduleCallbacks(VmThread thread)
    {
        var callbacks = _callbacks;
        if (callbacks is null)
            return Value.None;
        _callbacks = null;
        if (callbacks is not CallbackList several)
            return EventLoops.ScheduleCallback(thread, Loop!, callbacks, this);
        foreach (var callback in several)
        {
            if (EventLoops.ScheduleCallback(thread, Loop!, callback, this) is { IsError: true } error)
                return error;
        }
        return Value.None;
    }

    private object[] Callbacks() => _callbacks switch
    {
        null => [],
        CallbackList several => [.. several],
        { } one => [one],
    };

    private void Replace(CallbackList callbacks) => _callbacks = callbacks.Count switch
    {
        0 => null,
        1 => callbacks[0],
        _ => callbacks,
    };
}
