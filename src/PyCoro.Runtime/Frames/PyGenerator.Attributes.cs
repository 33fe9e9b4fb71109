using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>What the three faces show in the same way.</summary>
internal abstract partial class PyGenerator
{
    private protected Value PublishFrame()
    {
        if (Frame is not { } frame)
            return Value.None;
        frame.Escaped = true;
        return frame;
    }

    private protected Value YieldFromOrNone()
    {
        var delegated = IsExecuting ? Value.Unbound : YieldFrom();
        return delegated.IsUnbound ? Value.None : delegated;
    }

    [PyGetter("__name__")]
    internal Value GetName() => Name;

    [PySetter("__name__")]
    internal Value SetName(VmThread thread, Value value) => Rename(thread, "__name__", value, ref Name);

    [PyGetter("__qualname__")]
    internal Value GetQualName() => QualName;

    [PySetter("__qualname__")]
    internal Value SetQualName(VmThread thread, Value value) => Rename(thread, "__qualname__", value, ref QualName);

    private static Value Rename(VmThread thread, string attribute, Value value, ref PyStr name)
    {
        if (value.Ref is not PyStr text)
            return thread.TypeError($"{attribute} must be set to a string object");
        name = text;
        return Value.None;
    }
}
