using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The descriptor of a field of builtin exception classes (library reference: Built-in Exceptions).</summary>
[PyType("member_descriptor")]
internal sealed partial class PyExceptionField : PyObject
{
    private readonly string _name;
    private readonly int _index;
    private readonly bool _isReadOnly;

    internal PyExceptionField(string name, int index, bool isReadOnly) : base(TypeObject.RootShape)
    {
        _name = name;
        _index = index;
        _isReadOnly = isReadOnly;
    }

    [PyMethod("__get__", Signature = "instance, owner=None, /")]
    private Value Get(Value instance, Value owner) => instance.Ref is PyException exception ? exception.Field(_index) : this;

    [PyMethod("__set__")]
    private Value Set(VmThread thread, Value instance, Value value)
    {
        if (_isReadOnly)
            return thread.Raise(Exceptions.ExceptionTypes.AttributeError, "readonly attribute");
        if (instance.Ref is not PyException exception)
            return thread.TypeError($"descriptor '{_name}' doesn't apply to a '{instance.Type.Name}' object");
        exception.SetField(_index, value);
        return Value.None;
    }

    [PyMethod("__delete__")]
    private Value Delete(VmThread thread, Value instance) => Set(thread, instance, Value.None);

    [PyMethod("__repr__")]
    private string Repr() => $"<member '{_name}'>";

    [PyGetter("__name__")]
    private string GetName() => _name;
}
