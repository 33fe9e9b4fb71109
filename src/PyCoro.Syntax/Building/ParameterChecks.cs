using PyCoro.Syntax.Errors;
using PyCoro.Syntax.Grammar;

namespace PyCoro.Syntax.Building;

/// <summary>Lists of parameters that the grammar accepts but Python does not.</summary>
internal static class ParameterChecks
{
    /// <summary>The error for a bare <c>*</c> without a named parameter behind it: at the star, in a lambda behind it.</summary>
    public static PythonSyntaxException NothingAfterStar(SourceText source, PyToken star, bool isLambda, TokenBuffer tokens)
    {
        var next = tokens.All[star.TokenIndex + 1];
        if (next.Type is PythonLexer.COMMA or PythonLexer.TRAILING_COMMA)
        {
            next = tokens.All[star.TokenIndex + 2];
        }
        return SyntaxErrors.At(source, isLambda ? next : star, "named arguments must follow bare *");
    }
}
