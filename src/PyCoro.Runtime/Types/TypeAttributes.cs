using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The attributes of classes that are not in their dict.</summary>
public sealed partial class PyType
{
    [PyGetter("__name__")]
    private string GetName() => Name;

    [PySetter("__name__")]
    private Value SetName(VmThread thread, Value value)
    {
        if (value.IsUnbound)
            return thread.TypeError($"cannot delete '__name__' attribute of immutable type '{Name}'");
        if (!IsHeapType)
            return RefuseImmutable(thread, "__name__");
        if (value.Ref is not PyStr text)
            return thread.TypeError($"can only assign string to {Name}.__name__, not '{value.Type.Name}'");
        if (!ClassBuilder.IsValidName(thread, text))
            return Value.Error;
        Name = text.Text;
        return Value.None;
    }

    [PyGetter("__qualname__")]
    private string GetQualName() => QualName;

    [PySetter("__qualname__")]
    private Value SetQualName(VmThread thread, Value value)
    {
        if (value.IsUnbound)
            return thread.TypeError($"cannot delete '__qualname__' attribute of immutable type '{Name}'");
        if (!IsHeapType)
            return RefuseImmutable(thread, "__qualname__");
        if (value.Ref is not PyStr text)
            return thread.TypeError($"can only assign string to {Name}.__qualname__, not '{value.Type.Name}'");
        QualName = text.Text;
        return Value.None;
    }

    [PyGetter("__module__")]
    private Value GetModule(VmThread thread)
    {
        if (!IsHeapType)
            return Value.Str(_native!.Module);
        var module = Dict.GetStr(Keys.Module);
        return module.IsUnbound ? thread.RaiseAttributeError("__module__", this, Keys.Module) : module;
    }

    [PySetter("__module__")]
    private Value SetModule(VmThread thread, Value value)
    {
        if (value.IsUnbound)
            return thread.TypeError($"cannot delete '__module__' attribute of immutable type '{Name}'");
        if (!IsHeapType)
            return RefuseImmutable(thread, "__module__");
        SetOwn(Keys.Module, value);
        return Value.None;
    }

    [PyGetter("__bases__")]
    private Value GetBases() => PyTuple.Of(ValueArrays.OfObjects(Bases));

    [PySetter("__bases__")]
    private Value AssignBases(VmThread thread, Value value)
    {
        var hadFinalizer = HasFinalizer;
        var result = ClassBuilder.AssignBases(thread, this, value);
        if (!hadFinalizer && HasFinalizer)
            thread.Interpreter.Finalization.WatchInstancesOf(this);
        return result;
    }

    [PyGetter("__base__", Member = true)]
    private Value GetBase() => Base is { } type ? type : Value.None;

    [PyGetter("__mro__", Member = true)]
    private Value GetMro() => IsMroPending ? Value.None : PyTuple.Of(ValueArrays.OfObjects(Mro));

    [PyGetter("__dict__")]
    private Value GetDict() => new PyMappingProxy(Dict);

    [PyGetter("__doc__")]
    private Value GetDoc(VmThread thread)
    {
        var doc = Dict.GetStr(Keys.Doc);
        // Functions have a __doc__ each; what is asked for is that of their type.
        if (!IsHeapType && doc.Ref is PyGetSetDescriptor)
            return Native?.Doc is { } own ? Value.Str(own) : Value.None;
        return doc.IsUnbound ? Value.None : Attributes.Bind(thread, doc, Value.Unbound, this);
    }

    [PySetter("__doc__")]
    private Value SetDoc(VmThread thread, Value value)
    {
        if (value.IsUnbound)
            return thread.TypeError($"cannot delete '__doc__' attribute of immutable type '{Name}'");
        if (!IsHeapType)
            return RefuseImmutable(thread, "__doc__");
        SetOwn(Keys.Doc, value);
        return Value.None;
    }

