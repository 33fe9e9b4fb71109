using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Convert a function to be a static method. (Library reference: staticmethod.)</summary>
[PyType("staticmethod", Subclassable = true, HasDict = true)]
public sealed partial class PyStaticMethod : PyMethodDecorator
{
    internal PyStaticMethod(Value function) : base(TypeObject.RootShape, function) { }

    private PyStaticMethod(Shape shape) : base(shape, Value.None) { }

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private string? Repr(VmThread thread) => ReprAs(thread, "staticmethod");

    /// <summary>Call self as a function.</summary>
    [PyMethod("__call__")]
    private Value Call(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyTuple? names) => thread.Call(Function, args, names);

    /// <summary>Return an attribute of instance, which is of type owner.</summary>
    [PyMethod("__get__", Signature = "instance, owner=None, /")]
    private Value Get(VmThread thread, Value instance, Value owner) =>
        PyDescriptor.IsInvalidGet(thread, instance, owner) ? Value.Error : Function;
}
