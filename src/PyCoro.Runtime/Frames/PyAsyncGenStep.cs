using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The awaitable of <c>asend</c> and <c>__anext__</c> (PEP 525).</summary>
[PyType("async_generator_asend")]
internal sealed partial class PyAsyncGenStep : PyAwaitable
{
    private readonly PyAsyncGenerator _generator;
    private readonly Value _value;
    private StepState _state;

    internal PyAsyncGenStep(PyAsyncGenerator generator, Value value) : base(TypeObject.RootShape)
    {
        _generator = generator;
        _value = value;
    }

    internal override SendStatus Send(VmThread thread, Value value, out Value result)
    {
        if (_state == StepState.Closed)
        {
            result = thread.RuntimeError("cannot reuse already awaited __anext__()/asend()");
            return SendStatus.Raised;
        }
        if (_state == StepState.Initial)
        {
            if (_generator.IsBusy)
            {
                result = thread.RuntimeError("anext(): asynchronous generator is already running");
                return SendStatus.Raised;
            }
            if (value.IsNone)
                value = _value;
            _state = StepState.Iterating;
        }
        if (_generator.State == GeneratorState.Finished)
        {
            _state = StepState.Closed;
            result = thread.Raise(ExceptionTypes.StopAsyncIteration, Array.Empty<Value>());
            return SendStatus.Raised;
        }
        _generator.IsBusy = true;
        return AsyncGenSteps.Unwrap(thread, _generator, _generator.Send(thread, value, out result), ref result, ref _state);
    }

    internal override SendStatus Throw(VmThread thread, PyException exception, out Value result)
    {
        if (_state == StepState.Closed)
        {
            result = thread.RuntimeError("cannot reuse already awaited __anext__()/asend()");
            return SendStatus.Raised;
        }
        return AsyncGenSteps.Unwrap(thread, _generator, _generator.Throw(thread, exception, out result), ref result, ref _state);
    }

    internal override Value Close(VmThread thread)
    {
        _state = StepState.Closed;
        return Value.None;
    }

    [PyMethod("__await__")]
    private Value Await() => this;
}

/// <summary>Where an awaitable of an async generator stands.</summary>
internal enum StepState : byte
{
    Initial,
    Iterating,
    Closed,
}

/// <summary>What the awaitables of an async generator share.</summary>
internal static class AsyncGenSteps
{
    /// <summary>A step's outcome as the awaiting side sees it: a yielded item ends the awaitable with that result, what the body
    /// awaits goes up, and the body's end is StopAsyncIteration.</summary>
    internal static SendStatus Unwrap(VmThread thread, PyAsyncGenerator generator, SendStatus status, ref Value result, ref StepState state)
    {
        switch (status)
        {
            case SendStatus.Yielded when result.Ref is PyAsyncGenWrappedValue wrapped:
                result = wrapped.Item;
                status = SendStatus.Returned;
                break;
            case SendStatus.Yielded:
                return status;
            case SendStatus.Returned:
                generator.IsClosed = true;
                result = thread.Raise(ExceptionTypes.StopAsyncIteration, Array.Empty<Value>());
                status = SendStatus.Raised;
                break;
            default:
                if (thread.PendingIs(ExceptionTypes.StopAsyncIteration) || thread.PendingIs(ExceptionTypes.GeneratorExit))
                    generator.IsClosed = true;
                break;
        }
        generator.IsBusy = false;
        state = StepState.Closed;
        return status;
    }
}
