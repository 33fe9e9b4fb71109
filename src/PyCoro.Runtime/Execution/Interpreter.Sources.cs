using PyCoro.Syntax;

namespace PyCoro.Runtime.Execution;

internal sealed partial class Interpreter
{
    private readonly Dictionary<string, string[]?> _sources = [];

    /// <summary>The lines of a source file for tracebacks; null when there is none by that name.</summary>
    internal string[]? SourceLines(string fileName)
    {
        lock (_sources)
        {
            if (!_sources.TryGetValue(fileName, out var lines))
                _sources.Add(fileName, lines = Read(fileName));
            return lines;
        }
    }

    private static string[]? Read(string fileName)
    {
        if (!File.Exists(fileName))
            return null;
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
