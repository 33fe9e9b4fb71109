using PyCoro.Syntax.Errors;
using PyCoro.Syntax.Grammar;

namespace PyCoro.Syntax.Building;

/// <summary>Displays in braces that are neither a set nor a dict.</summary>
internal static class DisplayChecks
{
    /// <summary>The error for an item of another kind than the first.</summary>
    public static Exception Misfit(SourceText source, PythonRuleContext item, bool isDict)
    {
        if (!isDict)
        {
            return new ParseFailedException(item.TokenType(0) == PythonLexer.POWER ? item.First : item.Token(1));
        }
        if (item.TokenType(0) == PythonLexer.STAR)
        {
            return new ParseFailedException(item.First);
        }
        var key = item.Rule(0).Last;
        return SyntaxErrors.From(source, key.EndLine, key.EndColumn - 1, "':' expected after dictionary key");
    }
}
