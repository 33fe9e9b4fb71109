// Weak references are handles of .NET's collector, which clears them when nothing but a finaliser can reach the object any
// more: as in CPython, a resurrected object has lost the references it had. Callbacks never run in the collector's thread
// but at the next check of the interpreter.

using System.Runtime.InteropServices;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Lifetime;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>A weak reference to an object (library reference: weakref).</summary>
[PyType("ReferenceType", Module = "weakref", Subclassable = true)]
internal sealed partial class PyWeakReference : PyObject
{
    private static readonly PyStr NameName = PyStr.Constant("__name__");

    private GCHandle _target;
    private Value _callback = Value.None;
    private long _hash;
    private bool _hasHash;
    private bool _wasUnreachable;

    internal PyWeakReference(Shape shape) : base(shape) { }

    /// <summary>The object, or null when it is gone.</summary>
    internal PyObject? Target => _target.IsAllocated ? (PyObject?)_target.Target : null;

    /// <summary>Needs no telling, so that one for each object is enough.</summary>
    internal bool IsShared => ReferenceEquals(Type, TypeObject) && _callback.IsNone;

    /// <summary>The reference to an object; without a callback there is one for each.</summary>
    internal static Value Make(VmThread thread, PyType type, Value target, Value callback)
    {
        if (!WeakReferences.AreAllowed(target))
            return thread.TypeError($"cannot create weak reference to '{target.Type.Name}' object");
        var references = WeakReferences.Of(thread.Interpreter, target.Ref!);
        if (callback.IsUnbound)
            callback = Value.None;
        if (callback.IsNone && ReferenceEquals(type, TypeObject) && references.Shared is { } known)
            return known;
        var reference = new PyWeakReference(type.RootShape) { _callback = callback, _target = GCHandle.Alloc(target.Ref!, GCHandleType.Weak) };
        references.Add(reference);
        if (!callback.IsNone)
            thread.Interpreter.Finalization.HasCallbacks = true;
        return reference;
    }

    [PyNew(Signature = "object, callback=None, /, **kwargs")]
    private static Value New(VmThread thread, PyType type, Value target, Value callback, [Keywords] PyDict? kwargs) =>
        kwargs is { Count: > 0 } && ReferenceEquals(type, TypeObject)
            ? thread.TypeError("ref() takes no keyword arguments")
            : Make(thread, type, target, callback);

    [PyMethod("__init__", Signature = "object, callback=None, /, **kwargs")]
    private Value Init(VmThread thread, Value target, Value callback, [Keywords] PyDict? kwargs) =>
        kwargs is { Count: > 0 } ? thread.TypeError("ref() takes no keyword arguments") : Value.None;

    [PyMethod("__call__")]
    private Value Call() => Target is { } target ? target : Value.None;

    [PyGetter("__callback__")]
    private Value GetCallback() => Target is null ? Value.None : _callback;

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
        // Also one and the same object is asked.
        return Comparison.Compare(thread, CompareOperation.Eq, mine, theirs);
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        var here = Identity.Address(thread, this);
        if (Target is not { } target)
            return Value.Str($"<weakref at {here}; dead>");
        var name = target.Type.Lookup(NameName);
        if (!name.IsUnbound)
            name = Attributes.Bind(thread, name, target, target.Type);
        if (name.IsError)
            return name;
        var named = name.Ref is PyStr text ? $" ({text.Text})" : "";
        return Value.Str($"<weakref at {here}; to '{target.Type.Name}' at {Identity.Address(thread, target)}{named}>");
    }

    [PyClassMethod("__class_getitem__")]
    private static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(_callback);
    }

    /// <summary>There is someone to be told.</summary>
    internal bool HasCallback => !_callback.IsNone;

    /// <summary>The object is gone: tell whoever wanted to know.</summary>
    internal void RunCallback(VmThread thread)
    {
        var callback = _callback;
        _callback = Value.None;
        if (!callback.IsNone && thread.Call(callback, this).IsError)
            thread.Interpreter.ReportUnraisable(thread, callback);
    }

    // What a __del__ can still reach is finalised together with its object, and must work in it: so the handle goes the second time only.
    ~PyWeakReference()
    {
        if (_wasUnreachable)
        {
            if (_target.IsAllocated)
                _target.Free();
            return;
        }
        _wasUnreachable = true;
        GC.ReRegisterForFinalize(this);
    }
}
