using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

/// <summary>Stands for a <c>__builtins__</c> that is no dict: names are looked up in what the program has put there.</summary>
internal sealed class BuiltinsMapping(Value mapping) : PyDict
{
    /// <summary>The program's object, which may turn out to have no items at all.</summary>
    internal Value Mapping { get; } = mapping;
}
