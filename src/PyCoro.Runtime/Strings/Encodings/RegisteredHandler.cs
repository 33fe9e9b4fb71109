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
    /// <param name="mayGiveBytes">An encoder takes bytes as they are.</param>
    /// <param name="replacement">What it gave.</param>
    /// <param name="place">Where to go on, for <see cref="TryPlace"/>.</param>
    internal static bool TryCall(
        VmThread thread, string name, PyException error, bool mayGiveBytes, out Value replacement, out long place)
    {
        replacement = Value.Unbound;
        place = 0;
        if (!thread.Interpreter.CodingErrorHandlers.TryGetValue(name, out var handler))
        {
            thread.Raise(ExceptionTypes.LookupError, $"unknown error handler name '{name}'");
            return false;
        }
        var answer = thread.Call(handler, error);
        if (answer.IsError)
            return false;
        if (answer.Ref is not PyTuple { Items: [var given, var position] }
            || given.Ref is not PyStr && !(mayGiveBytes && given.Ref is PyBytes))
        {
            var wanted = mayGiveBytes
                ? "encoding error handler must return (str/bytes, int) tuple"
                : "decoding error handler must return (str, int) tuple";
            thread.TypeError(wanted);
            return false;
        }
        replacement = given;
        return Operations.Conversions.TryIndex64(thread, position, out place);
    }

    /// <summary>The place a handler means, which counts from the end when it is negative; false and IndexError when the
    /// input has no such place.</summary>
    internal static bool TryPlace(VmThread thread, long place, int length, out int resumeAt)
    {
        if (place < 0)
            place += length;
        var isInside = place >= 0 && place <= length;
        resumeAt = isInside ? (int)place : 0;
        if (!isInside)
            thread.IndexError($"position {place} from error handler out of bounds");
        return isInside;
    }
}
