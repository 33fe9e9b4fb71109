// The type type: calling classes, attributes of classes, and what classes show of themselves (data model, Custom classes).

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>type(object) -> the object's type
/// type(name, bases, dict, **kwds) -> a new type</summary>
[PyType("type", Subclassable = true)]
public sealed partial class PyType
{
    private const int NoVersion = -1;

    private PyFunction? _plainConstructor;
    private int _plainConstructorVersion;
    private bool _isPlainException;
    private int _plainExceptionVersion = NoVersion;

    /// <summary>The type <c>type</c>.</summary>
    internal static new PyType TypeObject => Root.Instance;

    /// <summary>The <c>__init__</c> of a class whose construction is nothing but a plain instance and that function; null when
    /// anything else is involved.</summary>
    internal PyFunction? PlainConstructor
    {
        get
        {
            if (_plainConstructorVersion != Version)
            {
                _plainConstructorVersion = Version;
                _plainConstructor = FindPlainConstructor();
            }
            return _plainConstructor;
        }
    }

    /// <summary>A class of exceptions without a constructor of its own, whose instances only carry their arguments.</summary>
    internal bool IsPlainException
    {
        get
        {
            if (_plainExceptionVersion != Version)
            {
                _isPlainException = FindPlainException();
                _plainExceptionVersion = Version;
            }
            return _isPlainException;
        }
    }

    /// <summary>Calls the class (data model, object.__new__ and object.__init__).</summary>
    internal Value Construct(VmThread thread, ReadOnlySpan<Value> args, PyTuple? keywordNames)
    {
        // Exceptions that only carry their arguments are made all the time.
        if (keywordNames is null && IsPlainException)
            return PyException.Make(this, args.ToArray());
        var call = Type.LookupSpecial(Special.Call);
        return call.Ref is PyMethodDescriptor { Owner: var owner } && ReferenceEquals(owner, TypeObject)
            ? ConstructPlainly(thread, args, keywordNames)
            : thread.CallSpecial(call, this, args, keywordNames);
    }

    /// <summary><c>type.__call__</c>.</summary>
    [PyMethod("__call__")]
    private Value ConstructPlainly(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyTuple? keywordNames)
    {
        if (ReferenceEquals(this, TypeObject))
        {
            if (args.Length == 1 && keywordNames is null)
                return args[0].Type;
            if (args.Length - (keywordNames?.Items.Length ?? 0) != 3)
                return thread.TypeError("type() takes 1 or 3 arguments");
        }
        var make = LookupSpecial(Special.New);
        if (make.IsUnbound || IsMadeByRuntimeOnly || (!ReferenceEquals(SolidBase, PyObject.TypeObject) && IsMadeByNothing(make)))
            return thread.TypeError($"cannot create '{(IsHeapType && Dict.GetStr(Keys.Module).Ref is PyStr module ? $"{module.Text}.{Name}" : QualifiedNativeName)}' instances");
        var all = new Value[args.Length + 1];
        all[0] = this;
        args.CopyTo(all.AsSpan(1));
        var constructor = make.Ref switch
        {
            PyBuiltinFunction or PyFunction => make,
            PyStaticMethod method => method.Function,
            _ => Attributes.Bind(thread, make, Value.Unbound, this),
        };
        if (constructor.IsError)
            return constructor;
        var instance = thread.Call(constructor, all, keywordNames);
        if (instance.IsError || !instance.Type.IsSubtypeOf(this))
            return instance;
        if (HasFinalizer)
            thread.Interpreter.Finalization.WatchInstance(instance.Ref!);
        var init = instance.Type.LookupSpecial(Special.Init);
        if (init.IsUnbound)
            return instance;
        var done = thread.CallSpecial(init, instance, args, keywordNames);
        if (done.IsError)
            return done;
        return done.IsNone ? instance : thread.TypeError($"__init__() should return None, not '{done.Type.Name}'");
    }

