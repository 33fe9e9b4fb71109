// A Python thread: the pending exception, the innermost frame, the instruction budget. Everything that runs Python code
// takes the thread as its first argument; there is no ambient state. The members are in files by topic: raising
// (VmThread.Raise.cs), calling (VmThread.Call.cs), frames (VmThread.Frames.cs).

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Threads;

/// <summary>A thread of an interpreter.</summary>
public sealed partial class VmThread
{
    internal VmThread(Interpreter interpreter, long identity)
    {
        Interpreter = interpreter;
        Identity = identity;
        DepthLimit = interpreter.RecursionLimit;
    }

    /// <summary><c>threading.get_ident()</c>: no other thread of the interpreter has had it.</summary>
    internal long Identity { get; }

    /// <summary>Is it the thread that runs the program, and all handlers of signals?</summary>
    internal bool IsMain => ReferenceEquals(this, Interpreter.MainThread);

    /// <summary>Waits a signal, or a call from outside, for this thread?</summary>
    internal bool IsInterrupted => IsMain && (Interpreter.Signals.IsRequested || Interpreter.HasPendingCalls);

    /// <summary>The interpreter it belongs to.</summary>
    internal Interpreter Interpreter { get; }

    /// <summary>The exception on its way up, set together with a result of <see cref="Value.Error"/>; null otherwise.</summary>
    public PyException? Pending { get; internal set; }
}
