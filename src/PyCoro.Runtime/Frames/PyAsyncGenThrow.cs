using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The awaitable of <c>athrow</c> and <c>aclose</c> (PEP 525).</summary>
[PyType("async_generator_athrow")]
internal sealed partial class PyAsyncGenThrow : PyAwaitable
{
    private readonly PyAsyncGenerator _generator;
    private readonly Value _type;
    private readonly Value _value;
    private readonly Value _traceback;
    private StepState _state;

    /// <summary>An unbound type makes it <c>aclose</c>.</summary>
    internal PyAsyncGenThrow(PyAsyncGenerator generator, Value type, Value value, Value traceback) : base(TypeObject.RootShape)
    {
        _generator = generator;
        _type = type;
        _value = value;
        _traceback = traceback;
    }

    private bool IsClose => _type.IsUnbound;

    internal override SendStatus Send(VmThread thread, Value value, out Value result)
    {
        if (_state == StepState.Closed)
        {
            result = thread.RuntimeError("cannot reuse already awaited aclose()/athrow()");
            return SendStatus.Raised;
        }
        if (_generator.State == GeneratorState.Finished)
        {
            _state = StepState.Closed;
            result = Value.None;
            return SendStatus.Returned;
        }
        if (_state == StepState.Initial)
            return Begin(thread, value, out result);
        var status = _generator.Send(thread, value, out result);
        if (IsClose)
            return Closing(thread, status, ref result);
        // One that has waited may be sent to until the body is finished, as in CPython 3.11.
        status = Throwing(thread, status, ref result);
        _state = StepState.Iterating;
        return status;
    }

    internal override SendStatus Throw(VmThread thread, PyException exception, out Value result)
    {
        if (_state == StepState.Closed)
        {
            result = thread.RuntimeError("cannot reuse already awaited aclose()/athrow()");
            return SendStatus.Raised;
        }
        var (before, wasBusy) = (_state, _generator.IsBusy);
        var status = _generator.Throw(thread, exception, out result);
        var isIgnored = IsClose && status == SendStatus.Yielded && result.Ref is PyAsyncGenWrappedValue;
        status = IsClose ? Closing(thread, status, ref result) : Throwing(thread, status, ref result);
        // What is thrown in is the caller's affair: only a body that will not close ends the awaitable.
        if (!isIgnored)
        {
            _state = before;
            if (IsClose)
                _generator.IsBusy = wasBusy;
        }
        return status;
    }

    internal override Value Close(VmThread thread)
    {
        _state = StepState.Closed;
        return Value.None;
    }

    [PyMethod("__await__")]
    private Value Await() => this;

    private SendStatus Begin(VmThread thread, Value value, out Value result)
    {
        if (_generator.IsBusy)
        {
            _state = StepState.Closed;
            result = thread.RuntimeError($"{(IsClose ? "aclose" : "athrow")}(): asynchronous generator is already running");
            return SendStatus.Raised;
        }
        if (_generator.IsClosed)
        {
            _state = StepState.Closed;
            result = thread.Raise(ExceptionTypes.StopAsyncIteration, Array.Empty<Value>());
            return SendStatus.Raised;
        }
        if (!value.IsNone)
        {
            result = thread.RuntimeError("can't send non-None value to a just-started coroutine");
            return SendStatus.Raised;
        }
        _state = StepState.Iterating;
        _generator.IsBusy = true;
        if (IsClose)
        {
            _generator.IsClosed = true;
            var closing = _generator.Throw(thread, PyException.Make(ExceptionTypes.GeneratorExit), out result);
            return Closing(thread, closing, ref result);
        }
        if (!PyGenerator.TryMakeException(thread, _type, _value, _traceback, out var exception))
        {
            result = Value.Error;
            return Throwing(thread, SendStatus.Raised, ref result);
        }
        var status = _generator.Throw(thread, exception, out result);
        return Throwing(thread, status, ref result);
    }

    private SendStatus Closing(VmThread thread, SendStatus status, ref Value result)
    {
        if (status == SendStatus.Yielded && result.Ref is not PyAsyncGenWrappedValue)
            return status;
        _generator.IsBusy = false;
        _state = StepState.Closed;
        switch (status)
        {
            case SendStatus.Yielded:
                result = thread.RuntimeError("async generator ignored GeneratorExit");
                return SendStatus.Raised;
            case SendStatus.Raised when !thread.ClearPending(ExceptionTypes.StopAsyncIteration) && !thread.ClearPending(ExceptionTypes.GeneratorExit):
                return status;
        }
        result = Value.None;
        return SendStatus.Returned;
    }

    private SendStatus Throwing(VmThread thread, SendStatus status, ref Value result) =>
        AsyncGenSteps.Unwrap(thread, _generator, status, ref result, ref _state);
}
