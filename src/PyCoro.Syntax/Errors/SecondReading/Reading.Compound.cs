using PyCoro.Syntax.Grammar;
using L = PyCoro.Syntax.Grammar.PythonLexer;

namespace PyCoro.Syntax.Errors.SecondReading;

// Compound statements (language reference, 8), each with what its header may lack.
internal sealed partial class Reading
{
    private const string ExpectedColon = "expected ':'";

    private bool CompoundStatement()
    {
        var type = TypeAt(_mark);
        return (type is L.DEF or L.AT or L.ASYNC && Try(Function))
            || (type == L.IF && Try(() => If(L.IF, "if")))
            || (type is L.CLASS or L.AT && Try(Class))
            || (type is L.WITH or L.ASYNC && Try(With))
            || (type is L.FOR or L.ASYNC && Try(For))
            || (type == L.TRY && Try(TryStatement))
            || (type == L.WHILE && Try(While))
            || Try(Match);
    }

    private bool Block() => Remembered(Rule.Block, () =>
    {
        var start = _mark;
        if (Try(() => Take(L.NEWLINE) && Take(L.INDENT) && Statements() && Take(L.DEDENT)) || Try(SimpleStatements))
        {
            return Made("block", start);
        }
        Mistake(() =>
        {
            if (Take(L.NEWLINE) && !Is(L.INDENT))
            {
                throw AtLast("expected an indented block", SyntaxErrorKind.IndentationError);
            }
        });
        return null;
    }) is not null;

    // Behind a header: its block must be indented.
    private void DemandIndent(int keyword, string what)
    {
        if (Take(L.COLON) && Take(L.NEWLINE) && !Is(L.INDENT))
        {
            throw AtLast($"expected an indented block after {what} on line {_tokens[keyword].Line}", SyntaxErrorKind.IndentationError);
        }
    }

    // A header that ends with its line instead of a colon.
    private void DemandColon()
    {
        if (Take(L.NEWLINE))
        {
            throw AtLast(ExpectedColon);
        }
    }

    private bool If(int keyword, string name)
    {
        var start = _mark;
        Mistake(() =>
        {
            if (Take(keyword) && NamedExpression() is not null)
            {
                DemandColon();
                DemandIndent(start, $"'{name}' statement");
            }
        });
        if (!Take(keyword) || NamedExpression() is null || !Take(L.COLON) || !Block())
        {
            return false;
        }
        if (!Try(() => If(L.ELIF, "elif")))
        {
            Try(Else);
        }
        return true;
    }

    private bool Else() => Part(L.ELSE, "else");

    private bool Part(int keyword, string name)
    {
        var start = _mark;
        Mistake(() =>
        {
            if (Take(keyword))
            {
                DemandIndent(start, $"'{name}' statement");
            }
        });
        return Take(keyword) && Demand(L.COLON, ":") && Block();
    }

    private bool While()
    {
        var start = _mark;
        Mistake(() =>
        {
            if (Take(L.WHILE) && NamedExpression() is not null)
            {
                DemandColon();
                DemandIndent(start, "'while' statement");
            }
        });
        if (!Take(L.WHILE) || NamedExpression() is null || !Take(L.COLON) || !Block())
        {
            return false;
        }
        Try(Else);
        return true;
    }

    private bool For()
    {
        var start = _mark;
        Mistake(() =>
        {
            Take(L.ASYNC);
            var keyword = _mark;
            if (Take(L.FOR) && StarTargets() is not null && Take(L.IN) && StarExpressions() is not null)
            {
                DemandColon();
                DemandIndent(keyword, "'for' statement");
            }
        });
        Take(L.ASYNC);
        if (Take(L.FOR) && StarTargets() is not null && Take(L.IN))
        {
            if (StarExpressions() is null || !Take(L.COLON) || !Block())
            {
                return false;
            }
            Try(Else);
            return true;
        }
        _mark = start;
        Mistake(InvalidForTarget);
        return false;
    }

    private bool With()
    {
        var start = _mark;
        Mistake(() =>
        {
            Take(L.ASYNC);
            var keyword = _mark;
            if (Take(L.WITH) && Commas(() => ItemOf(Expression)) is not null)
            {
                DemandIndent(keyword, "'with' statement");
            }
            _mark = keyword;
            if (Take(L.WITH) && ParenthesisedItems(() => ItemOf(Expressions)))
            {
                DemandIndent(keyword, "'with' statement");
            }
        });
        Take(L.ASYNC);
        if (Try(() => Take(L.WITH) && ParenthesisedItems(WithItem) && Take(L.COLON) && Block())
            || Try(() => Take(L.WITH) && Commas(WithItem) is not null && Take(L.COLON) && Block()))
        {
            return true;
        }
        _mark = start;
        Mistake(() =>
        {
            Take(L.ASYNC);
            var keyword = _mark;
            if (Take(L.WITH) && Commas(() => ItemOf(Expression)) is not null)
            {
                DemandColon();
            }
            _mark = keyword;
            if (Take(L.WITH) && ParenthesisedItems(() => ItemOf(Expressions)))
            {
                DemandColon();
            }
        });
        return false;
    }

    private bool ParenthesisedItems(Func<Piece?> item)
    {
        if (!Take(L.LPAREN) || Commas(item) is null)
        {
            return false;
        }
        Take(L.COMMA);
        return Take(L.RPAREN);
    }

    private Piece? ItemOf(Func<Piece?> value)
    {
        var start = _mark;
        if (value() is null)
        {
            return null;
        }
        Try(() => Take(L.AS) && StarTarget() is not null);
        return Made("item", start);
    }