    /// <summary>A native type without <c>__new__</c> that object's cannot allocate either: only the runtime makes instances.</summary>
    private bool IsMadeByNothing(Value make) =>
        SolidBase.Native!.Allocate is null && make.Is(PyObject.TypeObject.LookupSpecial(Special.New));

    /// <summary><c>cls.name</c>; unbound when missing and not to be reported.</summary>
    internal Value GetAttribute(VmThread thread, PyStr name, bool report)
    {
        var meta = Type;
        var metaAttribute = meta.Lookup(name);
        if (!metaAttribute.IsUnbound && Attributes.IsDataDescriptor(metaAttribute) && metaAttribute.Type.Has(Special.Get))
            return Attributes.Bind(thread, metaAttribute, this, meta);
        var own = Lookup(name);
        if (!own.IsUnbound)
            return Attributes.Bind(thread, own, Value.Unbound, this);
        if (!metaAttribute.IsUnbound)
            return Attributes.Bind(thread, metaAttribute, this, meta);
        return report ? Attributes.Missing(thread, this, name) : Value.Unbound;
    }

    /// <summary>Sets, or with an unbound value deletes, an attribute of the class. None or Error.</summary>
    internal Value SetAttribute(VmThread thread, PyStr name, Value value)
    {
        var metaAttribute = Type.Lookup(name);
        if (!metaAttribute.IsUnbound && Attributes.IsDataDescriptor(metaAttribute))
        {
            if (!IsHeapType && metaAttribute.Ref is PyGetSetDescriptor)
                return thread.TypeError($"cannot set '{name.Text}' attribute of immutable type '{QualifiedNativeName}'");
            return metaAttribute.Ref is PyGetSetDescriptor getSet
                ? getSet.Set(thread, this, value)
                : value.IsUnbound
                    ? thread.CallSpecial(metaAttribute.Type.LookupSpecial(Special.Delete), metaAttribute, this)
                    : thread.CallSpecial(metaAttribute.Type.LookupSpecial(Special.Set), metaAttribute, this, value);
        }
        if (!IsHeapType)
            return thread.TypeError($"cannot set '{name.Text}' attribute of immutable type '{QualifiedNativeName}'");
        if (!value.IsUnbound)
        {
            var isNewFinalizer = name.Text == "__del__" && !HasFinalizer;
            SetOwn(name, value);
            if (isNewFinalizer)
                thread.Interpreter.Finalization.WatchInstancesOf(this);
            return Value.None;
        }
        if (!Dict.RemoveStr(name))
            return Attributes.Missing(thread, this, name);
        Invalidate();
        return Value.None;
    }

    /// <summary>The class as reprs name it: module and qualified name, without "builtins".</summary>
    internal Value ModuleAndQualName(VmThread thread)
    {
        var module = GetModule(thread);
        if (module.IsError)
            return module;
        return Value.Str(module.Ref is PyStr { Text: not "builtins" } name ? $"{name.Text}.{QualName}" : QualName);
    }

    /// <summary>Adds all names of the class and its bases, for <c>dir()</c>.</summary>
    internal void CollectNames(PyDict names)
    {
        foreach (var type in Mro)
        {
            for (var place = 0; place < type.Dict.EntryCount; place++)
            {
                var entry = type.Dict.EntryAt(place);
                if (entry.Key.Ref is PyStr name)
                    names.SetStr(name, Value.None);
            }
        }
    }

    /// <summary>A builtin type's name as messages show it, with the module when that is not builtins.</summary>
    internal string QualifiedNativeName => _native is { Module: not "builtins" } native ? $"{native.Module}.{Name}" : Name;

    [PyNew]
    private static Value New(VmThread thread, PyType metatype, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs) =>
        ClassBuilder.New(thread, metatype, args, kwargs);

    [PyMethod("__init__")]
    private static Value Init(VmThread thread, Value self, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs)
    {
        if (kwargs is { Count: > 0 } && args.Length == 1)
            return thread.TypeError("type.__init__() takes no keyword arguments");
        return args.Length is 1 or 3 ? Value.None : thread.TypeError("type.__init__() takes 1 or 3 arguments");
    }

