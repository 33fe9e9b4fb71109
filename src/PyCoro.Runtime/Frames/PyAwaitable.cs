using PyCoro.Runtime.Binding;
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

    /// <summary>Implement iter(self).</summary>
    [PyMethod("__iter__")]
    internal Value Iter() => this;

    /// <summary>Implement next(self).</summary>
    [PyMethod("__next__")]
    internal Value Next(VmThread thread) => SendFromPython(thread, Value.None);

    /// <summary>send(arg) -> send 'arg' into generator,
    /// return next yielded value or raise StopIteration.</summary>
    [PyMethod("send")]
    internal Value SendFromPython(VmThread thread, Value arg) =>
        Delegation.ToResult(thread, Send(thread, arg, out var result), result);

    /// <summary>throw(value)
    /// throw(type[,value[,tb]])
    ///
    /// Raise exception in generator, return next yielded value or raise
    /// StopIteration.</summary>
    [PyMethod("throw", Signature = "type, value=None, traceback=None, /")]
    internal Value ThrowFromPython(VmThread thread, Value type, Value value, Value traceback) =>
        PyGenerator.TryMakeException(thread, type, value, traceback, out var exception)
            ? Delegation.ToResult(thread, Throw(thread, exception, out var result), result)
            : Value.Error;

    /// <summary>close() -> raise GeneratorExit inside generator.</summary>
    [PyMethod("close")]
    internal Value CloseFromPython(VmThread thread) => Close(thread);
}
