// Awaiting a place in a line: waits for the future of the place, leaves the line when that is done, and tells somebody when the
// task was cancelled instead. What a task does with its turn is for the derived classes to say.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Asyncio.Waiting;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>What a task awaits that has to stand in a <see cref="PyWaitingLine"/>.</summary>
internal abstract class PyStanding : PyFutureWait
{
    private PyWaitingLine? _line;
    private LinkedListNode<PyObject>? _place;

    private protected PyStanding(Shape shape) : base(shape) { }

    /// <summary>Goes to the end of a line: the future to wait for. Null when that raised.</summary>
    private protected PyObject? Stand(VmThread thread, PyWaitingLine line, PyObject loop)
    {
        _place = line.Add(thread, loop);
        _line = line;
        return _place?.Value;
    }

    /// <summary>The task does not go on. If it <paramref name="hadTurn"/>, somebody else must have it. None or Error.</summary>
    private protected abstract Value Abandoned(VmThread thread, bool hadTurn);

    private protected sealed override Value StopWaiting(VmThread thread, bool goesOn)
    {
        if (_place is not { } place)
            return Value.None;
        _line!.Leave(place);
        _place = null;
        if (goesOn)
            return Value.None;
        return FutureLikes.TryIsDone(thread, place.Value, out var isDone) && FutureLikes.TryIsCancelled(thread, place.Value, out var isCancelled)
            ? Abandoned(thread, isDone && !isCancelled)
            : Value.Error;
    }
}

/// <summary>Stands in a line once (<c>WaitingLine.park</c>).</summary>
[PyType("_Parking", Module = "_asyncio")]
internal sealed partial class PyParking : PyStanding
{
    private readonly Value _abandoned;

    private PyParking(Value abandoned) : base(TypeObject.RootShape) => _abandoned = abandoned;

    /// <summary>Stands in the line from now on. Null when that raised.</summary>
    internal static PyParking? In(VmThread thread, PyWaitingLine line, PyObject loop, Value abandoned)
    {
        var parking = new PyParking(abandoned);
        if (parking.Stand(thread, line, loop) is not { } future)
            return null;
        parking.WaitFor(future);
        return parking;
    }

    private protected override PyObject? Next(VmThread thread, out Value result)
    {
        result = Value.None;
        return null;
    }

    private protected override Value Abandoned(VmThread thread, bool hadTurn) =>
        _abandoned.IsNone ? Value.None : thread.Call(_abandoned, Value.Bool(hadTurn));
}
