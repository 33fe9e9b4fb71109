namespace PyCoro.Syntax.Errors.SecondReading;

/// <summary>What a rule matched, as far as messages need it: where it is, what CPython calls it, and its parts.</summary>
/// <param name="Name">The name of the kind of expression in messages.</param>
/// <param name="First">Index of the first token.</param>
/// <param name="Last">Index of the last token.</param>
/// <param name="Parts">The parts in which a target may hide, or those that a message points to.</param>
internal sealed record Piece(string Name, int First, int Last, params Piece[] Parts)
{
    /// <summary>Of a comparison: whether its first operator is <c>in</c>. Of arguments: whether <c>**</c> is among them.</summary>
    public bool IsMarked { get; init; }
}
