// The Future. Its callbacks never run inside the call that completes it: they go to the loop's ready queue, in the order they
// were added, which is what fixes the order of events in a script. Callbacks that are C# (a task waiting, a gather)
// implement IDoneListener and go there without a handle around them.

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

    private protected FailureWatch? _watch;
    private FutureCallback _first;
    private List<FutureCallback>? _others;
    private bool _hasFirst;
    private PyTuple? _cancelMessage;
    private PyException? _cancelledException;
    private PyTraceback? _exceptionTraceback;
    private PyObject? _sourceTraceback;

    internal PyFuture(Shape shape) : base(shape) { }

    internal PyFuture(PyObject loop) : this(TypeObject.RootShape) => Loop = loop;

    /// <summary>The event loop; null before <c>__init__</c>.</summary>
    internal PyObject? Loop;

    internal FutureState State;

    /// <summary><c>_asyncio_future_blocking</c>: yielded by <c>await</c>, not by a plain <c>yield</c>.</summary>
    internal bool IsBlocking;

    /// <summary>The result of a finished future without exception.</summary>
    internal Value Result;

    internal PyException? Exception;

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
        if (Exception is null)
            return Result;
        UseKeptTraceback(Exception);
        return thread.Raise(Exception);
    }

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
        return Exception is null ? Value.None : Exception;
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
        return AddCallback(thread, new FutureCallback(fn, context.Ref as PyContext ?? PyContext.CopyCurrent(thread)));
    }

    /// <summary>Remove all instances of a callback from the "call when done" list.</summary>
    [PyMethod("remove_done_callback")]
    private Value RemoveDoneCallback(VmThread thread, Value fn)
    {
        if (CheckLoop(thread) is { IsError: true } error)
            return error;
        var kept = new List<FutureCallback>();
        var removed = 0;
        foreach (var callback in Callbacks())
        {
            if (!Comparison.TryEquals(thread, callback.Shown, fn, out var equal))
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
        if (!_hasFirst)
            return Value.None;
        var list = new PyList();
        foreach (var callback in Callbacks())
            list.Append(PyTuple.Of(callback.Shown, callback.Context is null ? Value.None : callback.Context));
        return list;
    }

    [PyGetter("_result")]
    private Value ResultOrNone() => State == FutureState.Finished && Exception is null ? Result : Value.None;

    [PyGetter("_exception")]
    private Value ExceptionOrNone() => Exception is null ? Value.None : Exception;

    [PyGetter("_source_traceback")]
    private Value GetSourceTraceback() => _sourceTraceback is null ? Value.None : _sourceTraceback;

    [PyGetter("_cancel_message")]
    private Value GetCancelMessage() => _cancelMessage is null ? Value.None : _cancelMessage.Items[0];

    [PySetter("_cancel_message")]
    private Value SetCancelMessage(VmThread thread, Value value)
    {
        KeepCancelMessage(value.IsUnbound ? Value.None : value);
        return Value.None;
    }

    [PyGetter("_log_traceback")]
    private bool GetLogTraceback() => _watch is not null;

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
        Exception = null;
        Result = Value.None;
        _hasFirst = false;
        _others = null;
        return Value.None;
    }

    /// <summary>In debug mode: remembers where it was made. False when that raised.</summary>
    internal bool TryTrace(VmThread thread) => PyEventLoop.TryTrace(thread, Loop, out _sourceTraceback);

    internal Value SetResult(VmThread thread, Value result)
    {
        if (CheckLoop(thread) is { IsError: true } error)
            return error;
        if (IsDone)
            return thread.Raise(AsyncioExceptions.InvalidStateError, "invalid state");
        Result = result;
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
        Exception = exception;
        _exceptionTraceback = exception.Traceback;
        State = FutureState.Finished;
        if (ScheduleCallbacks(thread) is { IsError: true } error)
            return error;
        _watch = AsyncioState.Of(thread).Watch(thread, this);
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
    private protected void KeepCancelledException(PyException exception) => _cancelledException = exception;

    internal PyException MakeCancelledError()
    {
        if (_cancelledException is { } exception)
        {
            _cancelledException = null;
            return exception;
        }
        return _cancelMessage is { } message && !message.Items[0].IsNone
            ? PyException.Make(AsyncioExceptions.CancelledError, message.Items[0])
            : PyException.Make(AsyncioExceptions.CancelledError);
    }

    private protected void KeepCancelMessage(Value message) => _cancelMessage = message.IsNone ? null : PyTuple.Of(message);

    private protected Value CancelMessage => _cancelMessage is null ? Value.None : _cancelMessage.Items[0];

    /// <summary>What gather() makes the argument of the CancelledError that stands for a cancelled child.</summary>
    internal Value CancelMessageOrEmpty => _cancelMessage is null ? PyStr.Empty : _cancelMessage.Items[0];

    /// <summary>The exception to throw into who waits, its traceback as it was when it was set; marks it as looked at.</summary>
    internal PyException? TakeException()
    {
        if (State == FutureState.Cancelled)
            return MakeCancelledError();
        if (Exception is null)
            return null;
        UseKeptTraceback(Exception);
        return Exception;
    }

    /// <summary>Raising it must not pile up traceback entries: the first time it starts with those it came with, then anew.</summary>
    private void UseKeptTraceback(PyException exception)
    {
        MarkRetrieved();
        exception.Traceback = _exceptionTraceback;
        _exceptionTraceback = null;
    }

    internal void MarkRetrieved()
    {
        _watch?.Settle();
        _watch = null;
    }

    /// <summary>Adds a native listener.</summary>
    internal Value AddListener(VmThread thread, IDoneListener listener) =>
        AddCallback(thread, new FutureCallback(Value.Of((PyObject)listener), null));

    /// <summary>Removes a native listener.</summary>
    internal void RemoveListener(IDoneListener listener)
    {
        var kept = new List<FutureCallback>();
        foreach (var callback in Callbacks())
        {
            if (callback.Context is not null || !ReferenceEquals(callback.Callable.Ref, listener))
                kept.Add(callback);
        }
        Replace(kept);
    }

    internal Value CheckLoop(VmThread thread) =>
        Loop is null ? thread.RuntimeError($"{(this is PyTask ? "Task" : "Future")} object is not initialized.") : Value.None;

    internal void ReportNeverRetrieved(VmThread thread)
    {
        _watch = null;
        if (Exception is null)
            return;
        var context = new PyDict();
        context.SetStr(PyStr.Constant("message"), Value.Str($"{Noun} exception was never retrieved"));
        context.SetStr(PyStr.Constant("exception"), Exception);
        context.SetStr(PyStr.Constant("future"), this);
        ReportTo(thread, context);
    }

    private protected void ReportTo(VmThread thread, PyDict context)
    {
        if (_sourceTraceback is not null)
            context.SetStr(PyStr.Constant("source_traceback"), _sourceTraceback);
        var result = thread.CallMethod(Loop!, ExceptionHandlerName, context);
        if (result.IsError)
            thread.Interpreter.ReportUnraisable(thread, this);
    }

    private Value AddCallback(VmThread thread, FutureCallback callback)
    {
        if (IsDone)
            return EventLoops.ScheduleCallback(thread, Loop!, callback, this);
        if (!_hasFirst)
        {
            _first = callback;
            _hasFirst = true;
        }
        else
        {
            (_others ??= []).Add(callback);
        }
        return Value.None;
    }

    private Value ScheduleCallbacks(VmThread thread)
    {
        if (!_hasFirst)
            return Value.None;
        var first = _first;
        var others = _others;
        _hasFirst = false;
        _first = default;
        _others = null;
        var result = EventLoops.ScheduleCallback(thread, Loop!, first, this);
        if (others is null || result.IsError)
            return result;
        foreach (var callback in others)
        {
            if (EventLoops.ScheduleCallback(thread, Loop!, callback, this) is { IsError: true } error)
                return error;
        }
        return Value.None;
    }

    private IEnumerable<FutureCallback> Callbacks()
    {
        if (!_hasFirst)
            yield break;
        yield return _first;
        foreach (var callback in _others?.ToArray() ?? [])
            yield return callback;
    }

    private void Replace(List<FutureCallback> callbacks)
    {
        _hasFirst = callbacks.Count > 0;
        _first = _hasFirst ? callbacks[0] : default;
        _others = callbacks.Count > 1 ? callbacks[1..] : null;
    }
}

/// <summary>What runs when a future is done: a callable with its context, or an <see cref="IDoneListener"/> without one.</summary>
internal readonly record struct FutureCallback(Value Callable, PyContext? Context)
{
    /// <summary>The callable that Python sees.</summary>
    internal Value Shown => Context is null ? ((IDoneListener)Callable.Ref!).AsCallback() : Callable;
}
