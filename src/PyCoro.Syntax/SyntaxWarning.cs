namespace PyCoro.Syntax;

/// <summary>A warning found while reading source: <c>DeprecationWarning: invalid escape sequence</c>,
/// <c>SyntaxWarning: "is" with a literal</c> and their like. Shown by the runtime through the warnings filters.</summary>
/// <param name="Category">Name of the Python warning class.</param>
/// <param name="AsError">The error it is when a filter makes it one.</param>
public sealed record SyntaxWarning(string Category, PythonSyntaxException AsError)
{
    /// <summary>Its text.</summary>
    public string Message => AsError.Message;

    /// <summary>Line from 1.</summary>
    public int Line => AsError.Line;
}
