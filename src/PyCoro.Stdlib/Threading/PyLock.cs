using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Threading;

/// <summary>A lock object is a synchronization primitive (library reference: threading, Lock Objects).
///
/// To create a lock, call threading.Lock().</summary>
[PyType("lock", Module = "_thread")]
internal sealed partial class PyLock : PyObject, IAwaited
{
    private LockWaiters? _waiters;
    private bool _isLocked;
    private readonly LockPurpose _purpose;
    private VmThread? _holder;
    private CodePlace _takenAt;

    internal PyLock(LockPurpose purpose = LockPurpose.Exclusion) : base(TypeObject.RootShape)
    {
        _purpose = purpose;
        _isLocked = purpose == LockPurpose.Notification;
    }

    VmThread? IAwaited.Holder => _holder;

    CodePlace? IAwaited.TakenAt => _takenAt.Code is null ? null : _takenAt;

    bool IAwaited.IsEndOfHolder => _purpose == LockPurpose.EndOfThread;

    string IAwaited.Describe(string? name) =>
        _purpose == LockPurpose.Notification ? "a notification" : name is null ? "a lock" : $"the lock '{name}'";

    /// <summary>Lock the lock.
    ///
    /// Without argument, this blocks if the lock is already locked (even by the same thread), waiting for another thread
    /// to release the lock, and return True once the lock is acquired. The return value reflects whether the lock is
    /// acquired. The blocking operation is interruptible.</summary>
    [PyMethod("acquire", Signature = "blocking=True, timeout=-1")]
    [PyMethod("acquire_lock", Signature = "blocking=True, timeout=-1")]
    private Value Acquire(VmThread thread, bool blocking, Value timeout)
    {
        if (!LockTimeout.TryRead(thread, blocking, timeout, out var until))
            return Value.Error;
        return Take(thread, until);
    }

    /// <summary>Lock the lock.</summary>
    [PyMethod("__enter__")]
    private Value Enter(VmThread thread) => Take(thread, Gil.Forever);

    /// <summary>Release the lock, allowing another thread that is blocked waiting for the lock to acquire the lock.
    ///
    /// The lock must be in the locked state, but it needn't be locked by the same thread that unlocks it.</summary>
    [PyMethod("release")]
    [PyMethod("release_lock")]
    private Value Release(VmThread thread)
    {
        if (!_isLocked)
            return thread.RuntimeError("release unlocked lock");
        Free(thread);
        return Value.None;
    }

    /// <summary>Release the lock.</summary>
    [PyMethod("__exit__")]
    private Value Exit(VmThread thread, params ReadOnlySpan<Value> exception) => Release(thread);

    /// <summary>Return whether the lock is in the locked state.</summary>
    [PyMethod("locked")]
    [PyMethod("locked_lock")]
    private bool Locked() => _isLocked;

    [PyMethod("_at_fork_reinit")]
    private void Reset()
    {
        _isLocked = false;
        _holder = null;
        _waiters = null;
    }

    [PyMethod("__repr__")]
    private string Repr(VmThread thread) =>
        $"<{(_isLocked ? "locked" : "unlocked")} _thread.lock object at {Identity.Address(thread, this)}>";

    /// <summary>Releases it, if it is held.</summary>
    internal void Free(VmThread thread)
    {
        if (!_isLocked)
            return;
        _isLocked = false;
        _holder = null;
        _waiters?.WakeFirst(thread);
    }

    private Value Take(VmThread thread, long until)
    {
        if (_isLocked)
        {
            if (until == 0)
                return Value.False;
            if (!(_waiters ??= new LockWaiters()).Await(thread, this, static mine => !mine._isLocked, until))
                return thread.Pending is null ? Value.False : Value.Error;
        }
        _isLocked = true;
        _holder = thread;
        _takenAt = CodePlace.Of(thread) ?? default;
        return Value.True;
    }
}

/// <summary>What a lock is used for.</summary>
internal enum LockPurpose
{
    /// <summary>Only one thread at a time has it.</summary>
    Exclusion,

    /// <summary>It was taken from the start, and whoever releases it notifies who waits for it.</summary>
    Notification,

    /// <summary>The thread that takes it releases it when it ends.</summary>
    EndOfThread,
}
