// What the main thread does when the lock tells it that nothing can run any more. Some waits end by the death of an object (a
// callback of a weak reference, __del__), which CPython's reference counts would have noticed before: so what is dead is
// finalised first, and only when that has changed nothing the program is over. No Python code runs then, neither `finally`
// nor exit functions: they might wait, too.

using PyCoro.Runtime.Hosting;

namespace PyCoro.Runtime.Threads;

/// <summary>One wait without end.</summary>
internal struct EndlessWait
{
    private bool _hasCollected;

    /// <summary>Waits as <see cref="Gil.Park"/> does. A deadlock is told by the exception only.</summary>
    /// <param name="thread">The thread that waits.</param>
    /// <param name="until">The last moment, on the monotonic clock in nanoseconds.</param>
    /// <param name="awaited">What for.</param>
    /// <exception cref="DeadlockException">Nobody is left who could end it.</exception>
    internal Unparked Park(VmThread thread, long until, IAwaited awaited)
    {
        thread.Awaits = awaited;
        var reason = thread.Interpreter.Gil.Park(thread, until);
        if (reason == Unparked.Deadlocked)
        {
            if (_hasCollected)
                throw new DeadlockException(DeadlockReport.Write(thread));
            _hasCollected = true;
            thread.Interpreter.Collector.Collect(thread);
        }
        thread.Awaits = null;
        return reason;
    }
}
