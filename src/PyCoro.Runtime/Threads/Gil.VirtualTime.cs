// When virtual time goes on. Its clock jumps to the next moment that anybody waits for when nothing else can happen before:
// no thread is ready, and whatever threads wait for in the system could only come from this very program, which has
// nothing under way. Otherwise time is real: while a thread is in any other call of the system, while a child process
// runs, and while something of which others have the other end is waited for. docs/virtual-time.md says it for users.

using System.Diagnostics;
using PyCoro.Runtime.Hosting;

namespace PyCoro.Runtime.Threads;

internal sealed partial class Gil
{
    // In milliseconds. How often a parked thread looks up while time does not jump; and how long nothing may have happened
    // before it does: what a socket was given is at its other end in microseconds, unless it waits for a confirmation.
    private const int ParkedSlice = 10;
    private const int Grace = 1;
    private const int LongGrace = 60;

    // A call that took less than this took no time: on a busy machine any may.
    private const long Notable = 200_000_000;

    private Action? _alarm;
    private long _alarmAt;
    private Timer? _alarmWatch;
    private long _idleSince;
    private bool _isHeld;
    private long _heldSince;
    private long _passed;

    private static long RealNow => Stopwatch.GetElapsedTime(0).Ticks * 100;

    /// <summary>What is to happen at a moment of virtual time, in nanoseconds; null: nothing any more. The caller holds the lock.</summary>
    internal void SetAlarm(Action? alarm, long at)
    {
        lock (_gate)
            (_alarm, _alarmAt) = (alarm, at);
    }

    /// <summary>Is the time of a wait for descriptors over? The thread, which is outside, has waited a little in vain.</summary>
    internal bool IsPast(long until)
    {
        var clock = (VirtualClock)interpreter.Options.Clock;
        lock (_gate)
        {
            Look(clock);
            return clock.MonotonicNanoseconds >= until;
        }
    }

    /// <summary>A child process has been started: as long as it runs, time is real, also while this program computes.</summary>
    internal void HasStartedChild()
    {
        if (interpreter.Options.Clock is VirtualClock clock)
        {
            lock (_gate)
                Hold(clock);
        }
    }

    private void PassSlice(VirtualClock clock)
    {
        lock (_gate)
        {
            if (_isHeld)
                Hold(clock);
            else
                clock.PassSlice();
            RingIfDue(clock);
        }
    }

    // The rest is called with the gate closed.

    private void RingIfDue(VirtualClock clock)
    {
        if (_alarm is not { } alarm || clock.MonotonicNanoseconds < _alarmAt)
            return;
        _alarm = null;
        alarm();
    }

    private void BeIdle(VirtualClock clock)
    {
        _idleSince = RealNow;
        Look(clock);
    }

    // Somebody who waits asks whether time goes on.
    private void Look(VirtualClock clock)
    {
        if (_isEnding)
        {
            // Nobody but the main thread is left to wait for anything.
            if (_threads[0] is { State: ThreadState.Parked or ThreadState.Outside, WaitsUntil: < UntilSignal } main)
                Jump(clock, main);
            return;
        }
        // Where a signal waits for its handler, something happens before any moment.
        if (_holder is not null || _ready.Count > 0 || interpreter.Signals.IsRequested)
            return;
        VmThread? first = null;
        List<PollEntry>? waitedFor = null;
        var isBusy = false;
        foreach (var thread in _threads)
        {
            if (thread.State == ThreadState.Outside)
            {
                if (thread.WaitedFor is null)
                    isBusy = true;
                else
                    (waitedFor ??= []).AddRange(thread.WaitedFor);
            }
            if (thread is { State: ThreadState.Parked or ThreadState.Outside, WaitsUntil: < UntilSignal } && (first is null || thread.WaitsUntil < first.WaitsUntil))
                first = thread;
        }
        if (isBusy)
        {
            Hold(clock);
            return;
        }
        // Its time is over already, and it is on its way.
        if (first is { State: ThreadState.Outside } && first.WaitsUntil <= clock.MonotonicNanoseconds)
            return;
        var goesOn = MayGoOn(waitedFor);
        if (goesOn is null)
            return;
        if (goesOn == false)
            Hold(clock);
        else if (_alarm is not null && (first is null || _alarmAt <= first.WaitsUntil))
            JumpTo(clock, _alarmAt);
        else if (first is not null)
            Jump(clock, first);
    }

    private void Jump(VirtualClock clock, VmThread first)
    {
        JumpTo(clock, first.WaitsUntil);
        if (first.State == ThreadState.Parked)
            Wake(first, Unparked.TimedOut);
    }

    private void JumpTo(VirtualClock clock, long at)
    {
        _isHeld = false;
        clock.AdvanceTo(at);
        RingIfDue(clock);
    }

    // Null: not yet, something may be under way.
    private bool? MayGoOn(List<PollEntry>? waitedFor)
    {
        var system = interpreter.Options.OperatingSystem;
        if (system.HasRunningChild)
            return false;
        if (waitedFor is null)
            return true;
        var idle = (RealNow - _idleSince) / 1_000_000;
        if (idle < Grace || system.Poll(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(waitedFor), 0) != 0)
            return null;
        return system.WhoEnds(waitedFor) switch
        {
            WaitedFor.Others => false,
            WaitedFor.UnderWay when idle < LongGrace => null,
            _ => true,
        };
    }

    // Time is real from now on, until somebody goes on or time may jump.
    private void Hold(VirtualClock clock)
    {
        var now = RealNow;
        if (_isHeld)
        {
            if (now - _heldSince < Notable)
                return;
            clock.Pass(now - _heldSince - _passed);
            _passed = now - _heldSince;
        }
        else
        {
            (_isHeld, _heldSince, _passed) = (true, now, 0);
            WatchAlarm(clock);
        }
        RingIfDue(clock);
        while (EarliestParked() is { } due && due.WaitsUntil <= clock.MonotonicNanoseconds)
            Wake(due, Unparked.TimedOut);
    }

    private VmThread? EarliestParked() => _threads.FindAll(static thread => thread.State == ThreadState.Parked).MinBy(static thread => thread.WaitsUntil);

    private void LetGo()
    {
        _isHeld = interpreter.Options.OperatingSystem.HasRunningChild;
        var all = RealNow - _heldSince;
        if (interpreter.Options.Clock is not VirtualClock clock || !_isHeld && all < Notable)
            return;
        clock.Pass(all - _passed);
        _passed = all;
    }

    // All threads may be in calls of the system, where nobody looks at the clock.
    private void WatchAlarm(VirtualClock clock)
    {
        if (_alarm is null)
            return;
        _alarmWatch ??= new Timer(_ => LookAtAlarm());
        _alarmWatch.Change(Math.Max(1, (_alarmAt - clock.MonotonicNanoseconds + 999_999) / 1_000_000), Timeout.Infinite);
    }

    private void LookAtAlarm()
    {
        lock (_gate)
        {
            if (!_isHeld || interpreter.Options.Clock is not VirtualClock clock)
                return;
            Hold(clock);
            WatchAlarm(clock);
        }
    }
}
