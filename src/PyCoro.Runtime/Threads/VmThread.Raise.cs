using System.Runtime.CompilerServices;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Threads;

public sealed partial class VmThread
{
    /// <summary>Raises a new exception of a class with one argument, its text. Always returns <see cref="Value.Error"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal Value Raise(PyType type, string message) => Raise(PyException.Make(type, Value.Str(message)));

    /// <summary>Raises a new exception of a class with any arguments. Always returns <see cref="Value.Error"/>.</summary>
    internal Value Raise(PyType type, params Value[] args) => Raise(PyException.Make(type, args));

    /// <summary>Makes the exception pending; the exception being handled becomes its <c>__context__</c>
    /// (language reference, The raise statement). Always returns <see cref="Value.Error"/>.</summary>
    internal Value Raise(PyException exception)
    {
        if (HandledException is { } handled)
            ChainContext(exception, handled);
        Pending = exception;
        return Value.Error;
    }

    /// <summary>Makes the exception pending; <paramref name="handled"/> becomes its <c>__context__</c>.</summary>
    internal Value RaiseWhile(PyException exception, PyException handled)
    {
        ChainContext(exception, handled);
        Pending = exception;
        return Value.Error;
    }

    /// <summary>Makes an exception pending again as it is, without touching its context.</summary>
    internal Value Reraise(PyException exception)
    {
        Pending = exception;
        return Value.Error;
    }

    /// <summary>TypeError.</summary>
    internal Value TypeError(string message) => Raise(ExceptionTypes.TypeError, message);

    /// <summary>ValueError.</summary>
    internal Value ValueError(string message) => Raise(ExceptionTypes.ValueError, message);

    /// <summary>IndexError.</summary>
    internal Value IndexError(string message) => Raise(ExceptionTypes.IndexError, message);

    /// <summary>KeyError of the key itself.</summary>
    internal Value KeyError(Value key) => Raise(ExceptionTypes.KeyError, key);

    /// <summary>OverflowError.</summary>
    internal Value OverflowError(string message) => Raise(ExceptionTypes.OverflowError, message);

    /// <summary>RuntimeError.</summary>
    internal Value RuntimeError(string message) => Raise(ExceptionTypes.RuntimeError, message);

    /// <summary>NameError (or a subclass) with the name that suggestions start from.</summary>
    internal Value RaiseNameError(PyType type, string message, string name)
    {
        var exception = PyException.Make(type, Value.Str(message));
        exception.SetField(ExceptionFields.Name, Value.Str(name));
        return Raise(exception);
    }

    /// <summary>AttributeError with the name and object that suggestions start from.</summary>
    internal Value RaiseAttributeError(string message, Value obj, PyStr name)
    {
        var exception = PyException.Make(ExceptionTypes.AttributeError, Value.Str(message));
        exception.SetField(ExceptionFields.Name, name);
        exception.SetField(ExceptionFields.Obj, obj);
        return Raise(exception);
    }

    /// <summary>Takes the pending exception away, for code that handles it.</summary>
    internal PyException TakePending()
    {
        var exception = Pending!;
        Pending = null;
        return exception;
    }

    /// <summary>Is an exception of the class (or a subclass) pending?</summary>
    internal bool PendingIs(PyType type) => Pending is { } exception && exception.Type.IsSubtypeOf(type);

    /// <summary>Drops the pending exception if it is of the class; false leaves it pending.</summary>
    internal bool ClearPending(PyType type)
    {
        if (!PendingIs(type))
            return false;
        Pending = null;
        return true;
    }

    private static void ChainContext(PyException exception, PyException handled)
    {
        if (ReferenceEquals(handled, exception))
            return;
        // A cycle through the new exception would make printing endless: cut it where it closes. A cycle that programs have
        // made already is left alone: the second link, half as fast, meets the first there.
        var slow = handled;
        var step = false;
        for (var link = handled; link.Context is { } next; link = next, step = !step)
        {
            if (ReferenceEquals(next, exception))
            {
                link.Context = null;
                break;
            }
            if (step)
                slow = slow.Context!;
            if (ReferenceEquals(next, slow))
                break;
        }
        exception.Context = handled;
    }
}
