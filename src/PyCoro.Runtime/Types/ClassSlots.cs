// __slots__ (data model, __slots__).

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Types;

/// <summary>What a class body's <c>__slots__</c> says.</summary>
internal readonly record struct ClassSlots(List<PyStr> Names, bool HasDict, bool HasWeakRef)
{
    private static readonly PyStr SlotsKey = PyStr.Constant("__slots__");

    /// <summary>Reads <c>__slots__</c>; false when it raised.</summary>
    internal static bool TryRead(VmThread thread, PyStr className, PyType[] bases, PyType best, PyDict dict, out ClassSlots slots)
    {
        slots = new ClassSlots([], true, !IsOfVariableSize(best) || best.IsSubtypeOf(PyType.TypeObject));
        var declared = dict.GetStr(SlotsKey);
        if (declared.IsUnbound)
            return true;
        var baseHasDict = bases.Any(static parent => parent.HasDict);
        var items = declared.Ref is PyStr single ? [single] : Iteration.ToArray(thread, declared);
        if (items is null)
            return false;
        if (items.Length > 0 && IsOfVariableSize(best))
        {
            thread.TypeError($"nonempty __slots__ not supported for subtype of '{best.Name}'");
            return false;
        }
        var hasDict = baseHasDict;
        var hasWeakRef = false;
        var names = new List<PyStr>();
        foreach (var item in items)
        {
            if (item.Ref is not PyStr name)
            {
                thread.TypeError($"__slots__ items must be strings, not '{item.Type.Name}'");
                return false;
            }
            if (!name.IsIdentifier())
            {
                thread.TypeError("__slots__ must be identifiers");
                return false;
            }
            switch (name.Text)
            {
                case "__dict__" when hasDict:
                    thread.TypeError("__dict__ slot disallowed: we already got one");
                    return false;
                case "__dict__":
                    hasDict = true;
                    continue;
                case "__weakref__" when hasWeakRef || best.HasWeakReferences:
                    thread.TypeError("__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0");
                    return false;
                case "__weakref__":
                    hasWeakRef = true;
                    continue;
            }
            var mangled = Mangle(className.Text, name.Text);
            if (!dict.GetStr(PyStr.Of(mangled)).IsUnbound && name.Text is not ("__qualname__" or "__classcell__"))
            {
                thread.ValueError($"{Texts.Repr(thread, name)?.Text} in __slots__ conflicts with class variable");
                return false;
            }
            names.Add(thread.Interpreter.Intern(mangled));
        }
        names.Sort(static (a, b) => string.CompareOrdinal(a.Text, b.Text));
        slots = new ClassSlots(names, hasDict, hasWeakRef);
        return true;
    }

    /// <summary>Instances of these have their items where slots would be, in CPython.</summary>
    private static bool IsOfVariableSize(PyType type) =>
        type.IsSubtypeOf(PyInt.TypeObject) || type.IsSubtypeOf(PyTuple.TypeObject) || type.IsSubtypeOf(PyBytes.TypeObject)
        || type.IsSubtypeOf(PyType.TypeObject);

    private static string Mangle(string className, string name)
    {
        var bare = className.TrimStart('_');
        return !name.StartsWith("__", StringComparison.Ordinal) || name.EndsWith("__", StringComparison.Ordinal) || bare.Length == 0
            ? name
            : $"_{bare}{name}";
    }
}
