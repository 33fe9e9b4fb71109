using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>The future of <c>asyncio.gather</c>: cancelling it cancels the children, and it ends when they have.</summary>
[PyType("_GatheringFuture", Module = "asyncio.tasks", Base = typeof(PyFuture), HasDict = true)]
internal sealed partial class PyGatheringFuture : PyFuture, IDoneListener
{
    private static readonly PyStr AddDoneCallbackName = PyStr.Constant("add_done_callback");

    private readonly bool _returnExceptions;
    private PyObject[] _children = [];
    private int _expected;
    private int _finished;
    private bool _cancelRequested;

    private PyGatheringFuture(bool returnExceptions) : base(TypeObject.RootShape) => _returnExceptions = returnExceptions;

    /// <summary>The tasks it still waits for.</summary>
    internal IEnumerable<PyTask> Unfinished => _children.OfType<PyTask>().Where(static task => !task.IsDone);

    [PyGetter("_children")]
    private Value GetChildren() => new PyList([.. _children.Select(child => Value.Of(child))]);

    [PyGetter("_cancel_requested")]
    private bool GetCancelRequested() => _cancelRequested;

    /// <summary><c>gather(*awaitables, return_exceptions=False)</c>.</summary>
    internal static Value Gather(VmThread thread, ReadOnlySpan<Value> awaitables, bool returnExceptions)
    {
        if (awaitables.Length == 0)
        {
            var loop = EventLoops.Get(thread);
            if (loop.IsError)
                return loop;
            var empty = new PyFuture(loop.Ref!);
            return empty.SetResult(thread, new PyList()) is { IsError: true } error ? error : empty;
        }
        var outer = new PyGatheringFuture(returnExceptions) { _children = new PyObject[awaitables.Length] };
        var adopted = AreNative(thread, awaitables) ? outer.AdoptNative(thread, awaitables) : outer.AdoptAny(thread, awaitables);
        return adopted.IsError ? adopted : outer;
    }

    /// <summary>Nothing written in Python is asked while these are adopted.</summary>
    private static bool AreNative(VmThread thread, ReadOnlySpan<Value> awaitables)
    {
        if (thread.RunningLoop is not PyEventLoop { MakesPlainTasks: true })
            return false;
        foreach (var awaitable in awaitables)
        {
            if (awaitable.Ref is not (PyCoroutine or PyFuture { IsExact: true }))
                return false;
        }
        return true;
    }

    /// <summary>What is given twice is one child; a mark tells.</summary>
    private Value AdoptNative(VmThread thread, ReadOnlySpan<Value> awaitables)
    {
        var result = Value.None;
        var count = 0;
        for (; count < awaitables.Length && !result.IsError; count++)
        {
            var awaitable = awaitables[count];
            ref var mark = ref awaitable.Ref is PyCoroutine coroutine ? ref coroutine.IsMarked : ref ((PyFuture)awaitable.Ref!).IsMarked;
            if (mark)
            {
                _children[count] = FindChild(awaitables, awaitable);
                continue;
            }
            result = Adopt(thread, awaitable, out _children[count]);
            mark = true;
        }
        foreach (var awaitable in awaitables[..count])
        {
            if (awaitable.Ref is PyCoroutine coroutine)
                coroutine.IsMarked = false;
            else
                ((PyFuture)awaitable.Ref!).IsMarked = false;
        }
        return result;
    }

    private PyObject FindChild(ReadOnlySpan<Value> awaitables, Value awaitable)
    {
        var i = 0;
        while (!awaitables[i].Is(awaitable))
            i++;
        return _children[i];
    }

    private Value AdoptAny(VmThread thread, ReadOnlySpan<Value> awaitables)
    {
        var known = new Dictionary<PyObject, PyObject>(awaitables.Length, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < awaitables.Length; i++)
        {
            var awaitable = awaitables[i];
            if (awaitable.Ref is null || !known.TryGetValue(awaitable.Ref, out var child))
            {
                if (Adopt(thread, awaitable, out child).IsError)
                    return Value.Error;
                known[awaitable.Ref!] = child;
            }
            _children[i] = child;
        }
        return Value.None;
    }

