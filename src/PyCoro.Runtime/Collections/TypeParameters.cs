// What list[T] and typing's aliases have in common: which type variables stand in their arguments, and putting types in
// their places. The type variables decide themselves what they accept, by two methods that typing defines:
// __typing_prepare_subst__(alias, args) arranges all arguments (a TypeVarTuple takes several, a ParamSpec a list), then
// __typing_subst__(arg) checks one.

using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The type variables of generic aliases, and their substitution.</summary>
internal static class TypeParameters
{
    private static readonly PyStr Parameters = PyStr.Constant("__parameters__");
    private static readonly PyStr Substitution = PyStr.Constant("__typing_subst__");
    private static readonly PyStr Preparation = PyStr.Constant("__typing_prepare_subst__");
    private static readonly PyStr UnpackedArgs = PyStr.Constant("__typing_unpacked_tuple_args__");
    private static readonly PyStr IsUnpackedVariable = PyStr.Constant("__typing_is_unpacked_typevartuple__");

    /// <summary>The type variables in arguments, each once; null when it raised. Nested ones are looked for in
    /// tuples too: typing keeps lists of parameter types as such.</summary>
    internal static PyTuple? Collect(VmThread thread, PyTuple args, bool nested = false)
    {
        var found = new List<Value>();
        return TryCollect(thread, args, nested, found) ? PyTuple.Of([.. found]) : null;
    }

    private static bool TryCollect(VmThread thread, PyTuple args, bool nested, List<Value> found)
    {
        foreach (var arg in args.Items)
        {
            if (arg.Ref is PyType)
                continue;
            if (nested && arg.Ref is PyTuple inside)
            {
                if (!TryCollect(thread, inside, nested, found))
                    return false;
                continue;
            }
            var substitute = Operations.Attributes.TryGet(thread, arg, Substitution);
            if (substitute.IsError)
                return false;
            if (!substitute.IsUnbound)
            {
                Add(found, arg);
                continue;
            }
            var inner = Operations.Attributes.TryGet(thread, arg, Parameters);
            if (inner.IsError)
                return false;
            if (inner.Ref is not PyTuple variables)
                continue;
            foreach (var variable in variables.Items)
                Add(found, variable);
        }
        return true;
    }

    private static void Add(List<Value> found, Value variable)
    {
        if (!found.Exists(other => other.Is(variable)))
            found.Add(variable);
    }

    /// <summary>Arguments with the type variables replaced, for <c>alias[item]</c>; null when it raised. With
    /// flatten, a list of types put in for a ParamSpec joins the arguments (Callable).</summary>
    internal static PyTuple? Substitute(
        VmThread thread, Value alias, PyTuple args, PyTuple parameters, Value item, bool nested = false, bool flatten = false)
    {
        if (parameters.Items.Length == 0)
        {
            if (Texts.Repr(thread, alias) is { } repr)
                thread.TypeError($"{repr.Text} is not a generic class");
            return null;
        }
        if (Unpack(thread, item.Ref as PyTuple ?? PyTuple.Of(item)) is not { } given
            || Prepare(thread, alias, parameters, given) is not { } prepared)
            return null;
        if (prepared.Length != parameters.Items.Length)
        {
            if (Texts.Repr(thread, alias) is { } repr)
            {
                thread.TypeError(
                    $"Too {(prepared.Length > parameters.Items.Length ? "many" : "few")} arguments for {repr.Text}; "
                    + $"actual {prepared.Length}, expected {parameters.Items.Length}");
            }
            return null;
        }
        return new Replacement(parameters.Items, prepared, nested, flatten).TryApply(thread, args);
    }

