// list[int]: the class with its arguments, for annotations. Everything but a handful of attributes is the class's own, and
// calling it makes an instance of the class (library reference: Generic Alias Type).

using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Represent a PEP 585 generic type
///
/// E.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).</summary>
[PyType("GenericAlias", Module = "types", Subclassable = true)]
public sealed partial class PyGenericAlias : PyObject
{
    private static readonly PyStr OriginalClass = PyStr.Constant("__orig_class__");
    private static readonly PyStr ModuleName = PyStr.Constant("__module__");
    private static readonly PyStr QualNameName = PyStr.Constant("__qualname__");
    private static readonly PyStr OriginName = PyStr.Constant("__origin__");
    private static readonly PyStr ArgsName = PyStr.Constant("__args__");

    private static readonly HashSet<string> Own =
    [
        "__origin__", "__args__", "__parameters__", "__unpacked__", "__mro_entries__", "__reduce_ex__", "__reduce__",
        "__copy__", "__deepcopy__", "__class__", "__typing_unpacked_tuple_args__",
    ];

    private static readonly string[] Shown =
    [
        "__origin__", "__args__", "__parameters__", "__mro_entries__", "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__",
        "__unpacked__", "__typing_unpacked_tuple_args__", "__class__",
    ];

    private PyTuple? _parameters;

    internal PyGenericAlias(Value origin, Value item) : this(TypeObject.RootShape, origin, item) { }

    /// <summary><c>origin[item]</c> for a class that can be subscripted.</summary>
    internal static Value Make(VmThread thread, Value origin, Value item) => new PyGenericAlias(origin, item);

    private PyGenericAlias(Shape shape, Value origin, Value item) : base(shape)
    {
        Origin = origin;
        Args = item.Ref as PyTuple ?? PyTuple.Of(item);
    }

    /// <summary>The class.</summary>
    [PyGetter("__origin__", Member = true)]
    internal Value Origin { get; }

    /// <summary>Its arguments.</summary>
    [PyGetter("__args__", Member = true)]
    internal PyTuple Args { get; }

    [PyGetter("__unpacked__", Member = true)]
    internal bool IsUnpacked { get; private init; }

    /// <summary>The types of <c>*tuple[int, str]</c>, for typing.</summary>
    [PyGetter("__typing_unpacked_tuple_args__")]
    private Value UnpackedTupleArgs => IsUnpacked && ReferenceEquals(Origin.Ref, PyTuple.TypeObject) ? Args : Value.None;

    /// <summary><c>*alias</c> in a subscript is one thing, the unpacked alias.</summary>
    [PyMethod("__iter__")]
    private PyGenericAliasIterator Iter() => new(new PyGenericAlias(TypeObject.RootShape, Origin, Args) { IsUnpacked = true });

