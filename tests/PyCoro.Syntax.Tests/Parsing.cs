namespace PyCoro.Syntax.Tests;

/// <summary>Short ways to parse in tests.</summary>
internal static class Parsing
{
    /// <summary>The dump without positions on one line, without the module around it.</summary>
    public static string Dump(string text, bool attributes = false)
    {
        var dump = AstDump.ToText(Parse(text).Module, attributes);
        return string.Join(' ', dump.Split('\n', StringSplitOptions.TrimEntries))
            .Replace("( ", "(", StringComparison.Ordinal).Replace("[ ", "[", StringComparison.Ordinal);
    }

    /// <summary>The dump of the only statement.</summary>
    public static string DumpOne(string text)
    {
        var dump = Dump(text);
        const string Start = "Module(body=[", End = "], type_ignores=[])";
        return dump[Start.Length..^End.Length];
    }

    public static ParseResult Parse(string text) => PythonSource.Parse(PythonSource.FromString(text, "<test>"), ParseMode.File);

    public static PythonSyntaxException Reject(string text) => Should.Throw<PythonSyntaxException>(() => Parse(text));
}
