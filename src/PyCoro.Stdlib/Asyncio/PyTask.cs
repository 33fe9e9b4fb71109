// The Task drives a coroutine: each step resumes its frame directly and looks at what it yields. The order in which steps
// and wake-ups enter the loop's queue is CPython's, since it decides the order of events in a script; see TaskStep.cs.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Contextvars;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>A coroutine wrapped in a Future (library reference: asyncio, Task Object).</summary>
[PyType("Task", Module = "_asyncio", Base = typeof(PyFuture), Subclassable = true, HasDict = true)]
internal sealed partial class PyTask : PyFuture, IDoneListener
{
    private long _number;
    private PyStr? _name;
    private int _cancelRequests;
    private bool _mustCancel;
    private bool _logDestroyPending = true;

    internal PyTask(Shape shape) : base(shape) { }

    /// <summary>What it drives; null before <c>__init__</c>.</summary>
    internal PyObject? Coroutine;

    /// <summary>Where it runs.</summary>
    internal ContextCopy Context;

    /// <summary>The future the coroutine waits for.</summary>
    internal PyObject? Waiter;

    internal TaskList? Owner;
    internal PyTask? PreviousTask;
    internal PyTask? NextTask;

    private protected override string Noun => "Task";

    /// <summary>A task of a native loop whose first step is scheduled. Null when it raised.</summary>
    internal static PyTask? Start(VmThread thread, PyObject loop, Value coroutine, Value name, Value context)
    {
        var task = new PyTask(TypeObject.RootShape);
        return task.Begin(thread, coroutine, loop, name, context).IsError ? null : task;
    }

    [PyMethod("__init__", Signature = "coro, *, loop=None, name=None, context=None")]
    private Value Init(VmThread thread, Value coro, Value loop, Value name, Value context) => Begin(thread, coro, loop, name, context);

    /// <summary>Return the name of the task.</summary>
    [PyMethod("get_name")]
    internal Value GetName() => _name ??= PyStr.Of($"Task-{_number}");

    [PyMethod("set_name")]
    internal Value SetName(VmThread thread, Value value)
    {
        if (value.Ref is PyStr { Type.IsHeapType: false } text)
        {
            _name = text;
            return Value.None;
        }
        var made = Texts.Str(thread, value);
        if (made is null)
            return Value.Error;
        _name = made;
        return Value.None;
    }

    [PyMethod("set_result")]
    private Value RefuseResult(VmThread thread, Value result) => thread.RuntimeError("Task does not support set_result operation");

    [PyMethod("set_exception")]
    private Value RefuseException(VmThread thread, Value exception) => thread.RuntimeError("Task does not support set_exception operation");

    [PyMethod("get_coro")]
    private Value GetCoroutine() => Coroutine is null ? Value.None : Coroutine;

    /// <summary>Return the count of the task's cancellation requests.</summary>
    [PyMethod("cancelling")]
    private long Cancelling() => _cancelRequests;

    /// <summary>Decrement the task's count of cancellation requests.</summary>
    [PyMethod("uncancel")]
    private long Uncancel() => _cancelRequests > 0 ? --_cancelRequests : 0;

    /// <summary>Return the list of stack frames for this task's coroutine.</summary>
    [PyMethod("get_stack", Signature = "*, limit=None")]
    private Value GetStack(VmThread thread, Value limit) =>
        thread.Call(AsyncioState.Of(thread).TaskGetStack, this, limit.IsUnbound ? Value.None : limit);

    /// <summary>Print the stack or traceback for this task's coroutine.</summary>
    [PyMethod("print_stack", Signature = "*, limit=None, file=None")]
    private Value PrintStack(VmThread thread, Value limit, Value file) =>
        thread.Call(AsyncioState.Of(thread).TaskPrintStack, this, limit.IsUnbound ? Value.None : limit, file.IsUnbound ? Value.None : file);

    [PyGetter("_coro")]
    private Value CoroutineField() => GetCoroutine();

    [PyGetter("_fut_waiter")]
    private Value WaiterField() => Waiter is null ? Value.None : Waiter;

    [PyGetter("_must_cancel")]
    private bool MustCancelField() => _mustCancel;

    [PyGetter("_log_destroy_pending")]
    private bool GetLogDestroyPending() => _logDestroyPending;

    [PySetter("_log_destroy_pending")]
    private Value SetLogDestroyPending(VmThread thread, Value value)
    {
        if (value.IsUnbound)
            return thread.Raise(ExceptionTypes.AttributeError, "cannot delete attribute");
        if (!Truth.TryTest(thread, value, out var truth))
            return Value.Error;
        _logDestroyPending = truth;
        return Value.None;
    }

