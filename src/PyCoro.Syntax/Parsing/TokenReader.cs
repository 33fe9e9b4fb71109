// The token source: what CPython's tokenizer does beyond recognising single tokens (language reference, 2.1). It makes
// INDENT and DEDENT by CPython's rules for tabs, joins lines in brackets, caps nested brackets (which also protects the
// parser's stack), and retypes tokens so that the grammar decides everything by one token of lookahead: the comma
// before a closing token, and `match`/`case` where a match statement stands.
// A lexical error becomes a token: the parser may find a grammatical error before it, and the first one counts.

using Antlr4.Runtime;
using PyCoro.Syntax.Parsing;
using L = PyCoro.Syntax.Grammar.PythonLexer;

namespace PyCoro.Syntax.Grammar;

/// <summary>Reads a source, or the stretch of it that an f-string's expression takes, into tokens.</summary>
internal sealed class TokenReader
{
    private const int MaxBrackets = 200;
    private const int MaxIndents = 100;

    private readonly SourceText _source;
    private readonly string _text;
    private readonly int _end;
    private readonly L _lexer;
    private readonly List<SyntaxWarning> _warnings;
    private readonly bool _inReplacementField;
    private readonly Stack<PyToken> _brackets = new();
    private readonly List<(int Column, int AlternateColumn)> _indents = [(0, 0)];
    private readonly List<int> _matchIndents = [];

    private PyToken[] _tokens;
    private int _count;
    private int _line = 1;
    private int _columnLine;
    private int _columnOffset;
    private int _column;
    private int _logicalLineStart;
    private int _logicalLineFirstToken;

    private TokenReader(SourceText source, int start, int end, bool inReplacementField, List<SyntaxWarning> warnings)
    {
        _source = source;
        _text = source.Text;
        _end = end;
        _warnings = warnings;
        _inReplacementField = inReplacementField;
        _logicalLineStart = start;
        _line = source.LineOf(start);
        _lexer = new L(new SourceStream(source, start, end), TextWriter.Null, TextWriter.Null) { Source = source, Limit = end };
        _tokens = new PyToken[Math.Max(16, (end - start) / 4)];
    }

    /// <summary>The error a LEXICAL_ERROR token stands for.</summary>
    public PythonSyntaxException? Error { get; private set; }

    /// <summary>Whether the error is one that CPython also looks for behind a place where parsing failed: one in the form
    /// of a token, but not in indentation or line joining.</summary>
    public bool ErrorIsInToken { get; private set; }

    /// <summary>Whether this is the inside of an f-string's braces.</summary>
    public bool InReplacementField => _inReplacementField;

    /// <summary>The brackets that are still open at the end, the innermost first.</summary>
    public IReadOnlyCollection<PyToken> OpenBrackets => _brackets;

    /// <summary>Offsets of all comments, in order.</summary>
    public IReadOnlyList<int> Comments => _lexer.Comments;

    /// <summary>Reads a whole source.</summary>
    public static (TokenBuffer Tokens, TokenReader Reader) Read(SourceText source, List<SyntaxWarning> warnings)
    {
        var reader = new TokenReader(source, 0, source.Text.Length, false, warnings);
        reader.ReadAll();
        FeatureVersions.ReadAsyncAsName(source, reader._tokens.AsSpan(0, reader._count));
        return (new TokenBuffer(reader._tokens, reader._count), reader);
    }

    /// <summary>Reads the expression of a replacement field: line ends in it mean nothing.</summary>
    public static (TokenBuffer Tokens, TokenReader Reader) ReadReplacementField(
        SourceText source, int start, int end, List<SyntaxWarning> warnings)
    {
        var reader = new TokenReader(source, start, end, true, warnings);
        reader.ReadAll();
        return (new TokenBuffer(reader._tokens, reader._count), reader);
    }

    private void ReadAll()
    {
        var atLineStart = !_inReplacementField;
        while (Error is null)
        {
            var token = (PyToken)_lexer.NextToken();
            switch (token.Type)
            {
                case TokenConstants.EOF:
                    ReadEnd(token, atLineStart);
                    return;
                case L.NEWLINE:
                    if (atLineStart)
                    {
                        _logicalLineStart = token.End;
                    }
                    else if (_brackets.Count == 0 && !_inReplacementField)
                    {
                        EndLogicalLine(token);
                        atLineStart = true;
                    }
                    continue;
            }
            if (atLineStart)
            {
                atLineStart = false;
                Place(token);
                if (!Indent(token))
                {
                    break;
                }
                _logicalLineFirstToken = _count;
            }
            else
            {
                Place(token);
            }
            ReadOrdinary(token);
        }
        if (Error is not null)
        {
            var end = new PyToken(_source, TokenConstants.EOF, _end, _end);
            Place(end);
            Append(end);
        }
    }

