// The global interpreter lock, simulated. Python threads are threads of the system, but only the one that holds the lock
// runs; it gives the lock to a thread of the lock's choosing, never to whoever happens to wake up first. So all that could
// have gone otherwise is decided here, in one place, in the order of a queue.
//
// A thread that waits for another one (a lock, a sleep) is parked here too, not in a primitive of the system: the lock knows
// who can go on, and when nobody can.

using System.Diagnostics;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Hosting;

namespace PyCoro.Runtime.Threads;

/// <summary>What a thread of an interpreter is doing.</summary>
internal enum ThreadState
{
    /// <summary>It holds the lock.</summary>
    Running,

    /// <summary>It could run and waits for its turn.</summary>
    Ready,

    /// <summary>It waits for another thread, or for a time.</summary>
    Parked,

    /// <summary>It is in a call of the system and needs no lock.</summary>
    Outside,

    /// <summary>It will not run again.</summary>
    Ended,
}

/// <summary>Why <see cref="Gil.Park"/> came back.</summary>
internal enum Unparked
{
    /// <summary>Another thread said so.</summary>
    Woken,

    /// <summary>The time is over.</summary>
    TimedOut,

    /// <summary>A signal waits for its handler; only in the main thread.</summary>
    Interrupted,

    /// <summary>It would be for ever: no thread can run, none is in a call of the system, and no time ends a wait. Only the main
    /// thread is told.</summary>
    Deadlocked,
}

/// <summary>Passes the right to run from thread to thread (glossary: global interpreter lock).</summary>
internal sealed partial class Gil(Interpreter interpreter)
{
    /// <summary>Time without end, for <see cref="Park"/>.</summary>
    internal const long Forever = long.MaxValue;

    /// <summary>Until a signal comes from outside, for <see cref="Park"/>: without end, but no deadlock.</summary>
    internal const long UntilSignal = long.MaxValue - 1;

    private readonly object _gate = new();
    private readonly Queue<VmThread> _ready = new();
    private readonly List<VmThread> _threads = [];
    private VmThread? _holder;
    private long _turnStarted = Stopwatch.GetTimestamp();
    private long _switchTicks = (long)(Stopwatch.Frequency * DefaultSwitchInterval);
    private bool _isEnding;
    private Timer? _interrupting;

    private const int InterruptEveryMilliseconds = 5;
    private const long Millisecond = 1_000_000;
    private const double DefaultSwitchInterval = 0.005;

    /// <summary><c>sys.getswitchinterval()</c>, in seconds: how long a thread may run while others wait.</summary>
    internal double SwitchInterval
    {
        get => (double)_switchTicks / Stopwatch.Frequency;
        set => _switchTicks = (long)(value * Stopwatch.Frequency);
    }

    /// <summary>The thread that runs; null while all wait or are in calls of the system.</summary>
    internal VmThread? Holder => _holder;

    /// <summary>The threads that have not ended, the main one first.</summary>
    internal VmThread[] Threads
    {
        get
        {
            lock (_gate)
                return [.. _threads];
        }
    }

    /// <summary>The main thread begins as the holder.</summary>
    internal void AddMain(VmThread thread)
    {
        _threads.Add(thread);
        _holder = thread;
    }

    /// <summary>Runs a body in a thread of its own, whose turn comes after those that wait already. The caller holds the lock.</summary>
    /// <exception cref="OutOfMemoryException">The system has no room for another thread.</exception>
    internal void Start(VmThread thread, Action body, int stackSize)
    {
        var native = new Thread(() => Run(thread, body), stackSize) { IsBackground = true };
        lock (_gate)
        {
            _threads.Add(thread);
            MakeReady(thread);
        }
        try
        {
            native.Start();
        }
        catch
        {
            lock (_gate)
                Forget(thread);
            throw;
        }
    }

