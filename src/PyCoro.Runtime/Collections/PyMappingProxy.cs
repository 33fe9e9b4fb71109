using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Read-only proxy of a mapping.</summary>
[PyType("mappingproxy")]
public sealed partial class PyMappingProxy : PyObject
{
    private static readonly PyStr Get = PyStr.Constant("get");
    private static readonly PyStr Keys = PyStr.Constant("keys");
    private static readonly PyStr Values = PyStr.Constant("values");
    private static readonly PyStr ItemsName = PyStr.Constant("items");
    private static readonly PyStr Copy = PyStr.Constant("copy");

    internal PyMappingProxy(Value mapping) : base(TypeObject.RootShape) => Mapping = mapping;

    /// <summary>What is shown.</summary>
    internal Value Mapping { get; }

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(Mapping);
    }

    [PyNew(Signature = "mapping")]
    private static Value New(VmThread thread, PyType type, Value mapping) =>
        mapping.Ref is PyList or PyTuple || !mapping.Type.Has(Special.GetItem)
            ? thread.TypeError($"mappingproxy() argument must be a mapping, not {mapping.Type.Name}")
            : new PyMappingProxy(mapping);

    /// <summary>See PEP 585</summary>
    [PyClassMethod("__class_getitem__")]
    private static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);

    [PyMethod("__getitem__")]
    private Value GetItem(VmThread thread, Value key) => Items.Get(thread, Mapping, key);

    [PyMethod("__contains__")]
    private Value Contains(VmThread thread, Value key) =>
        Items.TryContains(thread, Mapping, key, out var found) ? Value.Bool(found) : Value.Error;

    [PyMethod("__len__")]
    private Value Length(VmThread thread) => Items.TryLength(thread, Mapping, out var length) ? Value.Int(length) : Value.Error;

    [PyMethod("__iter__")]
    private Value Iter(VmThread thread) => Iteration.GetIter(thread, Mapping);

    [PyMethod("__reversed__")]
    private Value Reversed(VmThread thread) => thread.CallMethod(Mapping, SpecialNames.Name(Special.Reversed));

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread) => Texts.Repr(thread, Mapping) is { } text ? Value.Str($"mappingproxy({text.Text})") : Value.Error;

    [PyMethod("__str__")]
    private Value Str(VmThread thread) => Texts.Str(thread, Mapping) is { } text ? text : Value.Error;

    /// <summary>D.get(k[,d]) -> D[k] if k in D, else d.  d defaults to None.</summary>
    [PyMethod("get", Signature = "key, default=None, /")]
    private Value GetOr(VmThread thread, Value key, Value @default) =>
        thread.CallMethod(Mapping, Get, key, @default.IsUnbound ? Value.None : @default);

    /// <summary>D.keys() -> a set-like object providing a view on D's keys</summary>
    [PyMethod("keys")]
    private Value KeysView(VmThread thread) => thread.CallMethod(Mapping, Keys);

    /// <summary>D.values() -> an object providing a view on D's values</summary>
    [PyMethod("values")]
    private Value ValuesView(VmThread thread) => thread.CallMethod(Mapping, Values);

    /// <summary>D.items() -> a set-like object providing a view on D's items</summary>
    [PyMethod("items")]
    private Value ItemsView(VmThread thread) => thread.CallMethod(Mapping, ItemsName);

    /// <summary>D.copy() -> a shallow copy of D</summary>
    [PyMethod("copy")]
    private Value CopyMapping(VmThread thread) => thread.CallMethod(Mapping, Copy);

    [PyMethod("__or__")]
    private Value Or(VmThread thread, Value value) => Arithmetic.Binary(thread, BinaryOperation.Or, Mapping, Unwrap(value));

    [PyMethod("__ror__")]
    private Value ROr(VmThread thread, Value value) => Arithmetic.Binary(thread, BinaryOperation.Or, Unwrap(value), Mapping);

    [PyMethod("__ior__")]
    private Value InPlaceOr(VmThread thread, Value value) =>
        thread.TypeError("'|=' is not supported by mappingproxy; use '|' instead");

    [PyMethod("__eq__")]
    private Value Eq(VmThread thread, Value value) => Comparison.Compare(thread, CompareOperation.Eq, Mapping, Unwrap(value));

    [PyMethod("__ne__")]
    private Value Ne(VmThread thread, Value value) => Comparison.Compare(thread, CompareOperation.Ne, Mapping, Unwrap(value));

    private static Value Unwrap(Value value) => value.Ref is PyMappingProxy proxy ? proxy.Mapping : value;
}
