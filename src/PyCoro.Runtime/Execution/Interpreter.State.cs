// Native modules keep what is mutable here, so that interpreters stay isolated from each other.

using System.Collections.Concurrent;
using PyCoro.Runtime.Threads;

namespace PyCoro.Runtime.Execution;

internal sealed partial class Interpreter
{
    private readonly ConcurrentDictionary<Type, object> _state = new();
    private readonly List<Action<VmThread>> _exitHooks = [];
    private readonly ConcurrentQueue<Action<VmThread>> _pendingCalls = new();

    /// <summary>The one object of a class that belongs to this interpreter, made when it is asked for first.</summary>
    internal T State<T>() where T : class, new() => (T)_state.GetOrAdd(typeof(T), static _ => new T());

    /// <summary>The modules that are being loaded.</summary>
    internal Modules.LoadingModules Loading { get; } = new();

    /// <summary>The audit hooks; null while there are none.</summary>
    internal Modules.Auditing? Audit { get; set; }

    /// <summary>The program has ended: <c>sys.is_finalizing()</c>.</summary>
    internal bool IsFinalizing { get; private set; }

    /// <summary>Runs when the program has ended, after its atexit functions: reports of what was never looked at.</summary>
    internal void AtExit(Action<VmThread> hook) => _exitHooks.Add(hook);

    /// <summary>Runs the hooks of <see cref="AtExit"/>, once.</summary>
    internal void RunExitHooks(VmThread thread)
    {
        IsFinalizing = true;
        var hooks = _exitHooks.ToArray();
        _exitHooks.Clear();
        foreach (var hook in hooks)
            hook(thread);
    }

    /// <summary>Asks for a call at the next check of a Python thread; may be called from any thread, the collector's included.</summary>
    internal void AddPendingCall(Action<VmThread> call) => _pendingCalls.Enqueue(call);

    /// <summary>Is any call waiting?</summary>
    internal bool HasPendingCalls => !_pendingCalls.IsEmpty;

    /// <summary>Makes the calls that were asked for.</summary>
    internal void RunPendingCalls(VmThread thread)
    {
        // What is asked for meanwhile waits for the next check, so that this ends.
        for (var left = _pendingCalls.Count; left > 0 && _pendingCalls.TryDequeue(out var call); left--)
        {
            var pending = thread.Pending;
            thread.Pending = null;
            call(thread);
            thread.Pending = pending;
        }
    }
}
