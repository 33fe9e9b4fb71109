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

    /// <summary>Searches a folder ("" is the current one).</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="tail">The last part of the module's name.</param>
    /// <param name="file">The source file; of a namespace package's portion the folder.</param>
    internal static SourceKind Find(string folder, string tail, out string file)
    {
        var package = Path.Combine(folder.Length == 0 ? Environment.CurrentDirectory : folder, tail);
        var isFolder = Directory.Exists(package);
        if (isFolder)
        {
            file = Path.Combine(package, "__init__" + Suffix);
            if (File.Exists(file))
                return SourceKind.Package;
        }
        file = package + Suffix;
        if (File.Exists(file))
            return SourceKind.Module;
        file = package;
        return isFolder ? SourceKind.Namespace : SourceKind.Missing;
    }
}
