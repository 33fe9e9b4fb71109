using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Threading;

/// <summary>A lock that its owner may take again (library reference: threading, RLock Objects).</summary>
[PyType("RLock", Module = "_thread", Subclassable = true)]
internal sealed partial class PyRLock : PyObject, IAwaited
{
    private LockWaiters? _waiters;
    private VmThread? _owner;
    private long _count;
    private CodePlace _takenAt;

    VmThread? IAwaited.Holder => _owner;

    CodePlace? IAwaited.TakenAt => _takenAt.Code is null ? null : _takenAt;

    string IAwaited.Describe(string? name) => name is null ? "an RLock" : $"the RLock '{name}'";

    internal PyRLock(Shape shape) : base(shape) { }

    [PyNew(Signature = "*args, **kwargs")]
    private static PyRLock New(PyType type, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs) => new(type.RootShape);

    /// <summary>Lock the lock.  `blocking` indicates whether we should wait
    /// for the lock to be available or not.  If `blocking` is False
    /// and another thread holds the lock, the method will return False
    /// immediately.  If `blocking` is True and another thread holds
    /// the lock, the method will wait for the lock to be released,
    /// take it and then return True.</summary>
    [PyMethod("acquire", Signature = "blocking=True, timeout=-1")]
    private Value Acquire(VmThread thread, bool blocking, Value timeout)
    {
        if (!LockTimeout.TryRead(thread, blocking, timeout, out var until))
            return Value.Error;
        return Take(thread, until, 1);
    }

    /// <summary>Lock the lock.</summary>
    [PyMethod("__enter__")]
    private Value Enter(VmThread thread) => Take(thread, Gil.Forever, 1);

    /// <summary>Release the lock, allowing another thread that is blocked waiting for
    /// the lock to acquire the lock.  The lock must be in the locked state,
    /// and must be locked by the same thread that unlocks it; otherwise a
    /// `RuntimeError` is raised.</summary>
    [PyMethod("release")]
    private Value Release(VmThread thread)
    {
        if (_count == 0 || !ReferenceEquals(_owner, thread))
            return thread.RuntimeError("cannot release un-acquired lock");
        if (--_count == 0)
            Free(thread);
        return Value.None;
    }

    /// <summary>Release the lock.</summary>
    [PyMethod("__exit__")]
    private Value Exit(VmThread thread, params ReadOnlySpan<Value> exception) => Release(thread);

    /// <summary>For internal use by `threading.Condition`.</summary>
    [PyMethod("_is_owned")]
    private bool IsOwned(VmThread thread) => _count > 0 && ReferenceEquals(_owner, thread);

    /// <summary>For internal use by reentrancy checks.</summary>
    [PyMethod("_recursion_count")]
    private long RecursionCount(VmThread thread) => ReferenceEquals(_owner, thread) ? _count : 0;

    /// <summary>For internal use by `threading.Condition`.</summary>
    [PyMethod("_release_save")]
    private Value ReleaseSave(VmThread thread)
    {
        if (_count == 0)
            return thread.RuntimeError("cannot release un-acquired lock");
        var saved = PyTuple.Of(Value.Int(_count), Value.Int(_owner!.Identity));
        _count = 0;
        Free(thread);
        return saved;
    }

    /// <summary>For internal use by `threading.Condition`.</summary>
    [PyMethod("_acquire_restore")]
    private Value AcquireRestore(VmThread thread, PyTuple state)
    {
        if (state.Items is not [{ IsSmallInt: true } count, _])
            return thread.TypeError("_acquire_restore() takes what _release_save() returned");
        var taken = Take(thread, Gil.Forever, count.Bits);
        return taken.IsError ? taken : Value.None;
    }

    [PyMethod("_at_fork_reinit")]
    private void Reset()
    {
        _owner = null;
        _count = 0;
        _waiters = null;
    }

    [PyMethod("__repr__")]
    private string Repr(VmThread thread) =>
        $"<{(_count > 0 ? "locked" : "unlocked")} {Type.QualifiedNativeName} object owner={_owner?.Identity ?? 0} count={_count} at {Identity.Address(thread, this)}>";

    private Value Take(VmThread thread, long until, long count)
    {
        if (ReferenceEquals(_owner, thread))
        {
            _count += count;
            return Value.True;
        }
        if (_owner is not null)
        {
            if (until == 0)
                return Value.False;
            if (!(_waiters ??= new LockWaiters()).Await(thread, this, static mine => mine._owner is null, until))
                return thread.Pending is null ? Value.False : Value.Error;
        }
        _owner = thread;
        _count = count;
        _takenAt = CodePlace.Of(thread) ?? default;
        return Value.True;
    }

    private void Free(VmThread thread)
    {
        _owner = null;
        _waiters?.WakeFirst(thread);
    }
}
