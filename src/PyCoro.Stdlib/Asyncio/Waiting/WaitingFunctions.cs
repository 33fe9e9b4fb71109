using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Asyncio.Waiting;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>What Lib/asyncio/tasks.py builds wait(), wait_for() and shield() of.</summary>
internal static partial class AsyncioModule
{
    /// <summary>Await until enough of the futures are done or the time is over; the result are the sets of those done and not done.</summary>
    [PyFunction("settle", Signature = "loop, futures, timeout, return_when")]
    private static Value Settle(VmThread thread, Value loop, Value futures, Value timeout, string returnWhen)
    {
        if (loop.Ref is null)
            return thread.TypeError("an event loop is required");
        if (Iteration.ToArray(thread, futures) is not { } given)
            return Value.Error;
        var all = new PyObject[given.Length];
        for (var i = 0; i < given.Length; i++)
        {
            if (given[i].Ref is not { } future)
                return thread.TypeError("a Future is required");
            all[i] = future;
        }
        var enough = returnWhen switch
        {
            "FIRST_COMPLETED" => Enough.OneDone,
            "FIRST_EXCEPTION" => Enough.OneFailed,
            _ => Enough.AllDone,
        };
        return new PySettling(loop.Ref, all, timeout, enough);
    }

    /// <summary>Cancel the future and await its end.</summary>
    [PyFunction("stop")]
    private static Value Stop(VmThread thread, Value loop, Value future) =>
        loop.Ref is { } its && future.Ref is { } stopped
            ? PySettling.Cancelling(its, stopped)
            : thread.TypeError("an event loop and a Future are required");

    /// <summary>Make the outer future end as the inner one does.</summary>
    [PyFunction("follow")]
    private static Value Follow(VmThread thread, Value inner, Value outer) =>
        inner.Ref is { } followed && outer.Ref is { } follower
            ? Shielding.Follow(thread, followed, follower)
            : thread.TypeError("a Future is required");
}
