// typing shares the substitution of type variables with list[T]: one algorithm, and typing imports fast.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Types;

/// <summary>Type variables of generic aliases.</summary>
[PyModule("_generics")]
internal static partial class GenericsModule
{
    /// <summary>The type variables in the arguments of an alias, each once, those in nested tuples too.</summary>
    [PyFunction("collect_parameters")]
    private static Value CollectParameters(VmThread thread, PyTuple args) =>
        TypeParameters.Collect(thread, args, nested: true) is { } parameters ? parameters : Value.Error;

    /// <summary>The arguments of an alias with its type variables replaced by item.</summary>
    [PyFunction("substitute")]
    private static Value Substitute(VmThread thread, Value alias, PyTuple args, PyTuple parameters, Value item, bool flatten) =>
        TypeParameters.Substitute(thread, alias, args, parameters, item, nested: true, flatten) is { } replaced ? replaced : Value.Error;

    /// <summary>Arguments in which an unpacked tuple of known length is its types.</summary>
    [PyFunction("unpack")]
    private static Value Unpack(VmThread thread, PyTuple args) =>
        TypeParameters.Unpack(thread, args) is { } unpacked ? unpacked : Value.Error;
}