    [PyMethod("__getattribute__")]
    private Value GetAttributeFromPython(VmThread thread, PyStr name) => GetAttribute(thread, name, report: true);

    [PyMethod("__setattr__")]
    private Value SetAttributeFromPython(VmThread thread, PyStr name, Value value) => SetAttribute(thread, name, value);

    [PyMethod("__delattr__")]
    private Value DeleteAttributeFromPython(VmThread thread, PyStr name) => SetAttribute(thread, name, Value.Unbound);

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        var name = ModuleAndQualName(thread);
        return name.IsError ? name : Value.Str($"<class '{((PyStr)name.Ref!).Text}'>");
    }

    /// <summary>Check if an object is an instance.</summary>
    [PyMethod("__instancecheck__")]
    private Value InstanceCheck(VmThread thread, Value instance) => TypeChecks.IsPlainInstance(thread, instance, this);

    /// <summary>Check if a class is a subclass.</summary>
    [PyMethod("__subclasscheck__")]
    private Value SubclassCheck(VmThread thread, Value subclass) => TypeChecks.IsPlainSubclass(thread, subclass, this);

    /// <summary>Return a list of immediate subclasses.</summary>
    [PyMethod("__subclasses__")]
    private Value GetSubclasses(VmThread thread)
    {
        var list = new PyList();
        foreach (var type in thread.Interpreter.SubclassesOf(this))
            list.Append(type);
        return list;
    }

    /// <summary>Return a type's method resolution order.</summary>
    [PyMethod("mro")]
    private Value ComputeMro(VmThread thread)
    {
        var mro = MethodResolution.Linearize(thread, this);
        return mro is null ? Value.Error : new PyList(ValueArrays.OfObjects(mro));
    }

    /// <summary>Used to create the namespace for the class statement</summary>
    [PyClassMethod("__prepare__")]
    private static Value Prepare(PyType type, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs) => new PyDict();

    /// <summary>Specialized __dir__ implementation for types.</summary>
    [PyMethod("__dir__")]
    private Value Dir()
    {
        var names = new PyDict();
        CollectNames(names);
        return names.KeyList();
    }

    [PyMethod("__or__")]
    private Value Or(VmThread thread, Value other) => PyUnionType.Make(thread, this, other);

    [PyMethod("__ror__")]
    private Value ReflectedOr(VmThread thread, Value other) => PyUnionType.Make(thread, other, this);

    [PyMethod("__sizeof__")]
    private long SizeOf() => 1064;

    private bool FindPlainException()
    {
        var root = PyException.TypeObject;
        return !IsAbstract && !HasFinalizer && IsSubtypeOf(root) && ExceptionFields.KindOf(this) is Exceptions.ExceptionKind.Plain or Exceptions.ExceptionKind.KeyError
            && ReferenceEquals(Type, TypeObject)
            && ReferenceEquals(LookupSpecial(Special.New).Ref, root.LookupSpecial(Special.New).Ref)
            && ReferenceEquals(LookupSpecial(Special.Init).Ref, root.LookupSpecial(Special.Init).Ref);
    }

    private PyFunction? FindPlainConstructor()
    {
        if (!IsHeapType || IsAbstract || HasFinalizer || !ReferenceEquals(SolidBase, PyObject.TypeObject))
            return null;
        if (Type.LookupSpecial(Special.Call).Ref is not PyMethodDescriptor { Owner: var owner } || !ReferenceEquals(owner, TypeObject))
            return null;
        if (LookupSpecial(Special.New).Ref is not PyBuiltinFunction make || !ReferenceEquals(make.Self.Ref, PyObject.TypeObject))
            return null;
        return LookupSpecial(Special.Init).Ref as PyFunction;
    }

    private static class Root
    {
        internal static readonly PyType Instance = new(MakeSpec());
    }
}
