using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>The exception classes that the native part raises (library reference: asyncio, Exceptions).</summary>
internal static class AsyncioExceptions
{
    internal static readonly PyType CancelledError = Define("CancelledError", static () => ExceptionTypes.BaseException, "The Future or Task was cancelled.");

    internal static readonly PyType InvalidStateError = Define("InvalidStateError", static () => ExceptionTypes.Exception, "The operation is not allowed in this state.");

    internal static readonly PyType QueueEmpty = NativeExceptions.Define("asyncio.queues", "QueueEmpty", static () => ExceptionTypes.Exception, "get_nowait() found nothing.");

    internal static readonly PyType QueueFull = NativeExceptions.Define("asyncio.queues", "QueueFull", static () => ExceptionTypes.Exception, "put_nowait() found no room.");

    private static PyType Define(string name, Func<PyType> parent, string doc) => NativeExceptions.Define("asyncio.exceptions", name, parent, doc);
}
