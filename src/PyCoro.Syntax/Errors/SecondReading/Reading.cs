// A source that did not parse is read once more, by CPython 3.11's own order of trial: a packrat parser over the tokens,
// first with the rules of the language reference alone, which finds out how far the source is right, then with rules
// for usual mistakes among them. Which mistake is reported, and where, follows from the order in which alternatives are
// tried and from the last token that was looked at, so both are kept exactly. It runs only for refused sources.

using System.Runtime.CompilerServices;
using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Grammar;
using L = PyCoro.Syntax.Grammar.PythonLexer;

namespace PyCoro.Syntax.Errors.SecondReading;

internal sealed partial class Reading
{
    private readonly SourceText _source;
    private readonly TokenReader _reader;
    private readonly PyToken[] _tokens;
    private readonly int[] _types;
    private readonly int[] _levels;
    private readonly Dictionary<(Rule Rule, int At), (Piece? Piece, int End)> _known = [];
    private int _mark;
    private int _last;
    private bool _mistakes;
    private bool _tokenizerFailed;

    // Only a file gets the line end that its last line lacks.
    private readonly bool _isShort;

    private readonly List<SyntaxWarning> _warnings;

    private Reading(SourceText source, TokenBuffer tokens, TokenReader reader, List<SyntaxWarning> warnings, ParseMode mode = ParseMode.File, bool implyDedent = true)
    {
        _source = source;
        _reader = reader;
        _warnings = warnings;
        _tokens = TokensFor(mode, source, tokens.All, implyDedent);
        _isShort = mode != ParseMode.File && !source.Text.EndsWith('\n');
        _types = new int[_tokens.Length];
        _levels = new int[_tokens.Length];
        var level = 0;
        for (var i = 0; i < _tokens.Length; i++)
        {
            _types[i] = _tokens[i].Type switch
            {
                L.TRAILING_COMMA => L.COMMA,
                L.MATCH or L.CASE => L.NAME,
                var type => type,
            };
            level += _types[i] is L.LPAREN or L.LBRACK or L.LBRACE ? 1 : _types[i] is L.RPAREN or L.RBRACK or L.RBRACE ? -1 : 0;
            _levels[i] = level;
        }
        if (_tokens.Length > 1 && ReferenceEquals(_tokens[^1], _tokens[^2]))
        {
            _types[^2] = L.NEWLINE;
        }
    }

    // The rules whose results are remembered, which are CPython's: others are tried again each time.
    private enum Rule
    {
        SimpleStatement, Block, Expression, StarExpression, Disjunction, Conjunction, Inversion, BitwiseOr, Factor, AwaitPrimary,
        Primary, TargetPrimary, InvalidNamedExpression, Arguments, Strings, StarTarget, TargetWithStarAtom, DeletionTarget,
    }

    /// <summary>Why a source is refused; <paramref name="refused"/> when this grammar finds nothing wrong.</summary>
    public static PythonSyntaxException Explain(SourceText source, ParseOptions options, PythonSyntaxException refused)
    {
        var warnings = new List<SyntaxWarning>();
        var (tokens, reader) = TokenReader.Read(source, warnings);
        var mode = options.Mode;
        Func<Reading, bool> start = mode switch
        {
            ParseMode.File => static reading => reading.File(),
            ParseMode.Interactive => static reading => reading.Interactive(),
            ParseMode.Expression => static reading => reading.Evaluated(),
            _ => static reading => reading.FunctionType(),
        };
        var reading = new Reading(source, tokens, reader, warnings, mode, options.ImplyDedent);
        var error = options.AllowIncomplete && reading.IsIncomplete(start)
            ? reading.AtLast("incomplete input")
            : reading.Explain(start, refused);
        error.Warnings = [.. warnings];
        return error;
    }

    // Does the first pass fail where the tokenizer has seen the end of the source?
    private bool IsIncomplete(Func<Reading, bool> start)
    {
        var isCutShort = false;
        try
        {
            start(this);
        }
        catch (PythonSyntaxException error)
        {
            isCutShort = error.IsCutShort;
        }
        catch (InsufficientExecutionStackException)
        {
            return false;
        }
        var last = _tokens[Math.Min(_last, _tokens.Length - 1)];
        isCutShort |= last.Type == L.Eof || (last.Type == L.DEDENT && last.StartIndex >= _source.Text.Length)
            || (_isShort && last.End >= _source.Text.Length && _reader.Error is not { IsCutShort: false });
        _known.Clear();
        _warnings.Clear();
        _mark = 0;
        if (!isCutShort)
        {
            _last = 0;
            _tokenizerFailed = false;
        }
        return isCutShort;
    }

