// String literals: prefixes, implicit concatenation and what becomes of f-strings (language reference, 2.4.1 to 2.4.3).
// 3.11 reads an f-string as one token; its fields are found and parsed here, when the AST is built.

using System.Collections.Immutable;
using System.Text;
using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Errors;
using PyCoro.Syntax.Grammar;
using PyCoro.Syntax.Parsing;

namespace PyCoro.Syntax.Literals;

/// <summary>One string token taken apart.</summary>
/// <param name="Token">The token.</param>
/// <param name="IsRaw">Prefix r.</param>
/// <param name="IsBytes">Prefix b.</param>
/// <param name="IsFormat">Prefix f.</param>
/// <param name="Start">Offset of the first character between the quotes.</param>
/// <param name="End">Offset of the closing quotes.</param>
internal readonly record struct StringPart(PyToken Token, bool IsRaw, bool IsBytes, bool IsFormat, int Start, int End)
{
    public static StringPart Of(SourceText source, PyToken token)
    {
        var text = source.Text;
        var at = token.StartIndex;
        bool raw = false, bytes = false, format = false;
        for (; text[at] is not ('"' or '\''); at++)
        {
            switch (text[at])
            {
                case 'r' or 'R':
                    raw = true;
                    break;
                case 'b' or 'B':
                    bytes = true;
                    break;
                case 'f' or 'F':
                    format = true;
                    break;
            }
        }
        var quotes = token.End - at >= 6 && text[at + 1] == text[at] && text[at + 2] == text[at] ? 3 : 1;
        return new StringPart(token, raw, bytes, format, at + quotes, token.End - quotes);
    }
}

internal static class StringLiteral
{
    /// <summary>The value of adjacent string tokens: a Constant or a JoinedStr.</summary>
    /// <param name="source">The source.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="next">The token behind them: CPython has read it when it looks into them, and blames it.</param>
    /// <param name="warnings">Takes what CPython warns of.</param>
    public static Expr Concatenate(SourceText source, ReadOnlySpan<PyToken> tokens, PyToken next, List<SyntaxWarning> warnings)
    {
        var first = tokens[0];
        var last = tokens[^1];
        var span = new SourceSpan(first.Line, first.Column, last.EndLine, last.EndColumn);
        var kind = source.Text[first.StartIndex] == 'u' ? "u" : null;
        if (tokens.Length == 1)
        {
            var only = StringPart.Of(source, first);
            if (only.IsBytes)
            {
                return new Constant(BytesOf(source, only, next, warnings), null, span);
            }
            if (!only.IsFormat)
            {
                return new Constant(TextOf(source, only, next, warnings), kind, span);
            }
        }
        var parts = new StringPart[tokens.Length];
        var format = false;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = StringPart.Of(source, tokens[i]);
            format |= parts[i].IsFormat;
            if (parts[i].IsBytes != parts[0].IsBytes)
            {
                if (parts[i].IsBytes)
                {
                    // What is wrong in the part itself comes first.
                    BytesOf(source, parts[i], next, warnings);
                }
                throw SyntaxErrors.At(source, next, "cannot mix bytes and nonbytes literals");
            }
        }
        if (parts[0].IsBytes)
        {
            var bytes = new List<byte>();
            foreach (var part in parts)
            {
                bytes.AddRange(BytesOf(source, part, next, warnings));
            }
            return new Constant(bytes.ToArray(), null, span);
        }
        if (!format)
        {
            var text = new StringBuilder();
            foreach (var part in parts)
            {
                text.Append(TextOf(source, part, next, warnings));
            }
            return new Constant(text.ToString(), kind, span);
        }
        FeatureVersions.Require(source, 6, "Format strings are", next);
        var joined = new JoinedStringBuilder(kind);
        foreach (var part in parts)
        {
            if (part.IsFormat)
            {
                new FStringReader(source, part, next, warnings).Read(joined);
            }
            else
            {
                joined.AddText(TextOf(source, part, next, warnings), new SourceSpan(part.Token.Line, part.Token.Column, part.Token.EndLine, part.Token.EndColumn));
            }
        }
        return new JoinedStr(joined.Finish(), span);
    }

    private static string TextOf(SourceText source, StringPart part, PyToken next, List<SyntaxWarning> warnings) =>
        part.IsRaw
            ? source.Text[part.Start..part.End]
            : new EscapeReader(source, part.Token, next, warnings).Text(part.Start, part.End);

    private static byte[] BytesOf(SourceText source, StringPart part, PyToken next, List<SyntaxWarning> warnings)
    {
        var text = source.Text.AsSpan(part.Start, part.End - part.Start);
        if (!Ascii.IsValid(text))
        {
            throw SyntaxErrors.At(source, part.Token, "bytes can only contain ASCII literal characters");
        }
        return part.IsRaw
            ? Encoding.Latin1.GetBytes(text.ToArray())
            : new EscapeReader(source, part.Token, next, warnings).Bytes(part.Start, part.End);
    }
}

/// <summary>Collects the pieces of an f-string; literal text of adjacent pieces is one Constant.</summary>
internal sealed class JoinedStringBuilder(string? kind)
{
    private readonly ImmutableArray<Expr>.Builder _values = ImmutableArray.CreateBuilder<Expr>();
    private readonly StringBuilder _text = new();
    private SourceSpan _textSpan;

    public void AddText(string text, SourceSpan span)
    {
        if (text.Length == 0)
        {
            return;
        }
        _textSpan = _text.Length == 0 ? span : _textSpan with { EndLine = span.EndLine, EndColumn = span.EndColumn };
        _text.Append(text);
    }

    public void AddValue(FormattedValue value)
    {
        EndText();
        _values.Add(value);
    }

    public ImmutableArray<Expr> Finish()
    {
        EndText();
        return _values.ToImmutable();
    }

    private void EndText()
    {
        if (_text.Length > 0)
        {
            _values.Add(new Constant(_text.ToString(), kind, _textSpan));
            _text.Clear();
        }
    }

    /// <summary>A builder for a format spec inside.</summary>
    public JoinedStringBuilder Nested() => new(kind);
}
