namespace PyCoro.Compiler.Symbols;

/// <summary>Private names of classes (language reference: Identifiers, private name mangling).</summary>
internal static class NameMangling
{
    /// <summary>The name as it is stored: <c>__x</c> inside <c>class C</c> is <c>_C__x</c>.</summary>
    public static string Mangle(string? className, string name)
    {
        if (className is null || !name.StartsWith("__", StringComparison.Ordinal))
            return name;
        if (name.EndsWith("__", StringComparison.Ordinal) || name.Contains('.'))
            return name;
        var stripped = className.TrimStart('_');
        return stripped.Length == 0 ? name : "_" + stripped + name;
    }
}
