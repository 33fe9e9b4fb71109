using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>The exception classes that the native part raises (library reference: asyncio, Exceptions).</summary>
internal static class AsyncioExceptions
{
    internal static readonly PyType CancelledError = Define("CancelledError", static () => ExceptionTypes.BaseException, "The Future or Task was cancelled.");

    internal static readonly PyType InvalidStateError = Define("InvalidStateError", static () => ExceptionTypes.Exception, "The operation is not allowed in this state.");

    private static PyType Define(string name, Func<PyType> parent, string doc) => new(new NativeTypeSpec
    {
        Name = name,
        Module = "asyncio.exceptions",
        Doc = doc,
        Base = parent,
        Subclassable = true,
        HasDict = true,
        IsInstance = static value => value.Ref is PyException,
        Allocate = static shape => new PyException(shape),
        Populate = static _ => { },
    });
}
