// What asyncio's queues spend their time in. A queue that changes none of it takes and puts without asking Python for anything;
// whatever a subclass overrides is called by its name, as if all of this were Python.

using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Collections;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>The native part of <c>asyncio.Queue</c> (library reference: asyncio, Queues).</summary>
[PyType("_QueueCore", Module = "_asyncio", Subclassable = true, HasDict = true)]
internal sealed partial class PyQueueCore : PyObject
{
    private static readonly PyStr InitName = PyStr.Constant("_init");
    private static readonly PyStr PutName = PyStr.Constant("_put");
    private static readonly PyStr GetName = PyStr.Constant("_get");
    private static readonly PyStr GetLoopName = PyStr.Constant("_get_loop");
    private static readonly PyStr QSizeName = PyStr.Constant("qsize");
    private static readonly PyStr EmptyName = PyStr.Constant("empty");
    private static readonly PyStr FullName = PyStr.Constant("full");
    private static readonly PyStr PutNowaitName = PyStr.Constant("put_nowait");
    private static readonly PyStr GetNowaitName = PyStr.Constant("get_nowait");

    private readonly PyWaitingLine _getters = new();
    private readonly PyWaitingLine _putters = new();
    private readonly PyWaitingLine _joiners = new();
    private Value _maxsize = Value.Int(0);
    private Value _items = Value.Unbound;
    private Value _unfinished = Value.Int(0);
    private Value _loop = Value.None;

    // All that was put has been taken and finished.
    private bool _isFinished = true;

    private Shape? _checkedShape;
    private int _checkedVersion;
    private bool _hasOwnTests;
    private bool _hasOwnStorage;
    private bool _hasOwnTransfer;
    private bool _hasOwnLoop;

