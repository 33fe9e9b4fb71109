using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Tracebacks;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Tracebacks;

/// <summary>A <c>traceback.TracebackException</c> to be laid out; its own methods say what its parts look like.</summary>
internal sealed class ExceptionSnapshot(VmThread thread, Value snapshot) : TracebackNode
{
    private static readonly PyStr CauseName = PyStr.Constant("__cause__");
    private static readonly PyStr ContextName = PyStr.Constant("__context__");
    private static readonly PyStr SuppressName = PyStr.Constant("__suppress_context__");
    private static readonly PyStr ExceptionsName = PyStr.Constant("exceptions");
    private static readonly PyStr StackName = PyStr.Constant("stack");
    private static readonly PyStr FormatName = PyStr.Constant("format");
    private static readonly PyStr OnlyName = PyStr.Constant("format_exception_only");
    private static readonly PyStr WidthName = PyStr.Constant("max_group_width");
    private static readonly PyStr DepthName = PyStr.Constant("max_group_depth");

    internal override object Identity => snapshot.Ref!;

    internal override TracebackNode? Cause => Node(Part(CauseName));

    internal override TracebackNode? Context => Part(SuppressName).IsTrue ? null : Node(Part(ContextName));

    internal override IReadOnlyList<TracebackNode>? Members => Part(ExceptionsName).Ref is PyList members
        ? Array.ConvertAll(members.Span.ToArray(), member => new ExceptionSnapshot(thread, member))
        : null;

    internal override int MaxGroupWidth => Limit(WidthName, base.MaxGroupWidth);

    internal override int MaxGroupDepth => Limit(DepthName, base.MaxGroupDepth);

    internal override bool WriteStack(TracebackMargin output, string heading, char mark)
    {
        var stack = Attributes.Get(thread, snapshot, StackName);
        if (stack.IsError || !Truth.TryTest(thread, stack, out var hasEntries))
            return false;
        if (!hasEntries)
            return true;
        output.Write(heading, mark);
        return TryWrite(thread.CallMethod(stack, FormatName), output);
    }

    internal override bool WriteSummary(TracebackMargin output) => TryWrite(thread.CallMethod(snapshot, OnlyName), output);

    private bool TryWrite(Value lines, TracebackMargin output)
    {
        if (lines.IsError || Iteration.ToArray(thread, lines) is not { } items)
            return false;
        foreach (var item in items)
        {
            if (Texts.Str(thread, item) is not { } line)
                return false;
            output.Write(line.Text);
        }
        return true;
    }

    private ExceptionSnapshot? Node(Value value) => value.IsSentinel || value.IsNone ? null : new ExceptionSnapshot(thread, value);

    private int Limit(PyStr name, int usual) => Part(name).TryGetInt64(out var limit) ? (int)Math.Clamp(limit, int.MinValue, int.MaxValue - 1) : usual;

    // Parts that are missing count as not set.
    private Value Part(PyStr name)
    {
        var value = Attributes.TryGet(thread, snapshot, name);
        if (value.IsError)
            thread.Pending = null;
        return value;
    }
}
