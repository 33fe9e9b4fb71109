// Pure-Python modules that PyCoro does not have yet can be imported from an installed CPython 3.11, in place. `auto` asks
// no python3.11 to run: where its library lies follows from where its executable does (<prefix>/bin, <prefix>/lib).

namespace PyCoro;

/// <summary>Finds the library folder of an installed Python 3.11.</summary>
internal static class InstalledLibrary
{
    private const string Landmark = "os.py";

    /// <summary>The folder an option names; null when there is none.</summary>
    public static string? Resolve(string? option)
    {
        if (string.IsNullOrEmpty(option))
            return null;
        return option == "auto" ? Candidates().FirstOrDefault(IsLibrary) : Path.GetFullPath(option);
    }

    private static bool IsLibrary(string folder) => File.Exists(Path.Combine(folder, Landmark));

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("PYTHONHOME") is { Length: > 0 } home)
            yield return Path.Combine(home, "lib", "python3.11");
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            if (folder.Length == 0 || !File.Exists(Path.Combine(folder, "python3.11")))
                continue;
            var file = Path.Combine(folder, "python3.11");
            var target = File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;
            yield return Path.Combine(Path.GetDirectoryName(target)!, "..", "lib", "python3.11") is var found ? Path.GetFullPath(found) : "";
        }
        yield return "/usr/local/lib/python3.11";
        yield return "/usr/lib/python3.11";
    }
}