    internal PyQueueCore(Shape shape) : base(shape) { }

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(_items);
    }

    [PyMethod("__init__", Signature = "maxsize=0")]
    private Value Init(VmThread thread, Value maxsize)
    {
        _maxsize = maxsize.IsUnbound ? Value.Int(0) : maxsize;
        return thread.CallMethod(this, InitName, _maxsize) is { IsError: true } error ? error : Value.None;
    }

    [PyMethod("_init", Signature = "maxsize")]
    private void InitStorage(Value maxsize) => _items = new PyDeque(PyDeque.TypeObject.RootShape);

    [PyMethod("_put", Signature = "item")]
    private Value Store(VmThread thread, Value item)
    {
        if (_items.Ref is PyDeque { Type.IsHeapType: false } deque)
        {
            deque.Append(item);
            return Value.None;
        }
        return Items(thread) is { IsError: false } items ? thread.CallMethod(items, PyStr.Constant("append"), item) : Value.Error;
    }

    [PyMethod("_get")]
    private Value Take(VmThread thread)
    {
        if (_items.Ref is PyDeque { Type.IsHeapType: false } deque)
            return deque.PopLeft(thread);
        return Items(thread) is { IsError: false } items ? thread.CallMethod(items, PyStr.Constant("popleft")) : Value.Error;
    }

    /// <summary>Number of items allowed in the queue.</summary>
    [PyGetter("maxsize")]
    private Value MaxSize() => _maxsize;

    /// <summary>Number of items in the queue.</summary>
    [PyMethod("qsize")]
    private Value QSize(VmThread thread)
    {
        if (_items.Ref is PyDeque { Type.IsHeapType: false } deque)
            return Value.Int(deque.Count);
        return Items(thread) is { IsError: false } items && Runtime.Operations.Items.TryLength(thread, items, out var length) ? Value.Int(length) : Value.Error;
    }

    /// <summary>Return True if the queue is empty, False otherwise.</summary>
    [PyMethod("empty")]
    private Value Empty(VmThread thread)
    {
        if (_items.Ref is PyDeque { Type.IsHeapType: false } deque)
            return Value.Bool(deque.Count == 0);
        return Items(thread) is { IsError: false } items && Truth.TryTest(thread, items, out var any) ? Value.Bool(!any) : Value.Error;
    }

    /// <summary>Return True if there are maxsize items in the queue.</summary>
    [PyMethod("full")]
    private Value Full(VmThread thread)
    {
        if (!Comparison.TryCompare(thread, CompareOperation.Lt, Value.Int(0), _maxsize, out var isLimited))
            return Value.Error;
        if (!isLimited)
            return Value.False;
        CheckOverrides();
        var size = _hasOwnTests ? thread.CallMethod(this, QSizeName) : QSize(thread);
        return !size.IsError && Comparison.TryCompare(thread, CompareOperation.Le, _maxsize, size, out var isFull) ? Value.Bool(isFull) : Value.Error;
    }

    /// <summary>Put an item into the queue without blocking.</summary>
    [PyMethod("put_nowait", Signature = "item")]
    private Value PutNowait(VmThread thread, Value item)
    {
        if (!TryIsBlocked(thread, isPut: true, out var isFull))
            return Value.Error;
        if (isFull)
            return thread.Raise(AsyncioExceptions.QueueFull, Array.Empty<Value>());
        if ((_hasOwnStorage ? thread.CallMethod(this, PutName, item) : Store(thread, item)).IsError)
            return Value.Error;
        _isFinished = false;
        return !TryCount(thread, 1) || !_getters.Dismiss(thread) ? Value.Error : Value.None;
    }

    /// <summary>Remove and return an item from the queue.</summary>
    [PyMethod("get_nowait")]
    private Value GetNowait(VmThread thread)
    {
        if (!TryIsBlocked(thread, isPut: false, out var isEmpty))
            return Value.Error;
        if (isEmpty)
            return thread.Raise(AsyncioExceptions.QueueEmpty, Array.Empty<Value>());
        var taken = _hasOwnStorage ? thread.CallMethod(this, GetName) : Take(thread);
        return taken.IsError || !_putters.Dismiss(thread) ? Value.Error : taken;
    }

    /// <summary>Indicate that a formerly enqueued task is complete.</summary>
    [PyMethod("task_done")]
    private Value TaskDone(VmThread thread)
    {
        if (!Comparison.TryCompare(thread, CompareOperation.Lt, Value.Int(0), _unfinished, out var isRight))
            return Value.Error;
        if (!isRight)
            return thread.ValueError("task_done() called too many times");
        if (!TryCount(thread, -1) || !Truth.TryTest(thread, _unfinished, out var isLeft))
            return Value.Error;
        if (isLeft)
            return Value.None;
        _isFinished = true;
        return _joiners.Wake(thread, long.MaxValue) < 0 ? Value.Error : Value.None;
    }

    /// <summary>What put() awaits.</summary>
    [PyMethod("_putting", Signature = "item")]
    private Value Putting(Value item) => new PyQueueTransfer(this, item);

    /// <summary>What get() awaits.</summary>
    [PyMethod("_getting")]
    private Value Getting() => new PyQueueTransfer(this, Value.Unbound);

    /// <summary>What join() awaits; None when there is nothing to wait for.</summary>
    [PyMethod("_joining")]
    private Value Joining(VmThread thread)
    {
        if (_isFinished)
            return Value.None;
        if (!Comparison.TryCompare(thread, CompareOperation.Lt, Value.Int(0), _unfinished, out var isLeft))
            return Value.Error;
        if (!isLeft)
            return Value.None;
        return LoopHere(thread) is { } loop && PyParking.In(thread, _joiners, loop, Value.None) is { } parking ? parking : Value.Error;
    }

    /// <summary>The loop that the queue belongs to: the one in which it has to wait first.</summary>
    [PyMethod("_get_loop")]
    private Value GetLoop(VmThread thread)
    {
        if (thread.RunningLoop is not { } running)
            return thread.RuntimeError("no running event loop");
        if (_loop.IsNone)
            _loop = running;
        if (_loop.Is(running))
            return _loop;
        return Texts.Repr(thread, this) is { } repr ? thread.RuntimeError($"{repr.Text} is bound to a different event loop") : Value.Error;
    }

    [PyGetter("_loop")]
    private Value LoopField() => _loop;

    [PyGetter("_maxsize")]
    private Value MaxSizeField() => _maxsize;

    [PySetter("_maxsize")]
    private Value SetMaxSize(Value value)
    {
        _maxsize = value.IsUnbound ? Value.Int(0) : value;
        return Value.None;
    }

    [PyGetter("_getters")]
    private Value GettersField() => _getters;

    [PyGetter("_putters")]
    private Value PuttersField() => _putters;

    [PyGetter("_unfinished_tasks")]
    private Value UnfinishedField() => _unfinished;

    [PySetter("_unfinished_tasks")]
    private Value SetUnfinished(Value value)
    {
        _unfinished = value.IsUnbound ? Value.Int(0) : value;
        return Value.None;
    }

    [PyGetter("_queue")]
    private Value Items(VmThread thread) =>
        _items.IsUnbound ? thread.Raise(ExceptionTypes.AttributeError, $"'{Type.Name}' object has no attribute '_queue'") : _items;

    [PySetter("_queue")]
    private Value SetItems(Value value)
    {
        _items = value;
        return Value.None;
    }

    /// <summary>The line for those who put, or for those who get.</summary>
    internal PyWaitingLine LineFor(bool isPut) => isPut ? _putters : _getters;

    /// <summary>Would put or get have to wait? False when asking raised.</summary>
    internal bool TryIsBlocked(VmThread thread, bool isPut, out bool isBlocked)
    {
        CheckOverrides();
        if (!_hasOwnTests && _items.Ref is PyDeque { Type.IsHeapType: false } deque && _maxsize.IsSmallInt)
        {
            isBlocked = isPut ? _maxsize.Bits > 0 && deque.Count >= _maxsize.Bits : deque.Count == 0;
            return true;
        }
        isBlocked = false;
        var answer = thread.CallMethod(this, isPut ? FullName : EmptyName);
        return !answer.IsError && Truth.TryTest(thread, answer, out isBlocked);
    }

    /// <summary>There is room for the item, or one to take.</summary>
    internal Value Transfer(VmThread thread, Value item)
    {
        CheckOverrides();
        if (item.IsUnbound)
            return _hasOwnTransfer ? thread.CallMethod(this, GetNowaitName) : GetNowait(thread);
        return (_hasOwnTransfer ? thread.CallMethod(this, PutNowaitName, item) : PutNowait(thread, item)).IsError ? Value.Error : Value.None;
    }

    /// <summary><c>self._get_loop()</c>. Null when that raised.</summary>
    internal PyObject? LoopHere(VmThread thread)
    {
        CheckOverrides();
        var loop = _hasOwnLoop ? thread.CallMethod(this, GetLoopName) : GetLoop(thread);
        if (loop.Ref is null)
            thread.TypeError($"an event loop is required, not '{loop.Type.Name}'");
        return loop.IsError ? null : loop.Ref;
    }

    // A subclass may keep anything there that counts.
    private bool TryCount(VmThread thread, int change)
    {
        _unfinished = _unfinished.IsSmallInt
            ? Value.Int(_unfinished.Bits + change)
            : Arithmetic.Binary(thread, BinaryOperation.Add, _unfinished, Value.Int(change));
        return !_unfinished.IsError;
    }

    private void CheckOverrides()
    {
        var shape = Shape;
        if (ReferenceEquals(shape, _checkedShape) && _checkedVersion == shape.Type.Version && !shape.IsDictionary)
            return;
        _checkedShape = shape;
        _checkedVersion = shape.Type.Version;
        _hasOwnTests = !(IsNative(QSizeName) && IsNative(EmptyName) && IsNative(FullName));
        _hasOwnStorage = !(IsNative(PutName) && IsNative(GetName));
        _hasOwnTransfer = !(IsNative(PutNowaitName) && IsNative(GetNowaitName));
        _hasOwnLoop = !IsNative(GetLoopName);
    }

    private bool IsNative(PyStr name) => Type.Lookup(name).Ref is PyMethodDescriptor && InstanceAttributes.Get(this, name).IsUnbound;
}

