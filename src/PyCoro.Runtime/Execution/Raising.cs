// Raising, matching and unwinding: exceptions travel by results and the exception table, never by CLR throws.

using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class Raising
{
    /// <summary>RAISE_VARARGS. True for a new raise, which gets a traceback entry; false for a bare <c>raise</c>.</summary>
    internal static bool Raise(VmThread thread, int count, Value exception, Value cause)
    {
        if (count == 0)
        {
            if (thread.HandledException is not { } handled)
            {
                thread.RuntimeError("No active exception to reraise");
                return true;
            }
            thread.Reraise(handled);
            return false;
        }
        if (!TryInstantiate(thread, exception, "exceptions must derive from BaseException", out var raised))
            return true;
        if (count == 2)
        {
            if (cause.IsNone)
            {
                raised.Cause = null;
            }
            else
            {
                if (!TryInstantiate(thread, cause, "exception causes must derive from BaseException", out var because))
                    return true;
                raised.Cause = because;
            }
            raised.SuppressContext = true;
        }
        thread.Raise(raised);
        return true;
    }

    /// <summary>An exception class or instance as an instance; false when it is neither or the constructor raised.</summary>
    internal static bool TryInstantiate(VmThread thread, Value value, string complaint, out PyException exception)
    {
        exception = null!;
        if (value.Ref is PyException instance)
        {
            exception = instance;
            return true;
        }
        if (!PyException.IsExceptionClass(value))
        {
            thread.TypeError(complaint);
            return false;
        }
        if (value.Ref is PyType { IsPlainException: true } plain)
        {
            exception = new PyException(plain.RootShape);
            return true;
        }
        var made = thread.Call(value);
        if (made.IsError)
            return false;
        if (made.Ref is PyException result)
        {
            exception = result;
            return true;
        }
        var repr = Texts.Repr(thread, value);
        if (repr is not null)
            thread.TypeError($"calling {repr.Text} should have returned an instance of BaseException, not {TypeRepr(thread, made.Type)}");
        return false;
    }

    /// <summary>CHECK_EXC_MATCH: a bool, or TypeError when the clause names no exception class.</summary>
    internal static Value Matches(VmThread thread, Value exception, Value clause)
    {
        if (clause.Ref is PyTuple tuple)
        {
            foreach (var item in tuple.Items)
            {
                if (item.Ref is not PyTuple && !PyException.IsExceptionClass(item))
                    return NoClass(thread);
            }
            foreach (var item in tuple.Items)
            {
                var match = Matches(thread, exception, item);
                if (match.IsError || match.IsTrue)
                    return match;
            }
            return Value.False;
        }
        if (!PyException.IsExceptionClass(clause))
            return NoClass(thread);
        return Value.Bool(exception.Type.IsSubtypeOf((PyType)clause.Ref!));
    }

    /// <summary>Adds the frame to the pending exception's traceback.</summary>
    internal static void AddTraceback(VmThread thread, Frame frame) => AddTraceback(thread.Pending!, frame);

    /// <summary>Adds the frame in front of an exception's traceback.</summary>
    internal static void AddTraceback(PyException exception, Frame frame)
    {
        frame.Escaped = true;
        exception.Traceback = new PyTraceback(exception.Traceback, frame, frame.InstructionPointer, 0);
    }

    /// <summary>The innermost range of the frame's code that protects an instruction.</summary>
    internal static ExceptionRange? FindHandler(Frame frame, int instruction)
    {
        foreach (var range in frame.Code.Source.ExceptionTable)
        {
            if (instruction >= range.Start && instruction < range.End)
                return range;
        }
        return null;
    }

    /// <summary>PEP 479: a StopIteration (StopAsyncIteration) that leaves a body becomes a RuntimeError.</summary>
    internal static void LeaveGenerator(VmThread thread, PyGenerator generator)
    {
        var pending = thread.Pending!;
        string name;
        if (pending.Type.IsSubtypeOf(ExceptionTypes.StopIteration))
            name = "StopIteration";
        else if (generator.IsAsyncGenerator && pending.Type.IsSubtypeOf(ExceptionTypes.StopAsyncIteration))
            name = "StopAsyncIteration";
        else
            return;
        thread.Pending = null;
        thread.RuntimeError($"{generator.Kind} raised {name}");
        thread.Pending!.Cause = pending;
        thread.Pending.Context = pending;
        thread.Pending.SuppressContext = true;
    }

    private static Value NoClass(VmThread thread) =>
        thread.TypeError("catching classes that do not inherit from BaseException is not allowed");

    private static string TypeRepr(VmThread thread, PyType type) => Texts.Repr(thread, type)?.Text ?? type.Name;
}
