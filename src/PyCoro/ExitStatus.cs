namespace PyCoro;

/// <summary>What a run ends with, as CPython's exit statuses (library reference: sys.exit).</summary>
public static class ExitStatus
{
    /// <summary>The program ran to its end.</summary>
    public const int Success = 0;

    /// <summary>An exception was not caught, or the source is not valid.</summary>
    public const int Failure = 1;

    /// <summary>The command line is wrong, or the file cannot be opened.</summary>
    public const int Usage = 2;

    /// <summary>The program can never go on, see <see cref="Runtime.Hosting.DeadlockException"/>; CPython hangs there.</summary>
    public const int Deadlock = 3;

    /// <summary>PyCoro itself failed (EX_SOFTWARE of sysexits.h); CPython has no such status.</summary>
    public const int InternalError = 70;

    /// <summary>Standard output could not be flushed at exit.</summary>
    public const int FlushFailed = 120;

    /// <summary>KeyboardInterrupt was not caught: 128 + SIGINT, as a shell reports it.</summary>
    public const int Interrupted = 130;
}
