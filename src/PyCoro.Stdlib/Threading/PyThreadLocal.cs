// threading.local: an object with one __dict__ a thread. Before each access of an attribute the dict of the running thread
// is put in; __init__ runs once for each thread, with the arguments the object was made with.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Threading;

/// <summary>Thread-local data (library reference: threading, Thread-Local Data).</summary>
[PyType("_local", Module = "_thread", Subclassable = true, HasDict = true)]
internal sealed partial class PyThreadLocal : PyObject
{
    private readonly Value[] _args;
    private readonly PyDict? _keywords;
    private VmThread _current;

    private PyThreadLocal(Shape shape, VmThread thread, Value[] args, PyDict? keywords) : base(shape)
    {
        _args = args;
        _keywords = keywords;
        _current = thread;
        thread.Locals.Add(this, InstanceAttributes.Materialize(this));
    }

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords)
    {
        var takesNone = ReferenceEquals(type.LookupSpecial(Special.Init).Ref, PyObject.TypeObject.LookupSpecial(Special.Init).Ref);
        if (takesNone && (args.Length > 0 || keywords is { Count: > 0 }))
            return thread.TypeError("Initialization arguments are not supported");
        return new PyThreadLocal(type.RootShape, thread, args.ToArray(), keywords);
    }

    [PyMethod("__getattribute__")]
    private Value GetAttribute(VmThread thread, PyStr name) =>
        TryEnter(thread) ? Attributes.GetFromInstance(thread, this, Type, name, report: true) : Value.Error;

    [PyMethod("__setattr__")]
    private Value SetAttribute(VmThread thread, PyStr name, Value value)
    {
        if (name.Text == "__dict__")
            return ReadOnly(thread, name);
        return TryEnter(thread) ? Attributes.SetGeneric(thread, this, Type, name, value) : Value.Error;
    }

    [PyMethod("__delattr__")]
    private Value DeleteAttribute(VmThread thread, PyStr name)
    {
        if (name.Text == "__dict__")
            return ReadOnly(thread, name);
        return TryEnter(thread) ? Attributes.SetGeneric(thread, this, Type, name, Value.Unbound) : Value.Error;
    }

    private Value ReadOnly(VmThread thread, PyStr name) =>
        thread.RaiseAttributeError($"'{Type.Name}' object attribute '{name.Text}' is read-only", this, name);

    private bool TryEnter(VmThread thread)
    {
        if (ReferenceEquals(_current, thread))
            return true;
        _current = thread;
        if (thread.Locals.TryGetValue(this, out var known))
        {
            InstanceAttributes.Replace(this, (PyDict)known);
            return true;
        }
        var own = new PyDict();
        thread.Locals.Add(this, own);
        InstanceAttributes.Replace(this, own);
        if (!Type.IsHeapType)
            return true;
        var init = Attributes.Bind(thread, Type.LookupSpecial(Special.Init), this, Type);
        if (!init.IsError && !KeywordCalls.Call(thread, init, _args, _keywords).IsError)
            return true;
        thread.Locals.Remove(this);
        return false;
    }
}
