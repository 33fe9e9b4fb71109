// Throwing into a body and closing it. An exception goes to the innermost body of the chain, as if every level passed it
// on; GeneratorExit instead closes the levels from the inside out, as PEP 380 demands. Where each level really throws into the
// one below, an exception that comes back is thrown again, so what that level handles becomes its context: PassThrown.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

internal abstract partial class PyGenerator
{
    /// <summary>Raises an exception where the body is suspended.</summary>
    internal SendStatus Throw(VmThread thread, PyException exception, out Value result) =>
        Throw(thread, exception, [exception], out result);

    /// <summary>The same; <paramref name="args"/> are what <c>throw</c> was called with, which is what delegates written in Python get.</summary>
    private SendStatus Throw(VmThread thread, PyException exception, ReadOnlySpan<Value> args, out Value result)
    {
        if (State == GeneratorState.Finished)
        {
            result = IsCoroutine ? thread.RuntimeError("cannot reuse already awaited coroutine") : thread.Reraise(exception);
            return SendStatus.Raised;
        }
        if (IsExecuting)
        {
            result = thread.ValueError($"{Kind} already executing");
            return SendStatus.Raised;
        }
        if (State == GeneratorState.Created)
            return RunWith(thread, exception, out result);
        if (exception.Type.IsSubtypeOf(ExceptionTypes.GeneratorExit))
            return RunWith(thread, CloseDelegates(thread, exception), out result);
        var inner = FindInnermost();
        var delegated = inner.YieldFrom();
        if (delegated.IsUnbound)
            return RunWith(thread, exception, out result);

        var states = (State, inner.State);
        (State, inner.State) = (GeneratorState.Running, GeneratorState.Running);
        var method = MethodToThrowBy(thread, delegated);
        // What cannot be asked for has not been thrown in: the body stays where it is.
        var isRefused = method.IsError && ReferenceEquals(inner, this);
        var status = ThrowBy(thread, method, delegated, exception, args, out result);
        (State, inner.State) = states;
        if (isRefused)
            return status;
        switch (status)
        {
            case SendStatus.Yielded:
                return status;
            case SendStatus.Raised:
                return RunWith(thread, thread.TakePending(), out result);
        }
        // The delegate returned: its value takes its place on the stack, and the body goes on behind the delegation.
        var frame = Activate(thread, thread.Top, isEntry: true);
        if (frame is null)
            return SendStatus.Raised;
        frame.Stack[frame.StackPointer - 1] = result;
        result = thread.Run(frame, frame.InstructionPointer + 1);
        return result.IsError ? SendStatus.Raised : thread.Yielded ? SendStatus.Yielded : SendStatus.Returned;
    }

    /// <summary><c>close()</c>. None or Error.</summary>
    internal Value Close(VmThread thread)
    {
        switch (State)
        {
            case GeneratorState.Finished:
                return Value.None;
            case GeneratorState.Created:
                MarkFinished(thread);
                return Value.None;
        }
        var status = Throw(thread, PyException.Make(ExceptionTypes.GeneratorExit), out _);
        switch (status)
        {
            case SendStatus.Yielded:
                return thread.RuntimeError($"{Kind} ignored GeneratorExit");
            case SendStatus.Returned:
                return Value.None;
        }
        return thread.ClearPending(ExceptionTypes.GeneratorExit) || thread.ClearPending(ExceptionTypes.StopIteration)
            ? Value.None
            : Value.Error;
    }

    /// <summary><c>throw(type[, value[, traceback]])</c> as Python calls it.</summary>
    private protected Value ThrowFromPython(VmThread thread, Value type, Value value, Value traceback)
    {
        if (!TryMakeException(thread, type, value, traceback, out var exception))
            return Value.Error;
        ReadOnlySpan<Value> args = value.IsUnbound ? [type] : traceback.IsUnbound ? [type, value] : [type, value, traceback];
        return Delegation.ToResult(thread, Throw(thread, exception, args, out var result), result);
    }

    /// <summary>The exception that the arguments of <c>throw</c> mean; false when they mean none.</summary>
    internal static bool TryMakeException(VmThread thread, Value type, Value value, Value traceback, out PyException exception)
    {
        exception = null!;
        if (!traceback.IsUnbound && !traceback.IsNone && traceback.Ref is not PyTraceback)
        {
            thread.TypeError("throw() third argument must be a traceback object");
            return false;
        }
        var hasValue = !value.IsUnbound && !value.IsNone;
        if (type.Ref is PyException instance)
        {
            if (hasValue)
            {
                thread.TypeError("instance exception may not have a separate value");
                return false;
            }
            exception = instance;
        }
        else if (!PyException.IsExceptionClass(type))
        {
            thread.TypeError($"exceptions must be classes or instances deriving from BaseException, not {type.Type.Name}");
            return false;
        }
        else if (hasValue && value.Ref is PyException given && given.Type.IsSubtypeOf((PyType)type.Ref!))
        {
            exception = given;
        }
        else
        {
            var made = !hasValue ? thread.Call(type)
                : value.Ref is PyTuple { Type.IsHeapType: false } args ? thread.Call(type, args.Items, null)
                : thread.Call(type, value);
            if (!made.IsError && made.Ref is not PyException)
                made = thread.TypeError($"calling {Texts.Repr(thread, type)?.Text} should have returned an instance of BaseException, not {made.Type.Name}");
            // What fails in making it is thrown instead.
            exception = made.IsError ? thread.TakePending() : (PyException)made.Ref!;
        }
        if (traceback.Ref is PyTraceback trace)
            exception.Traceback = trace;
        return true;
    }

