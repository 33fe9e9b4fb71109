// What the layout of tracebacks needs to know of an exception. There are two kinds: an exception as it is now, and a
// snapshot of one (traceback.TracebackException), whose parts are Python methods that a program may override.

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;

namespace PyCoro.Runtime.Tracebacks;

/// <summary>An exception to be laid out by <see cref="TracebackText"/>.</summary>
internal abstract class TracebackNode
{
    /// <summary>Tells whether it was printed before.</summary>
    internal abstract object Identity { get; }

    internal abstract TracebackNode? Cause { get; }

    /// <summary>The exception that was being handled; null when it is not to be shown.</summary>
    internal abstract TracebackNode? Context { get; }

    /// <summary>Members of a group, null for other exceptions.</summary>
    internal abstract IReadOnlyList<TracebackNode>? Members { get; }

    /// <summary>How many members of a group are shown.</summary>
    internal virtual int MaxGroupWidth => 15;

    /// <summary>How deep groups in groups are shown.</summary>
    internal virtual int MaxGroupDepth => 10;

    /// <summary>Writes the entries below <paramref name="heading"/>, if there are any; false leaves an exception pending.</summary>
    internal abstract bool WriteStack(TracebackMargin output, string heading, char mark);

    /// <summary>Writes type, text and notes; false leaves an exception pending.</summary>
    internal abstract bool WriteSummary(TracebackMargin output);
}

/// <summary>An exception as it is now.</summary>
internal sealed class LiveException(VmThread thread, PyException exception) : TracebackNode
{
    internal override object Identity => exception;

    internal override TracebackNode? Cause => exception.Cause is { } cause ? new LiveException(thread, cause) : null;

    internal override TracebackNode? Context =>
        exception is { Context: { } context, SuppressContext: false } ? new LiveException(thread, context) : null;

    internal override IReadOnlyList<TracebackNode>? Members => ExceptionGroups.IsGroup(exception)
        ? Array.ConvertAll(ExceptionGroups.MembersOf(exception), member => new LiveException(thread, (PyException)member.Ref!))
        : null;

    internal override bool WriteStack(TracebackMargin output, string heading, char mark)
    {
        if (TracebackText.Limit(thread, exception.Traceback) is not { } traceback)
            return true;
        output.Write(heading, mark);
        TracebackText.WriteEntries(thread, traceback, output);
        return true;
    }

    internal override bool WriteSummary(TracebackMargin output)
    {
        ExceptionLines.Write(thread, exception, output);
        return true;
    }
}
