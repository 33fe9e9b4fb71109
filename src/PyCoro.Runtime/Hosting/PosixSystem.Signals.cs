// Signals of this process. A handler in C# must not run as the system's signal handler (it may interrupt anything), so
// .NET's registrations are used: they take any number, and tell of it on a thread of their own.

using System.Runtime.InteropServices;

namespace PyCoro.Runtime.Hosting;

internal sealed partial class PosixSystem
{
    // The last signals that anybody may name, and those that .NET's collector stops threads with.
    private const int FirstRealTime = 32;

    private const int FileTooLarge = 25;
    private const nint Ignored = 1;

    // Nobody else's, see signal(7): .NET takes the first real-time signals for itself.
    private const int InterruptSignal = 60;

    // A handler that does nothing and may be run in the middle of anything: a function of C that takes an int and only
    // computes. It is installed so that calls are not restarted after it.
    private static readonly Lazy<bool> InterruptHandler = new(static () =>
        signal(InterruptSignal, NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), "abs")) != -1
        && siginterrupt(InterruptSignal, 1) == 0);

    // A write beyond the limit of a file's size is an error that Python shows, not the end of the process. (.NET sees to SIGPIPE.)
    static PosixSystem() => _ = signal(FileTooLarge, Ignored);

    [DllImport(Libc)]
    private static extern nint signal(int number, nint action);

    [DllImport(Libc)]
    private static extern int siginterrupt(int number, int interrupts);

    [DllImport(Libc)]
    private static extern nint pthread_self();

    [DllImport(Libc)]
    private static extern int pthread_kill(nint thread, int number);

    [DllImport(Libc)]
    private static extern unsafe int setitimer(int which, long* value, long* before);

    [DllImport(Libc)]
    private static extern unsafe int getitimer(int which, long* value);

    public IDisposable? Listen(int number, Action arrived)
    {
        if (number >= FirstRealTime)
            return null;
        try
        {
            return PosixSignalRegistration.Create((PosixSignal)number, context =>
            {
                context.Cancel = true;
                arrived();
            });
        }
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    public nint CurrentThread => pthread_self();

    public void Interrupt(nint thread)
    {
        if (InterruptHandler.Value)
            _ = pthread_kill(thread, InterruptSignal);
    }

    public void TakeDefaultAction(int number)
    {
        _ = signal(number, 0);
        _ = kill(ProcessId, number);
    }

    public unsafe long SetTimer(int which, long microseconds, long interval, out long left, out long everyBefore)
    {
        const long Second = 1_000_000;
        var wanted = stackalloc long[] { interval / Second, interval % Second, microseconds / Second, microseconds % Second };
        var before = stackalloc long[4];
        var result = microseconds < 0 ? getitimer(which, before) : setitimer(which, wanted, before);
        left = before[2] * Second + before[3];
        everyBefore = before[0] * Second + before[1];
        return Check(result);
    }
}
