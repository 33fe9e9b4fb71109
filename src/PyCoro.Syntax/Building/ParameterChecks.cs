using PyCoro.Syntax.Errors;
using PyCoro.Syntax.Grammar;

namespace PyCoro.Syntax.Building;

/// <summary>Lists of parameters that the grammar accepts but Python does not.</summary>
internal static class ParameterChecks
{
    /// <summary>The error for a bare <c>*</c> without a named parameter behind it.</summary>
    public static PythonSyntaxException NothingAfterStar(
        SourceText source, PythonRuleContext parameters, int index, PythonRuleContext star)
    {
        // In a lambda CPython's caret stands at the star too.
        _ = parameters;
        _ = index;
        return SyntaxErrors.At(source, star.First, "named arguments must follow bare *");
    }
}
