using PyCoro.Runtime.Objects;

namespace PyCoro.Runtime.Modules;

/// <summary>What a search came to.</summary>
internal enum SourceKind
{
    Missing,
    Module,
    Package,
    Namespace,
}

/// <summary>Looks for the source of a module in one folder.</summary>
internal static class SourceFinder
{
    internal const string Suffix = ".py";

    /// <summary>Of bytecode, which may stand alone.</summary>
    internal const string BytecodeSuffix = ".pyc";

    /// <summary>Searches a folder ("" is the current one).</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="tail">The last part of the module's name.</param>
    /// <param name="file">The source file; of a namespace package's portion the folder.</param>
    internal static SourceKind Find(string folder, string tail, out string file)
    {
        file = "";
        if (!IsName(tail) || Absolute(folder) is not { } place)
            return SourceKind.Missing;
        var package = Path.Combine(place, tail);
        var isFolder = Directory.Exists(package);
        if (isFolder)
        {
            if (IsThere(Path.Combine(package, "__init__"), out file))
                return SourceKind.Package;
        }
        if (IsThere(package, out file))
            return SourceKind.Module;
        file = package;
        return isFolder ? SourceKind.Namespace : SourceKind.Missing;
    }

    /// <summary>Can it be the name of a file in a folder? What leads elsewhere is never found, whatever is there.</summary>
    internal static bool IsName(string tail) => tail.Length > 0 && tail.AsSpan().IndexOfAny('/', '\0') < 0;

    /// <summary>A folder's full name; null when it is below the current folder, and that has been removed.</summary>
    internal static string? Absolute(string folder)
    {
        if (Path.IsPathRooted(folder))
            return folder;
        try
        {
            return folder.Length == 0 ? Environment.CurrentDirectory : Path.GetFullPath(folder);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The loader of a found file.</summary>
    internal static PyFileLoader LoaderOf(string name, string file) =>
        file.EndsWith(BytecodeSuffix, StringComparison.Ordinal) ? new PySourcelessFileLoader(name, file) : new PySourceFileLoader(name, file);

    private static bool IsThere(string stem, out string file)
    {
        file = stem + Suffix;
        if (File.Exists(file))
            return true;
        file = stem + BytecodeSuffix;
        return File.Exists(file);
    }
}
