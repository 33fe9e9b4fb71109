using PyCoro.Syntax.Grammar;
using PyCoro.Syntax.Literals;
using L = PyCoro.Syntax.Grammar.PythonLexer;

namespace PyCoro.Syntax.Errors.SecondReading;

// Expressions (language reference, 6), with the mistakes that are found in them.
internal sealed partial class Reading
{
    private const string MaybeEquals = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

    private Piece? Expressions() => OneOrTuple(Expression);

    private Piece? StarExpressions() => OneOrTuple(StarExpression);

    private Piece? YieldOrStarExpressions() => Try(YieldExpression) ?? Try(StarExpressions);

    private Piece? OneOrTuple(Func<Piece?> element)
    {
        var start = _mark;
        if (Commas(element) is not { } all)
        {
            return null;
        }
        return Take(L.COMMA) || all.Count > 1 ? Made("tuple", start, [.. all]) : all[0];
    }

    private Piece? YieldExpression()
    {
        var start = _mark;
        if (!Take(L.YIELD))
        {
            return null;
        }
        if (Try(() => Take(L.FROM) ? Expression() : null) is null)
        {
            Try(StarExpressions);
        }
        return Made("yield expression", start);
    }

    private Piece? StarExpression() => Remembered(Rule.StarExpression, () => Try(StarBitwiseOr) ?? Expression());

    private Piece? StarBitwiseOr()
    {
        var start = _mark;
        return Take(L.STAR) && BitwiseOr() is { } value ? Made("starred", start, value) : null;
    }

    // '*' expression
    private Piece? StarredExpression()
    {
        var start = _mark;
        return Take(L.STAR) && Expression() is { } value ? Made("starred", start, value) : null;
    }

    private Piece? StarNamedExpression() => Try(StarBitwiseOr) ?? NamedExpression();

    // With a comma at the end or without.
    private List<Piece>? StarNamedExpressions()
    {
        var all = Commas(StarNamedExpression);
        if (all is not null)
        {
            Take(L.COMMA);
        }
        return all;
    }

    private Piece? AssignmentExpression()
    {
        var start = _mark;
        return Take(L.NAME) && Take(L.WALRUS) && Expression() is not null ? Made("named expression", start) : null;
    }

    private Piece? NamedExpression()
    {
        if (Try(AssignmentExpression) is { } assignment)
        {
            return assignment;
        }
        if (_mistakes)
        {
            var start = _mark;
            Remembered(Rule.InvalidNamedExpression, InvalidNamedExpression);
            _mark = start;
        }
        return Try(() => Expression() is { } value && !Is(L.WALRUS) ? value : null);
    }

    // The part of an argument or of a generator that takes no starred expression.
    private Piece? AssignmentOrExpression() =>
        Try(AssignmentExpression) ?? Try(() => Expression() is { } value && !Is(L.WALRUS) ? value : null);

    private Piece? InvalidNamedExpression()
    {
        var start = _mark;
        if (Expression() is { } target && Take(L.WALRUS) && Expression() is not null)
        {
            throw At(target, $"cannot use assignment expressions with {target.Name}");
        }
        _mark = start;
        if (Take(L.NAME) && Take(L.ASSIGN) && BitwiseOr() is { } value && !Is(L.ASSIGN) && !Is(L.WALRUS))
        {
            throw Range(start, value.Last, MaybeEquals);
        }
        _mark = start;
        if (Ahead(() => Try(ListDisplay) is not null || Try(TupleDisplay) is not null || Try(GeneratorExpression) is not null
            || Take(L.TRUE) || Take(L.NONE) || Take(L.FALSE)))
        {
            return null;
        }
        if (BitwiseOr() is { } left && Take(L.ASSIGN) && BitwiseOr() is not null && !Is(L.ASSIGN) && !Is(L.WALRUS))
        {
            throw At(left, $"cannot assign to {left.Name} here. Maybe you meant '==' instead of '='?");
        }
        return null;
    }

    private Piece? Expression() => Remembered(Rule.Expression, () =>
    {
        Mistake(InvalidExpression);
        Mistake(InvalidLegacyExpression);
        return PlainExpression();
    });

