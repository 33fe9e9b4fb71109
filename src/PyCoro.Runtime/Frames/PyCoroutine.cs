using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Python's coroutine (data model, Coroutine objects; PEP 492).</summary>
[PyType("coroutine")]
internal sealed partial class PyCoroutine : PySendable
{
    internal PyCoroutine(Frame frame, PyFunction? function) : base(frame, function, TypeObject.RootShape) { }

    /// <summary><c>cr_origin</c>: where it was made, when tracking is on.</summary>
    internal Value Origin = Value.None;

    [PyMethod("__await__")]
    private Value Await() => new PyCoroutineWrapper(this);

    [PyMethod("__repr__")]
    private string Repr(VmThread thread) => $"<coroutine object {QualName.Text} at {Identity.Address(thread, this)}>";

    [PyGetter("cr_frame")]
    private Value GetFrame() => PublishFrame();

    [PyGetter("cr_running")]
    private bool IsRunning() => IsExecuting;

    [PyGetter("cr_suspended")]
    private bool IsSuspended() => State == GeneratorState.Suspended && !IsExecuting;

    [PyGetter("cr_await")]
    private Value GetAwait() => YieldFromOrNone();

    [PyGetter("cr_code", Member = true)]
    private Value GetCode() => Code;

    [PyGetter("cr_origin", Member = true)]
    private Value GetOrigin() => Origin;
}

/// <summary>What <c>coroutine.__await__()</c> returns.</summary>
[PyType("coroutine_wrapper")]
internal sealed partial class PyCoroutineWrapper : PyAwaitable
{
    private readonly PyCoroutine _coroutine;

    internal PyCoroutineWrapper(PyCoroutine coroutine) : base(TypeObject.RootShape) => _coroutine = coroutine;

    internal override SendStatus Send(VmThread thread, Value value, out Value result) => _coroutine.Send(thread, value, out result);

    internal override SendStatus Throw(VmThread thread, PyException exception, out Value result) => _coroutine.Throw(thread, exception, out result);

    internal override Value Close(VmThread thread) => _coroutine.Close(thread);
}
