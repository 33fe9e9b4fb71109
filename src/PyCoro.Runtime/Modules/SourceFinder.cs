// Finds modules as files: packages, modules and namespace packages along sys.path or a package's __path__.

using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

/// <summary>What a search came to.</summary>
internal enum SourceKind
{
    Missing,
    Failed,
    Module,
    Package,
    Namespace,
}

/// <summary>Where a module was found.</summary>
/// <param name="File">The source file; "" for a namespace package.</param>
/// <param name="Directory">The package's folder.</param>
/// <param name="Portions">The folders of a namespace package.</param>
internal readonly record struct SourceLocation(string File, string Directory, List<string> Portions);

internal static class SourceFinder
{
    /// <summary>Searches for a module by its full name; a bound <paramref name="path"/> is its package's <c>__path__</c>.</summary>
    internal static SourceKind Find(VmThread thread, string name, Value path, out SourceLocation location)
    {
        location = default;
        var tail = name[(name.LastIndexOf('.') + 1)..];
        if (path.IsUnbound)
            path = thread.Interpreter.GetSys("path");
        if (path.IsUnbound)
            return SourceKind.Missing;
        var folders = Iteration.ToArray(thread, path);
        if (folders is null)
            return SourceKind.Failed;
        List<string>? portions = null;
        foreach (var item in folders)
        {
            if (item.Ref is not PyStr folder)
                continue;
            var directory = folder.Text.Length == 0 ? Environment.CurrentDirectory : folder.Text;
            var package = Path.Combine(directory, tail);
            if (Directory.Exists(package))
            {
                var init = Path.Combine(package, "__init__.py");
                if (File.Exists(init))
                {
                    location = new SourceLocation(init, package, []);
                    return SourceKind.Package;
                }
            }
            var file = package + ".py";
            if (File.Exists(file))
            {
                location = new SourceLocation(file, directory, []);
                return SourceKind.Module;
            }
            if (Directory.Exists(package))
                (portions ??= []).Add(package);
        }
        if (portions is null)
            return SourceKind.Missing;
        location = new SourceLocation("", "", portions);
        return SourceKind.Namespace;
    }
}
