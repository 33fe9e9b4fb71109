using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>What iterators hand to copy and pickle: how to make them again (library reference: pickle, object.__reduce__).</summary>
internal static class IterationState
{
    private static readonly PyStr Builtins = PyStr.Constant("builtins");

    /// <summary>A builtin function as the interpreter's module has it; Error when it raised.</summary>
    internal static Value BuiltinFunction(VmThread thread, string name)
    {
        // Looked up as Python does, so that it may run code: callers ask before they look at their own state.
        var key = PyStr.Of(name);
        var found = thread.Interpreter.Modules.GetStr(Builtins).Ref is PyModule module ? module.Dict.Get(thread, key) : Value.Unbound;
        return found.IsUnbound ? thread.RaiseAttributeError(name, Value.None, key) : found;
    }

    /// <summary><c>getattr(owner, name)</c>, as <c>__reduce__</c> returns it.</summary>
    internal static Value Attribute(VmThread thread, Value owner, string name)
    {
        var getattr = BuiltinFunction(thread, "getattr");
        return getattr.IsError ? getattr : PyTuple.Of(getattr, PyTuple.Of(owner, Value.Str(name)));
    }

    /// <summary>The parts of a tuple given to <c>__setstate__</c>; false when it raised.</summary>
    internal static bool TryUnpack(VmThread thread, Value state, int least, int most, out Value[] parts)
    {
        parts = [];
        if (state.Ref is not PyTuple tuple)
        {
            thread.TypeError("state is not a tuple");
            return false;
        }
        parts = tuple.Items;
        if (parts.Length >= least && parts.Length <= most)
            return true;
        var limit = parts.Length < least ? least : most;
        var word = least == most ? "exactly" : parts.Length < least ? "at least" : "at most";
        thread.TypeError($"function takes {word} {limit} argument{(limit == 1 ? "" : "s")} ({parts.Length} given)");
        return false;
    }

    /// <summary>TypeError: a part of a state is of a wrong type.</summary>
    internal static Value WrongPart(VmThread thread, int number, string expected, Value part) =>
        thread.TypeError($"argument {number} must be {expected}, not {part.Type.QualifiedNativeName}");

    /// <summary>An index in a state; false when it raised.</summary>
    internal static bool TryIndex(VmThread thread, Value state, out long index)
    {
        if (Conversions.TryIndex64(thread, state, out index))
            return true;
        if (thread.ClearPending(ExceptionTypes.TypeError))
            thread.TypeError("an integer is required");
        return false;
    }
}