    /// <summary>A check of the running thread: others get their turn when it has had its share of time.</summary>
    internal void Check(VmThread thread)
    {
        if (interpreter.Options.Clock is VirtualClock clock)
            PassSlice(clock);
        if (_ready.Count > 0 && Stopwatch.GetTimestamp() - _turnStarted >= _switchTicks)
            Yield(thread);
    }

    /// <summary>Lets every thread that is ready run first.</summary>
    internal void Yield(VmThread thread)
    {
        lock (_gate)
        {
            if (_ready.Count == 0 || _isEnding)
                return;
            thread.State = ThreadState.Ready;
            _ready.Enqueue(thread);
            PassOn();
        }
        AwaitTurn(thread);
    }

    /// <summary>Gives the lock up for a call of the system that may take long; <see cref="Return"/> takes it again.</summary>
    internal void Leave(VmThread thread, PollEntry[]? waitedFor, long until)
    {
        lock (_gate)
        {
            thread.State = ThreadState.Outside;
            thread.WaitedFor = waitedFor;
            thread.WaitsUntil = until;
            if (thread.IsMain)
            {
                thread.NativeId = interpreter.Options.OperatingSystem.CurrentThread;
                if (thread.IsInterrupted)
                    InterruptCall();
            }
            if (!_isEnding)
                PassOn();
        }
    }

    /// <summary>Ends <see cref="Leave"/>. A signal that came during a call which it did not end is looked at soon.</summary>
    internal void Return(VmThread thread)
    {
        if (thread.IsInterrupted)
            thread.Budget = 0;
        lock (_gate)
        {
            if (ReferenceEquals(_holder, thread))
            {
                thread.State = ThreadState.Running;
                return;
            }
            MakeReady(thread);
        }
        AwaitTurn(thread);
    }

    /// <summary>Waits until another thread calls <see cref="Unpark"/>, or until the monotonic time in nanoseconds.</summary>
    internal Unparked Park(VmThread thread, long until)
    {
        var clock = interpreter.Options.Clock;
        lock (_gate)
        {
            if (thread.IsInterrupted)
                return Unparked.Interrupted;
            thread.State = ThreadState.Parked;
            thread.WaitsUntil = until;
            // When the program is ending nobody else runs any more, whatever this thread waits for.
            if (_isEnding)
                GiveIfDeadlocked(thread);
            else
                PassOn();
        }
        while (until < UntilSignal && thread.State == ThreadState.Parked)
        {
            var left = until - clock.MonotonicNanoseconds;
            if (left > 0 && AwaitTurn(thread, clock is VirtualClock ? Math.Min(left, ParkedSlice * Millisecond) : left))
                return EndWait(thread);
            lock (_gate)
            {
                if (thread.State != ThreadState.Parked)
                    break;
                if (clock is VirtualClock virtualClock)
                    Look(virtualClock);
                if (thread.State == ThreadState.Parked && clock.MonotonicNanoseconds >= until)
                    Wake(thread, Unparked.TimedOut);
            }
        }
        AwaitTurn(thread);
        return thread.UnparkedBy;
    }

    /// <summary>Ends the wait of a parked thread; it runs when its turn comes. The caller holds the lock.</summary>
    internal void Unpark(VmThread thread)
    {
        lock (_gate)
        {
            if (thread.State == ThreadState.Parked)
                Wake(thread, Unparked.Woken);
        }
    }

    /// <summary>A signal has come: the main thread, if it is parked or in a call of the system, looks at it. May be called
    /// from any thread.</summary>
    internal void Interrupt()
    {
        lock (_gate)
        {
            if (_threads is [{ State: ThreadState.Parked } main, ..])
                Wake(main, Unparked.Interrupted);
            else if (_threads is [{ State: ThreadState.Outside }, ..])
                InterruptCall();
        }
    }

    /// <summary>The program is over: from now on only the main thread runs, the others end where they stand.</summary>
    internal void End(VmThread main)
    {
        VmThread[] others;
        lock (_gate)
        {
            _isEnding = true;
            others = [.. _threads.Where(thread => !ReferenceEquals(thread, main))];
            _ready.Clear();
        }
        foreach (var other in others)
            other.Turn.Release();
    }

