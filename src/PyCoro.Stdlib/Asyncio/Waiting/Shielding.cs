// shield(): an outer future follows an inner one, but not the other way round. Cancelling the outer one only ends the
// following; should the inner one then fail, nobody is left to ask and nothing is to be reported.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Asyncio.Waiting;

internal static class Shielding
{
    /// <summary>Makes a future end as another one does.</summary>
    internal static Value Follow(VmThread thread, PyObject inner, PyObject outer)
    {
        var follow = new InnerDone(outer);
        return FutureLikes.AddCallback(thread, inner, follow).IsError
            ? Value.Error
            : FutureLikes.AddCallback(thread, outer, new OuterDone(inner, follow));
    }

    private sealed class InnerDone(PyObject outer) : PyDoneCallback("shield.<locals>._inner_done_callback")
    {
        private protected override Value Run(VmThread thread, Value future)
        {
            var inner = future.Ref!;
            if (!FutureLikes.TryIsCancelled(thread, outer, out var isLeft) || !FutureLikes.TryIsCancelled(thread, inner, out var isCancelled))
                return Value.Error;
            if (isCancelled)
                return isLeft ? Value.None : FutureLikes.Cancel(thread, outer);
            var failure = FutureLikes.ExceptionOf(thread, inner);
            if (failure.IsError || isLeft)
                return failure;
            if (!failure.IsNone)
                return FutureLikes.SetException(thread, outer, failure);
            var result = FutureLikes.ResultOf(thread, inner);
            return result.IsError ? result : FutureLikes.SetResult(thread, outer, result);
        }
    }

    private sealed class OuterDone(PyObject inner, PyDoneCallback follow) : PyDoneCallback("shield.<locals>._outer_done_callback")
    {
        private protected override Value Run(VmThread thread, Value future) => FutureLikes.RemoveCallback(thread, inner, follow);
    }
}
