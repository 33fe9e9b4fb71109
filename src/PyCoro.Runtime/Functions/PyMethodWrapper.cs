using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>A slot wrapper bound to its receiver: <c>(1).__add__</c>.</summary>
[PyType("method-wrapper")]
public sealed partial class PyMethodWrapper : PyObject
{
    private readonly PyMethodDescriptor _descriptor;

    internal PyMethodWrapper(PyMethodDescriptor descriptor, Value receiver) : base(TypeObject.RootShape)
    {
        _descriptor = descriptor;
        Receiver = receiver;
    }

    [PyGetter("__self__", Member = true)]
    internal Value Receiver { get; }

    [PyGetter("__objclass__")]
    private PyType Owner => _descriptor.Owner;

    [PyGetter("__name__")]
    private string Name => _descriptor.Name;

    [PyGetter("__qualname__")]
    private string QualName => _descriptor.QualName;

    [PyGetter("__doc__")]
    private string? Doc => _descriptor.Method.Doc;

    [PyGetter("__text_signature__")]
    private string? TextSignature => _descriptor.Method.Signature;

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private string Repr(VmThread thread) =>
        $"<method-wrapper '{Name}' of {Receiver.Type.QualifiedNativeName} object at {Identity.Address(thread, Receiver)}>";

    /// <summary>Call self as a function.</summary>
    [PyMethod("__call__")]
    private Value Call(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyTuple? names) =>
        new BoundArguments(Receiver, args).Call(thread, _descriptor.Method, names);

    /// <summary>Return self==value.</summary>
    [PyMethod("__eq__")]
    private Value IsEqual(Value other) => other.Ref is PyMethodWrapper wrapper
        ? Value.Bool(ReferenceEquals(_descriptor, wrapper._descriptor) && Receiver.Is(wrapper.Receiver))
        : Value.NotImplemented;

    /// <summary>Return hash(self).</summary>
    [PyMethod("__hash__")]
    private long Hash() => Hashing.OfIdentity(_descriptor) ^ (Receiver.Ref is { } obj ? Hashing.OfIdentity(obj) : Receiver.Bits);

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread) => IterationState.Attribute(thread, Receiver, Name);
}
