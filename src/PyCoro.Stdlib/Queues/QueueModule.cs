using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Queues;

/// <summary>C implementation of the Python queue module.
/// This module is an implementation detail, please do not use it directly.</summary>
[PyModule("_queue", Types = [typeof(PySimpleQueue)])]
internal static partial class QueueModule
{
    internal static readonly PyType Empty =
        NativeExceptions.Define("_queue", "Empty", static () => ExceptionTypes.Exception, "Exception raised by Queue.get(block=0)/get_nowait().");

    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        module.Dict.SetStr(PyStr.Of("Empty"), Empty);
        return Value.None;
    }
}
