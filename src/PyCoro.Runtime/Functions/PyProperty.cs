using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Property attribute. (Library reference: property.)</summary>
[PyType("property", Subclassable = true)]
public sealed partial class PyProperty : PyObject
{
    private static readonly PyStr DocName = PyStr.Constant("__doc__");

    private Value _doc = Value.None;
    private Value _name = Value.Unbound;
    private bool _hasGetterDoc;

    private PyProperty(Shape shape) : base(shape) { }

    /// <summary><c>fget</c>, or None.</summary>
    [PyGetter("fget", Member = true)]
    internal Value Getter { get; private set; } = Value.None;

    /// <summary><c>fset</c>, or None.</summary>
    [PyGetter("fset", Member = true)]
    internal Value Setter { get; private set; } = Value.None;

    /// <summary><c>fdel</c>, or None.</summary>
    [PyGetter("fdel", Member = true)]
    internal Value Deleter { get; private set; } = Value.None;

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(Getter);
        visit(Setter);
        visit(Deleter);
        visit(_doc);
    }

    /// <summary>Reads the attribute of an instance.</summary>
    internal Value Get(VmThread thread, Value instance) =>
        Getter.IsNone ? Missing(thread, instance, "getter") : thread.Call(Getter, instance);

    /// <summary>Sets the attribute of an instance, or deletes it when the value is unbound. None or Error.</summary>
    internal Value Set(VmThread thread, Value instance, Value value)
    {
        if (value.IsUnbound)
            return Deleter.IsNone ? Missing(thread, instance, "deleter") : NoneUnlessError(thread.Call(Deleter, instance));
        return Setter.IsNone ? Missing(thread, instance, "setter") : NoneUnlessError(thread.Call(Setter, instance, value));
    }

    /// <summary>Initialize self.  See help(type(self)) for accurate signature.</summary>
    [PyMethod("__init__", Signature = "fget=None, fset=None, fdel=None, doc=None")]
    private Value Initialize(VmThread thread, Value getter, Value setter, Value deleter, Value doc)
    {
        Getter = getter.IsUnbound ? Value.None : getter;
        Setter = setter.IsUnbound ? Value.None : setter;
        Deleter = deleter.IsUnbound ? Value.None : deleter;
        _doc = doc.IsUnbound ? Value.None : doc;
        _name = Value.Unbound;
        _hasGetterDoc = false;
        if (_doc.IsNone && !Getter.IsNone)
        {
            var inherited = Attributes.TryGet(thread, Getter, DocName);
            if (inherited.IsError)
                return inherited;
            if (!inherited.IsUnbound && !inherited.IsNone)
            {
                _hasGetterDoc = true;
                // A subclass has a __doc__ of its own, which would hide the member: the instance gets the text as an attribute.
                if (!ReferenceEquals(Type, TypeObject))
                    return Attributes.Set(thread, this, DocName, inherited);
                _doc = inherited;
            }
        }
        return Value.None;
    }

    /// <summary>Descriptor to obtain a copy of the property with a different getter.</summary>
    [PyMethod("getter")]
    private Value WithGetter(VmThread thread, Value getter) => Copy(thread, getter, Value.None, Value.None);

    /// <summary>Descriptor to obtain a copy of the property with a different setter.</summary>
    [PyMethod("setter")]
    private Value WithSetter(VmThread thread, Value setter) => Copy(thread, Value.None, setter, Value.None);

    /// <summary>Descriptor to obtain a copy of the property with a different deleter.</summary>
    [PyMethod("deleter")]
    private Value WithDeleter(VmThread thread, Value deleter) => Copy(thread, Value.None, Value.None, deleter);

    /// <summary>Method to set name of a property.</summary>
    [PyMethod("__set_name__")]
    private Value SetName(VmThread thread, ReadOnlySpan<Value> args)
    {
        if (args.Length != 2)
            return thread.TypeError($"__set_name__() takes 2 positional arguments but {args.Length} were given");
        _name = args[1];
        return Value.None;
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
    private Value SetValue(VmThread thread, Value instance, Value value) => Set(thread, instance, value);

    /// <summary>Delete an attribute of instance.</summary>
    [PyMethod("__delete__")]
    private Value Delete(VmThread thread, Value instance) => Set(thread, instance, Value.Unbound);

    [PyGetter("__doc__", Member = true)]
    private Value Doc() => _doc;

    [PySetter("__doc__")]
    private void SetDoc(Value doc) => _doc = doc.IsUnbound ? Value.None : doc;

    [PyGetter("__isabstractmethod__")]
    private Value IsAbstract(VmThread thread)
    {
        foreach (var function in (ReadOnlySpan<Value>)[Getter, Setter, Deleter])
        {
            var isAbstract = PyMethodDecorator.IsAbstractMethod(thread, function);
            if (!isAbstract.IsFalse)
                return isAbstract;
        }
        return Value.False;
    }

    private Value Copy(VmThread thread, Value getter, Value setter, Value deleter)
    {
        getter = getter.IsNone ? Getter : getter;
        // A text taken from a getter is taken again.
        var doc = _hasGetterDoc && !getter.IsNone ? Value.None : _doc;
        var made = thread.Call(Type, [getter, setter.IsNone ? Setter : setter, deleter.IsNone ? Deleter : deleter, doc], null);
        if (made.Ref is PyProperty copy)
            copy._name = _name;
        return made;
    }

    private Value Missing(VmThread thread, Value instance, string function)
    {
        if (_name.IsUnbound)
            return thread.Raise(ExceptionTypes.AttributeError, $"property of '{instance.Type.QualName}' object has no {function}");
        return Texts.Repr(thread, _name) is { } name
            ? thread.Raise(ExceptionTypes.AttributeError, $"property {name.Text} of '{instance.Type.QualName}' object has no {function}")
            : Value.Error;
    }

    private static Value NoneUnlessError(Value result) => result.IsError ? result : Value.None;
}
