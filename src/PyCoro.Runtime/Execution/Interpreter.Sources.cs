using PyCoro.Syntax;

namespace PyCoro.Runtime.Execution;

internal sealed partial class Interpreter
{
    private readonly Dictionary<string, (DateTime Written, long Size, string[] Lines)> _sources = [];

    /// <summary>The lines of a source file for tracebacks; null when there is none by that name.</summary>
    internal string[]? SourceLines(string fileName)
    {
        // compile() takes any text for a name, also what names no file anywhere.
        if (fileName.Length == 0 || fileName.Contains('\0', StringComparison.Ordinal))
            return null;
        var file = new FileInfo(fileName);
        if (!file.Exists)
            return null;
        lock (_sources)
        {
            // Programs write files anew and run them again: what was read may be out of date.
            if (_sources.TryGetValue(fileName, out var known) && known.Written == file.LastWriteTimeUtc && known.Size == file.Length)
                return known.Lines;
            if (Read(fileName) is not { } lines)
                return null;
            _sources[fileName] = (file.LastWriteTimeUtc, file.Length, lines);
            return lines;
        }
    }

    private static string[]? Read(string fileName)
    {
        try
        {
            return PythonSource.Decode(File.ReadAllBytes(fileName), fileName).Text.Split('\n');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or PythonSyntaxException)
        {
            return null;
        }
    }
}
