using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Python's coroutine (data model, Coroutine objects; PEP 492).</summary>
[PyType("coroutine")]
internal sealed partial class PyCoroutine : PyGenerator
{
    internal PyCoroutine(Frame frame, PyFunction? function) : base(frame, function, TypeObject.RootShape) { }

    private PyTuple? _origin;

    /// <summary>For whoever looks for coroutines given twice; clear otherwise.</summary>
    internal bool IsMarked;

    /// <summary>Made by a call that is no operand of <c>await</c>: it may never be awaited, which is to be reported then.</summary>
    internal bool IsOwnedByProgram => !IsMadeJustBefore(Compiler.Bytecode.Opcode.GET_AWAITABLE);

    /// <summary>Remembers the calls that stand open where the coroutine is made, at most so many: <c>cr_origin</c>
    /// (library reference: sys.set_coroutine_origin_tracking_depth).</summary>
    internal void TrackOrigin(VmThread thread, int depth)
    {
        var calls = new List<Value>();
        for (var frame = thread.Top; frame is not null && calls.Count < depth; frame = frame.Back)
            calls.Add(PyTuple.Of(Value.Str(frame.Code.Source.FileName), Value.Int(frame.CurrentLine), frame.Code.Name));
        _origin = PyTuple.Of([.. calls]);
    }

    /// <summary>Return an iterator to be used in await expression.</summary>
    [PyMethod("__await__")]
    private Value Await() => new PyCoroutineWrapper(this);

    /// <summary>send(arg) -> send 'arg' into coroutine,
    /// return next iterated value or raise StopIteration.</summary>
    [PyMethod("send")]
    private Value SendFromPython(VmThread thread, Value arg) => Delegation.ToResult(thread, Send(thread, arg, out var result), result);

    /// <summary>throw(value)
    /// throw(type[,value[,traceback]])
    ///
    /// Raise exception in coroutine, return next iterated value or raise
    /// StopIteration.</summary>
    [PyMethod("throw", Signature = "type, value=None, traceback=None, /")]
    private Value ThrowIntoBody(VmThread thread, Value type, Value value, Value traceback) => ThrowFromPython(thread, type, value, traceback);

    /// <summary>close() -> raise GeneratorExit inside coroutine.</summary>
    [PyMethod("close")]
    private Value CloseFromPython(VmThread thread) => Close(thread);

    [PyMethod("__del__")]
    private Value Del(VmThread thread) => FinalizeFromPython(thread);

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private string Repr(VmThread thread) => $"<coroutine object {QualName.Text} at {Identity.Address(thread, this)}>";

    /// <summary>name of the coroutine</summary>
    [PyGetter("__name__")]
    private Value GetName() => Name;

    [PySetter("__name__")]
    private Value SetName(VmThread thread, Value value) => Rename(thread, value);

    /// <summary>qualified name of the coroutine</summary>
    [PyGetter("__qualname__")]
    private Value GetQualName() => QualName;

    [PySetter("__qualname__")]
    private Value SetQualName(VmThread thread, Value value) => Requalify(thread, value);

    [PyGetter("cr_frame")]
    private Value GetFrame(VmThread thread) => PublishFrame(thread);

    [PyGetter("cr_running")]
    private bool IsRunning() => IsExecuting;

    [PyGetter("cr_suspended")]
    private bool IsSuspended() => State == GeneratorState.Suspended && !IsExecuting;

    /// <summary>object being awaited on, or None</summary>
    [PyGetter("cr_await")]
    private Value GetAwait() => YieldFromOrNone();

    [PyGetter("cr_code", Member = true)]
    private Value GetCode() => Code;

    [PyGetter("cr_origin", Member = true)]
    private Value GetOrigin() => _origin is null ? Value.None : _origin;
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