    /// <summary>Arguments in which <c>*tuple[int, str]</c> is the two types; null when it raised.</summary>
    internal static PyTuple? Unpack(VmThread thread, PyTuple args)
    {
        List<Value>? unpacked = null;
        for (var i = 0; i < args.Items.Length; i++)
        {
            var arg = args.Items[i];
            var parts = arg.Ref is PyType ? Value.Unbound : Operations.Attributes.TryGet(thread, arg, UnpackedArgs);
            if (parts.IsError)
                return null;
            if (parts.Ref is PyTuple { Items: var items } && !(items.Length > 0 && items[^1].Ref is PyEllipsis))
            {
                unpacked ??= [.. args.Items[..i]];
                unpacked.AddRange(items);
            }
            else
            {
                unpacked?.Add(arg);
            }
        }
        return unpacked is null ? args : PyTuple.Of([.. unpacked]);
    }

    private static Value[]? Prepare(VmThread thread, Value alias, PyTuple parameters, PyTuple given)
    {
        foreach (var parameter in parameters.Items)
        {
            var prepare = Operations.Attributes.TryGet(thread, parameter, Preparation);
            if (prepare.IsError)
                return null;
            if (prepare.IsSentinel || prepare.IsNone)
                continue;
            var prepared = thread.CallMethod(parameter, Preparation, alias, given);
            if (prepared.IsError)
                return null;
            given = prepared.Ref switch
            {
                PyTuple tuple => tuple,
                PyList list => PyTuple.Of([.. list.Items[..list.Count]]),
                _ => PyTuple.Of(prepared),
            };
        }
        return given.Items;
    }

    /// <summary>One substitution: the type variables and what stands for each.</summary>
    private sealed class Replacement(Value[] parameters, Value[] given, bool nested, bool flatten)
    {
        internal PyTuple? TryApply(VmThread thread, PyTuple args)
        {
            var replaced = new List<Value>(args.Items.Length);
            foreach (var arg in args.Items)
            {
                if (!TryReplace(thread, arg, replaced))
                    return null;
            }
            return PyTuple.Of([.. replaced]);
        }

        private bool TryReplace(VmThread thread, Value arg, List<Value> replaced)
        {
            if (arg.Ref is PyType)
            {
                replaced.Add(arg);
                return true;
            }
            if (nested && arg.Ref is PyTuple inside)
            {
                if (TryApply(thread, inside) is not { } part)
                    return false;
                replaced.Add(part);
                return true;
            }
            var substitution = Operations.Attributes.TryGet(thread, arg, Substitution);
            if (substitution.IsError)
                return false;
            var place = substitution.IsUnbound ? -1 : Array.FindIndex(parameters, parameter => parameter.Is(arg));
            var value = place >= 0 ? thread.CallMethod(arg, Substitution, given[place]) : ReplaceInside(thread, arg);
            if (value.IsError)
                return false;
            if (value.Ref is PyTuple several && arg.Ref is not PyTuple)
            {
                var joins = flatten;
                if (!joins)
                {
                    var unpacked = Operations.Attributes.TryGet(thread, arg, IsUnpackedVariable);
                    if (unpacked.IsError || !unpacked.IsUnbound && !Truth.TryTest(thread, unpacked, out joins))
                        return false;
                }
                if (joins)
                {
                    replaced.AddRange(several.Items);
                    return true;
                }
            }
            replaced.Add(value);
            return true;
        }

        private Value ReplaceInside(VmThread thread, Value arg)
        {
            var inner = Operations.Attributes.TryGet(thread, arg, Parameters);
            if (inner.IsError)
                return inner;
            if (inner.Ref is not PyTuple { Items.Length: > 0 } variables)
                return arg;
            var items = new List<Value>(variables.Items.Length);
            foreach (var variable in variables.Items)
            {
                var place = Array.FindIndex(parameters, parameter => parameter.Is(variable));
                if (place >= 0 && given[place].Ref is PyTuple several && !variable.Type.LookupSpecial(Types.Special.Iter).IsUnbound)
                    items.AddRange(several.Items);
                else
                    items.Add(place >= 0 ? given[place] : variable);
            }
            return Items.Get(thread, arg, PyTuple.Of([.. items]));
        }
    }
}
