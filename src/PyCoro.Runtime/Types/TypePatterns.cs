namespace PyCoro.Runtime.Objects;

/// <summary>What patterns of match statements take instances of a type for (PEP 634).</summary>
[Flags]
internal enum TypePatternFlags
{
    None = 0,
    Sequence = 1,
    Mapping = 2,

    /// <summary>A type is one of the two at the most.</summary>
    Collection = Sequence | Mapping,

    /// <summary>A single positional sub-pattern matches the whole subject, as for int and str.</summary>
    MatchesSelf = 4,
}

/// <summary>The flags of builtin types.</summary>
internal static class TypePatterns
{
    /// <summary>The flags of the builtin type of a name.</summary>
    internal static TypePatternFlags Of(string name) => name switch
    {
        "list" or "tuple" => TypePatternFlags.Sequence | TypePatternFlags.MatchesSelf,
        "range" or "memoryview" or "deque" or "array" => TypePatternFlags.Sequence,
        "dict" or "defaultdict" or "OrderedDict" => TypePatternFlags.Mapping | TypePatternFlags.MatchesSelf,
        "mappingproxy" => TypePatternFlags.Mapping,
        "bool" or "bytearray" or "bytes" or "float" or "frozenset" or "int" or "set" or "str" => TypePatternFlags.MatchesSelf,
        _ => TypePatternFlags.None,
    };
}
