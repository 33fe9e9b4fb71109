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

    /// <summary>Is it an exception that <c>Raise</c> understands?</summary>
    internal static bool IsIO(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ObjectDisposedException or NotSupportedException or PythonException;

    /// <summary>Raises the OSError; always returns <see cref="Value.Error"/>.</summary>
    internal static Value Raise(VmThread thread, Exception exception, string? path = null)
    {
        if (exception is PythonException python)
            return thread.Raise(python.Exception);
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

    /// <summary>Raises the OSError of an error number; always returns <see cref="Value.Error"/>.</summary>
    internal static Value Raise(VmThread thread, int number, Value? path = null, Value? path2 = null)
    {
        var text = Value.Str(Describe(number));
        if (path is not { } first)
            return thread.Raise(ClassOf(number), Value.Int(number), text);
        return path2 is not { } second
            ? thread.Raise(ClassOf(number), Value.Int(number), text, first)
            : thread.Raise(ClassOf(number), Value.Int(number), text, first, Value.None, second);
    }

    /// <summary>strerror().</summary>
    internal static string Describe(int number) => number switch
    {
        // .NET gives its own words for a few where they would be the same everywhere; these are glibc's.
        0 => "Success",
        _ => System.Runtime.InteropServices.Marshal.GetPInvokeErrorMessage(number),
    };

    /// <summary>The class of exceptions for an error number (PEP 3151).</summary>
    internal static PyType ClassOf(int number) => number switch
    {
        NoEntry => ExceptionTypes.FileNotFoundError,
        1 or NoAccess => ExceptionTypes.PermissionError,
        3 => ExceptionTypes.ProcessLookupError,
        4 => ExceptionTypes.InterruptedError,
        10 => ExceptionTypes.ChildProcessError,
        11 or 114 or 115 => ExceptionTypes.BlockingIOError,
        Exists => ExceptionTypes.FileExistsError,
        NotDirectory => ExceptionTypes.NotADirectoryError,
        IsDirectory => ExceptionTypes.IsADirectoryError,
        BrokenPipe or 108 => ExceptionTypes.BrokenPipeError,
        103 => ExceptionTypes.ConnectionAbortedError,
        104 => ExceptionTypes.ConnectionResetError,
        110 => ExceptionTypes.TimeoutError,
        111 => ExceptionTypes.ConnectionRefusedError,
        _ => ExceptionTypes.OSError,
    };
}
