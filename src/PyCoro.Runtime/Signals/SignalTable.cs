// What an interpreter does about signals. One arrives on a thread of .NET, or by a call of this very program; it is only
// noted there. The main thread runs its handler at its next check, the one that serves Ctrl-C, so that Python code never runs
// in the middle of an instruction. Signals that the program has not asked for are none of the interpreter's business: the
// system does with them what it always does.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Signals;

/// <summary>The handlers of an interpreter, and the signals that have arrived and wait for them.</summary>
internal sealed class SignalTable
{
    /// <summary>Signals are numbered from 1 to one less than this.</summary>
    internal const int Count = 65;

    /// <summary>The interrupt, Ctrl-C.</summary>
    internal const int Interrupt = 2;

    /// <summary>The end of a real timer.</summary>
    internal const int Alarm = 14;

    private const int BrokenPipe = 13;
    private const int FileTooLarge = 25;
    private const int TryAgain = 11;

    private readonly Interpreter _interpreter;
    private readonly Value[] _handlers = new Value[Count];
    private readonly IDisposable?[] _listeners = new IDisposable?[Count];
    private ulong _arrived;
    private ulong _blocked;
    private long _wakeUpError;

    internal SignalTable(Interpreter interpreter)
    {
        _interpreter = interpreter;
        Array.Fill(_handlers, Default);
        _handlers[Interrupt] = Value.Unbound;
        _handlers[BrokenPipe] = _handlers[FileTooLarge] = Ignore;
        // Heard in one place: who sets a handler later hears it there, too, and once.
        if (interpreter.Options.HandlesInterrupt)
            Listen(Interrupt, leaveToSystem: false);
    }

    /// <summary>The system's default action, SIG_DFL.</summary>
    internal static Value Default => Value.Int(0);

    /// <summary>SIG_IGN.</summary>
    internal static Value Ignore => Value.Int(1);

    /// <summary>The number of each signal that arrives is written here; negative: nowhere.</summary>
    internal int WakeUpDescriptor { get; set; } = -1;

    /// <summary>Is it worth a report that the descriptor takes no more?</summary>
    internal bool WarnsWhenFull { get; set; } = true;

    /// <summary>How many handlers have run; a wait that a signal ends looks here.</summary>
    internal long HandlersRun { get; private set; }

    /// <summary>Is there a handler for whose signal the program may be waiting?</summary>
    internal bool HasHandlers => Array.Exists(_handlers, handler => handler.Ref is not null && !handler.IsUnbound && !ReferenceEquals(handler.Ref, Bystander));

    /// <summary>A handler that serves who interrupts the program, and for whose signal nobody waits.</summary>
    internal PyObject? Bystander { get; set; }

    /// <summary>SIGALRM will arrive some time.</summary>
    internal bool IsAlarmSet { get; set; }

    /// <summary>Waits a signal for its handler?</summary>
    internal bool IsRequested => (Volatile.Read(ref _arrived) & ~Volatile.Read(ref _blocked)) != 0;

    /// <summary>The signals that the main thread does not take now, a bit each (number less one).</summary>
    internal ulong Blocked => _blocked;

    /// <summary>The blocked signals that have arrived.</summary>
    internal ulong Pending => Volatile.Read(ref _arrived) & _blocked;

    /// <summary>What is set for a signal; unbound: raise KeyboardInterrupt, the interrupt's own default.</summary>
    internal Value this[int signal] => _handlers[signal];

    /// <summary>Sets it; false when the system does not let this signal be handled.</summary>
    internal bool Set(int signal, Value handler)
    {
        if (!Listen(signal, IsDefault(handler)))
            return false;
        _handlers[signal] = handler;
        return true;
    }

    /// <summary>Takes note of a signal; may be called from any thread.</summary>
    internal void Arrive(int signal)
    {
        Interlocked.Or(ref _arrived, Bit(signal));
        if (WakeUpDescriptor >= 0)
        {
            var result = _interpreter.Options.OperatingSystem.Write(WakeUpDescriptor, [(byte)signal]);
            if (result < 0 && (result != -TryAgain || WarnsWhenFull))
                Interlocked.Exchange(ref _wakeUpError, -result);
        }
        _interpreter.Gil.Interrupt();
    }

