using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>What iterators hand to copy and pickle: how to make them again (library reference: pickle, object.__reduce__).</summary>
internal static class IterationState
{
    private static readonly PyStr Builtins = PyStr.Constant("builtins");

    /// <summary>A builtin function as the interpreter's module has it.</summary>
    internal static Value BuiltinFunction(VmThread thread, string name)
    {
        var found = thread.Interpreter.Modules.GetStr(Builtins).Ref is PyModule module
            ? module.Dict.GetStr(PyStr.Of(name))
            : Value.Unbound;
        return found.IsUnbound ? Value.None : found;
    }
}