    Value IDoneListener.OnDone(VmThread thread, PyFuture future) => ChildDone(thread, future);

    PyObject IDoneListener.AsCallback() => new PyGatherCallback(this);

    /// <inheritdoc/>
    internal override Value Cancel(VmThread thread, Value message)
    {
        if (IsDone)
            return Value.False;
        var any = false;
        foreach (var child in _children)
        {
            var cancelled = CancelAny(thread, child, message);
            if (cancelled.IsError)
                return cancelled;
            any |= cancelled.IsTrue;
        }
        // The children may still refuse; only when all have ended is it known whether this one is cancelled.
        _cancelRequested |= any;
        return Value.Bool(any);
    }

    internal Value ChildDone(VmThread thread, Value future)
    {
        _finished++;
        if (IsDone)
        {
            (future.Ref as PyFuture)?.MarkRetrieved();
            return Value.None;
        }
        if (!_returnExceptions)
        {
            var failure = Outcome(thread, future, out var raised);
            if (failure.IsError)
                return failure;
            if (raised)
                return SetException(thread, failure);
        }
        return _finished < _expected ? Value.None : Complete(thread, future);
    }

    private Value Complete(VmThread thread, Value last)
    {
        var results = new Value[_children.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = _children[i] is PyFuture { State: FutureState.Cancelled } cancelled
                ? PyException.Make(AsyncioExceptions.CancelledError, cancelled.CancelMessageOrEmpty)
                : Outcome(thread, _children[i], out _);
            if (results[i].IsError)
                return results[i];
        }
        if (!_cancelRequested)
            return SetResult(thread, new PyList(results));
        var error = last.Ref is PyFuture native ? native.MakeCancelledError() : PyException.Make(AsyncioExceptions.CancelledError);
        return SetException(thread, error);
    }

    /// <summary>What a child that is done brought: its result or its exception.</summary>
    private Value Outcome(VmThread thread, Value child, out bool raised)
    {
        raised = false;
        if (child.Ref is PyFuture native)
        {
            if (native.State == FutureState.Cancelled)
            {
                raised = true;
                return native.MakeCancelledError();
            }
            native.MarkRetrieved();
            raised = native.Exception is not null;
            return native.Exception is { } exception ? exception : native.Result;
        }
        var result = thread.CallMethod(child, PyStr.Constant("result"));
        if (!result.IsError)
            return result;
        raised = true;
        return thread.TakePending();
    }

    private Value Adopt(VmThread thread, Value awaitable, out PyObject child)
    {
        var future = PyEventLoop.EnsureFuture(thread, awaitable, Loop is null ? Value.None : Loop);
        child = future.Ref!;
        if (future.IsError)
            return future;
        _expected++;
        if (child is PyFuture native)
        {
            Loop ??= native.Loop;
            if (!ReferenceEquals(awaitable.Ref, child) && native is PyTask task)
                task.HideFromDestroyReport();
            return native.IsExact ? native.AddListener(thread, this) : thread.CallMethod(child, AddDoneCallbackName, new PyGatherCallback(this));
        }
        if (Loop is null)
        {
            var loop = thread.CallMethod(child, PyStr.Constant("get_loop"));
            if (loop.IsError)
                return loop;
            Loop = loop.Ref;
        }
        return thread.CallMethod(child, AddDoneCallbackName, new PyGatherCallback(this));
    }
}

/// <summary>The callback of gather() at its children, as they show it.</summary>
[PyType("function", Module = "asyncio.tasks")]
internal sealed partial class PyGatherCallback : PyObject
{
    private readonly PyGatheringFuture _outer;

    internal PyGatherCallback(PyGatheringFuture outer) : base(TypeObject.RootShape) => _outer = outer;

    [PyMethod("__call__")]
    private Value Call(VmThread thread, Value future) => _outer.ChildDone(thread, future);

    [PyGetter("__qualname__")]
    private string QualName() => "gather.<locals>._done_callback";

    [PyGetter("__name__")]
    private string Name() => "_done_callback";
}
