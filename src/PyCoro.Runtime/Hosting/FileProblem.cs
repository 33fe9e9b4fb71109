// .NET reports a file that cannot be read by exception classes, CPython by errno and its text. One table from the one to
// the other.

namespace PyCoro.Runtime.Hosting;

/// <summary>Why a file cannot be read.</summary>
internal static class FileProblem
{
    /// <summary>Is the exception one that opening or reading a file throws?</summary>
    public static bool IsOne(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>The errno.</summary>
    public static int Number(string path, Exception exception) => exception switch
    {
        _ when Directory.Exists(path) => 21,
        FileNotFoundException or DirectoryNotFoundException => IsBelowFile(path) ? 20 : 2,
        UnauthorizedAccessException => 13,
        PathTooLongException => 36,
        _ => 5,
    };

    /// <summary>As CPython prints it: <c>[Errno 2] No such file or directory</c>.</summary>
    public static string Describe(string path, Exception exception)
    {
        var number = Number(path, exception);
        return $"[Errno {number}] {Text(number)}";
    }

    private static string Text(int number) => number switch
    {
        2 => "No such file or directory",
        13 => "Permission denied",
        20 => "Not a directory",
        21 => "Is a directory",
        36 => "File name too long",
        _ => "Input/output error",
    };

    private static bool IsBelowFile(string path)
    {
        for (var above = Path.GetDirectoryName(Path.GetFullPath(path)); above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
                return true;
        }
        return false;
    }
}
