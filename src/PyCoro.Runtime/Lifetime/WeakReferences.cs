// The weak references to one object: who asks for the same again gets it, who asks how many there are is told, and when the
// object is gone the callbacks run, the latest first.

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Lifetime;

/// <summary>The weak references to an object; hangs on it.</summary>
internal sealed class WeakReferences
{
    private readonly Interpreter _interpreter;
    private readonly List<GCHandle> _handles = [];
    private int _countToPrune = 8;
    private bool _isSpent;

    private WeakReferences(Interpreter interpreter) => _interpreter = interpreter;

    /// <summary>The one without a callback, when there is one.</summary>
    internal PyWeakReference? Shared => All().FirstOrDefault(static reference => reference.IsShared);

    /// <summary>May there be weak references to the object?</summary>
    internal static bool AreAllowed(Value value) =>
        value.Ref is { } target && !value.IsFloat && (target.Shape.Type.HasWeakReferences || target is not (
            PyInstance or PyInt or PyBool or PyFloat or PyComplex or PyStr or PyTuple or PyList or PyDict or PyBytes or PyByteArray or PyNone
            or PyNotImplemented or PyEllipsis or PyException or PySlice or PyRange or PyCell or PyProperty or PyStaticMethod or PyClassMethod
            or PyMappingProxy or PySimpleNamespace or PyTraceback or PyEnumerate or PyZip or PyMap or PyFilter or PyReversed));

    /// <summary>Those of an object, there to be added to.</summary>
    internal static WeakReferences Of(Interpreter interpreter, PyObject target)
    {
        var table = interpreter.State<Table>().Entries;
        if (table.TryGetValue(target, out var known) && !known._isSpent)
            return known;
        var fresh = new WeakReferences(interpreter);
        table.AddOrUpdate(target, fresh);
        return fresh;
    }

    /// <summary>The references to an object that exist, the shared one first, then the latest first.</summary>
    internal static IReadOnlyList<PyWeakReference> To(Interpreter interpreter, Value value) =>
        value.Ref is { } target && interpreter.State<Table>().Entries.TryGetValue(target, out var known) && !known._isSpent
            ? [.. known.All().OrderBy(static reference => reference.IsShared ? 0 : 1)]
            : [];

    /// <summary>Remembers a new one.</summary>
    internal void Add(PyWeakReference reference)
    {
        if (_handles.Count >= _countToPrune)
            Prune();
        _handles.Add(GCHandle.Alloc(reference, GCHandleType.Weak));
    }

    private void Prune()
    {
        for (var i = _handles.Count - 1; i >= 0; i--)
        {
            if (_handles[i].Target is not null)
                continue;
            _handles[i].Free();
            _handles.RemoveAt(i);
        }
        _countToPrune = Math.Max(8, 2 * _handles.Count);
    }

    private IEnumerable<PyWeakReference> All()
    {
        for (var i = _handles.Count - 1; i >= 0; i--)
        {
            if (_handles[i].Target is PyWeakReference reference)
                yield return reference;
        }
    }

    // Runs in the collector's thread; the object may come back to life, with references made anew.
    ~WeakReferences()
    {
        _isSpent = true;
        var toTell = All().Where(static reference => reference.HasCallback).ToArray();
        foreach (var handle in _handles)
            handle.Free();
        if (toTell.Length > 0)
            _interpreter.Finalization.Cleared(toTell);
    }

    private sealed class Table
    {
        internal ConditionalWeakTable<PyObject, WeakReferences> Entries { get; } = [];
    }
}
