using PyCoro.Runtime.Objects;

namespace PyCoro.Runtime.Exceptions;

/// <summary>A Python exception on its way through C# code: thrown by library code that has no result to fail by, and by the
/// public API.</summary>
public sealed class PythonException : Exception
{
    internal PythonException(PyException exception) : base(exception.Type.Name) => Exception = exception;

    /// <summary>The Python exception.</summary>
    public PyException Exception { get; }
}
