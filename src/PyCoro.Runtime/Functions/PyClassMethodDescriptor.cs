using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>A class method of a native type, as it lies in the type's dict.</summary>
[PyType("classmethod_descriptor")]
public sealed partial class PyClassMethodDescriptor : PyDescriptor
{
    internal PyClassMethodDescriptor(PyType owner, NativeMethod method) : base(TypeObject.RootShape, owner) => Method = method;

    /// <summary>The C# method.</summary>
    internal NativeMethod Method { get; }

    internal override string Name => Method.Name;

    [PyGetter("__doc__")]
    private string? Doc => Method.Doc;

    [PyGetter("__text_signature__")]
    private string? TextSignature => Method.Signature;

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private string Repr() => $"<method '{Name}' of '{Owner.QualifiedNativeName}' objects>";

    /// <summary>Call self as a function.</summary>
    [PyMethod("__call__")]
    private Value Call(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyTuple? names)
    {
        if (args.Length - (names?.Items.Length ?? 0) < 1)
            return thread.TypeError($"descriptor '{Name}' of '{Owner.QualifiedNativeName}' object needs an argument");
        var bound = Bind(thread, args[0]);
        return bound.IsError ? bound : thread.Call(bound, args[1..], names);
    }

    /// <summary>Return an attribute of instance, which is of type owner.</summary>
    [PyMethod("__get__", Signature = "instance, owner=None, /")]
    private Value Get(VmThread thread, Value instance, Value owner)
    {
        if (IsInvalidGet(thread, instance, owner))
            return Value.Error;
        return Bind(thread, owner.IsUnbound || owner.IsNone ? instance.Type : owner);
    }

    private Value Bind(VmThread thread, Value owner)
    {
        if (owner.Ref is not PyType type)
            return thread.TypeError($"descriptor '{Name}' for type '{Owner.QualifiedNativeName}' needs a type, not a '{owner.Type.QualifiedNativeName}' as arg 2");
        return type.IsSubtypeOf(Owner)
            ? new PyBuiltinFunction(Method, type, null)
            : thread.TypeError($"descriptor '{Name}' requires a subtype of '{Owner.QualifiedNativeName}' but received '{type.QualifiedNativeName}'");
    }
}
