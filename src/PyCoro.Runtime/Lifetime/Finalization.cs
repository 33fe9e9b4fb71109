// An object that wants to be finalised hangs a watch on itself: .NET runs the watch's finaliser when nothing refers to the
// object any more, and that asks the interpreter to finalise it (PEP 442). The object is alive again then, together with
// all it refers to; what does not want to be finalised pays nothing.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;

namespace PyCoro.Runtime.Lifetime;

/// <summary>The objects of an interpreter that are to be finalised.</summary>
internal sealed class Finalization(Interpreter interpreter)
{
    private readonly ConditionalWeakTable<PyObject, FinalizationWatch> _watches = [];
    private long _lastNumber;

    /// <summary>Has the object, once in its life, been finalised?</summary>
    internal bool IsFinalized(PyObject obj) => _watches.TryGetValue(obj, out var watch) && watch.IsDone;

    /// <summary>Calls <paramref name="finalize"/> once, in a Python thread: when nothing refers to the object any more, or at exit.</summary>
    internal void Watch(PyObject obj, Action<VmThread, PyObject> finalize) =>
        _watches.AddOrUpdate(obj, new FinalizationWatch(interpreter, obj, finalize, Interlocked.Increment(ref _lastNumber)));

    /// <summary>Sees to it that <c>__del__</c> of a new instance is called.</summary>
    internal void WatchInstance(PyObject instance)
    {
        if (!_watches.TryGetValue(instance, out _))
            Watch(instance, CallDel);
    }

    /// <summary>The object needs no finaliser any more: its file is closed, its body has ended.</summary>
    internal void Forget(PyObject obj)
    {
        if (_watches.TryGetValue(obj, out var watch))
            watch.Cancel();
    }

    /// <summary>Finalises all that is left, the oldest first.</summary>
    internal void FinishAll(VmThread thread)
    {
        List<FinalizationWatch> left;
        do
        {
            left = [.. _watches.Select(static entry => entry.Value).Where(static watch => !watch.IsDone).OrderBy(static watch => watch.Number)];
            foreach (var watch in left)
                watch.Run(thread);
        }
        while (left.Count > 0);
    }

    private static void CallDel(VmThread thread, PyObject obj)
    {
        var function = obj.Type.LookupSpecial(Special.Del);
        if (!function.IsUnbound && thread.CallSpecial(function, obj).IsError)
            thread.Interpreter.ReportUnraisable(thread, function);
    }
}

/// <summary>Hangs on an object; asks for its finalisation when the object is gone.</summary>
internal sealed class FinalizationWatch(Interpreter interpreter, PyObject obj, Action<VmThread, PyObject> finalize, long number)
{
    /// <summary>Counts up in the order of creation.</summary>
    internal long Number => number;

    /// <summary>Has run, or need not run.</summary>
    internal bool IsDone { get; private set; }

    internal void Run(VmThread thread)
    {
        if (IsDone)
            return;
        Cancel();
        finalize(thread, obj);
    }

    internal void Cancel()
    {
        IsDone = true;
        GC.SuppressFinalize(this);
    }

    ~FinalizationWatch() => interpreter.AddPendingCall(Run);
}