    private void ReadOrdinary(PyToken token)
    {
        switch (token.Type)
        {
            case L.NAME:
                if (!System.Text.Ascii.IsValid(_text.AsSpan(token.StartIndex, token.End - token.StartIndex)))
                {
                    CheckName(token);
                }
                break;
            case L.NUMBER:
                if (token.End < _end && (char.IsAsciiLetterOrDigit(_text[token.End]) || _text[token.End] == '_'))
                {
                    CheckNumberEnd(token);
                }
                break;
            case L.LPAREN or L.LBRACK or L.LBRACE:
                if (_brackets.Count >= MaxBrackets - (_inReplacementField ? 1 : 0))
                {
                    Fail(token, LexicalErrors.AtOffset(_source, token.End, "too many nested parentheses"));
                    return;
                }
                _brackets.Push(token);
                break;
            case L.RPAREN or L.RBRACK or L.RBRACE:
                MarkTrailingComma();
                if (!Close(token))
                {
                    return;
                }
                break;
            case L.ASSIGN or L.SEMI or L.IN or L.IF:
            case >= L.PLUS_ASSIGN and <= L.DSLASH_ASSIGN:
                MarkTrailingComma();
                break;
            case L.COLON:
                // In x[a, :] the comma separates; before a colon anywhere else it trails.
                if (_brackets.Count == 0 || _brackets.Peek().Type != L.LBRACK)
                {
                    MarkTrailingComma();
                }
                break;
            case L.STRING:
                break;
            case L.LEXICAL_ERROR:
                Fail(token, LexicalErrors.UnterminatedString(_source, token, _end));
                return;
            case L.UNKNOWN:
                if (_text[token.StartIndex] == '\\')
                {
                    Fail(token, LexicalErrors.AfterBackslash(_source, token));
                    return;
                }
                break;
        }
        Append(token);
    }

    private void MarkTrailingComma()
    {
        if (_count > 0 && _tokens[_count - 1].Type == L.COMMA)
        {
            _tokens[_count - 1].Type = L.TRAILING_COMMA;
        }
    }

    private bool Close(PyToken token)
    {
        if (_brackets.Count == 0)
        {
            Fail(token, LexicalErrors.At(_source, token, $"unmatched '{token.Text}'"));
            return false;
        }
        var open = _brackets.Pop();
        if (token.Type != open.Type + 1)
        {
            var where = open.Line == token.Line ? "" : $" on line {open.Line}";
            Fail(token, LexicalErrors.At(
                _source, token, $"closing parenthesis '{token.Text}' does not match opening parenthesis '{open.Text}'{where}"));
            return false;
        }
        return true;
    }

    private void CheckName(PyToken token)
    {
        var bad = Identifiers.FirstInvalid(_text.AsSpan(token.StartIndex, token.End - token.StartIndex));
        if (bad >= 0)
        {
            Fail(token, LexicalErrors.InvalidCharacter(_source, token.StartIndex + bad), append: false);
            token.Type = L.LEXICAL_ERROR;
        }
    }

    private void CheckNumberEnd(PyToken token)
    {
        var error = LexicalErrors.BadNumber(_source, token, _end, out var warning);
        if (warning is not null)
        {
            _warnings.Add(warning);
        }
        if (error is not null)
        {
            Fail(token, error, append: false);
            token.Type = L.LEXICAL_ERROR;
        }
    }

    private void Fail(PyToken token, PythonSyntaxException error, bool append = true)
    {
        Error ??= error;
        ErrorIsInToken = error.Kind == SyntaxErrorKind.SyntaxError && token.Type != L.UNKNOWN;
        token.Type = L.LEXICAL_ERROR;
        if (append)
        {
            Append(token);
        }
    }

    private void EndLogicalLine(PyToken newline)
    {
        MarkTrailingComma();
        var first = _tokens[_logicalLineFirstToken];
        if (first.Type == L.NAME && first.End - first.StartIndex is 4 or 5)
        {
            MarkSoftKeyword(first);
        }
        PlaceMade(newline);
        Append(newline);
        _logicalLineStart = newline.End;
    }

    // No other statement that starts with a name can end in a colon, so a line `match …:` is a match statement; and
    // nothing but case blocks can stand directly in one.
    private void MarkSoftKeyword(PyToken first)
    {
        var text = _text.AsSpan(first.StartIndex, first.End - first.StartIndex);
        if (text is "match")
        {
            if (_tokens[_count - 1].Type == L.COLON && _count - _logicalLineFirstToken > 2)
            {
                first.Type = L.MATCH;
                _matchIndents.Add(_indents.Count);
            }
        }
        else if (text is "case" && _matchIndents.Count > 0 && _matchIndents[^1] == _indents.Count - 1)
        {
            first.Type = L.CASE;
        }
    }

    private void ReadEnd(PyToken end, bool atLineStart)
    {
        if (_brackets.Count == 0 && EndsInJoin(out var backslash))
        {
            var token = new PyToken(_source, L.UNKNOWN, backslash, _end);
            Place(token);
            Fail(token, LexicalErrors.EndAfterBackslash(_source, backslash));
            PlaceMade(end);
            Append(end);
            return;
        }
        if (!atLineStart && _brackets.Count == 0)
        {
            var newline = new PyToken(_source, L.NEWLINE, _end, _end);
            EndLogicalLine(newline);
        }
        PlaceMade(end);
        while (_indents.Count > 1)
        {
            PopIndent();
            Append(Made(L.DEDENT, end));
        }
        Append(end);
    }