    /// <summary>Why the expression of a replacement field is refused. CPython 3.11 reads it in parentheses, shows it so, and
    /// counts bytes; in lines after the first the column of the brace is taken off.</summary>
    /// <param name="source">The source with the f-string.</param>
    /// <param name="token">The string token the field is in.</param>
    /// <param name="start">Offset of the expression.</param>
    /// <param name="end">Offset behind it.</param>
    /// <param name="refused">The answer when nothing is found.</param>
    public static PythonSyntaxException ExplainField(
        SourceText source, PyToken token, int start, int end, PythonSyntaxException refused)
    {
        var expression = source.Text[start..end];
        var text = new SourceText($"({expression})\n", source.FileName, countsBytes: true);
        var (tokens, reader) = TokenReader.Read(text, []);
        var reading = new Reading(text, tokens, reader, []);
        var error = reading.Explain(field => field.StarExpressions() is not null, refused);
        if (ReferenceEquals(error, refused) || error.Text?.TrimEnd('\n') != text.LineText(error.Line)?.TrimEnd('\n'))
        {
            // One of a field further inside has its place already.
            return error;
        }
        var line = source.LineOf(start);
        var startsLine = expression.TrimStart(' ', '\t', '\f').StartsWith('\n');
        var shift = !startsLine ? source.ByteColumn(line, start - 1) : line > token.Line ? 0 : token.Column;
        return new PythonSyntaxException(
            error.Kind, reading._tokenizerFailed ? error.Message : "f-string: " + error.Message, source.FileName,
            line + error.Line - 1, Place(error.Line, error.Offset), error.Text, line + error.EndLine - 1, Place(error.EndLine, error.EndOffset));

        int Place(int on, int offset) => offset <= 0 || on == 1 || reading._tokenizerFailed ? offset : offset - shift;
    }

    private PythonSyntaxException Explain(Func<Reading, bool> start, PythonSyntaxException refused)
    {
        try
        {
            if (start(this))
            {
                return WithLineEnd(refused);
            }
            var furthest = _last;
            _known.Clear();
            _mark = 0;
            _mistakes = true;
            start(this);
            return WithLineEnd(Unspecific(_tokens[furthest]));
        }
        catch (PythonSyntaxException error)
        {
            return WithLineEnd(_tokenizerFailed ? error : LaterError() ?? error);
        }
        catch (InsufficientExecutionStackException)
        {
            return refused;
        }
    }

    private PythonSyntaxException Unspecific(PyToken token) => token.Type switch
    {
        L.INDENT => SyntaxErrors.Indentation(_source, _tokens[_last], "unexpected indent"),
        L.DEDENT => SyntaxErrors.Indentation(_source, _tokens[_last], "unexpected unindent"),
        L.Eof => LaterError() ?? SyntaxErrors.AtEndOfFile(_source, "invalid syntax"),
        L.NEWLINE when token.StartIndex >= _source.Text.Length && _isShort => SyntaxErrors.AtEndOfFile(_source, "invalid syntax"),
        _ => LaterError() ?? SyntaxErrors.At(_source, token, "invalid syntax"),
    };

    // Of the errors that tokens cause, CPython's parser words those about indentation and backslashes, which have no end.
    private static bool IsTokenizers(PythonSyntaxException error) =>
        error is { Kind: SyntaxErrorKind.SyntaxError, EndOffset: > 0 };

    // To CPython's parser every line ends with a line end; its tokenizer shows lines without.
    private PythonSyntaxException WithLineEnd(PythonSyntaxException error)
    {
        var text = error.Text?.TrimEnd('\n');
        if (!_isShort && (!ReferenceEquals(error, _reader.Error) || !IsTokenizers(error)))
        {
            text += '\n';
        }
        return error.Text is null || text == error.Text
            ? error
            : new(error.Kind, error.Message, error.FileName, error.Line, error.Offset, text, error.EndLine, error.EndOffset);
    }

    // CPython reads all tokens before it reports what the parser found; one of its tokenizer's wins.
    private PythonSyntaxException? LaterError()
    {
        if (_reader.Error is { } error && IsTokenizers(error))
        {
            return error;
        }
        return _reader.OpenBrackets.FirstOrDefault() is { } open && _tokens[_last].Line > open.Line ? NeverClosed(open) : null;
    }

    private PythonSyntaxException NeverClosed(PyToken open) => new(
        SyntaxErrorKind.SyntaxError, $"'{open.Text}' was never closed", _source.FileName, open.Line,
        _source.ErrorColumn(open.Line, open.Column) + 1, _source.LineText(open.Line), open.Line, 0);

