// The errors of CPython's tokenizer, with its texts and places.

using System.Text;
using PyCoro.Syntax.Errors;

namespace PyCoro.Syntax.Grammar;

internal static class LexicalErrors
{
    /// <summary>An error whose caret covers a token.</summary>
    public static PythonSyntaxException At(SourceText source, PyToken token, string message) =>
        AtOffset(source, token.End, message);

    /// <summary>An error whose caret stands at the character before an offset: CPython marks the one read last.</summary>
    public static PythonSyntaxException AtOffset(SourceText source, int offset, string message, SyntaxErrorKind kind = SyntaxErrorKind.SyntaxError)
    {
        var line = source.LineOf(Math.Max(0, offset - 1));
        var column = source.CharacterColumn(line, source.ByteColumn(line, offset));
        return new PythonSyntaxException(kind, message, source.FileName, line, column, source.LineText(line), line, column);
    }

    /// <summary>A string whose end is missing; the token ends behind the opening quote.</summary>
    public static PythonSyntaxException UnterminatedString(SourceText source, PyToken token, int end)
    {
        var quote = source.Text[token.End - 1];
        var triple = token.End + 1 < end && source.Text[token.End] == quote && source.Text[token.End + 1] == quote;
        var line = token.Line;
        if (triple)
        {
            var last = source.LineOf(end);
            if (end > 0 && source.Text[end - 1] == '\n')
            {
                last--;
            }
            var at = source.CharacterColumn(line, token.Column) + 1;
            return new PythonSyntaxException(
                SyntaxErrorKind.SyntaxError, $"unterminated triple-quoted string literal (detected at line {last})",
                source.FileName, line, at, source.LineText(line), line, at) { IsCutShort = true };
        }
        var stop = token.End;
        var detected = line;
        while (stop < end && source.Text[stop] != '\n')
        {
            if (source.Text[stop] == '\\' && stop + 1 < end)
            {
                detected += source.Text[stop + 1] == '\n' && stop + 2 < end ? 1 : 0;
                stop++;
            }
            stop++;
        }
        var column = source.CharacterColumn(line, token.Column) + 1;
        return new PythonSyntaxException(
            SyntaxErrorKind.SyntaxError, $"unterminated string literal (detected at line {detected})",
            source.FileName, line, column, source.LineText(line), line, column) { IsCutShort = stop >= end };
    }

    /// <summary>A backslash that joins no lines.</summary>
    public static PythonSyntaxException AfterBackslash(SourceText source, PyToken token) =>
        token.End >= source.Text.Length
            ? EndAfterBackslash(source, token.StartIndex)
            : StrayBackslash(source, token);

    // CPython counts from where its buffer starts: that of the first of the lines that backslashes join.
    private static PythonSyntaxException StrayBackslash(SourceText source, PyToken token)
    {
        const string Message = "unexpected character after line continuation character";
        var first = token.Line;
        while (first > 1 && source.Text.AsSpan(0, source.LineStart(first)).EndsWith("\\\n"))
        {
            first--;
        }
        if (first == token.Line)
        {
            return SyntaxErrors.From(source, token.Line, token.Column + 1, Message);
        }
        var text = source.LineText(token.Line)!;
        var offset = source.ByteCount(source.LineStart(first), token.StartIndex) + 2;
        return new PythonSyntaxException(
            SyntaxErrorKind.SyntaxError, Message, source.FileName, token.Line,
            source.CountsBytes ? offset : Math.Min(offset, text.Length + 1), text, token.Line, 0);
    }

    /// <summary>A backslash that joins the last line with nothing.</summary>
    public static PythonSyntaxException EndAfterBackslash(SourceText source, int backslash)
    {
        var line = source.LineOf(backslash);
        var column = source.ErrorColumn(line, source.ByteColumn(line, backslash)) + 2;
        return new PythonSyntaxException(
            SyntaxErrorKind.SyntaxError, "unexpected EOF while parsing", source.FileName, line, column, source.LineText(line), line, -1) { IsCutShort = true };
    }

    /// <summary>A character that stands in no token.</summary>
    public static PythonSyntaxException InvalidCharacter(SourceText source, int offset)
    {
        Rune.DecodeFromUtf16(source.Text.AsSpan(offset), out var rune, out var length);
        var printable = Unicode.UnicodeData.IsPrintable(rune.Value);
        return AtOffset(source, offset + length, printable
            ? $"invalid character '{rune}' (U+{rune.Value:X4})"
            : $"invalid non-printable character U+{rune.Value:X4}");
    }

    public static PythonSyntaxException Tabs(SourceText source, PyToken token) =>
        Indentation(source, token, SyntaxErrorKind.TabError, "inconsistent use of tabs and spaces in indentation");

    public static PythonSyntaxException TooManyIndents(SourceText source, PyToken token) =>
        Indentation(source, token, SyntaxErrorKind.IndentationError, "too many levels of indentation");

    public static PythonSyntaxException Unindent(SourceText source, PyToken token) =>
        Indentation(source, token, SyntaxErrorKind.IndentationError, "unindent does not match any outer indentation level");

    private static PythonSyntaxException Indentation(SourceText source, PyToken token, SyntaxErrorKind kind, string message)
    {
        // CPython counts bytes here, to the end of the line; for tabs it says nothing but the line.
        var text = source.LineText(token.Line) ?? "";
        var column = kind == SyntaxErrorKind.TabError ? 1 : System.Text.Encoding.UTF8.GetByteCount(text.TrimEnd('\n')) + 1;
        return new PythonSyntaxException(kind, message, source.FileName, token.Line, column, text, token.Line, kind == SyntaxErrorKind.TabError ? 0 : -1);
    }

    /// <summary>A number followed by a character of a name: an error, or a warning when a keyword follows.</summary>
    public static PythonSyntaxException? BadNumber(SourceText source, PyToken token, int end, out SyntaxWarning? warning) =>
        NumberEnd.Check(source, token, end, out warning);
}
