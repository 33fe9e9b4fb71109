using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Create a module object.</summary>
[PyType("module", Subclassable = true)]
public sealed partial class PyModule : PyObject
{
    private static readonly PyStr NameKey = PyStr.Constant("__name__");
    private static readonly PyStr GetAttrKey = PyStr.Constant("__getattr__");
    private static readonly PyStr DictKey = PyStr.Constant("__dict__");
    private static readonly PyStr DirKey = PyStr.Constant("__dir__");
    private static readonly PyStr SpecKey = PyStr.Constant("__spec__");

    internal PyModule(string name) : this(TypeObject.RootShape)
    {
        Dict.SetStr(NameKey, Value.Str(name));
        foreach (var key in new[] { "__doc__", "__package__", "__loader__", "__spec__" })
            Dict.SetStr(PyStr.Constant(key), Value.None);
    }

    internal PyModule(Shape shape) : base(shape) { }

    /// <summary><c>__dict__</c>: the module's globals.</summary>
    public PyDict Dict { get; } = new();

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(Dict);
    }

    /// <summary>Not of a subclass.</summary>
    internal bool IsExact => Type == TypeObject;

    /// <summary><c>__name__</c>, or "?" when it is missing or no str.</summary>
    internal string NameOrDefault => Dict.GetStr(NameKey).Ref is PyStr name ? name.Text : "?";

    /// <summary><c>module.name</c> with PEP 562's <c>__getattr__</c>; unbound when missing and not to be reported.</summary>
    internal Value GetAttribute(VmThread thread, PyStr name, bool report)
    {
        var attribute = Type.Lookup(name);
        if (!attribute.IsUnbound && Attributes.IsDataDescriptor(attribute) && attribute.Type.Has(Special.Get))
            return Attributes.Bind(thread, attribute, this, Type);
        var own = Dict.GetStr(name);
        if (!own.IsUnbound)
            return own;
        if (!attribute.IsUnbound)
            return Attributes.Bind(thread, attribute, this, Type);
        var hook = Dict.GetStr(GetAttrKey);
        if (!hook.IsUnbound)
            return thread.Call(hook, name);
        if (!report)
            return Value.Unbound;
        if (Dict.GetStr(NameKey).Ref is not PyStr moduleName)
            return thread.RaiseAttributeError($"module has no attribute '{name.Text}'", this, name);
        var text = Modules.SpecLoading.IsInitializing(thread, Dict.GetStr(SpecKey))
            ? $"partially initialized module '{moduleName.Text}' has no attribute '{name.Text}' (most likely due to a circular import)"
            : IsLoading(thread, $"{moduleName.Text}.{name.Text}")
            ? $"cannot access submodule '{name.Text}' of module '{moduleName.Text}' (most likely due to a circular import)"
            : $"module '{moduleName.Text}' has no attribute '{name.Text}'";
        return thread.RaiseAttributeError(text, this, name);
    }

    private static bool IsLoading(VmThread thread, string name) =>
        thread.Interpreter.Modules.GetStr(PyStr.Of(name)).Ref is PyModule submodule
        && Modules.SpecLoading.IsInitializing(thread, submodule.Dict.GetStr(SpecKey));

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs) => new PyModule(type.RootShape);

    [PyMethod("__init__", Signature = "name, doc=None")]
    private Value Init(VmThread thread, string name, Value doc)
    {
        Dict.SetStr(NameKey, Value.Str(name));
        Dict.SetStr(PyStr.Constant("__doc__"), doc.IsUnbound ? Value.None : doc);
        foreach (var key in new[] { "__package__", "__loader__", "__spec__" })
        {
            if (Dict.GetStr(PyStr.Constant(key)).IsUnbound)
                Dict.SetStr(PyStr.Constant(key), Value.None);
        }
        return Value.None;
    }

    [PyMethod("__getattribute__")]
    private Value GetAttributeFromPython(VmThread thread, PyStr name) => GetAttribute(thread, name, report: true);

    [PyMethod("__setattr__")]
    private Value SetAttributeFromPython(VmThread thread, PyStr name, Value value)
    {
        var attribute = Type.Lookup(name);
        if (!attribute.IsUnbound && Attributes.IsDataDescriptor(attribute))
            return Attributes.SetGeneric(thread, this, Type, name, value);
        Dict.SetStr(name, value);
        return Value.None;
    }

    [PyMethod("__delattr__")]
    private Value DeleteAttributeFromPython(VmThread thread, PyStr name) =>
        Dict.RemoveStr(name) ? Value.None : Attributes.Missing(thread, this, name);

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread) => Modules.Importing.ReprModule(thread, this);

    [PyMethod("__dir__")]
    private Value Dir(VmThread thread)
    {
        var names = Attributes.Get(thread, this, DictKey);
        if (names.IsError)
            return names;
        if (names.Ref is not PyDict dict)
            return thread.TypeError("<module>.__dict__ is not a dictionary");
        var hook = dict.GetStr(DirKey);
        return hook.IsUnbound ? dict.KeyList() : thread.Call(hook);
    }

    [PyGetter("__dict__")]
    private Value GetDict() => Dict;

    [PyGetter("__annotations__")]
    private Value GetAnnotations(VmThread thread)
    {
        var key = PyStr.Constant("__annotations__");
        var own = Dict.GetStr(key);
        if (!own.IsUnbound)
            return own;
        own = new PyDict();
        Dict.SetStr(key, own);
        return own;
    }

    [PySetter("__annotations__")]
    private Value SetAnnotations(VmThread thread, Value value)
    {
        var key = PyStr.Constant("__annotations__");
        if (!value.IsUnbound)
            Dict.SetStr(key, value);
        else if (!Dict.RemoveStr(key))
            return thread.RaiseAttributeError("__annotations__", this, key);
        return Value.None;
    }
}
