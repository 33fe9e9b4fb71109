namespace PyCoro.Runtime.Hosting;

/// <summary>A program can never go on: all its threads and tasks wait for each other, and no time, input, process or handler
/// of a signal will end a wait. CPython hangs there. The program cannot catch it; it was stopped where it stood.</summary>
public sealed class DeadlockException : Exception
{
    internal DeadlockException(string report) : base(report.AsSpan(0, report.IndexOf('\n')).ToString()) => Report = report;

    /// <summary>Who waits for whom, the cycle if there is one, and the stacks of all threads and tasks; ends with a newline.</summary>
    public string Report { get; }
}