    /// <inheritdoc/>
    internal override Value Cancel(VmThread thread, Value message)
    {
        MarkRetrieved();
        if (IsDone)
            return Value.False;
        _cancelRequests++;
        if (Waiter is { } waiter)
        {
            var cancelled = CancelAny(thread, waiter, message);
            if (cancelled.IsError || cancelled.IsTrue)
                return cancelled;
        }
        _mustCancel = true;
        KeepCancelMessage(message);
        return Value.True;
    }

    PyObject IDoneListener.AsCallback() => new PyTaskWakeup(this);

    /// <summary>Whoever made the task does not hand it out: nobody could have waited for it.</summary>
    internal void HideFromDestroyReport() => _logDestroyPending = false;

    /// <summary>The program ends, or the loop is gone, and the task has not finished.</summary>
    internal void ReportDestroyed(VmThread thread)
    {
        if (IsDone || !_logDestroyPending || Loop is null)
            return;
        _logDestroyPending = false;
        var context = new PyDict();
        context.SetStr(PyStr.Constant("task"), this);
        context.SetStr(PyStr.Constant("message"), Value.Str("Task was destroyed but it is pending!"));
        ReportTo(thread, context);
    }

    private Value Begin(VmThread thread, Value coroutine, Value loop, Value name, Value context)
    {
        if (!Coroutines.IsCoroutine(thread, coroutine, out var failed))
        {
            if (failed)
                return Value.Error;
            _logDestroyPending = false;
            var repr = Texts.Repr(thread, coroutine);
            return repr is null ? Value.Error : thread.TypeError($"a coroutine was expected, got {repr.Text}");
        }
        if (Initialize(thread, loop) is { IsError: true } error)
            return error;
        if (context.IsUnbound || context.IsNone)
            Context = ContextCopy.OfCurrent(thread);
        else if (context.Ref is PyContext given)
            Context = new ContextCopy(given);
        else
            return thread.TypeError($"a Context was expected, got '{context.Type.Name}'");
        Coroutine = coroutine.Ref;
        Waiter = null;
        _mustCancel = false;
        _cancelRequests = 0;
        var state = (Loop as PyEventLoop)?.State ?? AsyncioState.Of(thread);
        if (name.IsUnbound || name.IsNone)
            _number = state.NextTaskNumber();
        else if (SetName(thread, name).IsError)
            return Value.Error;
        if (EventLoops.ScheduleStep(thread, this, null) is { IsError: true } unscheduled)
        {
            // Nobody is going to run it, and whoever has it may say so when it goes.
            thread.Interpreter.Finalization.Watch(this, static (finalizer, task) => ((PyTask)task).ReportDestroyed(finalizer));
            return unscheduled;
        }
        (Loop is PyEventLoop native ? native.Tasks : state.ForeignTasks).Add(this);
        return Value.None;
    }
}

/// <summary>The callback by which a task waits for a future that schedules callbacks itself, or shows them.</summary>
[PyType("TaskWakeupMethWrapper", Module = "_asyncio")]
internal sealed partial class PyTaskWakeup : PyObject
{
    private readonly PyTask _task;

    internal PyTaskWakeup(PyTask task) : base(TypeObject.RootShape) => _task = task;

    [PyMethod("__call__")]
    private Value Call(VmThread thread, Value future) => _task.Wakeup(thread, future);

    [PyGetter("__qualname__")]
    private string QualName() => "Task.task_wakeup";

    [PyGetter("__name__")]
    private string Name() => "task_wakeup";

    [PyGetter("__self__")]
    private Value Self() => _task;

    [PyMethod("__eq__")]
    private Value Equals(VmThread thread, Value other) => Value.Bool(other.Ref is PyTaskWakeup wakeup && ReferenceEquals(wakeup._task, _task));

    [PyMethod("__hash__")]
    private long Hash() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(_task);
}

/// <summary>A step of a task as the callback of a loop that is written in Python.</summary>
[PyType("TaskStepMethWrapper", Module = "_asyncio")]
internal sealed partial class PyTaskStep : PyObject
{
    private readonly PyTask _task;
    private readonly PyException? _exception;

    internal PyTaskStep(PyTask task, PyException? exception) : base(TypeObject.RootShape)
    {
        _task = task;
        _exception = exception;
    }

    [PyMethod("__call__")]
    private Value Call(VmThread thread) => _task.Step(thread, _exception);

    [PyGetter("__qualname__")]
    private string QualName() => "TaskStepMethWrapper";

    [PyGetter("__self__")]
    private Value Self() => _task;
}
