// A generator, coroutine or async generator that is dropped unfinished must be closed, reported or given to its hook. Objects
// with a finaliser are dear for .NET to make, and a program makes millions of bodies: so a body that something depends on
// borrows a guard, the one that has the finaliser, and gives it back when it finishes. In a steady state that costs a
// few writes.

using System.Runtime.InteropServices;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;

namespace PyCoro.Runtime.Lifetime;

/// <summary>Hangs on an unfinished body and nothing else; when both are gone the body is ended.</summary>
internal sealed class BodyGuard(Finalization owner) : IUnreachable
{
    /// <summary>The body; null while the guard is idle.</summary>
    internal PyGenerator? Body;

    /// <summary>Its finaliser has run, which happens once: it guards no other body.</summary>
    internal bool IsSpent { get; private set; }

    /// <inheritdoc/>
    public long Number { get; internal set; }

    /// <inheritdoc/>
    public void Run(VmThread thread)
    {
        if (Body is not { } body)
            return;
        Body = null;
        body.Guard = null;
        GC.SuppressFinalize(this);
        body.FinalizeUnfinished(thread);
    }

    ~BodyGuard()
    {
        if (Body is null)
            return;
        IsSpent = true;
        owner.Found(this);
    }
}

/// <summary>The guards of an interpreter. Used by the holder of the GIL.</summary>
internal sealed class BodyGuards(Finalization owner)
{
    private const int MaxIdle = 1024;
    private const int MinToPrune = 4096;

    private readonly BodyGuard?[] _idle = new BodyGuard?[MaxIdle];
    private int _idleCount;

    // All that are in use or idle, to find the bodies that are left at exit.
    private readonly List<GCHandle> _known = [];
    private int _countToPrune = MinToPrune;

    /// <summary>Guards a body until it finishes.</summary>
    internal void Guard(PyGenerator body)
    {
        var guard = _idleCount > 0 ? Borrow() : Make();
        guard.Number = owner.NextNumber();
        guard.Body = body;
        body.Guard = guard;
    }

    /// <summary>The body has finished.</summary>
    internal void Release(BodyGuard guard)
    {
        guard.Body!.Guard = null;
        guard.Body = null;
        if (_idleCount < MaxIdle && !guard.IsSpent)
            _idle[_idleCount++] = guard;
        else
            GC.SuppressFinalize(guard);
    }

    /// <summary>Plainly nothing refers to the body any more: finalises it at once.</summary>
    internal void FinalizeNow(VmThread thread, BodyGuard guard)
    {
        var body = guard.Body!;
        Release(guard);
        body.FinalizeUnfinished(thread);
    }

    /// <summary>The guards whose bodies are unfinished.</summary>
    internal IEnumerable<BodyGuard> Living()
    {
        foreach (var handle in _known)
        {
            if (handle.Target is BodyGuard { Body.State: <= GeneratorState.Suspended } guard)
                yield return guard;
        }
    }

    private BodyGuard Borrow()
    {
        // Kept here it would live on together with its body.
        ref var place = ref _idle[--_idleCount];
        var guard = place!;
        place = null;
        return guard;
    }

    private BodyGuard Make()
    {
        if (_known.Count >= _countToPrune)
            Prune();
        var guard = new BodyGuard(owner);
        _known.Add(GCHandle.Alloc(guard, GCHandleType.Weak));
        return guard;
    }

    private void Prune()
    {
        var kept = 0;
        for (var i = 0; i < _known.Count; i++)
        {
            if (_known[i].Target is null)
                _known[i].Free();
            else
                _known[kept++] = _known[i];
        }
        _known.RemoveRange(kept, _known.Count - kept);
        _countToPrune = Math.Max(MinToPrune, 2 * kept);
    }

    ~BodyGuards()
    {
        foreach (var handle in _known)
            handle.Free();
    }
}
