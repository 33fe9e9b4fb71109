using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>An iterator written in C# that takes sent values and exceptions and returns a value: what <c>__await__</c> of native
/// awaitables gives. Stepping one from the virtual machine raises no StopIteration.</summary>
internal abstract class PyAwaitable : PyObject
{
    private protected PyAwaitable(Shape shape) : base(shape) { }

    /// <summary>Goes on with a value.</summary>
    internal abstract SendStatus Send(VmThread thread, Value value, out Value result);

    /// <summary>Goes on with an exception.</summary>
    internal abstract SendStatus Throw(VmThread thread, PyException exception, out Value result);

    /// <summary>Ends it. None or Error.</summary>
    internal abstract Value Close(VmThread thread);

    /// <summary><c>send</c> and <c>__next__</c> as Python code calls them.</summary>
    private protected Value SendToPython(VmThread thread, Value value) =>
        Delegation.ToResult(thread, Send(thread, value, out var result), result);

    /// <summary><c>throw</c> as Python code calls it.</summary>
    private protected Value ThrowToPython(VmThread thread, Value type, Value value, Value traceback) =>
        PyGenerator.TryMakeException(thread, type, value, traceback, out var exception)
            ? Delegation.ToResult(thread, Throw(thread, exception, out var result), result)
            : Value.Error;
}
