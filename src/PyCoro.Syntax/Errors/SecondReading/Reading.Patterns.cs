using PyCoro.Syntax.Grammar;
using L = PyCoro.Syntax.Grammar.PythonLexer;

namespace PyCoro.Syntax.Errors.SecondReading;

// The match statement and its patterns (language reference, 8.6).
internal sealed partial class Reading
{
    private bool Match()
    {
        var start = _mark;
        if (Try(() => TakeWord("match") && Subject() && Take(L.COLON) && Take(L.NEWLINE) && Take(L.INDENT)
            && Repeat(Case) > 0 && Take(L.DEDENT)))
        {
            return true;
        }
        Mistake(() =>
        {
            if (TakeWord("match") && Subject())
            {
                DemandColon();
                DemandIndent(start, "'match' statement");
            }
        });
        return false;
    }

    private bool Subject()
    {
        if (Try(() => StarNamedExpression() is not null && Take(L.COMMA)))
        {
            Try(() => StarNamedExpressions() is not null);
            return true;
        }
        return Try(NamedExpression) is not null;
    }

    private bool Case()
    {
        var start = _mark;
        Mistake(() =>
        {
            if (CaseHeader())
            {
                DemandColon();
                DemandIndent(start, "'case' statement");
            }
        });
        return CaseHeader() && Take(L.COLON) && Block();
    }

    private bool CaseHeader()
    {
        if (!TakeWord("case") || !(Try(OpenSequence) || Try(Pattern) is not null))
        {
            return false;
        }
        Try(() => Take(L.IF) && NamedExpression() is not null);
        return true;
    }

    private bool OpenSequence()
    {
        if (MaybeStarPattern() is null || !Take(L.COMMA))
        {
            return false;
        }
        Try(MaybeSequence);
        return true;
    }

    private bool MaybeSequence()
    {
        if (Commas(MaybeStarPattern) is null)
        {
            return false;
        }
        Take(L.COMMA);
        return true;
    }

    private Piece? MaybeStarPattern()
    {
        var start = _mark;
        return Try(() => Take(L.STAR) && (Try(CaptureTarget) || TakeWord("_")) ? Made("pattern", start) : null) ?? Try(Pattern);
    }

    private Piece? Pattern()
    {
        var start = _mark;
        if (Try(() => OrPattern() && Take(L.AS) && CaptureTarget()))
        {
            return Made("pattern", start);
        }
        Mistake(InvalidAsPattern);
        return Try(OrPattern) ? Made("pattern", start) : null;
    }

    private void InvalidAsPattern()
    {
        if (!OrPattern() || !Take(L.AS))
        {
            return;
        }
        var target = _mark;
        if (TakeWord("_"))
        {
            throw At(target, "cannot use '_' as a target");
        }
        if (!Is(L.NAME) && Expression() is { } invalid)
        {
            throw At(invalid, "invalid pattern target");
        }
    }

    private bool CaptureTarget() =>
        !Ahead(() => TakeWord("_")) && Take(L.NAME) && TypeAt(_mark) is not (L.DOT or L.LPAREN or L.ASSIGN);

    private bool OrPattern()
    {
        if (!ClosedPattern())
        {
            return false;
        }
        while (Try(() => Take(L.VBAR) && ClosedPattern()))
        {
        }
        return true;
    }

    private bool ClosedPattern() =>
        Try(LiteralPattern)
        || Try(CaptureTarget)
        || Try(() => TakeWord("_"))
        || Try(() => DottedValue() && TypeAt(_mark) is not (L.DOT or L.LPAREN or L.ASSIGN))
        || Try(() => Take(L.LPAREN) && Pattern() is not null && Take(L.RPAREN))
        || Try(() => Take(L.LBRACK) && (Try(MaybeSequence) || true) && Take(L.RBRACK))
        || Try(() => Take(L.LPAREN) && (Try(OpenSequence) || true) && Take(L.RPAREN))
        || Try(MappingPattern)
        || Try(ClassPattern);

    private bool LiteralPattern()
    {
        if (Try(() => SignedNumber() && !Is(L.PLUS) && !Is(L.MINUS))
            || Try(() => SignedNumber() && (Take(L.PLUS) || Take(L.MINUS)) && Take(L.NUMBER)))
        {
            return true;
        }
        return Is(L.STRING) ? Strings() is not null : Take(L.NONE) || Take(L.TRUE) || Take(L.FALSE);
    }

    private bool SignedNumber()
    {
        Take(L.MINUS);
        return Take(L.NUMBER);
    }

    // NAME '.' NAME ...
    private bool DottedValue() => Take(L.NAME) && Repeat(() => Take(L.DOT) && Take(L.NAME)) > 0;

    private bool MappingPattern()
    {
        if (!Take(L.LBRACE))
        {
            return false;
        }
        if (Commas(MappingItem) is not null)
        {
            Try(() => Take(L.COMMA) && Take(L.POWER) && CaptureTarget());
            Take(L.COMMA);
        }
        else if (Try(() => Take(L.POWER) && CaptureTarget()))
        {
            Take(L.COMMA);
        }
        return Take(L.RBRACE);
    }

    private Piece? MappingItem()
    {
        var start = _mark;
        return (Try(LiteralPattern) || Try(DottedValue)) && Take(L.COLON) && Pattern() is not null ? Made("item", start) : null;
    }

    private bool ClassPattern()
    {
        var start = _mark;
        if (!(Try(DottedValue) || Take(L.NAME)) || !Take(L.LPAREN))
        {
            return false;
        }
        var arguments = _mark;
        if (Try(() => Take(L.RPAREN))
            || Try(() => PositionalPatterns() is not null && OptionalComma() && Take(L.RPAREN))
            || Try(() => KeywordPatterns() && OptionalComma() && Take(L.RPAREN))
            || Try(() => PositionalPatterns() is not null && Take(L.COMMA) && KeywordPatterns() && OptionalComma() && Take(L.RPAREN)))
        {
            return true;
        }
        Mistake(() =>
        {
            _mark = arguments;
            Try(() => PositionalPatterns() is not null && Take(L.COMMA));
            if (KeywordPatterns() && Take(L.COMMA) && PositionalPatterns() is { } late)
            {
                throw Range(late[0].First, late[^1].Last, "positional patterns follow keyword patterns");
            }
        });
        _mark = start;
        return false;
    }

    private bool OptionalComma()
    {
        Take(L.COMMA);
        return true;
    }

    private List<Piece>? PositionalPatterns() => Commas(Pattern);

    private bool KeywordPatterns()
    {
        return Commas(One) is not null;

        Piece? One()
        {
            var start = _mark;
            return Take(L.NAME) && Take(L.ASSIGN) && Pattern() is not null ? Made("keyword", start) : null;
        }
    }
}
