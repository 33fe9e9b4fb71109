// Who waits for a lock, in the order of coming. Locks are not handed to a waiter: it is woken and tries again when its turn
// comes, as in CPython. So a thread that takes and releases a lock many times in its turn keeps its turn.

namespace PyCoro.Runtime.Threads;

internal sealed class LockWaiters
{
    private readonly LinkedList<VmThread> _waiting = new();

    /// <summary>Waits until <paramref name="isFree"/> holds for the lock; false when it does not in time, or when
    /// it raised (a handler of a signal): then an exception is pending.</summary>
    /// <param name="thread">The thread that waits.</param>
    /// <param name="owner">The lock.</param>
    /// <param name="isFree">Can it be taken now?</param>
    /// <param name="until">The last moment, on the monotonic clock in nanoseconds.</param>
    internal bool Await<T>(VmThread thread, T owner, Func<T, bool> isFree, long until) where T : IAwaited
    {
        var wait = new EndlessWait();
        while (true)
        {
            var place = _waiting.AddLast(thread);
            var reason = wait.Park(thread, until, owner);
            if (place.List is not null)
                _waiting.Remove(place);
            switch (reason)
            {
                case Unparked.Interrupted or Unparked.Deadlocked when !thread.CheckBudget():
                    return false;
                case Unparked.TimedOut:
                    return isFree(owner);
            }
            if (isFree(owner))
                return true;
        }
    }

    /// <summary>The lock is free: the first who waits may try.</summary>
    internal void WakeFirst(VmThread thread)
    {
        if (_waiting.First is not { } first)
            return;
        _waiting.RemoveFirst();
        thread.Interpreter.Gil.Unpark(first.Value);
    }
}
