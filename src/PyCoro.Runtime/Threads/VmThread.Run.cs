// Entering the interpreter from C#, and the border where a CLR exception becomes a Python one: library code may throw
// PythonException; anything else that arrives is a bug of ours and shows as such, with the Python line.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Threads;

public sealed partial class VmThread
{
    /// <summary>Who looks at the switches of this thread; null when nobody does.</summary>
    internal Observing.ISwitchObserver? Observer;

    /// <summary>The last <see cref="Run"/> ended with a yield, not a return.</summary>
    internal bool Yielded;

    /// <summary>Hooks of sys.set_asyncgen_hooks.</summary>
    internal AsyncGenHooks AsyncGenHooks = new();

    /// <summary>sys.set_coroutine_origin_tracking_depth.</summary>
    internal int CoroutineOriginDepth;

    /// <summary>The body whose <c>throw</c> waits for the one it delegates to.</summary>
    internal PyGenerator? ThrownThrough;

    private readonly HashSet<PyObject> _printing = new(ReferenceEqualityComparer.Instance);

    /// <summary>Runs an entry frame, or a resumed body's, from an instruction until it leaves.</summary>
    internal Value Run(Frame frame, int pc)
    {
        // Where there is no room the frame fails by itself, so that it is taken off the stack in order.
        var entered = EnterNative();
        var depth = _nativeDepth;
        while (true)
        {
            try
            {
                if (HasWaitingCall)
                    pc = MakeWaitingCall(frame);
                else if (HasDeleted)
                    pc = CollectDeleted(frame);
                var result = IsTracing ? EvalLoop.Run<Traced>(this, frame, pc) : EvalLoop.Run<Untraced>(this, frame, pc);
                if (!ReferenceEquals(result.Ref, Sentinel.Reenter))
                    return entered ? LeaveNative(result) : result;
                frame = Top!;
                pc = frame.InstructionPointer;
            }
            catch (Exception exception) when (exception is not (ThreadEndedException or Hosting.DeadlockException))
            {
                _nativeDepth = depth;
                RaiseFromClr(exception);
                frame = Top!;
                pc = frame.InstructionPointer;
            }
        }
    }

    /// <summary>Begins a call of the system that may take long: <c>using (thread.Outside()) …</c>.</summary>
    internal OutsideCall Outside() => new(this);

    /// <summary>The same for a wait for descriptors, until a monotonic time in nanoseconds.</summary>
    internal OutsideCall OutsideWaiting(Hosting.PollEntry[] waitedFor, long until) => new(this, waitedFor, until);

    /// <summary>Calls a Python function from C#.</summary>
    internal Value CallFunction(PyFunction function, ReadOnlySpan<Value> args, PyTuple? keywordNames)
    {
        var frame = Calls.BeginFunction(this, Top, function, args, keywordNames, out var result);
        if (frame is null)
            return result;
        frame.IsEntry = true;
        return Run(frame, 0);
    }

    /// <summary>Marks an object as being printed; false when it is already, so that repr shows "..." there.</summary>
    internal bool EnterRepr(PyObject obj) => _printing.Add(obj);

    /// <summary>Ends <see cref="EnterRepr"/>.</summary>
    internal void LeaveRepr(PyObject obj) => _printing.Remove(obj);

    private void RaiseFromClr(Exception exception)
    {
        switch (exception)
        {
            case PythonException python:
                Reraise(python.Exception);
                break;
            case InsufficientExecutionStackException:
                RaiseRecursionError();
                break;
            case OutOfMemoryException:
                Raise(ExceptionTypes.MemoryError, Array.Empty<Value>());
                break;
            default:
                Interpreter.InternalErrors?.Invoke(exception);
                Raise(ExceptionTypes.SystemError, $"internal error: {exception.GetType().Name}: {exception.Message}");
                break;
        }
    }
}
