// What CPython's tokenizer says about a number that runs into letters, digits or underscores: `1_`, `0xg`, `012`, `1x`.
// A keyword may follow directly (`1if x else y`), of which CPython warns.

namespace PyCoro.Syntax.Grammar;

internal static class NumberEnd
{
    private static readonly string[] Followers = ["and", "else", "for", "if", "in", "is", "not", "or"];

    /// <summary>The error for a number token that is followed by a character of a name, or null with a warning.</summary>
    public static PythonSyntaxException? Check(SourceText source, PyToken token, int end, out SyntaxWarning? warning)
    {
        warning = null;
        var text = source.Text.AsSpan(0, end);
        var at = token.StartIndex;
        var number = text[at..token.End];
        var kind = number[^1] is 'j' or 'J' ? "imaginary" : "decimal";
        var next = text[token.End];
        if (number.Length > 2 && number[0] == '0' && char.IsAsciiLetter(number[1]) && number[1] is not ('e' or 'E' or 'j' or 'J'))
        {
            kind = RadixName(number[1]);
            if (next == '_')
            {
                return token.End + 1 < text.Length && char.IsAsciiDigit(text[token.End + 1])
                    ? LexicalErrors.AtOffset(source, token.End + 2, $"invalid digit '{text[token.End + 1]}' in {kind} literal")
                    : Invalid(source, token.End + 1, kind);
            }
            if (char.IsAsciiDigit(next))
            {
                return LexicalErrors.AtOffset(source, token.End + 1, $"invalid digit '{next}' in {kind} literal");
            }
        }
        else if (number is "0" && next is 'x' or 'X' or 'o' or 'O' or 'b' or 'B')
        {
            kind = RadixName(next);
            var digit = token.End + 1;
            if (digit < text.Length && text[digit] == '_')
            {
                digit++;
            }
            if (digit < text.Length && char.IsAsciiDigit(text[digit]))
            {
                return LexicalErrors.AtOffset(source, digit + 1, $"invalid digit '{text[digit]}' in {kind} literal");
            }
            return Invalid(source, digit, kind);
        }
        else if (next == '_' && token.End + 1 < text.Length && char.IsAsciiDigit(text[token.End + 1]) && !number.ContainsAnyExcept('0', '_'))
        {
            return BadTail(source, text, token.End) ?? LeadingZeros(source, token, number.Length + 1);
        }
        else if (next == '_' && number[^1] is not ('.' or 'j' or 'J'))
        {
            return Invalid(source, token.End + 1, "decimal");
        }
        else if (char.IsAsciiDigit(next))
        {
            return BadTail(source, text, token.End) ?? LeadingZeros(source, token, number.Length);
        }
        foreach (var follower in Followers)
        {
            if (text[token.End..].StartsWith(follower))
            {
                warning = new SyntaxWarning("SyntaxWarning", Invalid(source, token.End, kind));
                return null;
            }
        }
        var signed = next is 'e' or 'E' && token.End + 1 < text.Length && text[token.End + 1] is '+' or '-';
        return Invalid(source, signed ? token.End + 2 : token.End, kind);
    }

    // Digits behind leading zeros are read like others first: no underscore may end them.
    private static PythonSyntaxException? BadTail(SourceText source, ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '_'))
        {
            if (text[at++] == '_' && (at == text.Length || !char.IsAsciiDigit(text[at])))
            {
                return Invalid(source, at, "decimal");
            }
        }
        // An exponent without digits.
        return at < text.Length && text[at] is ('e' or 'E') && !text[at..].StartsWith("else") ? Invalid(source, at, "decimal") : null;
    }

    private static PythonSyntaxException LeadingZeros(SourceText source, PyToken token, int zeros)
    {
        // Bytes, here always.
        var start = token.Column + 1;
        return new PythonSyntaxException(
            SyntaxErrorKind.SyntaxError,
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
            source.FileName, token.Line, start, source.LineText(token.Line), token.Line, start + zeros);
    }

    private static string RadixName(char letter) => letter is 'x' or 'X' ? "hexadecimal" : letter is 'o' or 'O' ? "octal" : "binary";

    private static PythonSyntaxException Invalid(SourceText source, int offset, string kind) =>
        LexicalErrors.AtOffset(source, offset, $"invalid {kind} literal");
}
