// The event loop: what scripts call on it. How it turns is in EventLoopTurning.cs; what is rare (exception handlers, executors)
// is written in Python, in Lib/asyncio/base_events.py, as a class derived from this one.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Contextvars;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>The native part of the event loop (library reference: asyncio, Event Loop).</summary>
[PyType("BaseEventLoop", Module = "asyncio.base_events", Subclassable = true, HasDict = true)]
internal sealed partial class PyEventLoop : PyObject, IAwaited
{
    private static readonly PyStr SetNameName = PyStr.Constant("set_name");
    private static readonly PyTuple ContextKeyword = PyTuple.Of(PyStr.Constant("context"));

    private Value _taskFactory = Value.None;

    internal PyEventLoop(Shape shape) : base(shape) { }

    /// <summary>The tasks of the loop that have not finished.</summary>
    internal TaskList Tasks { get; } = new();

    /// <summary>The task being stepped.</summary>
    internal PyObject? CurrentTask;

    [PyMethod("__init__")]
    private Value Init(VmThread thread)
    {
        _state = AsyncioState.Of(thread);
        _state.Add(thread, this);
        return Value.None;
    }

    /// <summary>Arrange for a callback to be called as soon as possible.</summary>
    [PyMethod("call_soon", Signature = "callback, /, *args, context=None")]
    private Value CallSoon(VmThread thread, Value callback, Value context, ReadOnlySpan<Value> args)
    {
        return MakeReady(thread, callback, context, args, "call_soon");
    }

    /// <summary>Like call_soon(), but thread-safe.</summary>
    [PyMethod("call_soon_threadsafe", Signature = "callback, /, *args, context=None")]
    private Value CallSoonThreadSafe(VmThread thread, Value callback, Value context, ReadOnlySpan<Value> args)
    {
        var handle = MakeReady(thread, callback, context, args, "call_soon_threadsafe");
        return handle.IsError || WakeUp(thread).IsError ? Value.Error : handle;
    }

    /// <summary>Arrange for a callback to be called at a given time.</summary>
    [PyMethod("call_later", Signature = "delay, callback, /, *args, context=None")]
    private Value CallLater(VmThread thread, Value delay, Value callback, Value context, ReadOnlySpan<Value> args)
    {
        if (delay.IsNone)
            return thread.TypeError("delay must not be None");
        var now = Now(thread);
        var when = now.IsError ? now : Arithmetic.Binary(thread, Compiler.Bytecode.BinaryOperation.Add, now, delay);
        if (when.IsError || _hasNativeCallAt)
            return when.IsError ? when : CallAt(thread, when, callback, context, args);
        // An override, as subclasses that keep their own time have it.
        var method = Attributes.Get(thread, this, CallAtName);
        return method.IsError ? method : thread.Call(method, [when, callback, .. args, context.IsUnbound ? Value.None : context], ContextKeyword);
    }

    /// <summary>Like call_later(), but uses an absolute time.</summary>
    [PyMethod("call_at", Signature = "when, callback, /, *args, context=None")]
    private Value CallAt(VmThread thread, Value when, Value callback, Value context, ReadOnlySpan<Value> args)
    {
        if (when.IsNone)
            return thread.TypeError("when cannot be None");
        if (CheckClosed(thread).IsError || !TryContext(thread, context, out var own))
            return Value.Error;
        if (!Conversions.TryDouble(thread, when, out var number) || CheckScheduling(thread, callback, "call_at").IsError)
            return Value.Error;
        var timer = new PyTimerHandle(number, when, callback, args.ToArray(), this, own);
        if (_debug && !timer.TryTrace(thread))
            return Value.Error;
        AddTimer(timer);
        return timer;
    }

    /// <summary>Return the time according to the event loop's clock.</summary>
    [PyMethod("time")]
    private double Time(VmThread thread) => thread.Interpreter.Options.Clock.Read() / 1e9;

    /// <summary>Create a Future object attached to the loop.</summary>
    [PyMethod("create_future")]
    private Value CreateFuture(VmThread thread)
    {
        var future = new PyFuture(this);
        return _debug && !future.TryTrace(thread) ? Value.Error : future;
    }

    /// <summary>Schedule a coroutine object.</summary>
    [PyMethod("create_task", Signature = "coro, *, name=None, context=None")]
    internal Value CreateTask(VmThread thread, Value coro, Value name, Value context)
    {
        if (CheckClosed(thread).IsError)
            return Value.Error;
        if (_taskFactory.IsNone)
            return PyTask.Start(thread, this, coro, name, context) is { } task ? task : Value.Error;
        var made = context.IsUnbound || context.IsNone
            ? thread.Call(_taskFactory, this, coro)
            : thread.Call(_taskFactory, [this, coro, context], ContextKeyword);
        return made.IsError || Name(thread, made, name).IsError ? Value.Error : made;
    }

    /// <summary>Set a task factory that will be used by loop.create_task().</summary>
    [PyMethod("set_task_factory")]
    private Value SetTaskFactory(VmThread thread, Value factory)
    {
        if (!factory.IsNone && !IsCallable(factory))
            return thread.TypeError("task factory must be a callable or None");
        _taskFactory = factory;
        return Value.None;
    }

    /// <summary>Return a task factory, or None if the default one is in use.</summary>
    [PyMethod("get_task_factory")]
    private Value GetTaskFactory() => _taskFactory;

    /// <summary>Returns True if the event loop is running.</summary>
    [PyMethod("is_running")]
    private bool IsRunning() => _runner is not null;

    /// <summary>Returns True if the event loop was closed.</summary>
    [PyMethod("is_closed")]
    private bool IsClosed() => _closed;

    /// <summary>Stop running the event loop.</summary>
    [PyMethod("stop")]
    private Value Stop()
    {
        _stopping = true;
        return Value.None;
    }