    private Piece? PlainExpression()
    {
        var start = _mark;
        return Try(() => Disjunction() is not null && Take(L.IF) && Disjunction() is not null && Take(L.ELSE) && Expression() is not null
            ? Made("conditional expression", start)
            : null)
            ?? Try(Disjunction)
            ?? Try(Lambda);
    }

    private Piece? ExpressionWithoutMistakes()
    {
        var before = _mistakes;
        _mistakes = false;
        var piece = PlainExpression();
        _mistakes = before;
        return piece;
    }

    private void InvalidExpression()
    {
        var start = _mark;
        // Two adjacent expressions, where the first is neither a string's wrong prefix nor a soft keyword.
        if (!Ahead(() => Take(L.NAME) && Take(L.STRING)) && !IsSoftKeyword()
            && Disjunction() is { } first && ExpressionWithoutMistakes() is { } second
            && !IsLegacyStatement(first) && _levels[_mark - 1] > 0)
        {
            throw Range(first.First, second.Last, "invalid syntax. Perhaps you forgot a comma?");
        }
        _mark = start;
        if (Disjunction() is { } value && Take(L.IF) && Disjunction() is { } condition && !Is(L.ELSE) && !Is(L.COLON))
        {
            throw Range(value.First, condition.Last, "expected 'else' after 'if' expression");
        }
    }

