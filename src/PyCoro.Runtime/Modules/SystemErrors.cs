// What the operating system refuses becomes an OSError of the class that belongs to the error number (PEP 3151).

using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Modules;

/// <summary>I/O errors of .NET as Python exceptions.</summary>
internal static class SystemErrors
{
    private const int NoEntry = 2;
    private const int BadDescriptor = 9;
    private const int NoAccess = 13;
    private const int Exists = 17;
    private const int NotDirectory = 20;
    private const int IsDirectory = 21;
    private const int BrokenPipe = 32;

    /// <summary>Is it an exception that <see cref="Raise"/> understands?</summary>
    internal static bool IsIO(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ObjectDisposedException or NotSupportedException;

    /// <summary>Raises the OSError; always returns <see cref="Value.Error"/>.</summary>
    internal static Value Raise(VmThread thread, Exception exception, string? path = null)
    {
        var number = exception switch
        {
            FileNotFoundException or DirectoryNotFoundException => NoEntry,
            UnauthorizedAccessException when path is not null && Directory.Exists(path) => IsDirectory,
            UnauthorizedAccessException => NoAccess,
            NotSupportedException => BadDescriptor,
            IOException when path is not null && Directory.Exists(path) => IsDirectory,
            IOException when exception.HResult is > 0 and < 200 => exception.HResult,
            IOException when path is not null && File.Exists(path) => Exists,
            _ => 5,
        };
        var text = Value.Str(Describe(number));
        return path is null
            ? thread.Raise(ClassOf(number), Value.Int(number), text)
            : thread.Raise(ClassOf(number), Value.Int(number), text, Value.Str(path));
    }

    private static string Describe(int number) => number switch
    {
        NoEntry => "No such file or directory",
        BadDescriptor => "Bad file descriptor",
        NoAccess => "Permission denied",
        Exists => "File exists",
        NotDirectory => "Not a directory",
        IsDirectory => "Is a directory",
        BrokenPipe => "Broken pipe",
        5 => "Input/output error",
        _ => System.Runtime.InteropServices.Marshal.GetPInvokeErrorMessage(number),
    };

    private static PyType ClassOf(int number) => number switch
    {
        NoEntry => ExceptionTypes.FileNotFoundError,
        1 or NoAccess => ExceptionTypes.PermissionError,
        Exists => ExceptionTypes.FileExistsError,
        NotDirectory => ExceptionTypes.NotADirectoryError,
        IsDirectory => ExceptionTypes.IsADirectoryError,
        BrokenPipe => ExceptionTypes.BrokenPipeError,
        11 => ExceptionTypes.BlockingIOError,
        4 => ExceptionTypes.InterruptedError,
        _ => ExceptionTypes.OSError,
    };
}
