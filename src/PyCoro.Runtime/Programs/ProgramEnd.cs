// What CPython does when a program is over, in its order: SystemExit becomes a status, anything else that was not caught is
// printed, threads are waited for, exit functions run, and the standard streams are flushed. A flush that fails has
// nobody left to catch it and gets a status of its own.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Signals;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Programs;

/// <summary>Ends a program.</summary>
internal sealed class ProgramEnd(Interpreter interpreter)
{
    private static readonly PyStr Code = PyStr.Constant("code");
    private static readonly PyStr Closed = PyStr.Constant("closed");
    private static readonly PyStr Flush = PyStr.Constant("flush");
    private static readonly PyStr Shutdown = PyStr.Constant("_shutdown");
    private static readonly PyStr RunExitFunctions = PyStr.Constant("_run_exitfuncs");

    private readonly VmThread _thread = interpreter.MainThread;
    private bool _wasInterrupted;

    /// <summary>Ends with the result of the program's code; the value is the exit status.</summary>
    public int Finish(Value result)
    {
        var status = result.IsError ? StatusOf(_thread.TakePending()) : ExitStatusOf.Success;
        CallIfImported("threading", Shutdown);
        CallIfImported("atexit", RunExitFunctions);
        interpreter.Gil.End(_thread);
        // With reference counts what is dead by now would have told so before the end.
        if (interpreter.Finalization.HasCallbacks)
            interpreter.Collector.Collect(_thread);
        interpreter.RunPendingCalls(_thread);
        interpreter.RunExitHooks(_thread);
        interpreter.Finalization.FinishAll(_thread);
        status = FlushStandardStreams() ? status : ExitStatusOf.FlushFailed;
        // A shell that runs this in a loop shall see that it was not the program's own decision.
        if (_wasInterrupted && interpreter.Options.HandlesInterrupt)
            interpreter.Options.OperatingSystem.TakeDefaultAction(SignalTable.Interrupt);
        return status;
    }

    /// <summary>The program can never go on (<see cref="DeadlockException"/>): what it has printed is not lost, but nothing else of it
    /// runs, and its threads end where they stand.</summary>
    public void Abandon()
    {
        interpreter.Gil.End(_thread);
        try
        {
            FlushQuietly("stdout");
            FlushQuietly("stderr");
        }
        catch (DeadlockException)
        {
            // Somebody was writing when it happened.
        }
    }

    private int StatusOf(PyException exception)
    {
        if (exception.Type.IsSubtypeOf(ExceptionTypes.SystemExit))
            return StatusOfExit(exception);
        _wasInterrupted = exception.Type.IsSubtypeOf(ExceptionTypes.KeyboardInterrupt);
        FlushQuietly("stdout");
        interpreter.ReportUncaught(_thread, exception);
        return _wasInterrupted ? ExitStatusOf.Interrupted : ExitStatusOf.Failure;
    }

    /// <summary>Library reference, sys.exit: an int is the status, None is success, anything else is printed and means 1.</summary>
    private int StatusOfExit(PyException exception)
    {
        var code = Attributes.TryGet(_thread, exception, Code);
        if (code.IsSentinel)
        {
            _thread.Pending = null;
            code = exception;
        }
        if (code.IsNone)
            return ExitStatusOf.Success;
        if (code.TryGetBigInteger(out var number))
            return code.TryGetInt64(out var small) ? (int)(small & 0xFF) : number.IsZero ? 0 : 0xFF;
        FlushQuietly("stdout");
        var text = Texts.Str(_thread, code);
        _thread.Pending = null;
        interpreter.WriteError(_thread, (text?.Text ?? "") + "\n");
        return ExitStatusOf.Failure;
    }

    private void CallIfImported(string module, PyStr function)
    {
        var found = interpreter.Modules.GetStr(interpreter.Intern(module));
        if (found.IsUnbound || found.IsNone)
            return;
        var callable = Attributes.TryGet(_thread, found, function);
        if (callable.IsSentinel)
            _thread.Pending = null;
        else if (_thread.Call(callable).IsError)
            interpreter.ReportUnraisable(_thread, found);
    }

    private void FlushQuietly(string name)
    {
        if (TryGetOpen(name, out var stream) && _thread.CallMethod(stream, Flush).IsError)
            _thread.Pending = null;
    }

    private bool FlushStandardStreams()
    {
        var flushed = true;
        if (TryGetOpen("stdout", out var output) && _thread.CallMethod(output, Flush).IsError)
        {
            interpreter.ReportUnraisable(_thread, output);
            flushed = false;
        }
        if (TryGetOpen("stderr", out var errors) && _thread.CallMethod(errors, Flush).IsError)
        {
            _thread.Pending = null;
            flushed = false;
        }
        return flushed;
    }

    private bool TryGetOpen(string name, out Value stream)
    {
        stream = interpreter.GetSys(name);
        if (stream.IsUnbound || stream.IsNone)
            return false;
        var closed = Attributes.TryGet(_thread, stream, Closed);
        if (closed.IsError)
            _thread.Pending = null;
        return !closed.IsTrue;
    }
}
