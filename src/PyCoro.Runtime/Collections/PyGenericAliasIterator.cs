// iter(list[int]) gives the unpacked alias once: that is what `*list[int]` in a subscript or an annotation asks for.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Gives an unpacked generic alias, once.</summary>
[PyType("generic_alias_iterator")]
internal sealed partial class PyGenericAliasIterator : PyIterator
{
    private Value _alias;

    internal PyGenericAliasIterator(Value unpacked) : base(TypeObject.RootShape) => _alias = unpacked;

    /// <inheritdoc/>
    internal override Value Next(VmThread thread)
    {
        var alias = _alias;
        _alias = Value.Unbound;
        return alias;
    }

    [PyMethod("__reduce__")]
    private Value Reduce(VmThread thread) =>
        PyTuple.Of(IterationState.BuiltinFunction(thread, "iter"), PyTuple.Of(_alias.Ref is PyGenericAlias alias ? alias.Packed() : PyTuple.Empty));
}
