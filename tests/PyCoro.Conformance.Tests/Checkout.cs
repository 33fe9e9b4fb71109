// Tests read the scripts where they lie in the checkout, so that changing one needs no build.

namespace PyCoro.Conformance.Tests;

/// <summary>Where the checkout has what.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Scripts { get; } = Path.Combine(Root, "tests", "conformance");

    /// <summary>The listings of the article, kept outside the repository; PYCORO_ARTICLE names another place.</summary>
    public static string Article { get; } = Path.GetFullPath(
        Environment.GetEnvironmentVariable("PYCORO_ARTICLE") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Root, "..", "shared", "article"));

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "PyCoro.sln")))
                return folder;
        }
        throw new DirectoryNotFoundException("the tests do not lie in a checkout: no PyCoro.sln above them");
    }
}