    private void InvalidLegacyExpression()
    {
        var start = _mark;
        if (Take(L.NAME) && !Is(L.LPAREN) && StarExpressions() is { } rest && IsLegacyStatement(start))
        {
            var name = _tokens[start].Text;
            throw Range(start, rest.Last, $"Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
        }
    }

    // CPython compares as many characters as the name has, so the start of a soft keyword counts as one here.
    private bool IsSoftKeyword()
    {
        if (!Is(L.NAME))
        {
            return false;
        }
        var name = _tokens[_mark].Text;
        return "match".StartsWith(name, StringComparison.Ordinal) || "case".StartsWith(name, StringComparison.Ordinal) || name == "_";
    }

    private bool IsLegacyStatement(Piece piece) => piece.Name == "name" && IsLegacyStatement(piece.First);

    private bool IsLegacyStatement(int token) => _tokens[token].Text is "print" or "exec";

    private Piece? Disjunction() => Remembered(Rule.Disjunction, () => Chain(Conjunction, L.OR));

    private Piece? Conjunction() => Remembered(Rule.Conjunction, () => Chain(Inversion, L.AND));

    private Piece? Chain(Func<Piece?> operand, int type)
    {
        var start = _mark;
        if (operand() is not { } result)
        {
            return null;
        }
        while (Try(() => Take(type) && operand() is not null))
        {
            result = Made("expression", start);
        }
        return result;
    }

    private Piece? Inversion() => Remembered(Rule.Inversion, () =>
    {
        var start = _mark;
        return Try(() => Take(L.NOT) && Inversion() is not null ? Made("expression", start) : null) ?? Comparison();
    });

    private Piece? Comparison()
    {
        var start = _mark;
        if (BitwiseOr() is not { } left)
        {
            return null;
        }
        var result = left;
        while (true)
        {
            var operation = _mark;
            if (!Try(() => TakeComparison() && BitwiseOr() is not null))
            {
                return result;
            }
            var isIn = result == left ? _types[operation] == L.IN : result.IsMarked;
            result = Made("comparison", start, left) with { IsMarked = isIn };
        }
    }

    private bool TakeComparison()
    {
        switch (TypeAt(_mark))
        {
            case L.EQ or L.NE or L.LE or L.LT or L.GE or L.GT or L.IN:
                _mark++;
                return true;
            case L.NOT:
                _mark++;
                return Take(L.IN);
            case L.IS:
                _mark++;
                Take(L.NOT);
                return true;
            default:
                return false;
        }
    }

    private Piece? BitwiseOr() => Remembered(Rule.BitwiseOr, () =>
    {
        var start = _mark;
        if (Factor() is not { } result)
        {
            return null;
        }
        while (Try(() => TakeBinary() && Factor() is not null))
        {
            result = Made("expression", start);
        }
        return result;
    });

    private bool TakeBinary()
    {
        if (TypeAt(_mark) is not (L.PLUS or L.MINUS or L.STAR or L.SLASH or L.DSLASH or L.PERCENT or L.AT or L.LSHIFT or L.RSHIFT
            or L.AMPER or L.VBAR or L.CARET))
        {
            return false;
        }
        _mark++;
        return true;
    }

    private Piece? Factor() => Remembered(Rule.Factor, () =>
    {
        var start = _mark;
        if (TypeAt(_mark) is L.PLUS or L.MINUS or L.TILDE)
        {
            _mark++;
            return Factor() is not null ? Made("expression", start) : null;
        }
        if (AwaitPrimary() is not { } operand)
        {
            return null;
        }
        return Try(() => Take(L.POWER) && Factor() is not null) ? Made("expression", start) : operand;
    });

    private Piece? AwaitPrimary() => Remembered(Rule.AwaitPrimary, () =>
    {
        var start = _mark;
        return Try(() => Take(L.AWAIT) && Primary() is not null ? Made("await expression", start) : null) ?? Primary();
    });

    private Piece? Primary() => Remembered(Rule.Primary, () =>
    {
        var start = _mark;
        var result = Atom();
        while (result is not null && Trailer(start, out _) is { } longer)
        {
            result = longer;
        }
        return result;
    });

    // What may follow a primary: an attribute, a call or a subscript.
    private Piece? Trailer(int start, out bool isTarget)
    {
        isTarget = true;
        if (Try(() => Take(L.DOT) && Take(L.NAME)))
        {
            return Made("attribute", start);
        }
        if (Try(() => Take(L.LBRACK) && Slices() && Take(L.RBRACK)))
        {
            return Made("subscript", start);
        }
        isTarget = false;
        return Is(L.LPAREN) && (Try(GeneratorExpression) is not null || Try(Call)) ? Made("function call", start) : null;
    }

    private bool Call()
    {
        if (!Take(L.LPAREN))
        {
            return false;
        }
        Arguments();
        return Take(L.RPAREN);
    }

    private bool Slices()
    {
        if (Try(() => Slice() is not null && !Is(L.COMMA)))
        {
            return true;
        }
        if (Commas(() => Try(Slice) ?? Try(StarredExpression)) is null)
        {
            return false;
        }
        Take(L.COMMA);
        return true;
    }

    private Piece? Slice()
    {
        var start = _mark;
        return Try(() =>
        {
            Expression();
            if (!Take(L.COLON))
            {
                return null;
            }
            Expression();
            if (Take(L.COLON))
            {
                Expression();
            }
            return new Piece("slice", start, _mark - 1);
        }) ?? Try(NamedExpression);
    }

    private Piece? Atom()
    {
        var start = _mark;
        switch (TypeAt(_mark))
        {
            case L.NAME:
                return Word("name");
            case L.TRUE:
                return Word("True");
            case L.FALSE:
                return Word("False");
            case L.NONE:
                return Word("None");
            case L.STRING:
                return Strings();
            case L.NUMBER:
                return Word("literal");
            case L.ELLIPSIS:
                return Word("ellipsis");
            case L.LPAREN:
                return Try(TupleDisplay) ?? Try(Group) ?? Try(GeneratorExpression);
            case L.LBRACK:
                return Try(ListDisplay) ?? Try(ListComprehension);
            case L.LBRACE:
                return Try(DictDisplay) ?? Try(SetDisplay) ?? Try(DictComprehension) ?? Try(SetComprehension);
            default:
                return null;
        }

        Piece Word(string name)
        {
            _mark++;
            return Made(name, start);
        }
    }

    // CPython takes strings apart where it parses them: what is wrong inside is an error of the first pass.
    private Piece? Strings() => Remembered(Rule.Strings, () =>
    {
        var start = _mark;
        var isFormat = false;
        while (Take(L.STRING))
        {
            isFormat |= StringPart.Of(_source, _tokens[_mark - 1]).IsFormat;
        }
        if (_mark == start)
        {
            return null;
        }
        // In the second pass everything has been warned of.
        StringLiteral.Concatenate(_source, _tokens.AsSpan(start, _mark - start), _tokens[_last], _mistakes ? [] : _warnings);
        return Made(isFormat ? "f-string expression" : "literal", start);
    });

    private Piece? Lambda()
    {
        var start = _mark;
        if (!Take(L.LAMBDA))
        {
            return null;
        }
        Try(() => ParameterList(LambdaParameters));
        return Take(L.COLON) && Expression() is not null ? Made("lambda", start) : null;
    }
}
