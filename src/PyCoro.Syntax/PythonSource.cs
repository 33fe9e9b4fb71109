namespace PyCoro.Syntax;

/// <summary>What kind of source is parsed: <c>compile()</c>'s mode.</summary>
public enum ParseMode
{
    /// <summary><c>"exec"</c>: a file.</summary>
    File,

    /// <summary><c>"single"</c>: one interactive statement.</summary>
    Interactive,

    /// <summary><c>"eval"</c>: one expression.</summary>
    Expression,

    /// <summary><c>"func_type"</c>: the type comment of a function.</summary>
    FunctionType,
}

/// <summary>How a source is to be read: what <c>compile()</c> takes besides it.</summary>
/// <param name="Mode">What kind of source.</param>
/// <param name="AllowIncomplete">A source that only ends too early is refused as "incomplete input".</param>
/// <param name="ImplyDedent">The end of interactive input ends its blocks.</param>
/// <param name="MaxIntDigits">How many digits a decimal integer may have; 0 for any number.</param>
/// <param name="TypeComments">Type comments are part of the tree.</param>
/// <param name="FeatureVersion">The minor version of Python whose syntax the source may use.</param>
public sealed record ParseOptions(
    ParseMode Mode,
    bool AllowIncomplete = false,
    bool ImplyDedent = true,
    int MaxIntDigits = ParseOptions.DefaultMaxIntDigits,
    bool TypeComments = false,
    int FeatureVersion = int.MaxValue)
{
    /// <summary>How many digits a decimal integer may have when nobody says otherwise.</summary>
    public const int DefaultMaxIntDigits = 4300;
}

/// <summary>A parsed source.</summary>
/// <param name="Module">The root of the tree.</param>
/// <param name="Warnings">What CPython warns of while parsing.</param>
/// <param name="Source">The text the positions refer to.</param>
public sealed record ParseResult(Ast.Mod Module, System.Collections.Immutable.ImmutableArray<SyntaxWarning> Warnings, SourceText Source);

/// <summary>The way from bytes to the abstract syntax tree (language reference, chapters 2 and 10).</summary>
public static class PythonSource
{
    /// <summary>Decodes a source file: byte order mark, PEP 263 coding line, line ends.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="isFile">Errors say that it is a file; else it is what a program gave to <c>compile()</c>.</param>
    /// <exception cref="PythonSyntaxException">The bytes are not text in the declared encoding, or hold a null.</exception>
    public static SourceText Decode(ReadOnlySpan<byte> bytes, string fileName, bool isFile = true) => SourceDecoder.Decode(bytes, fileName, isFile);

    /// <summary>The encoding that a source declares, if it is neither UTF-8 nor Latin-1: Python's codecs decode it, where there
    /// is an interpreter.</summary>
    public static string? ForeignEncoding(ReadOnlySpan<byte> bytes) => SourceDecoder.ForeignEncoding(bytes);

    /// <summary>Takes source that is text already, as <c>compile(str)</c> does.</summary>
    /// <exception cref="PythonSyntaxException">The text holds a null character.</exception>
    public static SourceText FromString(string text, string fileName) => SourceDecoder.FromString(text, fileName);

    /// <summary>Parses a source.</summary>
    /// <exception cref="PythonSyntaxException">The source is no valid Python 3.11.</exception>
    public static ParseResult Parse(SourceText source, ParseMode mode) => Parse(source, new ParseOptions(mode));

    /// <summary>Parses a source.</summary>
    /// <exception cref="PythonSyntaxException">The source is no valid Python 3.11.</exception>
    public static ParseResult Parse(SourceText source, ParseOptions options)
    {
        source.MaxIntDigits = options.MaxIntDigits;
        source.FeatureVersion = options.FeatureVersion;
        return Parsing.SourceParser.Parse(source, options);
    }
}
