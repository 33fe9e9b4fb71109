using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>What generators and coroutines have in common and async generators lack: Python steps them directly.</summary>
internal abstract class PySendable : PyGenerator
{
    private protected PySendable(Frame frame, PyFunction? function, Shape shape) : base(frame, function, shape) { }

    /// <summary>send(arg) -> send 'arg' into it, return next yielded value or raise StopIteration.</summary>
    [PyMethod("send")]
    internal Value SendFromPython(VmThread thread, Value arg) => Delegation.ToResult(thread, Send(thread, arg, out var result), result);

    /// <summary>throw(value) -> raise exception in it, return next yielded value or raise StopIteration.</summary>
    [PyMethod("throw", Signature = "type, value=None, traceback=None, /")]
    internal Value ThrowIntoBody(VmThread thread, Value type, Value value, Value traceback) => ThrowFromPython(thread, type, value, traceback);

    /// <summary>close() -> raise GeneratorExit inside it.</summary>
    [PyMethod("close")]
    internal Value CloseFromPython(VmThread thread) => Close(thread);
}
