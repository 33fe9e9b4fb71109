// The tests of match statements that the compiler cannot express by other opcodes (PEP 634).

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class PatternMatching
{
    private static readonly PyStr MatchArgs = PyStr.Constant("__match_args__");
    private static readonly PyStr GetName = PyStr.Constant("get");

    internal static bool IsMapping(Value subject) => (subject.Type.PatternFlags & TypePatternFlags.Mapping) != 0;

    internal static bool IsSequence(Value subject) => (subject.Type.PatternFlags & TypePatternFlags.Sequence) != 0;

    /// <summary>MATCH_KEYS: a tuple of values, None when a key is missing.</summary>
    internal static Value Keys(VmThread thread, Value subject, PyTuple keys)
    {
        var seen = new PySet();
        var values = new Value[keys.Items.Length];
        var get = Value.Unbound;
        var missing = new PyInstance(PyObject.TypeObject.RootShape);
        for (var i = 0; i < values.Length; i++)
        {
            var key = keys.Items[i];
            var before = seen.Count;
            if (!seen.Add(thread, key))
                return Value.Error;
            if (seen.Count == before)
            {
                var repr = Texts.Repr(thread, key);
                return repr is null ? Value.Error : thread.ValueError($"mapping pattern checks duplicate key ({repr.Text})");
            }
            if (subject.Ref is PyDict { Type.IsHeapType: false } dict)
            {
                values[i] = dict.Get(thread, key);
                if (values[i].IsUnbound)
                    return Value.None;
            }
            else
            {
                if (get.IsUnbound)
                    get = Attributes.Get(thread, subject, GetName);
                values[i] = get.IsError ? get : thread.Call(get, key, missing);
                if (ReferenceEquals(values[i].Ref, missing))
                    return Value.None;
            }
            if (values[i].IsError)
                return Value.Error;
        }
        return PyTuple.Of(values);
    }

    /// <summary>MATCH_CLASS: a tuple of the attributes, None when the subject does not match.</summary>
    internal static Value Class(VmThread thread, Value subject, Value type, int positional, PyTuple names)
    {
        if (type.Ref is not PyType cls)
            return thread.TypeError("called match pattern must be a type");
        var isInstance = TypeChecks.IsInstance(thread, subject, type);
        if (isInstance.IsError)
            return isInstance;
        if (isInstance.IsFalse)
            return Value.None;
        var seen = new HashSet<string>();
        var values = new Value[positional + names.Items.Length];
        var next = 0;
        if (positional > 0)
        {
            var args = Attributes.TryGet(thread, type, MatchArgs);
            if (args.IsError)
                return args;
            var matchSelf = false;
            PyTuple? attributes = null;
            if (args.IsUnbound)
                matchSelf = (cls.PatternFlags & TypePatternFlags.MatchesSelf) != 0;
            else if (args.Ref is PyTuple tuple)
                attributes = tuple;
            else
                return thread.TypeError($"{cls.Name}.__match_args__ must be a tuple (got {args.Type.Name})");
            var allowed = matchSelf ? 1 : attributes?.Items.Length ?? 0;
            if (allowed < positional)
                return thread.TypeError($"{cls.Name}() accepts {allowed} positional sub-pattern{(allowed == 1 ? "" : "s")} ({positional} given)");
            if (matchSelf)
            {
                values[next++] = subject;
            }
            else
            {
                for (var i = 0; i < positional; i++)
                {
                    if (attributes!.Items[i].Ref is not PyStr name)
                        return thread.TypeError($"__match_args__ elements must be strings (got {attributes.Items[i].Type.Name})");
                    if (!Take(thread, subject, cls, name, seen, ref values[next++], out var outcome))
                        return outcome;
                }
            }
        }
        foreach (var name in names.Items)
        {
            if (!Take(thread, subject, cls, (PyStr)name.Ref!, seen, ref values[next++], out var outcome))
                return outcome;
        }
        return PyTuple.Of(values);
    }

    private static bool Take(VmThread thread, Value subject, PyType type, PyStr name, HashSet<string> seen, ref Value value, out Value outcome)
    {
        outcome = Value.None;
        if (!seen.Add(name.Text))
        {
            outcome = thread.TypeError($"{type.Name}() got multiple sub-patterns for attribute '{name.Text}'");
            return false;
        }
        value = Attributes.TryGet(thread, subject, name);
        if (value.IsError)
            outcome = Value.Error;
        return !value.IsSentinel;
    }
}