    /// <summary>Close the event loop.</summary>
    [PyMethod("close")]
    private Value Close(VmThread thread)
    {
        if (IsRunning())
            return thread.RuntimeError("Cannot close a running event loop");
        if (_closed)
            return Value.None;
        ReportFailuresNow(thread);
        _closed = true;
        ClearReady();
        ClearTimers();
        return Value.None;
    }

    [PyMethod("_check_closed")]
    private Value CheckClosed(VmThread thread) => _closed ? thread.RuntimeError("Event loop is closed") : Value.None;

    [PyGetter("_closed")]
    private bool ClosedField() => _closed;

    [PyGetter("_stopping")]
    private bool StoppingField() => _stopping;

    [PySetter("_stopping")]
    private Value SetStopping(VmThread thread, Value value)
    {
        if (!Truth.TryTest(thread, value.IsUnbound ? Value.False : value, out _stopping))
            return Value.Error;
        return Value.None;
    }

    [PyGetter("_thread_id")]
    private Value ThreadIdField() => _runner is null ? Value.None : Value.Int(_runner.Identity);

    [PyGetter("_clock_resolution")]
    private double ClockResolutionField() => _clockResolution;

    [PySetter("_clock_resolution")]
    private Value SetClockResolution(VmThread thread, Value value) =>
        Conversions.TryDouble(thread, value.IsUnbound ? Value.Float(0) : value, out _clockResolution) ? Value.None : Value.Error;

    [PyGetter("_timer_cancelled_count")]
    private long TimerCancelledCountField() => _cancelledTimers;

    [PyGetter("_ready")]
    private PyLoopQueue ReadyField() => new(this, isTimers: false);

    [PyGetter("_scheduled")]
    private PyLoopQueue ScheduledField() => new(this, isTimers: true);

    /// <summary>Puts a handle into the ready queue, unless it is cancelled.</summary>
    [PyMethod("_add_callback")]
    private Value AddCallback(PyHandle handle)
    {
        if (!handle.IsCancelled)
            AddReady(handle);
        return Value.None;
    }

    [PyMethod("_timer_handle_cancelled")]
    private Value TimerHandleCancelled(Value handle)
    {
        if (handle.Ref is PyTimerHandle { IsScheduled: true })
            TimerCancelled();
        return Value.None;
    }

    [PyMethod("__repr__")]
    private string Repr() =>
        $"<{Type.Name} running={(IsRunning() ? "True" : "False")} closed={(_closed ? "True" : "False")} debug={(_debug ? "True" : "False")}>";

    internal static bool IsCallable(Value value) =>
        value.Ref is PyFunction or PyBuiltinFunction or PyBoundMethod or PyMethodDescriptor or PyType || value.Type.Has(Runtime.Types.Special.Call);

    /// <summary>Names a task that someone else made, if it can be named.</summary>
    internal static Value Name(VmThread thread, Value task, Value name)
    {
        if (name.IsUnbound || name.IsNone)
            return Value.None;
        if (task.Ref is PyTask native)
            return native.SetName(thread, name);
        var setName = Attributes.TryGet(thread, task, SetNameName);
        if (!setName.IsUnbound)
            return setName.IsError ? setName : thread.Call(setName, name);
        const string Complaint = "Task.set_name() was added in Python 3.8, the method support will be mandatory for third-party task implementations since 3.13.";
        return Runtime.Modules.Warnings.Warn(thread, Value.Str(Complaint), ExceptionTypes.DeprecationWarning, 1, Value.None);
    }

    /// <summary>Turns an awaitable into a future of this loop.</summary>
    internal static Value EnsureFuture(VmThread thread, Value awaitable, Value loop)
    {
        if (awaitable.Ref is PyFuture future)
        {
            return !loop.IsNone && !ReferenceEquals(loop.Ref, future.Loop)
                ? thread.ValueError("The future belongs to a different loop than the one specified as the loop argument")
                : awaitable;
        }
        if (awaitable.Ref is PyCoroutine)
        {
            if (loop.IsNone)
            {
                loop = EventLoops.Get(thread);
                if (loop.IsError)
                    return loop;
            }
            if (loop.Ref is PyEventLoop { HasNativeCreateTask: true, _taskFactory.IsNone: true, _closed: false } native)
                return native.CreateTask(thread, awaitable, Value.None, Value.None);
        }
        return thread.Call(AsyncioState.Of(thread).EnsureFuture, awaitable, loop);
    }

    private Value MakeReady(VmThread thread, Value callback, Value context, ReadOnlySpan<Value> args, string method)
    {
        if (_debug || _closed || !context.IsUnbound)
            return MakeReadyWithCare(thread, callback, context, args, method);
        var handle = new PyHandle(callback, args.ToArray(), this, ContextCopy.OfCurrent(thread));
        AddReady(handle);
        return handle;
    }

    private Value MakeReadyWithCare(VmThread thread, Value callback, Value context, ReadOnlySpan<Value> args, string method)
    {
        if (CheckClosed(thread).IsError || CheckScheduling(thread, callback, method).IsError || !TryContext(thread, context, out var own))
            return Value.Error;
        var handle = new PyHandle(callback, args.ToArray(), this, own);
        if (_debug && !handle.TryTrace(thread))
            return Value.Error;
        AddReady(handle);
        return handle;
    }

    private static bool TryContext(VmThread thread, Value given, out ContextCopy context)
    {
        context = default;
        if (given.IsUnbound || given.IsNone)
        {
            context = ContextCopy.OfCurrent(thread);
            return true;
        }
        if (given.Ref is PyContext own)
        {
            context = new ContextCopy(own);
            return true;
        }
        thread.TypeError($"a Context was expected, got '{given.Type.Name}'");
        return false;
    }
}