    /// <summary>A signal that the program sends to itself: one that it handles takes no way round by the system. False when it is the system's.</summary>
    internal bool TrySendToSelf(VmThread thread, int signal, out Value result)
    {
        result = Value.None;
        if (IsDefault(_handlers[signal]) && (_blocked & Bit(signal)) == 0)
            return false;
        Arrive(signal);
        if (ReferenceEquals(thread, _interpreter.MainThread) && !Run(thread))
            result = Value.Error;
        return true;
    }

    /// <summary>Runs the handlers of what has arrived; false when one raised, which leaves the others for the next check.</summary>
    internal bool Run(VmThread thread)
    {
        ReportWakeUpError(thread);
        while (true)
        {
            var waiting = Volatile.Read(ref _arrived) & ~_blocked;
            if (waiting == 0)
                return true;
            var signal = System.Numerics.BitOperations.TrailingZeroCount(waiting) + 1;
            Interlocked.And(ref _arrived, ~Bit(signal));
            var handler = _handlers[signal];
            if (handler.IsUnbound)
            {
                HandlersRun++;
                thread.Raise(ExceptionTypes.KeyboardInterrupt, Array.Empty<Value>());
                return false;
            }
            if (IsDefault(handler))
            {
                _interpreter.Options.OperatingSystem.TakeDefaultAction(signal);
                continue;
            }
            if (IsIgnore(handler))
                continue;
            HandlersRun++;
            Value frame = Value.None;
            if (thread.Top is { } top)
            {
                top.Escaped = true;
                frame = top;
            }
            if (thread.Call(handler, Value.Int(signal), frame).IsError)
                return false;
        }
    }

    /// <summary>Changes which signals are blocked; false when a handler of one that no longer is raised.</summary>
    internal bool Block(VmThread thread, ulong signals)
    {
        for (var signal = 1; signal < Count; signal++)
        {
            if (((signals ^ _blocked) & Bit(signal)) != 0)
                Listen(signal, IsDefault(_handlers[signal]) && (signals & Bit(signal)) == 0);
        }
        Volatile.Write(ref _blocked, signals);
        return Run(thread);
    }

    /// <summary>Takes one of the signals that has arrived; 0 when none of them has.</summary>
    internal int Take(ulong among)
    {
        var waiting = Volatile.Read(ref _arrived) & among;
        if (waiting == 0)
            return 0;
        var signal = System.Numerics.BitOperations.TrailingZeroCount(waiting) + 1;
        Interlocked.And(ref _arrived, ~Bit(signal));
        return signal;
    }

    /// <summary>The bit of a signal in a set of them.</summary>
    internal static ulong Bit(int signal) => 1UL << (signal - 1);

    /// <summary>Is it SIG_DFL?</summary>
    internal static bool IsDefault(Value handler) => handler.IsSmallInt && handler.Bits == 0;

    /// <summary>Is it SIG_IGN?</summary>
    internal static bool IsIgnore(Value handler) => handler.IsSmallInt && handler.Bits == 1;

    private bool Listen(int signal, bool leaveToSystem)
    {
        if (leaveToSystem)
        {
            _listeners[signal]?.Dispose();
            _listeners[signal] = null;
            return true;
        }
        return (_listeners[signal] ??= _interpreter.Options.OperatingSystem.Listen(signal, () => Arrive(signal))) is not null;
    }

    private void ReportWakeUpError(VmThread thread)
    {
        var error = (int)Interlocked.Exchange(ref _wakeUpError, 0);
        if (error == 0)
            return;
        Modules.SystemErrors.Raise(thread, error);
        UnraisableExceptions.Report(thread, Value.None, Value.Str("Exception ignored when trying to write to the signal wakeup fd"));
    }
}