    /// <summary>The alias without the star.</summary>
    internal PyGenericAlias Packed() => new(TypeObject.RootShape, Origin, Args);

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords)
    {
        if (keywords is { Count: > 0 })
            return thread.TypeError("GenericAlias() takes no keyword arguments");
        return args.Length == 2
            ? new PyGenericAlias(type.RootShape, args[0], args[1])
            : thread.TypeError($"GenericAlias expected 2 arguments, got {args.Length}");
    }

    /// <summary>Type variables in the GenericAlias.</summary>
    [PyGetter("__parameters__")]
    private Value GetParameters(VmThread thread) =>
        (_parameters ??= TypeParameters.Collect(thread, Args)) is { } parameters ? parameters : Value.Error;

    [PyMethod("__getitem__")]
    private Value GetItem(VmThread thread, Value key)
    {
        if (GetParameters(thread).Ref is not PyTuple parameters)
            return Value.Error;
        return TypeParameters.Substitute(thread, this, Args, parameters, key) is { } args
            ? new PyGenericAlias(TypeObject.RootShape, Origin, args) { IsUnpacked = IsUnpacked }
            : Value.Error;
    }

    [PyMethod("__call__")]
    private Value Call(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? keywords)
    {
        var made = KeywordCalls.Call(thread, Origin, args, keywords);
        if (made.IsError || !made.Type.IsHeapType)
            return made;
        // As typing does for its generics; what has no room for it goes without.
        return Operations.Attributes.Set(thread, made, OriginalClass, this).IsError
            && !thread.ClearPending(Exceptions.ExceptionTypes.AttributeError) && !thread.ClearPending(Exceptions.ExceptionTypes.TypeError)
            ? Value.Error
            : made;
    }

    [PyMethod("__mro_entries__")]
    private Value MroEntries(Value bases) => PyTuple.Of(Origin);

    [PyMethod("__instancecheck__")]
    private Value InstanceCheck(VmThread thread, Value instance) =>
        thread.TypeError("isinstance() argument 2 cannot be a parameterized generic");

    [PyMethod("__subclasscheck__")]
    private Value SubclassCheck(VmThread thread, Value subclass) =>
        thread.TypeError("issubclass() argument 2 cannot be a parameterized generic");

    [PyMethod("__getattribute__")]
    private static Value GetAttribute(VmThread thread, Value self, PyStr name)
    {
        var alias = (PyGenericAlias)self.Ref!;
        if (!Own.Contains(name.Text))
            return Operations.Attributes.Get(thread, alias.Origin, name);
        return Operations.Attributes.GetGeneric(thread, self, alias.Type, name, report: true);
    }

    [PyMethod("__or__")]
    private static Value Or(VmThread thread, Value self, Value value) => PyUnionType.Make(thread, self, value);

    [PyMethod("__ror__")]
    private static Value ROr(VmThread thread, Value self, Value value) => PyUnionType.Make(thread, value, self);

    [PyMethod("__eq__")]
    private Value Eq(VmThread thread, Value value)
    {
        if (value.Ref is not PyGenericAlias other)
            return Value.NotImplemented;
        if (IsUnpacked != other.IsUnpacked)
            return Value.False;
        if (!Comparison.TryEquals(thread, Origin, other.Origin, out var same))
            return Value.Error;
        if (same && !Comparison.TryEquals(thread, Args, other.Args, out same))
            return Value.Error;
        return Value.Bool(same);
    }

    [PyMethod("__hash__")]
    private Value Hash(VmThread thread) =>
        Hashing.TryHash(thread, Origin, out var origin) && Hashing.TryHash(thread, Args, out var args)
            ? Value.Int(origin ^ args)
            : Value.Error;

    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread)
    {
        if (!IsUnpacked)
            return PyTuple.Of(Type, PyTuple.Of(Origin, Args));
        // Nothing but unpacking makes one, so pickle unpacks.
        return PyTuple.Of(IterationState.BuiltinFunction(thread, "next"), PyTuple.Of(Packed().Iter()));
    }

    /// <summary>The names of the class, and the alias's own.</summary>
    [PyMethod("__dir__")]
    private Value Dir(VmThread thread)
    {
        var method = Origin.Type.LookupSpecial(Types.Special.Dir);
        if (method.IsUnbound)
            return thread.TypeError("object does not provide __dir__");
        var names = thread.CallSpecial(method, Origin);
        if (names.Ref is not PyList list)
            return names;
        foreach (var name in Shown)
        {
            if (!Array.Exists(list.Items[..list.Count], known => known.Ref is PyStr text && text.Text == name))
                list.Append(Value.Str(name));
        }
        return names;
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        var text = new StringBuilder(IsUnpacked ? "*" : "");
        if (!AppendName(thread, text, Origin))
            return Value.Error;
        text.Append('[');
        for (var i = 0; i < Args.Items.Length; i++)
        {
            if (i > 0)
                text.Append(", ");
            if (!AppendName(thread, text, Args.Items[i]))
                return Value.Error;
        }
        if (Args.Items.Length == 0)
            text.Append("()");
        return Value.Str(text.Append(']').ToString());
    }

    /// <summary>A type as annotations show it: its qualified name, with the module unless it is builtins.</summary>
    internal static bool AppendName(VmThread thread, StringBuilder text, Value item)
    {
        if (item.Ref is PyEllipsis)
        {
            text.Append("...");
            return true;
        }
        if (item.Ref is not PyGenericAlias)
        {
            var origin = Operations.Attributes.TryGet(thread, item, OriginName);
            var args = origin.IsError || origin.IsUnbound ? origin : Operations.Attributes.TryGet(thread, item, ArgsName);
            var name = args.IsUnbound ? Operations.Attributes.TryGet(thread, item, QualNameName) : Value.Unbound;
            var module = name.IsSentinel ? name : Operations.Attributes.TryGet(thread, item, ModuleName);
            if (origin.IsError || args.IsError || name.IsError || module.IsError)
                return false;
            if (!name.IsUnbound && !module.IsUnbound && !module.IsNone && Texts.Str(thread, name) is { } n && Texts.Str(thread, module) is { } m)
            {
                text.Append(m.Text == "builtins" ? n.Text : $"{m.Text}.{n.Text}");
                return true;
            }
        }
        if (Texts.Repr(thread, item) is not { } repr)
            return false;
        text.Append(repr.Text);
        return true;
    }
}
