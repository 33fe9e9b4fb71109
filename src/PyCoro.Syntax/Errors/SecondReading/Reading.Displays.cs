using PyCoro.Syntax.Grammar;
using L = PyCoro.Syntax.Grammar.PythonLexer;

namespace PyCoro.Syntax.Errors.SecondReading;

// Displays, comprehensions and the arguments of calls (language reference, 6.2.4 to 6.2.8 and 6.3.4).
internal sealed partial class Reading
{
    private const string NotParenthesised = "Generator expression must be parenthesized";

    private Piece? Group()
    {
        var inner = Try(() => Take(L.LPAREN) && (Try(YieldExpression) ?? Try(NamedExpression)) is { } value && Take(L.RPAREN) ? value : null);
        if (inner is null)
        {
            Mistake(InvalidGroup);
        }
        return inner;
    }

    private void InvalidGroup()
    {
        var start = _mark;
        if (Take(L.LPAREN) && StarredExpression() is { } starred && Take(L.RPAREN))
        {
            throw At(starred, "cannot use starred expression here");
        }
        _mark = start;
        if (Take(L.LPAREN) && Take(L.POWER) && Expression() is not null && Take(L.RPAREN))
        {
            throw At(start + 1, "cannot use double starred expression here");
        }
    }

    private Piece? TupleDisplay()
    {
        var start = _mark;
        if (!Take(L.LPAREN))
        {
            return null;
        }
        var all = new List<Piece>();
        Try(() =>
        {
            if (StarNamedExpression() is not { } first || !Take(L.COMMA))
            {
                return false;
            }
            all.Add(first);
            all.AddRange(StarNamedExpressions() ?? []);
            return true;
        });
        return Take(L.RPAREN) ? Made("tuple", start, [.. all]) : null;
    }

    private Piece? ListDisplay()
    {
        var start = _mark;
        if (!Take(L.LBRACK))
        {
            return null;
        }
        var all = StarNamedExpressions() ?? [];
        return Take(L.RBRACK) ? Made("list", start, [.. all]) : null;
    }

    private Piece? SetDisplay()
    {
        var start = _mark;
        return Take(L.LBRACE) && StarNamedExpressions() is not null && Take(L.RBRACE) ? Made("set display", start) : null;
    }

    private Piece? DictDisplay()
    {
        var start = _mark;
        if (!Take(L.LBRACE))
        {
            return null;
        }
        if (Try(() =>
        {
            if (Commas(DictItem) is not null)
            {
                Take(L.COMMA);
            }
            return Take(L.RBRACE);
        }))
        {
            return Made("dict literal", start);
        }
        // CPython looks for these in its first pass already, where no other mistake can be found in their parts.
        InvalidDictItems();
        return null;
    }

    private Piece? DictItem()
    {
        var start = _mark;
        return Try(() => Take(L.POWER) && BitwiseOr() is not null ? Made("item", start) : null) ?? Try(KeyAndValue);
    }

    private Piece? KeyAndValue()
    {
        var start = _mark;
        return Expression() is not null && Take(L.COLON) && Expression() is not null ? Made("item", start) : null;
    }

    private void InvalidDictItems()
    {
        var start = _mark;
        if (Commas(DictItem) is not null && Take(L.COMMA))
        {
            var item = _mark;
            if (Expression() is { } key && !Is(L.COLON))
            {
                var last = _tokens[key.Last];
                throw new PythonSyntaxException(
                    SyntaxErrorKind.SyntaxError, "':' expected after dictionary key", _source.FileName, _tokens[key.First].Line,
                    _source.ErrorColumn(last.EndLine, last.EndColumn), _source.LineText(_tokens[key.First].Line), last.EndLine, 0);
            }
            _mark = item;
            InvalidDictValue();
        }
        _mark = start;
        InvalidDictValue();
    }

    private void InvalidDictValue()
    {
        var start = _mark;
        if (Expression() is not null && Take(L.COLON))
        {
            var star = _mark;
            if (Take(L.STAR) && BitwiseOr() is not null)
            {
                throw From(star, "cannot use a starred expression in a dictionary value");
            }
        }
        _mark = start;
        if (Expression() is not null && Take(L.COLON) && (Is(L.RBRACE) || Is(L.COMMA)))
        {
            throw At(_mark - 1, "expression expected after dictionary key and ':'");
        }
    }

