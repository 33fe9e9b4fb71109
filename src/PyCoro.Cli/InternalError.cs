namespace PyCoro.Cli;

/// <summary>What a user sees of a fault in PyCoro itself.</summary>
internal static class InternalError
{
    /// <summary>With <c>PYCORO_DEBUG=1</c>, shows faults that the program sees as SystemError; null otherwise.</summary>
    public static Action<Exception>? Observer { get; } =
        IsDebugging ? static exception => Console.Error.WriteLine($"internal error: {exception}") : null;

    private static bool IsDebugging => Environment.GetEnvironmentVariable("PYCORO_DEBUG") == "1";

    /// <summary>Writes one line to standard error (everything with <c>PYCORO_DEBUG=1</c>) and gives the exit status.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="place">Where the Python program was, if that is known.</param>
    public static int Report(Exception? exception, string? place)
    {
        var at = place is null ? "" : $" at {place}";
        if (IsDebugging)
            Console.Error.WriteLine($"internal error{at}: {exception}");
        else
        {
            var message = exception?.Message.ReplaceLineEndings(" ");
            Console.Error.WriteLine(
                $"internal error{at}: {exception?.GetType().Name}: {message} (PYCORO_DEBUG=1 shows more)");
        }
        return ExitStatus.InternalError;
    }
}
