// What the generated lexer inherits. Strings and comments make up a third of real source and need no automaton: their
// end is found by a vectorised search. An unterminated string becomes a LEXICAL_ERROR token that ends at the opening
// quote, and the token source says what is wrong.

using Antlr4.Runtime;

namespace PyCoro.Syntax.Grammar;

/// <summary>Base of the generated lexer.</summary>
public abstract class PythonLexerBase(ICharStream input, TextWriter output, TextWriter errorOutput) : Lexer(input, output, errorOutput)
{
    /// <summary>What is read; set before the first token.</summary>
    internal SourceText Source { get; set; } = null!;

    /// <summary>Where reading ends.</summary>
    internal int Limit { get; set; }

    /// <summary>Where comments start, in order.</summary>
    internal List<int> Comments { get; } = [];

    /// <inheritdoc/>
    public override IToken Emit()
    {
        Token = new PyToken(Source, Type, TokenStartCharIndex, CharIndex);
        return Token;
    }

    /// <inheritdoc/>
    public override IToken EmitEOF()
    {
        Token = new PyToken(Source, TokenConstants.EOF, Limit, Limit);
        return Token;
    }

    /// <summary>Moves to the end of the comment's line.</summary>
    protected void ScanComment()
    {
        Comments.Add(TokenStartCharIndex);
        var length = Source.Text.AsSpan(CharIndex, Limit - CharIndex).IndexOf('\n');
        InputStream.Seek(length < 0 ? Limit : CharIndex + length);
    }

    /// <summary>Moves behind the closing quote of the string whose opening quote was just read.</summary>
    protected void ScanString()
    {
        var text = Source.Text.AsSpan(0, Limit);
        var at = CharIndex;
        var quote = text[at - 1];
        int end;
        if (at + 1 < text.Length && text[at] == quote && text[at + 1] == quote)
        {
            end = EndOfLong(text, at + 2, quote);
        }
        else
        {
            end = EndOfShort(text, at, quote);
        }
        if (end < 0)
        {
            Type = PythonLexer.LEXICAL_ERROR;
        }
        else
        {
            InputStream.Seek(end);
        }
    }

    private static int EndOfShort(ReadOnlySpan<char> text, int at, char quote)
    {
        while (true)
        {
            var next = text[at..].IndexOfAny(quote, '\\', '\n');
            if (next < 0 || text[at + next] == '\n')
            {
                return -1;
            }
            at += next;
            if (text[at] == quote)
            {
                return at + 1;
            }
            at += 2;
            if (at > text.Length)
            {
                return -1;
            }
        }
    }

    private static int EndOfLong(ReadOnlySpan<char> text, int at, char quote)
    {
        while (true)
        {
            var next = text[at..].IndexOfAny(quote, '\\');
            if (next < 0)
            {
                return -1;
            }
            at += next;
            if (text[at] == '\\')
            {
                at += 2;
                if (at > text.Length)
                {
                    return -1;
                }
            }
            else if (at + 2 < text.Length && text[at + 1] == quote && text[at + 2] == quote)
            {
                return at + 3;
            }
            else
            {
                at++;
            }
        }
    }
}
