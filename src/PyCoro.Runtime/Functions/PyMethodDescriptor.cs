// A method of a native type as it lies in the type's dict. Ordinary methods and slot wrappers are two Python types and one
// C# class, because the interpreter asks for it at every method call and every operator.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>A method of a native type, unbound: <c>method_descriptor</c> or <c>wrapper_descriptor</c>.</summary>
[PyType("method_descriptor")]
public sealed partial class PyMethodDescriptor : PyDescriptor
{
    internal PyMethodDescriptor(PyType owner, NativeMethod method)
        : base((method.IsSpecial ? SlotWrapperType.TypeObject : TypeObject).RootShape, owner)
    {
        Method = method;
        Intrinsic = (owner.Name, method.Name) switch
        {
            ("generator" or "coroutine", "send") => Intrinsic.GeneratorSend,
            ("generator", "__next__") => Intrinsic.GeneratorNext,
            ("list", "append") => Intrinsic.ListAppend,
            _ => Intrinsic.None,
        };
    }

    /// <summary>The C# method.</summary>
    internal NativeMethod Method { get; }

    /// <summary>What the interpreter loop may do in place of the call.</summary>
    internal Intrinsic Intrinsic { get; }

    internal override string Name => Method.Name;

    private bool IsSlotWrapper => ReferenceEquals(Type, SlotWrapperType.TypeObject);

    /// <summary>Calls it, the receiver first; its type is checked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Value Call(VmThread thread, ReadOnlySpan<Value> args, PyTuple? keywordNames) => Method.Call(thread, args, keywordNames);

    /// <summary>Calls it on a receiver.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Value Call(VmThread thread, Value receiver) => Method.Call(thread, receiver);

    /// <summary>Calls it on a receiver with one argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Value Call(VmThread thread, Value receiver, Value a) => Method.Call(thread, receiver, a);

    /// <summary>Calls it on a receiver with two arguments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Value Call(VmThread thread, Value receiver, Value a, Value b) => Method.Call(thread, receiver, a, b);

    /// <summary>The method bound to a receiver, which is of the right type.</summary>
    internal Value Bind(Value receiver) =>
        IsSlotWrapper ? new PyMethodWrapper(this, receiver) : new PyBuiltinFunction(Method, receiver, null);

    [PyGetter("__doc__")]
    internal string? Doc => Method.Doc;

    [PyGetter("__text_signature__")]
    internal string? TextSignature => Method.Signature;

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    internal string Repr() => $"<{(IsSlotWrapper ? "slot wrapper" : "method")} '{Name}' of '{Owner.QualifiedNativeName}' objects>";

    /// <summary>Call self as a function.</summary>
    [PyMethod("__call__")]
    internal Value CallMethod(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyTuple? names) => Call(thread, args, names);

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    internal Value Reduce(VmThread thread) => IterationState.Attribute(thread, Owner, Name);

    /// <summary>Return an attribute of instance, which is of type owner.</summary>
    [PyMethod("__get__", Signature = "instance, owner=None, /")]
    internal Value Get(VmThread thread, Value instance, Value owner)
    {
        if (IsInvalidGet(thread, instance, owner))
            return Value.Error;
        if (instance.IsNone)
            return this;
        return AppliesTo(instance) ? Bind(instance) : DoesNotApply(thread, instance);
    }
}

/// <summary>The Python type of special methods that CPython keeps in slots.</summary>
[PyType("wrapper_descriptor", Instances = typeof(PyMethodDescriptor))]
internal static partial class SlotWrapperType;
