using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Python's generator (language reference, Yield expressions; PEP 255, 342, 380).</summary>
[PyType("generator")]
internal sealed partial class PySyncGenerator : PySendable
{
    internal PySyncGenerator(Frame frame, PyFunction? function) : base(frame, function, TypeObject.RootShape) { }

    [PyMethod("__iter__")]
    private Value Iter() => this;

    [PyMethod("__next__")]
    private Value Next(VmThread thread) => Delegation.ToResult(thread, Send(thread, Value.None, out var result), result);

    [PyMethod("__repr__")]
    private string Repr(VmThread thread) => $"<generator object {QualName.Text} at {Identity.Address(thread, this)}>";

    [PyGetter("gi_frame")]
    private Value GetFrame() => PublishFrame();

    [PyGetter("gi_running")]
    private bool IsRunning() => IsExecuting;

    [PyGetter("gi_suspended")]
    private bool IsSuspended() => State == GeneratorState.Suspended && !IsExecuting;

    [PyGetter("gi_yieldfrom")]
    private Value GetYieldFrom() => YieldFromOrNone();

    [PyGetter("gi_code", Member = true)]
    private Value GetCode() => Code;
}
