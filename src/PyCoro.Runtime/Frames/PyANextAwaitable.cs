using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>What <c>anext(iterator, default)</c> gives: an awaitable that returns the default where the one it wraps raises
/// StopAsyncIteration.</summary>
[PyType("anext_awaitable")]
internal sealed partial class PyANextAwaitable : PyAwaitable
{
    private readonly Value _wrapped;
    private readonly Value _default;
    private Value _iterator = Value.Unbound;

    internal PyANextAwaitable(Value wrapped, Value @default) : base(TypeObject.RootShape)
    {
        _wrapped = wrapped;
        _default = @default;
    }

    internal override SendStatus Send(VmThread thread, Value value, out Value result)
    {
        if (!TryStart(thread))
        {
            result = Value.Error;
            return SendStatus.Raised;
        }
        return OrDefault(thread, Delegation.Send(thread, _iterator, value, out result), ref result);
    }

    internal override SendStatus Throw(VmThread thread, PyException exception, out Value result)
    {
        if (!TryStart(thread))
        {
            result = Value.Error;
            return SendStatus.Raised;
        }
        return OrDefault(thread, PyGenerator.ThrowInto(thread, _iterator, exception, [exception], out result), ref result);
    }

    internal override Value Close(VmThread thread) =>
        TryStart(thread) ? PyGenerator.CloseIterator(thread, _iterator) : Value.Error;

    [PyMethod("__await__")]
    private Value Await() => this;

    private bool TryStart(VmThread thread)
    {
        if (_iterator.IsUnbound)
        {
            var iterator = Delegation.GetAwaitable(thread, _wrapped, why: 0);
            if (iterator.IsError)
                return false;
            _iterator = iterator;
        }
        return true;
    }

    private SendStatus OrDefault(VmThread thread, SendStatus status, ref Value result)
    {
        if (status != SendStatus.Raised || !thread.ClearPending(ExceptionTypes.StopAsyncIteration))
            return status;
        result = _default;
        return SendStatus.Returned;
    }
}
