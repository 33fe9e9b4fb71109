using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>What Python sees of a loop's ready queue or of its timers: a sequence of handles.</summary>
[PyType("_LoopQueue", Module = "asyncio.base_events")]
internal sealed partial class PyLoopQueue : PyObject
{
    private readonly PyEventLoop _loop;
    private readonly bool _isTimers;

    internal PyLoopQueue(PyEventLoop loop, bool isTimers) : base(TypeObject.RootShape)
    {
        _loop = loop;
        _isTimers = isTimers;
    }

    [PyMethod("__len__")]
    private long Length() => _isTimers ? _loop.TimerCount : _loop.ReadyCount;

    [PyMethod("__iter__")]
    private Value Iter(VmThread thread) => Iteration.GetIter(thread, Snapshot(thread));

    [PyMethod("__getitem__")]
    private Value GetItem(VmThread thread, Value index) => Items.Get(thread, Snapshot(thread), index);

    [PyMethod("__contains__")]
    private Value Contains(VmThread thread, Value item) =>
        Items.TryContains(thread, Snapshot(thread), item, out var found) ? Value.Bool(found) : Value.Error;

    [PyMethod("__eq__")]
    private Value Equals(VmThread thread, Value other)
    {
        var items = other.Ref is PyLoopQueue queue ? queue.Snapshot(thread) : other.Ref as PyList;
        if (items is null)
            return Value.NotImplemented;
        return Comparison.TryEquals(thread, Snapshot(thread), items, out var equal) ? Value.Bool(equal) : Value.Error;
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread) => Texts.Repr(thread, Snapshot(thread)) is { } text ? text : Value.Error;

    [PyMethod("append")]
    private Value Append(VmThread thread, PyHandle handle)
    {
        if (!_isTimers)
            _loop.AddReady(handle);
        else if (handle is PyTimerHandle timer)
            _loop.AddTimer(timer);
        else
            return thread.TypeError("a TimerHandle is required");
        return Value.None;
    }

    [PyMethod("clear")]
    private Value Clear()
    {
        if (_isTimers)
            _loop.ClearTimers();
        else
            _loop.ClearReady();
        return Value.None;
    }

    private PyList Snapshot(VmThread thread) => _isTimers ? _loop.ListTimers() : _loop.ListReady(thread);
}
