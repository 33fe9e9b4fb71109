// Awaiting a place in a line: yields the future of the place, leaves the line when that is done, and tells somebody when the
// task was cancelled instead. What a task does with its turn is for the derived classes to say.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>What a task awaits that has to stand in a <see cref="PyWaitingLine"/>.</summary>
internal abstract class PyStanding : PyAwaitable
{
    private static readonly PyStr AwaitName = PyStr.Constant("__await__");

    private PyWaitingLine? _line;
    private LinkedListNode<PyObject>? _place;

    // Of a place whose future is no native one.
    private Value _iterator = Value.Unbound;

    private protected PyStanding(Shape shape) : base(shape) { }

    internal override PyAwaitable? AwaitPlainly() => this;

    /// <summary>Goes to the end of a line. False when it raised.</summary>
    internal bool TryStand(VmThread thread, PyWaitingLine line, Value loop)
    {
        _place = line.Add(thread, loop);
        _line = line;
        return _place is not null;
    }

    internal override SendStatus Send(VmThread thread, Value value, out Value result)
    {
        while (true)
        {
            if (_place is null)
            {
                var status = Advance(thread, out result);
                if (status != SendStatus.Yielded)
                    return status;
                value = Value.None;
            }
            switch (StepPlace(thread, value, out result))
            {
                case SendStatus.Yielded:
                    return SendStatus.Yielded;
                case SendStatus.Raised:
                    return Fail(thread, out result);
            }
            Leave();
        }
    }

    internal override SendStatus Throw(VmThread thread, PyException exception, out Value result)
    {
        if (_iterator.Ref is not PyGenerator and not PyAwaitable)
            thread.Reraise(exception);
        else if (PyGenerator.ThrowInto(thread, _iterator, exception, [exception], out result) is var status && status == SendStatus.Yielded)
            return status;
        else if (status == SendStatus.Returned)
            return Send(thread, Value.None, out result);
        return Fail(thread, out result);
    }

    internal override Value Close(VmThread thread) => _place is null ? Value.None : Abandon(thread);

    /// <summary>In no line: goes on to a result, or stands in a line, which counts as yielding.</summary>
    private protected abstract SendStatus Advance(VmThread thread, out Value result);

    /// <summary>The task does not go on. If it <paramref name="hadTurn"/>, somebody else must have it. None or Error.</summary>
    private protected abstract Value Abandoned(VmThread thread, bool hadTurn);

    private SendStatus StepPlace(VmThread thread, Value value, out Value result)
    {
        if (_place!.Value is PyFuture native)
            return native.StepAwait(thread, out result);
        if (_iterator.IsUnbound)
            _iterator = thread.CallMethod(_place.Value, AwaitName);
        if (!_iterator.IsError)
            return Delegation.Send(thread, _iterator, value, out result);
        _iterator = Value.Unbound;
        result = Value.Error;
        return SendStatus.Raised;
    }

    private SendStatus Fail(VmThread thread, out Value result)
    {
        var raised = thread.TakePending();
        result = _place is null ? Value.None : Abandon(thread);
        if (!result.IsError)
            result = thread.Reraise(raised);
        return SendStatus.Raised;
    }

    private Value Abandon(VmThread thread)
    {
        var future = _place!.Value;
        Leave();
        return PyWaitingLine.TryIsDone(thread, future, out var isDone) && PyWaitingLine.TryIsCancelled(thread, future, out var isCancelled)
            ? Abandoned(thread, isDone && !isCancelled)
            : Value.Error;
    }

    private void Leave()
    {
        _line!.Leave(_place!);
        _place = null;
        _iterator = Value.Unbound;
    }
}

/// <summary>Stands in a line once (<c>WaitingLine.park</c>).</summary>
[PyType("_Parking", Module = "_asyncio")]
internal sealed partial class PyParking : PyStanding
{
    private readonly Value _abandoned;

    internal PyParking(Value abandoned) : base(TypeObject.RootShape) => _abandoned = abandoned;

    [PyMethod("__await__")]
    private Value Await() => this;

    private protected override SendStatus Advance(VmThread thread, out Value result)
    {
        result = Value.None;
        return SendStatus.Returned;
    }

    private protected override Value Abandoned(VmThread thread, bool hadTurn) =>
        _abandoned.IsNone ? Value.None : thread.Call(_abandoned, Value.Bool(hadTurn));
}
