// What `yield from` and `await` do with an iterator that is not linked flat: native awaitables, objects written in Python,
// and bodies that something else delegates to already (PEP 380, PEP 492).

using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class Delegation
{
    internal static readonly PyStr SendName = PyStr.Constant("send");
    internal static readonly PyStr ThrowName = PyStr.Constant("throw");
    internal static readonly PyStr CloseName = PyStr.Constant("close");

    /// <summary>Sends a value to any iterator.</summary>
    internal static SendStatus Send(VmThread thread, Value iterator, Value value, out Value result)
    {
        switch (iterator.Ref)
        {
            case PyAwaitable awaitable:
                return awaitable.Send(thread, value, out result);
            case PyGenerator generator:
                return generator.Send(thread, value, out result);
            case PyIterator { IsOverridden: false } native when value.IsNone:
                result = native.Next(thread);
                if (result.IsUnbound)
                    result = Value.None;
                else
                    return result.IsError ? SendStatus.Raised : SendStatus.Yielded;
                return SendStatus.Returned;
        }
        // It may have a close(), to be called even when the body that delegates to it is dropped.
        if (thread.Top?.Generator is { Guard: null } delegating)
            thread.Interpreter.Finalization.Bodies.Guard(delegating);
        if (value.IsNone)
        {
            var method = iterator.Type.LookupSpecial(Special.Next);
            result = method.IsUnbound
                ? thread.TypeError($"'{iterator.Type.QualifiedNativeName}' object is not an iterator")
                : thread.CallSpecial(method, iterator);
        }
        else
        {
            result = thread.CallMethod(iterator, SendName, value);
        }
        return Finish(thread, ref result);
    }

    /// <summary>Turns what a call of <c>send</c>, <c>throw</c> or <c>__next__</c> gave into a status: StopIteration is a return.</summary>
    internal static SendStatus Finish(VmThread thread, ref Value result)
    {
        if (!result.IsError)
            return SendStatus.Yielded;
        if (!thread.PendingIs(ExceptionTypes.StopIteration))
            return SendStatus.Raised;
        result = thread.TakePending().Field(ExceptionFields.Value);
        return SendStatus.Returned;
    }

    /// <summary>Turns a status into what a method called from Python returns: StopIteration for a return.</summary>
    internal static Value ToResult(VmThread thread, SendStatus status, Value result)
    {
        if (status != SendStatus.Returned)
            return status == SendStatus.Raised ? Value.Error : result;
        return RaiseStopIteration(thread, result);
    }

    /// <summary>StopIteration that carries a value; without arguments when it is None.</summary>
    internal static Value RaiseStopIteration(VmThread thread, Value value) => value.IsNone
        ? thread.Raise(ExceptionTypes.StopIteration, Array.Empty<Value>())
        : thread.Raise(ExceptionTypes.StopIteration, [value]);

    /// <summary>GET_AWAITABLE.</summary>
    internal static Value GetAwaitable(VmThread thread, Value obj, int why)
    {
        if (obj.Ref is PyGenerator { IsAwaitable: true } body)
        {
            if (body.IsCoroutine && !body.YieldFrom().IsUnbound)
                return thread.RuntimeError("coroutine is being awaited already");
            return obj;
        }
        if (obj.Ref?.AwaitPlainly() is { } steps)
            return steps;
        var method = obj.Type.LookupSpecial(Special.Await);
        if (method.IsUnbound)
        {
            return thread.TypeError(why switch
            {
                1 => $"'async with' received an object from __aenter__ that does not implement __await__: {obj.Type.QualifiedNativeName}",
                2 => $"'async with' received an object from __aexit__ that does not implement __await__: {obj.Type.QualifiedNativeName}",
                _ => $"object {obj.Type.QualifiedNativeName} can't be used in 'await' expression",
            });
        }
        var iterator = thread.CallSpecial(method, obj);
        if (iterator.IsError)
            return iterator;
        if (iterator.Ref is PyGenerator { IsAwaitable: true })
            return thread.TypeError("__await__() returned a coroutine");
        return iterator.Type.Has(Special.Next)
            ? iterator
            : thread.TypeError($"__await__() returned non-iterator of type '{iterator.Type.QualifiedNativeName}'");
    }

    /// <summary>GET_YIELD_FROM_ITER.</summary>
    internal static Value GetYieldFromIterator(VmThread thread, Frame frame, Value obj)
    {
        if (obj.Ref is PyGenerator { IsCoroutine: true })
        {
            return (frame.Code.Flags & (CodeFlags.Coroutine | CodeFlags.IterableCoroutine)) != 0
                ? obj
                : thread.TypeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
        }
        return Iteration.GetIter(thread, obj);
    }
}
