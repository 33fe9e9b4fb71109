using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Threading;

namespace PyCoro.Stdlib.Queues;

/// <summary>Simple, unbounded, reentrant FIFO queue.</summary>
[PyType("SimpleQueue", Module = "_queue", Subclassable = true)]
internal sealed partial class PySimpleQueue : PyObject, IAwaited
{
    private readonly Queue<Value> _items = new();
    private LockWaiters? _waiters;

    private PySimpleQueue(Shape shape) : base(shape) { }

    [PyNew]
    private static PySimpleQueue New(PyType type) => new(type.RootShape);

    /// <summary>Put the item on the queue.
    ///
    /// The optional 'block' and 'timeout' arguments are ignored, as this method
    /// never blocks.  They are provided for compatibility with the Queue class.</summary>
    [PyMethod("put", Signature = "item, block=True, timeout=None")]
    private void Put(VmThread thread, Value item, Value block, Value timeout)
    {
        _items.Enqueue(item);
        _waiters?.WakeFirst(thread);
    }

    /// <summary>Put an item into the queue without blocking.
    ///
    /// This is exactly equivalent to `put(item)` and is only provided
    /// for compatibility with the Queue class.</summary>
    [PyMethod("put_nowait", Signature = "item")]
    private void PutNoWait(VmThread thread, Value item) => Put(thread, item, Value.Unbound, Value.Unbound);

    /// <summary>Remove and return an item from the queue.
    ///
    /// If optional args 'block' is true and 'timeout' is None (the default),
    /// block if necessary until an item is available. If 'timeout' is
    /// a non-negative number, it blocks at most 'timeout' seconds and raises
    /// the Empty exception if no item was available within that time.
    /// Otherwise ('block' is false), return an item if one is immediately
    /// available, else raise the Empty exception ('timeout' is ignored
    /// in that case).</summary>
    [PyMethod("get", Signature = "block=True, timeout=None")]
    private Value Get(VmThread thread, bool block = true, Value timeout = default)
    {
        var until = 0L;
        if (block && !TryReadTimeout(thread, timeout, out until))
            return Value.Error;
        return Take(thread, until);
    }

    /// <summary>Remove and return an item from the queue without blocking.
    ///
    /// Only get an item if one is immediately available. Otherwise
    /// raise the Empty exception.</summary>
    [PyMethod("get_nowait")]
    private Value GetNoWait(VmThread thread) => Take(thread, 0);

    /// <summary>Return True if the queue is empty, False otherwise (not reliable!).</summary>
    [PyMethod("empty")]
    private bool IsEmpty() => _items.Count == 0;

    /// <summary>Return the approximate size of the queue (not reliable!).</summary>
    [PyMethod("qsize")]
    private long Size() => _items.Count;

    /// <summary>See PEP 585</summary>
    [PyClassMethod("__class_getitem__")]
    private static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);

    string IAwaited.Describe(string? name) => name is null ? "an item of a queue" : $"an item of the queue '{name}'";

    private static bool TryReadTimeout(VmThread thread, Value timeout, out long until)
    {
        until = Gil.Forever;
        if (timeout.IsNone || timeout.IsUnbound)
            return true;
        if (!Conversions.TryDouble(thread, timeout, out var seconds))
            return false;
        if (seconds >= 0)
            return LockTimeout.TryRead(thread, true, timeout, out until);
        thread.ValueError("'timeout' must be a non-negative number");
        return false;
    }

    private Value Take(VmThread thread, long until)
    {
        if (_items.Count > 0)
            return _items.Dequeue();
        if (until == 0)
            return thread.Raise(QueueModule.Empty, Array.Empty<Value>());
        if ((_waiters ??= new LockWaiters()).Await(thread, this, static mine => mine._items.Count > 0, until))
            return _items.Dequeue();
        // A handler of a signal may have raised just when an item had come: it is for the next who waits.
        if (_items.Count > 0)
            _waiters.WakeFirst(thread);
        return thread.Pending is null ? thread.Raise(QueueModule.Empty, Array.Empty<Value>()) : Value.Error;
    }
}
