using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Binding;

/// <summary>A module written in C#, as the source generator describes it; each interpreter makes its own module object from it.</summary>
internal sealed class NativeModule
{
    /// <summary><c>__name__</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>__doc__</c>.</summary>
    public string? Doc { get; init; }

    /// <summary>Puts functions, types and constants into the module.</summary>
    public required Func<VmThread, PyModule, Value> Initialize { get; init; }
}
