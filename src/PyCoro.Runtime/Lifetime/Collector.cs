// gc.collect() promises that what nothing refers to any more is gone when it returns: weak references are dead, their
// callbacks and the finalisers have run. .NET's collector finds such objects by itself, but the interpreter remembers more
// than the program does (operands above the stack's top, idle frames, inline caches): that is forgotten first.
//
// Who writes `del x` of something that wants to be finalised mostly expects that to happen there, as with reference counts.
// So that is worth a collection, as long as such collections take a small share of the time.

using System.Diagnostics;
using System.Runtime.CompilerServices;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Lifetime;

/// <summary>Finds the garbage of an interpreter and does what its objects wanted done.</summary>
internal sealed class Collector(Interpreter interpreter)
{
    // What finalisers let go is garbage only then; what makes new garbage in every round may keep it.
    private const int MaxRounds = 8;

    // Collections behind a `del`: so many in any case; then they may take a part of the time, a small one when they stop the
    // program long enough to be noticed.
    private const int FreeCollections = 32;
    private const int PartForShort = 5;
    private const int PartForLong = 40;
    private static readonly long Short = Stopwatch.Frequency / 100;

    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly List<WeakReference<PyCode>> _codes = [];
    private long _spent;
    private int _collectionsBehindDel;
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
        var before = interpreter.Finalization.Finished;
        for (var round = 0; round < MaxRounds; round++)
        {
            Search();
            if (!interpreter.HasPendingCalls)
                break;
            interpreter.RunPendingCalls(thread);
        }
        return interpreter.Finalization.Finished - before;
    }

    /// <summary>A variable that held this was deleted: may the object be gone, and does it matter?</summary>
    internal bool IsWorthCollecting(Value deleted)
    {
        if (deleted.Ref is not { } obj || obj is PyType || !(obj is PyGenerator { Guard: not null } or PyIOBase || obj.Type.IsHeapType))
            return false;
        var isShort = _spent < _collectionsBehindDel * Short;
        if (_collectionsBehindDel >= FreeCollections && _spent * (isShort ? PartForShort : PartForLong) > Stopwatch.GetTimestamp() - _began)
            return false;
        return obj is PyGenerator || interpreter.Finalization.Awaits(obj) || WeakReferences.To(interpreter, deleted).Count > 0;
    }

    /// <summary>Collects once and runs the callbacks and finalisers of what was found.</summary>
    internal void CollectDeleted(VmThread thread)
    {
        var start = Stopwatch.GetTimestamp();
        Search();
        _spent += Stopwatch.GetTimestamp() - start;
        _collectionsBehindDel++;
        interpreter.RunPendingCalls(thread);
    }

    private void Search()
    {
        ForgetWhatIsDead();
        Searching?.Invoke();
        CollectOnce();
        Searched?.Invoke();
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
