// How futures and tasks reach their loop. A loop of the native class is spoken to directly; one that overrides call_soon,
// or is written in Python from the ground up, through its methods.

using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio;

internal static class EventLoops
{
    private static readonly PyStr CallSoonName = PyStr.Constant("call_soon");
    private static readonly PyTuple ContextKeyword = PyTuple.Of(PyStr.Constant("context"));

    /// <summary><c>get_event_loop()</c>: the running one, else the policy's.</summary>
    internal static Value Get(VmThread thread)
    {
        if (thread.RunningLoop is { } running)
            return running;
        var policy = AsyncioState.Of(thread).PolicyLoop;
        return policy.IsUnbound ? thread.RuntimeError("no running event loop") : thread.Call(policy);
    }

    /// <summary>Schedules the next step of a task.</summary>
    internal static Value ScheduleStep(VmThread thread, PyTask task, PyException? exception)
    {
        if (task.Loop is PyEventLoop { HasNativeCallSoon: true } native)
            return native.Enqueue(thread, ReadyKind.Step, task, exception);
        return CallSoon(thread, task.Loop!, [new PyTaskStep(task, exception), task.Context.Get()]);
    }

    /// <summary>Schedules a callback of a future that is done.</summary>
    internal static Value ScheduleCallback(VmThread thread, PyObject loop, object callback, PyFuture future)
    {
        if (loop is PyEventLoop { HasNativeCallSoon: true } native)
            return native.Enqueue(thread, callback is PyTask ? ReadyKind.WakeUp : callback is DoneCallback ? ReadyKind.Callback : ReadyKind.Listener, future, callback);
        Value context = callback switch
        {
            DoneCallback own => own.Context.Get(),
            PyTask task => task.Context.Get(),
            _ => Contextvars.PyContext.CopyCurrent(thread),
        };
        return CallSoon(thread, loop, [DoneCallback.Shown(callback), future, context]);
    }

    /// <summary>The task begins a step.</summary>
    internal static Value EnterTask(VmThread thread, PyObject loop, PyObject task)
    {
        var current = Current(thread, loop);
        if (current is not null)
        {
            var (entering, executing) = (Texts.Repr(thread, task), Texts.Repr(thread, current));
            return entering is null || executing is null
                ? Value.Error
                : thread.RuntimeError($"Cannot enter into task {entering.Text} while another task {executing.Text} is being executed.");
        }
        SetCurrent(thread, loop, task);
        return Value.None;
    }

    /// <summary>The task ends a step.</summary>
    internal static Value LeaveTask(VmThread thread, PyObject loop, PyObject task, bool keepsPending = false)
    {
        var current = Current(thread, loop);
        if (!ReferenceEquals(current, task))
        {
            if (keepsPending)
                return Value.None;
            var (leaving, executing) = (Texts.Repr(thread, task), Texts.Repr(thread, current is null ? Value.None : current));
            return leaving is null || executing is null
                ? Value.Error
                : thread.RuntimeError($"Leaving task {leaving.Text} does not match the current task {executing.Text}.");
        }
        SetCurrent(thread, loop, null);
        return Value.None;
    }

    /// <summary>The task that is being stepped in a loop.</summary>
    internal static PyObject? Current(VmThread thread, PyObject loop) =>
        loop is PyEventLoop native ? native.CurrentTask : AsyncioState.Of(thread).ForeignCurrent.GetValueOrDefault(loop);

    /// <summary>Reports a failed callback to the loop's exception handler. None or Error.</summary>
    internal static Value Report(VmThread thread, PyObject loop, string message, PyException exception, Value handle)
    {
        var context = new PyDict();
        context.SetStr(PyStr.Constant("message"), Value.Str(message));
        context.SetStr(PyStr.Constant("exception"), exception);
        if (!handle.IsUnbound)
        {
            context.SetStr(PyStr.Constant("handle"), handle);
            if (handle.Ref is PyHandle { SourceTraceback: { } traceback })
                context.SetStr(PyStr.Constant("source_traceback"), traceback);
        }
        var result = thread.CallMethod(loop, PyStr.Constant("call_exception_handler"), context);
        return result.IsError ? result : Value.None;
    }

    private static void SetCurrent(VmThread thread, PyObject loop, PyObject? task)
    {
        if (loop is PyEventLoop native)
            native.CurrentTask = task;
        else if (task is null)
            AsyncioState.Of(thread).ForeignCurrent.Remove(loop);
        else
            AsyncioState.Of(thread).ForeignCurrent[loop] = task;
    }

    private static Value CallSoon(VmThread thread, PyObject loop, ReadOnlySpan<Value> args)
    {
        var method = Attributes.Get(thread, loop, CallSoonName);
        if (method.IsError)
            return method;
        var result = thread.Call(method, args, ContextKeyword);
        return result.IsError ? result : Value.None;
    }
}
