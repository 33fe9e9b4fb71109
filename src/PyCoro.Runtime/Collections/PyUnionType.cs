// int | None: a set of types that remembers its order for repr (library reference: Union Type).

using System.Text;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Represent a PEP 604 union type
///
/// E.g. for int | str</summary>
[PyType("UnionType", Module = "types")]
public sealed partial class PyUnionType : PyObject
{
    private PyTuple? _parameters;

    private PyUnionType(PyTuple args) : base(TypeObject.RootShape) => Args = args;

    /// <summary>The types, each once.</summary>
    [PyGetter("__args__", Member = true)]
    internal PyTuple Args { get; }

    /// <summary>The types.</summary>
    internal Value[] Members => Args.Items;

    /// <summary><c>left | right</c> for types; NotImplemented when one is none.</summary>
    internal static Value Make(VmThread thread, Value left, Value right)
    {
        if (!IsPart(left) || !IsPart(right))
            return Value.NotImplemented;
        var parts = new List<Value>();
        if (!TryAdd(thread, parts, left) || !TryAdd(thread, parts, right))
            return Value.Error;
        return parts.Count == 1 ? parts[0] : new PyUnionType(PyTuple.Of([.. parts]));
    }

    private static bool IsPart(Value value) => value.IsNone || value.Ref is PyType or PyGenericAlias or PyUnionType;

    private static bool TryAdd(VmThread thread, List<Value> parts, Value part)
    {
        if (part.Ref is PyUnionType union)
        {
            foreach (var item in union.Args.Items)
            {
                if (!TryAdd(thread, parts, item))
                    return false;
            }
            return true;
        }
        if (part.IsNone)
            part = PyNone.TypeObject;
        foreach (var known in parts)
        {
            if (known.Ref is PyGenericAlias != part.Ref is PyGenericAlias)
                continue;
            if (!Comparison.TryEquals(thread, known, part, out var same))
                return false;
            if (same)
                return true;
        }
        parts.Add(part);
        return true;
    }

    /// <summary>Type variables in the types.UnionType.</summary>
    [PyGetter("__parameters__")]
    private Value GetParameters(VmThread thread) =>
        (_parameters ??= TypeParameters.Collect(thread, Args)) is { } parameters ? parameters : Value.Error;

    [PyMethod("__or__")]
    private static Value Or(VmThread thread, Value self, Value value) => Make(thread, self, value);

    [PyMethod("__ror__")]
    private static Value ROr(VmThread thread, Value self, Value value) => Make(thread, value, self);

    [PyMethod("__getitem__")]
    private Value GetItem(VmThread thread, Value key)
    {
        if (GetParameters(thread).Ref is not PyTuple parameters
            || TypeParameters.Substitute(thread, this, Args, parameters, key) is not { } args)
            return Value.Error;
        var result = args.Items[0];
        for (var i = 1; i < args.Items.Length && !result.IsError; i++)
            result = Arithmetic.Binary(thread, Compiler.Bytecode.BinaryOperation.Or, result, args.Items[i]);
        return result;
    }

    [PyMethod("__instancecheck__")]
    private Value InstanceCheck(VmThread thread, Value instance) => TypeChecks.IsInstance(thread, instance, this);

    [PyMethod("__subclasscheck__")]
    private Value SubclassCheck(VmThread thread, Value subclass) => TypeChecks.IsSubclass(thread, subclass, this);

    [PyMethod("__eq__")]
    private Value Eq(VmThread thread, Value value)
    {
        if (value.Ref is not PyUnionType other)
            return Value.NotImplemented;
        if (Args.Items.Length != other.Args.Items.Length)
            return Value.False;
        foreach (var part in Args.Items)
        {
            if (!Sequences.TryFind(thread, new ArrayItems(other.Args.Items), part, 0, long.MaxValue, out var index))
                return Value.Error;
            if (index < 0)
                return Value.False;
        }
        return Value.True;
    }

    [PyMethod("__hash__")]
    private Value Hash(VmThread thread)
    {
        var set = new PyFrozenSet();
        return set.UpdateFrom(thread, Args) ? Value.Int(set.HashOfItems()) : Value.Error;
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        var text = new StringBuilder();
        foreach (var part in Args.Items)
        {
            if (text.Length > 0)
                text.Append(" | ");
            if (ReferenceEquals(part.Ref, PyNone.TypeObject))
                text.Append("None");
            else if (!PyGenericAlias.AppendName(thread, text, part))
                return Value.Error;
        }
        return Value.Str(text.ToString());
    }
}
