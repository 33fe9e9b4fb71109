// A conformance test is a Python script with what CPython 3.11 makes of it recorded beside it (scripts/record):
// NAME.out is standard output, NAME.err standard error, NAME.status an unusual exit status. docs/testing.md says more.

namespace PyCoro.Conformance.Tests;

/// <summary>A script and what is expected of it.</summary>
internal sealed class ConformanceScript
{
    private const string IgnoreErrors = "# stderr: ignored";

    private ConformanceScript(string path)
    {
        Path = path;
        Output = ReadOrEmpty(".out");
        var errors = ReadOrNull(".err");
        ComparesErrors = !File.ReadLines(path).Contains(IgnoreErrors);
        Errors = errors ?? "";
        var usual = errors is null ? 0 : 1;
        Status = ReadOrNull(".status") is { } status ? int.Parse(status.Trim()) : usual;
    }

    public string Path { get; }

    public string Output { get; }

    public string Errors { get; }

    /// <summary>False where what goes to standard error is not the point of the script.</summary>
    public bool ComparesErrors { get; init; }

    public int Status { get; }

    /// <summary>The script's folder with the separator, which stands in no expectation.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path) + System.IO.Path.DirectorySeparatorChar;

    public static ConformanceScript Load(string folder, string name) =>
        new(System.IO.Path.Combine(folder, name + ".py"));

    /// <summary>A listing of the article: warnings about what Python has deprecated since may go to standard error.</summary>
    public static ConformanceScript LoadListing(string folder, string name)
    {
        var path = System.IO.Path.Combine(folder, name + ".py");
        return new(path) { ComparesErrors = File.Exists(System.IO.Path.ChangeExtension(path, ".err")) };
    }

    /// <summary>The scripts directly in a folder; names that begin with <c>_</c> and folders below are what tests import.</summary>
    public static IEnumerable<string> NamesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.py")
            .Select(file => System.IO.Path.GetFileNameWithoutExtension(file))
            .Where(name => !name.StartsWith('_'))
            .Order(StringComparer.Ordinal);

    private string ReadOrEmpty(string extension) => ReadOrNull(extension) ?? "";

    private string? ReadOrNull(string extension)
    {
        var file = System.IO.Path.ChangeExtension(Path, extension);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }
}
