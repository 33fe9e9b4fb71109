// The inside of an f-string, by 3.11's rules: no backslash and no comment in an expression, `{{` and `}}` for braces
// outside format specs, `=`, `!r`, and format specs that may hold fields again, one level deep. An expression is parsed
// where it stands in the source, so that its nodes carry their true positions.

using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Errors;
using PyCoro.Syntax.Grammar;
using PyCoro.Syntax.Parsing;

namespace PyCoro.Syntax.Literals;

internal sealed class FStringReader(SourceText source, StringPart part, PyToken next, List<SyntaxWarning> warnings)
{
    private readonly string _text = source.Text;
    private int _at = part.Start;

    public void Read(JoinedStringBuilder result) => ReadPieces(result, 0);

    private void ReadPieces(JoinedStringBuilder result, int depth)
    {
        while (true)
        {
            ReadText(result, depth);
            if (_at >= part.End || _text[_at] == '}')
            {
                return;
            }
            ReadField(result, depth);
        }
    }

    // Literal text up to a field, the end of a format spec, or the end of the string.
    private void ReadText(JoinedStringBuilder result, int depth)
    {
        var start = _at;
        while (_at < part.End)
        {
            var c = _text[_at++];
            if (!part.IsRaw && c == '\\' && _at < part.End)
            {
                c = _text[_at++];
                if (c == 'N')
                {
                    if (_at < part.End && _text[_at] == '{')
                    {
                        var close = _text.IndexOf('}', _at, part.End - _at);
                        _at = close < 0 ? part.End : close + 1;
                    }
                    continue;
                }
                if (c == '{')
                {
                    // The backslash stays, and the brace opens a field all the same.
                    warnings.Add(SyntaxErrors.Deprecated(source, part.Token, "invalid escape sequence '\\{'"));
                    AddText(result, start, _at - 2);
                    result.AddText("\\", Span(_at - 2, _at - 1));
                    start = _at - 1;
                    c = '{';
                }
            }
            if (c is not ('{' or '}'))
            {
                continue;
            }
            if (depth == 0)
            {
                if (_at < part.End && _text[_at] == c)
                {
                    AddText(result, start, _at);
                    start = ++_at;
                    continue;
                }
                if (c == '}')
                {
                    throw Fail("f-string: single '}' is not allowed");
                }
            }
            _at--;
            AddText(result, start, _at);
            return;
        }
        AddText(result, start, _at);
    }

    private void AddText(JoinedStringBuilder result, int start, int end)
    {
        if (end > start)
        {
            var text = part.IsRaw ? _text[start..end] : new EscapeReader(source, part.Token, next, warnings).Text(start, end);
            result.AddText(text, Span(start, end));
        }
    }

    private void ReadField(JoinedStringBuilder result, int depth)
    {
        if (depth >= 2)
        {
            throw Fail("f-string: expressions nested too deeply");
        }
        var open = _at++;
        var start = _at;
        FindEndOfExpression();
        var end = _at;
        if (string.IsNullOrWhiteSpace(_text[start..end]))
        {
            throw Fail(_text[end] is '!' or ':' or '='
                ? $"f-string: expression required before '{_text[end]}'"
                : "f-string: empty expression not allowed");
        }
        var value = SourceParser.ParseReplacementField(source, part.Token, start, end, warnings);
        var shown = false;
        if (_text[_at] == '=')
        {
            FeatureVersions.Require(source, 8, "f-string: self documenting expressions are", next);
            shown = true;
            _at++;
            while (_at < part.End && _text[_at] is ' ' or '\t' or '\n' or '\f' or '\r')
            {
                _at++;
            }
            result.AddText(_text[start.._at], Span(start, _at));
        }
        var conversion = ReadConversion();
        Expr? spec = null;
        if (_at < part.End && _text[_at] == ':')
        {
            var specStart = ++_at;
            var pieces = result.Nested();
            ReadPieces(pieces, depth + 1);
            spec = new JoinedStr(pieces.Finish(), Span(specStart, _at));
        }
        if (_at >= part.End || _text[_at] != '}')
        {
            throw Fail("f-string: expecting '}'");
        }
        _at++;
        if (shown && conversion < 0 && spec is null)
        {
            conversion = 'r';
        }
        result.AddValue(new FormattedValue(value, conversion, spec, Span(open, _at)));
    }

    private int ReadConversion()
    {
        if (_at >= part.End || _text[_at] != '!')
        {
            return -1;
        }
        _at++;
        if (_at >= part.End)
        {
            throw Fail("f-string: expecting '}'");
        }
        var conversion = _text[_at++];
        if (conversion is not ('s' or 'r' or 'a'))
        {
            throw Fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
        }
        return conversion;
    }

    // Moves to the character behind the expression: `!`, `:`, `=` or `}`.
    private void FindEndOfExpression()
    {
        var brackets = new Stack<char>();
        for (; _at < part.End; _at++)
        {
            var c = _text[_at];
            switch (c)
            {
                case '\\':
                    throw Fail("f-string expression part cannot include a backslash");
                case '#':
                    throw Fail("f-string expression part cannot include '#'");
                case '\'' or '"':
                    SkipString(c);
                    continue;
                case '(' or '[' or '{':
                    if (brackets.Count >= 200)
                    {
                        throw Fail("f-string: too many nested parenthesis");
                    }
                    brackets.Push(c);
                    continue;
            }
            if (brackets.Count == 0)
            {
                var following = _at + 1 < part.End ? _text[_at + 1] : '\0';
                if (c is '!' or '=' or '<' or '>' && following == '=')
                {
                    _at++;
                    continue;
                }
                if (c is '!' or ':' or '}' or '=')
                {
                    return;
                }
            }
            if (c is ')' or ']' or '}')
            {
                if (brackets.Count == 0)
                {
                    throw Fail($"f-string: unmatched '{c}'");
                }
                var open = brackets.Pop();
                if (c - open is not (1 or 2))
                {
                    throw Fail($"f-string: closing parenthesis '{c}' does not match opening parenthesis '{open}'");
                }
            }
        }
        throw Fail(brackets.Count > 0 ? $"f-string: unmatched '{brackets.Peek()}'" : "f-string: expecting '}'");
    }

    private void SkipString(char quote)
    {
        var text = _text.AsSpan(0, part.End);
        var triple = text[_at..].Length >= 3 && text[_at + 1] == quote && text[_at + 2] == quote;
        var from = _at + (triple ? 3 : 1);
        for (var i = from; i < part.End; i++)
        {
            if (text[i] == '\\')
            {
                throw Fail("f-string expression part cannot include a backslash");
            }
            if (text[i] == quote && (!triple || (i + 2 < part.End && text[i + 1] == quote && text[i + 2] == quote)))
            {
                _at = i + (triple ? 2 : 0);
                return;
            }
        }
        throw Fail("f-string: unterminated string");
    }

    private SourceSpan Span(int start, int end)
    {
        var line = source.LineOf(start);
        var endLine = source.LineOf(end);
        return new SourceSpan(line, source.ByteColumn(line, start), endLine, source.ByteColumn(endLine, end));
    }

    private PythonSyntaxException Fail(string message) => SyntaxErrors.At(source, next, message);
}
