// _signal: handlers, timers and masks, in numbers. signal.py gives the numbers their names.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Signals;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Signals;

/// <summary>Handlers of signals, timers that send them, and masks.</summary>
[PyModule("_signal")]
internal static partial class SignalModule
{
    private const int NoSuchProcess = 3;
    private const int InvalidArgument = 22;
    private const int GetFlags = 3;
    private const long NonBlocking = 0x800;
    private const string OnlyMain = "signal only works in main thread of the main interpreter";

    private static readonly PyStr DefaultIntHandlerName = PyStr.Constant("default_int_handler");

    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        void Set(string name, Value value) => module.Dict.SetStr(thread.Interpreter.Intern(name), value);
        foreach (var (name, number) in SignalNames.All)
            Set(name, Value.Int(number));
        Set("NSIG", Value.Int(SignalTable.Count));
        Set("SIG_DFL", SignalTable.Default);
        Set("SIG_IGN", SignalTable.Ignore);
        Set("SIG_BLOCK", Value.Int(BlockMore));
        Set("SIG_UNBLOCK", Value.Int(BlockLess));
        Set("SIG_SETMASK", Value.Int(BlockExactly));
        Set("ITIMER_REAL", Value.Int(0));
        Set("ITIMER_VIRTUAL", Value.Int(1));
        Set("ITIMER_PROF", Value.Int(2));
        var dict = new PyDict();
        dict.SetStr(PyStr.Of("__module__"), Value.Str("signal"));
        var error = thread.Call(PyType.TypeObject, Value.Str("itimer_error"), PyTuple.Of(ExceptionTypes.OSError), dict);
        if (error.IsError)
            return error;
        thread.Interpreter.State<SignalState>().TimerError = (PyType)error.Ref!;
        thread.Interpreter.State<SignalState>().DefaultIntHandler = module.Dict.GetStr(DefaultIntHandlerName);
        Set("ItimerError", error);
        return Value.None;
    }

    /// <summary>The default handler for SIGINT installed by Python.
    ///
    /// It raises KeyboardInterrupt.</summary>
    [PyFunction("default_int_handler", Signature = "signalnum, frame, /")]
    private static Value DefaultIntHandler(VmThread thread, Value signalnum, Value frame) =>
        thread.Raise(ExceptionTypes.KeyboardInterrupt, Array.Empty<Value>());

    /// <summary>Set the action for the given signal, and return the previous one.
    ///
    /// The action is SIG_DFL, SIG_IGN or a function that takes the number and the interrupted frame.</summary>
    [PyFunction("signal", Signature = "signalnum, handler, /")]
    private static Value SetHandler(VmThread thread, int signalnum, Value handler)
    {
        if (!IsMain(thread))
            return thread.ValueError(OnlyMain);
        if (!InRange(thread, signalnum))
            return Value.Error;
        if (!IsCallable(handler))
        {
            var number = handler.IsSmallInt ? handler : Conversions.Index(thread, handler);
            if (number.IsError || !(SignalTable.IsDefault(number) || SignalTable.IsIgnore(number)))
            {
                thread.Pending = null;
                return thread.TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
            }
            handler = number;
        }
        if (signalnum == SignalTable.Interrupt && handler.Is(thread.Interpreter.State<SignalState>().DefaultIntHandler))
            handler = Value.Unbound;
        var table = thread.Interpreter.Signals;
        var before = Shown(thread, table[signalnum]);
        return table.Set(signalnum, handler) ? before : SystemErrors.Raise(thread, InvalidArgument);
    }

    /// <summary>Say of a handler that it serves whoever interrupts the program: a program that waits for nothing but such a
    /// signal waits for ever.</summary>
    [PyFunction("_serves_interruption", Signature = "handler, /")]
    private static void ServesInterruption(VmThread thread, Value handler) => thread.Interpreter.Signals.Bystander = handler.Ref;

    /// <summary>Return the current action for the given signal.</summary>
    [PyFunction("getsignal", Signature = "signalnum, /")]
    private static Value GetHandler(VmThread thread, int signalnum) =>
        InRange(thread, signalnum) ? Shown(thread, thread.Interpreter.Signals[signalnum]) : Value.Error;

    /// <summary>Send a signal to the executing process.</summary>
    [PyFunction("raise_signal", Signature = "signalnum, /")]
    private static Value RaiseSignal(VmThread thread, int signalnum)
    {
        if (signalnum is < 1 or >= SignalTable.Count)
            return SystemErrors.Raise(thread, InvalidArgument);
        if (!thread.Interpreter.Signals.TrySendToSelf(thread, signalnum, out var result))
            thread.Interpreter.Options.OperatingSystem.TakeDefaultAction(signalnum);
        return result;
    }

    /// <summary>Send a signal to a thread of this process: the main thread takes it.</summary>
    [PyFunction("pthread_kill", Signature = "thread_id, signalnum, /")]
    private static Value KillThread(VmThread thread, long threadId, int signalnum) => signalnum switch
    {
        0 => Value.None,
        > 0 and < SignalTable.Count => RaiseSignal(thread, signalnum),
        _ => SystemErrors.Raise(thread, InvalidArgument),
    };

    /// <summary>Wait until a signal arrives.</summary>
    [PyFunction("pause")]
    private static Value Pause(VmThread thread)
    {
        var interpreter = thread.Interpreter;
        for (var before = interpreter.Signals.HandlersRun; interpreter.Signals.HandlersRun == before;)
        {
            interpreter.Gil.Park(thread, Gil.UntilSignal);
            if (!thread.CheckBudget())
                return Value.Error;
        }
        return Value.None;
    }

    /// <summary>Change system call restart behaviour: calls are always restarted (PEP 475), this only checks its arguments.</summary>
    [PyFunction("siginterrupt", Signature = "signalnum, flag, /")]
    private static Value SigInterrupt(VmThread thread, int signalnum, int flag) => InRange(thread, signalnum) ? Value.None : Value.Error;

    /// <summary>Sets the fd to be written to (with the signal number) when a signal comes in.
    ///
    /// The previous fd or -1 is returned; the fd must be non-blocking.</summary>
    [PyFunction("set_wakeup_fd", Signature = "fd, /, *, warn_on_full_buffer=True")]
    private static Value SetWakeUpDescriptor(VmThread thread, int fd, bool warnOnFullBuffer = true)
    {
        if (!IsMain(thread))
            return thread.ValueError("set_wakeup_fd only works in main thread of the main interpreter");
        if (fd != -1)
        {
            var flags = thread.Interpreter.Options.OperatingSystem.Control(fd, GetFlags, 0);
            if (flags < 0)
                return SystemErrors.Raise(thread, (int)-flags);
            if ((flags & NonBlocking) == 0)
                return thread.ValueError($"the fd {fd} must be in non-blocking mode");
        }
        var table = thread.Interpreter.Signals;
        var before = table.WakeUpDescriptor;
        table.WakeUpDescriptor = fd;
        table.WarnsWhenFull = warnOnFullBuffer;
        return Value.Int(before);
    }

    /// <summary>Return the system description of the given signal; None when it is unknown.</summary>
    [PyFunction("strsignal", Signature = "signalnum, /")]
    private static Value Describe(VmThread thread, int signalnum)
    {
        if (!InRange(thread, signalnum))
            return Value.Error;
        return SignalNames.Describe(signalnum) is { } text ? Value.Str(text) : Value.None;
    }

    /// <summary>Return a set of valid signal numbers on this platform.</summary>
    [PyFunction("valid_signals")]
    private static Value ValidSignals(VmThread thread) => SetOf(thread, ~0UL & ~SignalTable.Bit(32) & ~SignalTable.Bit(33));

    private static bool IsMain(VmThread thread) => ReferenceEquals(thread, thread.Interpreter.MainThread);

    private static bool InRange(VmThread thread, int signal)
    {
        if (signal is >= 1 and < SignalTable.Count)
            return true;
        thread.ValueError("signal number out of range");
        return false;
    }

    private static bool IsCallable(Value value) => !value.Type.LookupSpecial(Special.Call).IsUnbound;

    private static Value Shown(VmThread thread, Value handler) =>
        handler.IsUnbound ? thread.Interpreter.State<SignalState>().DefaultIntHandler : handler;

    private static Value SetOf(VmThread thread, ulong signals)
    {
        var set = new PySet();
        for (var signal = 1; signal < SignalTable.Count; signal++)
        {
            if ((signals & SignalTable.Bit(signal)) != 0 && !set.Add(thread, Value.Int(signal)))
                return Value.Error;
        }
        return set;
    }
}

/// <summary>What the module keeps for an interpreter.</summary>
internal sealed class SignalState
{
    /// <summary>The class itimer_error.</summary>
    internal PyType? TimerError { get; set; }

    /// <summary>The function default_int_handler.</summary>
    internal Value DefaultIntHandler { get; set; } = Value.None;

    /// <summary>ITIMER_REAL.</summary>
    internal RealTimer RealTimer { get; } = new();
}