    /// <summary>Passes an exception to any iterator that is delegated to; one without <c>throw</c> just raises it.</summary>
    internal static SendStatus ThrowInto(
        VmThread thread, Value iterator, PyException exception, ReadOnlySpan<Value> args, out Value result) =>
        ThrowBy(thread, MethodToThrowBy(thread, iterator), iterator, exception, args, out result);

    // Unbound for an iterator without one, and for our own, which need none.
    private static Value MethodToThrowBy(VmThread thread, Value iterator) =>
        iterator.Ref is PyGenerator or PyAwaitable ? Value.Unbound : Attributes.TryGet(thread, iterator, Delegation.ThrowName);

    private static SendStatus ThrowBy(
        VmThread thread, Value method, Value iterator, PyException exception, ReadOnlySpan<Value> args, out Value result)
    {
        switch (iterator.Ref)
        {
            case PyGenerator body:
                return body.Throw(thread, exception, out result);
            case PyAwaitable awaitable:
                return awaitable.Throw(thread, exception, out result);
        }
        if (method.IsUnbound)
            result = thread.Reraise(exception);
        else
            result = method.IsError ? method : thread.Call(method, args, null);
        return Delegation.Finish(thread, ref result);
    }

    /// <summary>Closes what the chain delegates to, innermost first; what to raise in this body then: the exception itself, or
    /// what a level raised on closing.</summary>
    private PyException CloseDelegates(VmThread thread, PyException exception)
    {
        var chain = new List<PyGenerator> { this };
        for (var body = Delegate; body is { State: not GeneratorState.Finished }; body = body.Delegate)
            chain.Add(body);
        var current = exception;
        var foreign = chain[^1].YieldFrom();
        if (!foreign.IsUnbound)
        {
            (State, chain[^1].State) = (GeneratorState.Running, GeneratorState.Running);
            if (CloseIterator(thread, foreign).IsError)
                current = thread.TakePending();
            (State, chain[^1].State) = (GeneratorState.Suspended, GeneratorState.Suspended);
        }
        for (var i = chain.Count - 1; i > 0; i--)
        {
            var body = chain[i];
            body.Unlink();
            body.Innermost = body;
            chain[i - 1].Innermost = chain[i - 1];
            if (Parent is not null)
                RefreshAncestors();
            var closing = ReferenceEquals(current, exception) ? PyException.Make(ExceptionTypes.GeneratorExit) : current;
            switch (body.RunWith(thread, closing, out _))
            {
                case SendStatus.Yielded:
                    thread.RuntimeError($"{body.Kind} ignored GeneratorExit");
                    current = thread.TakePending();
                    break;
                case SendStatus.Raised when !thread.ClearPending(ExceptionTypes.GeneratorExit) && !thread.ClearPending(ExceptionTypes.StopIteration):
                    current = thread.TakePending();
                    break;
                default:
                    current = exception;
                    break;
            }
        }
        return current;
    }

    /// <summary>Closes any iterator that is delegated to. None or Error.</summary>
    internal static Value CloseIterator(VmThread thread, Value iterator)
    {
        switch (iterator.Ref)
        {
            case PyGenerator body:
                return body.Close(thread);
            case PyAwaitable awaitable:
                return awaitable.Close(thread);
        }
        var method = Attributes.TryGet(thread, iterator, Delegation.CloseName);
        if (method.IsError)
        {
            thread.Interpreter.ReportUnraisable(thread, iterator);
            return Value.None;
        }
        return method.IsUnbound ? Value.None : thread.Call(method);
    }

    private SendStatus RunWith(VmThread thread, PyException exception, out Value result)
    {
        result = Value.Error;
        var frame = Activate(thread, thread.Top, isEntry: true);
        if (frame is null)
            return SendStatus.Raised;
        thread.Top = frame;
        // What is thrown in has its context; only an exception that this very body is handling becomes it.
        if (frame.Handled is { } handled)
            thread.RaiseWhile(exception, handled);
        else
            thread.Reraise(exception);
        var outer = thread.ThrownThrough;
        thread.ThrownThrough = ReferenceEquals(frame, Frame) ? null : frame.Generator!.Parent;
        var status = Run(thread, frame, out result);
        thread.ThrownThrough = outer;
        return status;
    }

    /// <summary>This body ends while its parent's <c>throw</c> waits for that: an exception is thrown on.</summary>
    private static void PassThrown(VmThread thread, PyGenerator parent, PyGenerator root, Value result)
    {
        if (!ReferenceEquals(thread.ThrownThrough, parent))
            return;
        thread.ThrownThrough = result.IsError && !ReferenceEquals(parent, root) ? parent.Parent : null;
        if (result.IsError && parent.Frame!.Handled is { } handled)
            thread.RaiseWhile(thread.TakePending(), handled);
    }
}
