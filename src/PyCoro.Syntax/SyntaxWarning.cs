namespace PyCoro.Syntax;

/// <summary>A warning found while reading source: <c>DeprecationWarning: invalid escape sequence</c>,
/// <c>SyntaxWarning: "is" with a literal</c> and their like. Shown by the runtime through the warnings filters.</summary>
/// <param name="Category">Name of the Python warning class.</param>
/// <param name="Message">Its text.</param>
/// <param name="Line">Line from 1.</param>
public sealed record SyntaxWarning(string Category, string Message, int Line);
