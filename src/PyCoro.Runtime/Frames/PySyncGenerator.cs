using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Python's generator (language reference, Yield expressions; PEP 255, 342, 380).</summary>
[PyType("generator")]
internal sealed partial class PySyncGenerator : PyGenerator
{
    internal PySyncGenerator(Frame frame, PyFunction? function) : base(frame, function, TypeObject.RootShape) { }

    /// <summary>Implement iter(self).</summary>
    [PyMethod("__iter__")]
    private Value Iter() => this;

    /// <summary>send(arg) -> send 'arg' into generator,
    /// return next yielded value or raise StopIteration.</summary>
    [PyMethod("send")]
    private Value SendFromPython(VmThread thread, Value arg) => Delegation.ToResult(thread, Send(thread, arg, out var result), result);

    /// <summary>throw(value)
    /// throw(type[,value[,tb]])
    ///
    /// Raise exception in generator, return next yielded value or raise
    /// StopIteration.</summary>
    [PyMethod("throw", Signature = "type, value=None, traceback=None, /")]
    private Value ThrowIntoBody(VmThread thread, Value type, Value value, Value traceback) => ThrowFromPython(thread, type, value, traceback);

    /// <summary>close() -> raise GeneratorExit inside generator.</summary>
    [PyMethod("close")]
    private Value CloseFromPython(VmThread thread) => Close(thread);

    /// <summary>Implement next(self).</summary>
    [PyMethod("__next__")]
    private Value Next(VmThread thread) => Delegation.ToResult(thread, Send(thread, Value.None, out var result), result);

    [PyMethod("__del__")]
    private Value Del(VmThread thread) => FinalizeFromPython(thread);

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private string Repr(VmThread thread) => $"<generator object {QualName.Text} at {Identity.Address(thread, this)}>";

    /// <summary>name of the generator</summary>
    [PyGetter("__name__")]
    private Value GetName() => Name;

    [PySetter("__name__")]
    private Value SetName(VmThread thread, Value value) => Rename(thread, value);

    /// <summary>qualified name of the generator</summary>
    [PyGetter("__qualname__")]
    private Value GetQualName() => QualName;

    [PySetter("__qualname__")]
    private Value SetQualName(VmThread thread, Value value) => Requalify(thread, value);

    [PyGetter("gi_frame")]
    private Value GetFrame(VmThread thread) => PublishFrame(thread);

    [PyGetter("gi_running")]
    private bool IsRunning() => IsExecuting;

    [PyGetter("gi_suspended")]
    private bool IsSuspended() => State == GeneratorState.Suspended && !IsExecuting;

    /// <summary>object being iterated by yield from, or None</summary>
    [PyGetter("gi_yieldfrom")]
    private Value GetYieldFrom() => YieldFromOrNone();

    [PyGetter("gi_code", Member = true)]
    private Value GetCode() => Code;
}