    [PyGetter("__abstractmethods__")]
    private Value GetAbstractMethods(VmThread thread)
    {
        var names = Dict.GetStr(Keys.AbstractMethods);
        return names.IsUnbound || ReferenceEquals(this, TypeObject) ? thread.RaiseAttributeError("__abstractmethods__", this, Keys.AbstractMethods) : names;
    }

    [PySetter("__abstractmethods__")]
    private Value SetAbstractMethods(VmThread thread, Value value)
    {
        if (value.IsUnbound)
        {
            if (!Dict.RemoveStr(Keys.AbstractMethods))
                return thread.RaiseAttributeError("__abstractmethods__", this, Keys.AbstractMethods);
            IsAbstract = false;
            Invalidate();
            return Value.None;
        }
        if (!Truth.TryTest(thread, value, out var isAbstract))
            return Value.Error;
        IsAbstract = isAbstract;
        SetOwn(Keys.AbstractMethods, value);
        return Value.None;
    }

    [PyGetter("__annotations__")]
    private Value GetAnnotations(VmThread thread)
    {
        if (!IsHeapType)
            return thread.RaiseAttributeError($"type object '{Name}' has no attribute '__annotations__'", this, Keys.Annotations);
        var own = Dict.GetStr(Keys.Annotations);
        if (!own.IsUnbound)
            return Attributes.Bind(thread, own, Value.Unbound, this);
        own = new PyDict();
        SetOwn(Keys.Annotations, own);
        return own;
    }

    [PySetter("__annotations__")]
    private Value SetAnnotations(VmThread thread, Value value)
    {
        if (!value.IsUnbound)
            SetOwn(Keys.Annotations, value);
        else if (!Dict.RemoveStr(Keys.Annotations))
            return thread.RaiseAttributeError("__annotations__", this, Keys.Annotations);
        return Value.None;
    }

    [PyGetter("__text_signature__")]
    private Value GetTextSignature() => Value.None;

    /// <summary>Py_TPFLAGS_*: heap type, base type, ready, and the pattern flags; what inspect and abc ask for.</summary>
    [PyGetter("__flags__", Member = true)]
    private long GetFlags() =>
        (IsHeapType ? 1L << 9 : 1L << 8) | (IsHeapType || _native!.Subclassable ? 1L << 10 : 0) | 1L << 12 | 1L << 14
        | (IsAbstract ? 1L << 20 : 0)
        | ((PatternFlags & TypePatternFlags.Sequence) != 0 ? 1L << 5 : 0)
        | ((PatternFlags & TypePatternFlags.Mapping) != 0 ? 1L << 6 : 0);

    [PyGetter("__basicsize__", Member = true)]
    private long GetBasicSize() => 32 + 8 * SlotCount;

    [PyGetter("__itemsize__", Member = true)]
    private long GetItemSize() => SolidBase.Name switch
    {
        "tuple" or "frame" or "memoryview" => 8,
        "int" or "bool" => 4,
        "bytes" => 1,
        "type" => 40,
        _ => 0,
    };

    [PyGetter("__dictoffset__", Member = true)]
    private long GetDictOffset() => HasDict ? 16 : 0;

    [PyGetter("__weakrefoffset__", Member = true)]
    private long GetWeakRefOffset() => HasDict ? 24 : 0;

    private Value RefuseImmutable(VmThread thread, string attribute) =>
        thread.TypeError($"cannot set '{attribute}' attribute of immutable type '{QualifiedNativeName}'");

    // In a class of its own: PyType may have no static field, or types could be made before the type of types is there.
    private static class Keys
    {
        internal static readonly PyStr Module = PyStr.Constant("__module__");
        internal static readonly PyStr Doc = PyStr.Constant("__doc__");
        internal static readonly PyStr AbstractMethods = PyStr.Constant("__abstractmethods__");
        internal static readonly PyStr Annotations = PyStr.Constant("__annotations__");
    }
}
