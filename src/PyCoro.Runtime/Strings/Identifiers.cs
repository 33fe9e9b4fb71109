namespace PyCoro.Runtime.Strings;

/// <summary>What may be a name (language reference: Identifiers and keywords).</summary>
internal static class Identifiers
{
    /// <summary>Is the text an identifier? Keywords are, in this sense.</summary>
    internal static bool IsIdentifier(string text)
    {
        var points = new CodePoints(text);
        if (!points.MoveNext() || !CharacterData.IsIdentifierStart(points.Current))
            return false;
        while (points.MoveNext())
        {
            if (!CharacterData.IsIdentifierPart(points.Current))
                return false;
        }
        return true;
    }
}
