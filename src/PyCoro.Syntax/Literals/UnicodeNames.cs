namespace PyCoro.Syntax.Literals;

/// <summary>Characters by name, for <c>\N{…}</c>.</summary>
internal static class UnicodeNames
{
    /// <summary>The code point with a name, or -1.</summary>
    public static int Lookup(ReadOnlySpan<char> name) => -1;
}
