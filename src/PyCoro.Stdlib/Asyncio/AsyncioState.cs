// What asyncio remembers for a whole interpreter. The Python part of the package registers here what the native part calls
// in it, once, when it is imported: representations and the event loop policy, which scripts may replace.

using System.Collections.Concurrent;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>The asyncio state of an interpreter.</summary>
internal sealed class AsyncioState
{
    private readonly List<WeakReference<PyEventLoop>> _loops = [];
    private readonly List<WeakReference<FailureWatch>> _failures = [];
    private readonly ConcurrentQueue<FailureWatch> _lost = new();
    private volatile bool _hasLost;
    private AbandonedTasks? _abandoned;
    private long _taskNumber;
    private long _failureNumber;
    private bool _reportsAtExit;

    /// <summary>Tasks of loops that are written in Python from the ground up.</summary>
    internal TaskList ForeignTasks { get; } = new();

    /// <summary>Current task of loops that are written in Python from the ground up.</summary>
    internal Dictionary<PyObject, PyObject> ForeignCurrent { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Task-like objects written in Python that registered themselves.</summary>
    internal List<WeakReference<PyObject>> Registered { get; } = [];

    /// <summary><c>repr</c> of futures, in Python.</summary>
    internal Value FutureRepr { get; set; } = Value.Unbound;

    /// <summary><c>repr</c> of tasks, in Python.</summary>
    internal Value TaskRepr { get; set; } = Value.Unbound;

    /// <summary><c>repr</c> of handles, in Python.</summary>
    internal Value HandleRepr { get; set; } = Value.Unbound;

    /// <summary>Describes a callback for a report, in Python.</summary>
    internal Value DescribeCallback { get; set; } = Value.Unbound;

    /// <summary>Asks the policy for an event loop, in Python.</summary>
    internal Value PolicyLoop { get; set; } = Value.Unbound;

    /// <summary>Makes a future of an awaitable, in Python.</summary>
    internal Value EnsureFuture { get; set; } = Value.Unbound;

    /// <summary>The stack of a task, in Python.</summary>
    internal Value TaskGetStack { get; set; } = Value.Unbound;

    /// <summary>Prints the stack of a task, in Python.</summary>
    internal Value TaskPrintStack { get; set; } = Value.Unbound;

    /// <summary>The stack of the running Python code, in Python.</summary>
    internal Value ExtractStack { get; set; } = Value.Unbound;

    /// <summary>Logs a callback that took long, in Python.</summary>
    internal Value ReportSlow { get; set; } = Value.Unbound;

    /// <summary>Is it a coroutine, or a function that makes one? In Python.</summary>
    internal Value IsCoroutineOrFunction { get; set; } = Value.Unbound;

    /// <summary>Sleeps in a loop that has its own timers, in Python.</summary>
    internal Value SleepByMethods { get; set; } = Value.Unbound;

    /// <summary>What the timer of a sleep calls.</summary>
    internal Value SetResultUnlessCancelled { get; set; } = Value.Unbound;

    /// <summary>Failures were lost to the collector and wait to be reported.</summary>
    internal bool HasLost => _hasLost;

    internal static AsyncioState Of(VmThread thread) => thread.Interpreter.State<AsyncioState>();

    /// <summary>The number in the name of the next task.</summary>
    internal long NextTaskNumber() => ++_taskNumber;

    internal void Add(VmThread thread, PyEventLoop loop)
    {
        _loops.RemoveAll(static reference => !reference.TryGetTarget(out _));
        _loops.Add(new WeakReference<PyEventLoop>(loop));
        if (_abandoned is null)
        {
            _abandoned = new AbandonedTasks(thread.Interpreter, TaskLists);
            thread.Interpreter.State<DeadlockWitnesses>().All.Add(asking => TaskWitness.Parties(asking, TaskLists().SelectMany(static list => list.All())));
        }
        ReportAtExit(thread);
    }

    /// <summary>Remembers that a future failed, to report it if nobody ever asks.</summary>
    internal FailureWatch Watch(VmThread thread, PyFuture future)
    {
        var watch = new FailureWatch(future, this, thread.Interpreter, ++_failureNumber);
        if (_failures.Count >= 64 && (_failures.Count & (_failures.Count - 1)) == 0)
            _failures.RemoveAll(static reference => !reference.TryGetTarget(out var known) || known.IsSettled);
        _failures.Add(new WeakReference<FailureWatch>(watch));
        ReportAtExit(thread);
        return watch;
    }

    /// <summary>Is there a failure that nobody has asked for?</summary>
    internal bool HasUnsettled() => _failures.Exists(static reference => reference.TryGetTarget(out var watch) && !watch.IsSettled);

    /// <summary>Reports the failures that the collector found unreachable.</summary>
    internal void ReportLost(VmThread thread)
    {
        _hasLost = false;
        var found = new List<FailureWatch>();
        while (_lost.TryDequeue(out var watch))
            found.Add(watch);
        found.Sort(static (a, b) => a.Number.CompareTo(b.Number));
        foreach (var watch in found)
            watch.Report(thread);
    }

    /// <summary>The collector found a failure that nobody asked for; called in its thread.</summary>
    internal void AddLost(Interpreter interpreter, FailureWatch watch)
    {
        _lost.Enqueue(watch);
        _hasLost = true;
        interpreter.AddPendingCall(ReportLost);
    }

    private IEnumerable<TaskList> TaskLists()
    {
        foreach (var reference in _loops)
        {
            if (reference.TryGetTarget(out var loop))
                yield return loop.Tasks;
        }
        yield return ForeignTasks;
    }

    private void ReportAtExit(VmThread thread)
    {
        if (_reportsAtExit)
            return;
        _reportsAtExit = true;
        thread.Interpreter.AtExit(ReportAll);
    }

    /// <summary>The end of the program is the end of all futures: failures never asked for, then tasks that never finished.</summary>
    private void ReportAll(VmThread thread)
    {
        ReportLost(thread);
        foreach (var reference in _failures.ToArray())
        {
            if (reference.TryGetTarget(out var watch))
                watch.Report(thread);
        }
        foreach (var reference in _loops.ToArray())
        {
            if (reference.TryGetTarget(out var loop))
                loop.Tasks.ReportPending(thread);
        }
        ForeignTasks.ReportPending(thread);
    }
}

/// <summary>Hangs on a failed future; when the collector takes both, the failure was never looked at.</summary>
internal sealed class FailureWatch(PyFuture future, AsyncioState state, Interpreter interpreter, long number)
{
    /// <summary>Order of the failures.</summary>
    internal long Number => number;

    /// <summary>Someone has asked, or it was reported.</summary>
    internal bool IsSettled { get; private set; }

    /// <summary>Someone asked: nothing to report.</summary>
    internal void Settle()
    {
        IsSettled = true;
        GC.SuppressFinalize(this);
    }

    /// <summary>Tells the loop's exception handler.</summary>
    internal void Report(VmThread thread)
    {
        if (IsSettled)
            return;
        Settle();
        future.ReportNeverRetrieved(thread);
    }

    ~FailureWatch()
    {
        if (!IsSettled)
            state.AddLost(interpreter, this);
    }
}
