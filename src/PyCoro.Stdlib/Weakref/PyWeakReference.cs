// Weak references are .NET's. Callbacks run when the collector has taken the object: later than in CPython, which counts
// references, and never from within the collector's thread but at the next check of the interpreter.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Weakref;

/// <summary>A weak reference to an object (library reference: weakref).</summary>
[PyType("ReferenceType", Module = "weakref", Subclassable = true)]
internal sealed partial class PyWeakReference : PyObject
{
    private WeakReference<PyObject>? _target;
    private Value _callback = Value.None;
    private long _hash;
    private bool _hasHash;

    internal PyWeakReference(Shape shape) : base(shape) { }

    /// <summary>The object, or null when it is gone.</summary>
    internal PyObject? Target => _target is not null && _target.TryGetTarget(out var target) ? target : null;

    /// <summary>The reference to an object; without a callback there is one for each.</summary>
    internal static Value Make(VmThread thread, PyType type, Value target, Value callback)
    {
        if (!CanBeReferenced(target))
            return thread.TypeError($"cannot create weak reference to '{target.Type.Name}' object");
        var state = thread.Interpreter.State<WeakrefState>();
        var isPlain = callback.IsUnbound || callback.IsNone;
        var isShared = isPlain && ReferenceEquals(type, TypeObject);
        if (isShared && state.Shared.TryGetValue(target.Ref!, out var known))
            return known;
        var reference = new PyWeakReference(type.RootShape) { _target = new WeakReference<PyObject>(target.Ref!) };
        if (isShared)
            state.Shared.Add(target.Ref!, reference);
        if (!isPlain)
        {
            reference._callback = callback;
            state.Watches.GetValue(target.Ref!, _ => new CollectionWatch(thread.Interpreter)).Add(reference);
        }
        state.Count(target.Ref!, reference);
        return reference;
    }

    [PyNew(Signature = "object, callback=None, /, **kwargs")]
    private static Value New(VmThread thread, PyType type, Value target, Value callback, [Keywords] PyDict? kwargs) =>
        Make(thread, type, target, callback);

    [PyMethod("__init__", Signature = "object, callback=None, /, **kwargs")]
    private Value Init(Value target, Value callback, [Keywords] PyDict? kwargs) => Value.None;

    [PyMethod("__call__")]
    private Value Call() => Target is { } target ? target : Value.None;

    [PyGetter("__callback__")]
    private Value GetCallback() => _callback;

    [PyMethod("__hash__")]
    private Value Hash(VmThread thread)
    {
        if (_hasHash)
            return Value.Int(_hash);
        if (Target is not { } target)
            return thread.TypeError("weak object has gone away");
        if (!Hashing.TryHash(thread, target, out _hash))
            return Value.Error;
        _hasHash = true;
        return Value.Int(_hash);
    }

    [PyMethod("__eq__")]
    private Value Equals(VmThread thread, Value other)
    {
        if (other.Ref is not PyWeakReference reference)
            return Value.NotImplemented;
        if (Target is not { } mine || reference.Target is not { } theirs)
            return Value.Bool(ReferenceEquals(this, reference));
        return Comparison.TryEquals(thread, mine, theirs, out var equal) ? Value.Bool(equal) : Value.Error;
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        var here = Identity.Address(thread, this);
        return Value.Str(Target is { } target
            ? $"<weakref at {here}; to '{target.Type.Name}' at {Identity.Address(thread, target)}>"
            : $"<weakref at {here}; dead>");
    }

    [PyClassMethod("__class_getitem__")]
    private static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);

    /// <summary>The object is gone: tell whoever wanted to know.</summary>
    internal void RunCallback(VmThread thread)
    {
        var callback = _callback;
        _callback = Value.None;
        if (!callback.IsNone && thread.Call(callback, this).IsError)
            thread.Interpreter.ReportUnraisable(thread, callback);
    }

    private static bool CanBeReferenced(Value value) => !value.IsFloat && (value.Type.IsHeapType
        ? value.Ref is not null
        : value.Ref is not (null or PyInt or PyStr or PyTuple or PyList or PyDict or PyBytes or PyNone or PyException));
}

/// <summary>The weak references of an interpreter.</summary>
internal sealed class WeakrefState
{
    private readonly ConditionalWeakTable<PyObject, List<WeakReference<PyWeakReference>>> _all = [];

    internal ConditionalWeakTable<PyObject, PyWeakReference> Shared { get; } = [];

    internal ConditionalWeakTable<PyObject, CollectionWatch> Watches { get; } = [];

    internal void Count(PyObject target, PyWeakReference reference)
    {
        var list = _all.GetValue(target, static _ => []);
        list.RemoveAll(static known => !known.TryGetTarget(out _));
        list.Add(new WeakReference<PyWeakReference>(reference));
    }

    internal List<Value> ReferencesTo(PyObject target)
    {
        var found = new List<Value>();
        if (!_all.TryGetValue(target, out var list))
            return found;
        foreach (var known in list)
        {
            if (known.TryGetTarget(out var reference))
                found.Add(reference);
        }
        return found;
    }
}

/// <summary>Hangs on an object; finalised when the object is gone.</summary>
internal sealed class CollectionWatch(Runtime.Execution.Interpreter interpreter)
{
    private readonly List<WeakReference<PyWeakReference>> _references = [];

    internal void Add(PyWeakReference reference) => _references.Add(new WeakReference<PyWeakReference>(reference, trackResurrection: true));

    ~CollectionWatch()
    {
        foreach (var known in _references)
        {
            if (known.TryGetTarget(out var reference))
                interpreter.AddPendingCall(reference.RunCallback);
        }
    }
}
