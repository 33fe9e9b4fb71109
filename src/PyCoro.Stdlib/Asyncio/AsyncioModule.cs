using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Asyncio.Transports;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>The native part of asyncio.</summary>
[PyModule("_asyncio", Types = [
    typeof(PyFuture), typeof(PyTask), typeof(PyHandle), typeof(PyTimerHandle), typeof(PyEventLoop), typeof(PyGatheringFuture), typeof(PyLoopQueue), typeof(PyWaitingLine),
    typeof(PyQueueCore), typeof(Streams.PyStreamBuffer), typeof(Streams.PyStreamOutlet),
    typeof(PyTransport), typeof(PyFlowControl), typeof(PySelectorTransport), typeof(PySocketTransport)])]
internal static partial class AsyncioModule
{
    [PyConstant("CancelledError")]
    private static PyType CancelledError => AsyncioExceptions.CancelledError;

    [PyConstant("InvalidStateError")]
    private static PyType InvalidStateError => AsyncioExceptions.InvalidStateError;

    [PyConstant("QueueEmpty")]
    private static PyType QueueEmpty => AsyncioExceptions.QueueEmpty;

    [PyConstant("QueueFull")]
    private static PyType QueueFull => AsyncioExceptions.QueueFull;

    /// <summary>Return an asyncio event loop.</summary>
    [PyFunction("get_event_loop")]
    private static Value GetEventLoop(VmThread thread) => EventLoops.Get(thread);

    [PyFunction("_get_event_loop", Signature = "stacklevel=3")]
    private static Value GetEventLoopInternal(VmThread thread, Value stacklevel) => EventLoops.Get(thread);

    /// <summary>Return the running event loop. Raise a RuntimeError if there is none.</summary>
    [PyFunction("get_running_loop")]
    private static Value GetRunningLoop(VmThread thread) =>
        thread.RunningLoop is { } loop ? loop : thread.RuntimeError("no running event loop");

    /// <summary>Return the running event loop or None.</summary>
    [PyFunction("_get_running_loop")]
    private static Value GetRunningLoopOrNone(VmThread thread) => thread.RunningLoop is { } loop ? loop : Value.None;

    /// <summary>Set the running event loop.</summary>
    [PyFunction("_set_running_loop")]
    private static Value SetRunningLoop(VmThread thread, Value loop)
    {
        thread.RunningLoop = loop.IsNone ? null : loop.Ref;
        return Value.None;
    }

    /// <summary>Return a currently executed task.</summary>
    [PyFunction("current_task", Signature = "loop=None")]
    private static Value CurrentTask(VmThread thread, Value loop)
    {
        if (loop.IsUnbound || loop.IsNone)
        {
            loop = GetRunningLoop(thread);
            if (loop.IsError)
                return loop;
        }
        return loop.Ref is { } obj && EventLoops.Current(thread, obj) is { } task ? task : Value.None;
    }

    /// <summary>Return a set of all tasks for the loop.</summary>
    [PyFunction("_all_tasks_list")]
    private static Value AllTasks(VmThread thread, Value loop)
    {
        var state = AsyncioState.Of(thread);
        var list = new PyList();
        foreach (var task in loop.Ref is PyEventLoop native ? native.Tasks.All() : state.ForeignTasks.All())
        {
            if (ReferenceEquals(task.Loop, loop.Ref))
                list.Append(task);
        }
        foreach (var reference in state.Registered)
        {
            if (reference.TryGetTarget(out var task))
                list.Append(task);
        }
        return list;
    }

    [PyFunction("_register_task")]
    private static Value RegisterTask(VmThread thread, Value task)
    {
        var registered = AsyncioState.Of(thread).Registered;
        registered.RemoveAll(static reference => !reference.TryGetTarget(out _));
        if (task.Ref is { } obj and not PyTask)
            registered.Add(new WeakReference<PyObject>(obj));
        return Value.None;
    }

    [PyFunction("_unregister_task")]
    private static Value UnregisterTask(VmThread thread, Value task)
    {
        AsyncioState.Of(thread).Registered.RemoveAll(reference => !reference.TryGetTarget(out var known) || ReferenceEquals(known, task.Ref));
        return Value.None;
    }

