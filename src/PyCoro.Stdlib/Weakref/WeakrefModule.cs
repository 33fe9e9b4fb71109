using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Weakref;

/// <summary>Weak-reference support module.</summary>
[PyModule("_weakref", Types = [typeof(PyWeakReference)])]
internal static partial class WeakrefModule
{
    /// <summary>Return the number of weak references to 'object'.</summary>
    [PyFunction("getweakrefcount")]
    private static long GetWeakRefCount(VmThread thread, Value obj) =>
        obj.Ref is { } target ? thread.Interpreter.State<WeakrefState>().ReferencesTo(target).Count : 0;

    /// <summary>Return a list of all weak reference objects pointing to 'object'.</summary>
    [PyFunction("getweakrefs")]
    private static Value GetWeakRefs(VmThread thread, Value obj) =>
        new PyList(obj.Ref is { } target ? thread.Interpreter.State<WeakrefState>().ReferencesTo(target).ToArray() : []);
}
