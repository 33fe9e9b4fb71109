using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>A callable bound to its first argument (data model, Instance methods).</summary>
[PyType("method")]
public sealed partial class PyBoundMethod : PyObject
{
    private static readonly PyStr DocName = PyStr.Constant("__doc__");
    private static readonly PyStr NameName = PyStr.Constant("__name__");
    private static readonly PyStr QualNameName = PyStr.Constant("__qualname__");

    internal PyBoundMethod(Value function, Value receiver) : base(TypeObject.RootShape)
    {
        Function = function;
        Receiver = receiver;
    }

    /// <summary><c>__func__</c>: the function (or other callable) implementing the method.</summary>
    [PyGetter("__func__", Member = true)]
    internal Value Function { get; }

    /// <summary><c>__self__</c>: the instance to which the method is bound.</summary>
    [PyGetter("__self__", Member = true)]
    internal Value Receiver { get; }

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(Function);
        visit(Receiver);
    }

    [PyNew]
    private static Value New(VmThread thread, PyType type, Value function, Value instance)
    {
        if (!function.Type.Has(Special.Call))
            return thread.TypeError("first argument must be callable");
        return instance.IsNone ? thread.TypeError("instance must not be None") : new PyBoundMethod(function, instance);
    }

    [PyGetter("__doc__")]
    private Value Doc(VmThread thread) => Attributes.Get(thread, Function, DocName);

    /// <summary>Return getattr(self, name).</summary>
    [PyMethod("__getattribute__")]
    private Value GetAttribute(VmThread thread, Value name)
    {
        if (name.Ref is not PyStr text)
            return thread.TypeError($"attribute name must be string, not '{name.Type.Name}'");
        var own = Type.Lookup(text);
        return own.IsUnbound ? Attributes.Get(thread, Function, text) : Attributes.Bind(thread, own, this, Type);
    }

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private string? Repr(VmThread thread)
    {
        var name = Attributes.TryGet(thread, Function, QualNameName);
        if (name.IsUnbound)
            name = Attributes.TryGet(thread, Function, NameName);
        if (name.IsError || Texts.Repr(thread, Receiver) is not { } receiver)
            return null;
        return $"<bound method {(name.Ref is PyStr text ? text.Text : "?")} of {receiver.Text}>";
    }

    /// <summary>Call self as a function.</summary>
    [PyMethod("__call__")]
    private Value Call(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyTuple? names) => thread.Call(this, args, names);

    /// <summary>Return self==value.</summary>
    [PyMethod("__eq__")]
    private Value IsEqual(VmThread thread, Value other)
    {
        if (other.Ref is not PyBoundMethod method)
            return Value.NotImplemented;
        if (!Receiver.Is(method.Receiver))
            return Value.False;
        return Comparison.TryEquals(thread, Function, method.Function, out var equal) ? Value.Bool(equal) : Value.Error;
    }

    /// <summary>Return hash(self).</summary>
    [PyMethod("__hash__")]
    private Value Hash(VmThread thread)
    {
        if (!Hashing.TryHash(thread, Function, out var hash))
            return Value.Error;
        return Value.Int(hash ^ (Receiver.Ref is { } obj ? Hashing.OfIdentity(obj) : Receiver.Bits));
    }

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        var name = Attributes.Get(thread, Function, NameName);
        if (name.IsError)
            return name;
        var getattr = IterationState.BuiltinFunction(thread, "getattr");
        return getattr.IsError ? getattr : PyTuple.Of(getattr, PyTuple.Of(Receiver, name));
    }
}