    [PyFunction("_enter_task", Signature = "loop, task")]
    private static Value EnterTask(VmThread thread, Value loop, Value task) => EventLoops.EnterTask(thread, loop.Ref!, task.Ref!);

    [PyFunction("_leave_task", Signature = "loop, task")]
    private static Value LeaveTask(VmThread thread, Value loop, Value task) => EventLoops.LeaveTask(thread, loop.Ref!, task.Ref!);

    /// <summary>Return True if obj is a coroutine object.</summary>
    [PyFunction("iscoroutine")]
    private static Value IsCoroutine(VmThread thread, Value obj)
    {
        var result = Coroutines.IsCoroutine(thread, obj, out var failed);
        return failed ? Value.Error : Value.Bool(result);
    }

    /// <summary>Return a future aggregating results from the given coroutines/futures.</summary>
    [PyFunction("gather", Signature = "*coros_or_futures, return_exceptions=False")]
    private static Value Gather(VmThread thread, bool returnExceptions, ReadOnlySpan<Value> awaitables) =>
        PyGatheringFuture.Gather(thread, awaitables, returnExceptions);

    /// <summary>Wrap a coroutine or an awaitable in a future.</summary>
    [PyFunction("ensure_future", Signature = "coro_or_future, *, loop=None")]
    private static Value EnsureFuture(VmThread thread, Value awaitable, Value loop) =>
        PyEventLoop.EnsureFuture(thread, awaitable, loop.IsUnbound ? Value.None : loop);

    /// <summary>What sleep(0) awaits.</summary>
    [PyFunction("_yield_once")]
    private static Value YieldOnce() => new PyYieldOnce();

    /// <summary>What sleep() awaits.</summary>
    [PyFunction("_nap")]
    private static Value Nap(VmThread thread, Value delay, Value result)
    {
        var loop = GetRunningLoop(thread);
        if (loop.IsError)
            return loop;
        return loop.Ref is PyEventLoop { HasNativeTimers: true } native && (delay.IsFloat || delay.IsSmallInt)
            ? native.StartNap(thread, delay, result)
            : thread.Call(AsyncioState.Of(thread).SleepByMethods, delay, result);
    }

    /// <summary>Set the result only if the future was not cancelled.</summary>
    [PyFunction("_set_result_unless_cancelled")]
    private static Value SetResultUnlessCancelled(VmThread thread, Value future, Value result)
    {
        if (future.Ref is not PyFuture native)
            return thread.TypeError("a Future is required");
        return native.IsCancelled() ? Value.None : native.SetResult(thread, result);
    }

    /// <summary>The Python part of the package says what the native part calls in it.</summary>
    [PyFunction("_register_hooks", Signature = "*, future_repr, task_repr, handle_repr, describe_callback, policy_loop, ensure_future, task_get_stack, task_print_stack, extract_stack, report_slow, is_coroutine_or_function, sleep_by_methods, set_result_unless_cancelled")]
    private static Value RegisterHooks(
        VmThread thread, Value futureRepr, Value taskRepr, Value handleRepr, Value describeCallback, Value policyLoop, Value ensureFuture,
        Value taskGetStack, Value taskPrintStack, Value extractStack, Value reportSlow, Value isCoroutineOrFunction,
        Value sleepByMethods, Value setResultUnlessCancelled)
    {
        var state = AsyncioState.Of(thread);
        state.FutureRepr = futureRepr;
        state.TaskRepr = taskRepr;
        state.HandleRepr = handleRepr;
        state.DescribeCallback = describeCallback;
        state.PolicyLoop = policyLoop;
        state.EnsureFuture = ensureFuture;
        state.TaskGetStack = taskGetStack;
        state.TaskPrintStack = taskPrintStack;
        state.ExtractStack = extractStack;
        state.ReportSlow = reportSlow;
        state.IsCoroutineOrFunction = isCoroutineOrFunction;
        state.SleepByMethods = sleepByMethods;
        state.SetResultUnlessCancelled = setResultUnlessCancelled;
        return Value.None;
    }
}
