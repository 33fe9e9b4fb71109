// _thread: what threading is built on. Threads are the system's, but one runs at a time (Gil.cs).

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Signals;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Threading;

/// <summary>This module provides primitive operations to write multi-threaded programs.
/// The 'threading' module provides a more convenient interface.</summary>
[PyModule("_thread", Types = [typeof(PyRLock), typeof(PyThreadLocal)])]
internal static partial class ThreadModule
{
    private const int DefaultStackSize = 16 << 20;
    private const int SmallestStack = 32 << 10;

    [PyConstant("TIMEOUT_MAX")]
    private static double LongestWait => LockTimeout.Max;

    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        module.Dict.SetStr(PyStr.Of("error"), ExceptionTypes.RuntimeError);
        module.Dict.SetStr(PyStr.Of("LockType"), PyLock.TypeObject);
        module.Dict.SetStr(PyStr.Of("_ExceptHookArgs"), HookArguments(thread).Type);
        return Value.None;
    }

    /// <summary>Start a new thread and return its identifier.
    ///
    /// The thread will call the function with positional arguments from the
    /// tuple args and keyword arguments taken from the optional dictionary
    /// kwargs.  The thread exits when the function returns; the return value
    /// is ignored.  The thread will also exit when the function raises an
    /// unhandled exception; a stack trace will be printed unless the exception
    /// is SystemExit.</summary>
    [PyFunction("start_new_thread", Signature = "function, args, kwargs=None, /")]
    [PyFunction("start_new", Signature = "function, args, kwargs=None, /")]
    private static Value StartNewThread(VmThread thread, Value function, Value args, Value kwargs)
    {
        if (function.Ref is not (PyFunction or PyType) && function.Type.LookupSpecial(Special.Call).IsUnbound)
            return thread.TypeError("first arg must be callable");
        if (args.Ref is not PyTuple positional)
            return thread.TypeError("2nd arg must be a tuple");
        PyDict? keywords = null;
        if (!kwargs.IsUnbound && !kwargs.IsNone && (keywords = kwargs.Ref as PyDict) is null)
            return thread.TypeError("optional 3rd arg must be a dictionary");
        var interpreter = thread.Interpreter;
        var started = interpreter.NewThread();
        var state = interpreter.State<ThreadModuleState>();
        try
        {
            interpreter.Gil.Start(started, () => Run(started, function, positional, keywords), state.StackSize);
        }
        catch (OutOfMemoryException)
        {
            return thread.RuntimeError("can't start new thread");
        }
        state.Running++;
        return Value.Int(started.Identity);
    }

    /// <summary>Return a non-zero integer that uniquely identifies the current thread
    /// amongst other threads that exist simultaneously.</summary>
    [PyFunction("get_ident")]
    private static long GetIdent(VmThread thread) => thread.Identity;

    /// <summary>Return a non-negative integer identifying the thread as reported
    /// by the OS (kernel). This may be used to uniquely identify a
    /// particular thread within a system.</summary>
    [PyFunction("get_native_id")]
    private static long GetNativeId(VmThread thread) => thread.Interpreter.Options.OperatingSystem.Identify("gettid");

    /// <summary>Create a new lock object. See help(type(threading.Lock())) for
    /// information about locks.</summary>
    [PyFunction("allocate_lock")]
    [PyFunction("allocate")]
    private static PyLock AllocateLock() => new();

    /// <summary>Create a lock that is locked; who waits for it waits to be notified by its release.</summary>
    [PyFunction("_allocate_notification")]
    private static PyLock AllocateNotification() => new(LockPurpose.Notification);

    /// <summary>Return the number of currently running Python threads, excluding
    /// the main thread. The returned number comprises all threads created
    /// through `start_new_thread()` as well as `threading.Thread`, and not
    /// yet finished.</summary>
    [PyFunction("_count")]
    private static long Count(VmThread thread) => thread.Interpreter.State<ThreadModuleState>().Running;

    /// <summary>Raise a SystemExit exception, which ends the thread.</summary>
    [PyFunction("exit")]
    [PyFunction("exit_thread")]
    private static Value Exit(VmThread thread) => thread.Raise(ExceptionTypes.SystemExit, Array.Empty<Value>());

    /// <summary>Return the thread stack size used when creating new threads.  The
    /// optional size argument specifies the stack size (in bytes) to be used
    /// for subsequent threads; 0 sets the default back.</summary>
    [PyFunction("stack_size", Signature = "size=0, /")]
    private static Value StackSize(VmThread thread, long size = -1)
    {
        var state = thread.Interpreter.State<ThreadModuleState>();
        var old = state.AskedStackSize;
        if (size < 0 && size != -1)
            return thread.ValueError("size must be 0 or a positive value");
        if (size is > 0 and < SmallestStack or > int.MaxValue)
            return thread.ValueError($"size not valid: {size} bytes");
        if (size >= 0)
            state.AskedStackSize = (int)size;
        return Value.Int(old);
    }

    /// <summary>Simulate the arrival of the given signal in the main thread,
    /// where the corresponding signal handler will be executed.
    /// If *signum* is omitted, SIGINT is assumed.
    /// A subthread can use this function to interrupt the main thread.
    ///
    /// Note: the default signal handler for SIGINT raises ``KeyboardInterrupt``.</summary>
    [PyFunction("interrupt_main", Signature = "signum=2, /")]
    private static Value InterruptMain(VmThread thread, int signum = SignalTable.Interrupt)
    {
        if (signum is <= 0 or >= SignalTable.Count)
            return thread.ValueError("signal number out of range");
        var signals = thread.Interpreter.Signals;
        if (SignalTable.IsDefault(signals[signum]) || SignalTable.IsIgnore(signals[signum]))
            return Value.None;
        return signals.TrySendToSelf(thread, signum, out var result) ? result : Value.None;
    }

    /// <summary>Set a sentinel lock that will be released when the current thread
    /// state is finalized (after it is untied from the interpreter).
    ///
    /// This is a private API for the threading module.</summary>
    [PyFunction("_set_sentinel")]
    private static PyLock SetSentinel(VmThread thread)
    {
        var sentinel = new PyLock(LockPurpose.EndOfThread);
        thread.Interpreter.State<ThreadModuleState>().Sentinels[thread] = sentinel;
        return sentinel;
    }

    /// <summary>Handle uncaught Thread.run() exception.</summary>
    [PyFunction("_excepthook")]
    private static Value ExceptHook(VmThread thread, Value args)
    {
        if (!ReferenceEquals(args.Type, HookArguments(thread).Type))
            return thread.TypeError("_thread._excepthook argument type must be ExceptHookArgs");
        var items = ((PyTuple)args.Ref!).Items;
        if (items[0].Is(ExceptionTypes.SystemExit))
            return Value.None;
        if (thread.Interpreter.GetSys("stderr") is { IsUnbound: true } or { IsNone: true })
            return Value.None;
        var name = items[3].IsNone ? Value.Int(thread.Identity) : Attributes.TryGet(thread, items[3], PyStr.Constant("_name"));
        if (name.IsSentinel)
        {
            thread.Pending = null;
            name = Value.Int(thread.Identity);
        }
        var shown = Texts.Str(thread, name)?.Text ?? thread.Identity.ToString();
        thread.Pending = null;
        thread.Interpreter.WriteError(thread, $"Exception in thread {shown}:\n");
        if (items[1].Ref is PyException exception)
            thread.Interpreter.PrintException(thread, exception);
        return Value.None;
    }

    private static void Run(VmThread thread, Value function, PyTuple args, PyDict? keywords)
    {
        if (KeywordCalls.Call(thread, function, args.Items, keywords).IsError)
        {
            if (thread.PendingIs(ExceptionTypes.SystemExit))
                thread.TakePending();
            else
                UnraisableExceptions.Report(thread, function, Value.Str("Exception ignored in thread started by"));
        }
        var state = thread.Interpreter.State<ThreadModuleState>();
        state.Running--;
        if (state.Sentinels.Remove(thread, out var sentinel))
            sentinel.Free(thread);
    }

    private static HookArgumentsType HookArguments(VmThread thread)
    {
        var type = thread.Interpreter.State<HookArgumentsType>();
        type.Type ??= StructSequence.MakeType(thread.Interpreter, "_thread", "ExceptHookArgs", "exc_type", "exc_value", "exc_traceback", "thread");
        return type;
    }

    private sealed class HookArgumentsType
    {
        internal PyType Type { get; set; } = null!;
    }

    private sealed class ThreadModuleState
    {
        internal long Running { get; set; }

        internal int AskedStackSize { get; set; }

        internal int StackSize => AskedStackSize == 0 ? DefaultStackSize : System.Math.Max(AskedStackSize, 1 << 20);

        internal Dictionary<VmThread, PyLock> Sentinels { get; } = [];
    }
}
