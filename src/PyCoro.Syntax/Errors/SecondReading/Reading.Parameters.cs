using PyCoro.Syntax.Grammar;
using L = PyCoro.Syntax.Grammar.PythonLexer;

namespace PyCoro.Syntax.Errors.SecondReading;

/// <summary>What differs between the parameters of a function and of a lambda.</summary>
/// <param name="End">The token behind them.</param>
/// <param name="HaveAnnotations">Whether a parameter may be annotated.</param>
/// <param name="Title">How a message names them.</param>
internal sealed record ParameterStyle(int End, bool HaveAnnotations, string Title);

// Parameters of functions and lambdas (language reference, 8.7).
internal sealed partial class Reading
{
    private static readonly ParameterStyle FunctionParameters = new(L.RPAREN, true, "Function parameters");
    private static readonly ParameterStyle LambdaParameters = new(L.COLON, false, "Lambda expression parameters");

    private bool ParameterList(ParameterStyle style)
    {
        Mistake(() => InvalidParameters(style));
        var start = _mark;
        if (Try(() => Slash(style, false)))
        {
            Repeat(() => Plain(style) is not null);
            Repeat(() => WithDefault(style));
        }
        else if (Try(() => Slash(style, true)))
        {
            Repeat(() => WithDefault(style));
        }
        else
        {
            Repeat(() => Plain(style) is not null);
            Repeat(() => WithDefault(style));
        }
        return Try(() => StarPart(style)) || _mark > start;
    }

    private int Repeat(Func<bool> rule)
    {
        var count = 0;
        while (Try(rule))
        {
            count++;
        }
        return count;
    }

    // The parameters before a slash, and the slash.
    private bool Slash(ParameterStyle style, bool defaults)
    {
        var plain = Repeat(() => Plain(style) is not null);
        if (defaults ? Repeat(() => WithDefault(style)) == 0 : plain == 0)
        {
            return false;
        }
        return Take(L.SLASH) && EndsParameter(style);
    }

    private bool EndsParameter(ParameterStyle style) => Take(L.COMMA) || Is(style.End);

    private Piece? Parameter(ParameterStyle style, bool starred = false)
    {
        var start = _mark;
        if (!Take(L.NAME))
        {
            return null;
        }
        if (style.HaveAnnotations)
        {
            if (starred)
            {
                if (!Take(L.COLON) || StarExpression() is null)
                {
                    return null;
                }
            }
            else
            {
                Try(() => Take(L.COLON) && Expression() is not null);
            }
        }
        return Made("parameter", start);
    }

    private Piece? Plain(ParameterStyle style) => Parameter(style) is { } parameter && EndsParameter(style) ? parameter : null;

    private bool WithDefault(ParameterStyle style) => Parameter(style) is not null && Default(style) && EndsParameter(style);

    private bool MaybeDefault(ParameterStyle style) =>
        Parameter(style) is not null && (Try(() => Default(style)) || true) && EndsParameter(style);

    private bool Default(ParameterStyle style)
    {
        var start = _mark;
        if (Try(() => Take(L.ASSIGN) && Expression() is not null))
        {
            return true;
        }
        Mistake(() =>
        {
            if (style.HaveAnnotations && Take(L.ASSIGN) && (Is(style.End) || Is(L.COMMA)))
            {
                throw At(start, "expected default value expression");
            }
        });
        return false;
    }

    private bool StarPart(ParameterStyle style)
    {
        Mistake(() => InvalidStarPart(style));
        if (Try(() =>
        {
            if (!Take(L.STAR) || !(Try(() => Plain(style)) is not null
                || (style.HaveAnnotations && Try(() => Parameter(style, starred: true) is not null && EndsParameter(style)))))
            {
                return false;
            }
            Repeat(() => MaybeDefault(style));
            Try(() => Keywords(style));
            return true;
        }))
        {
            return true;
        }
        if (Try(() =>
        {
            if (!Take(L.STAR) || !Take(L.COMMA) || Repeat(() => MaybeDefault(style)) == 0)
            {
                return false;
            }
            Try(() => Keywords(style));
            return true;
        }))
        {
            return true;
        }
        return Try(() => Keywords(style));
    }

