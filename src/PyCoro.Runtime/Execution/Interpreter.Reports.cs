// What the interpreter says on standard error by itself: uncaught exceptions, exceptions nobody can catch, coroutines
// that were never awaited.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Tracebacks;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal sealed partial class Interpreter
{
    private static readonly PyStr WriteName = PyStr.Constant("write");
    private static readonly PyStr FlushName = PyStr.Constant("flush");
    private static readonly PyStr WarnUnawaitedName = PyStr.Constant("_warn_unawaited_coroutine");

    /// <summary>Writes to <c>sys.stderr</c>; failures are ignored, there is nowhere to report them.</summary>
    internal void WriteError(VmThread thread, string text)
    {
        var stream = GetSys("stderr");
        if (stream.IsUnbound || stream.IsNone)
            return;
        var saved = thread.Pending;
        thread.Pending = null;
        thread.CallMethod(stream, WriteName, Value.Str(text));
        thread.Pending = null;
        thread.CallMethod(stream, FlushName);
        thread.Pending = saved;
    }

    /// <summary>Calls <c>sys.excepthook</c> for an exception that nobody caught.</summary>
    internal void ReportUncaught(VmThread thread, PyException exception)
    {
        var hook = GetSys("excepthook");
        Value traceback = exception.Traceback is { } trace ? trace : Value.None;
        if (!Auditing.Raise(thread, "sys.excepthook", hook.IsUnbound ? Value.None : hook, exception.Type, exception, traceback))
        {
            if (thread.PendingIs(ExceptionTypes.RuntimeError))
            {
                thread.Pending = null;
                return;
            }
            ReportUnraisable(thread, Value.None);
        }
        if (hook.IsUnbound)
        {
            WriteError(thread, "sys.excepthook is missing\n");
            PrintException(thread, exception);
            return;
        }
        if (!thread.Call(hook, exception.Type, exception, traceback).IsError)
            return;
        var failure = thread.TakePending();
        WriteError(thread, "Error in sys.excepthook:\n");
        PrintException(thread, failure);
        WriteError(thread, "\nOriginal exception was:\n");
        PrintException(thread, exception);
    }

    /// <summary>Prints an exception with its traceback and chain to <c>sys.stderr</c>.</summary>
    internal void PrintException(VmThread thread, PyException exception) => WriteError(thread, TracebackText.Format(thread, exception));

    /// <summary>An exception where no caller can catch it, <c>sys.unraisablehook</c>; takes the pending one.</summary>
    internal void ReportUnraisable(VmThread thread, Value source) => UnraisableExceptions.Report(thread, source, Value.None);

    /// <summary><c>RuntimeWarning: coroutine 'f' was never awaited</c>, by the module warnings, which knows how to show where it
    /// was made; without it at exit.</summary>
    internal void WarnNeverAwaited(VmThread thread, PyCoroutine coroutine)
    {
        if (!IsFinalizing && TryWarnNeverAwaited(thread, coroutine))
            return;
        var text = Value.Str($"coroutine '{coroutine.QualName.Text}' was never awaited");
        if (Warnings.Warn(thread, text, ExceptionTypes.RuntimeWarning, 1, IsFinalizing ? Value.None : coroutine).IsError)
            ReportUnraisable(thread, coroutine);
    }

    private bool TryWarnNeverAwaited(VmThread thread, PyCoroutine coroutine)
    {
        var warnings = Runtime.Modules.Importing.Import(thread, "warnings");
        var warn = warnings.IsError ? warnings : Attributes.TryGet(thread, warnings, WarnUnawaitedName);
        if (warn.IsUnbound)
            return false;
        if (!warn.IsError)
            warn = thread.Call(warn, coroutine);
        if (!warn.IsError)
            return true;
        var isWarning = thread.PendingIs(ExceptionTypes.RuntimeWarning);
        ReportUnraisable(thread, coroutine);
        return isWarning;
    }
}
