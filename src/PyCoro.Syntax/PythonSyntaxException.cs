using System.Collections.Immutable;

namespace PyCoro.Syntax;

/// <summary>Which exception class a rejected source raises.</summary>
public enum SyntaxErrorKind
{
    SyntaxError,
    IndentationError,
    TabError,

    /// <summary>The source cannot be decoded or holds a null byte where CPython raises ValueError or UnicodeDecodeError.</summary>
    ValueError,

    /// <summary>The source is nested deeper than the parser can follow: CPython's MemoryError or RecursionError.</summary>
    RecursionError,
}

/// <summary>Source that is no valid Python, with what <c>SyntaxError</c> carries (library reference: SyntaxError).
/// Thrown by the parser and the compiler; the runtime turns it into the Python exception.</summary>
public sealed class PythonSyntaxException(
    SyntaxErrorKind kind, string message, string fileName, int line, int offset, string? text, int endLine, int endOffset)
    : Exception(message)
{
    /// <summary>The Python class.</summary>
    public SyntaxErrorKind Kind { get; } = kind;

    /// <summary><c>filename</c>.</summary>
    public string FileName { get; } = fileName;

    /// <summary><c>lineno</c>, from 1; 0 when there is none.</summary>
    public int Line { get; } = line;

    /// <summary><c>offset</c> in characters (code points), from 1; 0 when there is none.</summary>
    public int Offset { get; } = offset;

    /// <summary><c>text</c>: the line, or null.</summary>
    public string? Text { get; } = text;

    /// <summary><c>end_lineno</c>; 0 when there is none.</summary>
    public int EndLine { get; } = endLine;

    /// <summary><c>end_offset</c>, from 1, exclusive; 0 when there is none.</summary>
    public int EndOffset { get; } = endOffset;

    /// <summary>The source ends inside a token: more of it could make it right.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>What was to be warned of before the error was found.</summary>
    public ImmutableArray<SyntaxWarning> Warnings { get; internal set; } = [];
}
