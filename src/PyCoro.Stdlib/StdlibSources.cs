// The part of the library that is written in Python lies under Lib/ and travels inside the assembly, so that a program
// needs no installation beside it. The importer asks here by module name after it has looked for a native module.

using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;

namespace PyCoro.Stdlib;

/// <summary>Sources of the library modules written in Python.</summary>
public static class StdlibSources
{
    private const string Prefix = "Lib/";

    private static readonly Assembly Here = typeof(StdlibSources).Assembly;

    private static readonly HashSet<string> Files = [.. Here.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))];

    /// <summary>The source of a module, by its dotted name; false when the library has no such module in Python.</summary>
    public static bool TryGet(string moduleName, [NotNullWhen(true)] out string? source, out bool isPackage)
    {
        var path = Prefix + moduleName.Replace('.', '/');
        isPackage = Files.Contains(path + "/__init__.py");
        var file = isPackage ? path + "/__init__.py" : path + ".py";
        source = isPackage || Files.Contains(file) ? Read(file) : null;
        return source is not null;
    }

    /// <summary>Names of all library modules written in Python.</summary>
    public static IEnumerable<string> Names()
    {
        foreach (var file in Files)
        {
            var name = file[Prefix.Length..^".py".Length].Replace('/', '.');
            yield return name.EndsWith(".__init__", StringComparison.Ordinal) ? name[..^".__init__".Length] : name;
        }
    }

    private static string Read(string file)
    {
        using var stream = Here.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
