using PyCoro.Syntax.Grammar;
using L = PyCoro.Syntax.Grammar.PythonLexer;

namespace PyCoro.Syntax.Errors.SecondReading;

// Starting points and simple statements (language reference, 7).
internal sealed partial class Reading
{
    private bool File()
    {
        Statements();
        return Take(L.Eof);
    }

    private bool Interactive()
    {
        if (!(Try(() => CompoundStatement() && Take(L.NEWLINE)) || Try(SimpleStatements) || Take(L.NEWLINE)))
        {
            return false;
        }
        foreach (var line in _source.Text[Math.Min(_tokens[_last].End, _source.Text.Length)..].Split('\n'))
        {
            if (line.AsSpan().Trim(" \t\f") is { Length: > 0 } rest && rest[0] != '#')
            {
                throw AtLast("multiple statements found while compiling a single statement");
            }
        }
        return true;
    }

    private bool Evaluated()
    {
        if (Expressions() is null)
        {
            return false;
        }
        while (Take(L.NEWLINE))
        {
        }
        return Take(L.Eof);
    }

    // Plain types, then one with a star, then one with two.
    private bool FunctionType()
    {
        var isFirst = true;
        if (!Take(L.LPAREN))
        {
            return false;
        }
        while (Next(() => Expression() is not null))
        {
        }
        Next(() => Take(L.STAR) && Expression() is not null);
        Next(() => Take(L.POWER) && Expression() is not null);
        if (!Take(L.RPAREN) || !Take(L.ARROW) || Expression() is null)
        {
            return false;
        }
        while (Take(L.NEWLINE))
        {
        }
        return Take(L.Eof);

        bool Next(Func<bool> argument)
        {
            var found = Try(() => (isFirst || Take(L.COMMA)) && argument());
            isFirst &= !found;
            return found;
        }
    }

    private bool Statements()
    {
        if (!Try(Statement))
        {
            return false;
        }
        while (Try(Statement))
        {
        }
        return true;
    }

    private bool Statement() => Try(CompoundStatement) || Try(SimpleStatements);

    private bool SimpleStatements()
    {
        if (Try(() => SimpleStatement() is not null && !Is(L.SEMI) && Take(L.NEWLINE)))
        {
            return true;
        }
        if (SimpleStatement() is null)
        {
            return false;
        }
        while (Try(() => Take(L.SEMI) && SimpleStatement() is not null))
        {
        }
        Take(L.SEMI);
        return Take(L.NEWLINE);
    }

    private Piece? SimpleStatement() => Remembered(Rule.SimpleStatement, () =>
    {
        var start = _mark;
        if (Try(Assignment) || Try(StarExpressions) is not null)
        {
            return Made("statement", start);
        }
        Func<bool>? rest = TypeAt(_mark) switch
        {
            L.RETURN => () => Optional(StarExpressions),
            L.IMPORT => ImportedModules,
            L.FROM => ImportFrom,
            L.RAISE => () =>
            {
                Try(() => Expression() is not null && (Try(() => Take(L.FROM) && Expression() is not null) || true));
                return true;
            },
            L.PASS or L.BREAK or L.CONTINUE => () => true,
            L.DEL => Delete,
            L.YIELD => () =>
            {
                _mark--;
                return YieldExpression() is not null;
            },
            L.ASSERT => () => Expression() is not null && (Try(() => Take(L.COMMA) && Expression() is not null) || true),
            L.GLOBAL or L.NONLOCAL => () => Commas(NameToken) is not null,
            _ => null,
        };
        if (rest is null)
        {
            return null;
        }
        _mark++;
        return rest() ? Made("statement", start) : null;
    });

    private bool Optional(Func<Piece?> rule)
    {
        Try(rule);
        return true;
    }

    private Piece? NameToken()
    {
        var start = _mark;
        return Take(L.NAME) ? Made("name", start) : null;
    }

    private bool Assignment()
    {
        if (Try(() => Take(L.NAME) && Take(L.COLON) && AnnotationAndValue())
            || Try(() => (Try(() => Take(L.LPAREN) && SingleTarget() is not null && Take(L.RPAREN)) || Try(AttributeOrSubscript) is not null)
                && Take(L.COLON) && AnnotationAndValue())
            || Try(() => TargetsAndEquals() && YieldOrStarExpressions() is not null && !Is(L.ASSIGN)))
        {
            return true;
        }
        var start = _mark;
        if (SingleTarget() is not null && TakeAugmented())
        {
            return YieldOrStarExpressions() is not null;
        }
        _mark = start;
        Mistake(InvalidAssignment);
        return false;
    }