    private Piece? ListComprehension()
    {
        var start = _mark;
        if (Try(() => Take(L.LBRACK) && NamedExpression() is not null && ForClauses() is not null && Take(L.RBRACK)))
        {
            return Made("list comprehension", start);
        }
        Mistake(InvalidComprehension);
        return null;
    }

    private Piece? SetComprehension()
    {
        var start = _mark;
        if (Try(() => Take(L.LBRACE) && NamedExpression() is not null && ForClauses() is not null && Take(L.RBRACE)))
        {
            return Made("set comprehension", start);
        }
        Mistake(InvalidComprehension);
        return null;
    }

    private Piece? GeneratorExpression()
    {
        var start = _mark;
        if (Try(() => Take(L.LPAREN) && AssignmentOrExpression() is not null && ForClauses() is not null && Take(L.RPAREN)))
        {
            return Made("generator expression", start);
        }
        Mistake(InvalidComprehension);
        return null;
    }

    private Piece? DictComprehension()
    {
        var start = _mark;
        if (Try(() => Take(L.LBRACE) && KeyAndValue() is not null && ForClauses() is not null && Take(L.RBRACE)))
        {
            return Made("dict comprehension", start);
        }
        Mistake(() =>
        {
            if (Take(L.LBRACE) && Take(L.POWER) && BitwiseOr() is not null && ForClauses() is not null && Take(L.RBRACE))
            {
                throw At(start + 1, "dict unpacking cannot be used in dict comprehension");
            }
        });
        return null;
    }

    private void InvalidComprehension()
    {
        const string Parentheses = "did you forget parentheses around the comprehension target?";
        var start = _mark;
        if (TypeAt(_mark) is not (L.LPAREN or L.LBRACK or L.LBRACE))
        {
            return;
        }
        _mark++;
        if (StarredExpression() is { } starred && ForClauses() is not null)
        {
            throw At(starred, "iterable unpacking cannot be used in comprehension");
        }
        _mark = start;
        if (Is(L.LPAREN))
        {
            return;
        }
        _mark++;
        if (StarNamedExpression() is { } first && Take(L.COMMA) && StarNamedExpressions() is { } rest && ForClauses() is not null)
        {
            throw Range(first.First, rest[^1].Last, Parentheses);
        }
        _mark = start + 1;
        if (StarNamedExpression() is { } only && Take(L.COMMA) && ForClauses() is not null)
        {
            throw Range(only.First, only.Last + 1, Parentheses);
        }
    }

    private List<Piece>? ForClauses()
    {
        var all = new List<Piece>();
        while (Try(ForClause) is { } clause)
        {
            all.Add(clause);
        }
        return all.Count > 0 ? all : null;
    }

    // The parts are the target, what is iterated, and the conditions.
    private Piece? ForClause()
    {
        var start = _mark;
        if ((Take(L.ASYNC) && Take(L.FOR)) || (_mark == start && Take(L.FOR)))
        {
            if (StarTargets() is { } target && Take(L.IN))
            {
                if (Disjunction() is not { } iterated)
                {
                    return null;
                }
                var parts = new List<Piece> { target, iterated };
                while (Try(() => Take(L.IF) ? Disjunction() : null) is { } condition)
                {
                    parts.Add(condition);
                }
                return Made("for", start, [.. parts]);
            }
        }
        _mark = start;
        Mistake(InvalidForTarget);
        return null;
    }

    private Piece? Arguments() => Remembered(Rule.Arguments, () =>
    {
        var all = Try(() =>
        {
            if (ArgumentList() is not { } list)
            {
                return null;
            }
            Take(L.COMMA);
            return Is(L.RPAREN) ? list : null;
        });
        if (all is null)
        {
            Mistake(InvalidArguments);
        }
        return all;
    });

    // The parts are the positional arguments; marked when there is a `**`. Named for whether there are keyword arguments.
    private Piece? ArgumentList()
    {
        var start = _mark;
        var positional = Commas(PositionalArgument);
        if (positional is null)
        {
            positional = [];
            return KeywordArguments(positional, out var unpacks) ? Made("keywords", start, [.. positional]) with { IsMarked = unpacks } : null;
        }
        var more = false;
        var keywords = Try(() => Take(L.COMMA) && KeywordArguments(positional, out more));
        return Made(keywords ? "keywords" : "arguments", start, [.. positional]) with { IsMarked = more };
    }

