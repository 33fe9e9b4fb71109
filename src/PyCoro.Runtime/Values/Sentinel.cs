using PyCoro.Runtime.Objects;

namespace PyCoro.Runtime.Values;

/// <summary>The references behind <see cref="Value.Unbound"/> and <see cref="Value.Error"/>; no Python code ever sees one.</summary>
internal sealed class Sentinel : PyObject
{
    internal static readonly Sentinel Unbound = new("<unbound>");
    internal static readonly Sentinel Error = new("<error>");

    /// <summary>The loop has stopped between two instructions and wants to be entered again; see EvalLoop.</summary>
    internal static readonly Sentinel Reenter = new("<reenter>");

    private readonly string _name;

    private Sentinel(string name) : base(Objects.Shape.None) => _name = name;

    public override string ToString() => _name;
}