    // A last line whose line end a backslash hides: there is nothing to join it with.
    private bool EndsInJoin(out int backslash)
    {
        backslash = _end - 2;
        if (_end < 2 || !_text.AsSpan(0, _end).EndsWith("\\\n"))
        {
            return false;
        }
        var start = Math.Max(_text.AsSpan(0, backslash).LastIndexOf('\n') + 1, _count > 0 ? _tokens[_count - 1].End : 0);
        return start <= backslash && _text.AsSpan(start, backslash - start).IsWhiteSpace();
    }

    // CPython's rule: columns are counted twice, with tabs to multiples of 8 and with tabs as 1, and both must agree on
    // what is deeper. Blank and comment lines do not count; a backslash keeps the column of the line it stands on.
    private bool Indent(PyToken token)
    {
        int column = 0, alternate = 0, continued = 0;
        for (var at = _logicalLineStart; at < token.StartIndex; at++)
        {
            switch (_text[at])
            {
                case ' ':
                    column++;
                    alternate++;
                    break;
                case '\t':
                    column = ((column / 8) + 1) * 8;
                    alternate++;
                    break;
                case '\f':
                    column = alternate = 0;
                    break;
                case '\\':
                    continued = continued != 0 ? continued : column;
                    at++;
                    break;
                case '#':
                    at = _text.IndexOf('\n', at) - 1;
                    break;
                default:
                    column = alternate = continued = 0;
                    break;
            }
        }
        if (continued != 0)
        {
            column = alternate = continued;
        }
        var (top, alternateTop) = _indents[^1];
        if (column == top)
        {
            return alternate == alternateTop || FailIndent(token, LexicalErrors.Tabs(_source, token));
        }
        if (column > top)
        {
            if (_indents.Count + 1 > MaxIndents)
            {
                return FailIndent(token, LexicalErrors.TooManyIndents(_source, token));
            }
            if (alternate <= alternateTop)
            {
                return FailIndent(token, LexicalErrors.Tabs(_source, token));
            }
            _indents.Add((column, alternate));
            Append(Made(L.INDENT, token));
            return true;
        }
        if (!_indents.Exists(indent => indent.Column == column))
        {
            return FailIndent(token, LexicalErrors.Unindent(_source, token));
        }
        while (column < _indents[^1].Column)
        {
            PopIndent();
            Append(Made(L.DEDENT, token));
        }
        if (alternate != _indents[^1].AlternateColumn)
        {
            return FailIndent(token, LexicalErrors.Tabs(_source, token));
        }
        return true;
    }

    private bool FailIndent(PyToken token, PythonSyntaxException error)
    {
        Fail(token, error);
        return false;
    }

    private void PopIndent()
    {
        _indents.RemoveAt(_indents.Count - 1);
        while (_matchIndents.Count > 0 && _matchIndents[^1] > _indents.Count)
        {
            _matchIndents.RemoveAt(_matchIndents.Count - 1);
        }
    }

    // An INDENT or DEDENT in front of a token that has its place.
    private PyToken Made(int type, PyToken before)
    {
        var token = new PyToken(_source, type, before.StartIndex, before.StartIndex) { Line = before.Line, Column = before.Column };
        EndWithLast(token);
        return token;
    }

    private void PlaceMade(PyToken token)
    {
        Place(token);
        EndWithLast(token);
    }

    private void EndWithLast(PyToken token)
    {
        if (_count > 0)
        {
            var last = _tokens[_count - 1];
            token.EndLine = last.EndLine;
            token.EndColumn = last.EndColumn;
        }
    }

    private void Place(PyToken token)
    {
        (token.Line, token.Column) = Position(token.StartIndex);
        if (token.Type == L.STRING)
        {
            (token.EndLine, token.EndColumn) = Position(token.End);
        }
        else
        {
            token.EndLine = token.Line;
            token.EndColumn = token.Column + _source.ByteCount(token.StartIndex, token.End);
        }
    }

    // Offsets come in ascending order: the line moves along, and bytes are counted from the last position on the line.
    private (int Line, int Column) Position(int offset)
    {
        while (_line < _source.LineCount && _source.LineStart(_line + 1) <= offset)
        {
            _line++;
        }
        var start = _source.LineStart(_line);
        if (_source.IsAscii)
        {
            return (_line, offset - start);
        }
        if (_columnLine != _line || _columnOffset > offset)
        {
            _columnLine = _line;
            _columnOffset = start;
            _column = 0;
        }
        _column += _source.ByteCount(_columnOffset, offset);
        _columnOffset = offset;
        return (_line, _column);
    }

    private void Append(PyToken token)
    {
        if (_count == _tokens.Length)
        {
            Array.Resize(ref _tokens, _tokens.Length * 2);
        }
        token.TokenIndex = _count;
        _tokens[_count++] = token;
    }
}
