// Error handlers written in Python (PEP 293): called with the exception, they return what replaces the bad stretch and where
// to go on, or raise.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Strings;

/// <summary>Calls handlers that <c>codecs.register_error</c> was given.</summary>
internal static class RegisteredHandler
{
    /// <summary>The handler's answer for a coding error; false when there is no such handler or it raised.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="name">Name of the handler.</param>
    /// <param name="error">The exception it gets.</param>
    /// <param name="length">Length of the input, for negative positions.</param>
    /// <param name="mayGiveBytes">An encoder takes bytes as they are.</param>
    /// <param name="replacement">What it gave.</param>
    /// <param name="resumeAt">Where to go on.</param>
    internal static bool TryCall(
        VmThread thread, string name, PyException error, int length, bool mayGiveBytes, out Value replacement, out int resumeAt)
    {
        replacement = Value.Unbound;
        resumeAt = 0;
        if (!thread.Interpreter.CodingErrorHandlers.TryGetValue(name, out var handler))
        {
            thread.Raise(ExceptionTypes.LookupError, $"unknown error handler name '{name}'");
            return false;
        }
        var answer = thread.Call(handler, error);
        if (answer.IsError)
            return false;
        if (answer.Ref is not PyTuple { Items: [var given, var position] }
            || given.Ref is not PyStr && !(mayGiveBytes && given.Ref is PyBytes)
            || !position.TryGetBigInteger(out var place))
        {
            var wanted = mayGiveBytes
                ? "encoding error handler must return (str/bytes, int) tuple"
                : "decoding error handler must return (str, int) tuple";
            thread.TypeError(wanted);
            return false;
        }
        if (place < 0)
            place += length;
        if (place < 0 || place > length)
        {
            thread.IndexError($"position {position} from error handler out of bounds");
            return false;
        }
        replacement = given;
        resumeAt = (int)place;
        return true;
    }
}
