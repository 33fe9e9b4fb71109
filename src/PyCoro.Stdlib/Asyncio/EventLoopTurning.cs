// How the loop turns. One iteration waits for the next deadline if nothing is ready, moves the timers that are due to the
// ready queue and runs exactly the callbacks that were in the queue then; what they add runs in the next iteration.

using System.Runtime.CompilerServices;
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
    /// <summary>With at least so many timers of which half are cancelled, these are swept out.</summary>
    private const int SweepFrom = 100;

    /// <summary>The longest single wait, in seconds.</summary>
    private const double LongestWait = 86_400.0;

    /// <summary>Smallest step of the clock, in seconds: a timer so near is due.</summary>
    private double _clockResolution = 1e-9;

    private static readonly PyStr RunForeverName = PyStr.Constant("run_forever");
    private static readonly PyStr RunOnceName = PyStr.Constant("_run_once");
    private static readonly PyStr CallAtName = PyStr.Constant("call_at");
    private static readonly PyStr CallLaterName = PyStr.Constant("call_later");
    private static readonly PyStr CreateFutureName = PyStr.Constant("create_future");
    private static readonly PyStr CreateTaskName = PyStr.Constant("create_task");
    private static readonly PyStr CallSoonName = PyStr.Constant("call_soon");
    private static readonly PyStr TimeName = PyStr.Constant("time");
    private static readonly PyStr AddDoneCallbackName = PyStr.Constant("add_done_callback");
    private static readonly PyStr RemoveDoneCallbackName = PyStr.Constant("remove_done_callback");
    private static readonly PyStr ResultName = PyStr.Constant("result");
    private static readonly PyStr DoneName = PyStr.Constant("done");

    // Only who holds the interpreter's lock touches these.
    private readonly ReadyQueue _ready = new();
    private readonly TimerHeap _timers = new();
    private AsyncioState? _state;
    private VmThread? _waiting;
    private VmThread? _runner;
    private bool _stopping;
    private bool _closed;
    private int _cancelledTimers;
    private Shape? _checkedShape;
    private int _checkedVersion;
    private bool _hasNativeCallSoon;
    private bool _hasNativeTime;
    private bool _hasNativeCallAt;
    private bool _hasNativeTimers;
    private bool _hasNativeCreateTask;
    private bool _hasNativeRunOnce;
    private bool _hasNativeSelector;
    private bool _hasNativeWriteToSelf;
    private bool _hasOwnProcessEvents;

    /// <summary>call_soon is the native one: futures and tasks may put entries into the queue directly.</summary>
    internal bool HasNativeCallSoon
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            CheckOverrides();
            return _hasNativeCallSoon && !_debug;
        }
    }

    /// <summary>create_task is the native one.</summary>
    internal bool HasNativeCreateTask
    {
        get
        {
            CheckOverrides();
            return _hasNativeCreateTask;
        }
    }

    /// <summary>Tasks are made without asking Python for anything.</summary>
    internal bool MakesPlainTasks => HasNativeCallSoon && _hasNativeCreateTask && !_closed && _taskFactory.IsNone;

    /// <summary>What asyncio remembers for the interpreter; null before <c>__init__</c>.</summary>
    internal AsyncioState? State => _state;

    internal int ReadyCount => _ready.Count;

    internal int TimerCount => _timers.Count;

    /// <summary>Schedules without a handle.</summary>
    internal Value Enqueue(VmThread thread, ReadyKind kind, PyObject target, object? argument)
    {
        if (_closed)
            return thread.RuntimeError("Event loop is closed");
        _ready.Enqueue(kind, target, argument);
        return Value.None;
    }

    internal void TimerCancelled() => _cancelledTimers++;

    internal void AddReady(PyHandle handle) => _ready.Enqueue(ReadyKind.Handle, handle, null);

    internal void AddTimer(PyTimerHandle timer)
    {
        timer.IsScheduled = true;
        _timers.Push(timer);
    }

    internal void ClearReady() => _ready.Clear();

    internal void ClearTimers() => _timers.Clear();

    /// <summary>The ready queue as handles.</summary>
    internal PyList ListReady(VmThread thread) =>
        new([.. _ready.All().Select(entry => Value.Of(entry.Kind == ReadyKind.Handle ? entry.Target : HandleOf(thread, entry)))]);

    /// <summary>The timers as the heap has them.</summary>
    internal PyList ListTimers() => new([.. _timers.All.Select(timer => Value.Of(timer))]);

    /// <summary>Run until stop() is called.</summary>
    [PyMethod("run_forever")]
    private Value RunForever(VmThread thread)
    {
        if (CheckClosed(thread).IsError || CheckRunning(thread).IsError)
            return Value.Error;
        _runner = thread;
        thread.RunningLoop = this;
        var outer = thread.CurrentContext;
        var result = Value.None;
        do
        {
            CheckOverrides();
            result = _hasNativeRunOnce ? RunOnce(thread) : thread.CallMethod(this, RunOnceName);
        }
        while (!result.IsError && !_stopping);
        thread.CurrentContext = outer;
        _stopping = false;
        _runner = null;
        thread.RunningLoop = null;
        return result;
    }

    [PyMethod("_run_once")]
    private Value RunOnceFromPython(VmThread thread) => RunOnce(thread);

    /// <summary>Run until the Future is done.</summary>
    [PyMethod("run_until_complete", Signature = "future")]
    private Value RunUntilComplete(VmThread thread, Value future)
    {
        if (CheckClosed(thread).IsError || CheckRunning(thread).IsError)
            return Value.Error;
        var given = future;
        future = EnsureFuture(thread, future, this);
        if (future.IsError)
            return future;
        if (future.Ref is not PyFuture { IsExact: true } native)
            return RunUntilForeignComplete(thread, future);
        var isNew = !future.Is(given);
        if (isNew && native is PyTask task)
            task.HideFromDestroyReport();
        var stop = new PyStopCallback(this);
        if (native.AddListener(thread, stop).IsError)
            return Value.Error;
        var run = thread.CallMethod(this, RunForeverName);
        native.RemoveListener(stop);
        if (run.IsError)
        {
            // The exception that leaves the loop is the task's own one: it has been looked at.
            if (isNew && native.IsDone)
                native.MarkRetrieved();
            return run;
        }
        return native.IsDone ? native.GetResult(thread) : thread.RuntimeError("Event loop stopped before Future completed.");
    }

    /// <summary>A callback failed: to the exception handler, unless the exception must leave the loop. The exception is pending.</summary>
    internal static Value ReportCallback(VmThread thread, PyObject loop, Value callback, Value[] args, Value handle)
    {
        if (MustLeave(thread))
            return Value.Error;
        var exception = thread.TakePending();
        var described = thread.Call(AsyncioState.Of(thread).DescribeCallback, callback, PyTuple.Of(args));
        var text = described.Ref is PyStr known ? known.Text : "?";
        if (described.IsError)
            thread.TakePending();
        return EventLoops.Report(thread, loop, $"Exception in callback {text}", exception, handle);
    }

    /// <summary>The pending exception is one that nobody in the loop handles.</summary>
    internal static bool MustLeave(VmThread thread) =>
        thread.PendingIs(ExceptionTypes.KeyboardInterrupt) || thread.PendingIs(ExceptionTypes.SystemExit);

    private Value RunOnce(VmThread thread)
    {
        if (_state is { HasLost: true } state)
            state.ReportLost(thread);
        SweepTimers();
        if (Await(thread).IsError)
            return Value.Error;
        if (_timers.Count > 0)
        {
            var now = Now(thread);
            if (now.IsError || !Conversions.TryDouble(thread, now, out var end))
                return Value.Error;
            end += _clockResolution;
            while (_timers.Count > 0 && _timers.FirstWhen < end)
            {
                var timer = _timers.Pop();
                timer.IsScheduled = false;
                _ready.Enqueue(ReadyKind.Handle, timer, null);
            }
        }
        for (var count = _ready.Count; count > 0 && _ready.Count > 0; count--)
        {
            var entry = _ready.Dequeue();
            if ((_debug ? RunMeasured(thread, entry) : Run(thread, entry)).IsError)
                return Value.Error;
        }
        return Value.None;
    }

    private Value Run(VmThread thread, in ReadyEntry entry)
    {
        switch (entry.Kind)
        {
            case ReadyKind.Handle:
                var handle = Unsafe.As<PyHandle>(entry.Target);
                return handle.IsCancelled ? Value.None : handle.Run(thread);
            case ReadyKind.Step:
                var step = Unsafe.As<PyTask>(entry.Target).StepInContext(thread, Unsafe.As<PyException?>(entry.Argument));
                return step.IsError ? ReportStep(thread, entry) : step;
            case ReadyKind.WakeUp:
                var woken = Unsafe.As<PyTask>(entry.Argument!).OnDone(thread, Unsafe.As<PyFuture>(entry.Target));
                return woken.IsError ? ReportDone(thread, entry) : woken;
            case ReadyKind.Listener:
                var told = ((IDoneListener)entry.Argument!).OnDone(thread, Unsafe.As<PyFuture>(entry.Target));
                return told.IsError ? ReportDone(thread, entry) : told;
            default:
                var callback = Unsafe.As<DoneCallback>(entry.Argument!);
                var called = Value.Error;
                if (callback.Context.Enter(thread) is { } context)
                {
                    called = thread.Call(callback.Callable, entry.Target);
                    callback.Context.Leave(thread, context);
                }
                return called.IsError ? ReportDone(thread, entry) : Value.None;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Value ReportStep(VmThread thread, in ReadyEntry entry) =>
        ReportCallback(thread, this, new PyTaskStep((PyTask)entry.Target, null), [], HandleOf(thread, entry));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Value ReportDone(VmThread thread, in ReadyEntry entry) =>
        ReportCallback(thread, this, DoneCallback.Shown(entry.Argument!), [entry.Target], HandleOf(thread, entry));

    /// <summary>The handle that a report shows for an entry that never had one.</summary>
    private PyHandle HandleOf(VmThread thread, in ReadyEntry entry)
    {
        if (entry.Kind == ReadyKind.Step)
        {
            var task = (PyTask)entry.Target;
            return new PyHandle(new PyTaskStep(task, entry.Argument as PyException), [], this, new ContextCopy(task.Context.Get()));
        }
        var context = entry.Argument is DoneCallback own ? new ContextCopy(own.Context.Get()) : ContextCopy.OfCurrent(thread);
        return new PyHandle(DoneCallback.Shown(entry.Argument!), [entry.Target], this, context);
    }

    private void SweepTimers()
    {
        var count = _timers.Count;
        if (count > SweepFrom && _cancelledTimers > count / 2.0)
        {
            _timers.RemoveCancelled();
            _cancelledTimers = 0;
            return;
        }
        while (_timers.Count > 0 && _timers.First.IsCancelled)
        {
            _cancelledTimers--;
            _timers.Pop().IsScheduled = false;
        }
    }

    private Value Now(VmThread thread)
    {
        CheckOverrides();
        return _hasNativeTime ? Value.Float(Time(thread)) : thread.CallMethod(this, TimeName);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CheckOverrides()
    {
        var shape = Shape;
        if (!ReferenceEquals(shape, _checkedShape) || _checkedVersion != shape.Type.Version || shape.IsDictionary)
            FindOverrides(shape);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FindOverrides(Shape shape)
    {
        _checkedShape = shape;
        _checkedVersion = shape.Type.Version;
        _hasNativeCallSoon = IsNative(CallSoonName);
        _hasNativeTime = IsNative(TimeName);
        _hasNativeCallAt = IsNative(CallAtName);
        _hasNativeTimers = _hasNativeTime && _hasNativeCallAt && IsNative(CallLaterName) && IsNative(CreateFutureName);
        _hasNativeCreateTask = IsNative(CreateTaskName);
        _hasNativeRunOnce = IsNative(RunOnceName);
        _hasNativeWriteToSelf = IsNative(WriteToSelfName);
        _hasOwnProcessEvents = !InstanceAttributes.Get(this, ProcessEventsName).IsUnbound || !Type.Lookup(ProcessEventsName).Is(_usualProcessEvents);
        _hasNativeSelector = Type.Lookup(SelectorName).Is(TypeObject.Lookup(SelectorName));
    }

    private bool IsNative(PyStr name) =>
        Type.Lookup(name).Ref is PyMethodDescriptor && InstanceAttributes.Get(this, name).IsUnbound;

    private Value CheckRunning(VmThread thread)
    {
        if (_runner is not null)
            return thread.RuntimeError("This event loop is already running");
        return thread.RunningLoop is not null
            ? thread.RuntimeError("Cannot run the event loop while another loop is running")
            : Value.None;
    }

    /// <summary>Failures nobody asked for are found by the collector; at the end of a loop that is worth a collection.</summary>
    private static void ReportFailuresNow(VmThread thread)
    {
        var state = AsyncioState.Of(thread);
        if (!state.HasUnsettled())
            return;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        state.ReportLost(thread);
    }

    /// <summary>The same for a future whose class is written in Python.</summary>
    private Value RunUntilForeignComplete(VmThread thread, Value future)
    {
        var stop = new PyStopCallback(this);
        if (thread.CallMethod(future, AddDoneCallbackName, stop).IsError)
            return Value.Error;
        var run = thread.CallMethod(this, RunForeverName);
        var pending = run.IsError ? thread.TakePending() : null;
        var removed = thread.CallMethod(future, RemoveDoneCallbackName, stop);
        if (pending is not null)
            return thread.Reraise(pending);
        if (removed.IsError)
            return removed;
        var done = thread.CallMethod(future, DoneName);
        if (done.IsError || !Truth.TryTest(thread, done, out var isDone))
            return Value.Error;
        return isDone ? thread.CallMethod(future, ResultName) : thread.RuntimeError("Event loop stopped before Future completed.");
    }

    internal Value StopBecauseOf(VmThread thread, Value future)
    {
        if (future.Ref is PyFuture native && !native.IsCancelled())
        {
            native.MarkRetrieved();
            if (native.Exception is { } exception &&
                (exception.Type.IsSubtypeOf(ExceptionTypes.KeyboardInterrupt) || exception.Type.IsSubtypeOf(ExceptionTypes.SystemExit)))
            {
                // It leaves the loop by itself.
                return Value.None;
            }
        }
        _stopping = true;
        return Value.None;
    }
}

/// <summary>Stops the loop when the future of run_until_complete() is done.</summary>
[PyType("function", Module = "asyncio.base_events")]
internal sealed partial class PyStopCallback : PyObject, IDoneListener
{
    private readonly PyEventLoop _loop;

    internal PyStopCallback(PyEventLoop loop) : base(TypeObject.RootShape) => _loop = loop;

    Value IDoneListener.OnDone(VmThread thread, PyFuture future) => _loop.StopBecauseOf(thread, future);

    PyObject IDoneListener.AsCallback() => this;

    [PyMethod("__call__")]
    private Value Call(VmThread thread, Value future) => _loop.StopBecauseOf(thread, future);

    [PyGetter("__qualname__")]
    private string QualName() => "_run_until_complete_cb";

    [PyGetter("__name__")]
    private string Name() => "_run_until_complete_cb";
}
