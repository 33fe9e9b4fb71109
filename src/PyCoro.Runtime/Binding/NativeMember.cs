// Members of native types and modules are made by the hundred when a type is first looked into, and a script uses few of
// them. So a member starts as its name, and asks generated code for the rest when it is needed.

using PyCoro.Runtime.Objects;

namespace PyCoro.Runtime.Binding;

/// <summary>A method or attribute written in C#.</summary>
internal abstract unsafe class NativeMember
{
    private readonly int _index;
    private delegate*<int, NativeMember, void> _describe;

    /// <summary>A member that is complete.</summary>
    private protected NativeMember()
    {
    }

    /// <summary>A member that is described on first use, by its index.</summary>
    private protected NativeMember(delegate*<int, NativeMember, void> describe, int index)
    {
        _describe = describe;
        _index = index;
    }

    /// <summary>Python's name.</summary>
    public required string Name { get; init; }

    /// <summary>Completes the member; any number of threads may do so at once, with the same result.</summary>
    private protected void Describe()
    {
        var describe = _describe;
        if (describe == null)
            return;
        describe(_index, this);
        _describe = null;
    }
}