    private bool AnnotationAndValue() =>
        Expression() is not null && (Try(() => Take(L.ASSIGN) && YieldOrStarExpressions() is not null) || true);

    private bool TargetsAndEquals()
    {
        var found = false;
        while (Try(() => StarTargets() is not null && Take(L.ASSIGN)))
        {
            found = true;
        }
        return found;
    }

    private bool TakeAugmented()
    {
        if (TypeAt(_mark) is < L.PLUS_ASSIGN or > L.DSLASH_ASSIGN)
        {
            return false;
        }
        _mark++;
        return true;
    }

    private void InvalidAssignment()
    {
        var start = _mark;
        if (InvalidAnnotated() is { } several && Take(L.COLON) && Expression() is not null)
        {
            throw At(several, $"only single target (not {several.Name}) can be annotated");
        }
        _mark = start;
        if (StarNamedExpression() is { } first && Take(L.COMMA))
        {
            while (Try(StarNamedExpressions) is not null)
            {
            }
            if (Take(L.COLON) && Expression() is not null)
            {
                throw At(first, "only single target (not tuple) can be annotated");
            }
        }
        _mark = start;
        if (Expression() is { } annotated && Take(L.COLON) && Expression() is not null)
        {
            throw At(annotated, "illegal target for annotation");
        }
        _mark = start;
        TargetsAndEquals();
        if (StarExpressions() is { } target && Take(L.ASSIGN))
        {
            RefuseTarget(target, TargetUse.Assignment);
        }
        _mark = start;
        TargetsAndEquals();
        if (YieldExpression() is { } yielded && Take(L.ASSIGN))
        {
            throw At(yielded, "assignment to yield expression not possible");
        }
        _mark = start;
        if (StarExpressions() is { } augmented && TakeAugmented() && YieldOrStarExpressions() is not null)
        {
            throw At(augmented, $"'{augmented.Name}' is an illegal expression for augmented assignment");
        }
    }

    private Piece? InvalidAnnotated() =>
        Try(ListDisplay) ?? Try(TupleDisplay)
        ?? Try(() => Take(L.LPAREN) && InvalidAnnotated() is { } inner && Take(L.RPAREN) ? inner : null);

    private bool Delete()
    {
        var start = _mark;
        if (DeletionTargets() && (Is(L.SEMI) || Is(L.NEWLINE)))
        {
            return true;
        }
        _mark = start;
        Mistake(() => RefuseTarget(StarExpressions(), TargetUse.Deletion));
        return false;
    }

    private bool ImportedModules() => Commas(() => DottedName() && OptionalAlias() ? Made("module", _mark - 1) : null) is not null;

    private bool OptionalAlias() => Try(() => Take(L.AS) && Take(L.NAME)) || true;

    private bool DottedName()
    {
        if (!Take(L.NAME))
        {
            return false;
        }
        while (Try(() => Take(L.DOT) && Take(L.NAME)))
        {
        }
        return true;
    }

    private bool ImportFrom()
    {
        var start = _mark;
        while (Take(L.DOT) || Take(L.ELLIPSIS))
        {
        }
        var dots = _mark > start;
        return (Try(DottedName) || dots) && Take(L.IMPORT) && ImportTargets();
    }

    private bool ImportTargets()
    {
        if (Try(() =>
        {
            if (!Take(L.LPAREN) || Commas(ImportedName) is null)
            {
                return false;
            }
            Take(L.COMMA);
            return Take(L.RPAREN);
        }) || Try(() => Commas(ImportedName) is not null && !Is(L.COMMA)) || Take(L.STAR))
        {
            return true;
        }
        Mistake(() =>
        {
            if (Commas(ImportedName) is not null && Take(L.COMMA) && Take(L.NEWLINE))
            {
                throw AtLast("trailing comma not allowed without surrounding parentheses");
            }
        });
        return false;
    }

    private Piece? ImportedName()
    {
        var start = _mark;
        return Take(L.NAME) && OptionalAlias() ? Made("name", start) : null;
    }
}