    private Piece? PositionalArgument() =>
        Try(StarredExpression) ?? Try(() => AssignmentOrExpression() is { } value && !Is(L.ASSIGN) ? value : null);

    private bool KeywordArguments(List<Piece> positional, out bool unpacks)
    {
        var start = _mark;
        unpacks = false;
        var first = Commas(KeywordOrStarred);
        if (first is not null && Try(() => Take(L.COMMA) ? Commas(KeywordOrDoubleStarred) : null) is { } second)
        {
            unpacks = second.Exists(argument => argument.Name == "**");
        }
        else
        {
            _mark = start;
            first = Commas(KeywordOrStarred);
            if (first is null)
            {
                var only = Commas(KeywordOrDoubleStarred);
                unpacks = only?.Exists(argument => argument.Name == "**") == true;
                return only is not null;
            }
        }
        positional.AddRange(first.Where(argument => argument.Name == "starred"));
        return true;
    }

    private Piece? KeywordOrStarred()
    {
        Mistake(InvalidKeyword);
        return Try(Keyword) ?? Try(StarredExpression);
    }

    private Piece? KeywordOrDoubleStarred()
    {
        var start = _mark;
        Mistake(InvalidKeyword);
        return Try(Keyword) ?? Try(() => Take(L.POWER) && Expression() is not null ? Made("**", start) : null);
    }

    private Piece? Keyword()
    {
        var start = _mark;
        return Take(L.NAME) && Take(L.ASSIGN) && Expression() is not null ? Made("keyword", start) : null;
    }

    private void InvalidKeyword()
    {
        var start = _mark;
        if (TypeAt(_mark) is L.TRUE or L.FALSE or L.NONE)
        {
            _mark++;
            if (Take(L.ASSIGN))
            {
                throw Range(start, start + 1, $"cannot assign to {_tokens[start].Text}");
            }
            _mark = start;
        }
        if (Take(L.NAME) && Take(L.ASSIGN) && Expression() is not null && ForClauses() is not null)
        {
            throw Range(start, start + 1, MaybeEquals);
        }
        _mark = start;
        if (Ahead(() => Take(L.NAME) && Take(L.ASSIGN)))
        {
            return;
        }
        if (Expression() is { } value && Take(L.ASSIGN))
        {
            throw Range(value.First, _mark - 1, "expression cannot contain assignment, perhaps you meant \"==\"?");
        }
    }

    private void InvalidArguments()
    {
        var start = _mark;
        if (ArgumentList() is { Name: "keywords" } && Take(L.COMMA) && Take(L.STAR))
        {
            throw At(_mark - 1, "iterable argument unpacking follows keyword argument unpacking");
        }
        _mark = start;
        if (Expression() is { } element && ForClauses() is { } clauses && Take(L.COMMA))
        {
            if (Try(ArgumentList) is null)
            {
                Try(() => Expression() is not null && ForClauses() is not null);
            }
            throw Range(element.First, clauses[^1].Parts[^1].Last, NotParenthesised);
        }
        _mark = start;
        if (Take(L.NAME) && Take(L.ASSIGN) && Expression() is not null && ForClauses() is not null)
        {
            throw Range(start, start + 1, MaybeEquals);
        }
        _mark = start;
        if (ArgumentList() is { } before && ForClauses() is { } after && before.Parts.Length > 1)
        {
            throw Range(before.Parts[^1].First, after[^1].Parts[^1].Last, NotParenthesised);
        }
        _mark = start;
        if (ArgumentList() is not null && Take(L.COMMA) && Expression() is { } last && ForClauses() is { } its)
        {
            throw Range(last.First, its[^1].Parts[0].Last, NotParenthesised);
        }
        _mark = start;
        if (ArgumentList() is { } keywords && Take(L.COMMA) && ArgumentList() is not null)
        {
            throw AtLast($"positional argument follows keyword argument{(keywords.IsMarked ? " unpacking" : "")}");
        }
    }
}
