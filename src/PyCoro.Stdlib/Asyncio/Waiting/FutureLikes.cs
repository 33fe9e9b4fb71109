// Futures may be of any class that has the methods (library reference: Extending asyncio). Natives are asked directly, all others
// by their methods; who waits natively should not have to know the difference.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio.Waiting;

/// <summary>What native code does with a future of any class.</summary>
internal static class FutureLikes
{
    private static readonly PyStr CreateFutureName = PyStr.Constant("create_future");
    private static readonly PyStr DoneName = PyStr.Constant("done");
    private static readonly PyStr CancelName = PyStr.Constant("cancel");
    private static readonly PyStr CancelledName = PyStr.Constant("cancelled");
    private static readonly PyStr ExceptionName = PyStr.Constant("exception");
    private static readonly PyStr ResultName = PyStr.Constant("result");
    private static readonly PyStr SetResultName = PyStr.Constant("set_result");
    private static readonly PyStr SetExceptionName = PyStr.Constant("set_exception");
    private static readonly PyStr AddDoneCallbackName = PyStr.Constant("add_done_callback");
    private static readonly PyStr RemoveDoneCallbackName = PyStr.Constant("remove_done_callback");

    /// <summary>A new future of a loop. Null when that raised.</summary>
    internal static PyObject? Make(VmThread thread, PyObject loop)
    {
        if (loop is PyEventLoop { IsDebug: false } native)
            return new PyFuture(native);
        var made = thread.CallMethod(loop, CreateFutureName);
        return made.IsError ? null : made.Ref;
    }

    internal static bool TryIsDone(VmThread thread, PyObject future, out bool isDone)
    {
        if (future is PyFuture { IsExact: true } native)
        {
            isDone = native.IsDone;
            return true;
        }
        return TryAsk(thread, future, DoneName, out isDone);
    }

    internal static bool TryIsCancelled(VmThread thread, PyObject future, out bool isCancelled)
    {
        if (future is PyFuture { IsExact: true } native)
        {
            isCancelled = native.IsCancelled();
            return true;
        }
        return TryAsk(thread, future, CancelledName, out isCancelled);
    }

    /// <summary>The exception of a future that is done and not cancelled, or None; it counts as retrieved.</summary>
    internal static Value ExceptionOf(VmThread thread, PyObject future)
    {
        if (future is not PyFuture { IsExact: true } native)
            return thread.CallMethod(future, ExceptionName);
        native.MarkRetrieved();
        return native.Exception is { } exception ? exception : Value.None;
    }

    internal static Value ResultOf(VmThread thread, PyObject future) =>
        future is PyFuture { IsExact: true } native ? native.GetResult(thread) : thread.CallMethod(future, ResultName);

    internal static Value SetResult(VmThread thread, PyObject future, Value result) =>
        future is PyFuture { IsExact: true } native ? native.SetResult(thread, result) : thread.CallMethod(future, SetResultName, result);

    internal static Value SetException(VmThread thread, PyObject future, Value exception) =>
        future is PyFuture { IsExact: true } native ? native.SetException(thread, exception) : thread.CallMethod(future, SetExceptionName, exception);

    internal static Value Cancel(VmThread thread, PyObject future) =>
        future is PyFuture { IsExact: true } native ? native.Cancel(thread, Value.None) : thread.CallMethod(future, CancelName);

    /// <summary>Wakes who waits for the future, unless it is done already.</summary>
    internal static Value Release(VmThread thread, PyObject future)
    {
        if (!TryIsDone(thread, future, out var isDone))
            return Value.Error;
        return isDone ? Value.None : SetResult(thread, future, Value.None);
    }

    internal static Value AddCallback(VmThread thread, PyObject future, PyDoneCallback callback) =>
        future is PyFuture { IsExact: true } native ? native.AddListener(thread, callback) : thread.CallMethod(future, AddDoneCallbackName, callback);

    internal static Value RemoveCallback(VmThread thread, PyObject future, PyDoneCallback callback)
    {
        if (future is not PyFuture { IsExact: true } native)
            return thread.CallMethod(future, RemoveDoneCallbackName, callback);
        if (!native.IsDone)
            native.RemoveListener(callback);
        return Value.None;
    }

    private static bool TryAsk(VmThread thread, PyObject future, PyStr question, out bool answer)
    {
        answer = false;
        var result = thread.CallMethod(future, question);
        return !result.IsError && Truth.TryTest(thread, result, out answer);
    }
}
