using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

/// <summary>What an instruction found last time, and the guards under which it holds again.</summary>
internal struct InlineCache
{
    /// <summary>Shape of the receiver; null when nothing is cached.</summary>
    internal Shape? Shape;

    /// <summary>The attribute found on the class, or the globals for which a place is known.</summary>
    internal PyObject? Target;

    /// <summary>Version of the receiver's type, or of a dict's keys.</summary>
    internal int Version;

    /// <summary>Slot of an instance, negative: <see cref="Target"/> is the result. Place in the globals, or, negative, the
    /// complement of one in the builtins.</summary>
    internal int Index;

    /// <summary>Misses so far, for sites that change too often to be worth caching.</summary>
    internal int Misses;
}