    private void Run(VmThread thread, Action body)
    {
        try
        {
            AwaitTurn(thread);
            body();
        }
        catch (ThreadEndedException)
        {
            return;
        }
        lock (_gate)
        {
            Forget(thread);
            if (!_isEnding)
                PassOn();
        }
    }

    private void Forget(VmThread thread)
    {
        thread.State = ThreadState.Ended;
        _threads.Remove(thread);
    }

    private void AwaitTurn(VmThread thread)
    {
        thread.Turn.Wait();
        EndWait(thread);
    }

    // Has its turn come in time? The system's primitives count in milliseconds; what is shorter is slept.
    private bool AwaitTurn(VmThread thread, long nanoseconds)
    {
        if (nanoseconds >= Millisecond)
            return thread.Turn.Wait((int)Math.Min(int.MaxValue, nanoseconds / Millisecond));
        interpreter.Options.OperatingSystem.Sleep(nanoseconds);
        return thread.Turn.Wait(0);
    }

    private Unparked EndWait(VmThread thread)
    {
        if (_isEnding && !ReferenceEquals(_holder, thread))
            throw new ThreadEndedException();
        return thread.UnparkedBy;
    }

    private void Wake(VmThread thread, Unparked reason)
    {
        thread.UnparkedBy = reason;
        MakeReady(thread);
    }

    // The rest is called with the gate closed.

    private void MakeReady(VmThread thread)
    {
        if (_holder is null || (_isEnding && ReferenceEquals(thread, _threads[0])))
        {
            Give(thread);
            return;
        }
        thread.State = ThreadState.Ready;
        _ready.Enqueue(thread);
    }

    private void PassOn()
    {
        _holder = null;
        if (_ready.Count == 0 && interpreter.Options.Clock is VirtualClock clock)
            BeIdle(clock);
        // Time that has gone on may have woken somebody, who has the lock then.
        if (_holder is null && _ready.TryDequeue(out var next))
            Give(next);
        else if (_holder is null)
            GiveIfDeadlocked(_threads[0]);
    }

    private void GiveIfDeadlocked(VmThread main)
    {
        if (!IsDeadlock())
            return;
        main.UnparkedBy = Unparked.Deadlocked;
        Give(main);
    }

    // The thread may be on its way into the call still, where nothing can end it: so it is asked again until it has returned.
    private void InterruptCall()
    {
        _interrupting ??= new Timer(_ => InterruptCallOnce());
        _interrupting.Change(0, InterruptEveryMilliseconds);
    }

    private void InterruptCallOnce()
    {
        lock (_gate)
        {
            if (_threads is [{ State: ThreadState.Outside } main, ..] && main.IsInterrupted)
                interpreter.Options.OperatingSystem.Interrupt(main.NativeId);
            else
                _interrupting!.Change(Timeout.Infinite, Timeout.Infinite);
        }
    }

    private void Give(VmThread thread)
    {
        if (_isHeld)
            LetGo();
        _holder = thread;
        thread.State = ThreadState.Running;
        _turnStarted = Stopwatch.GetTimestamp();
        thread.Turn.Release();
    }

    // A handler of a signal can end any wait of the main thread, and an alarm without one the program.
    private bool IsDeadlock() =>
        !interpreter.Signals.HasHandlers && !interpreter.Signals.IsAlarmSet && (_isEnding
            ? IsParkedForever(_threads[0])
            : _threads.TrueForAll(IsParkedForever));

    private static bool IsParkedForever(VmThread thread) => thread is { State: ThreadState.Parked, WaitsUntil: Forever };
}

/// <summary>Unwinds a thread that may not run any more, because the program is over. No Python code sees it.</summary>
internal sealed class ThreadEndedException : Exception;
