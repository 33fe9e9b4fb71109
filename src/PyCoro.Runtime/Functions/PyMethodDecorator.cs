using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>What <c>staticmethod</c> and <c>classmethod</c> have in common. No Python type of its own.</summary>
public abstract class PyMethodDecorator : PyObject
{
    private static readonly PyStr AbstractName = PyStr.Constant("__isabstractmethod__");
    private static readonly PyStr[] Copied =
    [
        PyStr.Constant("__module__"),
        PyStr.Constant("__name__"),
        PyStr.Constant("__qualname__"),
        PyStr.Constant("__doc__"),
        PyStr.Constant("__annotations__"),
    ];

    private protected PyMethodDecorator(Shape shape, Value function) : base(shape) => Function = function;

    /// <summary><c>__func__</c>: what is decorated.</summary>
    [PyGetter("__func__", Member = true)]
    internal Value Function { get; private set; }

    [PyGetter("__wrapped__", Member = true)]
    internal Value Wrapped => Function;

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(Function);
    }

    [PyGetter("__isabstractmethod__")]
    internal Value IsAbstract(VmThread thread) => IsAbstractMethod(thread, Function);

    /// <summary>Initialize self.  See help(type(self)) for accurate signature.</summary>
    [PyMethod("__init__")]
    internal Value Initialize(VmThread thread, Value function)
    {
        Function = function;
        foreach (var name in Copied)
        {
            var value = Attributes.TryGet(thread, function, name);
            if (value.IsError || (!value.IsUnbound && InstanceAttributes.Set(this, name, value).IsError))
                return Value.Error;
        }
        return Value.None;
    }

    /// <summary>The truth of <c>__isabstractmethod__</c> of a callable.</summary>
    internal static Value IsAbstractMethod(VmThread thread, Value function)
    {
        var mark = Attributes.TryGet(thread, function, AbstractName);
        if (mark.IsSentinel)
            return mark.IsError ? mark : Value.False;
        return Truth.TryTest(thread, mark, out var isAbstract) ? Value.Bool(isAbstract) : Value.Error;
    }

    private protected string? ReprAs(VmThread thread, string decorator) =>
        Texts.Repr(thread, Function) is { } function ? $"<{decorator}({function.Text})>" : null;
}
