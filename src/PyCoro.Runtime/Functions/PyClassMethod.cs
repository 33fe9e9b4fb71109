using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Convert a function to be a class method. (Library reference: classmethod.)</summary>
[PyType("classmethod", Subclassable = true, HasDict = true)]
public sealed partial class PyClassMethod : PyMethodDecorator
{
    internal PyClassMethod(Value function) : base(TypeObject.RootShape, function) { }

    private PyClassMethod(Shape shape) : base(shape, Value.None) { }

    /// <summary>The method bound to a class. A decorated descriptor (a property) is asked with the class as instance.</summary>
    internal Value Bind(VmThread thread, PyType type)
    {
        if (Function.Ref is not PyFunction)
        {
            var get = Function.Type.LookupSpecial(Special.Get);
            if (!get.IsUnbound)
                return thread.CallSpecial(get, Function, type, type);
        }
        return new PyBoundMethod(Function, type);
    }

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private string? Repr(VmThread thread) => ReprAs(thread, "classmethod");

    /// <summary>Return an attribute of instance, which is of type owner.</summary>
    [PyMethod("__get__", Signature = "instance, owner=None, /")]
    private Value Get(VmThread thread, Value instance, Value owner)
    {
        if (PyDescriptor.IsInvalidGet(thread, instance, owner))
            return Value.Error;
        return owner.Ref is PyType type ? Bind(thread, type) : Bind(thread, instance.Type);
    }
}
