using PyCoro.Syntax.Ast;
using PyCoro.Syntax.Errors;
using PyCoro.Syntax.Grammar;

namespace PyCoro.Syntax.Building;

/// <summary>What the grammar accepts as arguments of a call but Python does not (language reference, 6.3.4).</summary>
internal static class ArgumentChecks
{
    /// <summary>What came before an argument.</summary>
    public enum Kind
    {
        Positional,
        Keyword,
        KeywordUnpacking,
    }

    public static void Positional(SourceText source, Kind seen, PyToken close)
    {
        if (seen != Kind.Positional)
        {
            throw SyntaxErrors.At(source, close, seen == Kind.Keyword
                ? "positional argument follows keyword argument"
                : "positional argument follows keyword argument unpacking");
        }
    }

    public static void Star(SourceText source, Kind seen, PyToken star)
    {
        if (seen == Kind.KeywordUnpacking)
        {
            throw SyntaxErrors.At(source, star, "iterable argument unpacking follows keyword argument unpacking");
        }
    }

    public static void Generator(SourceText source, PythonRuleContext argument, PythonRuleContext arguments, bool isClass)
    {
        if (isClass)
        {
            throw new ParseFailedException(argument.Rule(1).First);
        }
        if (arguments.Count > 1)
        {
            var last = argument.Last;
            throw SyntaxErrors.Between(
                source, new SourceSpan(argument.First.Line, argument.First.Column, last.EndLine, last.EndColumn),
                "Generator expression must be parenthesized");
        }
    }

    /// <summary>The name before a keyword argument's <c>=</c>.</summary>
    public static string KeywordName(SourceText source, PythonRuleContext argument, Expr value)
    {
        var target = argument.Rule(0);
        if (value is Name name && target.First == target.Last)
        {
            return name.Id;
        }
        var equals = argument.Token(1);
        if (value is Constant { Value: null or bool } && target.First == target.Last)
        {
            throw SyntaxErrors.Between(
                source, new SourceSpan(target.First.Line, target.First.Column, equals.EndLine, equals.EndColumn),
                $"cannot assign to {target.First.Text}");
        }
        throw SyntaxErrors.Between(
            source, new SourceSpan(target.First.Line, target.First.Column, equals.EndLine, equals.EndColumn),
            "expression cannot contain assignment, perhaps you meant \"==\"?");
    }
}
