namespace PyCoro.Runtime.Programs;

/// <summary>Exit statuses as CPython has them (library reference: sys.exit).</summary>
internal static class ExitStatusOf
{
    /// <summary>The program ran to its end.</summary>
    public const int Success = 0;

    /// <summary>An exception was not caught, or there is nothing to run.</summary>
    public const int Failure = 1;

    /// <summary>A standard stream could not be flushed at the end.</summary>
    public const int FlushFailed = 120;

    /// <summary>KeyboardInterrupt was not caught: 128 + SIGINT, as a shell reports it.</summary>
    public const int Interrupted = 130;
}
