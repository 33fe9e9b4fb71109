// The part of the library that is written in Python lies under Lib/ and travels inside the assembly, so that a program
// needs no installation beside it. The importer asks here by module name after it has looked for a native module.

using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;
using PyCoro.Compiler.Bytecode;

namespace PyCoro.Stdlib;

/// <summary>Sources of the library modules written in Python.</summary>
public static class StdlibSources
{
    private const string Prefix = "Lib/";

    private static readonly Assembly Here = typeof(StdlibSources).Assembly;

    private static readonly HashSet<string> Files = [.. Here.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".py", StringComparison.Ordinal))];

    /// <summary>The source of a module, by its dotted name; false when the library has no such module in Python.</summary>
    public static bool TryGet(string moduleName, [NotNullWhen(true)] out string? source, out bool isPackage)
    {
        var path = PathOf(moduleName);
        isPackage = IsPackage(moduleName);
        var file = isPackage ? path + "/__init__.py" : path + ".py";
        source = isPackage || Files.Contains(file) ? Read(file) : null;
        return source is not null;
    }

    /// <summary>Is it a library package in Python?</summary>
    internal static bool IsPackage(string moduleName) => Files.Contains(PathOf(moduleName) + "/__init__.py");

    /// <summary>The code of a module, compiled when this assembly was built; null when the library has no such module in Python.</summary>
    internal static unsafe CodeObject? ReadCode(string moduleName)
    {
        var path = PathOf(moduleName);
        path += IsPackage(moduleName) ? "/__init__.pyc" : ".pyc";
        using var stream = Here.GetManifestResourceStream(path) as UnmanagedMemoryStream;
        if (stream is null)
            return null;
        return CodeReader.Read(new ReadOnlySpan<byte>(stream.PositionPointer, (int)stream.Length))
            ?? throw new InvalidDataException($"{path} was compiled for another set of opcodes: rebuild PyCoro.Stdlib");
    }

    private static string PathOf(string moduleName) => Prefix + moduleName.Replace('.', '/');

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
