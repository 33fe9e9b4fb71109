using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Types;

/// <summary>What the module types needs of the interpreter.</summary>
[PyModule("_types")]
internal static partial class TypesModule
{
    /// <summary>Marks a generator function so that its generators may be awaited (PEP 492, types.coroutine).</summary>
    [PyFunction("_mark_iterable_coroutine")]
    private static Value MarkIterableCoroutine(VmThread thread, Value function)
    {
        if (function.Ref is not PyFunction { Code: { } code } target)
            return thread.TypeError("a function is required");
        target.Code = code.WithFlags(code.Flags | CodeFlags.IterableCoroutine);
        return function;
    }
}