    private bool Keywords(ParameterStyle style)
    {
        Mistake(() =>
        {
            const string Follow = "arguments cannot follow var-keyword argument";
            var start = _mark;
            if (!Take(L.POWER) || Parameter(style) is null)
            {
                return;
            }
            if (Take(L.ASSIGN))
            {
                throw At(_mark - 1, "var-keyword argument cannot have default value");
            }
            if (Take(L.COMMA))
            {
                if (Try(() => Parameter(style)) is { } after)
                {
                    throw At(after, Follow);
                }
                if (TypeAt(_mark) is L.STAR or L.POWER or L.SLASH)
                {
                    throw At(_mark, Follow);
                }
            }
            _mark = start;
        });
        return Take(L.POWER) && Plain(style) is not null;
    }

    private void InvalidParameters(ParameterStyle style)
    {
        var start = _mark;
        Repeat(() => Plain(style) is not null);
        if ((Try(() => Slash(style, true)) || Repeat(() => WithDefault(style)) > 0) && Try(() => Plain(style)) is { } late)
        {
            throw At(late, "non-default argument follows default argument");
        }
        _mark = start;
        Repeat(() => Plain(style) is not null);
        var open = _mark;
        if (Take(L.LPAREN) && InParentheses(style))
        {
            Take(L.COMMA);
            if (Take(L.RPAREN))
            {
                throw Range(open, _mark - 1, $"{style.Title} cannot be parenthesized");
            }
        }
        _mark = start;
        if (Take(L.SLASH) && Take(L.COMMA))
        {
            throw At(start, "at least one argument must precede /");
        }
        _mark = start;
        if (Try(() => Slash(style, false)) || Try(() => Slash(style, true)))
        {
            Repeat(() => MaybeDefault(style));
            if (Take(L.SLASH))
            {
                throw At(_mark - 1, "/ may appear only once");
            }
        }
        _mark = start;
        if (!Try(() => Slash(style, false)))
        {
            Try(() => Slash(style, true));
        }
        Repeat(() => MaybeDefault(style));
        if (Take(L.STAR) && (Take(L.COMMA) || Try(() => Plain(style)) is not null))
        {
            Repeat(() => MaybeDefault(style));
            if (Take(L.SLASH))
            {
                throw At(_mark - 1, "/ must be ahead of *");
            }
        }
        _mark = start;
        if (Repeat(() => MaybeDefault(style)) > 0 && Take(L.SLASH) && Take(L.STAR))
        {
            throw At(_mark - 1, "expected comma between / and *");
        }
    }

    // A function's parameters end at the parenthesis; a lambda's are told by commas alone.
    private bool InParentheses(ParameterStyle style) => style.HaveAnnotations
        ? Repeat(() => Plain(style) is not null) > 0
        : Commas(() => Parameter(style)) is not null;

    private void InvalidStarPart(ParameterStyle style)
    {
        var start = _mark;
        if (Take(L.STAR) && (Take(style.End) || (Take(L.COMMA) && (Take(style.End) || Take(L.POWER)))))
        {
            const string Bare = "named arguments must follow bare *";
            throw style.HaveAnnotations ? At(start, Bare) : AtLast(Bare);
        }
        _mark = start;
        if (Take(L.STAR) && Parameter(style) is not null && Take(L.ASSIGN))
        {
            throw At(_mark - 1, "var-positional argument cannot have default value");
        }
        _mark = start;
        if (Take(L.STAR) && (Try(() => Plain(style)) is not null || Take(L.COMMA)))
        {
            Repeat(() => MaybeDefault(style));
            var second = _mark;
            if (Take(L.STAR) && (Try(() => Plain(style)) is not null || Take(L.COMMA)))
            {
                throw At(second, "* argument may appear only once");
            }
        }
    }
}
