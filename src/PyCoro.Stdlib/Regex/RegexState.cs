// What the Python part of re registers for the native part to use: the class of its errors and the way to warn.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Regex;

/// <summary>The re module of an interpreter.</summary>
internal sealed class RegexState
{
    /// <summary><c>re.error</c></summary>
    internal Value ErrorClass { get; set; } = Value.Unbound;

    /// <summary>Called with a text and a category.</summary>
    internal Value Warn { get; set; } = Value.Unbound;

    internal static RegexState Of(VmThread thread) => thread.Interpreter.State<RegexState>();

    /// <summary>Raises what the parser found wrong.</summary>
    internal static Value Raise(VmThread thread, RegexError error, Value pattern)
    {
        switch (error.Kind)
        {
            case "ValueError":
                return thread.ValueError(error.Message);
            case "OverflowError":
                return thread.OverflowError(error.Message);
            case "RecursionError":
                return thread.Raise(ExceptionTypes.RecursionError, error.Message);
            case "IndexError":
                return thread.IndexError(error.Message);
        }
        var position = error.Position == RegexError.NoPosition ? Value.None : Value.Int(error.Position);
        var made = position.IsNone
            ? thread.Call(Of(thread).ErrorClass, Value.Str(error.Message))
            : thread.Call(Of(thread).ErrorClass, Value.Str(error.Message), pattern, position);
        return made.Ref is PyException exception ? thread.Raise(exception) : made;
    }
}
