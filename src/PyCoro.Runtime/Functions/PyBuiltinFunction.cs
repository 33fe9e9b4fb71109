using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>A function written in C#, or a method of a native type bound to its receiver (data model, Built-in functions).</summary>
[PyType("builtin_function_or_method")]
public sealed partial class PyBuiltinFunction : PyObject
{
    private readonly bool _isBound;

    /// <summary>Makes a function.</summary>
    /// <param name="method">The C# function.</param>
    /// <param name="self">The receiver of a bound method, the type of <c>__new__</c> or a static method, the module of a function.</param>
    /// <param name="module">Name of the module of a function.</param>
    internal PyBuiltinFunction(NativeMethod method, Value self, string? module) : base(TypeObject.RootShape)
    {
        Method = method;
        Self = self;
        Module = module;
        _isBound = method.Kind is NativeMethodKind.Method or NativeMethodKind.ClassMethod;
        if (_isBound && self.Ref is PyGenerator)
            Intrinsic = method.Name switch { "send" => Intrinsic.GeneratorSend, "__next__" => Intrinsic.GeneratorNext, _ => Intrinsic.None };
        else if (method.Name == "next" && module == "builtins")
            Intrinsic = Intrinsic.Next;
        else if ((module, method.Name) is ("sys", "settrace" or "setprofile" or "breakpointhook") or ("builtins", "breakpoint"))
            Intrinsic = Intrinsic.TracingSwitch;
        else if (method.Name == "collect" && module == "gc")
            Intrinsic = Intrinsic.OutsideLoop;
    }

    /// <summary>What the interpreter loop may do in place of the call.</summary>
    internal Intrinsic Intrinsic { get; }

    /// <summary>The C# function.</summary>
    internal NativeMethod Method { get; }

    /// <summary>The receiver, type or module; may be unbound.</summary>
    internal Value Self { get; }

    /// <summary><c>__module__</c> of a function of a module.</summary>
    [PyGetter("__module__")]
    internal string? Module { get; }

    [PyGetter("__name__")]
    internal string Name => Method.Name;

    [PyGetter("__qualname__")]
    internal string QualName => Method.Kind == NativeMethodKind.Function || Self.IsUnbound
        ? Name
        : (Self.Ref is PyType type ? type : Self.Type).QualName + "." + Name;

    /// <summary>The name in messages about calls: with the module, unless it is builtins.</summary>
    internal string DescribedName => Module is null or "builtins" ? QualName : Module + "." + QualName;

    [PyGetter("__doc__")]
    internal string? Doc => Method.Doc;

    [PyGetter("__text_signature__")]
    internal string? TextSignature => Method.Signature;

    /// <summary>Calls it.</summary>
    internal Value Call(VmThread thread, ReadOnlySpan<Value> args, PyTuple? keywordNames) =>
        _isBound ? new BoundArguments(Self, args).Call(thread, Method, keywordNames) : Method.Call(thread, args, keywordNames);

    [PyGetter("__self__")]
    private Value VisibleSelf() => Self.IsUnbound || Method.Kind == NativeMethodKind.StaticMethod ? Value.None : Self;

    /// <summary>Return repr(self).</summary>
    [PyMethod("__repr__")]
    private string Repr(VmThread thread) => Method.Kind == NativeMethodKind.Function || Self.IsUnbound
        ? $"<built-in function {Name}>"
        : $"<built-in method {Name} of {Self.Type.QualifiedNativeName} object at {Identity.Address(thread, Self)}>";

    /// <summary>Call self as a function.</summary>
    [PyMethod("__call__")]
    private Value CallFunction(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyTuple? names) => Call(thread, args, names);

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread) => Method.Kind == NativeMethodKind.Function || Self.IsUnbound
        ? Value.Str(QualName)
        : IterationState.Attribute(thread, Self, Name);

    /// <summary>Return self==value.</summary>
    [PyMethod("__eq__")]
    private Value IsEqual(Value other) => other.Ref is PyBuiltinFunction function
        ? Value.Bool(ReferenceEquals(Method, function.Method) && Self.Is(function.Self))
        : Value.NotImplemented;

    /// <summary>Return hash(self).</summary>
    [PyMethod("__hash__")]
    private long Hash() =>
        System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Method) ^ (Self.Ref is { } obj ? Hashing.OfIdentity(obj) : Self.Bits);
}
