using PyCoro.Syntax.Grammar;

namespace PyCoro.Syntax.Building;

/// <summary>Displays in braces that are neither a set nor a dict.</summary>
internal static class DisplayChecks
{
    /// <summary>The token where CPython sees that an item does not fit the first one.</summary>
    public static PyToken MisfitToken(PythonRuleContext item, bool isDict, PythonRuleContext display)
    {
        if (!isDict)
        {
            return item.TokenType(0) == PythonLexer.POWER ? item.First : item.Token(1);
        }
        if (item.TokenType(0) == PythonLexer.STAR)
        {
            return item.First;
        }
        for (var i = 0; i < display.Count; i++)
        {
            if (ReferenceEquals(display[i], item))
            {
                return item.Count == 3 ? item.Token(1) : display.Token(i + 1);
            }
        }
        return item.Last;
    }
}