    // CPython's tokenizer knows what it reads for. An expression without a line end gets no NEWLINE; an interactive
    // statement gets one more, in place of the end, unless it is one line that lacks its line end.
    private static PyToken[] TokensFor(ParseMode mode, SourceText source, ReadOnlySpan<PyToken> tokens, bool implyDedent)
    {
        var all = tokens.ToArray();
        var endsLine = source.Text.EndsWith('\n');
        if (mode == ParseMode.Interactive && !endsLine && !implyDedent && all.Length > 1 && all[^2].Type == L.DEDENT)
        {
            // The blocks stay open, and the line end that was thought of stands for the end.
            var open = Array.FindLastIndex(all, static token => token.Type == L.NEWLINE);
            return [.. all[..open], all[^1], all[^1]];
        }
        if (all.Length < 2 || all[^2].Type is not (L.NEWLINE or L.DEDENT))
        {
            return all;
        }
        return mode switch
        {
            ParseMode.Expression when !endsLine && all[^2].Type == L.NEWLINE => [.. all[..^2], all[^1]],
            ParseMode.Interactive when endsLine || all[^2].Type == L.DEDENT =>
                [.. all, all[^1]],
            _ => all,
        };
    }

    // The type of a token; looking at it is what can fail.
    private int TypeAt(int index)
    {
        index = Math.Min(index, _tokens.Length - 1);
        if (index > _last)
        {
            _last = index;
        }
        var type = _types[index];
        if (type == L.LEXICAL_ERROR && _reader.Error is { } error)
        {
            _tokenizerFailed = true;
            throw error;
        }
        if (type is L.Eof or L.DEDENT or L.NEWLINE && _levels[index] > 0 && _reader.OpenBrackets.FirstOrDefault() is { } open)
        {
            _tokenizerFailed = true;
            throw NeverClosed(open);
        }
        return type;
    }

    private bool Is(int type) => TypeAt(_mark) == type;

    private bool Take(int type)
    {
        if (TypeAt(_mark) != type)
        {
            return false;
        }
        _mark++;
        return true;
    }

    private bool TakeWord(string word)
    {
        if (TypeAt(_mark) != L.NAME || _tokens[_mark].Text != word)
        {
            return false;
        }
        _mark++;
        return true;
    }

    // A token that must come: its absence is an error already in the first pass.
    private bool Demand(int type, string text) =>
        Take(type) ? true : throw SyntaxErrors.At(_source, _tokens[_mark], $"expected '{text}'");

    // Runs an alternative and goes back when it does not match.
    private T? Try<T>(Func<T?> alternative)
        where T : class
    {
        var start = _mark;
        if (alternative() is { } match)
        {
            return match;
        }
        _mark = start;
        return null;
    }

    private bool Try(Func<bool> alternative)
    {
        var start = _mark;
        if (alternative())
        {
            return true;
        }
        _mark = start;
        return false;
    }

    private bool Ahead(Func<bool> what)
    {
        var start = _mark;
        var found = what();
        _mark = start;
        return found;
    }

    // A rule for a mistake: it throws or finds nothing.
    private void Mistake(Action rule)
    {
        if (_mistakes)
        {
            var start = _mark;
            rule();
            _mark = start;
        }
    }

    private Piece? Remembered(Rule rule, Func<Piece?> read)
    {
        var start = _mark;
        if (_known.TryGetValue((rule, start), out var known))
        {
            _mark = known.End;
            return known.Piece;
        }
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var piece = read();
        if (piece is null)
        {
            _mark = start;
        }
        _known[(rule, start)] = (piece, _mark);
        return piece;
    }

    // One or more, with commas between; a comma that nothing follows is left.
    private List<Piece>? Commas(Func<Piece?> element)
    {
        if (Try(element) is not { } first)
        {
            return null;
        }
        var all = new List<Piece> { first };
        while (Try(() => Take(L.COMMA) ? element() : null) is { } next)
        {
            all.Add(next);
        }
        return all;
    }

    private Piece Made(string name, int first, params Piece[] parts) => new(name, first, _mark - 1, parts);

    private PythonSyntaxException AtLast(string message, SyntaxErrorKind kind = SyntaxErrorKind.SyntaxError)
    {
        var error = SyntaxErrors.At(_source, _tokens[_last], message, kind);
        return _isShort && error.EndOffset == -1 && _tokens[_last].StartIndex >= _source.Text.Length
            ? new(kind, message, error.FileName, error.Line, error.Offset - 1, error.Text, error.EndLine, -1)
            : error;
    }

    private PythonSyntaxException At(Piece piece, string message) => Range(piece.First, piece.Last, message);

    private PythonSyntaxException At(int token, string message) => Range(token, token, message);

    private PythonSyntaxException Range(int first, int last, string message) => SyntaxErrors.Between(
        _source,
        new SourceSpan(_tokens[first].Line, _tokens[first].Column, _tokens[last].EndLine, _tokens[last].EndColumn),
        message);

    // From a token to where the tokenizer stands; CPython's end is one short there.
    private PythonSyntaxException From(int first, string message)
    {
        var start = _tokens[first];
        var end = _tokens[_last];
        return new PythonSyntaxException(
            SyntaxErrorKind.SyntaxError, message, _source.FileName,
            start.Line, _source.ErrorColumn(start.Line, start.Column) + 1, _source.LineText(start.Line),
            end.EndLine, _source.ErrorEndColumn(start.Line, end.EndLine, end.EndColumn));
    }
}
