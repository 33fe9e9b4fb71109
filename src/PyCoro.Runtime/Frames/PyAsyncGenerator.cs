// Async generators (PEP 525): a body whose `yield` leaves through the awaitable that steps it, while its `await`s go up to
// the event loop. The awaitables are PyAsyncGenStep (asend, __anext__) and PyAsyncGenThrow (athrow, aclose).

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Python's async generator (data model, Asynchronous generator functions).</summary>
[PyType("async_generator")]
internal sealed partial class PyAsyncGenerator : PyGenerator
{
    private bool _hooksCalled;

    internal PyAsyncGenerator(Frame frame, PyFunction? function) : base(frame, function, TypeObject.RootShape) { }

    /// <summary>An awaitable is between its first step and its end.</summary>
    internal bool IsBusy { get; set; }

    /// <summary>Exhausted, or closed.</summary>
    internal bool IsClosed { get; set; }

    /// <summary>To be called when the generator is collected unfinished; set from sys.set_asyncgen_hooks at the first step.</summary>
    internal Value Finalizer { get; private set; } = Value.None;

    /// <summary><c>__anext__()</c>.</summary>
    internal Value MakeNext(VmThread thread) => Begin(thread) ? new PyAsyncGenStep(this, Value.None) : Value.Error;

    /// <summary>Return an awaitable, that resolves in asynchronous iterator.</summary>
    [PyMethod("__aiter__")]
    private Value AIter() => this;

    /// <summary>Return a value or raise StopAsyncIteration.</summary>
    [PyMethod("__anext__")]
    private Value ANext(VmThread thread) => MakeNext(thread);

    /// <summary>asend(v) -> send 'v' in generator.</summary>
    [PyMethod("asend")]
    private Value ASend(VmThread thread, Value value) => Begin(thread) ? new PyAsyncGenStep(this, value) : Value.Error;

    /// <summary>athrow(typ[,val[,tb]]) -> raise exception in generator.</summary>
    [PyMethod("athrow", Signature = "type, value=None, traceback=None, /")]
    private Value AThrow(VmThread thread, Value type, Value value, Value traceback) =>
        Begin(thread) ? new PyAsyncGenThrow(this, type, value, traceback) : Value.Error;

    /// <summary>aclose() -> raise GeneratorExit inside generator.</summary>
    [PyMethod("aclose")]
    private Value AClose(VmThread thread) =>
        Begin(thread) ? new PyAsyncGenThrow(this, Value.Unbound, Value.Unbound, Value.Unbound) : Value.Error;

    /// <summary>See PEP 585</summary>
    [PyStaticMethod("__class_getitem__")]
    private static Value ClassGetItem(VmThread thread, Value item) => PyGenericAlias.Make(thread, TypeObject, item);

    [PyMethod("__del__")]
    private Value Del(VmThread thread) => FinalizeFromPython(thread);

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private string Repr(VmThread thread) => $"<async_generator object {QualName.Text} at {Identity.Address(thread, this)}>";

    /// <summary>name of the async generator</summary>
    [PyGetter("__name__")]
    private Value GetName() => Name;

    [PySetter("__name__")]
    private Value SetName(VmThread thread, Value value) => Rename(thread, value);

    /// <summary>qualified name of the async generator</summary>
    [PyGetter("__qualname__")]
    private Value GetQualName() => QualName;

    [PySetter("__qualname__")]
    private Value SetQualName(VmThread thread, Value value) => Requalify(thread, value);

    [PyGetter("ag_frame")]
    private Value GetFrame(VmThread thread) => PublishFrame(thread);

    [PyGetter("ag_running", Member = true)]
    private bool IsRunning() => IsBusy;

    /// <summary>object being awaited on, or None</summary>
    [PyGetter("ag_await")]
    private Value GetAwait() => YieldFromOrNone();

    [PyGetter("ag_code", Member = true)]
    private Value GetCode() => Code;

    private bool Begin(VmThread thread)
    {
        if (_hooksCalled)
            return true;
        _hooksCalled = true;
        var hooks = thread.AsyncGenHooks;
        Finalizer = hooks.Finalizer;
        if (!Finalizer.IsNone && Guard is null)
            thread.Interpreter.Finalization.Bodies.Guard(this);
        return hooks.FirstIteration.IsNone || !thread.Call(hooks.FirstIteration, this).IsError;
    }
}

/// <summary>A value that an async generator yields, as opposed to what its awaits pass up.</summary>
[PyType("async_generator_wrapped_value")]
internal sealed partial class PyAsyncGenWrappedValue : PyObject
{
    internal PyAsyncGenWrappedValue(Value item) : base(TypeObject.RootShape) => Item = item;

    /// <summary>The value.</summary>
    internal Value Item { get; }
}

/// <summary>What sys.set_asyncgen_hooks set, for one thread.</summary>
internal struct AsyncGenHooks()
{
    internal Value FirstIteration = Value.None;
    internal Value Finalizer = Value.None;
}
