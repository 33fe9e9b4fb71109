// The type object: what every object can do unless its type says otherwise (data model, Basic customization).

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The base class of the class hierarchy.</summary>
[PyType("object", Subclassable = true)]
public abstract partial class PyObject
{
    private static readonly PyStr ClassName = PyStr.Constant("__class__");
    private static readonly PyStr DictName = PyStr.Constant("__dict__");
    private static readonly PyStr GetStateName = PyStr.Constant("__getstate__");
    private static readonly PyStr AbstractMethods = PyStr.Constant("__abstractmethods__");

    /// <summary>The type <c>object</c>.</summary>
    internal static PyType TypeObject => Root.Instance;

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs)
    {
        if (args.Length > 0 || kwargs is { Count: > 0 })
        {
            if (!IsObjects(type.LookupSpecial(Special.New)))
                return thread.TypeError("object.__new__() takes exactly one argument (the type to instantiate)");
            if (IsObjects(type.LookupSpecial(Special.Init)))
                return thread.TypeError($"{type.Name}() takes no arguments");
        }
        if (type.IsHeapType && type.IsAbstract)
            return RefuseAbstract(thread, type);
        var allocate = type.SolidBase.Native!.Allocate;
        var instance = ReferenceEquals(type.SolidBase, TypeObject) ? new PyInstance(type.RootShape)
            : allocate is not null ? allocate(type.RootShape) : null;
        if (instance is null)
            return thread.TypeError($"object.__new__({type.Name}) is not safe, use {type.SolidBase.Name}.__new__()");
        if (type.SlotCount > 0)
            instance.Slots = InstanceAttributes.NewSlots(type, type.SlotCount);
        if (type.HasFinalizer)
            thread.Interpreter.Finalization.WatchInstance(instance);
        return instance;
    }

    /// <summary>Initialize self.  See help(type(self)) for accurate signature.</summary>
    [PyMethod("__init__")]
    private static Value Init(VmThread thread, Value self, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs)
    {
        if (args.Length == 0 && kwargs is not { Count: > 0 })
            return Value.None;
        var type = self.Type;
        if (!IsObjects(type.LookupSpecial(Special.Init)))
            return thread.TypeError("object.__init__() takes exactly one argument (the instance to initialize)");
        if (IsObjects(type.LookupSpecial(Special.New)))
            return thread.TypeError($"{type.Name}.__init__() takes exactly one argument (the instance to initialize)");
        return Value.None;
    }

    [PyMethod("__repr__")]
    private static Value Repr(VmThread thread, Value self)
    {
        var name = Texts.Str(thread, self.Type.ModuleAndQualName(thread));
        return name is null ? Value.Error : Value.Str($"<{name.Text} object at {Identity.Address(thread, self)}>");
    }

    [PyMethod("__str__")]
    private static Value Str(VmThread thread, Value self) => Texts.Repr(thread, self) is { } repr ? repr : Value.Error;

    [PyMethod("__format__", Signature = "format_spec, /")]
    private static Value Format(VmThread thread, Value self, Value spec)
    {
        if (spec.Ref is not PyStr text)
            return thread.TypeError($"__format__() argument must be str, not {spec.Type.Name}");
        if (text.Text.Length > 0)
            return thread.TypeError($"unsupported format string passed to {self.Type.Name}.__format__");
        return Texts.Str(thread, self) is { } str ? str : Value.Error;
    }

    [PyMethod("__eq__")]
    private static Value Eq(Value self, Value other) => self.Is(other) ? Value.True : Value.NotImplemented;

    [PyMethod("__ne__")]
    private static Value Ne(VmThread thread, Value self, Value other)
    {
        var equal = Comparison.Try(thread, self.Type, Special.Eq, self, other);
        if (equal.IsError || equal.IsNotImplemented)
            return equal;
        return Truth.TryTest(thread, equal, out var truth) ? Value.Bool(!truth) : Value.Error;
    }

    [PyMethod("__lt__")]
    private static Value Lt(Value self, Value other) => Value.NotImplemented;

    [PyMethod("__le__")]
    private static Value Le(Value self, Value other) => Value.NotImplemented;

    [PyMethod("__gt__")]
    private static Value Gt(Value self, Value other) => Value.NotImplemented;

    [PyMethod("__ge__")]
    private static Value Ge(Value self, Value other) => Value.NotImplemented;

    [PyMethod("__hash__")]
    private static long Hash(Value self) =>
        self.IsFloat ? Numbers.NumericHash.Of(self.AsDouble)
        : self.Ref is { } obj ? Hashing.OfIdentity(obj)
        : Numbers.NumericHash.Of(self.Bits);

    [PyMethod("__getattribute__")]
    private static Value GetAttribute(VmThread thread, Value self, PyStr name) =>
        Attributes.GetFromInstance(thread, self, self.Type, name, report: true);

    [PyMethod("__setattr__")]
    private static Value SetAttr(VmThread thread, Value self, PyStr name, Value value) =>
        self.Ref is PyType ? thread.TypeError($"can't apply this __setattr__ to {self.Type.Name} object") : Attributes.SetGeneric(thread, self, self.Type, name, value);

    [PyMethod("__delattr__")]
    private static Value DelAttr(VmThread thread, Value self, PyStr name) =>
        self.Ref is PyType ? thread.TypeError($"can't apply this __delattr__ to {self.Type.Name} object") : Attributes.SetGeneric(thread, self, self.Type, name, Value.Unbound);

    [PyGetter("__class__")]
    private static Value GetClass(Value self) => self.Type;

    [PySetter("__class__")]
    private static Value SetClass(VmThread thread, Value self, Value value)
    {
        if (value.IsUnbound)
            return thread.TypeError("can't delete __class__ attribute");
        if (value.Ref is not PyType type)
            return thread.TypeError($"__class__ must be set to a class, not '{value.Type.Name}' object");
        if (self.Ref is not { } obj || !(type.IsHeapType && obj.Type.IsHeapType || obj is PyModule && type.IsSubtypeOf(PyModule.TypeObject)))
            return thread.TypeError("__class__ assignment only supported for mutable types or ModuleType subclasses");
        var old = obj.Type;
        // A module has its attributes in a dict of its own, whatever its class says.
        if (!ReferenceEquals(old.SolidBase, type.SolidBase) || !(obj is PyModule ? old.SlotCount == type.SlotCount : HaveSameLayout(old, type)))
            return thread.TypeError($"__class__ assignment: '{type.Name}' object layout differs from '{old.Name}'");
        InstanceAttributes.Rehome(obj, type);
        if (type.HasFinalizer)
            thread.Interpreter.Finalization.WatchInstance(obj);
        return Value.None;
    }

    /// <summary>Default dir() implementation.</summary>
    [PyMethod("__dir__")]
    private static Value Dir(VmThread thread, Value self)
    {
        var names = new PyDict();
        var own = Attributes.TryGet(thread, self, DictName);
        if (own.IsError)
            return own;
        if (own.Ref is PyDict dict && !names.UpdateFrom(thread, dict))
            return Value.Error;
        var cls = Attributes.TryGet(thread, self, ClassName);
        if (cls.Ref is PyType type)
            type.CollectNames(names);
        return names.KeyList();
    }

    [PyMethod("__sizeof__")]
    private static long SizeOf(Value self) => 32;

    [PyMethod("__reduce__")]
    private static Value Reduce(VmThread thread, Value self) => Reduction.Reduce(thread, self, 0);

    [PyMethod("__reduce_ex__")]
    private static Value ReduceEx(VmThread thread, Value self, int protocol) => Reduction.ReduceEx(thread, self, protocol);

    [PyMethod("__getstate__")]
    private static Value GetState(VmThread thread, Value self) => Reduction.GetState(thread, self);

    [PyClassMethod("__init_subclass__")]
    private static Value InitSubclass(PyType type) => Value.None;

    [PyClassMethod("__subclasshook__")]
    private static Value SubclassHook(PyType type, Value subclass) => Value.NotImplemented;

    private static class Root
    {
        internal static readonly PyType Instance = new(MakeSpec());
    }

    // Of the same class that decides the layout, or of two that add the same to the same base.
    private static bool HaveSameLayout(PyType a, PyType b)
    {
        var from = WithLayout(a);
        var to = WithLayout(b);
        return ReferenceEquals(from, to)
            || (ReferenceEquals(from.Base, to.Base) && LayoutFlags(from) == LayoutFlags(to) && from.OwnSlots.AsSpan().SequenceEqual(to.OwnSlots));
    }

    private static PyType WithLayout(PyType type)
    {
        while (type.IsHeapType && type.Base is { } parent && LayoutFlags(parent) == LayoutFlags(type))
            type = parent;
        return type;
    }

    private static (int SlotCount, bool HasDict, bool HasWeakReferences) LayoutFlags(PyType type) =>
        (type.SlotCount, type.HasDict, type.HasWeakReferences);

    private static bool IsObjects(Value method) => method.Ref switch
    {
        PyBuiltinFunction function => ReferenceEquals(function.Self.Ref, TypeObject),
        PyMethodDescriptor descriptor => ReferenceEquals(descriptor.Owner, TypeObject),
        _ => false,
    };

    private static Value RefuseAbstract(VmThread thread, PyType type)
    {
        var names = Iteration.ToArray(thread, type.Dict.GetStr(AbstractMethods));
        if (names is null)
            return Value.Error;
        var sorted = names.Select(static name => name.Ref is PyStr text ? text.Text : "?").Order(StringComparer.Ordinal).ToList();
        return thread.TypeError($"Can't instantiate abstract class {type.Name} with abstract method{(sorted.Count == 1 ? "" : "s")} {string.Join(", ", sorted)}");
    }
}
