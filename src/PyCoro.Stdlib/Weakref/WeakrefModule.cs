using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Lifetime;
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
        WeakReferences.To(thread.Interpreter, obj).Count;

    /// <summary>Return a list of all weak reference objects pointing to 'object'.</summary>
    [PyFunction("getweakrefs")]
    private static Value GetWeakRefs(VmThread thread, Value obj) =>
        new PyList([.. WeakReferences.To(thread.Interpreter, obj).Select(static reference => (Value)reference)]);
}
