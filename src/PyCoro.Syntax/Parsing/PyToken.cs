using Antlr4.Runtime;

namespace PyCoro.Syntax.Grammar;

/// <summary>A token with the positions that AST nodes need, so that building the tree computes none. A token made by the
/// token source (NEWLINE, INDENT, DEDENT) ends where the last real token ended: nodes never extend over it.</summary>
public sealed class PyToken(SourceText source, int type, int start, int end) : IToken
{
    /// <summary>Kind: a constant of <see cref="PythonLexer"/>. The token source changes it for soft keywords.</summary>
    public int Type { get; internal set; } = type;

    /// <summary>Offset of the first character.</summary>
    public int StartIndex { get; } = start;

    /// <summary>Offset behind the last character.</summary>
    public int End { get; } = end;

    /// <summary>Line from 1.</summary>
    public int Line { get; internal set; }

    /// <summary>Column from 0 in UTF-8 bytes.</summary>
    public int Column { get; internal set; }

    /// <summary>Line of the end; for made tokens that of the last real token.</summary>
    public int EndLine { get; internal set; }

    /// <summary>Column behind the end in UTF-8 bytes; for made tokens that of the last real token.</summary>
    public int EndColumn { get; internal set; }

    /// <summary>Index in the list of tokens.</summary>
    public int TokenIndex { get; internal set; }

    /// <summary>The characters of the token.</summary>
    public string Text => source.Text[StartIndex..End];

    /// <summary>The source the token comes from.</summary>
    public SourceText Source => source;

    int IToken.StopIndex => End - 1;
    int IToken.Channel => Lexer.DefaultTokenChannel;
    ITokenSource IToken.TokenSource => null!;
    ICharStream IToken.InputStream => null!;

    /// <inheritdoc/>
    public override string ToString() => $"{PythonLexer.DefaultVocabulary.GetSymbolicName(Type)} {Line}:{Column} '{Text}'";
}