    private Piece? WithItem()
    {
        if (Try(() => Expression() is { } value && Take(L.AS) && StarTarget() is not null && EndsItem() ? value : null) is { } item)
        {
            return item;
        }
        Mistake(() =>
        {
            if (Expression() is not null && Take(L.AS) && Expression() is { } target && EndsItem())
            {
                RefuseTarget(target, TargetUse.Assignment);
            }
        });
        return Try(Expression);
    }

    private bool EndsItem() => TypeAt(_mark) is L.COMMA or L.RPAREN or L.COLON;

    private bool TryStatement()
    {
        var start = _mark;
        Mistake(InvalidTry);
        if (Try(() => TryBlock() && Finally()))
        {
            return true;
        }
        foreach (var star in (ReadOnlySpan<bool>)[false, true])
        {
            if (Try(() => TryBlock() && Repeat(() => star ? ExceptStar() : Except()) > 0))
            {
                Try(Else);
                Try(Finally);
                return true;
            }
        }
        return false;
    }

    private bool TryBlock() => Take(L.TRY) && Demand(L.COLON, ":") && Block();

    private bool Finally() => Part(L.FINALLY, "finally");

    private void InvalidTry()
    {
        var start = _mark;
        if (Take(L.TRY))
        {
            DemandIndent(start, "'try' statement");
        }
        _mark = start;
        if (Take(L.TRY) && Take(L.COLON) && Block() && !Is(L.EXCEPT) && !Is(L.FINALLY))
        {
            throw AtLast("expected 'except' or 'finally' block");
        }
        _mark = start;
        if (Take(L.TRY) && Take(L.COLON))
        {
            const string Both = "cannot have both 'except' and 'except*' on the same 'try'";
            Repeat(Block);
            var handlers = _mark;
            if (Repeat(Except) > 0)
            {
                var star = _mark;
                if (Take(L.EXCEPT) && Take(L.STAR) && Expression() is not null && OptionalAlias() && Take(L.COLON))
                {
                    throw Range(star, star + 1, Both);
                }
            }
            _mark = handlers;
            if (Repeat(ExceptStar) > 0)
            {
                var plain = _mark;
                if (Take(L.EXCEPT) && (Try(() => Expression() is not null && OptionalAlias()) || true) && Take(L.COLON))
                {
                    throw At(plain, Both);
                }
            }
        }
    }

    private bool Except()
    {
        var start = _mark;
        Mistake(() =>
        {
            if (Take(L.EXCEPT) && Expression() is not null && OptionalAlias())
            {
                DemandIndent(start, "'except' statement");
            }
            _mark = start;
            if (Take(L.EXCEPT))
            {
                DemandIndent(start, "'except' statement");
            }
        });
        if (Try(() => Take(L.EXCEPT) && Expression() is not null && OptionalAlias() && Take(L.COLON) && Block())
            || Try(() => Take(L.EXCEPT) && Take(L.COLON) && Block()))
        {
            return true;
        }
        Mistake(InvalidExcept);
        return false;
    }

    private bool ExceptStar()
    {
        var start = _mark;
        Mistake(() =>
        {
            if (Take(L.EXCEPT) && Take(L.STAR) && Expression() is not null && OptionalAlias())
            {
                DemandIndent(start, "'except*' statement");
            }
        });
        if (Try(() => Take(L.EXCEPT) && Take(L.STAR) && Expression() is not null && OptionalAlias() && Take(L.COLON) && Block()))
        {
            return true;
        }
        Mistake(InvalidExcept);
        return false;
    }

    private void InvalidExcept()
    {
        var start = _mark;
        if (!Take(L.EXCEPT))
        {
            return;
        }
        Take(L.STAR);
        var types = _mark;
        if (Expression() is { } first && Take(L.COMMA) && Expressions() is not null && OptionalAlias() && Take(L.COLON))
        {
            throw From(first.First, "multiple exception types must be parenthesized");
        }
        _mark = types;
        if (Expression() is not null && OptionalAlias())
        {
            DemandColon();
        }
        _mark = start + 1;
        DemandColon();
        if (Take(L.STAR) && (Is(L.NEWLINE) || Is(L.COLON)))
        {
            throw AtLast("expected one or more exception types");
        }
    }

    private bool Decorators() => Repeat(() => Take(L.AT) && NamedExpression() is not null && Take(L.NEWLINE)) > 0;

    private bool Class()
    {
        Try(Decorators);
        var start = _mark;
        Mistake(() =>
        {
            if (ClassHeader())
            {
                DemandColon();
                DemandIndent(start, "class definition");
            }
        });
        return ClassHeader() && Take(L.COLON) && Block();
    }

    private bool ClassHeader()
    {
        if (!Take(L.CLASS) || !Take(L.NAME))
        {
            return false;
        }
        Try(Call);
        return true;
    }

    private bool Function()
    {
        Try(Decorators);
        Mistake(() =>
        {
            Take(L.ASYNC);
            var keyword = _mark;
            if (Take(L.DEF) && Take(L.NAME) && Take(L.LPAREN))
            {
                Try(() => ParameterList(FunctionParameters));
                if (Take(L.RPAREN) && (Try(() => Take(L.ARROW) && Expression() is not null) || true))
                {
                    DemandIndent(keyword, "function definition");
                }
            }
        });
        Take(L.ASYNC);
        if (!Take(L.DEF) || !Take(L.NAME) || !Demand(L.LPAREN, "("))
        {
            return false;
        }
        Try(() => ParameterList(FunctionParameters));
        if (!Take(L.RPAREN))
        {
            return false;
        }
        Try(() => Take(L.ARROW) && Expression() is not null);
        return Demand(L.COLON, ":") && Block();
    }
}
