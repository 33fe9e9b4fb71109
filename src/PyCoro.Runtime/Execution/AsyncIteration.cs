// GET_AITER and GET_ANEXT (PEP 492, 525).

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class AsyncIteration
{
    /// <summary><c>aiter(obj)</c> as <c>async for</c> does it.</summary>
    internal static Value GetIter(VmThread thread, Value obj)
    {
        var method = obj.Type.LookupSpecial(Special.AIter);
        if (method.IsUnbound)
            return thread.TypeError($"'async for' requires an object with __aiter__ method, got {obj.Type.QualifiedNativeName}");
        var iterator = thread.CallSpecial(method, obj);
        if (iterator.IsError || iterator.Type.Has(Special.ANext))
            return iterator;
        return thread.TypeError($"'async for' received an object from __aiter__ that does not implement __anext__: {iterator.Type.QualifiedNativeName}");
    }

    /// <summary>The awaitable for the next item.</summary>
    internal static Value GetNext(VmThread thread, Value iterator)
    {
        if (iterator.Ref is PyAsyncGenerator generator)
            return generator.MakeNext(thread);
        var method = iterator.Type.LookupSpecial(Special.ANext);
        if (method.IsUnbound)
            return thread.TypeError($"'async for' requires an iterator with __anext__ method, got {iterator.Type.QualifiedNativeName}");
        var next = thread.CallSpecial(method, iterator);
        if (next.IsError)
            return next;
        var awaitable = Delegation.GetAwaitable(thread, next, 0);
        if (!awaitable.IsError)
            return awaitable;
        var cause = thread.TakePending();
        thread.TypeError($"'async for' received an invalid object from __anext__: {next.Type.QualifiedNativeName}");
        thread.Pending!.Cause = cause;
        thread.Pending.Context = cause;
        thread.Pending.SuppressContext = true;
        return Value.Error;
    }
}