/// <summary>A put() or get(): waits in the queue's line until it has its turn and there is something to do.</summary>
[PyType("_QueueTransfer", Module = "_asyncio")]
internal sealed partial class PyQueueTransfer : PyStanding
{
    private readonly PyQueueCore _queue;
    private Value _item;
    private readonly bool _isPut;
    private bool _isOver;

    internal PyQueueTransfer(PyQueueCore queue, Value item) : base(TypeObject.RootShape)
    {
        _queue = queue;
        _item = item;
        _isPut = !item.IsUnbound;
    }

    private protected override PyObject? Next(VmThread thread, out Value result)
    {
        result = _isOver ? Value.None : Value.Error;
        if (_isOver || !_queue.TryIsBlocked(thread, _isPut, out var isBlocked))
            return null;
        if (isBlocked)
        {
            return _queue.LoopHere(thread) is { } loop ? Stand(thread, _queue.LineFor(_isPut), loop) : null;
        }
        _isOver = true;
        result = _queue.Transfer(thread, _item);
        _item = Value.None;
        return null;
    }

    private protected override Value Abandoned(VmThread thread, bool hadTurn)
    {
        _isOver = true;
        if (!hadTurn)
            return Value.None;
        // The turn goes to the next one.
        if (!_queue.TryIsBlocked(thread, _isPut, out var isBlocked))
            return Value.Error;
        return isBlocked || _queue.LineFor(_isPut).Dismiss(thread) ? Value.None : Value.Error;
    }
}
