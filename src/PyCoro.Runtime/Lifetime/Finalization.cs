// An object that wants to be finalised hangs a watch on itself: .NET runs the watch's finaliser when nothing refers to the
// object any more, and that asks the interpreter to finalise it (PEP 442). The object is alive again then, together with
// all it refers to; what does not want to be finalised pays nothing.
//
// .NET finds garbage in no order. What one collection found is finalised together: callbacks of weak references first, then
// the objects, the oldest first, as a program would have seen it with reference counts more often than not.

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;

namespace PyCoro.Runtime.Lifetime;

/// <summary>The objects of an interpreter that are to be finalised.</summary>
internal sealed class Finalization
{
    // Between two instructions no more than this is spent on garbage, so that the program goes on.
    private static readonly long Slice = Stopwatch.Frequency / 100;

    // With more than this left to do, each thread finalises first and goes on then: a program that makes garbage faster than
    // it can be finalised would never be done.
    private const int MostWaiting = 2_000;
    private const int AtOnce = 100;

    private readonly Interpreter _interpreter;
    private readonly ConditionalWeakTable<PyObject, FinalizationWatch> _watches = [];
    private readonly ConcurrentQueue<IUnreachable> _found = new();
    private readonly ConcurrentQueue<PyWeakReference> _cleared = new();
    // A finaliser may let other threads run, which take from here, too.
    private readonly PriorityQueue<IUnreachable, long> _waiting = new();
    private int _isAnnounced;
    private long _lastNumber;

    internal Finalization(Interpreter interpreter)
    {
        _interpreter = interpreter;
        Bodies = new BodyGuards(this);
    }

    /// <summary>The guards of unfinished generators, coroutines and async generators.</summary>
    internal BodyGuards Bodies { get; }

    /// <summary>Somebody wanted to be told when an object is gone.</summary>
    internal bool HasCallbacks { get; set; }

    /// <summary>Too much waits to be finalised: see <see cref="CatchUp"/>.</summary>
    internal bool IsBehind => _waiting.Count + _found.Count > MostWaiting;

    /// <summary>How many callbacks and finalisers the collector has caused.</summary>
    internal int Finished { get; private set; }

    /// <summary>Has the object, once in its life, been finalised?</summary>
    internal bool IsFinalized(PyObject obj) => _watches.TryGetValue(obj, out var watch) && watch.IsDone;

    /// <summary>Is the object to be finalised yet?</summary>
    internal bool Awaits(PyObject obj) => _watches.TryGetValue(obj, out var watch) && !watch.IsDone;

    /// <summary>Calls <paramref name="finalize"/> once, in a Python thread: when nothing refers to the object any more, or at exit.</summary>
    internal void Watch(PyObject obj, Action<VmThread, PyObject> finalize) =>
        _watches.AddOrUpdate(obj, new FinalizationWatch(this, obj, finalize, NextNumber()));

    /// <summary>Sees to it that <c>__del__</c> of an instance is called.</summary>
    internal void WatchInstance(PyObject instance)
    {
        if (!_watches.TryGetValue(instance, out _))
            Watch(instance, CallDel);
    }

    /// <summary>A class has got a <c>__del__</c> that it was made without: its instances, and those of its subclasses, are found.</summary>
    internal void WatchInstancesOf(PyType type)
    {
        if (!type.MayHaveInstances)
            return;
        foreach (var obj in HeapWalk.Reachable(_interpreter))
        {
            if (obj.Type.IsSubtypeOf(type) && obj.Type.HasFinalizer)
                WatchInstance(obj);
        }
    }

    /// <summary>The object needs no finaliser any more: its file is closed, its body has ended.</summary>
    internal void Forget(PyObject obj)
    {
        if (_watches.TryGetValue(obj, out var watch))
            watch.Cancel();
    }

    /// <summary>Counts up in the order of creation. The caller holds the GIL.</summary>
    internal long NextNumber() => ++_lastNumber;

    /// <summary>The collector has found an object that wants to be finalised; called in its thread.</summary>
    internal void Found(IUnreachable item)
    {
        _found.Enqueue(item);
        Announce();
    }

    /// <summary>The collector has cleared weak references that have callbacks; called in its thread.</summary>
    internal void Cleared(IEnumerable<PyWeakReference> references)
    {
        foreach (var reference in references)
            _cleared.Enqueue(reference);
        Announce();
    }

    /// <summary>Finalises all that is left, the oldest first.</summary>
    internal void FinishAll(VmThread thread)
    {
        IUnreachable[] left;
        do
        {
            left = [.. _watches.Select(static entry => entry.Value).Where(static watch => !watch.IsDone), .. Bodies.Living()];
            Array.Sort(left, static (one, other) => one.Number.CompareTo(other.Number));
            foreach (var item in left)
                item.Run(thread);
        }
        while (left.Length > 0);
    }

    private void Announce()
    {
        if (Interlocked.Exchange(ref _isAnnounced, 1) == 0)
            _interpreter.AddPendingCall(FinishFound);
    }

    private void FinishFound(VmThread thread)
    {
        _isAnnounced = 0;
        while (_cleared.TryDequeue(out var reference))
        {
            // When the program is over its references are gone together with what they refer to.
            if (!_interpreter.IsFinalizing)
                reference.RunCallback(thread);
            Finished++;
        }
        TakeFound();
        var end = thread.RunsPendingCalls ? Stopwatch.GetTimestamp() + Slice : long.MaxValue;
        while (_waiting.Count > 0)
        {
            FinishOldest(thread);
            if (Stopwatch.GetTimestamp() <= end)
                continue;
            Announce();
            return;
        }
    }

    /// <summary>Finalises until not too much is waiting any more.</summary>
    internal void CatchUp(VmThread thread)
    {
        while (IsBehind)
        {
            TakeFound();
            for (var left = AtOnce; left > 0 && _waiting.Count > 0; left--)
                FinishOldest(thread);
        }
    }

    private void TakeFound()
    {
        while (_found.TryDequeue(out var item))
            _waiting.Enqueue(item, item.Number);
    }

    private void FinishOldest(VmThread thread)
    {
        var oldest = _waiting.Dequeue();
        var pending = thread.Pending;
        thread.Pending = null;
        oldest.Run(thread);
        thread.Pending = pending;
        Finished++;
    }

    private static void CallDel(VmThread thread, PyObject obj)
    {
        var function = obj.Type.LookupSpecial(Special.Del);
        if (!function.IsUnbound && thread.CallSpecial(function, obj).IsError)
            thread.Interpreter.ReportUnraisable(thread, function);
    }
}

/// <summary>Something to be finalised.</summary>
internal interface IUnreachable
{
    /// <summary>Counts up in the order of creation.</summary>
    long Number { get; }

    /// <summary>Finalises it, once.</summary>
    void Run(VmThread thread);
}

/// <summary>Hangs on an object; asks for its finalisation when the object is gone.</summary>
internal sealed class FinalizationWatch(Finalization owner, PyObject obj, Action<VmThread, PyObject> finalize, long number) : IUnreachable
{
    /// <inheritdoc/>
    public long Number => number;

    /// <summary>Has run, or need not run.</summary>
    internal bool IsDone { get; private set; }

    /// <inheritdoc/>
    public void Run(VmThread thread)
    {
        if (IsDone)
            return;
        Cancel();
        finalize(thread, obj);
    }

    internal void Cancel()
    {
        IsDone = true;
        GC.SuppressFinalize(this);
    }

    ~FinalizationWatch() => owner.Found(this);
}
