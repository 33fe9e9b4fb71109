// What native modules and the lock keep for each thread; anything else a module remembers goes to Interpreter.State.

using PyCoro.Runtime.Objects;

namespace PyCoro.Runtime.Threads;

public sealed partial class VmThread
{
    /// <summary>The current context of PEP 567; null while it is the thread's own empty one, not asked for yet.</summary>
    internal PyObject? CurrentContext;

    /// <summary>A context that is nobody's, for calls that need one for a moment.</summary>
    internal PyObject? SpareContext;

    /// <summary>The asyncio event loop that runs in this thread.</summary>
    internal PyObject? RunningLoop;

    // The lock's own notes; nobody else writes them.

    /// <summary>Released when the thread is given the lock.</summary>
    internal SemaphoreSlim Turn { get; } = new(0);

    /// <summary>The system's name for the main thread, noted when it goes outside.</summary>
    internal nint NativeId { get; set; }

    /// <summary>What it is doing.</summary>
    internal ThreadState State { get; set; }

    /// <summary>When a thread that is parked, or waits for descriptors, goes on by itself, on the monotonic clock in nanoseconds.</summary>
    internal long WaitsUntil { get; set; }

    /// <summary>The descriptors that a thread outside waits for under virtual time; null when it does something else there.</summary>
    internal Hosting.PollEntry[]? WaitedFor { get; set; }

    /// <summary>Why the last wait of <see cref="Gil.Park"/> ended.</summary>
    internal Unparked UnparkedBy { get; set; }

    /// <summary>What it is parked for, while it waits without end.</summary>
    internal IAwaited? Awaits { get; set; }

    /// <summary>Values of <c>threading.local</c> objects in this thread.</summary>
    internal System.Runtime.CompilerServices.ConditionalWeakTable<PyObject, PyObject> Locals { get; } = [];
}
