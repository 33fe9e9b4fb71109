// gc.collect() promises that what nothing refers to any more is gone when it returns: weak references are dead, their
// callbacks and the finalisers have run. .NET's collector finds such objects by itself, but the interpreter remembers more
// than the program does (operands above the stack's top, idle frames, inline caches): that is forgotten first.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;

namespace PyCoro.Runtime.Lifetime;

/// <summary>Finds the garbage of an interpreter and does what its objects wanted done.</summary>
internal sealed class Collector(Interpreter interpreter)
{
    // What finalisers let go is garbage only then; what makes new garbage in every round may keep it.
    private const int MaxRounds = 8;

    private readonly List<WeakReference<PyCode>> _codes = [];
    private int _codesAfterPruning = 256;

    /// <summary>Before each search for garbage: who holds objects only to find them again lets them go here, and marks those he must know of.</summary>
    internal event Action? Searching;

    /// <summary>After each search: what is still there can be held again.</summary>
    internal event Action? Searched;

    /// <summary>Remembers code that has inline caches.</summary>
    internal void AddCode(PyCode code)
    {
        lock (_codes)
        {
            if (_codes.Count > 2 * _codesAfterPruning)
            {
                _codes.RemoveAll(static known => !known.TryGetTarget(out _));
                _codesAfterPruning = _codes.Count;
            }
            _codes.Add(new WeakReference<PyCode>(code));
        }
    }

    /// <summary>Collects, and runs callbacks and finalisers in this thread. How many of those there were.</summary>
    internal int Collect(VmThread thread)
    {
        var finalised = 0;
        for (var round = 0; round < MaxRounds; round++)
        {
            ForgetWhatIsDead();
            Searching?.Invoke();
            CollectOnce();
            Searched?.Invoke();
            if (!interpreter.HasPendingCalls)
                break;
            finalised += interpreter.RunPendingCalls(thread);
        }
        return finalised;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CollectOnce()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private void ForgetWhatIsDead()
    {
        foreach (var thread in interpreter.Gil.Threads)
            thread.ForgetDeadFrames();
        lock (_codes)
        {
            foreach (var known in _codes)
            {
                if (known.TryGetTarget(out var code))
                    Array.Clear(code.CacheArray);
            }
        }
    }
}
