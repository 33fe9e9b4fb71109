// What hangs on few futures, apart from them: there may be a million of those.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Contextvars;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>What only futures have that failed, were cancelled, or were made in debug mode.</summary>
internal sealed class FutureDetails
{
    /// <summary>Until somebody has looked at the exception.</summary>
    internal FailureWatch? Watch;

    /// <summary>The exception's traceback when it was set, until it is raised for the first time.</summary>
    internal PyTraceback? ExceptionTraceback;

    /// <summary>The argument of <c>cancel()</c>.</summary>
    internal PyTuple? CancelMessage;

    /// <summary>The exception by which a task's coroutine ended cancelled.</summary>
    internal PyException? CancelledException;

    /// <summary>Where the future was made, in debug mode.</summary>
    internal PyObject? SourceTraceback;
}

/// <summary>A Python callable that runs when a future is done, and its context.</summary>
internal sealed class DoneCallback(Value callable, ContextCopy context)
{
    /// <summary>Called with the future.</summary>
    internal readonly Value Callable = callable;

    /// <summary>Where it is called.</summary>
    internal ContextCopy Context = context;

    /// <summary>What Python sees of one of these or of an <see cref="IDoneListener"/>.</summary>
    internal static Value Shown(object callback) => callback is DoneCallback own ? own.Callable : ((IDoneListener)callback).AsCallback();
}

/// <summary>The callbacks of a future that has several.</summary>
internal sealed class CallbackList : List<object>;
