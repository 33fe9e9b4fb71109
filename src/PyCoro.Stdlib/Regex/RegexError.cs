// A pattern that is not one. The parser is a recursive descent where an error ends everything at once, so this is a CLR
// exception inside the parser; ReModule turns it into re.error, and nobody else sees it.

namespace PyCoro.Stdlib.Regex;

/// <summary>What <c>re.error</c> says.</summary>
internal sealed class RegexError(string message, int position = RegexError.NoPosition) : Exception(message)
{
    internal const int NoPosition = -1;

    /// <summary>Code point in the pattern.</summary>
    internal int Position { get; } = position;

    /// <summary>The name of another exception class, for the few mistakes that are not <c>re.error</c>.</summary>
    internal string? Kind { get; init; }
}
