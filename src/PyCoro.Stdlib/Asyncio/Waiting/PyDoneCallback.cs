using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio.Waiting;

/// <summary>Something native that is to happen when a future is done: a listener of native futures, a callable for all others.</summary>
[PyType("function", Module = "asyncio.tasks")]
internal abstract partial class PyDoneCallback : PyObject, IDoneListener
{
    private readonly string _qualifiedName;

    /// <param name="qualifiedName">The name by which reports and the repr of the future show it.</param>
    private protected PyDoneCallback(string qualifiedName) : base(TypeObject.RootShape) => _qualifiedName = qualifiedName;

    Value IDoneListener.OnDone(VmThread thread, PyFuture future) => Run(thread, future);

    PyObject IDoneListener.AsCallback() => this;

    /// <summary>The future is done. Error only for what must leave the loop.</summary>
    [PyMethod("__call__")]
    private protected abstract Value Run(VmThread thread, Value future);

    [PyGetter("__qualname__")]
    private string QualName() => _qualifiedName;

    [PyGetter("__name__")]
    private string Name() => _qualifiedName[(_qualifiedName.LastIndexOf('.') + 1)..];
}
