using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>A field of a namedtuple: the item of a tuple at an index, as an attribute.</summary>
/// <remarks>It is here and not with collections because attribute access knows it, as it knows slots.</remarks>
[PyType("_tuplegetter", Module = "_collections")]
internal sealed partial class PyTupleGetter : PyObject
{
    private readonly int _index;
    private Value _doc;

    private PyTupleGetter(int index, Value doc) : base(TypeObject.RootShape)
    {
        _index = index;
        _doc = doc;
    }

    [PyNew(Signature = "index, doc, /")]
    private static Value New(PyType type, int index, Value doc) => new PyTupleGetter(index, doc);

    [PyGetter("__doc__", Member = true)]
    private Value Doc => _doc;

    [PySetter("__doc__")]
    private void SetDoc(Value value) => _doc = value.IsUnbound ? Value.None : value;

    /// <summary>Reads it from a receiver.</summary>
    internal Value Get(VmThread thread, Value receiver)
    {
        if (receiver.Ref is not PyTuple tuple)
            return thread.TypeError($"descriptor for index '{_index}' for tuple subclasses doesn't apply to '{receiver.Type.Name}' object");
        return (uint)_index < (uint)tuple.Items.Length ? tuple.Items[_index] : thread.IndexError("tuple index out of range");
    }

    /// <summary>Return an attribute of instance, which is of type owner.</summary>
    [PyMethod("__get__", Signature = "instance, owner=None, /")]
    private Value GetOrSelf(VmThread thread, Value instance, Value owner)
    {
        if (PyDescriptor.IsInvalidGet(thread, instance, owner))
            return Value.Error;
        return instance.IsNone ? this : Get(thread, instance);
    }

    /// <summary>Set an attribute of instance to value.</summary>
    [PyMethod("__set__")]
    private static Value Set(VmThread thread, Value self, Value instance, Value value) =>
        thread.Raise(ExceptionTypes.AttributeError, "can't set attribute");

    /// <summary>Delete an attribute of instance.</summary>
    [PyMethod("__delete__")]
    private static Value Delete(VmThread thread, Value self, Value instance) =>
        thread.Raise(ExceptionTypes.AttributeError, "can't delete attribute");

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private Value Repr(VmThread thread) =>
        Texts.Repr(thread, _doc) is { } doc ? Value.Str($"{Type.Name}({_index}, {doc.Text})") : Value.Error;

    [PyMethod("__reduce__")]
    private Value Reduce() => PyTuple.Of(Type, PyTuple.Of(Value.Int(_index), _doc));
}
